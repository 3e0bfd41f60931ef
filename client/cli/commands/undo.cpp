#include "client/cli/commands/commands.h"

#include "client/cli/record_output.h"
#include "client/core/text.h"

namespace puente {

namespace {

std::string reasonOf(const LeftAsItIs& left) {
    switch (left.why) {
    case LeftAsItIs::Why::WrittenSince: return Text::tr("somebody wrote another value there since");
    case LeftAsItIs::Why::OthersBuildOn: return Text::tr("others wrote in it, or refer to it");
    }
    return {};
}

std::string fieldOf(const RecordView& view, std::uint32_t number) {
    const Field* field = view.type ? view.type->field(number) : nullptr;
    return field ? field->label.in(language()) : std::string();
}

Outcome<Done> tellLeft(Invocation& invocation, const Records& records, const std::vector<LeftAsItIs>& left) {
    for (const LeftAsItIs& one : left) {
        const auto view = records.view(one.record);
        if (!view) return Failure{view.fault()};
        const std::string field = fieldOf(*view, one.field);
        invocation.console.warn(Text::tr("Left as it is: %1 (%2)")
                                    .arg(headingOf(*view) + (field.empty() ? "" : ", " + field))
                                    .arg(reasonOf(one)));
    }
    return Done{};
}

Outcome<ExitCode> undo(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const bool onlyLooks = invocation.arguments.has("--dry-run");
    const auto undone = (*records)->undoLast(onlyLooks);
    if (!undone) return Failure{undone.fault()};
    if (const auto told = tellLeft(invocation, **records, undone->left); !told) return Failure{told.fault()};
    JsonWriter json;
    json.beginObject().member("dry_run", onlyLooks).member("left", std::uint64_t{undone->left.size()});
    json.key("records").beginArray();
    for (const Dot& record : undone->records) {
        const auto view = (*records)->view(record);
        if (!view) return Failure{view.fault()};
        writeRecord(json, *view);
        invocation.console.say((onlyLooks ? Text::tr("Would be undone:") : Text::tr("Undone:")).str() + " " +
                               shortId(*view) + "  " + headingOf(*view));
    }
    if (invocation.console.json()) invocation.console.data(json.endArray().endObject().takeLine());
    if (undone->records.empty()) {
        invocation.console.say(Text::tr("Nothing of the last act stands any more."));
        return ExitCode::Pending;
    }
    return ExitCode::Done;
}

} // namespace

std::vector<Command> undoCommands() {
    return {{
        .path = "undo",
        .summary = Text::tr("Take back the last thing written on this device; again to write it once more."),
        .options = {spaceOption(), {"--dry-run", "", Text::tr("Only show what would be undone.")}},
        .run = undo,
    }};
}

} // namespace puente
