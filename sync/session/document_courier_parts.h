#pragma once

#include "sync/session/document_courier.h"
#include "sync/session/document_flight.h"
#include "sync/session/patience.h"

namespace puente {

/// The inside of a courier: what it says stands in document_courier.cpp, what it hears in document_hearing.cpp.
class DocumentCourier::Parts {
public:
    Parts(DocumentStore& store, const SigningKey& device, Entropy& entropy, Options options);

    Result<Done, Fault> start(Instant now);
    Result<Done, Fault> feed(ByteView bytes, Instant now);
    Result<Done, Fault> tick(Instant now);
    Result<Done, Fault> keepWhatArrived();
    Bytes takeOutput();

    bool isDone() const { return m_isDone; }
    const std::vector<DocumentTransfer>& transfers() const { return m_transfers; }
    SqlFault storeFault() const { return m_storeFault; }
    SessionError serverError() const { return m_serverError; }

private:
    /// How far a document is that is handed over.
    enum class Offer { Unsaid, Asked, WantsIndex, WantsPieces, Over };
    struct Sending {
        Offer state = Offer::Unsaid;
        bool isAsked = false;  ///< in this exchange
        bool hasIndex = false; ///< the server was given it
        int rounds = 0;
        std::uint64_t sealedSize = 0;
        std::vector<DocumentSpan> missing = {}; ///< there
        std::uint32_t number = 0;               ///< of its last offer
    };
    /// How far one is that is fetched.
    struct Fetching {
        bool isAsked = false;
        bool hasIndex = false;
        std::vector<DocumentSpan> spans = {}; ///< asked for
        std::size_t span = 0;                 ///< where the next piece may begin
        std::uint64_t offset = 0;
    };

    Result<Done, Fault> fail(Fault fault);
    Fault ofStore(SqlFault fault) {
        m_storeFault = fault;
        return Fault::Store;
    }
    Result<Done, Fault> goOn();
    void request();
    Result<bool, Fault> addOffers();
    Result<bool, Fault> addFetches();
    Result<bool, Fault> offer(std::size_t at);
    Result<bool, Fault> fetch(std::size_t at);

    Result<Done, Fault> take(const HaveFrame& have);
    Result<Done, Fault> take(const IndexFrame& index);
    Result<Done, Fault> take(const ServedPieceFrame& piece);
    Result<Done, Fault> take(const LackingFrame& lacking);
    Result<Done, Fault> take(const RefusedFrame& refused);
    Result<Done, Fault> take(const ErrorFrame& error);
    Result<Done, Fault> take(const EndFrame&);
    template <typename OtherFrame>
    Result<Done, Fault> take(const OtherFrame&) {
        return Failure{Fault::Protocol};
    }
    /// Notes when a document is none that its wish means.
    static bool isMeant(const DocumentIndex& index, DocumentTransfer& transfer);
    Result<Done, Fault> settleFetches();
    Result<Done, Fault> keepNowAndThen(Instant now);
    /// The transfer that this exchange is about; nothing for another.
    std::optional<std::size_t> asked(const SpaceId& space, const DocumentId& document) const;
    bool advance(Fetching& fetching, const ServedPieceFrame& piece) const;

    DocumentStore& m_store;
    const SigningKey& m_device;
    Entropy& m_entropy;
    Options m_options;
    std::optional<Patience> m_patience;
    Instant m_keptAt{}; ///< what had arrived
    FrameReader m_reader;
    OutputBuffer m_output;
    DocumentFlight m_flight;

    std::vector<DocumentTransfer> m_transfers;
    std::vector<Sending> m_sendings;    ///< of the first transfers
    std::vector<Fetching> m_fetchings;  ///< of the others
    std::vector<std::size_t> m_fetched; ///< which of them, by their number in the conversation
    std::size_t m_spansAsked = 0;       ///< by them
    std::uint32_t m_offers = 0;         ///< of the conversation
    bool m_isFetching = false;          ///< the last exchange
    std::size_t m_frames = 0;
    std::uint32_t m_exchanges = 0;
    bool m_isDone = false;
    std::optional<Fault> m_fault;
    SqlFault m_storeFault = SqlFault::Storage;
    SessionError m_serverError = SessionError::Protocol;
};

} // namespace puente
