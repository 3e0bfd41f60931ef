#include "sync/replica/applier.h"

#include "sync/replica/packed_dot.h"

namespace puente {

namespace {

// So many records may lie in memory before they are written back.
constexpr std::size_t kRowsInMemoryMax = 50'000;

} // namespace

void Applier::applyBody(std::uint32_t author, SegmentBody body) {
    const std::uint32_t seenBefore = m_state.seen.count(m_work, author);
    for (const SeenEntry& entry : body.seen)
        m_state.seen.add(m_work, author, entry.log, entry.height);
    for (ChangeSet& changeSet : body.changeSets) {
        const std::uint32_t limit = seenBefore + changeSet.seenCount;
        apply(author, std::move(changeSet), limit);
    }
    release(author);
}

void Applier::apply(std::uint32_t author, ChangeSet changeSet, std::uint32_t seenLimit) {
    const std::uint32_t person = m_state.persons.obtain(m_work, changeSet.person);
    for (std::uint32_t i = 0; i < changeSet.operations.size(); ++i) {
        const Dot by{.log = author, .sequence = changeSet.sequence, .index = i};
        applyOperation(by, changeSet.operations[i], changeSet, person, seenLimit);
    }
    if (m_rows.size() > kRowsInMemoryMax) m_rows.flush();
}

void Applier::applyOperation(const Dot& by, Operation& operation, const ChangeSet& changeSet, std::uint32_t person,
                             std::uint32_t seenLimit) {
    for (const Dot& dot : operation.retired)
        retire({.by = by, .seenLimit = seenLimit, .record = operation.record, .field = operation.field, .dot = dot});
    if (operation.value) {
        m_rows.edit(operation.record)
            .write(operation.field, {.dot = by,
                                     .stamp = changeSet.stamp,
                                     .person = person,
                                     .element = operation.kind == Operation::Kind::Add,
                                     .value = std::move(*operation.value)});
        return;
    }
    // It leaves no value behind to find it by, and history must tell of it.
    m_work.run(m_work.prepare("INSERT OR IGNORE INTO retiring(record, by) VALUES(?, ?)")
                   .bind(1, pack(operation.record))
                   .bind(2, pack(by)));
}

void Applier::retire(const Retirement& retirement) {
    const auto verdict = m_state.seen.judge(m_work, m_state.logs, retirement.by, retirement.seenLimit, retirement.dot);
    switch (verdict.kind) {
    case SeenFrontier::Verdict::Kind::Counts: {
        // What is confirmed has been applied: a value that is not known here by now belongs to another field, or was
        // never written.
        RecordState& record = m_rows.edit(retirement.record);
        if (record.knows(retirement.field, retirement.dot))
            record.retire(retirement.field, retirement.dot);
        else
            ++m_ignored;
        return;
    }
    case SeenFrontier::Verdict::Kind::Waits: return wait(retirement, verdict.until);
    case SeenFrontier::Verdict::Kind::Ignored: ++m_ignored; return;
    }
}

void Applier::wait(const Retirement& retirement, std::uint32_t until) {
    m_work.run(m_work
                   .prepare("INSERT INTO waiting(of_log, sequence, by, seen_limit, record, field, retired) "
                            "VALUES(?, ?, ?, ?, ?, ?, ?)")
                   .bind(1, std::int64_t{retirement.dot.log})
                   .bind(2, std::int64_t{until})
                   .bind(3, pack(retirement.by))
                   .bind(4, std::int64_t{retirement.seenLimit})
                   .bind(5, pack(retirement.record))
                   .bind(6, std::int64_t{retirement.field})
                   .bind(7, pack(retirement.dot)));
}

std::vector<Applier::Retirement> Applier::takeWaiting(std::uint32_t log) {
    const auto height = static_cast<std::int64_t>(m_state.logs.height(log).sequence);
    std::vector<Retirement> found;
    Statement& rows = m_work.prepare("SELECT by, seen_limit, record, field, retired FROM waiting "
                                     "WHERE of_log = ? AND sequence <= ? ORDER BY id");
    rows.bind(1, std::int64_t{log}).bind(2, height);
    while (m_work.step(rows))
        found.push_back({.by = unpackDot(rows.integer(0)),
                         .seenLimit = static_cast<std::uint32_t>(rows.integer(1)),
                         .record = unpackDot(rows.integer(2)),
                         .field = static_cast<std::uint32_t>(rows.integer(3)),
                         .dot = unpackDot(rows.integer(4))});
    if (!found.empty())
        m_work.run(m_work.prepare("DELETE FROM waiting WHERE of_log = ? AND sequence <= ?")
                       .bind(1, std::int64_t{log})
                       .bind(2, height));
    return found;
}

void Applier::release(std::uint32_t log) {
    for (const Retirement& retirement : takeWaiting(log))
        retire(retirement);
}

void Applier::finish() {
    m_rows.flush();
    if (m_ignored == 0) return;
    m_space.ignoredRetirements += m_ignored;
    m_ignored = 0;
    m_work.run(m_work.prepare("UPDATE space SET ignored = ? WHERE number = ?")
                   .bind(1, static_cast<std::int64_t>(m_space.ignoredRetirements))
                   .bind(2, std::int64_t{m_space.number}));
}

} // namespace puente
