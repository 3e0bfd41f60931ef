#include "sync/session/document_courier.h"

#include "sync/session/document_courier_parts.h"

#include <algorithm>

namespace puente {

namespace {

constexpr std::size_t kWishesMax = 1000; ///< that one flight may name; the rest is for the next conversation
constexpr int kRoundsMax = 3;            ///< of pieces of one document, when some do not arrive as what they are
/// An index up to this size goes with the first offer; of a larger one the server is asked first.
constexpr std::size_t kSmallIndexSize = 2048;

} // namespace

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
    const auto known = m_store.index(wish.space, wish.document);
    if (!known) return Failure{ofStore(known.fault())};
    if (*known && !isMeant(**known, transfer)) return false;
    auto missing = m_store.missing(wish.space, wish.document);
    if (!missing) return Failure{ofStore(missing.fault())};
    fetching.hasIndex = missing->has_value();
    if (fetching.hasIndex) {
        fetching.spans = std::move(**missing);
        transfer.bytesWanted = sizeOf(fetching.spans);
        transfer.isDone = fetching.spans.empty();
        if (transfer.isDone) return false;
        if (m_spansAsked + fetching.spans.size() > m_options.limits.spansMax) return false; // for the next conversation
        m_spansAsked += fetching.spans.size();
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
    if (!taken.empty() && m_patience) m_patience->said(taken.size());
    return taken;
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
