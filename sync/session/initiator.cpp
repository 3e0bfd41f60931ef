#include "sync/session/initiator.h"

#include "sync/session/patience.h"
#include "sync/session/space_talk.h"

#include <algorithm>
#include <set>

namespace puente {

namespace {

Initiator::Fault faultOf(FrameFault fault) {
    switch (fault) {
    case FrameFault::TooLarge:
    case FrameFault::UnknownType:
    case FrameFault::UnknownVersion:
    case FrameFault::Malformed: return Initiator::Fault::Frame;
    }
    contractBroken();
}

} // namespace

class Initiator::Parts {
public:
    Parts(Replica& replica, const DeviceKeys& keys, Entropy& entropy, Options options)
        : m_replica(replica), m_keys(keys), m_entropy(entropy), m_options(std::move(options)),
          m_reader(m_options.limits) {
        expects(!m_options.spaces.empty());
    }

    Result<Done, Fault> start(Instant now);
    Result<Done, Fault> feed(ByteView bytes, Instant now);
    Result<Done, Fault> tick(Instant now);
    Result<Done, Fault> keepWhatArrived();
    Bytes takeOutput();

    bool isDone() const { return m_isDone; }
    const SyncSummary& summary() const { return m_summary; }
    ReplicaFault replicaFault() const { return m_replicaFault; }
    SessionError serverError() const { return m_serverError; }

private:
    Result<Done, Fault> fail(Fault fault);
    Result<Done, Fault> pass(const SpaceTalk::Outcome& outcome);
    SpaceTalk* talkOf(const SpaceId& space);

    Result<Done, Fault> take(const StatusFrame& status) { return passTo(status.space, status); }
    Result<Done, Fault> take(EntryFrame entry) { return passTo(SpaceId(entry.space), std::move(entry)); }
    Result<Done, Fault> take(const OwnFrame& marks) { return passTo(marks.space, marks); }
    Result<Done, Fault> take(const HeightsFrame& heights) { return passTo(heights.space, heights); }
    Result<Done, Fault> take(const ReceiptFrame& receipt) { return passTo(receipt.space, receipt); }
    Result<Done, Fault> take(const JoinFrame& join);
    Result<Done, Fault> take(const RefusedFrame& refusal);
    Result<Done, Fault> take(const ErrorFrame& error);
    Result<Done, Fault> take(const EndFrame&);
    template <typename ClientsOwn>
    Result<Done, Fault> take(const ClientsOwn&) {
        return Failure{Fault::Protocol};
    }
    template <typename AnyFrame>
    Result<Done, Fault> passTo(const SpaceId& space, AnyFrame&& frame) {
        SpaceTalk* talk = m_flight.isTaken() ? talkOf(space) : nullptr;
        return talk ? pass(talk->take(std::forward<AnyFrame>(frame))) : Failure{Fault::Protocol};
    }

    Result<Done, Fault> ask(const std::vector<SpaceTalk*>& talks);
    Result<Done, Fault> refill(const std::vector<SpaceTalk*>& talks);
    Result<Done, Fault> goOn();
    Result<Done, Fault> admitJoiners();
    Result<Done, Fault> tendKeys();
    void beginFlight(const std::vector<SpaceTalk*>& talks);
    void endFlight();
    void conclude();

    Replica& m_replica;
    const DeviceKeys& m_keys;
    Entropy& m_entropy;
    Options m_options;
    std::optional<Patience> m_patience; ///< once started
    FrameReader m_reader;
    OutputBuffer m_output;
    Flight m_flight;

    std::vector<SpaceTalk> m_talks;  ///< one a space, ascending
    std::vector<SpaceTalk*> m_asked; ///< those that this exchange is about
    std::size_t m_frames = 0;
    std::size_t m_refusals = 0;
    std::uint32_t m_exchanges = 0;
    bool m_isDone = false;
    std::optional<Fault> m_fault;
    ReplicaFault m_replicaFault = ReplicaFault::Storage;
    SessionError m_serverError = SessionError::Protocol;
    SyncSummary m_summary;
};

Result<Done, Initiator::Fault> Initiator::Parts::fail(Fault fault) {
    if (fault != Fault::Replica) (void)keepWhatArrived();
    m_fault = fault;
    conclude();
    return Failure{fault};
}

Result<Done, Initiator::Fault> Initiator::Parts::pass(const SpaceTalk::Outcome& outcome) {
    if (outcome) return Done{};
    m_replicaFault = outcome.fault().replica;
    return Failure{outcome.fault().fault};
}

SpaceTalk* Initiator::Parts::talkOf(const SpaceId& space) {
    const auto found = std::ranges::find(m_asked, space, &SpaceTalk::space);
    return found == m_asked.end() ? nullptr : *found;
}

Result<Done, Initiator::Fault> Initiator::Parts::start(Instant now) {
    expects(!m_patience);
    m_patience.emplace(m_options.limits, now);
    const std::set<SpaceId> spaces(m_options.spaces.begin(), m_options.spaces.end());
    m_talks.reserve(spaces.size()); // others point into it
    std::vector<SpaceTalk*> talks;
    for (const SpaceId& space : spaces)
        talks.push_back(&m_talks.emplace_back(m_replica, m_options, space, m_summary));
    const auto asked = ask(talks);
    return asked ? asked : fail(asked.fault());
}

void Initiator::Parts::beginFlight(const std::vector<SpaceTalk*>& talks) {
    m_asked = talks;
    m_flight = Flight{};
    m_refusals = 0;
    ++m_exchanges;
}

void Initiator::Parts::endFlight() {
    m_flight.add(EndFrame{});
}

Result<Done, Initiator::Fault> Initiator::Parts::ask(const std::vector<SpaceTalk*>& talks) {
    beginFlight(talks);
    RequestFrame request;
    request.device = m_keys.signing.publicId<DeviceId>();
    m_entropy.fill(request.nonce);
    for (SpaceTalk* talk : talks) {
        if (const auto done = pass(talk->prepare()); !done) return done;
        request.spaces.push_back(talk->question());
    }
    request.proof = m_keys.signing.sign(Purpose::SessionProof, request.proofMessage(m_options.server));
    m_flight.add(request);
    for (SpaceTalk* talk : talks)
        if (const auto done = pass(talk->addPushes(m_flight)); !done) return done;
    endFlight();
    return Done{};
}

Result<Done, Initiator::Fault> Initiator::Parts::refill(const std::vector<SpaceTalk*>& talks) {
    beginFlight(talks);
    for (SpaceTalk* talk : talks)
        if (const auto done = pass(talk->addRefill(m_flight)); !done) return done;
    endFlight();
    return Done{};
}

Result<Done, Initiator::Fault> Initiator::Parts::feed(ByteView bytes, Instant now) {
    if (m_fault) return Failure{*m_fault};
    expects(m_patience.has_value());
    m_patience->tick(now);
    m_summary.bytesDown += bytes.size();
    m_reader.feed(bytes);
    for (;;) {
        auto frame = m_reader.next();
        if (!frame) return fail(faultOf(frame.fault()));
        if (!*frame) break;
        m_patience->sawFrame();
        const bool isTooMuch = m_isDone || ++m_frames > m_options.limits.framesMax;
        if (isTooMuch) return fail(Fault::Protocol);
        const auto done = std::visit([&](auto& kind) { return take(std::move(kind)); }, **frame);
        if (!done) return fail(done.fault());
    }
    m_patience->setUnfinished(m_reader.unfinishedSize());
    return tick(now);
}

Result<Done, Initiator::Fault> Initiator::Parts::tick(Instant now) {
    if (m_fault) return Failure{*m_fault};
    if (m_isDone || !m_patience) return Done{};
    m_patience->tick(now);
    return m_patience->isExhausted() ? fail(Fault::TimedOut) : Done{};
}

Result<Done, Initiator::Fault> Initiator::Parts::take(const JoinFrame& join) {
    const auto request = join.request.size() <= kJoinRequestSizeMax ? JoinRequest::parse(join.request) : std::nullopt;
    SpaceTalk* talk = request ? talkOf(request->content().space) : nullptr;
    return talk ? pass(talk->take(*request)) : Failure{Fault::Protocol};
}

Result<Done, Initiator::Fault> Initiator::Parts::take(const RefusedFrame& refusal) {
    if (++m_refusals > m_flight.pushes()) return Failure{Fault::Protocol}; // more than there was to refuse
    m_summary.refused.push_back({refusal.space, refusal.entry, refusal.reason});
    return Done{};
}

Result<Done, Initiator::Fault> Initiator::Parts::take(const ErrorFrame& error) {
    m_serverError = error.error;
    return Failure{Fault::Server};
}

Result<Done, Initiator::Fault> Initiator::Parts::take(const EndFrame&) {
    if (!m_flight.isTaken()) return Failure{Fault::Protocol};
    ++m_summary.roundTrips;
    for (SpaceTalk* talk : m_asked)
        if (const auto done = pass(talk->endAnswer()); !done) return done;
    return goOn();
}

Result<Done, Initiator::Fault> Initiator::Parts::goOn() {
    std::vector<SpaceTalk*> compared, owing;
    for (SpaceTalk& talk : m_talks)
        if (talk.isComparing()) compared.push_back(&talk);
    const bool mayGoOn = m_exchanges < m_options.limits.exchangesMax;
    if (mayGoOn && !compared.empty()) return refill(compared);
    for (SpaceTalk& talk : m_talks)
        if (const auto done = pass(talk.mendOwnForks()); !done) return done;
    if (const auto done = admitJoiners(); !done) return done;
    if (const auto done = tendKeys(); !done) return done;
    for (SpaceTalk& talk : m_talks) {
        const auto owes = talk.owes();
        if (!owes) return pass(Failure{owes.fault()});
        if (*owes) owing.push_back(&talk);
    }
    if (mayGoOn && !owing.empty()) return ask(owing);
    m_isDone = true;
    conclude();
    return Done{};
}

Result<Done, Initiator::Fault> Initiator::Parts::admitJoiners() {
    if (!m_options.admitJoiners) return Done{};
    for (SpaceTalk& talk : m_talks) {
        const auto admitted = talk.admitJoiners();
        if (!admitted) return pass(Failure{admitted.fault()});
        m_summary.admitted += *admitted;
    }
    return Done{};
}

Result<Done, Initiator::Fault> Initiator::Parts::tendKeys() {
    if (!m_options.admitJoiners) return Done{};
    for (SpaceTalk& talk : m_talks) {
        const auto tended = talk.tendKeys();
        if (!tended) return pass(Failure{tended.fault()});
        m_summary.keysRenewed += tended->rotated ? 1 : 0;
        m_summary.keysForwarded += static_cast<std::uint32_t>(tended->forwardedTo);
    }
    return Done{};
}

void Initiator::Parts::conclude() {
    m_summary.spaces.clear();
    for (const SpaceTalk& talk : m_talks)
        m_summary.spaces.push_back(talk.outcome());
    m_summary.receipt = std::ranges::all_of(m_summary.spaces, &SyncSummary::SpaceOutcome::receipt);
}

Result<Done, Initiator::Fault> Initiator::Parts::keepWhatArrived() {
    for (SpaceTalk& talk : m_talks)
        if (const auto done = pass(talk.keepWhatArrived()); !done) return done;
    return Done{};
}

Bytes Initiator::Parts::takeOutput() {
    if (m_fault) return {};
    const Flight::Counts before = m_flight.counts();
    const auto produced = m_flight.produce(m_replica, m_output);
    m_summary.sentSegments += m_flight.counts().segments - before.segments;
    m_summary.sentChangeSets += m_flight.counts().changeSets - before.changeSets;
    if (!produced) {
        m_replicaFault = produced.fault();
        (void)fail(Fault::Replica);
        return {};
    }
    Bytes taken = m_output.take();
    m_summary.bytesUp += taken.size();
    if (!taken.empty()) m_patience->said(taken.size());
    return taken;
}

Initiator::Initiator(Replica& replica, const DeviceKeys& keys, Entropy& entropy, Options options)
    : m_parts(std::make_unique<Parts>(replica, keys, entropy, std::move(options))) {
}

Initiator::~Initiator() = default;

Result<Done, Initiator::Fault> Initiator::start(Instant now) {
    return m_parts->start(now);
}

Result<Done, Initiator::Fault> Initiator::feed(ByteView bytes, Instant now) {
    return m_parts->feed(bytes, now);
}

Result<Done, Initiator::Fault> Initiator::tick(Instant now) {
    return m_parts->tick(now);
}

Result<Done, Initiator::Fault> Initiator::connectionLost() {
    return m_parts->keepWhatArrived();
}

Bytes Initiator::takeOutput() {
    return m_parts->takeOutput();
}

bool Initiator::isDone() const {
    return m_parts->isDone();
}

const SyncSummary& Initiator::summary() const {
    return m_parts->summary();
}

ReplicaFault Initiator::replicaFault() const {
    return m_parts->replicaFault();
}

SessionError Initiator::serverError() const {
    return m_parts->serverError();
}

} // namespace puente
