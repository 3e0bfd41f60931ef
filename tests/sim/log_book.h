#pragma once

#include "common/crypto/space_key.h"
#include "sync/membership/membership.h"
#include "tests/sim/device.h"

#include <set>

namespace puente::test {

/// The keys of a space's epochs, as far as this device has been given them.
std::vector<SpaceKey> keysOf(SimDevice& device, const SpaceId& space);

/// All segments of a space that anybody holds, wherever he keeps them, and which of them count: worked out from the
/// membership alone as docs/formats/membership_rules.md words it, without a line of the replica. What lies in nothing
/// but the quarantine of whoever is no member counts for nobody: no device hands it on by itself, and a fork that such
/// a device alone has met it cannot prove.
class LogBook {
public:
    LogBook(const SpaceId& space, const Membership& membership) : m_space(space), m_membership(membership) {}

    /// Takes what a device holds. What is wrong with it, in words.
    std::string add(SimDevice& device);
    /// To be called when all is there.
    std::string open();

    struct Entry {
        Segment segment;
        std::optional<SegmentBody> body;
        bool isAmongMembers = false; ///< a member holds it, or whoever is out hands it on as accepted
    };
    /// What counts of each log, in the log's order; a log of which nothing counts is not there.
    std::map<LogId, std::vector<const Entry*>> counted() const;
    /// How far a log counts; nothing while it is open.
    std::optional<std::uint64_t> limitOf(const LogId& log) const;
    /// Where the branches of a log part of which its device has stated the one that counts; nothing for any other.
    std::optional<std::uint64_t> statedFrom(const LogId& log) const;
    /// True for a device whose right to write somebody has taken away, for good or for a while.
    bool isCut(const DeviceId& device) const;
    /// True if anybody's segment has this change set, counting or not.
    bool isKept(const GlobalDot& dot) const;

private:
    std::string take(SimDevice& device, std::vector<Segment> segments, bool isAmongMembers);
    std::uint64_t declaredBy(const LogHeight& author, const LogId& of) const;
    const Closing* statementOn(const LogId& log) const;
    std::vector<const Entry*> leadingTo(const LogId& log, const Height& head) const;
    std::vector<const Entry*> chain(const LogId& log, std::optional<std::uint64_t> limit) const;

    SpaceId m_space;
    const Membership& m_membership;
    std::vector<SpaceKey> m_keys;
    std::map<LogId, std::map<Hash, Entry>> m_logs;
    std::set<Hash> m_heads; ///< of the accepted logs that were taken
};

} // namespace puente::test
