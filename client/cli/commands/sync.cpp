#include "client/cli/commands/commands.h"

#include "client/cli/exchange_output.h"
#include "client/core/exchange.h"
#include "client/core/status.h"
#include "client/core/text.h"

#include <cstdio>

namespace puente {

namespace {

/// Notes when the spaces with a receipt were last confirmed, and indexes what arrived, so that the next list is quick.
Outcome<Done> finish(Invocation& invocation, const SyncReport& report) {
    Workspace& workspace = **invocation.workspace();
    std::vector<SpaceId> confirmed;
    for (const SyncSummary::SpaceOutcome& space : report.total.spaces) {
        if (space.receipt) confirmed.push_back(space.space);
        if (report.total.receivedSegments == 0) continue;
        if (const auto indexed = Records::in(workspace, space.space); !indexed) return Failure{indexed.fault()};
    }
    return noteSync(workspace, confirmed);
}

/// Shows on a terminal that something moves; on a slow link it may take minutes.
Progress progressOn(const Console& console) {
    if (!console.showsProgress()) return {};
    return [](const Traffic& traffic) {
        const std::string line =
            Text::tr("Sent %1, received %2 …").arg(bytesText(traffic.bytesUp)).arg(bytesText(traffic.bytesDown));
        std::fprintf(stderr, "\r%s   \r", line.c_str());
    };
}

ExitCode codeOf(const SyncReport& report) {
    if (!report.isComplete()) return ExitCode::PartlyDone;
    return report.conflicts > 0 ? ExitCode::Pending : ExitCode::Done;
}

Outcome<ExitCode> sync(Invocation& invocation) {
    const auto spaces = invocation.spaces();
    if (!spaces) return Failure{spaces.fault()};
    Workspace& workspace = **invocation.workspace();
    const auto report = synchronize(workspace, *spaces, progressOn(invocation.console));
    if (!report) return Failure{report.fault()};
    if (auto finished = finish(invocation, *report); !finished) return Failure{finished.fault()};
    printSync(invocation.console, workspace, *report);
    return codeOf(*report);
}

} // namespace

std::vector<Command> syncCommands() {
    return {{
        .path = "sync",
        .summary = Text::tr("Exchange with the server what is new on both sides."),
        .options = {spaceOption()},
        .run = sync,
    }};
}

} // namespace puente
