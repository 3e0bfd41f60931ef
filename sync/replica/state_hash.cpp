#include "sync/replica/state_hash.h"

#include "common/codec/writer.h"
#include "common/crypto/hash.h"
#include "sync/merge/record_codec.h"
#include "sync/replica/packed_dot.h"

#include <algorithm>

namespace puente {

namespace {

/// Writes things by their global names.
class GlobalWriter {
public:
    GlobalWriter(const LogTable& logs, const PersonTable& persons) : m_logs(logs), m_persons(persons) {}

    void record(const Dot& id, const RecordState& state) {
        dot(id);
        m_writer.varint(state.fields().size());
        for (const FieldState& field : state.fields())
            this->field(field);
    }
    void dot(const Dot& dot) {
        const LogId& log = m_logs.ids().at(dot.log);
        m_writer.id(log.device);
        m_writer.u32(log.incarnation);
        m_writer.u32(dot.sequence);
        m_writer.u32(dot.index);
    }
    void number(std::uint64_t number) { m_writer.varint(number); }
    Bytes take() { return m_writer.take(); }

    /// Orders dots as everybody would.
    bool comesBefore(const Dot& a, const Dot& b) const {
        if (a.log != b.log) return m_logs.ids().at(a.log) < m_logs.ids().at(b.log);
        return a < b;
    }

private:
    void field(const FieldState& field) {
        m_writer.varint(field.field);
        std::vector<const LiveValue*> values;
        for (const LiveValue& value : field.values)
            values.push_back(&value);
        std::sort(values.begin(), values.end(),
                  [&](const auto* a, const auto* b) { return comesBefore(a->dot, b->dot); });
        m_writer.varint(values.size());
        for (const LiveValue* value : values)
            live(*value);
        std::vector<Dot> retired = field.retired;
        std::sort(retired.begin(), retired.end(), [&](const Dot& a, const Dot& b) { return comesBefore(a, b); });
        m_writer.varint(retired.size());
        for (const Dot& dot : retired)
            this->dot(dot);
    }
    void live(const LiveValue& live) {
        dot(live.dot);
        m_writer.varint(live.stamp.time);
        m_writer.varint(live.stamp.counter);
        m_writer.text(m_persons.name(live.person));
        m_writer.u8(live.element ? 1 : 0);
        m_writer.u8(static_cast<std::uint8_t>(live.value.index()));
        std::visit([this](const auto& value) { write(value); }, live.value);
    }
    void write(const std::string& text) { m_writer.text(text); }
    void write(std::int64_t number) { m_writer.zigzag(number); }
    void write(const Symbol& symbol) { m_writer.varint(symbol.number); }
    void write(const Day& day) { m_writer.zigzag(day.number); }
    void write(const Reference& reference) { dot(reference.record); }
    void write(const Opaque& opaque) {
        m_writer.u8(opaque.kind);
        m_writer.blob(opaque.payload);
    }

    const LogTable& m_logs;
    const PersonTable& m_persons;
    Writer m_writer;
};

void addRecords(Work& work, const LogTable& logs, const PersonTable& persons, std::uint32_t log, Hasher& hasher) {
    Statement& rows = work.prepare("SELECT id, cells FROM record WHERE id >= ? AND id < ? ORDER BY id");
    rows.bind(1, firstOfLog(log)).bind(2, firstOfLog(log + 1));
    while (work.step(rows)) {
        const auto state = RecordCodec::decode(rows.blob(1));
        if (!state) return work.damaged();
        GlobalWriter writer(logs, persons);
        writer.record(unpackDot(rows.integer(0)), *state);
        hasher.add(writer.take());
    }
}

/// Retirements that wait, each by itself, in the order of their bytes.
void addWaiting(Work& work, const LogTable& logs, const PersonTable& persons, std::uint32_t space, Hasher& hasher) {
    std::vector<Bytes> all;
    Statement& rows = work.prepare("SELECT by, record, field, retired FROM waiting");
    while (work.step(rows)) {
        const Dot by = unpackDot(rows.integer(0));
        if (logs.spaceOf(by.log) != space) continue;
        GlobalWriter writer(logs, persons);
        writer.dot(by);
        writer.dot(unpackDot(rows.integer(1)));
        writer.number(static_cast<std::uint64_t>(rows.integer(2)));
        writer.dot(unpackDot(rows.integer(3)));
        all.push_back(writer.take());
    }
    std::sort(all.begin(), all.end());
    for (const Bytes& waiting : all)
        hasher.add(waiting);
}

} // namespace

Hash stateHash(Work& work, const LogTable& logs, const PersonTable& persons, std::uint32_t space) {
    Hasher hasher(Purpose::StateHash);
    for (const std::uint32_t log : logs.ofSpace(space))
        addRecords(work, logs, persons, log, hasher);
    hasher.add(bytesOf("waiting"));
    addWaiting(work, logs, persons, space, hasher);
    return hasher.finish();
}

} // namespace puente
