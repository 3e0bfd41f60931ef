#include "tests/sim/world.h"

#include <algorithm>

namespace puente::test {

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

void World::copyFolder(std::size_t number) {
    const SimDevice& original = device(number);
    m_devices.push_back(
        std::make_unique<SimDevice>(original.name() + ", copied", original.seed(), m_now, original.storage()));
    m_devices.back()->becomeCopyOf(original, m_prng.next());
    for (SimSpace& space : m_spaces)
        if (std::ranges::find(space.members, number) != space.members.end())
            space.members.push_back(m_devices.size() - 1);
    ++m_totals.copies;
    note("copies", number);
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
        const auto admin = anyAdmin(space);
        if (!admin) return;
        const std::size_t number = addDevice();
        invite(space, *admin, number, Role::Editor);
        admitByStick(space, *admin, number);
        if (keysOf(device(number), space.id).empty()) admitByStick(space, *admin, number);
        space.members.pop_back();
        m_mallory = std::make_unique<Mallory>(device(number), space.id);
    }
    if (m_mallory->space() != space.id) return;
    SimDevice& eye = device(space.members[m_prng.below(space.members.size())]);
    const bool hadForked = m_mallory->hasForked();
    if (m_mallory->attack(eye, space.records, m_prng)) ++m_totals.lies;
    if (m_mallory->hasForked() && !hadForked) ++m_totals.forks;
    note("lies", m_mallory->hasForked());
}

void World::handOverLies(SimSpace& space) {
    if (!m_mallory || m_mallory->space() != space.id || !m_mallory->hasWritten()) return;
    const std::size_t number = space.members[m_prng.below(space.members.size())];
    const auto report = device(number).replica().receive(space.id, m_mallory->arrivals(m_prng));
    note("hands over lies", number, report ? report->changeSets : 0);
}

void World::readerTriesToWrite(SimSpace& space) {
    if (!space.reader || space.records.empty()) return;
    SimDevice& reader = device(*space.reader);
    SimDevice& founder = device(space.founder);
    // Whoever once was more than a reader may be taken at its word in the logs of that time.
    const bool isOnlyReader = roleOf(*space.reader, space) == Role::Reader &&
                              founder.replica().membership(space.id).find(reader.id()) != nullptr &&
                              founder.replica().membership(space.id).writingOf(reader.id()) == nullptr &&
                              reader.replica().membership(space.id).writingOf(reader.id()) == nullptr;
    if (!isOnlyReader) return;
    const auto own = reader.numberOf(space.id, reader.replica().findSpace(space.id)->ownLog);
    const Dot record{own.value_or(0), 0, 0};
    const auto refused =
        reader.replica().commit(space.id, "lector", 1, {{Operation::Kind::Write, record, 0, Symbol{3}}});
    if (refused || refused.fault() != ReplicaFault::NotAllowed) fail("a reader that may write");
    Mallory forger(reader, space.id);
    if (!forger.attack(reader, space.records, m_prng)) return;
    const auto report = founder.replica().receive(space.id, forger.arrivals(m_prng));
    if (!report || report->outcomes.front() != Reception::NotAllowed) fail("a reader's segment that was taken");
    note("reader", *space.reader);
}

} // namespace puente::test
