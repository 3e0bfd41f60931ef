#include "tests/sim/fleet.h"

namespace puente::test {

namespace {

constexpr unsigned kMaliciousPercent = 25;

/// How one schedule is made: who is there from the start, and what may happen.
struct Plan {
    std::size_t devices = 3;
    bool hasTwoSpaces = false;
    bool hasReader = false;
    bool hasLateJoiner = false;
    bool isMalicious = false;
    std::size_t steps = 30;
};

Plan anyPlan(Prng& prng) {
    Plan plan;
    plan.devices = 3 + prng.below(4);
    plan.hasTwoSpaces = prng.chance(30);
    plan.hasReader = prng.chance(35);
    plan.hasLateJoiner = prng.chance(50);
    plan.isMalicious = prng.chance(kMaliciousPercent);
    plan.steps = 20 + prng.below(30);
    return plan;
}

void begin(World& world, const Plan& plan) {
    for (std::size_t i = 0; i < plan.devices; ++i)
        world.addDevice();
    world.found(0);
    if (plan.hasTwoSpaces) world.found(1);
    for (SimSpace& space : world.spaces())
        for (std::size_t i = 0; i < plan.devices; ++i) {
            const bool isLate = plan.hasLateJoiner && i + 1 == plan.devices;
            if (i == space.founder || isLate || (plan.hasTwoSpaces && world.prng().chance(30))) continue;
            world.invite(space, i, plan.hasReader && i == 2 ? Role::Reader : Role::Editor);
            if (world.prng().chance(60)) world.admitByStick(space, i);
        }
}

void step(World& world, const Plan& plan, bool isLate) {
    Prng& prng = world.prng();
    SimSpace& space = world.spaces()[prng.below(world.spaces().size())];
    const auto anyone = [&] { return space.members[prng.below(space.members.size())]; };
    if (plan.isMalicious && prng.chance(20)) {
        world.lieAbout(space);
        return world.handOverLies(space);
    }
    const std::size_t dice = prng.below(100);
    if (dice < 42) {
        const std::size_t author = anyone();
        for (std::size_t edits = 1 + prng.below(4); edits > 0; --edits)
            world.edit(space, author);
        return;
    }
    if (dice < 64) return world.sync(anyone(), anyWeather(prng));
    if (dice < 70) return world.syncTwoAtOnce(anyone(), anyone());
    if (dice < 77) return world.carryStick(space, anyone(), anyone());
    if (dice < 81) return world.wanderClock(anyone());
    if (dice < 84) return world.passTime();
    if (dice < 89) return world.hurtDevice(anyone());
    if (dice < 92) return world.hurtServer();
    if (dice < 94) return world.hearAnOldFlight();
    if (dice < 96) return world.readerTriesToWrite(space);
    if (isLate && plan.hasLateJoiner && space.members.back() != plan.devices - 1)
        return world.invite(space, plan.devices - 1, Role::Editor);
    world.edit(space, anyone());
}

} // namespace

bool hasPowerCuts(std::uint64_t seed) {
    return seed % 3 == 0;
}

Verdict runSchedule(std::uint64_t seed) {
    World world(seed, hasPowerCuts(seed));
    const Plan plan = anyPlan(world.prng());
    begin(world, plan);
    for (std::size_t i = 0; i < plan.steps && world.failure().empty(); ++i)
        step(world, plan, i > plan.steps / 2);
    if (world.failure().empty()) world.becomeQuiet();
    Verdict verdict;
    const std::vector<Acknowledged> acknowledged = world.acknowledged();
    for (const SimSpace& space : world.spaces()) {
        if (!world.failure().empty()) break;
        std::vector<SimDevice*> members;
        for (const std::size_t member : space.members)
            members.push_back(&world.device(member));
        if (const std::string difference = judge(space.id, members, acknowledged, verdict.findings);
            !difference.empty())
            world.fail(difference);
    }
    verdict.failure = world.failure();
    verdict.trace = world.trace();
    verdict.totals = world.totals();
    return verdict;
}

} // namespace puente::test
