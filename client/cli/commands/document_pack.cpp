#include "client/cli/commands/commands.h"
#include "client/cli/commands/document_named.h"
#include "client/cli/document_output.h"
#include "client/core/document_packs.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"

namespace puente {

namespace {

constexpr std::uint64_t kPartMegabytesMax = 4000; ///< what one file may have on a stick with FAT

void printPacked(Console& console, const PackReport& report) {
    if (console.json()) {
        JsonWriter json;
        json.beginObject().key("files").beginArray();
        for (const std::string& file : report.files)
            json.value(file);
        json.endArray()
            .member("documents", std::uint64_t{report.documents})
            .member("bytes", report.bytes)
            .key("left_out")
            .beginArray();
        for (const KnownDocument& document : report.lacks)
            json.value(document.handle);
        console.data(json.endArray().endObject().takeLine());
    }
    for (const KnownDocument& document : report.lacks)
        console.warn(Text::tr("Left out, since it is not here: %1").arg(documentText(document)));
    console.say(Text::tr("Written: %1 documents in %2 files, %3, sealed. Only members of the space can read them.")
                    .arg(report.documents)
                    .arg(report.files.size())
                    .arg(bytesText(report.bytes)));
    for (const std::string& file : report.files)
        console.say("  " + file);
    console.say(Text::tr("Take a bundle along, “puente bundle export”: it tells the other office what they are."));
}

Outcome<ExitCode> pack(Invocation& invocation) {
    const auto documents = documentsOf(invocation);
    if (!documents) return Failure{documents.fault()};
    const auto named = documentsNamed(invocation, *documents, false);
    if (!named) return Failure{named.fault()};
    std::uint64_t partSize = 0;
    if (invocation.arguments.has("--part-size")) {
        const auto size = sizeFrom(invocation.arguments.text("--part-size"), kPartMegabytesMax);
        if (!size) return Failure{size.fault()};
        partSize = *size;
    }
    const auto report = writePack(*documents, {.documents = *named,
                                               .folder = invocation.arguments.text("--to", "."),
                                               .name = invocation.arguments.text("--name", "puente"),
                                               .partSize = partSize});
    if (!report) return Failure{report.fault()};
    printPacked(invocation.console, *report);
    if (report->files.empty()) return ExitCode::Pending;
    return report->lacks.empty() ? ExitCode::Done : ExitCode::PartlyDone;
}

void sayUnpacked(Console& console, const UnpackReport& report) {
    console.say(Text::tr("“%1”, part %2 of %3: %4 new, documents that are whole now: %5.")
                    .arg(report.spaceName)
                    .arg(report.part)
                    .arg(report.partCount)
                    .arg(bytesText(report.bytes))
                    .arg(report.completed));
    if (report.erased > 0) console.say(Text::tr("Left out, since they were deleted: %1.").arg(report.erased));
    if (report.withoutRecord > 0)
        console.warn(Text::tr("Left out, since no record here names them: %1. Take the bundle first, “puente bundle "
                              "import”, then this part again.")
                         .arg(report.withoutRecord));
}

void writeUnpacked(JsonWriter& json, const std::string& file, const UnpackReport& report) {
    json.beginObject()
        .member("file", file)
        .member("space", report.spaceName)
        .member("part", report.part)
        .member("parts", report.partCount)
        .member("bytes", report.bytes)
        .member("documents", std::uint64_t{report.documents})
        .member("completed", std::uint64_t{report.completed})
        .member("without_record", std::uint64_t{report.withoutRecord})
        .member("deleted", std::uint64_t{report.erased})
        .endObject();
}

/// Each part for itself: one that is damaged keeps no other from being taken.
Outcome<ExitCode> unpack(Invocation& invocation) {
    const auto workspace = invocation.workspace();
    if (!workspace) return Failure{workspace.fault()};
    const std::vector<std::string> files = invocation.arguments.list("FILE");
    JsonWriter json;
    json.beginArray();
    std::optional<Notice> first;
    bool isPartial = false;
    std::size_t failed = 0;
    for (const std::string& file : files) {
        const auto report = readPack(**workspace, file);
        if (!report) {
            ++failed;
            if (files.size() > 1) invocation.console.fail(report.fault());
            if (!first) first = report.fault();
            continue;
        }
        sayUnpacked(invocation.console, *report);
        writeUnpacked(json, file, *report);
        isPartial = isPartial || report->withoutRecord > 0;
    }
    if (first && files.size() == 1) return Failure{*first};
    if (invocation.console.json()) invocation.console.data(json.endArray().takeLine());
    if (failed == files.size()) return first->code;
    return failed > 0 || isPartial ? ExitCode::PartlyDone : ExitCode::Done;
}

} // namespace

std::vector<Command> packCommands() {
    return {
        {
            .path = "document pack",
            .summary = Text::tr("Write documents to files, for an office without a network."),
            .positionals = {documentIds()},
            .options = {spaceOption(),
                        meetingOption(),
                        {"--all", "", Text::tr("All that are here.")},
                        {"--to", Text::tr("FOLDER"), Text::tr("The folder; without it, the present one.")},
                        {"--name", Text::tr("NAME"), Text::tr("How the files' names begin; “puente” unless said.")},
                        {"--part-size", "MB", Text::tr("How large a file may become, in MB; one file unless said.")}},
            .run = pack,
        },
        {
            .path = "document unpack",
            .summary = Text::tr("Take documents from such files, in any order."),
            .positionals = {{"FILE", Text::tr("The files to read."), true, true}},
            .run = unpack,
        },
    };
}

} // namespace puente
