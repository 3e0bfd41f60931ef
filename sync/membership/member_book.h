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
    /// The organisations that are admins now.
    std::set<OrganizationId> admins() const;
    /// Writes the outcome, but for what concerns the order: heads, confirmations, what is void.
    void describe(Membership& membership) const;
    /// The records that hold and took rights away, so that a new epoch is owed.
    const std::vector<std::size_t>& removals() const { return m_removals; }
    /// True when the newest epoch's author did not know of all removals.
    bool isRotationOwed() const;

private:
    using Verdict = std::optional<VoidReason>;

    struct Office {
        Role role = Role::Reader;
        std::uint32_t rank = 0;
        std::size_t since = 0;     // the record that made it a member
        std::size_t roleSince = 0; // the record that gave it this role
    };
    struct Device {
        DeviceCertificate certificate;
        std::size_t admittedBy = 0;
        std::size_t since = 0; // from when on it may act: its admission, or the confirmation of that
        bool isActive = true;
        bool isSuspended = false;
        std::size_t endedBy = 0;
        std::uint32_t incarnation = 1;
    };
    struct Invite {
        OfferInvite offer;
        std::size_t offeredBy = 0;
        std::vector<std::size_t> admissions;
        std::optional<std::size_t> settledOn; // the admission that counts
        bool isWithdrawn = false;
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

    bool isByAdmin(std::size_t record) const;
    bool isByRootOf(std::size_t record, const OrganizationId& organization) const;
    bool isKnownTo(std::size_t earlier, std::size_t record) const;
    Verdict judgeInvite(std::size_t record, const AdmitDevice& admit) const;
    Verdict settle(std::size_t record, std::size_t admission);
    void addDevice(std::size_t record, const DeviceCertificate& certificate, std::uint32_t incarnation);
    void grantWriting(std::size_t record, const DeviceId& device, std::uint32_t incarnation);
    void endDevice(std::size_t record, Device& device);
    bool leavesAnAdmin(const std::set<DeviceId>& without) const;
    std::set<DeviceId> activeDevicesOf(const OrganizationId& organization) const;
    void describeInvites(Membership& membership) const;
    void describeWriting(Membership& membership) const;
    Closing closingOf(const DeviceId& device, const Logs& logs, std::size_t by) const;

    const RecordGraph& m_graph;
    std::map<OrganizationId, Office> m_offices;
    std::map<OrganizationId, std::size_t> m_removedBy; // organisations that are no members any more
    std::map<DeviceId, Device> m_devices;
    std::map<InviteId, Invite> m_invites;
    std::map<DeviceId, Logs> m_logs;
    std::vector<std::size_t> m_epochs;
    std::vector<std::size_t> m_removals;
};

} // namespace puente
