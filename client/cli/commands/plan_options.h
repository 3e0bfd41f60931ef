#pragma once

#include "client/cli/command.h"
#include "client/core/approvals.h"

#include <vector>

namespace puente {

/// PLAN, as all verbs about plans take it.
PositionalSpec planPositional();
/// The plan that PLAN names, and the day of --at; today if there is none.
struct AskedPlan {
    Records* records = nullptr;
    Dot plan;
    Day at;
};
Outcome<AskedPlan> askedPlan(Invocation& invocation);

/// The verbs about a plan's exact text and who approves it, a part of planCommands() with a file of its own.
std::vector<Command> planApprovalCommands();
/// `plan export`, beside `verify FOLDER`.
Outcome<ExitCode> exportPlanFolder(Invocation& invocation);

/// "approves", and so on: for people.
std::string decisionText(ApprovalDecision decision);
/// The first digits of a version, as lists show it.
std::string shortVersion(const Sha256& version);

} // namespace puente
