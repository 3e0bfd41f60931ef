#include "client/core/exchange.h"

#include "client/core/proxy.h"
#include "client/core/replica_notice.h"
#include "client/core/session_notice.h"
#include "client/core/text.h"

#include <map>

namespace puente {

namespace {

/// An initiator whose last fault is kept, so that somebody may be told of it.
class InitiatorConversation final : public Conversation {
public:
    explicit InitiatorConversation(Initiator& initiator) : m_initiator(initiator) {}

    bool start(Instant now) override { return keep(m_initiator.start(now)); }
    bool feed(ByteView bytes, Instant now) override { return keep(m_initiator.feed(bytes, now)); }
    bool tick(Instant now) override { return keep(m_initiator.tick(now)); }
    Bytes takeOutput() override { return m_initiator.takeOutput(); }
    bool isDone() const override { return m_initiator.isDone(); }

    std::optional<Initiator::Fault> fault() const { return m_fault; }

private:
    bool keep(const Result<Done, Initiator::Fault>& outcome) {
        if (!outcome) m_fault = outcome.fault();
        return outcome.ok();
    }

    Initiator& m_initiator;
    std::optional<Initiator::Fault> m_fault;
};

void addTo(SyncSummary& total, const SyncSummary& one) {
    total.sentSegments += one.sentSegments;
    total.receivedSegments += one.receivedSegments;
    total.sentChangeSets += one.sentChangeSets;
    total.receivedChangeSets += one.receivedChangeSets;
    total.bytesUp += one.bytesUp;
    total.bytesDown += one.bytesDown;
    total.roundTrips += one.roundTrips;
    total.admitted += one.admitted;
    total.refused.insert(total.refused.end(), one.refused.begin(), one.refused.end());
    total.incidents.insert(total.incidents.end(), one.incidents.begin(), one.incidents.end());
    total.spaces.insert(total.spaces.end(), one.spaces.begin(), one.spaces.end());
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
    InitiatorConversation conversation(initiator);
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
        if (auto notice = meet(workspace, address, there, progress, report))
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
