#include "tests/support/segment_builder.h"

#include "common/crypto/padding.h"
#include "sync/segment/dictionary.h"

namespace puente::test {

SegmentBody Author::body(std::uint32_t first, std::uint32_t count) const {
    SegmentBody body{.logs = {log()}, .seen = {}, .membershipHeads = {}, .changeSets = {}};
    for (std::uint32_t i = 0; i < count; ++i) {
        ChangeSet changeSet;
        changeSet.sequence = first + i;
        changeSet.stamp = {.time = 1'760'000'000'000ULL + i, .counter = 0};
        changeSet.person = "Ana";
        changeSet.schemaVersion = 1;
        const Dot record{.log = 0, .sequence = changeSet.sequence, .index = 0};
        changeSet.operations.push_back(
            {.kind = Operation::Kind::Write, .record = record, .field = kTypeField, .value = Symbol{3}});
        changeSet.operations.push_back({.kind = Operation::Kind::Write,
                                        .record = record,
                                        .field = kFirstSchemaField,
                                        .value = "Acuerdo " + std::to_string(changeSet.sequence)});
        body.changeSets.push_back(std::move(changeSet));
    }
    return body;
}

SegmentHeader Author::header(std::uint32_t first, std::uint32_t last) const {
    return {.space = m_space,
            .log = log(),
            .first = first,
            .last = last,
            .previous = {},
            .key = m_key.idFor(m_space, log().device.view()),
            .dictionary = kCurrentDictionary,
            .paddedSize = 0};
}

Segment Author::sealBytes(SegmentHeader header, Bytes compressed) {
    const Bytes padded = pad(std::move(compressed));
    header.paddedSize = static_cast<std::uint32_t>(padded.size());
    return Segment::sign(header, m_key.seal(Purpose::Segment, padded, encodeHeader(header), m_entropy), m_signer);
}

} // namespace puente::test
