#include "sync/replica/receiver.h"

#include <algorithm>

namespace puente {

// What cannot be judged yet is kept aside, bounded, and judged again when members or keys have changed.

Reception Receiver::park(const Parked& entry, Reception reason) {
    Statement& known = m_work.prepare("SELECT 1 FROM parked WHERE space = ? AND hash = ?");
    if (m_work.step(known.bind(1, std::int64_t{m_space.number}).bind(2, entry.hash.view()))) return reason;
    if (m_space.parkedCount >= kParkedCountMax || m_space.parkedBytes + entry.bytes.size() > kParkedBytesMax)
        return Reception::Gap; // not kept: it will be asked for again
    m_work.run(m_work
                   .prepare("INSERT INTO parked(space, kind, hash, log_device, first, reason, bytes) "
                            "VALUES(?, ?, ?, ?, ?, ?, ?)")
                   .bind(1, std::int64_t{m_space.number})
                   .bind(2, static_cast<std::int64_t>(entry.kind))
                   .bind(3, entry.hash.view())
                   .bind(4, entry.device.view())
                   .bind(5, std::int64_t{entry.first})
                   .bind(6, static_cast<std::int64_t>(reason))
                   .bind(7, entry.bytes));
    ++m_space.parkedCount;
    m_space.parkedBytes += entry.bytes.size();
    return reason;
}

Reception Receiver::parkSegment(const Segment& segment, Reception reason) {
    const SegmentHeader& header = segment.header();
    return park({.kind = EntryKind::Segment,
                 .hash = segment.hash(),
                 .device = header.log.device,
                 .first = header.first,
                 .bytes = segment.wire()},
                reason);
}

/// Why an earlier segment of this device waits; nothing if none does.
std::optional<Reception> Receiver::whyParked(const DeviceId& device) {
    Statement& row =
        m_work.prepare("SELECT reason FROM parked WHERE space = ? AND log_device = ? AND kind = 3 LIMIT 1");
    if (!m_work.step(row.bind(1, std::int64_t{m_space.number}).bind(2, device.view()))) return std::nullopt;
    return static_cast<Reception>(row.integer(0));
}

void Receiver::retryParked() {
    if ((!m_membershipChanged && !m_keysChanged) || m_space.parkedCount == 0) return;
    const auto readParked = [&](EntryKind kind) {
        std::vector<Bytes> entries;
        Statement& rows = m_work.prepare("SELECT bytes FROM parked WHERE space = ? AND kind = ? ORDER BY first, id");
        rows.bind(1, std::int64_t{m_space.number}).bind(2, static_cast<std::int64_t>(kind));
        while (m_work.step(rows))
            entries.emplace_back(rows.blob(0).begin(), rows.blob(0).end());
        return entries;
    };
    for (Bytes& bytes : readParked(EntryKind::KeyObject)) {
        const auto object = KeyObject::parse(std::move(bytes));
        if (!object) return m_work.damaged();
        if (judgeKeyObject(*object) != Reception::UnknownAuthor) unpark(object->hash(), object->wire().size());
    }
    openKeysAgain();
    for (Bytes& bytes : readParked(EntryKind::Segment)) {
        const auto segment = Segment::parse(std::move(bytes));
        if (!segment) return m_work.damaged();
        // Taken out first, so that it is not its own reason to wait.
        unpark(segment->hash(), segment->wire().size());
        takeSegment(*segment);
    }
}

void Receiver::unpark(const Hash& hash, std::size_t size) {
    m_work.run(m_work.prepare("DELETE FROM parked WHERE space = ? AND hash = ?")
                   .bind(1, std::int64_t{m_space.number})
                   .bind(2, hash.view()));
    --m_space.parkedCount;
    m_space.parkedBytes -= size;
}

} // namespace puente
