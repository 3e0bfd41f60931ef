#pragma once

#include "common/base/entropy.h"
#include "common/crypto/organization_root.h"
#include "sync/replica/replica.h"
#include "sync/session/frame.h"
#include "sync/session/output_buffer.h"
#include "sync/session/patience.h"

#include <deque>
#include <set>

namespace puente {

/// The asking side of a conversation in which an organisation proves its root and reads all that a server keeps of its
/// spaces: to come back on a new device. Bytes in, bytes out, like Initiator; it writes nothing anywhere.
///
/// What it read is whole as far as the server signed for it, and otherwise unchecked: whether an entry is to be
/// believed is for the replica to say.
class Claimant {
public:
    struct Options {
        ServerId server; ///< who must sign the receipts
        SessionLimits limits = {};
        std::uint64_t bytesMax = std::uint64_t{1} << 30; ///< it lies in memory
    };
    enum class Fault {
        Frame,    ///< the server does not speak this protocol
        Protocol, ///< a frame that makes no sense here
        Server,   ///< it ended the conversation: see serverError()
        TimedOut,
        TooMuch,
        NotWhole, ///< what it sent is not what it signed a receipt for
    };
    struct Space {
        SpaceId id;
        std::vector<Replica::Arrival> entries;
    };

    /// `root` and `entropy` must outlive it.
    Claimant(const OrganizationRoot& root, Entropy& entropy, const Options& options);

    Result<Done, Fault> start(Instant now);
    Result<Done, Fault> feed(ByteView bytes, Instant now);
    Result<Done, Fault> tick(Instant now);
    Result<Done, Fault> connectionLost() { return Done{}; }
    Bytes takeOutput() { return m_output.take(); }
    bool isDone() const { return m_isDone; }

    std::optional<Fault> fault() const { return m_fault; }
    SessionError serverError() const { return m_serverError; }
    /// The spaces where the organisation is a member now, ascending; once it is done.
    std::vector<Space> takeSpaces() { return std::move(m_spaces); }

private:
    /// What has come of the space that the server is telling.
    struct Telling {
        Space space;
        InstanceId instance;
        std::map<std::uint64_t, std::pair<EntryKind, Hash>> positions;
        std::set<Hash> named = {};  ///< objects that the server says were erased
        std::set<Hash> erased = {}; ///< those that somebody has said shall be
    };

    Result<Done, Fault> fail(Fault fault);
    void ask();
    Result<Done, Fault> take(const ClaimedFrame& claimed);
    Result<Done, Fault> take(const StatusFrame& status);
    Result<Done, Fault> take(EntryFrame entry);
    Result<Done, Fault> take(const OwnFrame& marks);
    Result<Done, Fault> take(const ReceiptFrame& receipt);
    Result<Done, Fault> take(const ErrorFrame& error);
    Result<Done, Fault> take(const EndFrame&);
    template <typename Other>
    Result<Done, Fault> take(const Other&) {
        return Failure{Fault::Protocol};
    }
    bool isWhole(const ReceiptFrame& receipt) const;

    const OrganizationRoot& m_root;
    Entropy& m_entropy;
    Options m_options;
    SigningKey m_device; ///< for this conversation only
    std::optional<Patience> m_patience;
    FrameReader m_reader;
    OutputBuffer m_output;

    bool m_hasList = false;
    std::deque<SpaceId> m_toAsk;
    std::set<SpaceId> m_asked; ///< in this flight, and not answered yet
    std::optional<Telling> m_telling;
    std::vector<Space> m_spaces;
    std::uint64_t m_bytes = 0;
    std::size_t m_frames = 0;
    std::uint32_t m_exchanges = 0;
    bool m_isDone = false;
    std::optional<Fault> m_fault;
    SessionError m_serverError = SessionError::Protocol;
};

} // namespace puente
