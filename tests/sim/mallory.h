#pragma once

#include "common/crypto/space_key.h"
#include "sync/segment/segment.h"
#include "tests/sim/device.h"

namespace puente::test {

/// A member that lies: admitted like anyone, with a device whose segments are written by hand. It retires what nobody
/// has written yet, or what it declares as seen under heads that it made up, with clocks of other centuries.
class Mallory {
public:
    Mallory(SimDevice& device, const SpaceId& space) : m_device(device), m_space(space) {}

    /// Adds a segment to its log, aimed at what `eye`, a device of the space, shows. False while it has no key.
    bool attack(SimDevice& eye, const std::vector<GlobalDot>& known, Prng& prng);

    SimDevice& device() { return m_device; }
    const SpaceId& space() const { return m_space; }
    const std::vector<Segment>& segments() const { return m_segments; }
    std::vector<Replica::Arrival> arrivals() const;

private:
    SimDevice& m_device;
    SpaceId m_space;
    std::vector<Segment> m_segments;
};

} // namespace puente::test
