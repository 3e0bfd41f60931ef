#pragma once

#include "common/base/result.h"
#include "sync/session/document_frames.h"
#include "sync/session/limits.h"
#include "sync/store/store.h"

#include <optional>
#include <variant>
#include <vector>

namespace puente {

inline constexpr std::uint8_t kProtocolVersion = 3;

/// Where a client believes a server's log of a space stands. At position 0 it knows no instance, nor any hash.
struct WireCursor {
    InstanceId instance;
    LogPosition at;
    friend bool operator==(const WireCursor&, const WireCursor&) = default;
};

// --- client to server -----------------------------------------------------------------------------------------------

/// Opens a flight: who asks, and for which spaces. Signed (Purpose::SessionProof) over the server's id and the frame
/// itself, nonce included: time is never a reason to refuse.
struct RequestFrame {
    struct Space {
        SpaceId space;
        std::uint32_t incarnation = 1; ///< of the device's own log there
        std::uint32_t ownHeight = 0;   ///< how far it has that log: nobody needs to send it its own segments
        WireCursor cursor;
        friend bool operator==(const Space&, const Space&) = default;
    };
    DeviceId device;
    std::array<std::uint8_t, 16> nonce{};
    std::vector<Space> spaces; ///< ascending by space
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

/// A join request: from its joiner to the server, and from the server to the space's admins.
struct JoinFrame {
    Bytes request;
    friend bool operator==(const JoinFrame&, const JoinFrame&) = default;
};

/// Asks for what lies above these heights; logs that are not named are wanted from the start. Answer to HeightsFrame.
struct WantFrame {
    SpaceId space;
    std::vector<LogHeight> heights; ///< ascending by log
    std::vector<Hash> others;       ///< ascending; membership records and key objects of the server's that are wanted
    friend bool operator==(const WantFrame&, const WantFrame&) = default;
};

/// "I am this organisation": its root proves itself for this conversation (Purpose::Claim), so that a device that is no
/// member anywhere may read what the organisation may. Follows a request.
struct ClaimFrame {
    OrganizationId organization;
    Signature proof;
    friend bool operator==(const ClaimFrame&, const ClaimFrame&) = default;

    /// What `proof` signs: worth nothing to another server, nor beside another request.
    Bytes proofMessage(const ServerId& server, const RequestFrame& request) const;
};

/// Ends a flight: the other side's turn.
struct EndFrame {
    friend bool operator==(const EndFrame&, const EndFrame&) = default;
};

// --- server to client -----------------------------------------------------------------------------------------------

enum class SpaceStatus : std::uint8_t {
    Continues = 1, ///< everything after the cursor follows
    Compare = 2,   ///< the cursor does not fit this log: heights follow, the client answers with WantFrame
    NotMember = 3, ///< this device is not admitted (yet)
    Unknown = 4,   ///< no such space here
    Former = 5,    ///< this device was removed or revoked
};

/// Begins the answer for one space.
struct StatusFrame {
    SpaceId space;
    SpaceStatus status = SpaceStatus::Continues;
    InstanceId instance; ///< whose positions follow; zero for the others
    friend bool operator==(const StatusFrame&, const StatusFrame&) = default;
};

/// Answers a claim: the spaces whose membership speaks of the organisation's devices.
struct ClaimedFrame {
    std::vector<SpaceId> spaces; ///< ascending
    friend bool operator==(const ClaimedFrame&, const ClaimedFrame&) = default;
};

/// One entry of the space's log that the client lacks. Membership and keys come first, each with its position.
struct EntryFrame {
    std::uint64_t position = 0;
    EntryKind kind = EntryKind::Segment;
    SpaceId space; ///< not repeated on the wire for a segment
    Bytes bytes;
    friend bool operator==(const EntryFrame&, const EntryFrame&) = default;
};

/// "At these positions stand entries that you have": own segments, what this conversation handed over, and erasable
/// objects that nobody has any more.
struct OwnFrame {
    struct Item {
        std::uint64_t position = 0;
        EntryKind kind = EntryKind::Segment;
        Hash hash;
        friend bool operator==(const Item&, const Item&) = default;
    };
    SpaceId space;
    std::vector<Item> items; ///< ascending by position
    friend bool operator==(const OwnFrame&, const OwnFrame&) = default;
};

enum class Refusal : std::uint8_t {
    Malformed = 1, ///< not authentic or out of bounds
    NotMember = 2, ///< its author, or who hands it over, is not admitted
    ReadOnly = 3,  ///< its author's role does not permit it
    Gap = 4,       ///< an earlier one is missing
    Fork = 5,      ///< another one stands there
    OverDeviceQuota = 6,
    OverSpaceQuota = 7,
    TooManySpaces = 8,
    InviteUnknown = 9,
    InviteUsed = 10,
    ServerFull = 11, ///< the server's disk
    TooManyJoins = 12,
    Erased = 13,      ///< an erasable object whose erasure is here, or a document whose key was erased
    NoDocuments = 14, ///< this server keeps none
};

/// What the server did not take, and why; everything else in the flight was taken.
struct RefusedFrame {
    SpaceId space;
    Hash entry; ///< as entryHash(); for a join request hashOf(Purpose::JoinRequest); for a document its id
    Refusal reason = Refusal::Malformed;
    friend bool operator==(const RefusedFrame&, const RefusedFrame&) = default;
};

/// What the server has of a space whose cursor did not fit. May come in several parts.
struct HeightsFrame {
    SpaceId space;
    std::uint64_t end = 0;          ///< the last position of the server's log
    std::vector<LogHeight> heights; ///< ascending by log
    std::vector<Hash> others;       ///< ascending; the membership records and key objects that the server has
    friend bool operator==(const HeightsFrame&, const HeightsFrame&) = default;
};

/// The server's signed word (Purpose::Receipt): the log of this space stands here, and the requesting device's own log
/// is stored up to `ownHeight`. The signature also covers device, instance and the own log's head.
struct ReceiptFrame {
    SpaceId space;
    LogPosition at;
    std::uint32_t ownHeight = 0;
    std::optional<Hash> ownHead; ///< left out when the client knows it: its own segment that ends at `ownHeight`
    Signature signature;
    friend bool operator==(const ReceiptFrame&, const ReceiptFrame&) = default;

    /// What `signature` signs; `head` is that of the own log, zero for an empty one.
    Bytes signedMessage(const DeviceId& device, const InstanceId& instance, const Hash& head) const;
};

enum class SessionError : std::uint8_t {
    Version = 1,      ///< no protocol version in common
    Proof = 2,        ///< the device's proof does not fit this server
    Protocol = 3,     ///< a frame that makes no sense here
    TooMuch = 4,      ///< a bound of the conversation is exceeded
    Storage = 5,      ///< the server's disk failed
    ShuttingDown = 6, ///< try again later
    Busy = 7,         ///< too many connections
    TooSlow = 8,      ///< a frame, or the silence between two, took too long
};

/// Ends the conversation.
struct ErrorFrame {
    SessionError error = SessionError::Protocol;
    friend bool operator==(const ErrorFrame&, const ErrorFrame&) = default;
};

using Frame = std::variant<RequestFrame, PushFrame, JoinFrame, WantFrame, EndFrame, StatusFrame, EntryFrame, OwnFrame,
                           RefusedFrame, HeightsFrame, ReceiptFrame, ErrorFrame, ClaimFrame, ClaimedFrame, OfferFrame,
                           FetchFrame, PieceFrame, HaveFrame, IndexFrame, ServedPieceFrame, LackingFrame>;

/// The byte after a frame's length. Clients send the low ones, servers those from 16; Join goes both ways.
enum class FrameType : std::uint8_t {
    Request = 1,
    PushSegment = 2,
    Push = 3,
    Join = 4,
    Want = 5,
    End = 6,
    Claim = 7,
    Offer = 8,
    Fetch = 9,
    Piece = 10,
    Status = 16,
    Segment = 17,
    Entry = 18,
    Own = 19,
    Refused = 20,
    Heights = 21,
    Receipt = 22,
    Error = 23,
    Claimed = 24,
    Have = 25,
    Index = 26,
    ServedPiece = 27,
    Lacking = 28,
};

/// A frame with its length in front: u32 size of what follows, u8 type, payload. docs/formats/wire.md.
Bytes encodeFrame(const Frame& frame);

enum class FrameFault {
    TooLarge,       ///< its length is beyond the bounds
    UnknownType,    ///< no such type
    UnknownVersion, ///< a request in a version that is not ours
    Malformed,      ///< not the one encoding of anything
};

/// What encodeFrame() was given, without the length; `body` begins with the type.
Result<Frame, FrameFault> decodeFrame(ByteView body);

/// Cuts a stream of bytes into frames. A length beyond the bounds is refused before anything is allocated for it.
class FrameReader {
public:
    explicit FrameReader(const SessionLimits& limits) : m_limits(limits) {}

    void feed(ByteView bytes);
    /// The next whole frame; nothing while it has not all arrived.
    Result<std::optional<Frame>, FrameFault> next();
    /// What has come of a piece of a document whose end has not: its bytes are worth keeping when the connection
    /// breaks.
    std::optional<Frame> unfinishedPiece() const;
    /// While part of a frame is here: its size in all, as far as it is known.
    std::optional<std::size_t> unfinishedSize() const;
    /// How many bytes are held: less than a frame beyond what was fed last.
    std::size_t bufferSize() const { return m_buffer.size(); }

private:
    SessionLimits m_limits;
    Bytes m_buffer;
    std::size_t m_used = 0;
};

} // namespace puente
