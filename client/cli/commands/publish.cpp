#include "client/cli/commands/commands.h"

#include "client/cli/record_output.h"
#include "client/core/publication.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"

namespace puente {

namespace {

constexpr std::size_t kTitleWidth = 70;

Outcome<ExitCode> preview(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto publisher = publisherOf(**records);
    if (!publisher) return Failure{publisher.fault()};
    Console& console = invocation.console;
    if (console.json()) {
        const auto json = publishedJson(*publisher, (*records)->catalogue().schema(), (*records)->today());
        if (!json) return Failure{noticeOf(json.fault())};
        console.data(*json);
        return publisher->count() > 0 ? ExitCode::Done : ExitCode::Pending;
    }
    for (const RecordType& type : (*records)->catalogue().schema().types()) {
        const auto published = publisher->records(type, language());
        if (!published) return Failure{noticeOf(published.fault())};
        if (published->empty()) continue;
        console.line(type.plural.in(language()), ": " + std::to_string(published->size()));
        if (type.isAlwaysPublished) continue; // a directory is long, and nobody chose it
        for (const PublishedRecord& record : *published) {
            console.line("  " + keyOf(record.view) + "  " + shortened(record.view.title, kTitleWidth));
            for (const std::string& field : record.heldBack)
                console.warn(Text::tr("%1: the field %2 is in conflict and is not published.")
                                 .arg(keyOf(record.view))
                                 .arg(field));
        }
    }
    return publisher->count() > 0 ? ExitCode::Done : ExitCode::Pending;
}

Outcome<ExitCode> exportIt(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const std::string folder = invocation.arguments.text("--out");
    const auto written = writePublication(**records, folder);
    if (!written) return Failure{written.fault()};
    JsonWriter json;
    json.beginObject().member("folder", folder).key("files").beginArray();
    for (const std::string& name : *written) {
        json.value(name);
        invocation.console.say("  " + name);
    }
    if (invocation.console.json()) invocation.console.data(json.endArray().endObject().takeLine());
    invocation.console.say(Text::tr("Written to %1. It is for everybody to read.").arg(folder));
    return ExitCode::Done;
}

Outcome<ExitCode> choose(Invocation& invocation, std::string_view visibility, const std::string& done) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    std::vector<Dot> chosen;
    for (const std::string& text : invocation.arguments.list("ID")) {
        const auto record = (*records)->find(text);
        if (!record) return Failure{record.fault()};
        chosen.push_back(*record);
    }
    const auto changed = setVisibility(**records, chosen, visibility);
    if (!changed) return Failure{changed.fault()};
    if (invocation.console.json()) {
        JsonWriter json;
        json.beginObject().member("changed", std::uint64_t{*changed}).endObject();
        invocation.console.data(json.takeLine());
    }
    invocation.console.say(Text::tr("%1 (records changed: %2)").arg(done).arg(*changed));
    return ExitCode::Done;
}

Outcome<ExitCode> show(Invocation& invocation) {
    return choose(invocation, "public", Text::tr("They are part of the publication."));
}

Outcome<ExitCode> hide(Invocation& invocation) {
    return choose(invocation, "members", Text::tr("They are no part of the publication any more."));
}

} // namespace

std::vector<Command> publishCommands() {
    const PositionalSpec ids{"ID", Text::tr("Records: ids, beginnings of them, or references."), true, true};
    return {
        {
            .path = "publish preview",
            .summary = Text::tr("What of the space everybody would see."),
            .options = {spaceOption()},
            .run = preview,
        },
        {
            .path = "publish choose",
            .summary = Text::tr("Make records part of the publication."),
            .positionals = {ids},
            .options = {spaceOption()},
            .run = show,
        },
        {
            .path = "publish hide",
            .summary = Text::tr("Take records out of the publication; what others copied stays with them."),
            .positionals = {ids},
            .options = {spaceOption()},
            .run = hide,
        },
        {
            .path = "publish export",
            .summary = Text::tr("Write the publication to a folder: JSON, and tables in Spanish and English."),
            .options = {spaceOption(), {"--out", Text::tr("FOLDER"), Text::tr("The folder to write it to."), true}},
            .run = exportIt,
        },
    };
}

} // namespace puente
