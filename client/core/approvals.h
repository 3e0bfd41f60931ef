#pragma once

#include "client/core/passphrase_source.h"
#include "client/core/plans.h"

#include <string>
#include <vector>

namespace puente {

/// What governments say of a plan's exact text.
struct PlanStanding {
    FrozenPlan current;
    PlanStatus status;
};
Outcome<PlanStanding> standingOf(Records& records, const Dot& plan, Day at);

/// The approvals of a plan that count and are about its text as it stands, decided by that day. None while it has no
/// certain text: nobody can have signed that.
Outcome<std::vector<ApprovalFound>> signaturesOn(Records& records, const Dot& plan, Day at);

struct ApprovalRequest {
    ApprovalDecision decision = ApprovalDecision::Approved;
    std::string remark = {};
    std::string version = {}; ///< the beginning of the version that is meant; any if empty
    Day date;
};
/// Signs the plan's current text for this office, which must be a government's, and keeps that as a record. A later
/// decision on the same text takes the place of an earlier one.
Outcome<ApprovalStatement> decideOn(Records& records, const Dot& plan, const ApprovalRequest& request,
                                    const PassphraseSource& source);

/// Why an approval does not count, in words.
std::string textOf(ApprovalRefusal refusal);

/// Writes the plan with all approvals that count, as files that anybody can check: docs/formats/plan_approval.md. Into
/// a folder that is not there yet, or is empty; the names of the files.
Outcome<std::vector<std::string>> exportPlan(Records& records, const Dot& plan, Day at, const std::string& folder);

/// One approval of such a folder.
struct ExportedApproval {
    std::string name; ///< what its files begin with
    std::optional<CheckedApproval> checked = {};
    std::string planFile = {}; ///< the text of the version that was signed
    std::string fault = {};    ///< in words; empty if all of it holds
};
struct PlanFolder {
    std::string version; ///< SHA-256 of plan.txt
    std::vector<ExportedApproval> approvals;
    bool holds() const;
};
/// Checks such a folder; needs no replica.
Outcome<PlanFolder> readPlanFolder(const std::string& folder);
/// True for a folder, whatever is in it.
bool isFolder(const std::string& path);

} // namespace puente
