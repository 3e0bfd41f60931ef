#pragma once

#include "client/core/assignment.h"
#include "client/core/known_record.h"
#include "client/core/records.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace puente {

/// Several records entered and changed at once: one change set, applied whole or not at all. The records must outlive
/// it; nothing is written before commit().
class Act {
public:
    /// What is known already as a value, such as a record that this act enters itself; nothing empties a field.
    using Values = std::vector<std::pair<std::string, std::optional<Value>>>;

    explicit Act(Records& records);

    /// Enters a record from texts that people typed, and values; in a field that is a set each value is one element.
    /// Its id is good for references within this act until commit(), and entered() gives the lasting one.
    Outcome<Dot> add(std::string_view type, const std::vector<Assignment>& texts, const Values& values = {});
    /// Changes a record that was there before, at most once each.
    Outcome<Done> set(const Dot& record, const std::vector<Assignment>& texts, const Values& values = {});

    /// The same from values alone, with which nothing can be wrong.
    Dot create(const RecordType& type, const Values& values);
    Outcome<Done> change(const Dot& record, const Values& values) { return set(record, {}, values); }

    bool isEmpty() const { return m_operations.empty(); }
    std::size_t size() const { return m_operations.size(); } ///< how many operations it has gathered
    /// False if there was nothing to do.
    Outcome<bool> commit();
    /// After commit(): the id of a record that add() entered; any other stays what it is.
    Dot entered(Dot record) const;
    /// What was kept otherwise than one may think.
    const std::vector<std::string>& remarks() const { return m_remarks; }

private:
    Outcome<Done> fill(Edit& edit, const RecordType& type, const std::vector<Assignment>& texts, const Values& values);

    Records& m_records;
    std::uint32_t m_ownLog;
    std::vector<Operation> m_operations;
    std::vector<std::string> m_remarks;
    std::uint32_t m_sequence = 0;
};

/// "field=value".
inline Assignment given(std::string field, std::string value) {
    return {std::move(field), Assignment::Kind::Set, std::move(value)};
}

} // namespace puente
