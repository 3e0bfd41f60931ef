#include "sync/session/judge.h"

#include <algorithm>

namespace puente {

namespace {

Judge::Ruling refuse(Refusal refusal) {
    return {.isNew = false, .refusal = refusal};
}

constexpr auto kKnown = Judge::Ruling{};
constexpr auto kTake = Judge::Ruling{.isNew = true};

} // namespace

Judge::Outcome Judge::judge(const PushedEntry& entry) {
    switch (entry.kind) {
    case EntryKind::Membership: return judge(std::get<MembershipRecord>(entry.content));
    case EntryKind::KeyObject: return judge(std::get<KeyObject>(entry.content), entry.hash);
    case EntryKind::Segment: return judge(std::get<Segment>(entry.content));
    case EntryKind::Erasable:
    case EntryKind::Erasure:
    case EntryKind::Confirmation: return judgeErasable(entry);
    }
    contractBroken();
}

Judge::Outcome Judge::judge(const MembershipRecord& record) {
    if (m_book.hasRecord(record.hash())) return kKnown;
    if (const auto refusal = judgeAuthor(record)) return refuse(*refusal);
    const auto isKnown = [&](const Hash& parent) { return m_book.hasRecord(parent); };
    if (!std::ranges::all_of(record.content().parents, isKnown)) return refuse(Refusal::Gap);
    if (m_book.recordCount() >= kMembershipRecordCountMax) return refuse(Refusal::OverSpaceQuota);
    if (isOverRecordQuota(record.content().author)) return refuse(Refusal::OverDeviceQuota);
    const Outcome outcome = takeWithinQuotas(record.wire().size(), nullptr);
    if (outcome && outcome->isNew) m_book.add(record);
    return outcome;
}

/// A void record is stored nevertheless if its author is or was somebody here: replicas that hold it must find the same
/// set here. Only a root may be heard through a device that is no member, since it may be making it one.
std::optional<Refusal> Judge::judgeAuthor(const MembershipRecord& record) {
    if (record.as<CreateSpace>()) return std::nullopt;
    const RecordAuthor& author = record.content().author;
    const Acquaintances& acquaintances = m_book.acquaintances();
    if (!acquaintances.hasMet(author)) return Refusal::NotMember;
    if (std::holds_alternative<OrganizationId>(author)) return std::nullopt;
    const auto& device = std::get<DeviceId>(author);
    // Who refills a server is not yet known to it; who was removed is, and hands over nothing.
    if (m_book.membership().former.contains(m_device)) return Refusal::NotMember;
    const bool mayAct = acquaintances.mayHaveBeenAdmin(device) || record.as<StateFork>() || record.as<ProveFork>();
    return mayAct ? std::nullopt : std::optional(Refusal::ReadOnly);
}

/// One author alone must not take all the places that a space has for records: nobody could be removed any more.
bool Judge::isOverRecordQuota(const RecordAuthor& author) {
    const auto* device = std::get_if<DeviceId>(&author);
    const bool isAdmin = device && m_book.acquaintances().mayHaveBeenAdmin(*device);
    const QuotaLimits& quotas = m_relay.quotas();
    return m_book.recordCountBy(author) >= (isAdmin ? quotas.adminRecordsMax : quotas.otherRecordsMax);
}

Judge::Outcome Judge::judge(const KeyObject& object, const Hash& hash) {
    const auto isKnown = m_relay.store().contains(m_space, hash);
    if (!isKnown) return Failure{isKnown.fault()};
    if (*isKnown) return kKnown;
    const DeviceId& author = object.content().author;
    // What its author sealed while it was a member, others may have to read after it is none any more.
    if (!m_book.isMember(m_device) || !m_book.acquaintances().hasMet(author)) return refuse(Refusal::NotMember);
    return takeWithinQuotas(object.wire().size(), nullptr);
}

Judge::Outcome Judge::judge(const Segment& segment) {
    const SegmentHeader& header = segment.header();
    // Whether its log was closed before it is for its readers to say: they alone see what others had seen of it.
    if (!m_book.knows(header.log.device) || !m_book.isMember(m_device)) return refuse(Refusal::NotMember);
    if (!m_book.membership().writingOf(header.log.device)) return refuse(Refusal::ReadOnly);
    const Height height = m_book.height(header.log);
    if (header.first != height.sequence + 1 || header.previous != height.head) return judgeMisfit(segment, height);
    return take(segment);
}

Judge::Outcome Judge::take(const Segment& segment) {
    const SegmentHeader& header = segment.header();
    const Outcome outcome = takeWithinQuotas(segment.wire().size(), &header.log.device);
    if (!outcome || !outcome->isNew) return outcome;
    m_taken.insert(segment.hash());
    if (header.last > m_book.height(header.log).sequence) m_book.setHeight(header.log, {header.last, segment.hash()});
    return outcome;
}

Judge::Outcome Judge::judgeMisfit(const Segment& segment, const Height& height) {
    if (segment.hash() == height.head) return kKnown;
    const auto isKnown = has(segment.hash());
    if (!isKnown) return Failure{isKnown.fault()};
    if (*isKnown) return kKnown;
    const auto isStated = isOnStatedBranch(segment.header());
    if (!isStated) return Failure{isStated.fault()};
    if (*isStated) {
        Outcome outcome = take(segment);
        if (outcome) outcome->isBranch = outcome->isNew;
        return outcome;
    }
    return refuse(segment.header().first > height.sequence + 1 ? Refusal::Gap : Refusal::Fork);
}

Result<bool, StoreFault> Judge::isOnStatedBranch(const SegmentHeader& header) {
    const std::vector<Closing>& closings = m_book.membership().writingOf(header.log.device)->closings;
    const auto statement = std::ranges::find_if(
        closings, [&](const Closing& closing) { return closing.namesBranch() && closing.concerns(header.log); });
    if (statement == closings.end()) return false;
    const Height end = statement->heightOf(header.log);
    if (header.last > end.sequence) return false;
    const auto isWhole = has(end.head);
    if (!isWhole || *isWhole) return isWhole ? Result<bool, StoreFault>(false) : isWhole;
    return header.first == 1 ? Result<bool, StoreFault>(true) : has(header.previous);
}

Result<bool, StoreFault> Judge::has(const Hash& segment) {
    return m_taken.contains(segment) ? Result<bool, StoreFault>(true) : m_relay.store().contains(m_space, segment);
}

Judge::Outcome Judge::takeWithinQuotas(std::size_t bytes, const DeviceId* author) {
    const QuotaLimits& quotas = m_relay.quotas();
    const auto space = usageOfSpace();
    if (!space) return Failure{space.fault()};
    if ((*space)->bytes + bytes > quotas.spaceBytesMax) return refuse(Refusal::OverSpaceQuota);
    if (author) {
        const auto device = usageOf(*author);
        if (!device) return Failure{device.fault()};
        const bool isOver =
            (*device)->bytes + bytes > quotas.deviceBytesMax || (*device)->entries >= quotas.deviceEntriesMax;
        if (isOver) return refuse(Refusal::OverDeviceQuota);
        (*device)->bytes += bytes;
        ++(*device)->entries;
    }
    (*space)->bytes += bytes;
    return kTake;
}

Result<Usage*, StoreFault> Judge::usageOfSpace() {
    if (m_spaceUsage) return &*m_spaceUsage;
    const auto usage = m_relay.usageOfSpace(m_space);
    if (!usage) return Failure{usage.fault()};
    m_spaceUsage = *usage;
    return &*m_spaceUsage;
}

Result<Usage*, StoreFault> Judge::usageOf(const DeviceId& device) {
    const auto found = m_deviceUsage.find(device);
    if (found != m_deviceUsage.end()) return &found->second;
    const auto usage = m_relay.usageOfDevice(device);
    if (!usage) return Failure{usage.fault()};
    return &m_deviceUsage.emplace(device, *usage).first->second;
}

} // namespace puente
