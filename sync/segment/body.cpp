#include "sync/segment/body.h"

#include "sync/segment/body_rules.h"
#include "sync/segment/segment.h"

#include <limits>

namespace puente {

namespace {

constexpr std::size_t kChangeSetWeight = 16;
constexpr std::size_t kOperationWeight = 4;
constexpr std::size_t kNumberWeight = 4;
constexpr std::size_t kRetiredWeight = 6;
static_assert(kBodySizeMax == kSegmentPlainSizeMax + kChangeSetSizeMax);

std::size_t weightOf(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return text->size();
    if (const auto* opaque = std::get_if<Opaque>(&value)) return opaque->payload.size();
    return kNumberWeight;
}

} // namespace

std::size_t encodedSize(const ChangeSet& changeSet) {
    std::size_t size = kChangeSetWeight;
    for (const Operation& operation : changeSet.operations) {
        size += kOperationWeight + kRetiredWeight * operation.retired.size();
        if (operation.value) size += weightOf(*operation.value);
    }
    return size;
}

bool isWithinSizes(const SegmentBody& body) {
    std::size_t total = 0;
    for (const ChangeSet& changeSet : body.changeSets) {
        const std::size_t size = encodedSize(changeSet);
        if (size > kChangeSetSizeMax) return false;
        total += size;
    }
    return total <= kBodySizeMax;
}

bool isInOrderOfFirstUse(const SegmentBody& body) {
    std::uint32_t used = 1;
    bool inOrder = !body.logs.empty();
    forEachLogNumber(body, [&](std::uint32_t log) {
        if (log > used) inOrder = false;
        if (log == used) ++used;
    });
    return inOrder && used == body.logs.size();
}

void orderLogs(SegmentBody& body, std::uint32_t author) {
    expects(author < body.logs.size());
    constexpr std::uint32_t kUnused = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> numbers(body.logs.size(), kUnused);
    std::vector<LogId> ordered{body.logs[author]};
    numbers[author] = 0;
    forEachLogNumber(body, [&](std::uint32_t& log) {
        expects(log < numbers.size());
        if (numbers[log] == kUnused) {
            numbers[log] = static_cast<std::uint32_t>(ordered.size());
            ordered.push_back(body.logs[log]);
        }
        log = numbers[log];
    });
    body.logs = std::move(ordered);
}

} // namespace puente
