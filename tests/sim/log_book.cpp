#include "tests/sim/log_book.h"

#include "sync/membership/key_object.h"
#include "sync/segment/sealing.h"

#include <algorithm>

namespace puente::test {

namespace {

constexpr std::size_t kNoBound = std::size_t{1} << 30;

} // namespace

std::vector<SpaceKey> keysOf(SimDevice& device, const SpaceId& space) {
    std::vector<SpaceKey> keys;
    const auto objects = device.replica().keyObjects(space);
    if (!objects) return keys;
    for (const Bytes& wire : *objects) {
        const auto object = KeyObject::parse(wire);
        if (!object) continue;
        for (const KeyObject::Entry& entry : object->content().entries) {
            if (entry.tag != KeyObject::tagOf(device.keys().sealing.publicId())) continue;
            const auto bytes = device.keys().sealing.open(entry.sealed);
            if (!bytes) continue;
            SpaceKey key = SpaceKey::fromBytes(*bytes);
            for (const KeyObject::Predecessor& earlier : object->content().predecessors)
                if (const auto opened = key.open(Purpose::EpochKey, earlier.wrapped, earlier.epoch.view()))
                    keys.push_back(SpaceKey::fromBytes(*opened));
            keys.push_back(std::move(key));
        }
    }
    return keys;
}

std::string LogBook::take(SimDevice& device, std::vector<Segment> segments, bool isAmongMembers) {
    for (Segment& segment : segments) {
        if (segment.header().space != m_space) return "a segment of another space at " + device.name();
        auto& log = m_logs[segment.header().log];
        const Hash hash = segment.hash();
        const auto [taken, isNew] = log.try_emplace(hash, Entry{std::move(segment), std::nullopt});
        taken->second.isAmongMembers |= isAmongMembers;
    }
    return {};
}

std::string LogBook::add(SimDevice& device) {
    if (device.replica().findSpace(m_space) == nullptr) return {};
    for (const LogHeight& height : device.replica().heights(m_space)) {
        if (!m_heads.insert(height.height.head).second) continue; // and so all that is below it
        auto segments = device.replica().segmentsAfter(m_space, height.log, 0, kNoBound);
        if (!segments) return "segments that cannot be read at " + device.name();
        std::uint64_t after = 0;
        for (const Segment& segment : *segments) {
            if (segment.header().first != after + 1) return "a log with a hole at " + device.name();
            after = segment.header().last;
        }
        if (after != height.height.sequence) return "a log that ends too early at " + device.name();
        if (auto fault = take(device, std::move(*segments), true); !fault.empty()) return fault;
    }
    const bool isMember = m_membership.find(device.id()) != nullptr;
    const auto aside = device.replica().quarantined(m_space);
    if (!aside) return "a quarantine that cannot be read at " + device.name();
    for (const Replica::QuarantinedLog& log : *aside) {
        auto segments = device.replica().quarantinedSegments(m_space, log.log);
        if (!segments) return "segments in quarantine that cannot be read at " + device.name();
        if (auto fault = take(device, std::move(*segments), isMember); !fault.empty()) return fault;
    }
    for (SpaceKey& key : keysOf(device, m_space)) {
        const auto isSame = [&](const SpaceKey& other) { return other.commitment() == key.commitment(); };
        if (std::ranges::none_of(m_keys, isSame)) m_keys.push_back(std::move(key));
    }
    return {};
}

std::string LogBook::open() {
    for (auto& [id, log] : m_logs)
        for (auto& [hash, entry] : log) {
            const SegmentHeader& header = entry.segment.header();
            const auto key = std::ranges::find_if(m_keys, [&](const SpaceKey& other) {
                return other.idFor(m_space, header.log.device.view()) == header.key;
            });
            if (key == m_keys.end()) continue; // sealed under an epoch of somebody who had no right to begin one
            if (auto body = openSegment(entry.segment, *key)) entry.body = std::move(*body);
            if (!entry.body) return "a segment that does not open";
        }
    return {};
}

bool LogBook::isKept(const GlobalDot& dot) const {
    const auto log = m_logs.find(dot.log);
    return log != m_logs.end() && std::ranges::any_of(log->second, [&](const auto& entry) {
               const SegmentHeader& header = entry.second.segment.header();
               return header.first <= dot.sequence && dot.sequence <= header.last;
           });
}

/// What an author had declared as seen of a log by this height of its own: that is never cut away.
std::uint64_t LogBook::declaredBy(const LogHeight& author, const LogId& of) const {
    const auto log = m_logs.find(author.log);
    std::uint64_t seen = 0;
    if (log == m_logs.end()) return seen;
    for (const auto& [hash, entry] : log->second) {
        if (entry.segment.header().last > author.height.sequence || !entry.body) continue;
        for (const SeenEntry& declared : entry.body->seen)
            if (entry.body->logs.at(declared.log) == of) seen = std::max(seen, declared.height.sequence);
    }
    return seen;
}

std::optional<std::uint64_t> LogBook::limitOf(const LogId& log) const {
    const WritingRights* rights = m_membership.writingOf(log.device);
    if (rights == nullptr || log.incarnation < rights->firstIncarnation) return 0;
    std::optional<std::uint64_t> limit;
    for (const Closing& closing : rights->closings) {
        if (!closing.concerns(log)) continue;
        std::uint64_t cut = closing.heightOf(log).sequence;
        if (!closing.only) cut = std::max(cut, declaredBy(closing.declared, log));
        limit = std::min(limit.value_or(cut), cut);
    }
    return limit;
}

const Closing* LogBook::statementOn(const LogId& log) const {
    const WritingRights* rights = m_membership.writingOf(log.device);
    if (rights == nullptr) return nullptr;
    for (const Closing& closing : rights->closings)
        if (closing.namesBranch() && closing.concerns(log)) return &closing;
    return nullptr;
}

std::optional<std::uint64_t> LogBook::statedFrom(const LogId& log) const {
    const Closing* statement = statementOn(log);
    return statement ? std::optional(statement->from->sequence) : std::nullopt;
}

bool LogBook::isCut(const DeviceId& device) const {
    const WritingRights* rights = m_membership.writingOf(device);
    return rights == nullptr ||
           std::ranges::any_of(rights->closings, [](const Closing& closing) { return !closing.only; });
}

/// The branch that ends with this head, from the log's beginning; empty if a part of it is nowhere.
std::vector<const LogBook::Entry*> LogBook::leadingTo(const LogId& log, const Height& head) const {
    std::vector<const Entry*> branch;
    const auto& entries = m_logs.at(log);
    for (Height at = head; at.sequence > 0;) {
        const auto found = entries.find(at.head);
        if (found == entries.end()) return {};
        branch.push_back(&found->second);
        at = {.sequence = found->second.segment.header().first - 1ULL, .head = found->second.segment.header().previous};
    }
    std::ranges::reverse(branch);
    return branch;
}

std::vector<const LogBook::Entry*> LogBook::chain(const LogId& log, std::optional<std::uint64_t> limit) const {
    if (const Closing* statement = statementOn(log)) {
        std::vector<const Entry*> branch = leadingTo(log, statement->heightOf(log));
        if (branch.empty()) limit = std::min(limit.value_or(statement->from->sequence), statement->from->sequence);
        std::erase_if(branch, [&](const Entry* entry) { return limit && entry->segment.header().last > *limit; });
        if (!branch.empty()) return branch;
    }
    std::vector<const Entry*> chain;
    Height height;
    for (bool goesOn = true; goesOn;) {
        goesOn = false;
        for (const auto& [hash, entry] : m_logs.at(log)) {
            const SegmentHeader& header = entry.segment.header();
            if (!entry.isAmongMembers) continue;
            if (header.first != height.sequence + 1 || header.previous != height.head) continue;
            if (limit && header.last > *limit) continue;
            chain.push_back(&entry);
            height = {.sequence = header.last, .head = hash};
            goesOn = true;
            break;
        }
    }
    return chain;
}

std::map<LogId, std::vector<const LogBook::Entry*>> LogBook::counted() const {
    std::map<LogId, std::vector<const Entry*>> counted;
    for (const auto& [id, log] : m_logs)
        if (auto entries = chain(id, limitOf(id)); !entries.empty()) counted.emplace(id, std::move(entries));
    return counted;
}

} // namespace puente::test
