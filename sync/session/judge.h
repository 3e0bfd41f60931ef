#pragma once

#include "sync/session/intake.h"

namespace puente {

/// Decides what of a batch a space takes, entering what it takes in the space's book at once, so that the next entry
/// is judged as if the one before it were stored. When storing fails, the book must be dropped.
class Judge {
public:
    struct Ruling {
        bool isNew = false;                  ///< to be stored
        std::optional<Refusal> refusal = {}; ///< neither: the space has it already
        bool isBranch = false;               ///< taken beside another segment that stands there
    };
    using Outcome = Result<Ruling, StoreFault>;

    Judge(RelayState& relay, SpaceBook& book, const SpaceId& space, const DeviceId& device)
        : m_relay(relay), m_book(book), m_space(space), m_device(device) {}

    Outcome judge(const PushedEntry& entry);

private:
    Outcome judge(const MembershipRecord& record);
    std::optional<Refusal> judgeAuthor(const MembershipRecord& record);
    bool isOverRecordQuota(const RecordAuthor& author);
    Outcome judge(const KeyObject& object, const Hash& hash);
    Outcome judge(const Segment& segment);
    Outcome judgeErasable(const PushedEntry& entry);
    std::optional<Refusal> whyNot(const ErasableObject& object);
    std::optional<Refusal> whyNot(const Erasure& erasure);
    std::optional<Refusal> whyNot(const ErasureConfirmation& confirmation);
    /// Where a segment that does not continue its log belongs.
    Outcome judgeMisfit(const Segment& segment, const Height& height);
    /// True for what may be on a branch that its device has stated to count, while the end of that is not here yet.
    Result<bool, StoreFault> isOnStatedBranch(const SegmentHeader& header);
    Outcome take(const Segment& segment);
    Result<bool, StoreFault> has(const Hash& segment);
    /// Takes what the quotas have room for, and counts it.
    Outcome takeWithinQuotas(std::size_t bytes, const DeviceId* author);
    Result<Usage*, StoreFault> usageOfSpace();
    Result<Usage*, StoreFault> usageOf(const DeviceId& device);

    RelayState& m_relay;
    SpaceBook& m_book;
    SpaceId m_space;
    DeviceId m_device; ///< who hands over
    std::optional<Usage> m_spaceUsage;
    std::map<DeviceId, Usage> m_deviceUsage;
    std::set<Hash> m_taken; ///< segments and what can be erased, of this batch
};

} // namespace puente
