#include "tests/sim/fleet.h"

#include <algorithm>

namespace puente::test {

namespace {

constexpr unsigned kMaliciousPercent = 25;
constexpr unsigned kActsPercent = 50;
constexpr unsigned kCopyPercent = 25;

/// How one schedule is made: who is there from the start, and what may happen.
struct Plan {
    std::size_t devices = 3;
    bool hasTwoSpaces = false;
    bool hasReader = false;
    bool hasLateJoiner = false;
    bool isMalicious = false;
    bool hasCopy = false; ///< somebody copies a device's folder and works on in both
    bool hasActs = false; ///< several admins act on the members
    std::size_t steps = 30;
};

Plan anyPlan(Prng& prng) {
    Plan plan;
    plan.devices = 3 + prng.below(4);
    plan.hasTwoSpaces = prng.chance(30);
    plan.hasReader = prng.chance(35);
    plan.hasLateJoiner = prng.chance(50);
    plan.isMalicious = prng.chance(kMaliciousPercent);
    plan.hasActs = prng.chance(kActsPercent);
    plan.hasCopy = prng.chance(kCopyPercent);
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
            const Role ordinary = plan.hasActs && world.prng().chance(60) ? Role::Admin : Role::Editor;
            world.invite(space, space.founder, i, plan.hasReader && i == 2 ? Role::Reader : ordinary);
            if (world.prng().chance(60)) world.admitByStick(space, space.founder, i);
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
    if (plan.hasActs && prng.chance(15)) return world.actOnMembers(space);
    if (plan.hasCopy && isLate && world.totals().copies == 0) return world.copyFolder(anyone());
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
    const std::size_t last = plan.devices - 1;
    if (isLate && plan.hasLateJoiner && std::ranges::find(space.members, last) == space.members.end())
        if (const auto admin = world.anyAdmin(space)) return world.invite(space, *admin, last, Role::Editor);
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
        const Membership membership = world.finalMembership(space);
        std::vector<SimDevice*> members, others;
        for (std::size_t number = 0; number < world.deviceCount(); ++number) {
            const bool isIn = std::ranges::find(space.members, number) != space.members.end() &&
                              membership.find(world.device(number).id()) != nullptr;
            (isIn ? members : others).push_back(&world.device(number));
        }
        const std::string difference = judge({space.id, membership, members, others}, acknowledged, verdict.findings);
        if (!difference.empty()) world.fail(difference);
    }
    verdict.failure = world.failure();
    verdict.trace = world.trace();
    verdict.totals = world.totals();
    return verdict;
}

} // namespace puente::test
