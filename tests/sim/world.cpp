#include "tests/sim/world.h"

#include "sync/bundle/bundle.h"
#include "tests/sim/edits.h"

namespace puente::test {

namespace {

constexpr std::int64_t kBeginning = 1'790'000'000'000; // in 2026
constexpr std::int64_t kDay = 24LL * 3600 * 1000;
constexpr std::size_t kFlightsKept = 6;

} // namespace

World::World(std::uint64_t seed, bool withPowerCuts)
    : m_prng(seed), m_withPowerCuts(withPowerCuts), m_now(instantOf(kBeginning)), m_entropy(seed ^ 0xf1ee7),
      m_server(seed + 1, withPowerCuts) {
}

void World::note(std::string_view what, std::size_t a, std::size_t b) {
    const std::string line = std::string(what) + " " + std::to_string(a) + " " + std::to_string(b) + "\n";
    m_trace.add(bytesOf(line));
}

void World::fail(const std::string& what) {
    if (m_failure.empty()) m_failure = what;
}

Hash World::trace() {
    for (const SimSpace& space : m_spaces)
        if (const auto hash = device(space.founder).replica().stateHash(space.id)) m_trace.add(hash->view());
    return m_trace.finish();
}

const std::vector<Acknowledged> World::acknowledged() const {
    std::vector<Acknowledged> all;
    for (const auto& device : m_devices)
        all.insert(all.end(), device->acknowledged().begin(), device->acknowledged().end());
    return all;
}

bool World::isAt(std::size_t number, const SimSpace& space) {
    return device(number).replica().findSpace(space.id) != nullptr;
}

std::size_t World::addDevice() {
    const std::size_t number = m_devices.size();
    m_devices.push_back(std::make_unique<SimDevice>("office " + std::to_string(number), m_prng.next(), m_now));
    return number;
}

std::optional<Role> World::roleOf(std::size_t number, const SimSpace& space) {
    const SpaceInfo* info = device(number).replica().findSpace(space.id);
    return info == nullptr ? std::nullopt : info->role;
}

void World::found(std::size_t founder) {
    const auto id = device(founder).replica().createSpace("espacio", "server", device(founder).name());
    if (!id) return fail("a space that cannot be founded");
    m_spaces.push_back({.id = *id, .founder = founder, .members = {founder}, .reader = std::nullopt, .records = {}});
    note("founds", founder);
}

void World::edit(SimSpace& space, std::size_t number) {
    const auto role = roleOf(number, space);
    if (!role || role == Role::Reader) return;
    SimDevice& author = device(number);
    const std::vector<Operation> operations = anyEdit(author, space.id, space.records, m_prng);
    if (operations.empty()) return;
    armTrouble(number);
    const auto sequence = author.commit(space.id, operations);
    const bool wasHurt = author.disk().isPowerCut() || author.disk().hasFailed();
    if (!sequence && !wasHurt && sequence.fault() != ReplicaFault::NoKey)
        fail("a commit refused with fault " + std::to_string(static_cast<int>(sequence.fault())));
    if (sequence) {
        const LogId own = author.replica().findSpace(space.id)->ownLog;
        if (operations.front().field == kTypeField && operations.front().record.sequence == 0)
            space.records.push_back({own, *sequence, 0});
        ++m_totals.edits;
    }
    recover(number);
    note("edits", number, sequence ? *sequence : 0);
}

std::vector<SpaceId> World::spacesOf(std::size_t number) {
    std::vector<SpaceId> ids;
    for (const SpaceInfo& info : device(number).replica().spaces())
        ids.push_back(info.id);
    return ids;
}

void World::finish(const Conversation& conversation) {
    ++m_totals.conversations;
    if (conversation.isDone()) ++m_totals.completed;
    m_flights.push_back(conversation.flight());
    if (m_flights.size() > kFlightsKept) m_flights.pop_front();
    note("talked", conversation.flight().size(), conversation.summary().bytesDown);
}

void World::sync(std::size_t number, const Weather& weather) {
    const std::vector<SpaceId> ids = spacesOf(number);
    if (ids.empty()) return;
    armTrouble(number);
    {
        Conversation conversation(device(number), m_server, ids, weather, m_now);
        while (conversation.step(m_prng))
            continue;
        finish(conversation);
    }
    recover(number);
}

void World::syncTwoAtOnce(std::size_t one, std::size_t other) {
    if (one == other || spacesOf(one).empty() || spacesOf(other).empty()) return;
    {
        Conversation first(device(one), m_server, spacesOf(one), anyWeather(m_prng), m_now);
        Conversation second(device(other), m_server, spacesOf(other), anyWeather(m_prng), m_now);
        bool firstGoesOn = true;
        bool secondGoesOn = true;
        while (firstGoesOn || secondGoesOn) {
            bool& goesOn = m_prng.chance(50) ? firstGoesOn : secondGoesOn;
            if (goesOn) goesOn = (&goesOn == &firstGoesOn ? first : second).step(m_prng);
        }
        finish(first);
        finish(second);
    }
    recover(one);
    recover(other);
}

Bytes World::writeStick(SimSpace& space, std::size_t from) {
    Bytes file;
    auto writer = BundleWriter::begin(device(from).replica(), device(from).keys(), {{.space = space.id}});
    if (!writer) {
        fail("a bundle that cannot be written");
        return file;
    }
    for (auto piece = writer->next(); piece.ok() && !piece->empty(); piece = writer->next())
        append(file, *piece);
    return file;
}

/// True if it was whole.
bool World::readStick(std::size_t to, ByteView file) {
    BundleReader reader;
    const bool isFed = reader.feed(file).ok();
    auto bundle = reader.finish();
    if (isFed && bundle) (void)importBundle(device(to).replica(), std::move(*bundle));
    return bundle.ok();
}

void World::carryStick(SimSpace& space, std::size_t from, std::size_t to) {
    if (from == to || !isAt(from, space) || !isAt(to, space)) return;
    Bytes file = writeStick(space, from);
    const bool isBroken = m_prng.chance(15);
    if (isBroken) file.resize(m_prng.below(file.size()));
    armTrouble(to);
    if (readStick(to, file) == isBroken) fail("a bundle that is not what it seems");
    recover(to);
    ++m_totals.sticks;
    note("carries", from, to);
}

void World::hearAnOldFlight() {
    if (m_flights.empty()) return;
    const std::size_t which = m_prng.below(m_flights.size());
    hearAgain(m_server, m_flights[which], m_now);
    recover(0);
    note("hears again", which);
}

void World::passTime() {
    m_now += Duration(static_cast<std::int64_t>(m_prng.below(3 * kDay)));
}

void World::wanderClock(std::size_t number) {
    constexpr std::int64_t kOffsets[] = {0,           -600'000,   600'000,      -kDay,      kDay,
                                         -365 * kDay, 365 * kDay, -7300 * kDay, 7300 * kDay};
    const std::size_t which = m_prng.below(std::size(kOffsets));
    device(number).clock().wander(Duration(kOffsets[which]));
    note("clock", number, which);
}

} // namespace puente::test
