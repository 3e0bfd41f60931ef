#include "client/core/document_exchange.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"

#include <algorithm>
#include <map>
#include <set>

namespace puente {

namespace {

void sortBySize(std::vector<KnownDocument>& documents) {
    std::stable_sort(documents.begin(), documents.end(),
                     [](const KnownDocument& a, const KnownDocument& b) { return a.sealedSize < b.sealedSize; });
}

/// What the policy brings here, in order.
Outcome<std::vector<DocumentWish>> fetchedBy(const DocumentPolicy& policy, const Documents& documents,
                                             const std::vector<KnownDocument>& bySize, Day today) {
    WishList list(documents.space());
    if (policy.kind == DocumentPolicy::Kind::TextOnly) return list.wishes();
    if (policy.kind == DocumentPolicy::Kind::MeetingFirst) {
        const auto meeting = documents.nextMeeting(today);
        if (!meeting) return Failure{meeting.fault()};
        auto papers = *meeting ? documents.papersOf(**meeting)
                               : Outcome<std::vector<KnownDocument>>(std::vector<KnownDocument>());
        if (!papers) return Failure{papers.fault()};
        sortBySize(*papers);
        for (const KnownDocument& paper : *papers)
            if (paper.isMissing() && !paper.isReplaced) list.add(paper);
    }
    for (const KnownDocument& document : bySize)
        if (document.isMissing() && !document.isReplaced && document.manifest->size <= policy.sizeMax)
            list.add(document);
    return list.wishes();
}

/// The file names and manifests of a space, opened; nothing where no record has a file, so that an office without
/// documents has no file for them either.
Outcome<std::optional<Documents>> documentsIn(Records& records) {
    const auto isAny = Documents::isAnyIn(records);
    if (!isAny) return Failure{isAny.fault()};
    if (!*isAny) return std::optional<Documents>();
    auto documents = Documents::in(records);
    if (!documents) return Failure{documents.fault()};
    return std::optional(std::move(*documents));
}

Outcome<Done> addWishes(Documents& documents, Day today, bool offerAgain, DocumentWishes& wishes) {
    if (offerAgain)
        if (auto done = documents.marks().forget(documents.space()); !done) return done;
    auto listed = documents.list();
    if (!listed) return Failure{listed.fault()};
    sortBySize(*listed);
    WishList list(documents.space());
    for (const KnownDocument& document : *listed)
        if (document.here == KnownDocument::Here::Whole && document.there != DocumentMarks::There::Whole)
            list.add(document);
    wishes.handOver.insert(wishes.handOver.end(), list.wishes().begin(), list.wishes().end());

    const auto policy = documents.marks().policy();
    if (!policy) return Failure{policy.fault()};
    const auto fetched = fetchedBy(*policy, documents, *listed, today);
    if (!fetched) return Failure{fetched.fault()};
    wishes.fetch.insert(wishes.fetch.end(), fetched->begin(), fetched->end());
    return Done{};
}

void addTo(DocumentsMoved& total, DocumentsMoved one) {
    const auto join = [](auto& all, auto& more) { all.insert(all.end(), more.begin(), more.end()); };
    total.bytes += one.bytes;
    join(total.handedOver, one.handedOver);
    join(total.fetched, one.fetched);
    join(total.notThere, one.notThere);
    join(total.refused, one.refused);
    if (!total.failed) total.failed = std::move(one.failed);
}

/// How this space stands now, and by what name its people know what was refused.
Outcome<Done> sumUp(const Documents& documents, DocumentSyncReport& report) {
    const auto standing = documents.standing();
    if (!standing) return Failure{standing.fault()};
    report.standing.missing += standing->missing;
    report.standing.missingBytes += standing->missingBytes;
    report.standing.unsent += standing->unsent;
    report.standing.unsentBytes += standing->unsentBytes;
    if (report.moved.refused.empty()) return Done{};
    const auto listed = documents.list();
    if (!listed) return Failure{listed.fault()};
    for (DocumentsMoved::Refused& refused : report.moved.refused)
        for (const KnownDocument& document : *listed)
            if (refused.wish.space == documents.space() && document.manifest &&
                document.manifest->document == refused.wish.document)
                refused.title = document.title;
    return Done{};
}

} // namespace

Outcome<DocumentSyncReport> synchronizeDocuments(Workspace& workspace, const std::vector<SpaceId>& spaces, Day today,
                                                 bool offerAgain, const DocumentWatcher& watcher) {
    DocumentSyncReport report;
    std::map<std::string, DocumentWishes> byServer;
    std::vector<std::unique_ptr<Records>> open;
    std::vector<Documents> all;
    for (const SpaceId& space : spaces) {
        auto records = Records::in(workspace, space);
        if (!records) return Failure{records.fault()};
        auto documents = documentsIn(**records);
        if (!documents) return Failure{documents.fault()};
        if (!*documents) continue;
        const auto removed = removeErasedDocuments(workspace, space);
        if (!removed) return Failure{removed.fault()};
        report.removed += *removed;
        const std::string& server = workspace.replica().findSpace(space)->server;
        if (!server.empty())
            if (auto added = addWishes(**documents, today, offerAgain, byServer[server]); !added)
                return Failure{added.fault()};
        open.push_back(std::move(*records));
        all.push_back(std::move(**documents));
    }
    for (auto& [server, wishes] : byServer)
        if (!wishes.isEmpty()) addTo(report.moved, moveDocuments(workspace, server, std::move(wishes), watcher));
    for (const Documents& documents : all)
        if (auto summed = sumUp(documents, report); !summed) return Failure{summed.fault()};
    return report;
}

} // namespace puente
