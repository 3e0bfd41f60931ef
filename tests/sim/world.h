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
    /// What a device takes itself for.
    std::optional<Role> roleOf(std::size_t device, const SimSpace& space);
    /// A device that takes itself for an admin; nothing if there is none.
    std::optional<std::size_t> anyAdmin(const SimSpace& space);
    /// Who belongs to a space by all the records that there are, wherever.
    Membership finalMembership(const SimSpace& space);

    std::size_t addDevice();
    void found(std::size_t founder);
    /// Invites a device, which asks; admission comes with later contacts.
    void invite(SimSpace& space, std::size_t admin, std::size_t device, Role role);
    /// Brings admin and joiner together with a stick, there and back.
    void admitByStick(SimSpace& space, std::size_t admin, std::size_t device);
    /// An admin, as far as it knows, does anything to anybody's membership, whatever others do meanwhile.
    void actOnMembers(SimSpace& space);

    void edit(SimSpace& space, std::size_t device);
    void sync(std::size_t device, const Weather& weather);
    void syncTwoAtOnce(std::size_t one, std::size_t other);
    void carryStick(SimSpace& space, std::size_t from, std::size_t to);
    void hearAnOldFlight();
    void passTime();
    void wanderClock(std::size_t device);
    void hurtDevice(std::size_t device);
    void hurtServer();
    /// Somebody copies a device's folder, and works on in both.
    void copyFolder(std::size_t device);
    void lieAbout(SimSpace& space);
    void handOverLies(SimSpace& space);
    void readerTriesToWrite(SimSpace& space);

    /// Syncs everyone over a sound network until nothing moves; says what is wrong if it never ends. Where somebody
    /// was put out, or lied to two at once, sticks go between an admin and everybody, too: no server listens to whoever
    /// is out, or has both branches of a log.
    void becomeQuiet();
    /// The first thing that went wrong, in words.
    const std::string& failure() const { return m_failure; }
    void fail(const std::string& what);
    Hash trace();

    struct Totals {
        std::size_t acts = 0, edits = 0, conversations = 0, completed = 0, sticks = 0, hurts = 0, lies = 0, forks = 0,
                    copies = 0, serverLosses = 0;
    };
    const Totals& totals() const { return m_totals; }

private:
    void note(std::string_view what, std::size_t a = 0, std::size_t b = 0);
    std::vector<SpaceId> spacesOf(std::size_t device);
    void finish(const Conversation& conversation);
    bool inviteSomebody(SimSpace& space, std::size_t admin);
    Result<Done, ReplicaFault> anyAct(SimSpace& space, std::size_t admin);
    Hash stateOf(std::size_t device, const SimSpace& space);
    Hash stateOfAll();
    void meet(SimSpace& space, std::size_t from, std::size_t to);
    std::string talkAll();
    std::string parkedAt(std::size_t device, const Membership& membership);
    void meetAll(SimSpace& space);
    void checkQuiet(SimSpace& space);
    bool isAt(std::size_t device, const SimSpace& space);
    Bytes writeStick(SimSpace& space, std::size_t from);
    bool readStick(std::size_t to, ByteView file);
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
    std::map<std::tuple<SpaceId, std::size_t, std::size_t>, std::pair<Hash, Hash>> m_met; // how both were afterwards
    bool m_haveActed = false; // or tried to: what a power cut interrupts may have happened
};

} // namespace puente::test
