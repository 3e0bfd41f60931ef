#pragma once

#include "sync/session/output_buffer.h"
#include "sync/session/refusal_tally.h"
#include "sync/session/relay_state.h"

#include <deque>
#include <set>
#include <vector>

namespace puente {

/// Documents in one conversation of a server: what is offered, handed over and asked for, and the answer, read from the
/// store only as fast as it is taken.
class DocumentDesk {
public:
    enum class Fault { Protocol, TooMuch, Store };
    using Outcome = Result<Done, Fault>;

    DocumentDesk(RelayState& relay, const DeviceId& device, const SessionLimits& limits)
        : m_relay(relay), m_device(device), m_limits(limits) {}

    Outcome take(const OfferFrame& offer);
    Outcome take(FetchFrame fetch);
    Outcome take(const PieceFrame& piece);
    /// True when something was said about documents in this flight, or might have been: the pieces of an offer may turn
    /// out damaged where they come from.
    bool isAsked() const { return m_isAsked || !m_offers.empty(); }
    /// While pieces come in for long: keeps them, and says how far it is, so that the client need not believe us gone.
    Outcome showLife(Instant now, OutputBuffer& output);
    /// The client's flight has ended: what was handed over becomes durable, and the answer can be taken.
    Outcome endFlight();
    /// Makes durable what was handed over.
    Outcome keep();

    bool hasAnswer() const { return !m_owed.empty(); }
    /// How often produce() may be called before others have their turn: each time reads one chunk at most, however
    /// little of it is wanted.
    static constexpr int kTurnsMax = 64;
    /// Adds the next portion of the answer.
    Outcome produce(OutputBuffer& output);
    void dropAnswer() {
        m_owed.clear();
        m_served.reset();
    }
    /// All that were refused so far.
    const RefusalTally& refused() const { return m_refused; }

private:
    struct Offered {
        SpaceId space;
        DocumentId document;
        bool isOpen = false;      ///< its pieces are taken
        bool isTouched = false;   ///< in this flight
        bool isSpoiled = false;   ///< what others had begun of it was no good
        bool isToldWhole = false; ///< and the client knows: it is to send whole chunks
        std::uint64_t size = 0;   ///< sealed
    };
    /// How a chunk begins, as this conversation has sent it.
    struct InHand {
        std::uint32_t offer = 0;
        DocumentSpan chunk;
        Bytes bytes;
    };
    static constexpr std::uint64_t kSealedChunkSize = kDocumentChunkSize + kDocumentChunkOverhead;
    /// A fetch that is being answered.
    struct Serving {
        std::uint32_t number = 0;
        FetchFrame asked;
        bool isBegun = false;
        std::uint64_t size = 0;           ///< of the document, sealed
        std::size_t span = 0;             ///< of those asked for
        std::uint64_t offset = 0;         ///< in the document
        std::vector<DocumentSpan> lacked; ///< so far
    };
    /// The chunk that was read last: whoever asks for it byte by byte has it read once.
    struct ServedChunk {
        SpaceId space;
        DocumentId document;
        DocumentSpan span;
        std::optional<Bytes> bytes; ///< nothing: it is not here
    };
    struct OwedHave {
        std::uint32_t offer = 0;
    };
    using Owed = std::variant<Frame, OwedHave, Serving>;

    /// Why this device may do nothing about documents of the space; nothing if it may.
    Result<std::optional<Refusal>, Fault> whyNot(const SpaceId& space, bool writes);
    Result<std::optional<Refusal>, Fault> judge(const OfferFrame& offer, bool& isUnknown);
    Result<std::optional<Refusal>, Fault> judgeNew(const SpaceId& space, const DocumentIndex& index);
    /// Why nothing may be sealed under this key; nothing if it may.
    Result<std::optional<Refusal>, Fault> whyNotUnder(const SpaceId& space, const ErasableId& key);
    Outcome open(Offered& offered);
    Outcome takePart(std::uint32_t offer, const DocumentSpan& chunk, std::uint64_t offset, ByteView part);
    Outcome putDown();
    /// `isAllOurs`: nobody else had a part in these bytes.
    Outcome write(Offered& offered, std::uint64_t offset, ByteView bytes, bool isAllOurs);
    Outcome settle(Offered& offered, DocumentStore::Written written, bool isAllOurs);
    Outcome waste();
    void refuse(const SpaceId& space, const DocumentId& document, Refusal reason);
    RefusedFrame refusal(const SpaceId& space, const DocumentId& document, Refusal reason);

    /// The same, with what is here already of the chunks where they begin.
    static std::vector<DocumentSpan> fromTheirChunksOn(const std::vector<DocumentSpan>& spans);
    Outcome addHave(const Offered& offered, OutputBuffer& output);
    /// False when all of it was said.
    Result<bool, Fault> serve(Serving& serving, OutputBuffer& output);
    Result<bool, Fault> beginServing(Serving& serving, OutputBuffer& output);
    /// False if the document is gone.
    Result<bool, Fault> readServed(const Serving& serving);
    void servePart(Serving& serving, OutputBuffer& output);

    RelayState& m_relay;
    DeviceId m_device;
    SessionLimits m_limits;
    std::vector<Offered> m_offers; ///< of the conversation
    std::uint32_t m_fetches = 0;   ///< likewise
    std::size_t m_inFlight = 0;    ///< offers and fetches of this flight
    std::size_t m_spansInFlight = 0;
    RefusalTally m_refused;
    std::size_t m_wasted = 0; ///< pieces of the conversation that did not fit
    bool m_isAsked = false;
    std::deque<Owed> m_coming; ///< the answer, while the flight goes on
    std::deque<Owed> m_owed;   ///< the answer, when it is our turn
    std::optional<InHand> m_inHand;
    std::optional<ServedChunk> m_served;
    std::optional<std::uint32_t> m_lastTouched;
    std::optional<Instant> m_lastSign;
};

} // namespace puente
