#include "tests/sim/edits.h"

namespace puente::test {

namespace {

std::vector<Dot> liveDots(const RecordState& record, std::uint32_t field) {
    std::vector<Dot> dots;
    if (const FieldState* state = record.find(field))
        for (const LiveValue& value : state->values)
            dots.push_back(value.dot);
    return dots;
}

/// Few different ones, so that equal concurrent values occur too.
Value anyValue(Prng& prng, const std::vector<Dot>& records) {
    switch (prng.below(6)) {
    case 0: return std::string(prng.below(40), static_cast<char>('a' + prng.below(26)));
    case 1: return static_cast<std::int64_t>(prng.next());
    case 2: return Symbol{static_cast<std::uint32_t>(prng.below(4))};
    case 3: return Day{static_cast<std::int32_t>(prng.below(4)) - 2};
    case 4:
        if (!records.empty()) return Reference{records[prng.below(records.size())]};
        [[fallthrough]];
    default: return std::string("igual");
    }
}

Value anyOpaque(Prng& prng) {
    return Opaque{static_cast<std::uint8_t>(kOpaqueKindMin + prng.below(3)), Bytes(1 + prng.below(9), 0x5a)};
}

/// The edits of one person on the records that he sees.
class Typist {
public:
    Typist(Prng& prng, std::uint32_t ownLog, std::vector<Dot> records, const Replica& replica)
        : m_prng(prng), m_ownLog(ownLog), m_records(std::move(records)), m_replica(replica) {}

    std::vector<Operation> create() {
        const Dot record{m_ownLog, 0, 0};
        std::vector<Operation> operations;
        operations.push_back({Operation::Kind::Write, record, kTypeField, Symbol{kRecordType}});
        for (const std::uint32_t field : kSingleFields)
            if (m_prng.chance(60))
                operations.push_back({Operation::Kind::Write, record, field, anyValue(m_prng, m_records)});
        if (m_prng.chance(30)) operations.push_back({Operation::Kind::Add, record, kSetField, anyValue(m_prng, {})});
        return operations;
    }

    std::vector<Operation> edit() {
        if (m_records.empty()) return create();
        std::vector<Operation> operations;
        const std::size_t edits = 1 + m_prng.below(3);
        for (std::size_t i = 0; i < edits; ++i)
            editOne(operations);
        return operations;
    }

private:
    void editOne(std::vector<Operation>& operations) {
        const Dot record = m_records[m_prng.below(std::min<std::size_t>(m_records.size(), 5))];
        const auto found = m_replica.record(record);
        if (!found || !*found) return;
        const RecordState& state = **found;
        const std::uint32_t field = kSingleFields[m_prng.below(std::size(kSingleFields))];
        const std::size_t dice = m_prng.below(100);
        if (dice < 50)
            operations.push_back(
                {Operation::Kind::Write, record, field, anyValue(m_prng, m_records), liveDots(state, field)});
        else if (dice < 57) // without a look at what is there
            operations.push_back({Operation::Kind::Write, record, field, anyValue(m_prng, m_records)});
        else if (dice < 70)
            operations.push_back({Operation::Kind::Add, record, kSetField, anyValue(m_prng, m_records)});
        else if (dice < 78)
            removeElement(operations, record, state);
        else if (dice < 84)
            deleteRecord(operations, record, state);
        else if (dice < 88)
            operations.push_back(
                {Operation::Kind::Write, record, kTypeField, Symbol{kRecordType}, liveDots(state, kTypeField)});
        else if (dice < 94)
            operations.push_back(
                {Operation::Kind::Write, record, kUnknownField, anyOpaque(m_prng), liveDots(state, kUnknownField)});
        else
            operations.push_back(
                {Operation::Kind::Add, record, kJoinedField, Reference{m_records[m_prng.below(m_records.size())]}});
    }

    void removeElement(std::vector<Operation>& operations, const Dot& record, const RecordState& state) {
        const std::vector<Dot> elements = liveDots(state, kSetField);
        if (elements.empty()) return;
        operations.push_back(
            {Operation::Kind::Retire, record, kSetField, std::nullopt, {elements[m_prng.below(elements.size())]}});
    }

    static void deleteRecord(std::vector<Operation>& operations, const Dot& record, const RecordState& state) {
        for (const FieldState& field : state.fields())
            if (const std::vector<Dot> dots = liveDots(state, field.field); !dots.empty())
                operations.push_back({Operation::Kind::Retire, record, field.field, std::nullopt, dots});
    }

    Prng& m_prng;
    std::uint32_t m_ownLog;
    std::vector<Dot> m_records;
    const Replica& m_replica;
};

} // namespace

std::vector<Operation> anyEdit(SimDevice& device, const SpaceId& space, const std::vector<GlobalDot>& known,
                               Prng& prng) {
    std::vector<Dot> records;
    for (const GlobalDot& record : known) {
        const auto local = device.localDot(space, record);
        if (!local) continue;
        const auto state = device.replica().record(*local);
        if (state && *state) records.push_back(*local);
    }
    const auto own = device.numberOf(space, device.replica().findSpace(space)->ownLog);
    Typist typist(prng, own.value_or(0), std::move(records), device.replica());
    return prng.chance(known.size() < 4 ? 50 : 8) ? typist.create() : typist.edit();
}

} // namespace puente::test
