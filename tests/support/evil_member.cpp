#include "tests/support/evil_member.h"

#include "common/crypto/padding.h"
#include "sync/membership/key_object.h"
#include "sync/segment/dictionary.h"

namespace puente::test {

namespace {

SpaceKey keyOf(SyncOffice& office, const SpaceId& space) {
    const auto objects = office.replica().keyObjects(space);
    for (const Bytes& bytes : *objects) {
        const auto object = KeyObject::parse(bytes);
        for (const KeyObject::Entry& entry : object->content().entries)
            if (const auto key = office.keys().sealing.open(entry.sealed)) return SpaceKey::fromBytes(*key);
    }
    contractBroken();
}

} // namespace

EvilMember::EvilMember(SyncOffice& office, const SpaceId& space)
    : m_office(office), m_space(space), m_key(keyOf(office, space)) {
}

SegmentBody EvilMember::body(const std::string& text, const Stamp& stamp) const {
    ChangeSet changeSet;
    changeSet.sequence = static_cast<std::uint32_t>(m_height.sequence + 1);
    changeSet.stamp = stamp;
    changeSet.person = "Malva";
    changeSet.schemaVersion = 1;
    const Dot record{0, changeSet.sequence, 0};
    changeSet.operations = {{Operation::Kind::Write, record, kTypeField, Symbol{3}, {}},
                            {Operation::Kind::Write, record, kFirstSchemaField, text, {}}};
    return {.logs = {log()}, .seen = {}, .membershipHeads = {}, .changeSets = {changeSet}};
}

Segment EvilMember::seal(const SegmentBody& body, const SpaceKey& key) const {
    return sealSegment(m_space, body, m_height.head, key, m_office.keys().signing, m_office.entropy());
}

SegmentHeader EvilMember::header() const {
    const auto next = static_cast<std::uint32_t>(m_height.sequence + 1);
    return {.space = m_space,
            .log = log(),
            .first = next,
            .last = next,
            .previous = m_height.head,
            .key = m_key.idFor(m_space, log().device.view()),
            .dictionary = kCurrentDictionary,
            .paddedSize = 0};
}

Segment EvilMember::appendBytes(ByteView sealed) {
    SegmentHeader made = header();
    const Bytes padded = pad(Bytes(sealed.begin(), sealed.end()));
    made.paddedSize = static_cast<std::uint32_t>(padded.size());
    const Bytes closed = m_key.seal(Purpose::Segment, padded, encodeHeader(made), m_office.entropy());
    return keep(Segment::sign(made, closed, m_office.keys().signing));
}

Segment EvilMember::appendUnder(const SpaceKey& other) {
    const Segment honest = seal(body("bajo otra clave"), other);
    SegmentHeader lying = honest.header();
    lying.key = m_key.idFor(m_space, log().device.view());
    return keep(Segment::sign(lying, honest.sealed(), m_office.keys().signing));
}

Segment EvilMember::keep(Segment segment) {
    m_height = {segment.header().last, segment.hash()};
    return segment;
}

std::vector<Frame> EvilMember::handOver(SyncServer& server, const std::vector<Frame>& pushes) {
    RequestFrame request;
    request.device = m_office.device();
    m_office.entropy().fill(request.nonce);
    request.spaces = {{m_space, 1, 0, {}}};
    request.proof = m_office.keys().signing.sign(Purpose::SessionProof, request.proofMessage(server.id()));
    std::vector<Frame> flight{request};
    flight.insert(flight.end(), pushes.begin(), pushes.end());
    flight.push_back(EndFrame{});

    const Instant now = instantOf(1'760'000'000'000);
    Responder responder(server.relay(), {}, now);
    for (const Frame& frame : flight)
        if (!responder.feed(encodeFrame(frame), now)) break;
    FrameReader reader{SessionLimits{}};
    std::vector<Frame> heard;
    while (responder.hasOutput()) {
        reader.feed(responder.takeOutput());
        for (auto frame = reader.next(); frame.ok() && *frame; frame = reader.next())
            heard.push_back(std::move(**frame));
    }
    return heard;
}

} // namespace puente::test
