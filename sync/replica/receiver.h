#pragma once

#include "sync/replica/applier.h"

namespace puente {

/// Takes entries of one space from whoever has them, and trusts nobody: docs/architecture.md tells the order of checks.
class Receiver {
public:
    Receiver(ReplicaState& state, Work& work, SpaceState& space)
        : m_state(state), m_work(work), m_space(space), m_applier(state, work, space) {}

    Replica::ReceptionReport receive(std::vector<Replica::Arrival> arrivals);
    /// What is due when the membership has changed: logs are cut or opened again. What that applied counts.
    std::uint32_t settle();

private:
    struct SegmentArrival {
        std::size_t place = 0; // among the outcomes
        Segment segment;
    };
    using SegmentArrivals = std::vector<SegmentArrival>;

    struct RecordArrival {
        std::size_t place = 0; // among the outcomes
        MembershipRecord record;
    };
    void takeRecords(std::vector<Replica::Arrival>& arrivals, std::vector<Reception>& outcomes);
    Reception takeRecord(MembershipRecord record);
    Reception takeKeyObject(Bytes bytes);
    Reception judgeKeyObject(const KeyObject& object);
    void takeErasables(std::vector<Replica::Arrival>& arrivals, std::vector<Reception>& outcomes);
    void takeSegments(SegmentArrivals arrivals, std::vector<Reception>& outcomes);
    Reception takeSegment(const Segment& segment);
    Reception placeInChain(const Segment& segment);
    Reception keepBroken(const Segment& segment);
    Reception quarantine(const Segment& segment);
    void retryQuarantined();
    void openKeysAgain();
    void releaseQuarantined();
    Reception accept(const Segment& segment, SegmentBody body);
    std::optional<Reception> translate(SegmentBody& body, std::vector<std::uint32_t>& logs);

    Reception open(const Segment& segment);
    Reception keepBranch(const Segment& segment);
    void mindForks(Replica::ReceptionReport& report);

    bool isStored(const Segment& segment, std::uint32_t log);

    struct Parked {
        EntryKind kind = EntryKind::Segment;
        Hash hash;
        DeviceId device;
        std::uint32_t first = 0;
        ByteView bytes;
    };
    Reception park(const Parked& entry, Reception reason);
    Reception parkSegment(const Segment& segment, Reception reason);
    std::optional<Reception> whyParked(const DeviceId& device);
    void retryParked();
    void unpark(const Hash& hash, std::size_t size);

    ReplicaState& m_state;
    Work& m_work;
    SpaceState& m_space;
    Applier m_applier;
    std::uint32_t m_changeSets = 0;
    bool m_membershipChanged = false;
    bool m_keysChanged = false;
    bool m_isBranchReleased = false;
    bool m_isBranchGrown = false;       // of a forked log whose device stated which one counts
    std::vector<SignedHeader> m_forked; // segments that stand where another one does
};

/// What may be parked in one space.
inline constexpr std::uint64_t kParkedCountMax = 10'000;
inline constexpr std::uint64_t kParkedBytesMax = 64 * 1024 * 1024;

} // namespace puente
