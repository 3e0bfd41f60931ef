#include "sync/session/answer.h"

#include <algorithm>

namespace puente {

namespace {

constexpr std::size_t kReadSize = 128 * 1024;
/// So that a HeightsFrame stays within any bound on control frames.
constexpr std::size_t kHeightsInFrame = 4096;
constexpr std::size_t kHashesInFrame = 8192;

/// Takes up to `most` items from the end.
template <typename Item>
std::vector<Item> takeSome(std::vector<Item>& items, std::size_t most) {
    const auto begin = items.end() - static_cast<std::ptrdiff_t>(std::min(items.size(), most));
    std::vector<Item> taken(begin, items.end());
    items.erase(begin, items.end());
    return taken;
}

} // namespace

bool Want::add(const WantFrame& frame, const SpaceBook* book) {
    if (others.size() + frame.others.size() > othersNamed) return false;
    others.insert(frame.others.begin(), frame.others.end());
    for (const LogHeight& height : frame.heights)
        if (book != nullptr && book->height(height.log).sequence > 0) heights[height.log] = height.height;
    return true;
}

SpaceAnswer::SpaceAnswer(RelayState& relay, const Intake& intake, const Asker& asker, const RequestFrame::Space& asked,
                         std::optional<Want> want)
    : m_relay(relay), m_intake(intake), m_device(asker.device), m_root(asker.root), m_asked(asked),
      m_want(std::move(want)) {
    m_own.space = asked.space;
}

Result<Done, StoreFault> SpaceAnswer::produce(OutputBuffer& output) {
    switch (m_stage) {
    case Stage::Begin: return begin(output);
    case Stage::Records: return sendOthers(EntryKind::Membership, Stage::Keys, output);
    case Stage::Keys: return sendOthers(EntryKind::KeyObject, Stage::Erasables, output);
    case Stage::Erasables: return sendOthers(EntryKind::Erasable, Stage::Erasures, output);
    case Stage::Erasures: return sendOthers(EntryKind::Erasure, Stage::Confirmations, output);
    case Stage::Confirmations: return sendOthers(EntryKind::Confirmation, Stage::Segments, output);
    case Stage::Segments: return m_want ? sendWantedSegments(output) : sendSegments(output);
    case Stage::Receipt: return sendReceipt(output);
    case Stage::Over: break;
    }
    return Done{};
}

Result<Done, StoreFault> SpaceAnswer::begin(OutputBuffer& output) {
    m_stage = Stage::Over;
    const auto book = m_relay.book(m_asked.space);
    if (!book) return Failure{book.fault()};
    if (!*book && m_asked.cursor.at.position > 0) return sendHeights(output); // we lost it: let it be filled again
    if (!*book) {
        send(StatusFrame{m_asked.space, SpaceStatus::Unknown, {}}, output);
        return Done{};
    }
    if (!mayRead(**book)) {
        const auto& former = (*book)->membership().former;
        const auto found = former.find(m_device);
        const bool hasEnded = found != former.end() && !found->second.isSuspended;
        send(StatusFrame{m_asked.space, hasEnded ? SpaceStatus::Former : SpaceStatus::NotMember, {}}, output);
        return Done{};
    }
    return beginForMember(**book, output);
}

Result<Done, StoreFault> SpaceAnswer::beginForMember(SpaceBook& book, OutputBuffer& output) {
    const auto end = m_relay.store().end(m_asked.space);
    if (!end) return Failure{end.fault()};
    m_end = *end;
    m_ownHeight = book.height({m_device, m_asked.incarnation});
    const bool isAdmin = book.membership().isAdmin(m_device);
    if (m_want) {
        const auto heights = m_relay.store().heights(m_asked.space);
        if (!heights) return Failure{heights.fault()};
        m_logs = *heights;
        enter(Stage::Records, 0);
        return isAdmin ? sendJoins(output) : Done{};
    }
    const auto fits = cursorFits();
    if (!fits) return Failure{fits.fault()};
    if (!*fits) return sendHeights(output);
    send(StatusFrame{m_asked.space, SpaceStatus::Continues, m_relay.store().instance()}, output);
    enter(Stage::Records, m_asked.cursor.at.position);
    return isAdmin ? sendJoins(output) : Done{};
}

bool SpaceAnswer::mayRead(SpaceBook& book) const {
    return book.isMember(m_device) || (m_root && book.membership().organizations.contains(*m_root));
}

Result<bool, StoreFault> SpaceAnswer::cursorFits() {
    const WireCursor& cursor = m_asked.cursor;
    if (cursor.at.position == 0) return true;
    if (cursor.instance != m_relay.store().instance() || cursor.at.position > m_end.position) return false;
    const auto running = m_relay.store().runningAt(m_asked.space, cursor.at.position);
    if (!running) return Failure{running.fault()};
    return *running == cursor.at.running;
}

Result<Done, StoreFault> SpaceAnswer::sendHeights(OutputBuffer& output) {
    auto heights = m_relay.store().heights(m_asked.space);
    if (!heights) return Failure{heights.fault()};
    std::vector<Hash> others;
    for (const EntryKind kind : kOtherKinds) {
        std::uint64_t position = 0;
        for (;;) {
            const auto entries = m_relay.store().read(m_asked.space, position, kind, kReadSize);
            if (!entries) return Failure{entries.fault()};
            if (entries->empty()) break;
            for (const Entry& entry : *entries)
                others.push_back(entry.hash);
            position = entries->back().position;
        }
    }
    std::ranges::sort(others);
    m_compared = Want{.comparedEnd = m_end.position, .othersNamed = others.size(), .heights = {}, .others = {}};
    send(StatusFrame{m_asked.space, SpaceStatus::Compare, m_relay.store().instance()}, output);
    do {
        send(HeightsFrame{m_asked.space, m_end.position, takeSome(*heights, kHeightsInFrame),
                          takeSome(others, kHashesInFrame)},
             output);
    } while (!heights->empty() || !others.empty());
    return Done{};
}

Result<Done, StoreFault> SpaceAnswer::sendJoins(OutputBuffer& output) {
    const auto joins = m_relay.store().joins(m_asked.space);
    if (!joins) return Failure{joins.fault()};
    for (const WaitingJoin& join : *joins)
        send(JoinFrame{join.request}, output);
    return Done{};
}

Result<Done, StoreFault> SpaceAnswer::sendOthers(EntryKind kind, Stage next, OutputBuffer& output) {
    const auto entries = m_relay.store().read(m_asked.space, m_position, kind, kReadSize);
    if (!entries) return Failure{entries.fault()};
    for (const Entry& entry : *entries) {
        if (entry.position > m_end.position) break;
        const bool isErased = kind == EntryKind::Erasable && entry.bytes.empty();
        if (m_intake.wasPushed(m_asked.space, entry.hash) || (isErased && isWanted(entry)))
            markOwn(entry);
        else if (isWanted(entry))
            send(entry, output);
    }
    sendMarks(output);
    const bool isOver = entries->empty() || entries->back().position >= m_end.position;
    if (isOver)
        enter(next, m_want ? 0 : m_asked.cursor.at.position);
    else
        m_position = entries->back().position;
    return Done{};
}

Result<Done, StoreFault> SpaceAnswer::sendSegments(OutputBuffer& output) {
    const auto entries = m_relay.store().read(m_asked.space, m_position, EntryKind::Segment, kReadSize);
    if (!entries) return Failure{entries.fault()};
    for (const Entry& entry : *entries) {
        if (entry.position > m_end.position) break;
        if (isOwn(entry)) {
            markOwn(entry);
            continue;
        }
        sendMarks(output);
        send(entry, output);
    }
    sendMarks(output);
    const bool isOver = entries->empty() || entries->back().position >= m_end.position;
    if (isOver)
        enter(Stage::Receipt, 0);
    else
        m_position = entries->back().position;
    return Done{};
}

Result<Done, StoreFault> SpaceAnswer::sendWantedSegments(OutputBuffer& output) {
    if (m_logs.empty()) {
        enter(Stage::Receipt, 0);
        return Done{};
    }
    const LogHeight& log = m_logs.back();
    if (!m_logAfter) {
        const auto after = wantedAfter(log);
        if (!after) return Failure{after.fault()};
        m_logAfter = *after;
    }
    const auto entries = m_relay.store().readLog(m_asked.space, log.log, *m_logAfter, kReadSize);
    if (!entries) return Failure{entries.fault()};
    for (const Entry& entry : *entries)
        if (entry.position <= m_end.position) send(entry, output);
    if (!entries->empty() && entries->back().position < m_end.position) {
        m_logAfter = entries->back().last;
        return Done{};
    }
    m_logs.pop_back();
    m_logAfter.reset();
    return Done{};
}

Result<std::uint32_t, StoreFault> SpaceAnswer::wantedAfter(const LogHeight& log) {
    const auto found = m_want->heights.find(log.log);
    if (found == m_want->heights.end()) return std::uint32_t{0};
    const auto has = static_cast<std::uint32_t>(found->second.sequence);
    const bool isAhead = has > log.height.sequence;
    if (isAhead && !m_intake.wasRefused(m_asked.space, log.log)) return has; // nothing to add
    const auto knows = m_relay.store().contains(m_asked.space, found->second.head);
    if (!knows) return Failure{knows.fault()};
    // Two logs in one: the client gets all of ours, so that it can prove the fork.
    return *knows ? has : std::uint32_t{0};
}

Result<Done, StoreFault> SpaceAnswer::sendReceipt(OutputBuffer& output) {
    m_stage = Stage::Over;
    ReceiptFrame receipt;
    receipt.space = m_asked.space;
    receipt.at = m_end;
    receipt.ownHeight = static_cast<std::uint32_t>(m_ownHeight.sequence);
    const LogId own{m_device, m_asked.incarnation};
    const bool isAsExpected = m_ownHeight.sequence == m_asked.ownHeight && !m_intake.wasRefused(m_asked.space, own);
    if (!isAsExpected) receipt.ownHead = m_ownHeight.head;
    const Bytes message = receipt.signedMessage(m_device, m_relay.store().instance(), m_ownHeight.head);
    receipt.signature = m_relay.signer().sign(Purpose::Receipt, message);
    send(receipt, output);
    return Done{};
}

void SpaceAnswer::send(Entry entry, OutputBuffer& output) {
    ++m_relay.totals().entriesServed;
    m_relay.totals().bytesServed += entry.bytes.size();
    send(EntryFrame{entry.position, entry.kind, m_asked.space, std::move(entry.bytes)}, output);
}

void SpaceAnswer::sendMarks(OutputBuffer& output) {
    if (m_own.items.empty()) return;
    send(m_own, output);
    m_own.items.clear();
}

void SpaceAnswer::enter(Stage stage, std::uint64_t position) {
    m_stage = stage;
    m_position = position;
}

bool SpaceAnswer::isWanted(const Entry& entry) const {
    return !m_want || m_want->others.contains(entry.hash) || entry.position > m_want->comparedEnd;
}

bool SpaceAnswer::isOwn(const Entry& entry) const {
    const LogId own{m_device, m_asked.incarnation};
    // After a refusal the two sides disagree about this log: the client then needs to see what stands there.
    return entry.log == own && entry.last <= m_asked.ownHeight && !m_intake.wasRefused(m_asked.space, own);
}

} // namespace puente
