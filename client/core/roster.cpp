#include "client/core/roster.h"

#include "client/core/fingerprint.h"

#include <algorithm>

namespace puente {

namespace {

/// Gathers a roster from a membership and the records that made it.
class Gathering {
public:
    Gathering(const Workspace& workspace, const SpaceId& space)
        : m_replica(workspace.replica()), m_space(space), m_membership(m_replica.membership(space)),
          m_own(workspace.keyring().device().certificate) {
        if (auto records = m_replica.membershipRecords(space))
            for (MembershipRecord& record : *records)
                m_records.emplace(record.hash(), std::move(record));
    }

    std::vector<Roster::Organization> organizations() const {
        std::map<OrganizationId, Roster::Organization> found;
        for (const auto& [id, office] : m_membership.organizations)
            found[id] = {.id = id, .name = nameOf(id), .role = office.role, .isOwn = id == m_own.organization};
        for (const auto& [id, member] : m_membership.members)
            add(found, member.certificate, Roster::State::Active);
        for (const auto& [id, former] : m_membership.former)
            add(found, former.certificate, stateOf(former));
        std::vector<Roster::Organization> all;
        for (auto& [id, office] : found)
            all.push_back(std::move(office));
        std::ranges::sort(all, {}, [](const Roster::Organization& office) {
            return std::tuple(!office.role.has_value(), office.name, office.id);
        });
        return all;
    }

    std::vector<Roster::Invite> invites() const {
        std::vector<Roster::Invite> all;
        for (const auto& [id, state] : m_membership.invites) {
            Roster::Invite invite{.offer = state.offer, .isWithdrawn = state.isWithdrawn};
            if (state.usedBy) invite.usedBy = nameOf(*state.usedBy);
            if (state.isContested())
                for (const Hash& admission : state.admissions)
                    invite.contested.push_back(admissionOf(admission));
            all.push_back(std::move(invite));
        }
        return all;
    }

    std::vector<Roster::Removal> removals() const {
        std::vector<Roster::Removal> all;
        for (const Removal& removal : m_membership.removals)
            all.push_back(describe(removal));
        return all;
    }

private:
    std::string nameOf(const OrganizationId& id) const { return m_replica.organizationName(m_space, id); }
    std::string nameOf(const DeviceId& id) const { return m_replica.organizationName(m_space, id); }

    Roster::State stateOf(const FormerMember& former) const {
        if (!m_membership.organizations.contains(former.certificate.organization)) return Roster::State::Removed;
        return former.isSuspended ? Roster::State::Suspended : Roster::State::Revoked;
    }

    void add(std::map<OrganizationId, Roster::Organization>& found, const DeviceCertificate& certificate,
             Roster::State state) const {
        Roster::Organization& office = found[certificate.organization];
        if (office.devices.empty()) {
            office.id = certificate.organization;
            office.name = nameOf(certificate.organization);
            office.isOwn = certificate.organization == m_own.organization;
        }
        office.devices.push_back({.id = certificate.device,
                                  .words = fingerprintWords(certificate),
                                  .state = state,
                                  .isThisOne = certificate.device == m_own.device});
    }

    Roster::Admission admissionOf(const Hash& record) const {
        Roster::Admission admission{.record = record, .device = {}, .words = {}, .organization = {}};
        const auto found = m_records.find(record);
        const auto* admit = found == m_records.end() ? nullptr : found->second.as<AdmitDevice>();
        if (admit == nullptr) return admission;
        admission.device = admit->joiner.device;
        admission.words = fingerprintWords(admit->joiner);
        admission.organization = nameOf(admit->joiner.organization);
        return admission;
    }

    Roster::Removal describe(const Removal& removal) const {
        Roster::Removal view{
            .record = removal.record, .act = {}, .organization = {}, .devices = {}, .isConfirmed = removal.isConfirmed};
        const auto found = m_records.find(removal.record);
        if (found == m_records.end()) return view;
        const MembershipRecord& record = found->second;
        if (const auto* remove = record.as<RemoveOrganization>()) {
            view.act = "remove";
            view.organization = nameOf(remove->organization);
        } else if (const auto* revoke = record.as<RevokeDevice>()) {
            view.act = "revoke";
            view.organization = nameOf(revoke->device);
            view.devices = {revoke->device};
        } else if (const auto* recover = record.as<Recover>()) {
            view.act = "recover";
            view.organization = nameOf(recover->device.organization);
            view.devices = recover->revoked;
        } else {
            view.act = "confirm"; // one of several admissions on one invite: the others were sent away
        }
        return view;
    }

    const Replica& m_replica;
    const SpaceId& m_space;
    const Membership& m_membership;
    const DeviceCertificate& m_own;
    std::map<Hash, MembershipRecord> m_records;
};

} // namespace

Roster rosterOf(const Workspace& workspace, const SpaceId& space) {
    const Gathering gathering(workspace, space);
    return {gathering.organizations(), gathering.invites(), gathering.removals()};
}

} // namespace puente
