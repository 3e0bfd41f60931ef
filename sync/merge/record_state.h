#pragma once

#include "common/time/stamp.h"
#include "sync/model/change_set.h"

#include <optional>
#include <vector>

namespace puente {

/// A value that nobody retired, with what is shown beside it when somebody must choose.
struct LiveValue {
    Dot dot;
    Stamp stamp;
    std::uint32_t person = 0; ///< a number in the replica's table of persons
    bool element = false;     ///< added to a set, rather than written to a single field
    Value value;

    friend bool operator==(const LiveValue&, const LiveValue&) = default;
};

/// One field of one record: the values whose dots nobody retired, and the dots that somebody did.
///
/// Both are sets, kept in ascending order of dots, so that equal states are equal bytes.
struct FieldState {
    std::uint32_t field = 0;
    std::vector<LiveValue> values;
    std::vector<Dot> retired;

    friend bool operator==(const FieldState&, const FieldState&) = default;
};

/// All that is known of one record. The one merge rule lives here and nowhere else:
///
///   a write adds its value unless its dot is retired already; a retirement removes the value if it is there and is
///   remembered if not.
///
/// Both are insertions into sets, so changes may come late, twice and in any order:
///   write(d) then retire(d)  ==  retire(d) then write(d);   each twice == each once.
class RecordState {
public:
    /// Adds a value under its own dot; false if that changed nothing.
    bool write(std::uint32_t field, LiveValue value);
    /// Retires a dot; false if that changed nothing.
    bool retire(std::uint32_t field, const Dot& dot);
    /// A value was written to this field under this dot, or the dot was retired here.
    bool knows(std::uint32_t field, const Dot& dot) const;

    const std::vector<FieldState>& fields() const { return m_fields; } ///< ascending by number
    const FieldState* find(std::uint32_t field) const;

    /// The record's type: the displayed value of kTypeField. Nothing while the record's creation has not arrived, or
    /// when it was deleted.
    std::optional<Symbol> type() const;
    bool isCreated() const; ///< its creation has arrived, deleted or not
    bool isDeleted() const; ///< created, and its type retired
    /// Deleted by somebody while somebody else wrote a field: it is shown as such and may be restored.
    bool isEditedWhileDeleted() const;

    friend bool operator==(const RecordState&, const RecordState&) = default;

private:
    friend class RecordCodec;
    FieldState& fieldState(std::uint32_t field);

    std::vector<FieldState> m_fields;
};

/// True when more than one value stands in a single field and they differ: a person must choose. Equal concurrent
/// values are no conflict; elements of a set never are.
bool isInConflict(const FieldState& field);

/// The value to show meanwhile: the greatest (stamp, device, incarnation, sequence, index). `logs` ranks the replica's
/// log numbers by their LogId, since numbers are local. Nullptr when none is left.
const LiveValue* displayed(const FieldState& field, const std::vector<LogId>& logs);

} // namespace puente
