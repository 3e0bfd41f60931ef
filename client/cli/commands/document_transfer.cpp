#include "client/cli/commands/commands.h"
#include "client/cli/commands/document_named.h"
#include "client/cli/day_option.h"
#include "client/cli/document_output.h"
#include "client/cli/typed_line.h"
#include "client/core/document_exchange.h"
#include "client/core/platform/process.h"
#include "client/core/replica_notice.h"
#include "client/core/session_notice.h"
#include "client/core/text.h"

#include <algorithm>
#include <iostream>
#include <set>
#include <tuple>

namespace puente {

namespace {

constexpr std::uint64_t kMegabytesMax = 2000; ///< more than any document has

struct Wanted {
    std::vector<KnownDocument> documents; ///< each file once, or once for each thing that records say of it
    std::uint64_t bytes = 0;
};

Wanted whatIsMissing(const std::vector<KnownDocument>& named, std::optional<std::uint64_t> sizeMax) {
    Wanted wanted;
    std::set<std::tuple<DocumentId, ErasableId, std::uint64_t>> once;
    for (const KnownDocument& document : named) {
        if (!document.isMissing() || (sizeMax && document.manifest->size > *sizeMax)) continue;
        if (!once.insert({document.manifest->document, document.key, document.sealedSize}).second) continue;
        wanted.documents.push_back(document);
        wanted.bytes += document.sealedSize - document.bytesHere;
    }
    return wanted;
}

/// Shows what it costs, and asks whether that is meant.
Outcome<bool> isAgreed(Invocation& invocation, const Wanted& wanted) {
    for (const KnownDocument& document : wanted.documents)
        invocation.console.say(documentText(document));
    invocation.console.say(
        Text::tr("Documents to fetch: %1. %2.").arg(wanted.documents.size()).arg(costText(wanted.bytes)));
    if (invocation.arguments.has("--yes")) return true;
    if (!platform::isTerminal(0))
        return Failure{usageNotice(Text::tr("Nobody is there to be asked."), Text::tr("Say --yes to fetch them."))};
    std::cerr << Text::tr("Fetch them? (y/n)").str() << " " << std::flush;
    const auto answer = typedLine(invocation.console);
    return answer && !answer->empty() && std::string_view("yYsS").find(answer->front()) != std::string_view::npos;
}

const KnownDocument* documentOf(const Wanted& wanted, const DocumentWish& wish) {
    const auto found = std::find_if(wanted.documents.begin(), wanted.documents.end(),
                                    [&](const KnownDocument& one) { return one.manifest->document == wish.document; });
    return found == wanted.documents.end() ? nullptr : &*found;
}

void writeHandles(JsonWriter& json, const char* name, const Wanted& wanted, const std::vector<DocumentWish>& wishes) {
    json.key(name).beginArray();
    for (const DocumentWish& wish : wishes)
        if (const KnownDocument* document = documentOf(wanted, wish)) json.value(document->handle);
    json.endArray();
}

void printFetched(Console& console, const Wanted& wanted, const DocumentsMoved& moved) {
    if (console.json()) {
        JsonWriter json;
        json.beginObject().member("bytes", moved.bytes);
        writeHandles(json, "fetched", wanted, moved.fetched);
        writeHandles(json, "not_at_server", wanted, moved.notThere);
        console.data(json.endObject().takeLine());
    }
    console.say(Text::tr("Fetched: %1 of %2, %3.")
                    .arg(moved.fetched.size())
                    .arg(wanted.documents.size())
                    .arg(bytesText(moved.bytes)));
    for (const DocumentWish& wish : moved.notThere)
        if (const KnownDocument* document = documentOf(wanted, wish))
            console.warn(Text::tr("The server does not have all of this one: %1. %2 attached it: “puente sync "
                                  "--offer-documents” there, or at any office that has it, supplies it.")
                             .arg(documentText(*document))
                             .arg(document->by));
    for (const DocumentsMoved::Refused& refused : moved.refused)
        if (const KnownDocument* document = documentOf(wanted, refused.wish))
            console.warn(
                Text::tr("This one is not what its record says, and nothing of it was kept: %1. Ask the office "
                         "that attached it: %2.")
                    .arg(documentText(*document))
                    .arg(document->by));
    if (moved.failed) console.fail(*moved.failed);
}

ExitCode codeOf(const DocumentsMoved& moved) {
    if (moved.failed && moved.fetched.empty() && moved.bytes == 0) return moved.failed->code;
    if (moved.failed || !moved.refused.empty()) return ExitCode::PartlyDone;
    if (moved.notThere.empty()) return ExitCode::Done;
    return moved.fetched.empty() ? ExitCode::Pending : ExitCode::PartlyDone;
}

Outcome<ExitCode> fetch(Invocation& invocation) {
    const auto documents = documentsOf(invocation);
    if (!documents) return Failure{documents.fault()};
    std::optional<std::uint64_t> sizeMax;
    if (invocation.arguments.has("--up-to")) {
        const auto size = sizeFrom(invocation.arguments.text("--up-to"), kMegabytesMax);
        if (!size) return Failure{size.fault()};
        sizeMax = *size;
    }
    const auto named = documentsNamed(invocation, *documents, sizeMax.has_value());
    if (!named) return Failure{named.fault()};
    const Wanted wanted = whatIsMissing(*named, sizeMax);
    if (wanted.documents.empty()) {
        invocation.console.say(Text::tr("There is nothing to fetch: what was asked for is here, or was deleted."));
        if (invocation.console.json()) printFetched(invocation.console, wanted, {});
        return ExitCode::Done;
    }
    const SpaceInfo& space = *(*invocation.workspace())->replica().findSpace(documents->space());
    if (space.server.empty())
        return Failure{usageNotice(Text::tr("“%1” has no server.").arg(space.name),
                                   Text::tr("Documents come by stick: “puente document unpack”."))};
    const auto agreed = isAgreed(invocation, wanted);
    if (!agreed) return Failure{agreed.fault()};
    if (!*agreed) return ExitCode::Done;

    WishList list(documents->space());
    for (const KnownDocument& document : wanted.documents)
        list.add(document);
    DocumentsMoved moved =
        moveDocuments(**invocation.workspace(), space.server, {.handOver = {}, .fetch = list.wishes()},
                      documentProgressOn(invocation.console));
    if (moved.failed && moved.failed->code == ExitCode::NoServer)
        moved.failed->whatToDo =
            Text::tr("What came is kept. Run “puente document fetch” again later: it goes on where "
                     "it was.");
    printFetched(invocation.console, wanted, moved);
    return codeOf(moved);
}

std::string wordOf(DocumentPolicy::Kind kind) {
    switch (kind) {
    case DocumentPolicy::Kind::TextOnly: return "text-only";
    case DocumentPolicy::Kind::UpTo: return "up-to";
    case DocumentPolicy::Kind::MeetingFirst: return "meeting-first";
    }
    return {};
}

std::string policyText(const DocumentPolicy& policy) {
    const std::string size = bytesText(policy.sizeMax);
    switch (policy.kind) {
    case DocumentPolicy::Kind::TextOnly: return Text::tr("sync fetches no documents.");
    case DocumentPolicy::Kind::UpTo: return Text::tr("sync fetches documents of up to %1.").arg(size);
    case DocumentPolicy::Kind::MeetingFirst:
        if (policy.sizeMax == 0) return Text::tr("sync fetches the papers of the next meeting.");
        return Text::tr("sync fetches the papers of the next meeting, then documents of up to %1.").arg(size);
    }
    return {};
}

Outcome<DocumentPolicy> policyFrom(const Arguments& arguments) {
    const std::string word = arguments.text("POLICY"), size = arguments.text("SIZE");
    DocumentPolicy policy;
    if (word == "text-only" && size.empty()) return policy;
    if (word == "up-to")
        policy.kind = DocumentPolicy::Kind::UpTo;
    else if (word == "meeting-first")
        policy.kind = DocumentPolicy::Kind::MeetingFirst;
    else
        return Failure{usageNotice(Text::tr("That is no policy."),
                                   Text::tr("Say text-only, up-to 5-MB, meeting-first, or meeting-first 5-MB."))};
    if (size.empty() && word == "meeting-first") return policy;
    const auto read = sizeFrom(size, kMegabytesMax);
    if (!read) return Failure{read.fault()};
    policy.sizeMax = *read;
    return policy;
}

Outcome<ExitCode> policy(Invocation& invocation) {
    const auto workspace = invocation.workspace();
    if (!workspace) return Failure{workspace.fault()};
    auto marks = DocumentMarks::in(**workspace);
    if (!marks) return Failure{marks.fault()};
    if (invocation.arguments.has("POLICY")) {
        const auto wanted = policyFrom(invocation.arguments);
        if (!wanted) return Failure{wanted.fault()};
        if (auto done = marks->setPolicy(*wanted); !done) return Failure{done.fault()};
    }
    const auto now = marks->policy();
    if (!now) return Failure{now.fault()};
    if (invocation.console.json())
        invocation.console.data(JsonWriter()
                                    .beginObject()
                                    .member("policy", wordOf(now->kind))
                                    .member("up_to", now->sizeMax)
                                    .endObject()
                                    .takeLine());
    else
        invocation.console.line(policyText(*now));
    return ExitCode::Done;
}

} // namespace

std::vector<Command> fetchCommands() {
    return {
        {
            .path = "document fetch",
            .summary = Text::tr("Bring documents here from the server; goes on where it was cut."),
            .positionals = {documentIds()},
            .options = {spaceOption(),
                        meetingOption(),
                        {"--all", "", Text::tr("All that are not here.")},
                        {"--up-to", Text::tr("SIZE"), Text::tr("Only files of at most so many MB, such as 5-MB.")},
                        {"--yes", "", Text::tr("Without asking.")}},
            .run = fetch,
        },
        {
            .path = "document policy",
            .summary = Text::tr("Which documents “puente sync” fetches by itself."),
            .positionals = {{"POLICY", Text::tr("text-only, up-to, or meeting-first; nothing shows it."), false},
                            {"SIZE", Text::tr("For up-to and meeting-first: how many MB, such as 5-MB."), false}},
            .run = policy,
        },
    };
}

} // namespace puente
