#include "client/core/document_exchange.h"

#include "client/core/proxy.h"
#include "client/core/session_notice.h"
#include "client/core/text.h"

#include <algorithm>
#include <map>
#include <thread>
#include <tuple>

namespace puente {

namespace {

constexpr int kIdleTriesMax = 6; ///< in a row that move nothing
constexpr int kTriesMax = 2000;  ///< in all: a server that sends the same for ever is left at some time
constexpr std::chrono::seconds kPauseMax{30};
constexpr Duration kShownEvery = std::chrono::milliseconds(250);

/// Counts bytes over several conversations, and how fast they move. What was handed to a line that then broke may not
/// have arrived: what is wanted in the next conversation says how much did.
class Speedometer {
public:
    Speedometer(const Clock& clock, const DocumentWatcher& watcher) : m_clock(clock), m_watcher(watcher) {}

    void show(const std::vector<DocumentTransfer>& transfers, std::size_t handedOver) {
        for (std::size_t i = 0; i < transfers.size(); ++i) {
            const DocumentTransfer& transfer = transfers[i];
            if (transfer.bytesWanted == 0) continue; // not answered yet, or nothing to move
            Count& count = m_counts[{i < handedOver, transfer.wish.space, transfer.wish.document}];
            count.isHeard = i >= handedOver || transfer.isDone;
            count.first = std::max(count.first, transfer.bytesWanted);
            count.wanted = transfer.bytesWanted;
            count.moved = transfer.isDone ? count.wanted : std::min(transfer.bytesMoved, count.wanted);
        }
        const Instant now = m_clock.now();
        if (!m_watcher || (m_shown && now - *m_shown < kShownEvery)) return;
        m_shown = now;
        m_watcher(progress());
    }
    /// Nothing moves any more.
    void end() {
        if (m_watcher) m_watcher({.isOver = true});
    }
    std::uint64_t moved() const {
        std::uint64_t bytes = 0;
        for (const auto& [name, count] : m_counts)
            bytes += count.first - count.wanted + count.moved;
        return bytes;
    }
    /// Without what was handed to a line, and of which nobody has said that it arrived.
    std::uint64_t arrived() const {
        std::uint64_t bytes = 0;
        for (const auto& [name, count] : m_counts)
            bytes += count.first - count.wanted + (count.isHeard ? count.moved : 0);
        return bytes;
    }

private:
    struct Count {
        std::uint64_t first = 0, wanted = 0, moved = 0;
        bool isHeard = false;
    };

    /// The speed is that of the last seconds, so that it follows the line.
    DocumentProgress progress() {
        constexpr Duration kWindow = std::chrono::seconds(5);
        const Instant now = m_clock.now();
        DocumentProgress progress{.moved = moved()};
        for (const auto& [name, count] : m_counts)
            progress.total += count.first;
        if (!m_since) m_since = {now, progress.moved};
        if (const Duration passed = now - m_since->first; passed >= kWindow) {
            const std::uint64_t bytes = progress.moved - std::min(progress.moved, m_since->second);
            m_perSecond = bytes * 1000 / static_cast<std::uint64_t>(passed.count());
            m_since = {now, progress.moved};
        }
        progress.perSecond = m_perSecond;
        if (m_perSecond > 0) progress.left = std::chrono::seconds((progress.total - progress.moved) / m_perSecond + 1);
        return progress;
    }

    const Clock& m_clock;
    const DocumentWatcher& m_watcher;
    std::map<std::tuple<bool, SpaceId, DocumentId>, Count> m_counts; ///< of each document, by direction
    std::uint64_t m_perSecond = 0;
    std::optional<Instant> m_shown;
    std::optional<std::pair<Instant, std::uint64_t>> m_since;
};

bool isAnyAnother(const std::vector<DocumentTransfer>& transfers) {
    return std::any_of(transfers.begin(), transfers.end(), [](const DocumentTransfer& one) { return one.isAnother; });
}

/// The conversation came to its end, and something is still not there: a chunk that is damaged here, or that somebody
/// keeps spoiling there.
Notice unfinishedNotice(const ServerAddress& address) {
    return {ExitCode::PartlyDone, Text::tr("Some documents did not get across whole."),
            address.host + ":" + std::to_string(address.port),
            Text::tr("Nothing is lost: work on, and run “puente sync” later.")};
}

/// One errand: wishes that shrink from conversation to conversation.
class Errand {
public:
    Errand(Workspace& workspace, DocumentStore& store, DocumentMarks marks, DocumentWishes wishes,
           const DocumentWatcher& watcher)
        : m_workspace(workspace), m_store(store), m_marks(marks), m_wishes(std::move(wishes)),
          m_meter(workspace.clock(), watcher) {}

    DocumentsMoved run(const ServerAddress& address, const TransportOptions& transport) {
        int idle = 0;
        for (int tries = 1; !m_wishes.isEmpty(); ++tries) {
            const std::uint64_t before = m_meter.moved();
            const std::size_t wished = m_wishes.handOver.size() + m_wishes.fetch.size();
            auto stopped = talk(address, transport);
            if (!stopped) { // a conversation takes a thousand of each: the others are for the next one
                if (m_wishes.handOver.size() + m_wishes.fetch.size() == wished || tries == kTriesMax) break;
                continue;
            }
            idle = m_meter.moved() > before ? 0 : idle + 1;
            // A server that is not there at all is not waited for: nothing is lost, and the next sync goes on.
            const bool isWorthwhile = stopped->isPassing && m_wasConnected && idle < kIdleTriesMax && tries < kTriesMax;
            if (!isWorthwhile) {
                m_moved.failed = std::move(stopped->notice);
                break;
            }
            std::this_thread::sleep_for(
                std::min<std::chrono::seconds>(std::chrono::seconds(1) * (1 << idle), kPauseMax));
        }
        if (!m_wishes.isEmpty() && !m_moved.failed) m_moved.failed = unfinishedNotice(address);
        m_meter.end();
        m_moved.bytes = m_meter.arrived();
        return std::move(m_moved);
    }

private:
    struct Stopped {
        Notice notice;
        bool isPassing = false; ///< a line that broke: worth another try
    };

    /// One conversation; nothing when it came to its end.
    std::optional<Stopped> talk(const ServerAddress& address, TransportOptions transport) {
        DocumentCourier courier(m_store, m_workspace.keyring().device().signing, m_workspace.entropy(),
                                {.server = address.server, .handOver = m_wishes.handOver, .fetch = m_wishes.fetch});
        ConversationOf<DocumentCourier> conversation(courier);
        std::stop_source another;
        transport.cancel = another.get_token();
        transport.onProgress = [&](const Traffic& traffic) {
            m_wasConnected = m_wasConnected || traffic.connected;
            m_meter.show(courier.transfers(), m_wishes.handOver.size());
            if (isAnyAnother(courier.transfers())) another.request_stop(); // nobody's line is for that
        };
        const auto carried = converse(address, conversation, m_workspace.clock(), transport);
        m_meter.show(courier.transfers(), m_wishes.handOver.size());
        if (auto notice = take(courier.transfers())) return Stopped{std::move(*notice)};
        if (carried) return std::nullopt;
        const std::string where = address.host + ":" + std::to_string(address.port);
        if (carried.fault() == TransportFault::Conversation && conversation.fault()) {
            const bool isPassing = *conversation.fault() == DocumentCourier::Fault::TimedOut;
            return Stopped{noticeOf(*conversation.fault(), courier, where), isPassing};
        }
        const bool isPassing = carried.fault() != TransportFault::WrongPin && carried.fault() != TransportFault::NotTls;
        return Stopped{noticeOf(carried.fault(), where), isPassing};
    }

    /// Notes what came of each wish, and drops those that are settled.
    std::optional<Notice> take(const std::vector<DocumentTransfer>& transfers) {
        const std::size_t toHandOver = m_wishes.handOver.size();
        DocumentWishes left;
        for (std::size_t i = 0; i < transfers.size(); ++i) {
            const DocumentTransfer& transfer = transfers[i];
            const bool isUp = i < toHandOver;
            auto there = DocumentMarks::There::Unknown;
            if (transfer.isAnother) {
                m_moved.refused.push_back({transfer.wish, {}, Refusal::Malformed});
            } else if (transfer.refused) {
                m_moved.refused.push_back({transfer.wish, {}, *transfer.refused});
            } else if (transfer.isDone) {
                (isUp ? m_moved.handedOver : m_moved.fetched).push_back(transfer.wish);
                there = DocumentMarks::There::Whole;
            } else if (transfer.isUnknownThere || !transfer.lackedThere.empty()) {
                m_moved.notThere.push_back(transfer.wish);
                there = DocumentMarks::There::Lacking;
            } else {
                (isUp ? left.handOver : left.fetch).push_back(transfer.wish);
            }
            if (there == DocumentMarks::There::Unknown) continue;
            if (auto noted = m_marks.note(transfer.wish.space, transfer.wish.document, there); !noted)
                return noted.fault();
        }
        m_wishes = std::move(left);
        return std::nullopt;
    }

    Workspace& m_workspace;
    DocumentStore& m_store;
    DocumentMarks m_marks;
    DocumentWishes m_wishes;
    Speedometer m_meter;
    DocumentsMoved m_moved;
    bool m_wasConnected = false;
};

} // namespace

void WishList::add(const KnownDocument& document) {
    const DocumentId& id = document.manifest->document;
    const auto [place, isNew] = m_places.emplace(id, m_wishes.size());
    if (isNew) m_wishes.push_back({m_space, id});
    m_wishes[place->second].claims.push_back({document.key, document.sealedSize});
}

DocumentsMoved moveDocuments(Workspace& workspace, const std::string& addressText, DocumentWishes wishes,
                             const DocumentWatcher& watcher) {
    const auto failed = [](Notice notice) {
        DocumentsMoved moved;
        moved.failed = std::move(notice);
        return moved;
    };
    const auto address = serverAddressFromText(addressText);
    if (!address) return failed(badAddressNotice(addressText));
    auto proxy = proxyFromEnvironment();
    if (!proxy) return failed(proxy.fault());
    const auto store = workspace.documents();
    if (!store) return failed(store.fault());
    const auto marks = DocumentMarks::in(workspace);
    if (!marks) return failed(marks.fault());
    TransportOptions transport;
    transport.proxy = std::move(*proxy);
    return Errand(workspace, **store, *marks, std::move(wishes), watcher).run(*address, transport);
}

} // namespace puente
