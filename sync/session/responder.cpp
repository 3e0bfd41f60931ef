#include "sync/session/answer.h"
#include "sync/session/document_desk.h"
#include "sync/session/patience.h"
#include "sync/session/responder_faults.h"

#include <deque>

namespace puente {

namespace {

constexpr std::size_t kUntakenMax = 1024 * 1024; ///< of refusals to a client that never takes any

} // namespace

class Responder::Parts {
public:
    Parts(Relay& relay, RelayState& state, const SessionLimits& limits, Instant now)
        : m_relay(relay), m_state(state), m_limits(limits), m_patience(limits, now), m_reader(limits) {
        ++state.totals().conversations;
    }

    Result<Done, Fault> feed(ByteView bytes, Instant now);
    Result<Done, Fault> tick(Instant now);
    Result<Done, Fault> commit();
    Result<Done, Fault> keepWhatArrived();
    void stop(SessionError error);
    Bytes takeOutput();
    void outputMoved(Instant now) {
        m_patience.tick(now);
        m_patience.sawProgress();
    }
    bool hasOutput() const { return !m_output.empty() || isOurTurn(); }
    Account account() const;

private:
    Result<Done, Fault> fail(Fault fault);
    Result<Done, Fault> take(Frame frame);
    Result<Done, Fault> take(RequestFrame request);
    Result<Done, Fault> take(PushFrame push);
    Result<Done, Fault> take(JoinFrame join);
    Result<Done, Fault> take(WantFrame want);
    Result<Done, Fault> take(ClaimFrame claim);
    Result<Done, Fault> take(EndFrame);
    Result<Done, Fault> take(OfferFrame offer) { return takeDocument(std::move(offer)); }
    Result<Done, Fault> take(FetchFrame fetch) { return takeDocument(std::move(fetch)); }
    Result<Done, Fault> take(PieceFrame piece) { return takeDocument(std::move(piece)); }
    template <typename DocumentFrame>
    Result<Done, Fault> takeDocument(DocumentFrame frame) {
        return m_desk ? pass(m_desk->take(std::move(frame))) : Failure{Fault::Protocol};
    }
    static Result<Done, Fault> pass(const DocumentDesk::Outcome& outcome) {
        return outcome ? Result<Done, Fault>(Done{}) : Failure{faultOf(outcome.fault())};
    }
    bool isOurTurn() const { return !m_answers.empty() || m_owesEnd; }
    template <typename ServersOwn>
    Result<Done, Fault> take(const ServersOwn&) {
        return Failure{Fault::Protocol};
    }
    Result<Done, Fault> answerClaim();
    void prepareAnswers();
    Result<Done, Fault> produce();

    Relay& m_relay;
    RelayState& m_state;
    SessionLimits m_limits;
    Patience m_patience;
    FrameReader m_reader;
    OutputBuffer m_output;

    std::optional<Fault> m_fault;
    std::optional<SessionError> m_error; ///< once it is over
    bool m_isMidFlight = false;          ///< of the client's
    std::size_t m_frames = 0;
    std::uint32_t m_exchanges = 0;
    std::optional<RequestFrame> m_request;
    bool m_isNewRequest = false;          ///< in this flight
    std::optional<OrganizationId> m_root; ///< that has proved itself
    bool m_isNewClaim = false;            ///< in this flight
    std::optional<Intake> m_intake;       ///< once there is a request
    std::optional<DocumentDesk> m_desk;   ///< likewise
    std::map<SpaceId, Want> m_compared;   ///< what was asked for where heights were sent
    std::set<SpaceId> m_wants;            ///< in this flight
    std::size_t m_named = 0;              ///< likewise, by what is wanted
    std::deque<SpaceAnswer> m_answers;
    bool m_owesEnd = false;
};

Result<Done, Responder::Fault> Responder::Parts::fail(Fault fault) {
    m_fault = fault;
    if (fault != Fault::Store) (void)commit(); // what arrived whole stays
    stop(errorOf(fault));
    return Failure{fault};
}

void Responder::Parts::stop(SessionError error) {
    if (m_error) return;
    m_error = error;
    m_answers.clear();
    if (m_desk) m_desk->dropAnswer();
    m_owesEnd = false;
    m_output.add(encodeFrame(ErrorFrame{error}));
}

Result<Done, Responder::Fault> Responder::Parts::feed(ByteView bytes, Instant now) {
    if (m_fault) return Failure{*m_fault};
    if (m_error) return Done{};
    m_patience.tick(now);
    m_reader.feed(bytes);
    for (;;) {
        auto frame = m_reader.next();
        if (!frame) return fail(faultOf(frame.fault()));
        if (!*frame) break;
        m_patience.sawFrame();
        if (++m_frames > m_limits.framesMax) return fail(Fault::TooMuch);
        if (const auto done = take(std::move(**frame)); !done) return fail(done.fault());
    }
    m_patience.setUnfinished(m_reader.unfinishedSize());
    return tick(now);
}

Result<Done, Responder::Fault> Responder::Parts::tick(Instant now) {
    if (m_fault) return Failure{*m_fault};
    m_patience.tick(now);
    if (m_error) return Done{};
    if (m_patience.isExhausted()) return fail(Fault::TimedOut);
    if (!m_desk || isOurTurn()) return Done{};
    const auto shown = pass(m_desk->showLife(now, m_output));
    return shown ? shown : fail(shown.fault());
}

Result<Done, Responder::Fault> Responder::Parts::take(Frame frame) {
    if (isOurTurn()) return Failure{Fault::Protocol};
    m_isMidFlight = !std::holds_alternative<EndFrame>(frame);
    return std::visit([&](auto& kind) { return take(std::move(kind)); }, frame);
}

Result<Done, Responder::Fault> Responder::Parts::take(RequestFrame request) {
    if (m_isNewRequest || !m_wants.empty()) return Failure{Fault::Protocol};
    if (request.spaces.size() > m_limits.spacesMax) return Failure{Fault::TooMuch};
    if (m_request && m_request->device != request.device) return Failure{Fault::Protocol};
    const Bytes message = request.proofMessage(m_relay.id());
    if (!verify(request.device, Purpose::SessionProof, message, request.proof)) return Failure{Fault::Proof};
    if (!m_intake) m_intake.emplace(m_state, request.device);
    if (!m_desk) m_desk.emplace(m_state, request.device, m_limits);
    m_request = std::move(request);
    m_isNewRequest = true;
    m_compared.clear();
    return Done{};
}

Result<Done, Responder::Fault> Responder::Parts::take(PushFrame push) {
    if (!m_intake) return Failure{Fault::Protocol};
    m_intake->take(std::move(push));
    return m_intake->isFull() ? commit() : Done{};
}

Result<Done, Responder::Fault> Responder::Parts::take(JoinFrame join) {
    if (!m_intake) return Failure{Fault::Protocol};
    m_intake->take(std::move(join));
    return m_intake->isFull() ? commit() : Done{};
}

Result<Done, Responder::Fault> Responder::Parts::take(WantFrame want) {
    const auto compared = m_compared.find(want.space);
    if (m_isNewRequest || compared == m_compared.end()) return Failure{Fault::Protocol};
    m_named += want.heights.size() + want.others.size();
    if (m_named > m_limits.namedMax) return Failure{Fault::TooMuch};
    if (const auto done = commit(); !done) return done; // so that the logs that it has handed over are known
    const auto book = m_state.book(want.space);
    if (!book) return Failure{Fault::Store};
    if (!compared->second.add(want, *book)) return Failure{Fault::TooMuch};
    m_wants.insert(want.space);
    return Done{};
}

Result<Done, Responder::Fault> Responder::Parts::take(ClaimFrame claim) {
    if (!m_isNewRequest || m_root) return Failure{Fault::Protocol};
    const Bytes message = claim.proofMessage(m_relay.id(), *m_request);
    if (!verify(claim.organization, Purpose::Claim, message, claim.proof)) return Failure{Fault::Proof};
    m_root = claim.organization;
    m_isNewClaim = true;
    return Done{};
}

Result<Done, Responder::Fault> Responder::Parts::take(EndFrame) {
    const bool isAsked = m_isNewRequest || !m_wants.empty() || (m_desk && m_desk->isAsked());
    if (!isAsked) return Failure{Fault::Protocol};
    if (++m_exchanges > m_limits.exchangesMax) return Failure{Fault::TooMuch};
    if (const auto done = commit(); !done) return done;
    if (const auto done = answerClaim(); !done) return done;
    prepareAnswers();
    return pass(m_desk->endFlight());
}

Result<Done, Responder::Fault> Responder::Parts::answerClaim() {
    if (!std::exchange(m_isNewClaim, false)) return Done{};
    auto spaces = m_state.store().spacesOf(*m_root);
    if (!spaces) return Failure{Fault::Store};
    m_output.add(encodeFrame(ClaimedFrame{std::move(*spaces)}));
    return Done{};
}

void Responder::Parts::prepareAnswers() {
    const Asker asker{.device = m_request->device, .root = m_root};
    for (const RequestFrame::Space& asked : m_request->spaces) {
        if (m_isNewRequest)
            m_answers.emplace_back(m_state, *m_intake, asker, asked, std::nullopt);
        else if (m_wants.contains(asked.space))
            m_answers.emplace_back(m_state, *m_intake, asker, asked, m_compared.at(asked.space));
    }
    m_isNewRequest = false;
    m_wants.clear();
    m_named = 0;
    m_compared.clear();
    m_owesEnd = true;
}

Result<Done, Responder::Fault> Responder::Parts::commit() {
    if (!m_intake) return Done{};
    const auto done = m_intake->commit();
    for (const RefusedFrame& refusal : m_intake->takeRefusals())
        m_output.add(encodeFrame(refusal));
    if (!done) return Failure{Fault::Store};
    if (m_output.size() > kUntakenMax) return Failure{Fault::TooMuch};
    return m_desk ? pass(m_desk->keep()) : Done{};
}

/// Of a document the bytes count, not the frames: the next conversation goes on at the byte after the last.
Result<Done, Responder::Fault> Responder::Parts::keepWhatArrived() {
    const auto piece = m_fault || m_error || isOurTurn() ? std::nullopt : m_reader.unfinishedPiece();
    if (piece && std::holds_alternative<PieceFrame>(*piece)) (void)take(std::get<PieceFrame>(*piece));
    return commit();
}

Responder::Account Responder::Parts::account() const {
    Account account;
    account.error = m_error;
    account.isAnswered = m_request && !m_isMidFlight && !hasOutput() && !m_reader.unfinishedSize() && !m_error;
    if (m_request) account.device = m_request->device;
    if (m_intake) account.refused.add(m_intake->refused());
    if (m_desk) account.refused.add(m_desk->refused());
    return account;
}

Bytes Responder::Parts::takeOutput() {
    if (const auto produced = produce(); !produced) (void)fail(produced.fault());
    Bytes taken = m_output.take();
    if (!taken.empty()) m_patience.said(taken.size());
    return taken;
}

Result<Done, Responder::Fault> Responder::Parts::produce() {
    while (!m_output.hasSlice() && !m_answers.empty()) {
        SpaceAnswer& answer = m_answers.front();
        if (!answer.produce(m_output)) return Failure{Fault::Store};
        if (!answer.isDone()) continue;
        if (answer.compared()) m_compared.emplace(answer.space(), *answer.compared());
        m_answers.pop_front();
    }
    const bool hasDocuments = m_answers.empty() && m_desk && m_desk->hasAnswer();
    for (int turns = 0; hasDocuments && !m_output.hasSlice() && m_desk->hasAnswer() && turns < DocumentDesk::kTurnsMax;
         ++turns)
        if (const auto done = pass(m_desk->produce(m_output)); !done) return done;
    const bool isSaid = m_answers.empty() && !(m_desk && m_desk->hasAnswer());
    if (isSaid && m_owesEnd) {
        m_owesEnd = false;
        m_output.add(encodeFrame(EndFrame{}));
    }
    return Done{};
}

Responder::Responder(Relay& relay, SessionLimits limits, Instant now)
    : m_parts(std::make_unique<Parts>(relay, *relay.m_state, limits, now)) {
}

Responder::~Responder() = default;

Result<Done, Responder::Fault> Responder::feed(ByteView bytes, Instant now) {
    return m_parts->feed(bytes, now);
}

Result<Done, Responder::Fault> Responder::tick(Instant now) {
    return m_parts->tick(now);
}

Result<Done, Responder::Fault> Responder::connectionLost() {
    return m_parts->keepWhatArrived();
}

void Responder::stop(SessionError reason) {
    (void)m_parts->commit();
    m_parts->stop(reason);
}

Bytes Responder::takeOutput() {
    return m_parts->takeOutput();
}

bool Responder::hasOutput() const {
    return m_parts->hasOutput();
}

Responder::Account Responder::account() const {
    return m_parts->account();
}

void Responder::outputMoved(Instant now) {
    m_parts->outputMoved(now);
}

} // namespace puente
