#include "client/cli/document_output.h"

#include "client/core/directory.h"
#include "client/core/session_notice.h"
#include "client/core/text.h"

#include <algorithm>
#include <cstdio>

namespace puente {

namespace {

constexpr std::size_t kShortId = 8;
constexpr std::uint64_t kSlowLine = 56'000 / 8; ///< bytes a second, of a line as offices have them

std::string wordOf(KnownDocument::Here here) {
    switch (here) {
    case KnownDocument::Here::Missing: return "missing";
    case KnownDocument::Here::Part: return "part";
    case KnownDocument::Here::Whole: return "whole";
    case KnownDocument::Here::Erased: return "erased";
    case KnownDocument::Here::Unreadable: return "unreadable";
    }
    return {};
}

std::uint64_t percentOf(const KnownDocument& document) {
    return document.sealedSize == 0 ? 0 : document.bytesHere * 100 / document.sealedSize;
}

std::string hereText(const KnownDocument& document) {
    switch (document.here) {
    case KnownDocument::Here::Missing: return Text::tr("no");
    case KnownDocument::Here::Part: return std::to_string(percentOf(document)) + " %";
    case KnownDocument::Here::Whole: return Text::tr("yes");
    case KnownDocument::Here::Erased: return Text::tr("deleted");
    case KnownDocument::Here::Unreadable: return Text::tr("key missing");
    }
    return {};
}

std::string thereText(DocumentMarks::There there) {
    switch (there) {
    case DocumentMarks::There::Unknown: return Text::tr("not known");
    case DocumentMarks::There::Whole: return Text::tr("yes");
    case DocumentMarks::There::Lacking: return Text::tr("no");
    }
    return {};
}

bool isForWantOfRoom(const DocumentsMoved::Refused& refused) {
    return refused.reason == Refusal::OverSpaceQuota || refused.reason == Refusal::OverDeviceQuota ||
           refused.reason == Refusal::ServerFull;
}

} // namespace

void writeDocument(JsonWriter& json, const KnownDocument& document) {
    json.beginObject()
        .member("id", document.handle)
        .member("title", document.title)
        .member("kind", document.kind)
        .member("language", document.language)
        .member("version", document.version)
        .member("attached_by", document.by)
        .member("replaced", document.isReplaced);
    if (document.manifest)
        json.member("name", document.manifest->name)
            .member("media_type", document.manifest->type)
            .member("size", document.manifest->size);
    else
        json.key("name").null().key("media_type").null().key("size").null();
    json.member("sealed_size", document.sealedSize)
        .member("bytes_here", document.bytesHere)
        .member("here", wordOf(document.here))
        .key("at_server");
    if (document.there == DocumentMarks::There::Unknown)
        json.null();
    else
        json.value(document.there == DocumentMarks::There::Whole);
    json.endObject();
}

void printDocuments(Console& console, const std::vector<KnownDocument>& documents) {
    if (console.json()) {
        JsonWriter json;
        json.beginArray();
        for (const KnownDocument& document : documents)
            writeDocument(json, document);
        console.data(json.endArray().takeLine());
        return;
    }
    std::vector<std::vector<std::string>> rows;
    for (const KnownDocument& document : documents)
        rows.push_back({document.handle.substr(0, kShortId), labelOf("document", "kind", document.kind),
                        labelOf("document", "language", document.language),
                        document.version + (document.isReplaced ? " " + Text::tr("(replaced)") : std::string()),
                        document.manifest ? bytesText(document.manifest->size) : "", hereText(document),
                        thereText(document.there), document.title});
    if (!rows.empty())
        console.table({"ID", Text::tr("KIND"), Text::tr("LANGUAGE"), Text::tr("VERSION"), Text::tr("SIZE"),
                       Text::tr("HERE"), Text::tr("SERVER"), Text::tr("TITLE")},
                      rows);
}

std::string documentText(const KnownDocument& document) {
    std::string about = document.language;
    if (!document.version.empty()) about += (about.empty() ? "" : ", ") + document.version;
    std::string text = document.title;
    if (!about.empty()) text += " (" + about + ")";
    if (document.manifest) text += ", " + bytesText(document.manifest->size);
    return text;
}

std::string durationText(std::uint64_t seconds) {
    constexpr std::uint64_t kMinute = 60, kHour = 3600;
    if (seconds < kMinute) return std::to_string(std::max<std::uint64_t>(seconds, 1)) + " s";
    const std::uint64_t minutes = (seconds + kMinute - 1) / kMinute;
    if (seconds < kHour) return std::to_string(minutes) + " min";
    return std::to_string(minutes / kMinute) + " h " + std::to_string(minutes % kMinute) + " min";
}

std::string costText(std::uint64_t bytes) {
    return Text::tr("%1, about %2 at 56 kbit/s").arg(bytesText(bytes)).arg(durationText(bytes / kSlowLine));
}

DocumentWatcher documentProgressOn(const Console& console) {
    if (!console.showsProgress()) return {};
    return [](const DocumentProgress& progress) {
        std::string line;
        if (!progress.isOver)
            line = progress.total == 0
                       ? Text::tr("Documents: asking the server …").str()
                       : Text::tr("Documents: %1 of %2").arg(bytesText(progress.moved)).arg(bytesText(progress.total));
        if (progress.perSecond > 0) line += ", " + bytesText(progress.perSecond) + "/s";
        if (progress.left)
            line += ", " + Text::tr("%1 left").arg(durationText(static_cast<std::uint64_t>(progress.left->count())));
        std::fprintf(stderr, "\r\x1B[K%s\r", line.c_str()); // what stood there is erased
        std::fflush(stderr);
    };
}

void sayDocuments(Console& console, const DocumentSyncReport& report) {
    const DocumentsMoved& moved = report.moved;
    if (!moved.handedOver.empty() || !moved.fetched.empty())
        console.say(Text::tr("Documents sent: %1. Documents fetched: %2. %3.")
                        .arg(moved.handedOver.size())
                        .arg(moved.fetched.size())
                        .arg(bytesText(moved.bytes)));
    if (report.removed > 0)
        console.say(Text::tr("Documents removed here because they were deleted: %1").arg(report.removed));
    if (report.standing.missing > 0)
        console.say(Text::tr("Documents that are not here: %1 (%2). “puente document fetch” brings them.")
                        .arg(report.standing.missing)
                        .arg(bytesText(report.standing.missingBytes)));
    for (const DocumentsMoved::Refused& refused : moved.refused)
        console.warn(Text::tr("The server did not take “%1”: %2.").arg(refused.title).arg(refusalText(refused.reason)));
    if (std::any_of(moved.refused.begin(), moved.refused.end(), isForWantOfRoom))
        console.say(
            Text::tr("Delete documents that nobody needs any more, “puente document delete”, or ask who runs the "
                     "server for more room. The record is there, and nothing is lost here."));
    if (report.standing.unsent > 0)
        console.warn(
            Text::tr("Documents that the server does not have yet, not all of them at least: %1 (%2). The next "
                     "“puente sync” goes on.")
                .arg(report.standing.unsent)
                .arg(bytesText(report.standing.unsentBytes)));
    if (moved.failed) console.fail(*moved.failed);
}

void writeDocuments(JsonWriter& json, const DocumentSyncReport& report) {
    const DocumentsMoved& moved = report.moved;
    json.key("documents")
        .beginObject()
        .member("sent", std::uint64_t{moved.handedOver.size()})
        .member("fetched", std::uint64_t{moved.fetched.size()})
        .member("bytes", moved.bytes)
        .member("removed", report.removed)
        .member("missing", std::uint64_t{report.standing.missing})
        .member("missing_bytes", report.standing.missingBytes)
        .member("unsent", std::uint64_t{report.standing.unsent})
        .member("unsent_bytes", report.standing.unsentBytes)
        .key("refused")
        .beginArray();
    for (const DocumentsMoved::Refused& refused : moved.refused)
        json.value(refusalText(refused.reason));
    json.endArray().endObject();
}

} // namespace puente
