#include "client/core/documents.h"
#include "client/core/replica_notice.h"
#include "client/core/sealed_replica.h"
#include "client/core/status.h"
#include "client/core/text.h"

#include <algorithm>

namespace puente {

namespace {

constexpr std::size_t kPageSize = std::size_t{8} * 1024 * 1024;

/// Follows one log from its beginning: each segment is parsed anew, so its signature is checked, and must name the one
/// before it and go on where that ended.
Outcome<Done> verifyLog(const Replica& replica, const LogHeight& log, Verification& found) {
    Height at;
    while (at.sequence < log.height.sequence) {
        const auto page =
            replica.segmentsAfter(found.space, log.log, static_cast<std::uint32_t>(at.sequence), kPageSize);
        if (!page) return Failure{noticeOf(page.fault())};
        if (page->empty()) break;
        for (const Segment& stored : *page) {
            const auto segment = Segment::parse(Bytes(stored.wire().begin(), stored.wire().end()));
            const bool holds =
                segment.ok() && segment->header().previous == at.head && segment->header().first == at.sequence + 1;
            if (!holds) {
                found.bad.push_back(Text::tr("The log of %1 does not hold after change set %2.")
                                        .arg(replica.organizationName(found.space, log.log.device))
                                        .arg(at.sequence));
                return Done{};
            }
            at = {segment->header().last, segment->hash()};
            ++found.segments;
        }
    }
    if (at != log.height)
        found.bad.push_back(Text::tr("The log of %1 ends at %2 instead of %3.")
                                .arg(replica.organizationName(found.space, log.log.device))
                                .arg(at.sequence)
                                .arg(log.height.sequence));
    return Done{};
}

/// The file itself, for all spaces.
Outcome<Done> verifyDocumentFile(Workspace& workspace) {
    const auto store = workspace.documents();
    if (!store) return Failure{store.fault()};
    const auto integrity = (*store)->database().integrityCheck();
    const std::string file = documentsPathIn(workspace.folder());
    if (!integrity) return Failure{noticeOf(integrity.fault(), file)};
    if (*integrity != "ok") return Failure{noticeOf(SqlFault::Corrupt, file)};
    return Done{};
}

/// Every chunk of the documents that are here.
Outcome<Done> verifyDocuments(Workspace& workspace, Verification& found) {
    auto records = Records::in(workspace, found.space);
    if (!records) return Failure{records.fault()};
    auto documents = Documents::in(**records);
    if (!documents) return Failure{documents.fault()};
    const auto damaged = documents->dropDamaged();
    if (!damaged) return Failure{damaged.fault()};
    for (const KnownDocument& document : *damaged)
        found.bad.push_back(
            Text::tr("The disk has changed a part of the document “%1”; that part is not here any more. "
                     "“puente document fetch %2” brings it again.")
                .arg(document.title)
                .arg(document.handle));
    return Done{};
}

} // namespace

Outcome<std::vector<Verification>> verifyReplica(Workspace& workspace, bool full) {
    Replica& replica = workspace.replica();
    const auto integrity = replica.database().integrityCheck();
    if (!integrity) return Failure{noticeOf(integrity.fault(), SealedReplica::pathIn(workspace.folder()))};
    if (*integrity != "ok") return Failure{noticeOf(SqlFault::Corrupt, SealedReplica::pathIn(workspace.folder()))};
    std::vector<Verification> all;
    for (const SpaceInfo& info : replica.spaces()) {
        Verification found;
        found.space = info.id;
        for (const LogHeight& log : replica.heights(info.id))
            if (auto done = verifyLog(replica, log, found); !done) return Failure{done.fault()};
        const auto hash = replica.stateHash(info.id);
        if (!hash) return Failure{noticeOf(hash.fault(), info.name)};
        found.stateHash = toHex(hash->view());
        all.push_back(std::move(found));
    }
    const bool holds = std::ranges::all_of(all, [](const Verification& found) { return found.bad.empty(); });
    if (!full || !holds) return all; // from logs that do not hold nothing is made
    if (const auto rebuilt = replica.rebuild(); !rebuilt) return Failure{noticeOf(rebuilt.fault())};
    for (Verification& found : all) {
        const auto hash = replica.stateHash(found.space);
        if (!hash) return Failure{noticeOf(hash.fault())};
        found.rebuiltHash = toHex(hash->view());
        if (found.rebuiltHash != found.stateHash)
            found.bad.push_back(Text::tr("The records were not what the logs say; they were made again from them."));
    }
    if (!workspace.hasDocuments()) return all;
    if (auto done = verifyDocumentFile(workspace); !done) return Failure{done.fault()};
    for (Verification& found : all)
        if (auto done = verifyDocuments(workspace, found); !done) return Failure{done.fault()};
    return all;
}

} // namespace puente
