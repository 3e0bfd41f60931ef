#include "sync/segment/body_rules.h"
#include "sync/segment/column.h"
#include "sync/segment/segment.h"
#include "sync/segment/shape.h"

#include <map>
#include <string_view>

namespace puente {

namespace {

struct DotColumns {
    std::vector<std::uint64_t> logs, sequences, indexes;

    void add(const Dot& dot) {
        expects(dot.sequence > 0 && dot.index < kOperationCountMax);
        logs.push_back(dot.log);
        sequences.push_back(dot.sequence);
        indexes.push_back(dot.index);
    }
    void write(Writer& writer) const {
        UnsignedColumn::write(writer, logs);
        UnsignedColumn::write(writer, sequences);
        UnsignedColumn::write(writer, indexes);
    }
};

struct RetiredColumns {
    std::vector<std::uint64_t> nearIndexes; // within the change set of the record's creation
    DotColumns far;
};

/// Numbers things in order of first use.
template <typename Key>
class FirstUse {
public:
    std::uint64_t numberOf(const Key& key) {
        const auto [place, isNew] = m_numbers.try_emplace(key, m_order.size());
        if (isNew) m_order.push_back(key);
        return place->second;
    }
    const std::vector<Key>& order() const { return m_order; }
    std::size_t size() const { return m_order.size(); }

private:
    std::map<Key, std::uint64_t> m_numbers;
    std::vector<Key> m_order;
};

using ValueRun = std::vector<const Value*>;

/// The texts' own bytes go to `tail`: the body ends with all of them.
void writeTexts(Writer& writer, Writer& tail, const ValueRun& values) {
    FirstUse<std::string_view> texts;
    std::vector<std::uint64_t> codes; // 0 for a new text, else one more than its number
    std::vector<std::uint64_t> sizes;
    for (const Value* value : values) {
        const std::string& text = std::get<std::string>(*value);
        const std::size_t known = texts.size();
        const std::uint64_t number = texts.numberOf(text);
        codes.push_back(number == known ? 0 : number + 1);
        if (number == known) sizes.push_back(text.size());
    }
    UnsignedColumn::write(writer, codes);
    UnsignedColumn::write(writer, sizes);
    for (const std::string_view text : texts.order()) {
        expects(isUtf8(text));
        tail.raw(bytesOf(text));
    }
}

void writeOpaques(Writer& writer, const ValueRun& values) {
    std::vector<std::uint64_t> sizes;
    for (const Value* value : values)
        sizes.push_back(std::get<Opaque>(*value).payload.size());
    UnsignedColumn::write(writer, sizes);
    for (const Value* value : values)
        writer.raw(std::get<Opaque>(*value).payload);
}

void writeReferences(Writer& writer, const ValueRun& values) {
    DotColumns dots;
    for (const Value* value : values)
        dots.add(std::get<Reference>(*value).record);
    dots.write(writer);
}

template <typename Number, typename NumberOf>
void writeNumbers(Writer& writer, const ValueRun& values, NumberOf numberOf) {
    std::vector<Number> numbers;
    for (const Value* value : values)
        numbers.push_back(numberOf(*value));
    Column<Number>::write(writer, numbers);
}

void writeValues(Writer& writer, Writer& tail, const ValueRun& values) {
    switch (values.front()->index()) {
    case 0: return writeTexts(writer, tail, values);
    case 1: return writeNumbers<std::int64_t>(writer, values, [](const Value& v) { return std::get<std::int64_t>(v); });
    case 2:
        return writeNumbers<std::uint64_t>(writer, values, [](const Value& v) { return std::get<Symbol>(v).number; });
    case 3: return writeNumbers<std::int64_t>(writer, values, [](const Value& v) { return std::get<Day>(v).number; });
    case 4: return writeReferences(writer, values);
    default: return writeOpaques(writer, values);
    }
}

void writeLogsAndSeen(Writer& writer, const SegmentBody& body) {
    writer.varint(body.logs.size() - 1);
    for (std::size_t i = 1; i < body.logs.size(); ++i) {
        writer.id(body.logs[i].device);
        writer.varint(body.logs[i].incarnation);
    }
    std::vector<std::uint64_t> logs, sequences;
    for (const SeenEntry& entry : body.seen) {
        logs.push_back(entry.log);
        sequences.push_back(entry.height.sequence);
    }
    writer.varint(body.seen.size());
    UnsignedColumn::write(writer, logs);
    UnsignedColumn::write(writer, sequences);
    for (const SeenEntry& entry : body.seen)
        writer.id(entry.height.head);
    writer.varint(body.membershipHeads.size());
    for (const Hash& head : body.membershipHeads)
        writer.id(head);
}

void writePersons(Writer& writer, const std::vector<ChangeSet>& changeSets) {
    FirstUse<std::string_view> persons;
    std::vector<std::uint64_t> numbers;
    for (const ChangeSet& changeSet : changeSets)
        numbers.push_back(persons.numberOf(changeSet.person));
    writer.varint(persons.size());
    for (const std::string_view person : persons.order()) {
        expects(person.size() <= kPersonSizeMax && isUtf8(person));
        writer.text(person);
    }
    UnsignedColumn::write(writer, numbers);
}

void writeStamps(Writer& writer, const std::vector<ChangeSet>& changeSets) {
    std::vector<std::int64_t> steps, counters;
    Stamp before = changeSets.front().stamp;
    for (const ChangeSet& changeSet : changeSets) {
        const Stamp& stamp = changeSet.stamp;
        const bool first = &changeSet == &changeSets.front();
        const std::int64_t step = static_cast<std::int64_t>(stamp.time) - static_cast<std::int64_t>(before.time);
        const std::int64_t expected = first || step != 0 ? 0 : std::int64_t{before.counter} + 1;
        if (!first) steps.push_back(step);
        counters.push_back(std::int64_t{stamp.counter} - expected);
        before = stamp;
    }
    writer.varint(changeSets.front().stamp.time);
    SignedColumn::write(writer, steps);
    SignedColumn::write(writer, counters);
}

void writeHeads(Writer& writer, const std::vector<ChangeSet>& changeSets) {
    std::vector<std::uint64_t> schemas, seenCounts;
    for (const ChangeSet& changeSet : changeSets) {
        schemas.push_back(changeSet.schemaVersion);
        seenCounts.push_back(changeSet.seenCount);
    }
    writePersons(writer, changeSets);
    UnsignedColumn::write(writer, schemas);
    UnsignedColumn::write(writer, seenCounts);
    writeStamps(writer, changeSets);
}

void writeShapes(Writer& writer, const std::vector<ChangeSet>& changeSets) {
    FirstUse<Bytes> shapes;
    std::vector<std::uint64_t> numbers;
    for (const ChangeSet& changeSet : changeSets) {
        Writer shape;
        writeShape(shape, shapeOf(changeSet));
        numbers.push_back(shapes.numberOf(shape.take()));
    }
    writer.varint(shapes.size());
    for (const Bytes& shape : shapes.order())
        writer.raw(shape);
    UnsignedColumn::write(writer, numbers);
}

/// What the operations hold beyond their shapes.
struct Contents {
    DotColumns records;
    std::map<std::uint32_t, RetiredColumns> retired;                   // by field
    std::map<std::pair<std::uint32_t, std::uint8_t>, ValueRun> values; // by field and kind

    void add(const Operation& operation, const OperationShape& shape) {
        if (shape.record == RecordCode::Other) records.add(operation.record);
        for (std::size_t i = 0; i < shape.retired.size(); ++i) {
            const Dot& dot = operation.retired[i];
            if (shape.retired[i] == 0)
                retired[shape.field].nearIndexes.push_back(dot.index);
            else
                retired[shape.field].far.add(dot);
        }
        if (operation.value) values[{shape.field, shape.valueKind}].push_back(&*operation.value);
    }

    void write(Writer& writer) const {
        records.write(writer);
        for (const auto& [field, columns] : retired) {
            UnsignedColumn::write(writer, columns.nearIndexes);
            columns.far.write(writer);
        }
        Writer tail;
        for (const auto& [key, run] : values)
            writeValues(writer, tail, run);
        writer.raw(tail.view());
    }
};

} // namespace

Bytes encodeBody(const SegmentBody& body) {
    expects(!body.changeSets.empty() && body.changeSets.size() <= kSegmentChangeSetsMax);
    expects(isInOrderOfFirstUse(body) && isWithinSizes(body));
    Writer writer;
    writeLogsAndSeen(writer, body);
    writer.varint(body.changeSets.size());
    writeHeads(writer, body.changeSets);
    writeShapes(writer, body.changeSets);
    Contents contents;
    for (const ChangeSet& changeSet : body.changeSets) {
        const Shape shape = shapeOf(changeSet);
        for (std::size_t i = 0; i < shape.size(); ++i) {
            expects(shape[i].hasValue() == changeSet.operations[i].value.has_value());
            expects(shape[i].record != RecordCode::Created || shape[i].creates());
            contents.add(changeSet.operations[i], shape[i]);
        }
    }
    contents.write(writer);
    return writer.take();
}

} // namespace puente
