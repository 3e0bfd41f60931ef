#pragma once

#include "client/domain/follow_up/approval_proof.h"
#include "client/domain/follow_up/plan_text.h"

#include <optional>
#include <string>
#include <vector>

namespace puente {

/// An organisation of a space, as its membership log has it.
struct SpaceMember {
    OrganizationId id;
    std::string name;
};

/// An organisation whose word on a plan counts.
struct Government {
    OrganizationId id;
    std::string name;
    std::vector<std::string> countries; ///< ISO 3166, as the directory has them; mostly one, none if it does not say
};

/// The governments among the members: those that an organisation record of kind government names, on that day. Of one
/// country with several of them only those count that have a focal point, if any has. Why: docs/decisions/0170.
Result<std::vector<Government>, ReplicaFault> governmentsAmong(const Catalogue& catalogue, const SpaceId& space,
                                                               const std::vector<SpaceMember>& members, Day at);

/// Why an approval record does not count.
enum class ApprovalRefusal : std::uint8_t {
    Malformed, ///< see ApprovalFault
    NotCertified,
    NotAuthentic,
    WrittenByOther, ///< somebody else than the organisation that it speaks for has written it
    WrongName,      ///< it names another organisation or country than whoever signed it
    NoGovernment,   ///< by a member that is no government of this space
};

/// An approval record as it was found.
struct ApprovalFound {
    Dot record;
    std::string organization; ///< whom the record names
    std::optional<CheckedApproval> checked = {};
    std::optional<ApprovalRefusal> refusal = {};
    SignedApproval proof = {};
    std::string frozen = {}; ///< the text that was signed, if it is here: its hash was compared
    Stamp written = {};

    bool counts() const { return checked && !refusal; }
};

/// Every approval of a plan, checked. A value counts only where a device of the organisation itself wrote it: what
/// others write over it makes the approval void, never another one.
class ApprovalReader {
public:
    ApprovalReader(const Catalogue& catalogue, const Membership& membership)
        : m_catalogue(catalogue), m_membership(membership) {}

    Result<std::vector<ApprovalFound>, ReplicaFault> read(const SpaceId& space, const Dot& plan,
                                                          const std::vector<SpaceMember>& members,
                                                          const std::vector<Government>& governments) const;

private:
    std::vector<ApprovalFound> readRecord(const Component& record, const RecordType& type) const;
    std::optional<OrganizationId> authorOf(const LiveValue& live) const;
    std::string frozenIn(const Component& record, const RecordType& type, const Sha256& version) const;

    const Catalogue& m_catalogue;
    const Membership& m_membership;
};

/// How one government stands to the current text.
struct GovernmentStatus {
    enum class State : std::uint8_t {
        Approved,
        WithReservation,
        Rejected,
        Missing,
        ChangedSince, ///< it decided on an earlier text
        Contested,    ///< two of its devices decided differently on this text
    };
    Government government;
    State state = State::Missing;
    std::optional<ApprovalFound> approval = {}; ///< what it decided last, on this text if on any
};

struct PlanStatus {
    std::vector<GovernmentStatus> governments; ///< by country, then by name
    std::vector<ApprovalFound> invalid;
    std::size_t approvals = 0; ///< with and without reservation, of the current text
    std::size_t quorum = 0;
    bool isApproved() const { return quorum > 0 && approvals >= quorum; }
};

struct StatusQuery {
    Sha256 version;                     ///< of the current text
    Day at;                             ///< decisions of later days do not count
    std::optional<std::int64_t> quorum; ///< all governments if nothing
};
PlanStatus statusFrom(const std::vector<Government>& governments, const std::vector<ApprovalFound>& approvals,
                      const StatusQuery& query);

/// "approved", "with_reservation", "rejected", "missing", "changed_since", "contested": for JSON.
std::string_view wordOf(GovernmentStatus::State state);
/// "not_authentic" and so on: for JSON.
std::string_view wordOf(ApprovalRefusal refusal);

} // namespace puente
