#pragma once

#include "sync/merge/record_state.h"
#include "sync/replica/log_table.h"

#include <unordered_map>

namespace puente {

/// What a record's row says beside its cells, so that lists need not open them.
struct RecordSummary {
    std::optional<std::uint32_t> type;
    std::uint32_t conflicts = 0; ///< fields in conflict
    std::uint32_t flags = 0;

    static constexpr std::uint32_t kCreated = 1;
    static constexpr std::uint32_t kDeleted = 2;
    static constexpr std::uint32_t kJoined = 4; ///< from here on, flags ask for a decision: the index relies on it
    static constexpr std::uint32_t kEditedWhileDeleted = 8;

    static RecordSummary of(const RecordState& state);
    friend bool operator==(const RecordSummary&, const RecordSummary&) = default;
};

/// The records that one piece of work touches: read on demand, written back together, in the order of their rows.
class RecordRows {
public:
    RecordRows(Work& work, const LogTable& logs) : m_work(work), m_logs(logs) {}

    /// A record to change; empty if nothing is known of it yet. Valid until flush().
    RecordState& edit(const Dot& id);
    /// Writes back what was changed, and queues it for the indexes above.
    void flush();
    std::size_t size() const { return m_rows.size(); }

private:
    struct Row {
        RecordState state;
        std::optional<RecordSummary> stored; // nothing for a record without a row
    };
    struct KeyHash {
        std::size_t operator()(std::int64_t key) const {
            return static_cast<std::size_t>(static_cast<std::uint64_t>(key) * 0x9e3779b97f4a7c15 >> 20);
        }
    };
    void read(std::int64_t id, Row& row);
    void write(std::int64_t id, const Row& row);

    Work& m_work;
    const LogTable& m_logs;
    std::unordered_map<std::int64_t, Row, KeyHash> m_rows;
    std::int64_t m_lastId = -1;
    Row* m_last = nullptr; // one record's operations come together
};

} // namespace puente
