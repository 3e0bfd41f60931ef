#pragma once

#include "common/base/result.h"
#include "sync/session/limits.h"
#include "sync/store/store.h"

#include <optional>
#include <variant>
#include <vector>

namespace puente {

inline constexpr std::uint8_t kProtocolVersion = 1;

/// Where a client believes a server's log of a space stands.
struct WireCursor {
    InstanceId instance;
    LogPosition at;
    friend bool operator==(const WireCursor&, const WireCursor&) = default;
};

// --- client to server
// -------------------------------------------------------------------------------------------------

/// Opens a flight: who asks, and for which spaces. Signed (Purpose::SessionProof) over the server's id and the frame
/// itself, nonce included: time is never a reason to refuse.
struct RequestFrame {
    struct Space {
        SpaceId space;
        std::uint32_t incarnation = 1; ///< of the device's own log there
        WireCursor cursor;
        friend bool operator==(const Space&, const Space&) = default;
    };
    std::uint8_t version = kProtocolVersion;
    DeviceId device;
    std::array<std::uint8_t, 16> nonce{};
    std::vector<Space> spaces;
    Signature proof;
    friend bool operator==(const RequestFrame&, const RequestFrame&) = default;

    /// What `proof` signs.
    Bytes proofMessage(const ServerId& server) const;
};

/// Hands over an entry; segments travel so too, as exactly the bytes that are stored and bundled.
struct PushFrame {
    EntryKind kind = EntryKind::Segment;
    SpaceId space; ///< not repeated on the wire for a segment, whose header says it
    Bytes bytes;
    friend bool operator==(const PushFrame&, const PushFrame&) = default;
};

struct JoinFrame {
    Bytes request;
    friend bool operator==(const JoinFrame&, const JoinFrame&) = default;
};

/// Asks for what lies above these heights; logs that are not named are wanted from the start. Answer to HeightsFrame.
struct WantFrame {
    SpaceId space;
    std::vector<LogHeight> heights;
    friend bool operator==(const WantFrame&, const WantFrame&) = default;
};

/// Ends a flight: the other side's turn.
struct EndFrame {
    friend bool operator==(const EndFrame&, const EndFrame&) = default;
};

// --- server to client
// -------------------------------------------------------------------------------------------------

enum class SpaceStatus : std::uint8_t {
    Continues = 1, ///< everything after the cursor follows
    Compare = 2,   ///< the cursor does not fit this log: heights follow, the client answers with WantFrame
    NotMember = 3, ///< this device is not admitted (yet)
    Unknown = 4,   ///< no such space here
};

struct StatusFrame {
    SpaceId space;
    SpaceStatus status = SpaceStatus::Continues;
    friend bool operator==(const StatusFrame&, const StatusFrame&) = default;
};

/// One entry of the space's log that the client lacks. Membership and keys come first, each with its position.
struct EntryFrame {
    std::uint64_t position = 0;
    EntryKind kind = EntryKind::Segment;
    SpaceId space; ///< not repeated on the wire for a segment
    Bytes bytes;
    friend bool operator==(const EntryFrame&, const EntryFrame&) = default;
};

/// "At these positions stand entries you handed over yourself": their bytes are not sent back.
struct OwnFrame {
    struct Item {
        std::uint64_t position = 0;
        EntryKind kind = EntryKind::Segment;
        Hash hash;
        friend bool operator==(const Item&, const Item&) = default;
    };
    SpaceId space;
    std::vector<Item> items;
    friend bool operator==(const OwnFrame&, const OwnFrame&) = default;
};

enum class Refusal : std::uint8_t {
    Malformed = 1, ///< not authentic or out of bounds
    NotMember = 2, ///< its author is not admitted
    ReadOnly = 3,  ///< its author may only read
    Gap = 4,       ///< an earlier one is missing
    Fork = 5,      ///< another one stands there
    OverDeviceQuota = 6,
    OverSpaceQuota = 7,
    TooManySpaces = 8,
    InviteUnknown = 9,
    InviteUsed = 10,
    ServerFull = 11, ///< the server's disk
    TooManyJoins = 12,
};

/// What the server did not take, and why; everything else in the flight was taken.
struct RefusedFrame {
    SpaceId space;
    Hash entry;
    Refusal reason = Refusal::Malformed;
    friend bool operator==(const RefusedFrame&, const RefusedFrame&) = default;
};

struct HeightsFrame {
    SpaceId space;
    std::vector<LogHeight> heights;
    std::vector<Hash> others; ///< the membership records and key objects that the server has
    friend bool operator==(const HeightsFrame&, const HeightsFrame&) = default;
};

/// The server's signed word (Purpose::Receipt): the log of this space stands here, and the requesting device's own log
/// is stored up to `ownHeight`. The signature also covers space, device and instance.
struct ReceiptFrame {
    SpaceId space;
    InstanceId instance;
    LogPosition at;
    std::uint32_t ownHeight = 0;
    Hash ownHead;
    Signature signature;
    friend bool operator==(const ReceiptFrame&, const ReceiptFrame&) = default;

    Bytes signedMessage(const DeviceId& device) const;
};

enum class SessionError : std::uint8_t {
    Version = 1,      ///< no protocol version in common
    Proof = 2,        ///< the device's proof does not fit this server
    Protocol = 3,     ///< a frame that makes no sense here
    TooMuch = 4,      ///< a bound of the conversation is exceeded
    Storage = 5,      ///< the server's disk failed
    ShuttingDown = 6, ///< try again later
    Busy = 7,         ///< too many connections
};

/// Ends the conversation.
struct ErrorFrame {
    SessionError error = SessionError::Protocol;
    friend bool operator==(const ErrorFrame&, const ErrorFrame&) = default;
};

using Frame = std::variant<RequestFrame, PushFrame, JoinFrame, WantFrame, EndFrame, StatusFrame, EntryFrame, OwnFrame,
                           RefusedFrame, HeightsFrame, ReceiptFrame, ErrorFrame>;

/// A frame with its length in front: u32 size of what follows, u8 type, payload. docs/formats/wire.md.
Bytes encodeFrame(const Frame& frame);

enum class FrameFault { TooLarge, UnknownType, Malformed };

/// Cuts a stream of bytes into frames. A length beyond the bounds is refused before anything is allocated for it.
class FrameReader {
public:
    explicit FrameReader(const SessionLimits& limits) : m_limits(limits) {}

    void feed(ByteView bytes);
    /// The next whole frame; nothing while it has not all arrived.
    Result<std::optional<Frame>, FrameFault> next();
    /// True while part of a frame is here.
    bool isMidFrame() const { return m_used < m_buffer.size(); }

private:
    SessionLimits m_limits;
    Bytes m_buffer;
    std::size_t m_used = 0;
};

} // namespace puente
