#pragma once

#include "client/domain/component.h"
#include "client/domain/schema.h"
#include "sync/model/change_set.h"
#include "sync/replica/replica.h"

#include <span>
#include <vector>

namespace puente {

/// What somebody changes in one record in one go, as the operations of a change set.
///
/// Setting a field writes one value and retires all that were there to be seen, in whichever joined record they stood:
/// that settles a conflict. What changes nothing yields no operation.
class Edit {
public:
    /// A new record. `ownLog` is the number of this device's log in the space (see ownLogNumber()); `first` is how many
    /// operations come before these in their change set.
    static Edit create(const RecordType& type, std::uint32_t ownLog, std::uint32_t first = 0);
    /// A change to what is there. `record` must outlive the edit.
    static Edit of(const Component& record);

    /// The id of the record; for a new one with sequence 0, as Replica::commit() wants it.
    const Dot& record() const { return m_record; }

    Edit& set(std::uint32_t field, Value value);
    /// Leaves nothing in the field, set or single.
    Edit& clear(std::uint32_t field);
    Edit& add(std::uint32_t field, Value element);
    Edit& remove(std::uint32_t field, const Value& element);
    /// Adds and removes what it takes for a set to hold exactly these.
    Edit& setElements(std::uint32_t field, const std::vector<Value>& elements);

    /// Deletes the record: retires all that is there to be seen of it, its type included. What others write meanwhile
    /// survives and is shown as "edited while deleted". Joined records stay joined.
    Edit& remove();
    /// Brings back a deleted record with the values it had when it was deleted, unless others were written since.
    /// `history` is that of each member (see Replica::history()).
    Edit& restore(std::span<const Replica::HistoryItem> history);

    /// What a single field will hold when this is done; nothing for an empty one.
    std::optional<Value> resulting(std::uint32_t field) const;

    bool isEmpty() const { return m_operations.empty(); }
    const std::vector<Operation>& operations() const { return m_operations; }

private:
    Edit(const Component* component, Dot record) : m_component(component), m_record(record) {}

    /// Retires in every member what `takes` says yes to, except in the record the edit writes to: those dots it
    /// returns.
    template <typename Takes>
    std::vector<Dot> retireElsewhere(std::uint32_t field, Takes takes);
    template <typename Takes>
    void retire(std::uint32_t field, Takes takes);
    FieldState seen(std::uint32_t field) const;

    const Component* m_component = nullptr; // none for a new record
    Dot m_record;
    std::vector<Operation> m_operations;
};

/// Says that two records are the same one. Both ids stay good; nothing if they were joined already.
std::vector<Operation> joinOperations(const Component& a, const Component& b);

/// The number of this device's log in a space among Replica::logs().
std::uint32_t ownLogNumber(const Replica& replica, const SpaceId& space);

} // namespace puente
