#include "sync/session/claimant.h"

#include "sync/erasable/erasable.h"

#include <algorithm>

namespace puente {

Claimant::Claimant(const OrganizationRoot& root, Entropy& entropy, const Options& options)
    : m_root(root), m_entropy(entropy), m_options(options), m_device(SigningKey::generate(entropy)),
      m_reader(options.limits) {
}

Result<Done, Claimant::Fault> Claimant::fail(Fault fault) {
    m_fault = fault;
    return Failure{fault};
}

Result<Done, Claimant::Fault> Claimant::start(Instant now) {
    m_patience.emplace(m_options.limits, now);
    ask();
    return Done{};
}

/// The first flight claims; each later one asks for as many spaces as a request may name.
void Claimant::ask() {
    RequestFrame request;
    request.device = m_device.publicId<DeviceId>();
    m_entropy.fill(request.nonce);
    for (; !m_toAsk.empty() && request.spaces.size() < m_options.limits.spacesMax; m_toAsk.pop_front()) {
        request.spaces.push_back({.space = m_toAsk.front(), .incarnation = 1, .ownHeight = 0, .cursor = {}});
        m_asked.insert(m_toAsk.front());
    }
    request.proof = m_device.sign(Purpose::SessionProof, request.proofMessage(m_options.server));
    m_output.add(encodeFrame(request));
    if (m_exchanges == 0) {
        ClaimFrame claim{m_root.id(), {}};
        claim.proof = m_root.signing().sign(Purpose::Claim, claim.proofMessage(m_options.server, request));
        m_output.add(encodeFrame(claim));
    }
    m_output.add(encodeFrame(EndFrame{}));
    ++m_exchanges;
}

Result<Done, Claimant::Fault> Claimant::feed(ByteView bytes, Instant now) {
    if (m_fault) return Failure{*m_fault};
    m_patience->tick(now);
    m_reader.feed(bytes);
    while (!m_isDone) {
        auto frame = m_reader.next();
        if (!frame) return fail(Fault::Frame);
        if (!*frame) break;
        m_patience->sawFrame();
        if (++m_frames > m_options.limits.framesMax) return fail(Fault::TooMuch);
        const auto taken = std::visit([&](auto& kind) { return take(std::move(kind)); }, **frame);
        if (!taken) return fail(taken.fault());
    }
    m_patience->setUnfinished(m_reader.unfinishedSize());
    return tick(now);
}

Result<Done, Claimant::Fault> Claimant::tick(Instant now) {
    if (m_fault) return Failure{*m_fault};
    m_patience->tick(now);
    return !m_isDone && m_patience->isExhausted() ? fail(Fault::TimedOut) : Done{};
}

Result<Done, Claimant::Fault> Claimant::take(const ClaimedFrame& claimed) {
    if (m_hasList) return Failure{Fault::Protocol};
    m_hasList = true;
    m_toAsk.assign(claimed.spaces.begin(), claimed.spaces.end());
    return Done{};
}

Result<Done, Claimant::Fault> Claimant::take(const StatusFrame& status) {
    if (m_telling || m_asked.erase(status.space) == 0) return Failure{Fault::Protocol};
    switch (status.status) {
    case SpaceStatus::Continues:
        m_telling.emplace(Telling{.space = {status.space, {}}, .instance = status.instance, .positions = {}});
        return Done{};
    case SpaceStatus::NotMember: // it was one
    case SpaceStatus::Former:
    case SpaceStatus::Unknown: return Done{};
    case SpaceStatus::Compare: break; // nothing was said that could be compared
    }
    return Failure{Fault::Protocol};
}

Result<Done, Claimant::Fault> Claimant::take(EntryFrame entry) {
    if (!m_telling || m_telling->space.id != entry.space) return Failure{Fault::Protocol};
    m_bytes += entry.bytes.size();
    if (m_bytes > m_options.bytesMax) return Failure{Fault::TooMuch};
    const auto named = std::pair(entry.kind, entryHash(entry.kind, entry.bytes));
    if (!m_telling->positions.emplace(entry.position, named).second) return Failure{Fault::NotWhole};
    if (entry.kind == EntryKind::Erasure) m_telling->erased.insert(ErasableName::hashIn(entry.bytes));
    m_telling->space.entries.push_back({entry.kind, std::move(entry.bytes)});
    return Done{};
}

/// It handed over nothing, so only what was erased may be named without its bytes.
Result<Done, Claimant::Fault> Claimant::take(const OwnFrame& marks) {
    if (!m_telling || m_telling->space.id != marks.space) return Failure{Fault::Protocol};
    for (const OwnFrame::Item& item : marks.items) {
        if (item.kind != EntryKind::Erasable) return Failure{Fault::Protocol};
        if (!m_telling->positions.emplace(item.position, std::pair(item.kind, item.hash)).second)
            return Failure{Fault::NotWhole};
        m_telling->named.insert(item.hash);
    }
    return Done{};
}

Result<Done, Claimant::Fault> Claimant::take(const ReceiptFrame& receipt) {
    if (!m_telling || m_telling->space.id != receipt.space) return Failure{Fault::Protocol};
    if (!isWhole(receipt)) return Failure{Fault::NotWhole};
    m_spaces.push_back(std::move(m_telling->space));
    m_telling.reset();
    return Done{};
}

/// Every position up to the receipt's was told once, and they amount to what the server signed.
bool Claimant::isWhole(const ReceiptFrame& receipt) const {
    Hash running;
    std::uint64_t last = 0;
    for (const auto& [position, entry] : m_telling->positions) {
        if (position != ++last) return false;
        running = runningHash(running, entry.first, entry.second);
    }
    if (!std::ranges::includes(m_telling->erased, m_telling->named)) return false;
    const Bytes message = receipt.signedMessage(m_device.publicId<DeviceId>(), m_telling->instance, {});
    return receipt.at == LogPosition{last, running} && receipt.ownHeight == 0 &&
           verify(m_options.server, Purpose::Receipt, message, receipt.signature);
}

Result<Done, Claimant::Fault> Claimant::take(const ErrorFrame& error) {
    m_serverError = error.error;
    return Failure{Fault::Server};
}

Result<Done, Claimant::Fault> Claimant::take(const EndFrame&) {
    if (!m_hasList || m_telling || !m_asked.empty()) return Failure{Fault::Protocol};
    m_isDone = m_toAsk.empty();
    if (m_isDone) return Done{};
    if (m_exchanges >= m_options.limits.exchangesMax) return Failure{Fault::TooMuch};
    ask();
    return Done{};
}

} // namespace puente
