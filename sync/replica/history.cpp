#include "sync/merge/record_codec.h"
#include "sync/replica/packed_dot.h"
#include "sync/replica/parts.h"
#include "sync/replica/replica.h"
#include "sync/replica/stored_body.h"

#include <algorithm>
#include <set>

namespace puente {

namespace {

using Items = std::vector<Replica::HistoryItem>;

/// Which change sets ever did something to a record: those that wrote what stands or was retired, and those that only
/// retired. The record itself knows the former; so its history costs what it is long, however long the log is.
std::set<std::pair<std::uint32_t, std::uint32_t>> changeSetsOf(Work& work, const Dot& record,
                                                               const RecordState& state) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> found;
    for (const FieldState& field : state.fields()) {
        for (const LiveValue& value : field.values)
            found.emplace(value.dot.log, value.dot.sequence);
        for (const Dot& dot : field.retired)
            found.emplace(dot.log, dot.sequence);
    }
    Statement& rows = work.prepare("SELECT by FROM retiring WHERE record = ?");
    rows.bind(1, pack(record));
    while (work.step(rows)) {
        const Dot by = unpackDot(rows.integer(0));
        found.emplace(by.log, by.sequence);
    }
    return found;
}

class HistoryReader {
public:
    HistoryReader(ReplicaState& state, Work& work, const Dot& record) : m_state(state), m_work(work), m_record(record) {
        for (auto& [id, space] : state.spaces)
            if (space.number == state.logs.spaceOf(record.log)) m_space = &space;
    }

    /// Adds what this change set did to the record.
    std::optional<ReplicaFault> add(std::uint32_t log, std::uint32_t sequence) {
        if (log == m_space->ownLog && sequence > m_state.logs.height(log).sequence) {
            for (const PendingChangeSet& pending : m_space->pending)
                if (pending.changeSet.sequence == sequence) addFrom(log, pending.changeSet);
            return std::nullopt;
        }
        if (log != m_log || sequence < m_first || sequence > m_last)
            if (const auto fault = open(log, sequence)) return fault;
        addFrom(log, m_body.changeSets[sequence - m_first]);
        return std::nullopt;
    }
    Items take() { return std::move(m_items); }

private:
    std::optional<ReplicaFault> open(std::uint32_t log, std::uint32_t sequence) {
        Statement& row = m_work.prepare("SELECT bytes FROM segment WHERE log = ? AND last >= ? ORDER BY last LIMIT 1");
        if (!m_work.step(row.bind(1, std::int64_t{log}).bind(2, std::int64_t{sequence})))
            return m_work.ok() ? ReplicaFault::Corrupt : m_work.fault();
        const auto segment = Segment::parse(Bytes(row.blob(0).begin(), row.blob(0).end()));
        if (!segment) return ReplicaFault::Corrupt;
        auto body = openStored(*segment, *m_space, m_state.logs);
        if (!body) return body.fault();
        if (sequence < segment->header().first) return ReplicaFault::Corrupt;
        m_body = std::move(*body);
        m_log = log;
        m_first = segment->header().first;
        m_last = segment->header().last;
        return std::nullopt;
    }

    void addFrom(std::uint32_t log, const ChangeSet& changeSet) {
        for (std::uint32_t i = 0; i < changeSet.operations.size(); ++i) {
            if (changeSet.operations[i].record != m_record) continue;
            m_items.push_back({.dot = {.log = log, .sequence = changeSet.sequence, .index = i},
                               .stamp = changeSet.stamp,
                               .person = m_state.persons.find(changeSet.person).value_or(0),
                               .operation = changeSet.operations[i]});
        }
    }

    ReplicaState& m_state;
    Work& m_work;
    Dot m_record;
    SpaceState* m_space = nullptr;
    SegmentBody m_body; // the segment opened last
    std::uint32_t m_log = 0, m_first = 1, m_last = 0;
    Items m_items;
};

} // namespace

Result<Items, ReplicaFault> Replica::history(const Dot& record) const {
    const auto state = this->record(record);
    if (!state) return Failure{state.fault()};
    if (!state->has_value()) return Failure{ReplicaFault::UnknownRecord};
    Work work(m_parts->database);
    HistoryReader reader(*m_parts, work, record);
    for (const auto& [log, sequence] : changeSetsOf(work, record, **state))
        if (const auto fault = reader.add(log, sequence)) return Failure{*fault};
    Items items = reader.take();
    const auto rank = [this](const HistoryItem& item) {
        return std::tuple(item.stamp, logs()[item.dot.log], item.dot.sequence, item.dot.index);
    };
    std::sort(items.begin(), items.end(),
              [&](const HistoryItem& a, const HistoryItem& b) { return rank(a) < rank(b); });
    return work.result(std::move(items));
}

Result<std::optional<ChangeSet>, ReplicaFault> Replica::ownChangeSet(const SpaceId& space, std::uint32_t back) const {
    const SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    const auto pending = static_cast<std::uint32_t>(found->pending.size());
    if (back < pending) return std::optional(found->pending[pending - 1 - back].changeSet);
    const std::uint64_t height = m_parts->logs.height(found->ownLog).sequence;
    if (back - pending >= height) return std::optional<ChangeSet>();
    const auto sequence = static_cast<std::uint32_t>(height - (back - pending));
    Work work(m_parts->database);
    Statement& row = work.prepare("SELECT bytes FROM segment WHERE log = ? AND last >= ? ORDER BY last LIMIT 1");
    if (!work.step(row.bind(1, std::int64_t{found->ownLog}).bind(2, std::int64_t{sequence})))
        return Failure{work.ok() ? ReplicaFault::Corrupt : work.fault()};
    const auto segment = Segment::parse(Bytes(row.blob(0).begin(), row.blob(0).end()));
    if (!segment || sequence < segment->header().first) return Failure{ReplicaFault::Corrupt};
    auto body = openStored(*segment, *found, m_parts->logs);
    if (!body) return Failure{body.fault()};
    return work.result(std::optional(std::move(body->changeSets[sequence - segment->header().first])));
}

Result<std::optional<Stamp>, ReplicaFault> Replica::newestChange(const SpaceId& space, const DeviceId& device) const {
    const SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    std::optional<Stamp> newest;
    if (device == m_parts->ownDevice() && !found->pending.empty()) newest = found->pending.back().changeSet.stamp;
    Work work(m_parts->database);
    for (const std::uint32_t log : m_parts->logs.ofSpace(found->number)) {
        if (m_parts->logs.ids()[log].device != device) continue;
        Statement& row = work.prepare("SELECT bytes FROM segment WHERE log = ? ORDER BY last DESC LIMIT 1");
        if (!work.step(row.bind(1, std::int64_t{log}))) continue;
        const auto segment = Segment::parse(Bytes(row.blob(0).begin(), row.blob(0).end()));
        if (!segment) return Failure{ReplicaFault::Corrupt};
        const auto body = openStored(*segment, *found, m_parts->logs);
        if (!body) return Failure{body.fault()};
        const Stamp last = body->changeSets.back().stamp; // a log's stamps grow
        newest = std::max(newest.value_or(last), last);
    }
    return work.result(std::move(newest));
}

} // namespace puente
