#include "sync/replica/rebuild.h"

#include "sync/replica/applier.h"
#include "sync/replica/stored_body.h"

#include <map>

namespace puente {

namespace {

void emptyCaches(Work& work) {
    work.run(work.prepare("DELETE FROM record"));
    work.run(work.prepare("DELETE FROM seen"));
    work.run(work.prepare("DELETE FROM waiting"));
    work.run(work.prepare("DELETE FROM retiring"));
    work.run(work.prepare("DELETE FROM index_queue"));
    work.run(work.prepare("UPDATE space SET ignored = 0"));
}

/// Takes the segments of one space once more, in the order in which they were accepted.
class Replay {
public:
    Replay(ReplicaState& state, Work& work, SpaceState& space)
        : m_state(state), m_work(work), m_space(space), m_applier(state, work, space) {}

    Result<Done, ReplicaFault> run() {
        m_space.ignoredRetirements = 0;
        std::map<std::uint32_t, Height> accepted;
        for (const std::uint32_t log : m_state.logs.ofSpace(m_space.number)) {
            accepted.emplace(log, m_state.logs.height(log));
            m_state.logs.setHeight(log, {});
        }
        std::int64_t after = 0;
        while (const auto stored = next(after)) {
            if (const auto done = replay(*stored); !done) return done;
            after = stored->id;
        }
        // Fewer segments than were accepted would make records again that lack what they hold.
        for (const auto& [log, height] : accepted)
            if (m_state.logs.height(log) != height) return Failure{ReplicaFault::Corrupt};
        for (const PendingChangeSet& pending : m_space.pending)
            replay(pending);
        m_applier.finish();
        return Done{};
    }

private:
    struct Stored {
        std::int64_t id = 0;
        std::uint32_t log = 0;
        Bytes bytes;
    };
    std::optional<Stored> next(std::int64_t after) {
        Statement& row = m_work.prepare("SELECT segment.id, log, bytes FROM segment JOIN log ON log.number = log "
                                        "WHERE segment.id > ? AND space = ? ORDER BY segment.id LIMIT 1");
        row.bind(1, after).bind(2, std::int64_t{m_space.number});
        if (!m_work.step(row)) return std::nullopt;
        const ByteView bytes = row.blob(2);
        return Stored{row.integer(0), static_cast<std::uint32_t>(row.integer(1)), Bytes(bytes.begin(), bytes.end())};
    }

    Result<Done, ReplicaFault> replay(const Stored& stored) {
        const auto segment = Segment::parse(stored.bytes);
        if (!segment || !continues(stored.log, segment->header())) return Failure{ReplicaFault::Corrupt};
        auto body = openStored(*segment, m_space, m_state.logs);
        if (!body) return Failure{body.fault()};
        m_state.logs.setHeight(stored.log, {.sequence = segment->header().last, .head = segment->hash()});
        m_applier.applyBody(stored.log, std::move(*body));
        return Done{};
    }
    bool continues(std::uint32_t log, const SegmentHeader& header) const {
        const Height& at = m_state.logs.height(log);
        return header.log == m_state.logs.ids()[log] && header.previous == at.head && header.first == at.sequence + 1;
    }
    void replay(const PendingChangeSet& pending) {
        for (const SeenEntry& entry : pending.seen)
            m_state.seen.add(m_work, m_space.ownLog, entry.log, entry.height);
        m_applier.apply(m_space.ownLog, pending.changeSet, m_state.seen.count(m_work, m_space.ownLog));
    }

    ReplicaState& m_state;
    Work& m_work;
    SpaceState& m_space;
    Applier m_applier;
};

} // namespace

Result<Done, ReplicaFault> rebuildCaches(ReplicaState& state, Work& work) {
    emptyCaches(work);
    state.seen.clear();
    for (auto& [id, space] : state.spaces)
        if (const auto done = Replay(state, work, space).run(); !done) return done;
    return Done{};
}

} // namespace puente
