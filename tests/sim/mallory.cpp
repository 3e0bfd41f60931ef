#include "tests/sim/mallory.h"

#include "sync/segment/sealing.h"
#include "tests/sim/log_book.h"

#include <algorithm>

namespace puente::test {

namespace {

constexpr std::size_t kBranchesMax = 4;

/// Which lie a segment tells.
enum class Lie {
    Future,     ///< retires dots beyond all that was written, under a height as far
    ForgedHead, ///< retires what is there, under a head that it made up
    Undeclared, ///< retires what is there, having declared nothing
    OtherField, ///< retires, truly seen, the value of another field
    None,       ///< retires what it saw: its right
};

/// A segment's body with its table of logs in the order of first use.
class BodyBuilder {
public:
    BodyBuilder(const LogId& own, std::uint32_t sequence) {
        m_body.logs.push_back(own);
        ChangeSet changeSet;
        changeSet.sequence = sequence;
        changeSet.person = "mallory";
        changeSet.schemaVersion = 1;
        m_body.changeSets.push_back(std::move(changeSet));
    }

    std::uint32_t number(const LogId& log) {
        const auto found = std::find(m_body.logs.begin(), m_body.logs.end(), log);
        if (found != m_body.logs.end()) return static_cast<std::uint32_t>(found - m_body.logs.begin());
        m_body.logs.push_back(log);
        return static_cast<std::uint32_t>(m_body.logs.size() - 1);
    }
    Dot dot(const GlobalDot& dot) { return {number(dot.log), dot.sequence, dot.index}; }

    void declare(const LogHeight& seen) {
        m_body.seen.push_back({number(seen.log), seen.height});
        changeSet().seenCount = static_cast<std::uint32_t>(m_body.seen.size());
    }
    ChangeSet& changeSet() { return m_body.changeSets.front(); }
    const SegmentBody& body() const { return m_body; }

private:
    SegmentBody m_body;
};

/// A value that stands somewhere, with the record and field it stands in.
struct Target {
    GlobalDot record;
    std::uint32_t field = 0;
    GlobalDot value;
};

std::vector<Target> targets(SimDevice& eye, const SpaceId& space, const std::vector<GlobalDot>& known) {
    std::vector<Target> found;
    const std::vector<LogId>& logs = eye.replica().logs();
    for (const GlobalDot& record : known) {
        const auto local = eye.localDot(space, record);
        if (!local) continue;
        const auto state = eye.replica().record(*local);
        if (!state || !*state) continue;
        for (const FieldState& field : (*state)->fields())
            for (const LiveValue& value : field.values)
                found.push_back({record, field.field, globalDot(value.dot, logs)});
    }
    return found;
}

Height heightOf(SimDevice& eye, const SpaceId& space, const LogId& log) {
    for (const LogHeight& height : eye.replica().heights(space))
        if (height.log == log) return height.height;
    return {};
}

void write(BodyBuilder& builder, Lie lie, const Target& target, Height height, Prng& prng) {
    std::uint32_t field = target.field;
    std::vector<GlobalDot> retired{target.value};
    Hash forged;
    forged.bytes.fill(static_cast<std::uint8_t>(prng.next()));
    if (lie == Lie::Future) {
        const auto end = static_cast<std::uint32_t>(height.sequence);
        retired.clear();
        for (std::uint32_t ahead = 1; ahead <= 6; ++ahead)
            for (std::uint32_t index = 0; index < 3; ++index)
                retired.push_back({target.value.log, end + ahead, index});
        height = {height.sequence + 6, forged};
    }
    if (lie == Lie::ForgedHead) height.head = forged;
    if (lie == Lie::OtherField) field += 1;
    if (lie != Lie::Undeclared && height.sequence > 0) builder.declare({target.value.log, height});
    Operation operation{Operation::Kind::Retire, builder.dot(target.record), field, std::nullopt, {}};
    for (const GlobalDot& dot : retired)
        operation.retired.push_back(builder.dot(dot));
    if (prng.chance(50)) {
        operation.kind = Operation::Kind::Write;
        operation.value = std::string("mallory");
    }
    builder.changeSet().operations.push_back(operation);
}

} // namespace

bool Mallory::attack(SimDevice& eye, const std::vector<GlobalDot>& known, Prng& prng) {
    const std::vector<SpaceKey> keys = keysOf(m_device, m_space);
    const std::vector<Target> found = targets(eye, m_space, known);
    if (keys.empty() || found.empty()) return false;
    const Target& target = found[prng.below(found.size())];
    const LogId own{m_device.id(), 1};
    if (target.value.log == own) return false;
    const std::size_t which = prng.below(m_branches.size());
    std::vector<Segment> branch = m_branches[which];
    const bool isFork = !branch.empty() && m_branches.size() < kBranchesMax && prng.chance(50);
    if (isFork) branch.pop_back();
    const std::uint32_t sequence = branch.empty() ? 1 : branch.back().header().last + 1;
    BodyBuilder builder(own, sequence);
    builder.changeSet().stamp = {prng.chance(30) ? kStampTimeMax : prng.below(4'000'000'000'000), 0};
    write(builder, static_cast<Lie>(prng.below(5)), target, heightOf(eye, m_space, target.value.log), prng);
    const Hash previous = branch.empty() ? Hash{} : branch.back().hash();
    branch.push_back(
        sealSegment(m_space, builder.body(), previous, keys.front(), m_device.keys().signing, m_device.entropy()));
    if (isFork)
        m_branches.push_back(std::move(branch));
    else
        m_branches[which] = std::move(branch);
    return true;
}

std::vector<Replica::Arrival> Mallory::arrivals(Prng& prng) const {
    std::vector<Replica::Arrival> arrivals;
    for (const Segment& segment : m_branches[prng.below(m_branches.size())])
        arrivals.push_back({EntryKind::Segment, Bytes(segment.wire().begin(), segment.wire().end())});
    return arrivals;
}

} // namespace puente::test
