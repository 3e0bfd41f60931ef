#include "tests/support/hand_client.h"

namespace puente::test {

Segment opaqueSegment(const SpaceId& space, const Office& author, std::uint32_t first, std::uint32_t last,
                      const Hash& previous, std::uint64_t seed, std::size_t paddedSize) {
    SeededEntropy entropy(seed + first);
    SegmentHeader header;
    header.space = space;
    header.log = {author.device(), 1};
    header.first = first;
    header.last = last;
    header.previous = previous;
    header.key = entropy.draw<KeyId>();
    header.paddedSize = static_cast<std::uint32_t>(paddedSize);
    Bytes sealed(paddedSize + kSegmentOverhead - kSegmentHeaderSize - Signature::kSize);
    entropy.fill(sealed);
    return Segment::sign(header, sealed, author.signing);
}

std::vector<Segment> opaqueLog(const SpaceId& space, const Office& author, std::uint32_t count,
                               std::size_t paddedSize) {
    std::vector<Segment> log;
    for (std::uint32_t i = 1; i <= count; ++i)
        log.push_back(opaqueSegment(space, author, i, i, log.empty() ? Hash{} : log.back().hash(), 0, paddedSize));
    return log;
}

Frame pushOf(const MembershipRecord& record) {
    return PushFrame{EntryKind::Membership, record.space(), {record.wire().begin(), record.wire().end()}};
}

Frame pushOf(const Segment& segment) {
    return PushFrame{EntryKind::Segment, segment.header().space, {segment.wire().begin(), segment.wire().end()}};
}

RequestFrame HandClient::request(std::vector<RequestFrame::Space> spaces, const ServerId& server) {
    RequestFrame frame;
    frame.device = m_office.device();
    m_entropy.fill(frame.nonce);
    frame.spaces = std::move(spaces);
    const Bytes message = frame.proofMessage(server.isZero() ? m_relay.id() : server);
    frame.proof = m_office.signing.sign(Purpose::SessionProof, message);
    return frame;
}

std::vector<Frame> HandClient::listenOnce(std::uint64_t* taken) {
    const Bytes slice = m_responder.takeOutput();
    if (taken) *taken += slice.size();
    m_reader.feed(slice);
    std::vector<Frame> frames;
    for (auto frame = m_reader.next(); frame.ok() && *frame; frame = m_reader.next())
        frames.push_back(std::move(**frame));
    return frames;
}

std::vector<Frame> HandClient::listen() {
    std::vector<Frame> frames;
    while (m_responder.hasOutput())
        for (Frame& frame : listenOnce())
            frames.push_back(std::move(frame));
    return frames;
}

std::vector<Frame> HandClient::talk(const std::vector<Frame>& frames) {
    for (const Frame& frame : frames)
        if (!send(frame)) return listen();
    (void)send(EndFrame{});
    return listen();
}

std::vector<Frame> HandClient::handOver(const SpaceId& space, const std::vector<Frame>& pushes) {
    std::vector<Frame> frames{request({from(space)})};
    frames.insert(frames.end(), pushes.begin(), pushes.end());
    return talk(frames);
}

} // namespace puente::test
