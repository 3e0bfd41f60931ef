#include "client/cli/commands/commands.h"

#include "client/cli/day_option.h"
#include "client/cli/document_output.h"
#include "client/cli/exchange_output.h"
#include "client/core/exchange.h"
#include "client/core/status.h"
#include "client/core/text.h"
#include "client/domain/calendar.h"

#include <algorithm>
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

ExitCode codeOf(const SyncReport& report, const DocumentSyncReport& documents) {
    if (!report.isComplete() || documents.moved.failed || !documents.moved.refused.empty()) return ExitCode::PartlyDone;
    return report.conflicts > 0 ? ExitCode::Pending : ExitCode::Done;
}

/// What the servers lack goes there, and what the policy says comes here.
Outcome<DocumentSyncReport> moveDocuments(Invocation& invocation, const std::vector<SpaceId>& spaces,
                                          const SyncReport& report) {
    const auto day = dayFrom(invocation.arguments, "--at", dayOf((*invocation.workspace())->now()));
    if (!day) return Failure{day.fault()};
    // What a server was known to have is not known any more when it says that it lost something.
    const bool hasLost = std::any_of(report.total.incidents.begin(), report.total.incidents.end(), [](const auto& one) {
        return one.incident == SyncSummary::Incident::ServerLostData ||
               one.incident == SyncSummary::Incident::ServerReplaced;
    });
    return synchronizeDocuments(**invocation.workspace(), spaces, *day,
                                hasLost || invocation.arguments.has("--offer-documents"),
                                documentProgressOn(invocation.console));
}

Outcome<ExitCode> sync(Invocation& invocation) {
    const auto spaces = invocation.spaces();
    if (!spaces) return Failure{spaces.fault()};
    Workspace& workspace = **invocation.workspace();
    const auto report = synchronize(workspace, *spaces, progressOn(invocation.console));
    if (!report) return Failure{report.fault()};
    if (auto finished = finish(invocation, *report); !finished) return Failure{finished.fault()};
    const auto documents = moveDocuments(invocation, *spaces, *report);
    if (!documents) return Failure{documents.fault()};
    printSync(invocation.console, workspace, *report, *documents);
    return codeOf(*report, *documents);
}

} // namespace

std::vector<Command> syncCommands() {
    return {{
        .path = "sync",
        .summary = Text::tr("Exchange with the server what is new on both sides."),
        .options = {spaceOption(),
                    {"--offer-documents", "", Text::tr("Ask for every document here whether the server has it still.")},
                    dayOption("--at", Text::tr("The day by which the next meeting is found; today unless said."))},
        .run = sync,
    }};
}

} // namespace puente
