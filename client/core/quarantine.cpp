#include "client/core/quarantine.h"

#include "client/core/replica_notice.h"
#include "client/core/roster.h"
#include "client/core/text.h"

namespace puente {

namespace {

constexpr std::size_t kPrefixMin = 4;

std::string suffixOf(const LogId& log) {
    return "/" + std::to_string(log.incarnation);
}

bool answers(const LogId& log, std::string_view text) {
    const std::string_view device = text.substr(0, text.find('/'));
    const bool isIncarnation = device.size() == text.size() || text.substr(device.size()) == suffixOf(log);
    return isIncarnation && device.size() >= kPrefixMin && toHex(log.device.view()).starts_with(device);
}

} // namespace

Outcome<std::vector<QuarantineView>> quarantineOf(const Workspace& workspace, const SpaceId& space) {
    const Replica& replica = workspace.replica();
    const auto logs = replica.quarantined(space);
    if (!logs) return Failure{noticeOf(logs.fault())};
    std::vector<QuarantineView> views;
    for (const Replica::QuarantinedLog& log : *logs)
        views.push_back({.content = log,
                         .organization = replica.organizationName(space, log.log.device),
                         .name = shortId(log.log.device.view()) + suffixOf(log.log)});
    return views;
}

Outcome<QuarantineView> findQuarantined(const std::vector<QuarantineView>& all, std::string_view text) {
    std::vector<QuarantineView> found;
    for (const QuarantineView& view : all)
        if (answers(view.content.log, text)) found.push_back(view);
    if (found.size() == 1) return found.front();
    return Failure{usageNotice(
        found.empty() ? Text::tr("There is no such log in quarantine.") : Text::tr("Several answer to that."),
        Text::tr("“%1” shows those there are.").arg("puente quarantine list"), std::string(text))};
}

Outcome<BundleWritten> exportQuarantined(Workspace& workspace, const SpaceId& space, const QuarantineView& log,
                                         const std::string& path) {
    return writeBundle(workspace, {{.space = space, .quarantined = log.content.log}}, path);
}

Outcome<std::uint32_t> adoptQuarantined(Workspace& workspace, const SpaceId& space, const QuarantineView& log) {
    if (log.content.isAdopted)
        return Failure{Notice{ExitCode::Pending, Text::tr("This office has adopted it already."), log.name,
                              Text::tr("Its changes are among this office's own.")}};
    const auto adopted = workspace.replica().adopt(space, log.content.log);
    if (!adopted) return Failure{noticeOf(adopted.fault(), workspace.replica().findSpace(space)->name)};
    return *adopted;
}

} // namespace puente
