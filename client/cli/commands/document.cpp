#include "client/cli/commands/commands.h"
#include "client/cli/commands/document_named.h"
#include "client/cli/document_output.h"
#include "client/cli/erasure_output.h"
#include "client/cli/record_output.h"
#include "client/core/known_record.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"

#include <charconv>
#include <set>

namespace puente {

namespace {

Outcome<std::optional<Dot>> recordIn(Invocation& invocation, const std::string& option, bool mustBeDocument) {
    if (!invocation.arguments.has(option)) return std::optional<Dot>();
    const std::string text = invocation.arguments.text(option);
    const Records& records = **invocation.records();
    if (mustBeDocument) {
        const auto known = findRecord(records, text, {"document"});
        if (!known) return Failure{known.fault()};
        return std::optional(known->id());
    }
    const auto record = records.find(text);
    if (!record) return Failure{record.fault()};
    return std::optional(*record);
}

void printAttached(Console& console, const KnownDocument& document, const Documents::Attached& attached) {
    if (console.json()) {
        JsonWriter json;
        json.beginObject().member("stored_before", attached.wasKnown).key("document");
        writeDocument(json, document);
        console.data(json.endObject().takeLine());
        return;
    }
    console.say(Text::tr("Attached: %1  %2").arg(document.handle.substr(0, 8)).arg(documentText(document)));
    if (attached.wasKnown)
        console.say(Text::tr("The same file was attached before: it is not stored or sent again."));
    else
        console.say(Text::tr("The next “puente sync” sends it: %1.").arg(costText(attached.sealedSize)));
}

Outcome<ExitCode> attach(Invocation& invocation) {
    auto documents = documentsOf(invocation);
    if (!documents) return Failure{documents.fault()};
    Documents::New wanted{.path = invocation.arguments.text("FILE"), .fields = {}, .belongsTo = {}, .replaces = {}};
    for (const std::string& text : invocation.arguments.list("FIELD=VALUE")) {
        auto assignment = assignmentFromText(text);
        if (!assignment) return Failure{assignment.fault()};
        wanted.fields.push_back(std::move(*assignment));
    }
    const auto owner = recordIn(invocation, "--to", false);
    if (!owner) return Failure{owner.fault()};
    const auto older = recordIn(invocation, "--replaces", true);
    if (!older) return Failure{older.fault()};
    wanted.belongsTo = *owner;
    wanted.replaces = *older;
    const auto attached = documents->attach(wanted);
    if (!attached) return Failure{attached.fault()};
    const auto document = documents->known(attached->record);
    if (!document) return Failure{document.fault()};
    warnAbout(invocation.console, attached->remarks);
    printAttached(invocation.console, *document, *attached);
    return ExitCode::Done;
}

Outcome<ExitCode> list(Invocation& invocation) {
    const auto documents = documentsOf(invocation);
    if (!documents) return Failure{documents.fault()};
    auto listed = documentsNamed(invocation, *documents, true);
    if (!listed) return Failure{listed.fault()};
    const bool onlyHere = invocation.arguments.has("--here"), onlyMissing = invocation.arguments.has("--missing");
    std::erase_if(*listed, [&](const KnownDocument& document) {
        const bool isHere = document.here == KnownDocument::Here::Whole;
        return (onlyHere && !isHere) || (onlyMissing && !document.isMissing());
    });
    printDocuments(invocation.console, *listed);
    if (listed->empty() && (onlyHere || onlyMissing))
        invocation.console.say(onlyMissing ? Text::tr("There is nothing to fetch.")
                                           : Text::tr("None of them is here."));
    else if (listed->empty())
        invocation.console.say(Text::tr("There are no documents with a file."));
    return listed->empty() ? ExitCode::Pending : ExitCode::Done;
}

Outcome<ExitCode> exportOne(Invocation& invocation) {
    const auto documents = documentsOf(invocation);
    if (!documents) return Failure{documents.fault()};
    const auto document = documents->find(invocation.arguments.text("ID"));
    if (!document) return Failure{document.fault()};
    const auto path =
        documents->exportTo(*document, invocation.arguments.text("--to", "."), invocation.arguments.has("--replace"));
    if (!path) return Failure{path.fault()};
    if (invocation.console.json()) {
        JsonWriter json;
        json.beginObject()
            .member("file", *path)
            .member("name", document->manifest->name)
            .member("size", document->manifest->size)
            .endObject();
        invocation.console.data(json.takeLine());
    }
    invocation.console.say(Text::tr("Written, in clear: %1").arg(*path));
    invocation.console.say(Text::tr("Puente does not open it. Open only what you expect from whom you know."));
    return ExitCode::Done;
}

Outcome<ExitCode> erase(Invocation& invocation) {
    auto documents = documentsOf(invocation);
    if (!documents) return Failure{documents.fault()};
    const auto document = documents->find(invocation.arguments.text("ID"));
    if (!document) return Failure{document.fault()};
    const auto others = documents->sharing(*document);
    if (!others) return Failure{others.fault()};
    Console& console = invocation.console;
    std::string alsoLost;
    for (const KnownDocument& other : *others)
        alsoLost += (alsoLost.empty() ? "" : "; ") + documentText(other) + ", " + other.by;
    if (!alsoLost.empty())
        console.warn(Text::tr("The same file is attached to these too, and goes with it: %1").arg(alsoLost));
    if (!invocation.arguments.has("--yes"))
        return Failure{
            usageNotice(Text::tr("The file is deleted for ever, on every replica and server that hears of it."),
                        Text::tr("Say --yes if that is meant. Its title and the rest of its record stay: “puente "
                                 "delete” removes them."))};
    if (auto done = documents->erase(*document); !done) return Failure{done.fault()};
    if (console.json()) {
        JsonWriter json;
        json.beginObject().member("id", document->handle).key("also").beginArray();
        for (const KnownDocument& other : *others)
            json.value(other.handle);
        console.data(json.endArray().endObject().takeLine());
    }
    console.say(Text::tr("Deleted here. Others delete it at their next contact; “puente document deletion” shows who "
                         "has. What somebody exported, copied or printed cannot be called back."));
    return ExitCode::Done;
}

Outcome<ExitCode> deletion(Invocation& invocation) {
    const auto documents = documentsOf(invocation);
    if (!documents) return Failure{documents.fault()};
    const auto document = documents->find(invocation.arguments.text("ID"));
    if (!document) return Failure{document.fault()};
    const auto status = documents->erasureOf(*document);
    if (!status) return Failure{status.fault()};
    if (!status->isErased) {
        if (invocation.console.json())
            printErasure(invocation.console, (*invocation.workspace())->replica(), documents->space(), *status);
        invocation.console.say(Text::tr("Nobody has deleted this document, as far as is known here."));
        return ExitCode::Pending;
    }
    printErasure(invocation.console, (*invocation.workspace())->replica(), documents->space(), *status);
    invocation.console.say(Text::tr("What somebody exported, copied or printed cannot be called back."));
    return status->missing.empty() ? ExitCode::Done : ExitCode::Pending;
}

} // namespace

Outcome<Documents> documentsOf(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    return Documents::in(**records);
}

Outcome<std::vector<KnownDocument>> documentsNamed(Invocation& invocation, const Documents& documents,
                                                   bool allUnlessSaid) {
    const Arguments& arguments = invocation.arguments;
    if (arguments.has("--meeting")) {
        const auto meeting = findRecord(documents.records(), arguments.text("--meeting"), {"meeting"});
        if (!meeting) return Failure{meeting.fault()};
        return documents.papersOf(meeting->id());
    }
    const std::vector<std::string> ids = arguments.list("ID");
    if (ids.empty() && (allUnlessSaid || arguments.has("--all"))) return documents.list();
    if (ids.empty())
        return Failure{usageNotice(Text::tr("It does not say which documents."),
                                   Text::tr("Name them, or say --meeting or --all."))};
    std::vector<KnownDocument> named;
    std::set<Dot> once;
    for (const std::string& id : ids) {
        auto document = documents.find(id);
        if (!document) return Failure{document.fault()};
        if (once.insert(document->record).second) named.push_back(std::move(*document));
    }
    return named;
}

Outcome<std::uint64_t> sizeFrom(const std::string& text, std::uint64_t megabytesMax) {
    constexpr std::uint64_t kMegabyte = 1'000'000;
    std::string number = text;
    for (const std::string_view unit : {"MB", "mb"})
        if (number.ends_with(unit)) number.resize(number.size() - unit.size());
    if (number.ends_with('-') || number.ends_with(' ')) number.pop_back();
    std::uint64_t megabytes = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), megabytes);
    const bool isNumber = read.ec == std::errc{} && read.ptr == number.data() + number.size();
    if (isNumber && megabytes > 0 && megabytes <= megabytesMax) return megabytes * kMegabyte;
    return Failure{usageNotice(Text::tr("“%1” is no size.").arg(text),
                               Text::tr("Say a whole number of MB from 1 to %1, such as 5-MB.").arg(megabytesMax))};
}

PositionalSpec documentId() {
    return {"ID", Text::tr("The document: its record's id, the beginning of it, or its title|language|version.")};
}

PositionalSpec documentIds() {
    return {"ID", Text::tr("The documents, by id or title|language|version."), false, true};
}

OptionSpec meetingOption() {
    return {"--meeting", Text::tr("MEETING"), Text::tr("Those that belong to this meeting.")};
}

std::vector<Command> documentCommands() {
    return {
        {
            .path = "attach",
            .summary = Text::tr("Attach a file: it is sealed, and sent with the next sync."),
            .positionals = {{"FILE", Text::tr("The file, of at most 1 GiB.")},
                            {"FIELD=VALUE", Text::tr("Fields of its record, such as language=es kind=manual."), false,
                             true}},
            .options = {spaceOption(),
                        {"--to", Text::tr("RECORD"), Text::tr("The record that it belongs to.")},
                        {"--replaces", "ID", Text::tr("The document of which it is a newer version.")}},
            .run = attach,
        },
        {
            .path = "document list",
            .summary = Text::tr("The documents that have a file, and what is here of them."),
            .options = {spaceOption(),
                        meetingOption(),
                        {"--here", "", Text::tr("Only those that are here.")},
                        {"--missing", "", Text::tr("Only those that can be fetched.")}},
            .run = list,
        },
        {
            .path = "document export",
            .summary = Text::tr("Write a document's file, in clear, into a folder."),
            .positionals = {documentId()},
            .options = {spaceOption(),
                        {"--to", Text::tr("FOLDER"), Text::tr("The folder; without it, the present one.")},
                        {"--replace", "", Text::tr("Over a file of that name.")}},
            .run = exportOne,
        },
        {
            .path = "document delete",
            .summary = Text::tr("Delete a document's file for ever, everywhere."),
            .positionals = {documentId()},
            .options = {spaceOption(), {"--yes", "", Text::tr("It is meant.")}},
            .run = erase,
        },
        {
            .path = "document deletion",
            .summary = Text::tr("Who has deleted a document's file, and who has not said so yet."),
            .positionals = {documentId()},
            .options = {spaceOption()},
            .run = deletion,
        },
    };
}

} // namespace puente
