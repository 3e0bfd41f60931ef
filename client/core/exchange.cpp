#include "client/core/exchange.h"

#include "client/core/proxy.h"
#include "client/core/replica_notice.h"
#include "client/core/session_notice.h"
#include "client/core/text.h"

#include <map>

namespace puente {

namespace {

void addTo(SyncSummary& total, const SyncSummary& one) {
    total.sentSegments += one.sentSegments;
    total.receivedSegments += one.receivedSegments;
    total.sentChangeSets += one.sentChangeSets;
    total.receivedChangeSets += one.receivedChangeSets;
    total.bytesUp += one.bytesUp;
    total.bytesDown += one.bytesDown;
    total.roundTrips += one.roundTrips;
    total.admitted += one.admitted;
    total.writtenAgain += one.writtenAgain;
    total.keysRenewed += one.keysRenewed;
    total.keysForwarded += one.keysForwarded;
    total.refused.insert(total.refused.end(), one.refused.begin(), one.refused.end());
    total.incidents.insert(total.incidents.end(), one.incidents.begin(), one.incidents.end());
    for (const SyncSummary::SpaceOutcome& space : one.spaces) { // a later word about a space replaces an earlier one
        std::erase_if(total.spaces, [&](const SyncSummary::SpaceOutcome& old) { return old.space == space.space; });
        total.spaces.push_back(space);
    }
}

/// One conversation with one server about its spaces.
std::optional<Notice> meet(Workspace& workspace, const std::string& addressText, const std::vector<SpaceId>& spaces,
                           const Progress& progress, SyncReport& report) {
    const auto address = serverAddressFromText(addressText);
    if (!address) return badAddressNotice(addressText);
    auto proxy = proxyFromEnvironment();
    if (!proxy) return proxy.fault();

    Initiator initiator(workspace.replica(), workspace.keyring().device(), workspace.entropy(),
                        {.server = address->server, .spaces = spaces});
    ConversationOf<Initiator> conversation(initiator);
    TransportOptions options;
    options.proxy = std::move(*proxy);
    options.onProgress = progress;
    const auto carried = converse(*address, conversation, workspace.clock(), options);
    addTo(report.total, initiator.summary());
    report.total.receipt = report.total.receipt && initiator.summary().receipt;
    if (carried) return std::nullopt;
    const std::string where = address->host + ":" + std::to_string(address->port);
    if (carried.fault() != TransportFault::Conversation || !conversation.fault())
        return noticeOf(carried.fault(), where);
    return noticeOf(*conversation.fault(), initiator, where);
}

/// The spaces that never met their server and hold what others wrote: it came by bundle, and may be news to the server.
std::vector<SpaceId> carried(const Replica& replica, const std::vector<SpaceId>& spaces) {
    std::vector<SpaceId> found;
    for (const SpaceId& space : spaces) {
        const LogId& own = replica.findSpace(space)->ownLog;
        for (const LogHeight& log : replica.heights(space)) {
            if (replica.cursor(space).at.position > 0 || log.log == own || log.height.sequence == 0) continue;
            found.push_back(space);
            break;
        }
    }
    return found;
}

/// Meets a server about its spaces; once more about those whose heights it has to be told first.
std::optional<Notice> meetAll(Workspace& workspace, const std::string& address, const std::vector<SpaceId>& spaces,
                              const Progress& progress, SyncReport& report) {
    const std::vector<SpaceId> news = carried(workspace.replica(), spaces);
    auto notice = meet(workspace, address, spaces, progress, report);
    if (notice || news.empty()) return notice;
    for (const SpaceId& space : news)
        if (const auto asked = workspace.replica().compareNext(space); !asked) return noticeOf(asked.fault());
    return meet(workspace, address, news, progress, report);
}

/// The spaces by the server where they meet.
std::map<std::string, std::vector<SpaceId>> byServer(const Replica& replica, const std::vector<SpaceId>& spaces) {
    std::map<std::string, std::vector<SpaceId>> servers;
    for (const SpaceId& space : spaces)
        servers[replica.findSpace(space)->server].push_back(space);
    return servers;
}

bool movedNothing(const SyncSummary& total) {
    return total.sentSegments == 0 && total.receivedSegments == 0 && total.spaces.empty();
}

} // namespace

Outcome<SyncReport> synchronize(Workspace& workspace, const std::vector<SpaceId>& spaces, const Progress& progress) {
    const Instant begin = workspace.now();
    SyncReport report;
    auto servers = byServer(workspace.replica(), spaces);
    if (const auto none = servers.extract(""); !none.empty()) report.withoutServer = none.mapped();
    report.total.receipt = !servers.empty();
    for (const auto& [address, there] : servers)
        if (auto notice = meetAll(workspace, address, there, progress, report))
            report.failed.push_back(std::move(*notice));
    if (servers.size() == 1 && !report.failed.empty() && movedNothing(report.total))
        return Failure{report.failed.front()};

    for (const SpaceId& space : spaces) {
        const auto counts = workspace.replica().counts(space);
        if (!counts) return Failure{noticeOf(counts.fault())};
        report.conflicts += counts->conflicts;
    }
    report.total.receipt = report.total.receipt && report.failed.empty();
    report.milliseconds = static_cast<std::uint64_t>((workspace.now() - begin).count());
    return report;
}

} // namespace puente
