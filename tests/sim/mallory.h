#pragma once

#include "common/crypto/space_key.h"
#include "sync/segment/segment.h"
#include "tests/sim/device.h"

namespace puente::test {

/// A member that lies: admitted like anyone, with a device whose segments are written by hand. It retires what nobody
/// has written yet, or what it declares as seen under heads that it made up, with clocks of other centuries; it tells
/// different offices different things at one place of its log, and goes on when it has been put out.
class Mallory {
public:
    Mallory(SimDevice& device, const SpaceId& space) : m_device(device), m_space(space) {}

    /// Adds a segment to a branch of its log, or begins another branch with it, aimed at what `eye`, a device of the
    /// space, shows. False while it has no key.
    bool attack(SimDevice& eye, const std::vector<GlobalDot>& known, Prng& prng);

    SimDevice& device() { return m_device; }
    const SpaceId& space() const { return m_space; }
    bool hasWritten() const { return !m_branches.front().empty(); }
    bool hasForked() const { return m_branches.size() > 1; }
    /// One branch of its log, for one office.
    std::vector<Replica::Arrival> arrivals(Prng& prng) const;

private:
    SimDevice& m_device;
    SpaceId m_space;
    std::vector<std::vector<Segment>> m_branches{1}; ///< each from the log's beginning
};

} // namespace puente::test
