#include "tests/sim/world.h"

#include <algorithm>

namespace puente::test {

namespace {

constexpr std::size_t kQuietRoundsMax = 12;

} // namespace

/// Sometimes lets the power or the disk fail in the middle of what comes next.
void World::armTrouble(std::size_t number) {
    if (!m_withPowerCuts) return;
    CrashVfs& disk = m_prng.chance(70) ? device(number).disk() : m_server.disk();
    if (m_prng.chance(12)) disk.cutPowerAtCall(1 + m_prng.below(60));
    if (m_prng.chance(4))
        disk.failNext({.kind = m_prng.chance(50) ? DiskFailure::Kind::Error : DiskFailure::Kind::Full,
                       .call = 1 + m_prng.below(40),
                       .sticky = m_prng.chance(50)});
}

void World::recover(std::size_t number) {
    if (device(number).recoverIfHurt(m_prng)) ++m_totals.hurts;
    if (m_withPowerCuts && m_server.recoverIfHurt(m_prng)) ++m_totals.hurts;
}

void World::hurtDevice(std::size_t number) {
    if (m_withPowerCuts && m_prng.chance(60))
        device(number).losePower(kCutStyles[m_prng.below(std::size(kCutStyles))], m_prng);
    else
        device(number).kill();
    ++m_totals.hurts;
    note("hurt", number);
}

void World::hurtServer() {
    const std::size_t dice = m_prng.below(100);
    if (dice < 40)
        m_server.restart(kCutStyles[m_prng.below(std::size(kCutStyles))], m_prng);
    else if (dice < 70)
        m_server.keepSnapshot();
    else if (dice < 92)
        m_server.goBack(m_prng.chance(50));
    else
        m_server.beginEmpty();
    if (dice >= 70) ++m_totals.serverLosses;
    note("server", dice);
}

void World::lieAbout(SimSpace& space) {
    if (!m_mallory) {
        // It comes in like anyone, and writes by hand from then on.
        const std::size_t number = addDevice();
        invite(space, number, Role::Editor);
        admitByStick(space, number);
        if (!spaceKeyOf(device(number), space.id)) admitByStick(space, number);
        space.members.pop_back();
        m_mallory = std::make_unique<Mallory>(device(number), space.id);
    }
    if (m_mallory->space() != space.id) return;
    SimDevice& eye = device(space.members[m_prng.below(space.members.size())]);
    if (m_mallory->attack(eye, space.records, m_prng)) ++m_totals.lies;
    note("lies", m_mallory->segments().size());
}

void World::handOverLies(SimSpace& space) {
    if (!m_mallory || m_mallory->space() != space.id || m_mallory->segments().empty()) return;
    const std::size_t number = space.members[m_prng.below(space.members.size())];
    const auto report = device(number).replica().receive(space.id, m_mallory->arrivals());
    note("hands over lies", number, report ? report->changeSets : 0);
}

void World::readerTriesToWrite(SimSpace& space) {
    if (!space.reader || !isAdmitted(*space.reader, space) || space.records.empty()) return;
    SimDevice& reader = device(*space.reader);
    const auto own = reader.numberOf(space.id, reader.replica().findSpace(space.id)->ownLog);
    const Dot record{own.value_or(0), 0, 0};
    const auto refused =
        reader.replica().commit(space.id, "lector", 1, {{Operation::Kind::Write, record, 0, Symbol{3}}});
    if (refused || refused.fault() != ReplicaFault::NotAllowed) fail("a reader that may write");
    Mallory forger(reader, space.id);
    if (!forger.attack(reader, space.records, m_prng)) return;
    SimDevice& founder = device(space.founder);
    const auto report = founder.replica().receive(space.id, forger.arrivals());
    if (!report || report->outcomes.front() != Reception::NotAllowed) fail("a reader's segment that was taken");
    note("reader", *space.reader);
}

bool World::quietRound() {
    bool allDone = true;
    for (std::size_t number = 0; number < m_devices.size(); ++number) {
        if (m_mallory && &m_mallory->device() == &device(number)) continue;
        const std::vector<SpaceId> ids = spacesOf(number);
        if (ids.empty()) continue;
        Conversation conversation(device(number), m_server, ids, fairWeather(), m_now);
        while (conversation.step(m_prng))
            continue;
        allDone = allDone && conversation.isDone() && conversation.summary().receipt;
        note("quiet", number, conversation.summary().bytesDown);
    }
    for (SimSpace& space : m_spaces)
        for (const std::size_t member : space.members) {
            const auto heights = device(member).replica().heights(space.id);
            const auto membership = device(member).replica().membership(space.id);
            // Whose key came only now has something to hand over at its next contact.
            const auto counts = device(member).replica().counts(space.id);
            allDone = allDone && counts.ok() && counts->unsealed == 0;
            SimDevice& founder = device(space.founder);
            allDone = allDone && isAdmitted(member, space) && heights == founder.replica().heights(space.id) &&
                      membership == founder.replica().membership(space.id);
        }
    return allDone;
}

void World::becomeQuiet() {
    for (SimSpace& space : m_spaces)
        if (m_mallory && m_mallory->space() == space.id && !m_mallory->segments().empty())
            for (const std::size_t member : space.members)
                (void)device(member).replica().receive(space.id, m_mallory->arrivals());
    std::size_t rounds = 0;
    while (rounds < kQuietRoundsMax && !quietRound())
        ++rounds;
    if (rounds == kQuietRoundsMax) fail("the fleet never became quiet");
    // What a person has just saved may still wait to be sealed: the last round found everything sealed.
    for (const SimSpace& space : m_spaces)
        for (const std::size_t member : space.members) {
            const auto counts = device(member).replica().counts(space.id);
            if (!counts || counts->unsealed > 0 || counts->undelivered > 0) fail("unsent work after the quiet");
            if (counts && counts->parked > 0) fail("entries still parked after the quiet");
        }
}

} // namespace puente::test
