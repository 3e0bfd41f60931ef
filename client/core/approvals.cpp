#include "client/core/approvals.h"

#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/fold.h"
#include "client/domain/follow_up/labelled_text.h"

#include <algorithm>

namespace puente {

namespace {

std::vector<SpaceMember> membersOf(const Records& records) {
    const Replica& replica = records.workspace().replica();
    std::vector<SpaceMember> members;
    for (const auto& [id, organization] : replica.membership(records.space()).organizations)
        members.push_back({id, replica.organizationName(records.space(), id)});
    return members;
}

struct Found {
    std::vector<Government> governments;
    std::vector<ApprovalFound> approvals;
};
Outcome<Found> approvalsOf(const Records& records, const Dot& plan, Day at) {
    const std::vector<SpaceMember> members = membersOf(records);
    auto governments = governmentsAmong(records.catalogue(), records.space(), members, at);
    if (!governments) return Failure{noticeOf(governments.fault())};
    const Membership& membership = records.workspace().replica().membership(records.space());
    auto approvals = ApprovalReader(records.catalogue(), membership).read(records.space(), plan, members, *governments);
    if (!approvals) return Failure{noticeOf(approvals.fault())};
    return Found{std::move(*governments), std::move(*approvals)};
}

std::optional<std::int64_t> quorumOf(const Records& records, const Dot& plan) {
    const auto component = records.catalogue().component(plan);
    if (!component || !*component) return std::nullopt;
    return RecordReader(**component, *records.catalogue().schema().type("plan")).number("quorum");
}

Outcome<Done> mayDecide(const Workspace& workspace) {
    if (workspace.office().kind != OrganizationKind::Government)
        return Failure{Notice{ExitCode::Refused, Text::tr("Only a government approves or rejects a plan."),
                              workspace.office().organization,
                              Text::tr("Other organisations suggest: “puente plan suggest”.")}};
    if (workspace.keyring().device().certificate.asksForSignature())
        return Failure{Notice{ExitCode::Refused, Text::tr("The organisation has not certified this device yet."),
                              workspace.office().organization,
                              Text::tr("Its first device does, with “puente device admit”; then synchronise.")}};
    return Done{};
}

Notice otherVersion(const std::string& wanted, const FrozenPlan& current, const std::string& plan) {
    return {ExitCode::Refused,
            Text::tr("The plan here is not the version “%1”: it is %2.").arg(wanted).arg(toHex(current.version.view())),
            plan, Text::tr("Read it again (“puente plan freeze”) before you sign it.")};
}

/// This office's own decision on that version that is on record and holds.
std::optional<Dot> ownDecision(const Workspace& workspace, const std::vector<ApprovalFound>& approvals,
                               const Sha256& version) {
    for (const ApprovalFound& found : approvals) {
        if (!found.checked || found.refusal == ApprovalRefusal::WrittenByOther) continue;
        const bool isOwn = found.checked->certificate.device.organization == workspace.keyring().organization();
        if (isOwn && found.checked->statement.version == version) return found.record;
    }
    return std::nullopt;
}

void fill(Edit& edit, const RecordType& type, const Dot& plan, const ApprovalStatement& statement,
          const SignedApproval& proof, const std::string& frozen) {
    setField(edit, type, "plan", Reference{plan});
    setField(edit, type, "version", toHex(statement.version.view()));
    setField(edit, type, "organization", statement.organization);
    setSymbol(edit, type, "country", statement.country);
    setField(edit, type, "decision", Symbol{static_cast<std::uint32_t>(statement.decision)});
    if (statement.remark.empty())
        edit.clear(type.field("reservation")->number);
    else
        setField(edit, type, "reservation", statement.remark);
    setField(edit, type, "decided", statement.date);
    setField(edit, type, "statement", proof.statement);
    setField(edit, type, "signature", toHex(proof.signature.view()));
    setField(edit, type, "approval_key", proof.certificate);
    setField(edit, type, "frozen", frozen);
}

} // namespace

Outcome<PlanStanding> standingOf(Records& records, const Dot& plan, Day at) {
    auto current = Plans(records).freeze(plan);
    if (!current) return Failure{current.fault()};
    const auto found = approvalsOf(records, plan, at);
    if (!found) return Failure{found.fault()};
    const StatusQuery query{.version = current->version, .at = at, .quorum = quorumOf(records, plan)};
    PlanStatus status = statusFrom(found->governments, found->approvals, query);
    return PlanStanding{std::move(*current), std::move(status)};
}

Outcome<std::vector<ApprovalFound>> signaturesOn(Records& records, const Dot& plan, Day at) {
    const auto current = Plans(records).freeze(plan);
    if (!current && current.fault().code == ExitCode::Pending) return std::vector<ApprovalFound>{};
    if (!current) return Failure{current.fault()};
    const auto found = approvalsOf(records, plan, at);
    if (!found) return Failure{found.fault()};
    std::vector<ApprovalFound> signatures;
    for (const ApprovalFound& approval : found->approvals) {
        if (!approval.counts()) continue;
        const ApprovalStatement& statement = approval.checked->statement;
        if (statement.version == current->version && statement.date <= at) signatures.push_back(approval);
    }
    return signatures;
}

Outcome<ApprovalStatement> decideOn(Records& records, const Dot& plan, const ApprovalRequest& request,
                                    const PassphraseSource& source) {
    Workspace& workspace = records.workspace();
    if (const auto may = mayDecide(workspace); !may) return Failure{may.fault()};
    Plans plans(records);
    const auto current = plans.freeze(plan);
    if (!current) return Failure{current.fault()};
    const auto view = plans.view(plan);
    if (!view) return Failure{view.fault()};
    if (!toHex(current->version.view()).starts_with(fold(request.version)))
        return Failure{otherVersion(request.version, *current, view->title)};
    const auto found = approvalsOf(records, plan, request.date);
    if (!found) return Failure{found.fault()};

    const ApprovalStatement statement{.plan = signable(view->title),
                                      .year = signable(view->year),
                                      .version = current->version,
                                      .organization = signable(workspace.replica().organizationName(
                                          records.space(), workspace.keyring().organization())),
                                      .country = workspace.office().country,
                                      .decision = request.decision,
                                      .remark = signable(trimmed(request.remark)),
                                      .date = request.date};
    SignedApproval proof{.statement = statementText(statement), .signature = {}, .certificate = {}};
    if (!readStatement(proof.statement))
        return Failure{usageNotice(Text::tr("What is to be signed has no certain text, or is too long."),
                                   Text::tr("Give a reservation or reason of fewer words."))};
    const auto key = workspace.approvalKey(source);
    if (!key) return Failure{key.fault()};
    const DeviceKeys& device = workspace.keyring().device();
    proof.signature = (*key)->sign(bytesOf(proof.statement));
    proof.certificate =
        certificateText(ApprovalCertificate::issue(device.certificate, device.signing, (*key)->publicId()));

    const RecordType& type = *records.catalogue().schema().type("approval");
    const auto known = ownDecision(workspace, found->approvals, current->version);
    const auto component = known ? records.catalogue().component(*known) : std::optional<Component>();
    if (!component) return Failure{noticeOf(component.fault())};
    Edit edit =
        *component ? Edit::of(**component) : Edit::create(type, ownLogNumber(workspace.replica(), records.space()));
    fill(edit, type, plan, statement, proof, current->text);
    if (edit.isEmpty()) return statement;
    if (const auto written = records.commit(edit.operations()); !written) return Failure{written.fault()};
    return statement;
}

std::string textOf(ApprovalRefusal refusal) {
    switch (refusal) {
    case ApprovalRefusal::Malformed: return Text::tr("it is not whole, or was altered");
    case ApprovalRefusal::NotCertified: return Text::tr("its key is not vouched for by the organisation");
    case ApprovalRefusal::NotAuthentic: return Text::tr("its signature does not hold");
    case ApprovalRefusal::WrittenByOther: return Text::tr("another organisation has written it, or over it");
    case ApprovalRefusal::WrongName: return Text::tr("it names another organisation or country than its signer's");
    case ApprovalRefusal::NoGovernment: return Text::tr("its signer is no government in the directory of this space");
    }
    return {};
}

} // namespace puente
