#include "client/core/fingerprint.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/core/workspace.h"
#include "client/domain/fold.h"
#include "sync/session/server_address.h"

#include <array>

namespace puente {

namespace {

constexpr std::array<std::pair<Role, std::string_view>, 3> kRoles{{
    {Role::Reader, "reader"},
    {Role::Editor, "editor"},
    {Role::Admin, "admin"},
}};

constexpr std::size_t kSpaceIdPrefixMin = 6;

bool answersTo(const SpaceInfo& space, std::string_view text) {
    const bool named = fold(space.name) == fold(text);
    return named || (text.size() >= kSpaceIdPrefixMin && toHex(space.id.view()).starts_with(text));
}

std::string namesOf(const std::vector<SpaceInfo>& spaces) {
    std::string names;
    for (const SpaceInfo& space : spaces)
        names += (names.empty() ? "" : ", ") + space.name;
    return names;
}

Notice notOneSpace(std::string_view text, const std::vector<SpaceInfo>& spaces, std::size_t found) {
    if (spaces.empty())
        return usageNotice(Text::tr("There is no space here yet."),
                           Text::tr("Make one with “puente space create” or join one with “puente join”."));
    const std::string choose = Text::tr("Name one with --space: %1").arg(namesOf(spaces));
    if (text.empty()) return usageNotice(Text::tr("There are several spaces here."), choose);
    return usageNotice(
        found == 0 ? Text::tr("There is no such space here.") : Text::tr("Several spaces are called so."),
        found == 0 ? choose : std::string(Text::tr("Give the beginning of its id, as “puente space list” shows it.")),
        std::string(text));
}

Notice notCertified(std::string where) {
    return {ExitCode::Refused, Text::tr("This device is not certified by its organisation yet."), std::move(where),
            Text::tr("On the device that invited it: “puente device admit”. Then run “puente sync” here, or exchange "
                     "bundles.")};
}

} // namespace

std::string_view wordOf(Role role) {
    for (const auto& [known, word] : kRoles)
        if (known == role) return word;
    return {};
}

std::optional<Role> roleFromWord(std::string_view word) {
    for (const auto& [role, known] : kRoles)
        if (known == word) return role;
    return std::nullopt;
}

Outcome<SpaceId> Workspace::findSpace(std::string_view text) const {
    const std::vector<SpaceInfo> spaces = m_replica->spaces();
    std::vector<SpaceId> found;
    for (const SpaceInfo& space : spaces)
        if (text.empty() || answersTo(space, text)) found.push_back(space.id);
    if (found.size() != 1) return Failure{notOneSpace(text, spaces, found.size())};
    return found.front();
}

Outcome<SpaceId> Workspace::createSpace(const std::string& name, const std::string& server) {
    if (trimmed(name).empty()) return Failure{usageNotice(Text::tr("A space needs a name."))};
    if (!server.empty() && !serverAddressFromText(server).ok())
        return Failure{usageNotice(Text::tr("That is not a server's address."),
                                   Text::tr("Copy the whole line that “puente-server init” printed: puente-server:…"),
                                   server)};
    takeCertificate();
    if (!m_keyring.device().certificate.isAuthentic()) return Failure{notCertified(name)};
    const auto created = m_replica->createSpace(name, server, office().organization);
    if (!created) return Failure{noticeOf(created.fault(), name)};
    return *created;
}

Outcome<Invite> Workspace::offerInvite(const SpaceId& space, Role role, Duration validity,
                                       std::optional<OrganizationId> only) {
    takeCertificate();
    const auto invite = m_replica->offerInvite(space, role, now() + validity, office().organization, only);
    if (!invite) return Failure{noticeOf(invite.fault(), m_replica->findSpace(space)->name)};
    return *invite;
}

Outcome<Done> Workspace::askToJoin(const Invite& invite) {
    if (invite.expires < now()) return Failure{expiredNotice(invite)};
    takeCertificate();
    const DeviceCertificate& own = m_keyring.device().certificate;
    if (invite.organization && *invite.organization != own.organization)
        return Failure{Notice{ExitCode::Refused, Text::tr("This invite is for another organisation."), invite.spaceName,
                              Text::tr("Ask %1 for a new one.").arg(invite.inviterName)}};
    if (!own.isAuthentic() && invite.organization != invite.inviter.organization)
        return Failure{notCertified(invite.spaceName)};
    const auto asked = m_replica->askToJoin(invite, office().organization);
    if (!asked) return Failure{noticeOf(asked.fault(), invite.spaceName)};
    return Done{};
}

std::vector<Workspace::MemberView> Workspace::members(const SpaceId& space) const {
    std::vector<MemberView> views;
    for (const auto& [device, member] : m_replica->membership(space).members)
        views.push_back({.organization = m_replica->organizationName(space, device),
                         .role = member.role,
                         .device = device,
                         .fingerprint = fingerprintWords(member.certificate),
                         .isSelf = device == m_keyring.device().certificate.device});
    return views;
}

std::vector<Workspace::WaitingView> Workspace::waiting(const SpaceId& space) const {
    std::vector<WaitingView> views;
    const Membership& membership = m_replica->membership(space);
    for (const Replica::WaitingJoiner& joiner : m_replica->waitingJoiners(space)) {
        const JoinRequest::Content& content = joiner.request.content();
        const auto invite = membership.invites.find(content.invite);
        views.push_back({.organization = joiner.organizationName,
                         .role = invite == membership.invites.end() ? Role::Reader : invite->second.offer.role,
                         .fingerprint = fingerprintWords(content.joiner),
                         .expired = joiner.expired,
                         .inviteUsed = joiner.inviteUsed,
                         .needsRoot = joiner.needsRoot});
    }
    return views;
}

} // namespace puente
