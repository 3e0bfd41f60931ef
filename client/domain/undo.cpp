#include "client/domain/undo.h"

#include <algorithm>
#include <map>
#include <set>

namespace puente {

namespace {

using History = std::vector<Replica::HistoryItem>;

class Planner {
public:
    Planner(const Catalogue& catalogue, std::uint32_t ownLog, const ChangeSet& done)
        : m_catalogue(catalogue), m_ownLog(ownLog), m_done(done) {}

    Result<UndoPlan, ReplicaFault> plan() {
        findCreated();
        for (std::size_t i = m_done.operations.size(); i-- > 0;)
            if (const auto fault =
                    undo(m_done.operations[i], {m_ownLog, m_done.sequence, static_cast<std::uint32_t>(i)}))
                return Failure{*fault};
        return std::move(m_plan);
    }

private:
    bool isOfThis(const Dot& dot) const { return dot.log == m_ownLog && dot.sequence == m_done.sequence; }

    void findCreated() {
        for (const Operation& operation : m_done.operations)
            if (operation.field == kTypeField && isOfThis(operation.record)) m_created.insert(operation.record);
    }

    /// True when a record that the change set created has become more than that.
    bool isBuiltOn(const Dot& record, const RecordState& state) const {
        for (const FieldState& field : state.fields())
            for (const LiveValue& live : field.values)
                if (!isOfThis(live.dot)) return true;
        const std::vector<Dot> referring = m_catalogue.referringTo(record);
        return std::any_of(referring.begin(), referring.end(),
                           [&](const Dot& other) { return !m_created.contains(other); });
    }

    std::optional<ReplicaFault> undo(const Operation& operation, const Dot& dot) {
        const auto state = m_catalogue.replica().record(operation.record);
        if (!state) return state.fault();
        if (!state->has_value()) return std::nullopt; // hidden by now: there is nothing of it to be seen
        if (m_created.contains(operation.record) && isBuiltOn(operation.record, **state)) {
            leave(operation.record, kTypeField, LeftAsItIs::Why::OthersBuildOn);
            return std::nullopt;
        }
        const FieldState* field = (*state)->find(operation.field);
        const bool stands = field && std::any_of(field->values.begin(), field->values.end(),
                                                 [&](const LiveValue& live) { return live.dot == dot; });
        if (operation.value && !stands) {
            leave(operation.record, operation.field, LeftAsItIs::Why::WrittenSince);
            return std::nullopt;
        }
        auto taken = takenAway(operation);
        if (!taken) return taken.fault();
        if (operation.kind == Operation::Kind::Retire)
            bringBack(operation, field, *taken);
        else
            replace(operation, dot, *taken);
        return std::nullopt;
    }

    /// What the operation retired, as it was written.
    Result<History, ReplicaFault> takenAway(const Operation& operation) {
        if (operation.retired.empty()) return History();
        auto found = m_histories.find(operation.record);
        if (found == m_histories.end()) {
            auto history = m_catalogue.replica().history(operation.record);
            if (!history) return Failure{history.fault()};
            found = m_histories.emplace(operation.record, std::move(*history)).first;
        }
        History taken;
        for (const Replica::HistoryItem& item : found->second)
            if (std::find(operation.retired.begin(), operation.retired.end(), item.dot) != operation.retired.end() &&
                item.operation.value)
                taken.push_back(item);
        return taken;
    }

    /// A value stands that the change set wrote: it goes, and those it had replaced stand again.
    void replace(const Operation& operation, const Dot& dot, const History& taken) {
        std::vector<Dot> retired{dot};
        for (const Replica::HistoryItem& item : taken)
            put({item.operation.kind, operation.record, operation.field, item.operation.value,
                 std::exchange(retired, {})});
        if (!retired.empty())
            put({Operation::Kind::Retire, operation.record, operation.field, std::nullopt, std::move(retired)});
    }

    /// Values that the change set only took away stand again, unless a single field was given another one since.
    void bringBack(const Operation& operation, const FieldState* field, const History& taken) {
        const auto isThere = [&](const Value& value) {
            return field && std::any_of(field->values.begin(), field->values.end(),
                                        [&](const LiveValue& live) { return live.value == value; });
        };
        for (const Replica::HistoryItem& item : taken) {
            if (isThere(*item.operation.value)) continue;
            if (item.operation.kind == Operation::Kind::Write && field && !field->values.empty())
                leave(operation.record, operation.field, LeftAsItIs::Why::WrittenSince);
            else
                put({item.operation.kind, operation.record, operation.field, item.operation.value, {}});
        }
    }

    void put(Operation operation) {
        if (std::find(m_plan.records.begin(), m_plan.records.end(), operation.record) == m_plan.records.end())
            m_plan.records.push_back(operation.record);
        m_plan.operations.push_back(std::move(operation));
    }

    void leave(const Dot& record, std::uint32_t field, LeftAsItIs::Why why) {
        const bool isSaid = std::any_of(m_plan.left.begin(), m_plan.left.end(), [&](const LeftAsItIs& left) {
            return left.record == record && left.field == field;
        });
        if (!isSaid) m_plan.left.push_back({record, field, why});
    }

    const Catalogue& m_catalogue;
    std::uint32_t m_ownLog;
    const ChangeSet& m_done;
    std::set<Dot> m_created;
    std::map<Dot, History> m_histories;
    UndoPlan m_plan;
};

} // namespace

Result<UndoPlan, ReplicaFault> planUndo(const Catalogue& catalogue, std::uint32_t ownLog, const ChangeSet& done) {
    return Planner(catalogue, ownLog, done).plan();
}

} // namespace puente
