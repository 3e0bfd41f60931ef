#include "sync/session/document_courier.h"

#include "sync/session/document_flight.h"
#include "sync/session/patience.h"

#include <algorithm>

namespace puente {

namespace {

constexpr std::size_t kWishesMax = 1000; ///< that one flight may name; the rest is for the next conversation
constexpr int kRoundsMax = 3;            ///< of pieces of one document, when some do not arrive as what they are
/// An index up to this size goes with the first offer; of a larger one the server is asked first.
constexpr std::size_t kSmallIndexSize = 2048;

std::uint64_t bytesIn(const std::vector<DocumentSpan>& spans) {
    std::uint64_t bytes = 0;
    for (const DocumentSpan& span : spans)
        bytes += span.end - span.begin;
    return bytes;
}

} // namespace

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
    Result<Done, Fault> settleFetches();
    /// The transfer that this exchange is about; nothing for another.
    std::optional<std::size_t> asked(const SpaceId& space, const DocumentId& document) const;
    bool advance(Fetching& fetching, const ServedPieceFrame& piece) const;

    DocumentStore& m_store;
    const SigningKey& m_device;
    Entropy& m_entropy;
    Options m_options;
    std::optional<Patience> m_patience;
    FrameReader m_reader;
    OutputBuffer m_output;
    DocumentFlight m_flight;

    std::vector<DocumentTransfer> m_transfers;
    std::vector<Sending> m_sendings;    ///< of the first transfers
    std::vector<Fetching> m_fetchings;  ///< of the others
    std::vector<std::size_t> m_fetched; ///< which of them, by their number in the conversation
    std::uint32_t m_offers = 0;         ///< of the conversation
    bool m_isFetching = false;          ///< the last exchange
    std::size_t m_frames = 0;
    std::uint32_t m_exchanges = 0;
    bool m_isDone = false;
    std::optional<Fault> m_fault;
    SqlFault m_storeFault = SqlFault::Storage;
    SessionError m_serverError = SessionError::Protocol;
};

DocumentCourier::Parts::Parts(DocumentStore& store, const SigningKey& device, Entropy& entropy, Options options)
    : m_store(store), m_device(device), m_entropy(entropy), m_options(std::move(options)), m_reader(m_options.limits) {
    for (const DocumentWish& wish : m_options.handOver)
        m_transfers.push_back({.wish = wish});
    for (const DocumentWish& wish : m_options.fetch)
        m_transfers.push_back({.wish = wish});
    m_sendings.resize(m_options.handOver.size());
    m_fetchings.resize(m_options.fetch.size());
}

Result<Done, DocumentCourier::Fault> DocumentCourier::Parts::fail(Fault fault) {
    if (fault != Fault::Store) (void)m_store.keep();
    m_fault = fault;
    return Failure{fault};
}

Result<Done, DocumentCourier::Fault> DocumentCourier::Parts::start(Instant now) {
    expects(!m_patience);
    m_patience.emplace(m_options.limits, now);
    request();
    const auto done = goOn();
    return done ? done : fail(done.fault());
}

// --- what is said ---------------------------------------------------------------------------------------------------

void DocumentCourier::Parts::request() {
    RequestFrame request;
    request.device = m_device.publicId<DeviceId>();
    m_entropy.fill(request.nonce);
    request.proof = m_device.sign(Purpose::SessionProof, request.proofMessage(m_options.server));
    m_flight.add(request);
}

/// What is handed over goes first, and what is fetched last: the long answer then ends the conversation, and nobody
/// waits for a line that is full of it.
Result<Done, DocumentCourier::Fault> DocumentCourier::Parts::goOn() {
    if (m_exchanges < m_options.limits.exchangesMax && !m_isFetching) {
        auto isMore = addOffers();
        if (isMore && !*isMore) {
            m_isFetching = true;
            isMore = addFetches();
        }
        if (!isMore) return Failure{isMore.fault()};
        if (*isMore) {
            ++m_exchanges;
            m_flight.add(EndFrame{});
            return Done{};
        }
    }
    m_isDone = true;
    return Done{};
}

Result<bool, DocumentCourier::Fault> DocumentCourier::Parts::addOffers() {
    bool isMore = false;
    for (std::size_t at = 0; at < std::min(m_sendings.size(), kWishesMax); ++at) {
        Sending& sending = m_sendings[at];
        if (sending.state == Offer::Unsaid || sending.state == Offer::WantsIndex) {
            const auto offered = offer(at);
            if (!offered) return offered;
            isMore = isMore || *offered;
        } else if (sending.state == Offer::WantsPieces && sending.rounds++ < kRoundsMax) {
            const DocumentWish& wish = m_transfers[at].wish;
            m_flight.addPieces({wish.space, wish.document, sending.number, std::exchange(sending.missing, {}), at});
            sending.state = Offer::Asked;
            sending.isAsked = true;
            isMore = true;
        } else {
            sending.state = Offer::Over;
        }
    }
    return isMore;
}

Result<bool, DocumentCourier::Fault> DocumentCourier::Parts::offer(std::size_t at) {
    const DocumentWish& wish = m_transfers[at].wish;
    Sending& sending = m_sendings[at];
    const auto index = m_store.index(wish.space, wish.document);
    if (!index) return Failure{ofStore(index.fault())};
    if (!*index) {
        sending.state = Offer::Over; // it went meanwhile
        return false;
    }
    OfferFrame offer{wish.space, wish.document, {}};
    const ByteView wire = (*index)->wire();
    sending.hasIndex = sending.state == Offer::WantsIndex || wire.size() <= kSmallIndexSize;
    if (sending.hasIndex) offer.index.assign(wire.begin(), wire.end());
    sending.sealedSize = (*index)->sealedSize();
    sending.state = Offer::Asked;
    sending.isAsked = true;
    sending.number = m_offers++;
    m_flight.add(offer);
    return true;
}

Result<bool, DocumentCourier::Fault> DocumentCourier::Parts::addFetches() {
    bool isMore = false;
    for (std::size_t at = 0; at < std::min(m_fetchings.size(), kWishesMax); ++at) {
        const auto fetched = fetch(at);
        if (!fetched) return fetched;
        isMore = isMore || *fetched;
    }
    return isMore;
}

Result<bool, DocumentCourier::Fault> DocumentCourier::Parts::fetch(std::size_t at) {
    DocumentTransfer& transfer = m_transfers[m_sendings.size() + at];
    Fetching& fetching = m_fetchings[at];
    const DocumentWish& wish = transfer.wish;
    auto missing = m_store.missing(wish.space, wish.document);
    if (!missing) return Failure{ofStore(missing.fault())};
    fetching.hasIndex = missing->has_value();
    if (fetching.hasIndex) {
        fetching.spans = std::move(**missing);
        transfer.bytesWanted = bytesIn(fetching.spans);
        transfer.isDone = fetching.spans.empty();
        if (transfer.isDone) return false;
        fetching.offset = fetching.spans.front().begin;
    }
    fetching.isAsked = true;
    m_flight.add(FetchFrame{wish.space, wish.document, !fetching.hasIndex, fetching.spans});
    m_fetched.push_back(at);
    return true;
}

Bytes DocumentCourier::Parts::takeOutput() {
    if (m_fault) return {};
    const auto produced = m_flight.produce(m_store, m_output);
    if (!produced) {
        (void)fail(ofStore(produced.fault()));
        return {};
    }
    for (const auto& [at, bytes] : m_flight.takeMoved())
        m_transfers[at].bytesMoved += bytes;
    Bytes taken = m_output.take();
    if (!taken.empty() && m_patience) m_patience->sawProgress();
    return taken;
}

// --- what is heard --------------------------------------------------------------------------------------------------

Result<Done, DocumentCourier::Fault> DocumentCourier::Parts::feed(ByteView bytes, Instant now) {
    if (m_fault) return Failure{*m_fault};
    expects(m_patience.has_value());
    m_patience->tick(now);
    m_reader.feed(bytes);
    for (;;) {
        auto frame = m_reader.next();
        if (!frame) return fail(Fault::Frame);
        if (!*frame) break;
        m_patience->sawFrame();
        const bool isTooMuch = m_isDone || ++m_frames > m_options.limits.framesMax;
        if (isTooMuch) return fail(Fault::Protocol);
        const auto done = std::visit([&](const auto& kind) { return take(kind); }, **frame);
        if (!done) return fail(done.fault());
    }
    m_patience->setMidFrame(m_reader.isMidFrame());
    return tick(now);
}

Result<Done, DocumentCourier::Fault> DocumentCourier::Parts::tick(Instant now) {
    if (m_fault) return Failure{*m_fault};
    if (m_isDone || !m_patience) return Done{};
    m_patience->tick(now);
    return m_patience->isExhausted() ? fail(Fault::TimedOut) : Done{};
}

Result<Done, DocumentCourier::Fault> DocumentCourier::Parts::keepWhatArrived() {
    const auto piece = m_fault || m_isDone ? std::nullopt : m_reader.unfinishedPiece();
    if (piece && std::holds_alternative<ServedPieceFrame>(*piece)) (void)take(std::get<ServedPieceFrame>(*piece));
    const auto kept = m_store.keep();
    return kept ? Result<Done, Fault>(Done{}) : Failure{ofStore(kept.fault())};
}

std::optional<std::size_t> DocumentCourier::Parts::asked(const SpaceId& space, const DocumentId& document) const {
    const std::size_t begin = m_isFetching ? m_sendings.size() : 0;
    const std::size_t end = m_isFetching ? m_transfers.size() : m_sendings.size();
    for (std::size_t at = begin; at < end; ++at) {
        const DocumentWish& wish = m_transfers[at].wish;
        const bool isAsked = m_isFetching ? m_fetchings[at - begin].isAsked : m_sendings[at].isAsked;
        if (isAsked && wish.space == space && wish.document == document) return at;
    }
    return std::nullopt;
}

/// It may come several times while our pieces are on their way: the last one before the end counts.
Result<Done, DocumentCourier::Fault> DocumentCourier::Parts::take(const HaveFrame& have) {
    const auto at = m_isFetching ? std::nullopt : asked(have.space, have.document);
    if (!at) return Failure{Fault::Protocol};
    Sending& sending = m_sendings[*at];
    if (!have.spans.empty() && have.spans.back().end > sending.sealedSize) return Failure{Fault::Protocol};
    DocumentTransfer& transfer = m_transfers[*at];
    if (sending.rounds == 0) transfer.bytesWanted = bytesIn(have.spans);
    transfer.isDone = have.spans.empty();
    sending.state = transfer.isDone ? Offer::Over : Offer::WantsPieces;
    sending.missing = have.spans;
    return Done{};
}

Result<Done, DocumentCourier::Fault> DocumentCourier::Parts::take(const IndexFrame& frame) {
    auto index = m_isFetching ? DocumentIndex::parse(frame.index) : std::nullopt;
    const auto at = index ? asked(frame.space, index->id()) : std::nullopt;
    if (!at) return Failure{Fault::Protocol};
    Fetching& fetching = m_fetchings[*at - m_sendings.size()];
    if (fetching.hasIndex) return Failure{Fault::Protocol};
    if (const auto added = m_store.add(frame.space, *index); !added) return Failure{ofStore(added.fault())};
    fetching.hasIndex = true;
    fetching.spans = {{0, index->sealedSize()}};
    m_transfers[*at].bytesWanted = index->sealedSize();
    return Done{};
}

/// True if the piece lies in what was asked for, behind all that came before: so there is an end to them.
bool DocumentCourier::Parts::advance(Fetching& fetching, const ServedPieceFrame& piece) const {
    const std::uint64_t end = piece.offset + piece.bytes.size();
    while (fetching.span < fetching.spans.size() && fetching.spans[fetching.span].end <= piece.offset)
        ++fetching.span;
    if (fetching.span == fetching.spans.size()) return false;
    const DocumentSpan& span = fetching.spans[fetching.span];
    if (piece.offset < std::max(span.begin, fetching.offset) || end > span.end) return false;
    fetching.offset = end;
    return true;
}

Result<Done, DocumentCourier::Fault> DocumentCourier::Parts::take(const ServedPieceFrame& piece) {
    if (piece.fetch >= m_fetched.size()) return Failure{Fault::Protocol};
    const std::size_t at = m_fetched[piece.fetch];
    if (!advance(m_fetchings[at], piece)) return Failure{Fault::Protocol};
    DocumentTransfer& transfer = m_transfers[m_sendings.size() + at];
    const DocumentWish& wish = transfer.wish;
    const auto written = m_store.write(wish.space, wish.document, piece.offset, piece.bytes);
    if (!written) return Failure{ofStore(written.fault())};
    switch (*written) {
    case DocumentStore::Written::Taken: transfer.bytesMoved += piece.bytes.size(); return Done{};
    case DocumentStore::Written::NotAdded: return Done{}; // its key was erased here meanwhile
    case DocumentStore::Written::Misplaced:
    case DocumentStore::Written::NotTheChunk: break;
    }
    return Failure{Fault::Protocol};
}

Result<Done, DocumentCourier::Fault> DocumentCourier::Parts::take(const LackingFrame& lacking) {
    const auto at = asked(lacking.space, lacking.document);
    if (!at) return Failure{Fault::Protocol};
    if (m_isFetching) {
        m_transfers[*at].isUnknownThere = lacking.isUnknown;
        m_transfers[*at].lackedThere = lacking.spans;
        return Done{};
    }
    Sending& sending = m_sendings[*at];
    if (!lacking.isUnknown || sending.hasIndex) return Failure{Fault::Protocol};
    sending.state = Offer::WantsIndex;
    return Done{};
}

Result<Done, DocumentCourier::Fault> DocumentCourier::Parts::take(const RefusedFrame& refused) {
    const auto at = asked(refused.space, *DocumentId::from(refused.entry.view()));
    if (!at) return Failure{Fault::Protocol};
    m_transfers[*at].refused = refused.reason;
    if (!m_isFetching) m_sendings[*at].state = Offer::Over;
    return Done{};
}

Result<Done, DocumentCourier::Fault> DocumentCourier::Parts::take(const ErrorFrame& error) {
    m_serverError = error.error;
    return Failure{Fault::Server};
}

Result<Done, DocumentCourier::Fault> DocumentCourier::Parts::take(const EndFrame&) {
    if (!m_flight.isTaken()) return Failure{Fault::Protocol};
    if (m_isFetching)
        if (const auto settled = settleFetches(); !settled) return settled;
    for (Sending& sending : m_sendings) {
        sending.isAsked = false;
        if (sending.state == Offer::Asked) sending.state = Offer::Over; // no answer: not in this conversation
    }
    return goOn();
}

Result<Done, DocumentCourier::Fault> DocumentCourier::Parts::settleFetches() {
    if (const auto kept = m_store.keep(); !kept) return Failure{ofStore(kept.fault())};
    for (std::size_t at = m_sendings.size(); at < m_transfers.size(); ++at) {
        const DocumentWish& wish = m_transfers[at].wish;
        const auto missing = m_store.missing(wish.space, wish.document);
        if (!missing) return Failure{ofStore(missing.fault())};
        m_transfers[at].isDone = *missing && (*missing)->empty();
    }
    return Done{};
}

// --- outside --------------------------------------------------------------------------------------------------------

DocumentCourier::DocumentCourier(DocumentStore& store, const SigningKey& device, Entropy& entropy, Options options)
    : m_parts(std::make_unique<Parts>(store, device, entropy, std::move(options))) {
}

DocumentCourier::~DocumentCourier() = default;

Result<Done, DocumentCourier::Fault> DocumentCourier::start(Instant now) {
    return m_parts->start(now);
}

Result<Done, DocumentCourier::Fault> DocumentCourier::feed(ByteView bytes, Instant now) {
    return m_parts->feed(bytes, now);
}

Result<Done, DocumentCourier::Fault> DocumentCourier::tick(Instant now) {
    return m_parts->tick(now);
}

Result<Done, DocumentCourier::Fault> DocumentCourier::connectionLost() {
    return m_parts->keepWhatArrived();
}

Bytes DocumentCourier::takeOutput() {
    return m_parts->takeOutput();
}

bool DocumentCourier::isDone() const {
    return m_parts->isDone();
}

const std::vector<DocumentTransfer>& DocumentCourier::transfers() const {
    return m_parts->transfers();
}

SqlFault DocumentCourier::storeFault() const {
    return m_parts->storeFault();
}

SessionError DocumentCourier::serverError() const {
    return m_parts->serverError();
}

} // namespace puente
