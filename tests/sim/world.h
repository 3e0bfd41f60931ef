#pragma once

#include "tests/sim/judge.h"
#include "tests/sim/mallory.h"
#include "tests/sim/network.h"

#include <deque>
#include <memory>

namespace puente::test {

/// One space of a simulated world, and who is in it.
struct SimSpace {
    SpaceId id;
    std::size_t founder = 0;
    std::vector<std::size_t> members; ///< by number, the founder first; admitted yet or not
    std::optional<std::size_t> reader;
    std::vector<GlobalDot> records; ///< all that were ever created
};

/// A fleet, its server and its time, with everything that can happen to them. Every act is noted in the trace.
class World {
public:
    World(std::uint64_t seed, bool withPowerCuts);

    Prng& prng() { return m_prng; }
    SimDevice& device(std::size_t number) { return *m_devices[number]; }
    std::size_t deviceCount() const { return m_devices.size(); }
    std::vector<SimSpace>& spaces() { return m_spaces; }
    const std::vector<Acknowledged> acknowledged() const;
    bool isAdmitted(std::size_t device, const SimSpace& space);

    std::size_t addDevice();
    void found(std::size_t founder);
    /// Invites a device, which asks; admission comes with later contacts.
    void invite(SimSpace& space, std::size_t device, Role role);
    /// Brings founder and joiner together with a stick, there and back.
    void admitByStick(SimSpace& space, std::size_t device);

    void edit(SimSpace& space, std::size_t device);
    void sync(std::size_t device, const Weather& weather);
    void syncTwoAtOnce(std::size_t one, std::size_t other);
    void carryStick(SimSpace& space, std::size_t from, std::size_t to);
    void hearAnOldFlight();
    void passTime();
    void wanderClock(std::size_t device);
    void hurtDevice(std::size_t device);
    void hurtServer();
    void lieAbout(SimSpace& space);
    void handOverLies(SimSpace& space);
    void readerTriesToWrite(SimSpace& space);

    /// Syncs everyone over a sound network until nothing moves; says what is wrong if it never ends.
    void becomeQuiet();
    /// The first thing that went wrong, in words.
    const std::string& failure() const { return m_failure; }
    void fail(const std::string& what);
    Hash trace();

    struct Totals {
        std::size_t edits = 0, conversations = 0, completed = 0, sticks = 0, hurts = 0, lies = 0, serverLosses = 0;
    };
    const Totals& totals() const { return m_totals; }

private:
    void note(std::string_view what, std::size_t a = 0, std::size_t b = 0);
    std::vector<SpaceId> spacesOf(std::size_t device);
    void finish(const Conversation& conversation);
    bool quietRound();
    void armTrouble(std::size_t device);
    void recover(std::size_t device);

    Prng m_prng;
    bool m_withPowerCuts;
    Instant m_now;
    SeededEntropy m_entropy;
    SimServer m_server;
    std::vector<std::unique_ptr<SimDevice>> m_devices;
    std::vector<SimSpace> m_spaces;
    std::unique_ptr<Mallory> m_mallory;
    std::deque<Bytes> m_flights; // heard once, or never
    Hasher m_trace{Purpose::Fingerprint};
    std::string m_failure;
    Totals m_totals;
};

} // namespace puente::test
