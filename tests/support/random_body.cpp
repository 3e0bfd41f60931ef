#include "tests/support/random_body.h"

#include <limits>

namespace puente::test {

namespace {

constexpr std::uint32_t kLogs = 5;

template <typename IdType>
IdType anyId(Prng& prng) {
    IdType id;
    for (std::uint8_t& byte : id.bytes)
        byte = static_cast<std::uint8_t>(prng.next());
    return id;
}

/// Mostly small, sometimes at the very edge.
std::uint32_t anyNumber(Prng& prng) {
    if (prng.chance(3)) return std::numeric_limits<std::uint32_t>::max();
    return static_cast<std::uint32_t>(prng.next() >> (32 + prng.below(32)));
}

std::string anyText(Prng& prng) {
    static constexpr const char* kWords[] = {"acuerdo", "prórroga", "niñez", "frontera", "🌎", "trata", " "};
    std::string text;
    for (std::size_t words = prng.below(6); words > 0; --words)
        text += kWords[prng.below(std::size(kWords))];
    return text;
}

Dot anyDot(Prng& prng) {
    return {.log = static_cast<std::uint32_t>(prng.below(kLogs)),
            .sequence = std::max(1U, anyNumber(prng)),
            .index = prng.chance(80) ? static_cast<std::uint32_t>(prng.below(4))
                                     : static_cast<std::uint32_t>(prng.below(kOperationCountMax))};
}

Value anyValue(Prng& prng) {
    switch (prng.below(7)) {
    case 0: return static_cast<std::int64_t>(prng.next() >> prng.below(64));
    case 1: return Symbol{anyNumber(prng)};
    case 2: return Day{static_cast<std::int32_t>(anyNumber(prng))};
    case 3: return Reference{anyDot(prng)};
    case 4: {
        Opaque opaque{static_cast<std::uint8_t>(kOpaqueKindMin + prng.below(256 - kOpaqueKindMin)), {}};
        opaque.payload.resize(prng.below(20), static_cast<std::uint8_t>(prng.next()));
        return opaque;
    }
    default: return anyText(prng);
    }
}

Operation anyOperation(Prng& prng, const ChangeSet& changeSet) {
    Operation operation;
    operation.field = prng.chance(90) ? static_cast<std::uint32_t>(prng.below(6)) : anyNumber(prng);
    operation.kind = static_cast<Operation::Kind>(prng.below(3));
    operation.record = anyDot(prng);
    const auto index = static_cast<std::uint32_t>(changeSet.operations.size());
    if (index > 0 && prng.chance(60)) operation.record = changeSet.operations.back().record;
    if (prng.chance(20)) {
        operation.kind = Operation::Kind::Write;
        operation.field = kTypeField;
        operation.record = {.log = 0, .sequence = changeSet.sequence, .index = index};
    }
    if (operation.kind != Operation::Kind::Retire) operation.value = anyValue(prng);
    for (std::size_t dots = prng.below(3); dots > 0 || (!operation.value && operation.retired.empty()); --dots) {
        operation.retired.push_back(prng.chance(50) ? operation.record : anyDot(prng));
        operation.retired.back().index = static_cast<std::uint32_t>(prng.below(20));
        if (dots == 0) break;
    }
    // Its own dot is a record's only where it creates it.
    const Dot own{.log = 0, .sequence = changeSet.sequence, .index = index};
    const bool creates = operation.kind == Operation::Kind::Write && operation.field == kTypeField;
    if (operation.record == own && !creates) operation.record = {.log = 1, .sequence = 1, .index = 0};
    return operation;
}

} // namespace

SegmentBody anyBody(Prng& prng, std::uint32_t first) {
    SegmentBody body;
    for (std::uint32_t i = 0; i < kLogs; ++i)
        body.logs.push_back({anyId<DeviceId>(prng), anyNumber(prng)});
    for (std::size_t i = prng.below(4); i > 0; --i)
        body.seen.push_back({static_cast<std::uint32_t>(prng.below(kLogs)), {anyNumber(prng), anyId<Hash>(prng)}});
    for (std::size_t i = prng.below(3); i > 0; --i)
        body.membershipHeads.push_back(anyId<Hash>(prng));
    const std::uint32_t count = 1 + static_cast<std::uint32_t>(prng.below(prng.chance(10) ? 40 : 5));
    std::uint64_t time = prng.next() % (kStampTimeMax / 2);
    for (std::uint32_t i = 0; i < count; ++i) {
        ChangeSet changeSet;
        changeSet.sequence = first + i;
        time = prng.chance(5) ? prng.next() % kStampTimeMax : time + prng.below(3) * prng.below(100000);
        changeSet.stamp = {std::min(time, kStampTimeMax), prng.chance(70) ? 0 : anyNumber(prng)};
        changeSet.person = anyText(prng).substr(0, kPersonSizeMax);
        changeSet.schemaVersion = anyNumber(prng);
        changeSet.seenCount = static_cast<std::uint32_t>(prng.below(body.seen.size() + 1));
        for (std::size_t k = prng.below(prng.chance(10) ? 60 : 6); k > 0; --k)
            changeSet.operations.push_back(anyOperation(prng, changeSet));
        body.changeSets.push_back(std::move(changeSet));
    }
    orderLogs(body, 0);
    return body;
}

} // namespace puente::test
