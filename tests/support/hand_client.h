#pragma once

#include "sync/segment/segment.h"
#include "sync/session/responder.h"
#include "tests/support/membership_builder.h"

namespace puente::test {

/// A segment as the server sees it: authentic, and unreadable even to this test.
Segment opaqueSegment(const SpaceId& space, const Office& author, std::uint32_t first, std::uint32_t last,
                      const Hash& previous, std::uint64_t seed = 0, std::size_t paddedSize = 256);

/// A log of segments of one change set each.
std::vector<Segment> opaqueLog(const SpaceId& space, const Office& author, std::uint32_t count,
                               std::size_t paddedSize = 256);

Frame pushOf(const MembershipRecord& record);
Frame pushOf(const Segment& segment);

/// A client that says exactly what a test tells it to, frame by frame, and shows what comes back.
class HandClient {
public:
    HandClient(Relay& relay, const Office& office, SessionLimits limits = {})
        : m_relay(relay), m_office(office), m_reader(limits), m_responder(relay, limits, m_now) {}

    /// A signed request. `server` other than zero: signed for another server.
    RequestFrame request(std::vector<RequestFrame::Space> spaces, const ServerId& server = {});
    RequestFrame::Space from(const SpaceId& space, const WireCursor& cursor = {}, std::uint32_t ownHeight = 0) const {
        return {space, 1, ownHeight, cursor};
    }

    /// What the server says to one frame.
    Result<Done, Responder::Fault> send(const Frame& frame) { return sendBytes(encodeFrame(frame)); }
    Result<Done, Responder::Fault> sendBytes(ByteView bytes) { return m_responder.feed(bytes, m_now); }
    Result<Done, Responder::Fault> wait(Duration duration) {
        m_now += duration;
        return m_responder.tick(m_now);
    }
    /// All that the server has to say.
    std::vector<Frame> listen();
    /// The whole frames of one slice of it; adds the slice's size.
    std::vector<Frame> listenOnce(std::uint64_t* taken = nullptr);
    /// Sends frames, ends the flight, and listens.
    std::vector<Frame> talk(const std::vector<Frame>& frames);
    /// Requests all of one space, handing over these, and listens.
    std::vector<Frame> handOver(const SpaceId& space, const std::vector<Frame>& pushes);

    Responder& responder() { return m_responder; }
    const Office& office() const { return m_office; }

private:
    Relay& m_relay;
    const Office& m_office;
    FrameReader m_reader;
    Instant m_now = instantOf(1'760'000'000'000);
    Responder m_responder;
    SeededEntropy m_entropy{99};
};

/// The frames of one kind.
template <typename Kind>
std::vector<Kind> only(const std::vector<Frame>& frames) {
    std::vector<Kind> kind;
    for (const Frame& frame : frames)
        if (const auto* found = std::get_if<Kind>(&frame)) kind.push_back(*found);
    return kind;
}

} // namespace puente::test
