#pragma once

#include "sync/membership/membership.h"
#include "sync/membership/record_graph.h"

namespace puente {

/// Who is who while records are judged one after the other: each finds the state that those before it left, and either
/// changes it or is void. The order is Evaluation's to choose.
class MemberBook {
public:
    explicit MemberBook(const RecordGraph& graph) : m_graph(graph) {}

    /// Judges a record whose past has been judged; why it is void, or nothing if it holds.
    std::optional<VoidReason> judge(std::size_t record);
    /// The organisations that are admins now, and their devices that may act.
    std::map<OrganizationId, std::set<DeviceId>> admins() const;
    /// Writes the outcome, but for what concerns the order: heads, confirmations, what is void.
    void describe(Membership& membership) const;
    /// The records that hold and took rights away, so that a new epoch is owed.
    const std::vector<std::size_t>& removals() const { return m_removals; }
    /// True when the newest epoch's author did not know of all removals.
    bool isRotationOwed() const;

private:
    using Verdict = std::optional<VoidReason>;

    struct RoleAct {
        std::vector<std::size_t> records; // more than one where two admins admitted the same device
        Role role = Role::Reader;
        bool isRenewed = false; // by one that gave the same role: whoever knew this one only may act on it all the same
    };
    struct Office {
        std::uint32_t rank = 0;
        std::vector<std::size_t> since; // the records that made it a member: whoever knows one of them may act on it
        std::vector<RoleAct> roles;     // those that no other supersedes; of several the lowest counts
    };
    struct Device {
        DeviceCertificate certificate;
        std::size_t admittedBy = 0;
        std::vector<std::size_t> since; // from when on it may act: its admissions, or the confirmations of one
        bool isActive = true;
        bool isSuspended = false;
        std::vector<std::size_t> endedBy; // acts that did not know of each other
        std::uint32_t incarnation = 1;
    };
    struct Invite {
        OfferInvite offer;
        std::size_t offeredBy = 0;
        std::vector<std::size_t> admissions;
        std::optional<std::size_t> settledOn; // the admission that counts
        std::vector<std::size_t> withdrawnBy;
    };
    struct Grant { // of the right to write
        std::uint32_t incarnation = 1;
        std::size_t by = 0;
    };
    struct Logs {
        std::vector<Grant> grants;
        std::vector<std::size_t> closedBy;
    };

    Verdict apply(std::size_t record, const CreateSpace& create);
    Verdict apply(std::size_t record, const OfferInvite& offer);
    Verdict apply(std::size_t record, const WithdrawInvite& withdraw);
    Verdict apply(std::size_t record, const AdmitDevice& admit);
    Verdict apply(std::size_t record, const RemoveOrganization& remove);
    Verdict apply(std::size_t record, const ChangeRole& change);
    Verdict apply(std::size_t record, const RevokeDevice& revoke);
    Verdict apply(std::size_t record, const Recover& recover);
    Verdict apply(std::size_t record, const RotateEpoch& rotate);
    Verdict apply(std::size_t record, const Confirm& confirm);
    Verdict apply(std::size_t record, const StateFork& fork);
    Verdict apply(std::size_t record, const ProveFork& fork);

    bool isByAdmin(std::size_t record) const;
    bool isByRootOf(std::size_t record, const OrganizationId& organization) const;
    bool isKnownTo(std::size_t earlier, std::size_t record) const;
    bool isAnyKnownTo(const std::vector<std::size_t>& earlier, std::size_t record) const;
    static Role roleOf(const Office& office);
    /// Gives the office a role, unless a lower one was given without knowing of this.
    void giveRole(std::size_t record, Office& office, Role role) const;
    Verdict judgeInvite(std::size_t record, const AdmitDevice& admit) const;
    bool isOfSameJoiner(std::size_t admission, const AdmitDevice& admit) const;
    std::optional<std::size_t> firstOfSameJoiner(const AdmitDevice& admit) const;
    void suspend(std::size_t record, const std::vector<std::size_t>& admissions);
    bool wasKnownAsReader(std::size_t record, const Office& office) const;
    Verdict settle(std::size_t record, std::size_t admission);
    void addDevice(std::size_t record, const DeviceCertificate& certificate, std::uint32_t incarnation);
    void grantWriting(std::size_t record, const DeviceId& device, std::uint32_t incarnation);
    /// False for a device that had ended before, as far as the record's author knew.
    bool isEndedBy(std::size_t record, const Device& device) const;
    void endDevice(std::size_t record, Device& device);
    bool leavesAnAdmin(const std::set<DeviceId>& without) const;
    std::vector<DeviceId> devicesOf(const OrganizationId& organization) const;
    void describeInvites(Membership& membership) const;
    void describeWriting(Membership& membership) const;
    Closing closingOf(const DeviceId& device, const Logs& logs, std::size_t by) const;

    const RecordGraph& m_graph;
    std::map<OrganizationId, Office> m_offices;
    std::map<OrganizationId, std::vector<std::size_t>> m_removedBy; // since the organisation's last admission, or ever
    std::map<DeviceId, Device> m_devices;
    std::map<InviteId, Invite> m_invites;
    std::map<DeviceId, Logs> m_logs;
    std::vector<std::size_t> m_epochs;
    std::vector<std::size_t> m_removals;
};

} // namespace puente
