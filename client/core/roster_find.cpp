#include "client/core/replica_notice.h"
#include "client/core/roster.h"
#include "client/core/text.h"
#include "client/domain/fold.h"

#include <algorithm>

namespace puente {

namespace {

constexpr std::size_t kShortIdDigits = 8;
constexpr std::size_t kPrefixMin = 4;

bool begins(ByteView id, std::string_view text) {
    return text.size() >= kPrefixMin && toHex(id).starts_with(text);
}

/// The only one that was found, or why there is none.
template <typename Id>
Outcome<Id> onlyOne(std::vector<Id> found, std::string what, const char* verb, std::string_view text) {
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    if (found.size() == 1) return found.front();
    if (found.empty())
        return Failure{
            usageNotice(std::move(what), Text::tr("“%1” shows those there are.").arg(verb), std::string(text))};
    return Failure{usageNotice(Text::tr("Several answer to that."),
                               Text::tr("Give more of the id, as “%1” shows it.").arg(verb), std::string(text))};
}

bool answers(const Roster::Organization& office, std::string_view text) {
    return begins(office.id.view(), text) || (!office.name.empty() && fold(office.name) == fold(text));
}

} // namespace

std::string_view wordOf(Roster::State state) {
    switch (state) {
    case Roster::State::Active: return "active";
    case Roster::State::Suspended: return "suspended";
    case Roster::State::Revoked: return "revoked";
    case Roster::State::Removed: return "removed";
    }
    return {};
}

std::string textOf(Roster::State state) {
    switch (state) {
    case Roster::State::Active: return Text::tr("active");
    case Roster::State::Suspended: return Text::tr("suspended");
    case Roster::State::Revoked: return Text::tr("revoked");
    case Roster::State::Removed: return Text::tr("removed");
    }
    return {};
}

std::string shortId(ByteView id) {
    return toHex(id).substr(0, kShortIdDigits);
}

Outcome<OrganizationId> findOrganization(const Roster& roster, std::string_view text) {
    std::vector<OrganizationId> found;
    for (const Roster::Organization& office : roster.organizations)
        if (office.role && answers(office, text)) found.push_back(office.id);
    return onlyOne(std::move(found), Text::tr("There is no such office in this space."), "puente members", text);
}

Outcome<DeviceId> findDevice(const Roster& roster, std::string_view text) {
    std::vector<DeviceId> found;
    for (const Roster::Organization& office : roster.organizations) {
        const bool isOffice = office.role && answers(office, text);
        for (const Roster::Device& device : office.devices)
            if (device.state == Roster::State::Active && (isOffice || begins(device.id.view(), text)))
                found.push_back(device.id);
    }
    return onlyOne(std::move(found), Text::tr("There is no such active device in this space."), "puente members", text);
}

Outcome<Hash> findDecision(const Roster& roster, std::string_view text) {
    std::vector<Hash> found;
    for (const Roster::Removal& removal : roster.removals)
        if (begins(removal.record.view(), text)) found.push_back(removal.record);
    for (const Roster::Invite& invite : roster.invites)
        for (const Roster::Admission& admission : invite.contested)
            if (begins(admission.record.view(), text)) found.push_back(admission.record);
    return onlyOne(std::move(found), Text::tr("There is no such act to confirm in this space."), "puente members",
                   text);
}

Outcome<InviteId> findInvite(const Roster& roster, std::string_view text) {
    std::vector<InviteId> found;
    for (const Roster::Invite& invite : roster.invites)
        if (begins(invite.offer.invite.view(), text)) found.push_back(invite.offer.invite);
    return onlyOne(std::move(found), Text::tr("There is no such invite in this space."), "puente invite list", text);
}

} // namespace puente
