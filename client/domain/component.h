#pragma once

#include "sync/merge/record_state.h"
#include "sync/model/change_set.h"

#include <optional>
#include <span>
#include <vector>

namespace puente {

struct ComponentMember {
    Dot id;
    RecordState state;
};

/// Records that were joined, seen as one; mostly just one record.
///
/// It is called by the smallest of its ids (log before sequence before index, logs compared by what they are and not by
/// their local numbers), the same on every device. A field of it holds the values that its members hold in it.
class Component {
public:
    /// `members` is not empty; `logs`, as Replica::logs() gives them, must outlive it.
    Component(std::vector<ComponentMember> members, const std::vector<LogId>& logs);

    const Dot& id() const { return m_members.front().id; }
    const std::vector<ComponentMember>& members() const { return m_members; } ///< the one it is called by first
    bool isJoined() const { return m_members.size() > 1; }

    /// The union of the members' values and retirements; empty if none has the field.
    FieldState field(std::uint32_t number) const;
    /// The numbers of the fields that any member has, ascending.
    std::vector<std::uint32_t> fieldNumbers() const;

    std::optional<Symbol> type() const;
    bool isCreated() const;
    bool isDeleted() const; ///< created, and deleted in every member
    bool isEditedWhileDeleted() const;

    /// The value to show of a single field; nullptr for none. Valid for as long as `field`.
    const LiveValue* displayedIn(const FieldState& field) const;
    bool isInConflict(std::uint32_t number) const;

private:
    std::vector<ComponentMember> m_members;
    const std::vector<LogId>* m_logs; // not owned; a pointer so that components can be assigned
};

/// True when the record called `a` comes before the one called `b`, on every device alike.
bool comesBefore(const Dot& a, const Dot& b, const std::vector<LogId>& logs);

} // namespace puente
