#include "sync/bundle/bundle.h"

namespace puente {

namespace {

void count(BundleReport::Space& report, Reception reception) {
    switch (reception) {
    case Reception::Accepted: ++report.accepted; return;
    case Reception::Erased:
    case Reception::Known: ++report.already; return;
    case Reception::UnknownAuthor:
    case Reception::NoKey: ++report.waiting; return;
    case Reception::Quarantined:
    case Reception::Fork: ++report.quarantined; return;
    case Reception::Gap:
    case Reception::NotAllowed:
    case Reception::Malformed:
    case Reception::Broken: ++report.refused; return;
    }
}

Result<BundleReport::Space, ReplicaFault> importSpace(Replica& replica, Bundle::Space space) {
    BundleReport::Space report;
    report.id = space.id;
    report.known = replica.findSpace(space.id) != nullptr;
    if (!report.known) return report;
    const auto received = replica.receive(space.id, std::move(space.entries));
    if (!received) return Failure{received.fault()};
    for (const Reception reception : received->outcomes)
        count(report, reception);
    report.changeSets = received->changeSets;
    if (report.accepted > 0) { // whoever wrote them may never meet the server: they are handed on
        if (const auto asked = replica.compareNext(space.id); !asked) return Failure{asked.fault()};
    }
    for (Bytes& bytes : space.joinRequests) {
        const std::optional<JoinRequest> request = JoinRequest::parse(std::move(bytes));
        if (!request || request->content().space != space.id) {
            ++report.refused;
            continue;
        }
        const auto kept = replica.keepJoinRequest(*request);
        const bool isStray = !kept && kept.fault() == ReplicaFault::NotAllowed; // of an invite nobody here knows
        if (!kept && !isStray) return Failure{kept.fault()};
        ++(isStray ? report.refused : report.joinRequests);
    }
    // Where there is a server it is asked first: it may have more of the other branch.
    if (!replica.findSpace(space.id)->server.empty()) return report;
    const auto mended = replica.mendOwnForks(space.id);
    if (!mended) return Failure{mended.fault()};
    report.writtenAgain = mended->writtenAgain;
    return report;
}

} // namespace

Result<BundleReport, ReplicaFault> importBundle(Replica& replica, Bundle bundle) {
    BundleReport report;
    for (Bundle::Space& space : bundle.spaces) {
        const auto imported = importSpace(replica, std::move(space));
        if (!imported) return Failure{imported.fault()};
        report.spaces.push_back(*imported);
    }
    return report;
}

} // namespace puente
