#include "sync/replica/record_rows.h"

#include "sync/merge/record_codec.h"
#include "sync/replica/handle.h"
#include "sync/replica/packed_dot.h"

#include <algorithm>

namespace puente {

RecordSummary RecordSummary::of(const RecordState& state) {
    RecordSummary summary;
    if (const auto type = state.type()) summary.type = type->number;
    for (const FieldState& field : state.fields()) {
        if (field.field == kJoinedField && !field.values.empty()) summary.flags |= kJoined;
        if (field.field > kJoinedField && isInConflict(field)) ++summary.conflicts;
    }
    if (state.isCreated()) summary.flags |= kCreated;
    if (state.isDeleted()) summary.flags |= kDeleted;
    if (state.isEditedWhileDeleted()) summary.flags |= kEditedWhileDeleted;
    return summary;
}

RecordState& RecordRows::edit(const Dot& id) {
    const std::int64_t packed = pack(id);
    if (m_last != nullptr && m_lastId == packed) return m_last->state;
    const auto [place, isNew] = m_rows.try_emplace(packed);
    if (isNew) read(packed, place->second);
    m_lastId = packed;
    m_last = &place->second;
    return m_last->state;
}

void RecordRows::read(std::int64_t id, Row& row) {
    Statement& found = m_work.prepare("SELECT cells, type, conflicts, flags FROM record WHERE id = ?");
    if (!m_work.step(found.bind(1, id))) return;
    auto state = RecordCodec::decode(found.blob(0));
    if (!state) return m_work.damaged();
    row.state = std::move(*state);
    row.stored.emplace();
    if (!found.isNull(1)) row.stored->type = static_cast<std::uint32_t>(found.integer(1));
    row.stored->conflicts = static_cast<std::uint32_t>(found.integer(2));
    row.stored->flags = static_cast<std::uint32_t>(found.integer(3));
}

void RecordRows::write(std::int64_t id, const Row& row) {
    const Bytes cells = RecordCodec::encode(row.state);
    const RecordSummary summary = RecordSummary::of(row.state);
    if (row.stored == summary) { // the usual case, and it leaves the indexes alone
        m_work.run(m_work.prepare("UPDATE record SET cells = ? WHERE id = ?").bind(1, ByteView(cells)).bind(2, id));
        return;
    }
    Statement& change = m_work.prepare(
        "INSERT INTO record(id, space, type, handle, conflicts, flags, cells) VALUES(?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT(id) DO UPDATE SET type = excluded.type, conflicts = excluded.conflicts, flags = excluded.flags, "
        "cells = excluded.cells");
    const Dot dot = unpackDot(id);
    change.bind(1, id).bind(2, std::int64_t{m_logs.spaceOf(dot.log)});
    if (summary.type) change.bind(3, std::int64_t{*summary.type});
    change.bind(4, ByteView(handleOf(m_logs.ids().at(dot.log), dot.sequence, dot.index)))
        .bind(5, std::int64_t{summary.conflicts})
        .bind(6, std::int64_t{summary.flags})
        .bind(7, ByteView(cells));
    m_work.run(change);
}

void RecordRows::flush() {
    std::vector<std::pair<std::int64_t, const Row*>> rows;
    rows.reserve(m_rows.size());
    for (const auto& [id, row] : m_rows)
        if (!row.state.fields().empty()) rows.emplace_back(id, &row);
    std::sort(rows.begin(), rows.end());
    for (const auto& [id, row] : rows) {
        write(id, *row);
        m_work.run(m_work.prepare("INSERT OR IGNORE INTO index_queue(record) VALUES(?)").bind(1, id));
    }
    m_rows.clear();
    m_last = nullptr;
}

} // namespace puente
