#include "tests/sim/world.h"

#include <algorithm>

namespace puente::test {

namespace {

constexpr std::size_t kQuietRoundsMax = 40;

void add(Hasher& hasher, std::uint64_t number) {
    hasher.add(bytesOf(std::to_string(number) + " "));
}

std::string inWords(const SimDevice& device, const Conversation& conversation) {
    std::string words = device.name() + (conversation.isDone() ? " to the end" : " cut");
    for (const auto& space : conversation.summary().spaces)
        words += ", status " + std::to_string(static_cast<int>(space.status)) + (space.receipt ? " signed" : "");
    for (const auto& incident : conversation.summary().incidents)
        words += ", incident " + std::to_string(static_cast<int>(incident.incident));
    for (const auto& refused : conversation.summary().refused)
        words += ", refused for " + std::to_string(static_cast<int>(refused.reason));
    return words + ";";
}

} // namespace

/// Changes whenever a device has something of a space that it had not, or has handed something over.
Hash World::stateOf(std::size_t number, const SimSpace& space) {
    Hasher hasher(Purpose::Fingerprint);
    Replica& replica = device(number).replica();
    const auto counts = replica.counts(space.id);
    if (!counts) return hasher.finish();
    add(hasher, replica.membershipRecords(space.id)->size());
    add(hasher, replica.keyObjects(space.id)->size());
    for (const std::uint64_t count :
         {counts->unsealed, counts->undelivered, counts->parked, counts->forks, counts->quarantined})
        add(hasher, count);
    for (const LogHeight& height : replica.heights(space.id)) {
        add(hasher, height.height.sequence);
        hasher.add(height.height.head.view());
    }
    return hasher.finish();
}

Hash World::stateOfAll() {
    Hasher hasher(Purpose::Fingerprint);
    for (const SimSpace& space : m_spaces)
        for (const std::size_t member : space.members)
            hasher.add(stateOf(member, space).view());
    return hasher.finish();
}

/// Of which members something is parked at a device, and why: by the numbers of EntryKind and Reception. Whoever was
/// let in by somebody who had no right any more is a stranger, and what it wrote waits for ever.
std::string World::parkedAt(std::size_t number, const Membership& membership) {
    std::string found;
    Statement& rows =
        device(number).replica().database().prepare("SELECT kind, log_device, first, reason FROM parked JOIN space ON "
                                                    "space.number = parked.space WHERE space.id = ?");
    rows.bind(1, membership.space.view());
    for (auto row = rows.step(); row && *row; row = rows.step()) {
        const auto author = std::ranges::find_if(
            m_devices, [&](const auto& other) { return std::ranges::equal(other->id().view(), rows.blob(1)); });
        if (author != m_devices.end() && membership.certificateOf((*author)->id()) == nullptr) continue;
        found += " kind " + std::to_string(rows.integer(0)) + " of " +
                 (author == m_devices.end() ? "nobody" : (*author)->name()) + " from " +
                 std::to_string(rows.integer(2)) + " for reason " + std::to_string(rows.integer(3)) + ";";
    }
    return found;
}

/// Everybody talks to the server. Which member got no receipt, in words; empty when all did.
std::string World::talkAll() {
    std::string unheard;
    for (std::size_t number = 0; number < m_devices.size(); ++number) {
        if (m_mallory && &m_mallory->device() == &device(number)) continue;
        const std::vector<SpaceId> ids = spacesOf(number);
        if (ids.empty()) continue;
        Conversation conversation(device(number), m_server, ids, fairWeather(), m_now);
        while (conversation.step(m_prng))
            continue;
        const bool isMember = std::ranges::all_of(
            m_spaces, [&](const SimSpace& space) { return !isAt(number, space) || roleOf(number, space).has_value(); });
        if (isMember && !(conversation.isDone() && conversation.summary().receipt))
            unheard += " " + inWords(device(number), conversation);
        note("quiet", number, conversation.summary().bytesDown);
    }
    return unheard;
}

/// A stick, unless both are as they were after the last one.
void World::meet(SimSpace& space, std::size_t from, std::size_t to) {
    const auto now = [&] { return std::pair(stateOf(from, space), stateOf(to, space)); };
    const auto last = m_met.find({space.id, from, to});
    if (last != m_met.end() && last->second == now()) return;
    (void)readStick(to, writeStick(space, from));
    m_met[{space.id, from, to}] = now();
}

/// An admin meets everybody, with a stick there and one back.
void World::meetAll(SimSpace& space) {
    const Membership membership = finalMembership(space);
    const auto admin = std::ranges::find_if(
        space.members, [&](std::size_t member) { return membership.isAdmin(device(member).id()); });
    if (admin == space.members.end()) return fail("a space without an admin");
    for (const std::size_t member : space.members)
        if (member != *admin) meet(space, member, *admin);
    for (const std::size_t member : space.members)
        if (member != *admin) meet(space, *admin, member);
}

void World::becomeQuiet() {
    for (SimSpace& space : m_spaces)
        if (m_mallory && m_mallory->space() == space.id && m_mallory->hasWritten())
            for (const std::size_t member : space.members)
                (void)device(member).replica().receive(space.id, m_mallory->arrivals(m_prng));
    // Nobody may need a stick who was never put out: those meet only when the server has nothing more to tell.
    std::size_t unchanged = 0;
    std::string unheard;
    Hash before = stateOfAll();
    for (std::size_t rounds = 0; unchanged < 3; ++rounds) {
        if (rounds == kQuietRoundsMax) return fail("the fleet never became quiet");
        const bool mustMeet = m_haveActed || m_totals.forks > 0;
        if (unchanged == 2 && mustMeet)
            for (SimSpace& space : m_spaces)
                meetAll(space);
        else
            unheard = talkAll();
        const Hash after = stateOfAll();
        unchanged = after == before ? unchanged + 1 : 0;
        before = after;
    }
    if (!unheard.empty()) fail("no receipt:" + unheard);
    for (SimSpace& space : m_spaces)
        checkQuiet(space);
}

void World::checkQuiet(SimSpace& space) {
    const Membership membership = finalMembership(space);
    for (const std::size_t member : space.members) {
        Replica& replica = device(member).replica();
        const std::string& who = device(member).name();
        const Member* place = membership.find(device(member).id());
        const auto invite = std::ranges::find_if(membership.invites, [&](const auto& other) {
            const auto request = replica.ownJoinRequest(space.id);
            return request && request->content().invite == other.first;
        });
        if (invite != membership.invites.end() && invite->second.isOpen()) fail(who + " was never admitted");
        if (roleOf(member, space) != (place ? std::optional(place->role) : std::nullopt))
            fail(who + " takes itself for another than it is");
        const auto counts = replica.counts(space.id);
        if (!counts) fail("counts that cannot be had at " + who);
        if (!counts || !place) continue;
        if (replica.membership(space.id) != membership) fail("other members than there are, at " + who);
        if (counts->unsealed > 0 || counts->undelivered > 0) fail("unsent work after the quiet at " + who);
        if (const std::string parked = parkedAt(member, membership); !parked.empty())
            fail("entries still parked after the quiet at " + who + ":" + parked);
    }
}

} // namespace puente::test
