#include "sync/session/document_desk.h"

#include <algorithm>

namespace puente {

namespace {

/// Documents leave an eighth of every quota to the log, which must never stand still for their sake.
std::uint64_t shareOf(std::uint64_t quota) {
    return quota - quota / 8;
}
constexpr Duration kLifeEvery = std::chrono::seconds(10);

} // namespace

DocumentDesk::Outcome DocumentDesk::take(const OfferFrame& offer) {
    m_isAsked = true;
    if (++m_inFlight > m_limits.documentsMax) return Failure{Fault::TooMuch};
    bool isUnknown = false;
    const auto refusal = judge(offer, isUnknown);
    if (!refusal) return Failure{refusal.fault()};
    m_offers.push_back({.space = offer.space, .document = offer.document, .isOpen = !*refusal && !isUnknown});
    if (*refusal)
        refuse(offer.space, offer.document, **refusal);
    else if (isUnknown)
        m_coming.emplace_back(LackingFrame{offer.space, offer.document, true, {}});
    else
        return open(m_offers.back());
    return Done{};
}

DocumentDesk::Outcome DocumentDesk::open(Offered& offered) {
    const auto index = m_relay.documents()->index(offered.space, offered.document);
    if (!index || !*index) return Failure{Fault::Store};
    offered.size = (*index)->sealedSize();
    offered.isTouched = true;
    return Done{};
}

Result<std::optional<Refusal>, DocumentDesk::Fault> DocumentDesk::whyNot(const SpaceId& space, bool writes) {
    using Judgement = std::optional<Refusal>;
    if (m_relay.documents() == nullptr) return Judgement{Refusal::NoDocuments};
    const auto book = m_relay.book(space);
    if (!book) return Failure{Fault::Store};
    if (!*book || !(*book)->isMember(m_device)) return Judgement{Refusal::NotMember};
    if (writes && !(*book)->membership().writingOf(m_device)) return Judgement{Refusal::ReadOnly};
    return Judgement{};
}

Result<std::optional<Refusal>, DocumentDesk::Fault> DocumentDesk::judge(const OfferFrame& offer, bool& isUnknown) {
    using Judgement = std::optional<Refusal>;
    auto refusal = whyNot(offer.space, true);
    if (!refusal || *refusal) return refusal;
    DocumentStore& documents = *m_relay.documents();
    const auto known = documents.missing(offer.space, offer.document);
    if (!known) return Failure{Fault::Store};
    if (*known) return Judgement{};
    isUnknown = offer.index.empty();
    if (isUnknown) return Judgement{};
    const auto index = DocumentIndex::parse(offer.index);
    if (!index || index->id() != offer.document) return Judgement{Refusal::Malformed};
    refusal = judgeNew(offer.space, *index);
    if (!refusal || *refusal) return refusal;
    const auto added = documents.add(offer.space, *index, m_device);
    if (!added && added.fault() == SqlFault::Full) return Judgement{Refusal::ServerFull};
    if (!added) return Failure{Fault::Store};
    return Judgement{};
}

Result<std::optional<Refusal>, DocumentDesk::Fault> DocumentDesk::judgeNew(const SpaceId& space,
                                                                           const DocumentIndex& index) {
    using Judgement = std::optional<Refusal>;
    const auto refusal = whyNotUnder(space, index.key());
    if (!refusal || *refusal) return refusal;
    const auto ofSpace = m_relay.usageOfSpace(space);
    const auto ofDevice = m_relay.usageOfDevice(m_device);
    if (!ofSpace || !ofDevice) return Failure{Fault::Store};
    const QuotaLimits& quotas = m_relay.quotas();
    const std::uint64_t size = index.sealedSize();
    if (ofSpace->bytes + size > shareOf(quotas.spaceBytesMax)) return Judgement{Refusal::OverSpaceQuota};
    const bool isOver = ofDevice->bytes + size > shareOf(quotas.deviceBytesMax) ||
                        ofDevice->entries + 1 > shareOf(quotas.deviceEntriesMax);
    return isOver ? Judgement{Refusal::OverDeviceQuota} : Judgement{};
}

/// What nobody can erase would fill the space for ever: a key without its object has no name that an erasure could say.
/// Whoever may read the document has the object, and hands it over with the log, before documents.
Result<std::optional<Refusal>, DocumentDesk::Fault> DocumentDesk::whyNotUnder(const SpaceId& space,
                                                                              const ErasableId& key) {
    using Judgement = std::optional<Refusal>;
    const auto book = m_relay.book(space);
    if (!book || !*book) return Failure{Fault::Store};
    if (const auto loaded = (*book)->needErasables(m_relay.store()); !loaded) return Failure{Fault::Store};
    if ((*book)->isErased(key)) return Judgement{Refusal::Erased};
    return (*book)->hasErasable(key) ? Judgement{} : Judgement{Refusal::Gap};
}

void DocumentDesk::refuse(const SpaceId& space, const DocumentId& document, Refusal reason) {
    m_coming.emplace_back(refusal(space, document, reason));
}

RefusedFrame DocumentDesk::refusal(const SpaceId& space, const DocumentId& document, Refusal reason) {
    ++m_relay.totals().refused;
    m_refused.add(space, reason);
    return {space, *Hash::from(document.view()), reason};
}

DocumentDesk::Outcome DocumentDesk::take(FetchFrame fetch) {
    m_isAsked = true;
    if (++m_inFlight > m_limits.documentsMax) return Failure{Fault::TooMuch};
    const std::uint32_t number = m_fetches++;
    // Now, though it may be taken from us before we answer: what a stranger asks for is not even held.
    const auto reason = whyNot(fetch.space, false);
    if (!reason) return Failure{reason.fault()};
    m_spansInFlight += fetch.spans.size();
    if (!*reason && m_spansInFlight > m_limits.spansMax) return Failure{Fault::TooMuch};
    if (*reason)
        refuse(fetch.space, fetch.document, **reason);
    else
        m_coming.emplace_back(Serving{.number = number, .asked = std::move(fetch), .lacked = {}});
    return Done{};
}

DocumentDesk::Outcome DocumentDesk::showLife(Instant now, OutputBuffer& output) {
    if (!m_lastSign || *m_lastSign > now) m_lastSign = now;
    if (!m_lastTouched || now - *m_lastSign < kLifeEvery || !output.empty()) return Done{};
    m_lastSign = now;
    if (const auto kept = keep(); !kept) return kept;
    const Offered& offered = m_offers[*m_lastTouched];
    return offered.isOpen ? addHave(offered, output) : Done{};
}

DocumentDesk::Outcome DocumentDesk::keep() {
    DocumentStore* documents = m_relay.documents();
    if (documents == nullptr) return Done{};
    if (const auto put = putDown(); !put) return put;
    const auto kept = documents->keep();
    if (kept) return Done{};
    if (kept.fault() != SqlFault::Full) return Failure{Fault::Store};
    for (Offered& offered : m_offers) {
        if (!offered.isTouched || !offered.isOpen) continue;
        offered.isOpen = false;
        refuse(offered.space, offered.document, Refusal::ServerFull);
    }
    return Done{};
}

DocumentDesk::Outcome DocumentDesk::endFlight() {
    if (const auto kept = keep(); !kept) return kept;
    m_inHand.reset();
    for (std::uint32_t number = 0; number < m_offers.size(); ++number) {
        Offered& offered = m_offers[number];
        if (std::exchange(offered.isTouched, false) && offered.isOpen) m_coming.emplace_back(OwedHave{number});
    }
    m_owed = std::exchange(m_coming, {});
    m_inFlight = 0;
    m_spansInFlight = 0;
    m_isAsked = false;
    m_lastTouched.reset();
    m_lastSign.reset();
    return Done{};
}

} // namespace puente
