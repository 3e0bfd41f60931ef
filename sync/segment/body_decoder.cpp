#include "sync/segment/body_rules.h"
#include "sync/segment/column.h"
#include "sync/segment/segment.h"
#include "sync/segment/shape.h"

#include <limits>
#include <set>
#include <unordered_set>

namespace puente {

namespace {

constexpr std::uint64_t kNumberMax = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint64_t kIndexMax = kOperationCountMax - 1;

/// The places that the values of one field and kind go to, in order.
struct ValueRun {
    std::uint32_t field = 0;
    std::uint8_t kind = 0;
    std::vector<Operation*> operations{};

    friend bool operator<(const ValueRun& a, const ValueRun& b) {
        return std::pair(a.field, a.kind) < std::pair(b.field, b.kind);
    }
};

/// Texts whose bytes are still to come.
struct TextRun {
    const ValueRun* values = nullptr;
    std::vector<std::uint64_t> codes{}; ///< 0 for a new text, else one more than its number in this run
    std::vector<std::uint64_t> sizes{}; ///< of the new ones
};

/// The operations of one field that retire something, with the shapes that say how.
struct RetiringRun {
    std::uint32_t field = 0;
    std::vector<std::pair<Operation*, const OperationShape*>> operations{};
};

/// Where the parts of an operation of some shape are to be found.
struct OperationPlan {
    const OperationShape* shape = nullptr;
    std::size_t retiringRun = 0;
    std::size_t valueRun = 0;
};

class BodyDecoder {
public:
    BodyDecoder(ByteView bytes, const LogId& author, std::uint32_t first) : m_reader(bytes), m_first(first) {
        m_body.logs.push_back(author);
    }

    Result<SegmentBody, BodyFault> decode() {
        readLogsAndSeen();
        readHeads();
        readShapes();
        if (!m_reader.ok()) return Failure{m_fault};
        planRuns();
        makeOperations();
        readRecords();
        for (const RetiringRun& run : m_retiringRuns)
            readRetired(run);
        for (const ValueRun& run : m_valueRuns)
            readValues(run);
        for (const TextRun& run : m_textRuns)
            readTexts(run);
        if (!m_reader.finished() || !isInOrderOfFirstUse(m_body)) return Failure{m_fault};
        if (!isWithinSizes(m_body)) return Failure{BodyFault::TooLarge};
        return std::move(m_body);
    }

private:
    using Numbers = std::vector<std::uint64_t>;

    void refuse(BodyFault fault) {
        if (m_reader.ok()) m_fault = fault;
        m_reader.fail();
    }
    /// Counts towards the limit on the whole body, before anything is made.
    void weigh(std::size_t size) {
        m_size += size;
        if (m_size > kBodySizeMax) refuse(BodyFault::TooLarge);
    }
    Numbers column(std::size_t count, std::uint64_t most) { return UnsignedColumn::read(m_reader, count, 0, most); }

    void readLogsAndSeen() {
        const std::size_t others = m_reader.count(kLogCountMax - 1, DeviceId::kSize + 1);
        for (std::size_t i = 0; i < others; ++i) {
            const auto device = m_reader.id<DeviceId>();
            m_body.logs.push_back({device, static_cast<std::uint32_t>(m_reader.varintUpTo(kNumberMax))});
        }
        const std::set<LogId> distinct(m_body.logs.begin(), m_body.logs.end());
        if (distinct.size() != m_body.logs.size())
            refuse(std::count(m_body.logs.begin(), m_body.logs.end(), m_body.logs.front()) > 1 ? BodyFault::WrongAuthor
                                                                                               : BodyFault::Malformed);
        const std::size_t seen = m_reader.count(kSeenCountMax, Hash::kSize);
        const Numbers logs = column(seen, m_body.logs.size() - 1);
        const Numbers sequences = column(seen, kSequenceMax);
        for (std::size_t i = 0; i < seen && m_reader.ok(); ++i)
            m_body.seen.push_back({static_cast<std::uint32_t>(logs[i]), {sequences[i], m_reader.id<Hash>()}});
        const std::size_t heads = m_reader.count(kMembershipHeadCountMax, Hash::kSize);
        for (std::size_t i = 0; i < heads; ++i)
            m_body.membershipHeads.push_back(m_reader.id<Hash>());
    }

    void readHeads() {
        const std::size_t count = m_reader.count(std::numeric_limits<std::uint32_t>::max());
        if (count > kSegmentChangeSetsMax) return refuse(BodyFault::TooLarge);
        if (count == 0 || m_first == 0 || m_first - 1 > kSequenceMax - count) return refuse(BodyFault::Malformed);
        m_body.changeSets.resize(count);
        for (std::size_t i = 0; i < count; ++i)
            m_body.changeSets[i].sequence = m_first + static_cast<std::uint32_t>(i);
        readPersons();
        const Numbers schemas = column(count, kNumberMax);
        const Numbers seenCounts = column(count, m_body.seen.size());
        for (std::size_t i = 0; i < count && m_reader.ok(); ++i) {
            m_body.changeSets[i].schemaVersion = static_cast<std::uint32_t>(schemas[i]);
            m_body.changeSets[i].seenCount = static_cast<std::uint32_t>(seenCounts[i]);
        }
        readStamps();
    }

    void readPersons() {
        const std::size_t count = m_reader.count(m_body.changeSets.size());
        std::vector<std::string_view> persons;
        for (std::size_t i = 0; i < count; ++i)
            persons.push_back(m_reader.text(kPersonSizeMax));
        if (std::set(persons.begin(), persons.end()).size() != count) m_reader.fail();
        const Numbers numbers = firstUses(m_body.changeSets.size(), count);
        for (std::size_t i = 0; i < numbers.size(); ++i)
            m_body.changeSets[i].person = persons[numbers[i]];
    }

    /// A column of places in a table, each entry of which is used and first used in its order.
    Numbers firstUses(std::size_t count, std::size_t tableSize) {
        Numbers numbers = column(count, tableSize - 1);
        std::uint64_t used = 0;
        for (const std::uint64_t number : numbers) {
            if (number > used) m_reader.fail();
            if (number == used) ++used;
        }
        if (used != tableSize) m_reader.fail();
        return m_reader.ok() ? numbers : Numbers{};
    }

    void readStamps() {
        constexpr std::int64_t kCounterMax = std::numeric_limits<std::uint32_t>::max();
        constexpr auto kTimeMax = static_cast<std::int64_t>(kStampTimeMax);
        const std::size_t count = m_body.changeSets.size();
        auto time = static_cast<std::int64_t>(m_reader.varintUpTo(kStampTimeMax));
        const auto steps = SignedColumn::read(m_reader, count - 1, -kTimeMax, kTimeMax);
        const auto counters = SignedColumn::read(m_reader, count, -kCounterMax - 1, kCounterMax);
        std::int64_t expected = 0;
        for (std::size_t i = 0; i < count && m_reader.ok(); ++i) {
            const std::int64_t step = i == 0 ? 0 : steps[i - 1];
            time += step;
            if (step != 0) expected = 0;
            const std::int64_t counter = counters[i] + expected;
            if (time < 0 || time > kTimeMax || counter < 0 || counter > kCounterMax) m_reader.fail();
            m_body.changeSets[i].stamp = {static_cast<std::uint64_t>(time), static_cast<std::uint32_t>(counter)};
            expected = counter + 1;
        }
    }

    void readShapes() {
        const std::size_t count = m_reader.count(m_body.changeSets.size());
        std::size_t named = 0;
        std::set<std::string_view> distinct; // by their bytes: one shape has one encoding
        for (std::size_t i = 0; i < count && m_reader.ok(); ++i) {
            const std::string_view before = textOf(m_reader.rest());
            m_shapes.push_back(readShape(m_reader));
            named += m_shapes.back().size();
            if (named * 4 > kBodySizeMax) refuse(BodyFault::TooLarge);
            distinct.insert(before.substr(0, before.size() - m_reader.remaining()));
        }
        if (distinct.size() != count) m_reader.fail();
        m_shapeNumbers = firstUses(m_body.changeSets.size(), count);
        std::size_t operations = 0;
        for (const std::uint64_t number : m_shapeNumbers)
            operations += m_shapes[number].size();
        if (operations > m_reader.remaining()) m_reader.fail(); // each takes a byte at least
        weigh(operations * 4);
    }

    /// Sorts what the shapes speak of, so that no operation needs a look-up of its own.
    void planRuns() {
        for (const Shape& shape : m_shapes)
            for (const OperationShape& operation : shape) {
                if (!operation.retired.empty()) m_retiringRuns.push_back({operation.field});
                if (operation.hasValue()) m_valueRuns.push_back({operation.field, operation.valueKind});
            }
        const auto byField = [](const RetiringRun& a, const RetiringRun& b) { return a.field < b.field; };
        sortOut(m_retiringRuns, byField);
        sortOut(m_valueRuns, std::less<>());
        for (const Shape& shape : m_shapes) {
            std::vector<OperationPlan>& plans = m_plans.emplace_back();
            for (const OperationShape& operation : shape)
                plans.push_back({&operation, placeOf(m_retiringRuns, RetiringRun{operation.field}, byField),
                                 placeOf(m_valueRuns, ValueRun{operation.field, operation.valueKind}, std::less<>())});
        }
    }
    template <typename Run, typename Less>
    static void sortOut(std::vector<Run>& runs, Less less) {
        std::sort(runs.begin(), runs.end(), less);
        const auto same = [&](const Run& a, const Run& b) { return !less(a, b) && !less(b, a); };
        runs.erase(std::unique(runs.begin(), runs.end(), same), runs.end());
    }
    template <typename Run, typename Less>
    static std::size_t placeOf(const std::vector<Run>& runs, const Run& run, Less less) {
        return static_cast<std::size_t>(std::lower_bound(runs.begin(), runs.end(), run, less) - runs.begin());
    }

    void makeOperations() {
        for (std::size_t i = 0; i < m_body.changeSets.size() && m_reader.ok(); ++i) {
            std::vector<Operation>& operations = m_body.changeSets[i].operations;
            const std::vector<OperationPlan>& plans = m_plans[m_shapeNumbers[i]];
            operations.resize(plans.size());
            for (std::size_t k = 0; k < plans.size(); ++k) {
                const OperationShape& shape = *plans[k].shape;
                operations[k].kind = shape.kind;
                operations[k].field = shape.field;
                if (shape.hasValue()) m_valueRuns[plans[k].valueRun].operations.push_back(&operations[k]);
                if (!shape.retired.empty())
                    m_retiringRuns[plans[k].retiringRun].operations.emplace_back(&operations[k], &shape);
            }
        }
    }

    void readRecords() {
        std::size_t others = 0;
        for (const std::uint64_t number : m_shapeNumbers)
            for (const OperationShape& shape : m_shapes[number])
                others += shape.record == RecordCode::Other ? 1 : 0;
        const std::vector<Dot> dots = readDots(others);
        std::size_t next = 0;
        for (std::size_t i = 0; i < m_body.changeSets.size() && m_reader.ok(); ++i) {
            ChangeSet& changeSet = m_body.changeSets[i];
            const Shape& shape = m_shapes[m_shapeNumbers[i]];
            for (std::uint32_t k = 0; k < shape.size(); ++k) {
                const Dot own{.log = 0, .sequence = changeSet.sequence, .index = k};
                const Dot before = k > 0 ? changeSet.operations[k - 1].record : Dot{};
                Dot& record = changeSet.operations[k].record;
                switch (shape[k].record) {
                case RecordCode::Created: record = own; break;
                case RecordCode::Same: record = before; break;
                case RecordCode::Other: record = dots[next++]; break;
                }
                const bool isLowest = shape[k].record == RecordCode::Created ||
                                      (record != own && (shape[k].record == RecordCode::Same || record != before));
                if (!isLowest) m_reader.fail();
            }
        }
    }

    std::vector<Dot> readDots(std::size_t count) {
        const Numbers logs = column(count, m_body.logs.size() - 1);
        const Numbers sequences = UnsignedColumn::read(m_reader, count, 1, kSequenceMax);
        const Numbers indexes = column(count, kIndexMax);
        if (!m_reader.ok()) return {};
        std::vector<Dot> dots(count);
        for (std::size_t i = 0; i < count; ++i)
            dots[i] = {static_cast<std::uint32_t>(logs[i]), static_cast<std::uint32_t>(sequences[i]),
                       static_cast<std::uint32_t>(indexes[i])};
        return dots;
    }

    void readRetired(const RetiringRun& run) {
        std::size_t near = 0, far = 0;
        for (const auto& [operation, shape] : run.operations)
            for (const std::uint8_t code : shape->retired)
                ++(code == 0 ? near : far);
        if (near + far > m_reader.remaining()) m_reader.fail(); // each takes a byte at least
        weigh((near + far) * 6);
        const Numbers nearIndexes = column(near, kIndexMax);
        const std::vector<Dot> farDots = readDots(far);
        if (!m_reader.ok()) return;
        std::size_t nextNear = 0, nextFar = 0;
        for (const auto& [operation, shape] : run.operations) {
            operation->retired.reserve(shape->retired.size());
            for (const std::uint8_t code : shape->retired) {
                Dot dot = operation->record;
                if (code == 0)
                    dot.index = static_cast<std::uint32_t>(nearIndexes[nextNear++]);
                else
                    dot = farDots[nextFar++];
                const bool isNear = dot.log == operation->record.log && dot.sequence == operation->record.sequence;
                if (isNear != (code == 0)) m_reader.fail();
                operation->retired.push_back(dot);
            }
        }
    }

    void readValues(const ValueRun& run) {
        if (!m_reader.ok()) return;
        switch (run.kind) {
        case 0: return readTextColumns(run);
        case 1:
            return readSigned(run, std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max(),
                              [](std::int64_t number) { return Value(number); });
        case 2: return readSymbols(run);
        case 3:
            return readSigned(run, std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max(),
                              [](std::int64_t number) { return Value(Day{static_cast<std::int32_t>(number)}); });
        case 4: return readReferences(run);
        default: return readOpaques(run);
        }
    }

    template <typename Make>
    void readSigned(const ValueRun& run, std::int64_t lowest, std::int64_t highest, Make make) {
        const auto numbers = SignedColumn::read(m_reader, run.operations.size(), lowest, highest);
        for (std::size_t i = 0; i < numbers.size(); ++i)
            run.operations[i]->value = make(numbers[i]);
    }
    void readSymbols(const ValueRun& run) {
        const Numbers numbers = column(run.operations.size(), kNumberMax);
        for (std::size_t i = 0; i < numbers.size(); ++i)
            run.operations[i]->value = Symbol{static_cast<std::uint32_t>(numbers[i])};
    }
    void readReferences(const ValueRun& run) {
        const std::vector<Dot> dots = readDots(run.operations.size());
        for (std::size_t i = 0; i < dots.size(); ++i)
            run.operations[i]->value = Reference{dots[i]};
    }

    void readTextColumns(const ValueRun& run) {
        TextRun texts{&run, column(run.operations.size(), run.operations.size()), {}};
        texts.sizes =
            column(static_cast<std::size_t>(std::count(texts.codes.begin(), texts.codes.end(), 0U)), kChangeSetSizeMax);
        if (m_reader.ok()) m_textRuns.push_back(std::move(texts));
    }
    void readTexts(const TextRun& run) {
        std::unordered_set<std::string_view> distinct(run.sizes.size());
        std::vector<std::string_view> texts;
        texts.reserve(run.sizes.size());
        for (std::size_t i = 0; i < run.codes.size() && m_reader.ok(); ++i) {
            const std::uint64_t code = run.codes[i];
            if (code > texts.size()) m_reader.fail();
            if (code == 0) {
                texts.push_back(textOf(m_reader.raw(run.sizes[texts.size()])));
                if (!isUtf8(texts.back()) || !distinct.insert(texts.back()).second) m_reader.fail();
            }
            if (!m_reader.ok()) return;
            const std::string_view text = code == 0 ? texts.back() : texts[code - 1];
            weigh(text.size());
            if (m_reader.ok()) run.values->operations[i]->value.emplace(std::in_place_type<std::string>, text);
        }
    }
    void readOpaques(const ValueRun& run) {
        const Numbers sizes = column(run.operations.size(), kChangeSetSizeMax);
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            const ByteView payload = m_reader.raw(sizes[i]);
            run.operations[i]->value = Opaque{run.kind, Bytes(payload.begin(), payload.end())};
        }
    }

    Reader m_reader;
    std::uint32_t m_first = 0;
    BodyFault m_fault = BodyFault::Malformed;
    std::size_t m_size = 0;
    SegmentBody m_body;
    std::vector<Shape> m_shapes;
    Numbers m_shapeNumbers;
    std::vector<std::vector<OperationPlan>> m_plans; // by shape
    std::vector<RetiringRun> m_retiringRuns;         // ascending by field
    std::vector<ValueRun> m_valueRuns;               // ascending by field and kind
    std::vector<TextRun> m_textRuns;                 // in the same order
};

} // namespace

Result<SegmentBody, BodyFault> decodeBody(ByteView bytes, const LogId& author, std::uint32_t first) {
    return BodyDecoder(bytes, author, first).decode();
}

} // namespace puente
