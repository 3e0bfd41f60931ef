#include "client/domain/follow_up/plan_status.h"

#include "client/domain/fold.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace puente {

namespace {

constexpr std::size_t kTriplesMax = 64; // of values in conflict; nobody needs that many

constexpr std::array<std::string_view, 6> kStateWords{"approved", "with_reservation", "rejected",
                                                      "missing",  "changed_since",    "contested"};
constexpr std::array<std::string_view, 6> kRefusalWords{"malformed",        "not_certified", "not_authentic",
                                                        "written_by_other", "wrong_name",    "no_government"};

ApprovalRefusal refusalFor(ApprovalFault fault) {
    switch (fault) {
    case ApprovalFault::Malformed: return ApprovalRefusal::Malformed;
    case ApprovalFault::NotCertified: return ApprovalRefusal::NotCertified;
    case ApprovalFault::NotAuthentic: break;
    }
    return ApprovalRefusal::NotAuthentic;
}

std::string textOf(const LiveValue& live) {
    const auto* text = std::get_if<std::string>(&live.value);
    return text ? *text : std::string();
}

/// The value to show comes first, then the others that stand there.
std::vector<LiveValue> valuesOf(const Component& record, const RecordType& type, std::string_view field) {
    FieldState state = record.field(type.field(field)->number);
    if (const LiveValue* shown = record.displayedIn(state))
        std::iter_swap(state.values.begin(), state.values.begin() + (shown - state.values.data()));
    return state.values;
}

GovernmentStatus::State stateOf(ApprovalDecision decision) {
    switch (decision) {
    case ApprovalDecision::Approved: return GovernmentStatus::State::Approved;
    case ApprovalDecision::WithReservation: return GovernmentStatus::State::WithReservation;
    case ApprovalDecision::Rejected: break;
    }
    return GovernmentStatus::State::Rejected;
}

/// True when the one was decided before the other: by its date, on one day by when it was written.
bool isEarlier(const ApprovalFound& a, const ApprovalFound& b) {
    return std::tie(a.checked->statement.date, a.written) < std::tie(b.checked->statement.date, b.written);
}

} // namespace

std::string_view wordOf(GovernmentStatus::State state) {
    return kStateWords[static_cast<std::size_t>(state)];
}

std::string_view wordOf(ApprovalRefusal refusal) {
    return kRefusalWords[static_cast<std::size_t>(refusal)];
}

std::optional<OrganizationId> ApprovalReader::authorOf(const LiveValue& live) const {
    const DeviceCertificate* certificate =
        m_membership.certificateOf(m_catalogue.replica().logs()[live.dot.log].device);
    return certificate ? std::optional(certificate->organization) : std::nullopt;
}

std::string ApprovalReader::frozenIn(const Component& record, const RecordType& type, const Sha256& version) const {
    for (const std::vector<LiveValue> values = valuesOf(record, type, "frozen"); const LiveValue& value : values)
        if (const std::string text = textOf(value); sha256(bytesOf(text)) == version) return text;
    return {};
}

std::vector<ApprovalFound> ApprovalReader::readRecord(const Component& record, const RecordType& type) const {
    const ApprovalFound empty{.record = record.id(), .organization = RecordReader(record, type).text("organization")};
    const auto statements = valuesOf(record, type, "statement"), signatures = valuesOf(record, type, "signature"),
               keys = valuesOf(record, type, "approval_key");
    std::vector<ApprovalFound> good;
    ApprovalFound bad = empty;
    bad.refusal = ApprovalRefusal::Malformed;
    const auto tryOut = [&](const LiveValue& statement, const LiveValue& signature, const LiveValue& key) {
        ApprovalFound found = empty;
        const auto bytes = fromHex(textOf(signature));
        const auto read = bytes ? Signature::from(*bytes) : std::nullopt;
        found.proof = {textOf(statement), read.value_or(Signature{}), textOf(key)};
        found.written = statement.stamp;
        if (const auto checked = checkApproval(found.proof); checked) {
            found.checked = *checked;
            const OrganizationId& signer = checked->certificate.device.organization;
            if (authorOf(statement) != signer || authorOf(signature) != signer || authorOf(key) != signer)
                found.refusal = ApprovalRefusal::WrittenByOther;
            found.frozen = frozenIn(record, type, checked->statement.version);
        } else {
            found.refusal = refusalFor(checked.fault());
        }
        if (found.counts())
            good.push_back(std::move(found));
        else if (bad.proof.statement.empty())
            bad = std::move(found); // of what does not hold the first, which is what people see in the record
    };
    std::size_t tried = 0;
    for (const LiveValue& statement : statements)
        for (const LiveValue& signature : signatures)
            for (const LiveValue& key : keys)
                if (tried++ < kTriplesMax) tryOut(statement, signature, key);
    if (good.empty()) good.push_back(std::move(bad));
    return good;
}

Result<std::vector<ApprovalFound>, ReplicaFault> ApprovalReader::read(
    const SpaceId& space, const Dot& plan, const std::vector<SpaceMember>& members,
    const std::vector<Government>& governments) const {
    const RecordType& type = *m_catalogue.schema().type("approval");
    const auto records = recordsAbout(m_catalogue, space, type, "plan", plan);
    if (!records) return Failure{records.fault()};
    std::vector<ApprovalFound> all;
    for (const Component& record : *records)
        for (ApprovalFound& found : readRecord(record, type))
            all.push_back(std::move(found));
    for (ApprovalFound& found : all) {
        if (!found.counts()) continue;
        const ApprovalStatement& statement = found.checked->statement;
        const OrganizationId& signer = found.checked->certificate.device.organization;
        const auto member =
            std::find_if(members.begin(), members.end(), [&](const SpaceMember& known) { return known.id == signer; });
        const auto government = std::find_if(governments.begin(), governments.end(),
                                             [&](const Government& known) { return known.id == signer; });
        if (member == members.end() || government == governments.end()) {
            found.refusal = ApprovalRefusal::NoGovernment;
            continue;
        }
        const auto& countries = government->countries;
        const bool isItsCountry =
            countries.empty() || std::find(countries.begin(), countries.end(), statement.country) != countries.end();
        if (fold(statement.organization) != fold(member->name) || !isItsCountry)
            found.refusal = ApprovalRefusal::WrongName;
    }
    return all;
}

PlanStatus statusFrom(const std::vector<Government>& governments, const std::vector<ApprovalFound>& approvals,
                      const StatusQuery& query) {
    PlanStatus status;
    for (const ApprovalFound& approval : approvals)
        if (!approval.counts()) status.invalid.push_back(approval);
    for (const Government& government : governments) {
        GovernmentStatus own{.government = government};
        for (const ApprovalFound& approval : approvals) {
            if (!approval.counts() || approval.checked->certificate.device.organization != government.id) continue;
            const ApprovalStatement& statement = approval.checked->statement;
            if (statement.date > query.at) continue;
            const bool isCurrent = statement.version == query.version;
            const bool isSettled = own.approval && own.state != GovernmentStatus::State::ChangedSince;
            if (!isCurrent) {
                if (isSettled || (own.approval && isEarlier(approval, *own.approval))) continue;
                own.state = GovernmentStatus::State::ChangedSince;
                own.approval = approval;
                continue;
            }
            const bool differs = isSettled && (own.approval->checked->statement.decision != statement.decision ||
                                               own.approval->checked->statement.remark != statement.remark);
            if (differs || own.state == GovernmentStatus::State::Contested) {
                own.state = GovernmentStatus::State::Contested;
                continue;
            }
            own.state = stateOf(statement.decision);
            own.approval = approval;
        }
        using State = GovernmentStatus::State;
        if (own.state == State::Approved || own.state == State::WithReservation) ++status.approvals;
        status.governments.push_back(std::move(own));
    }
    const auto wanted = static_cast<std::size_t>(std::max<std::int64_t>(query.quorum.value_or(0), 0));
    status.quorum = wanted > 0 ? wanted : governments.size();
    return status;
}

} // namespace puente
