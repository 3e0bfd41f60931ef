#pragma once

#include "client/core/assignment.h"
#include "client/core/workspace.h"
#include "client/domain/catalogue.h"
#include "client/domain/filter.h"
#include "client/domain/follow_up/deadline.h"
#include "client/domain/record_view.h"
#include "client/domain/undo.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace puente {

/// The records of one space, for people: found by what they are called, shown as views, changed by assignments.
/// The workspace must outlive it.
class Records {
public:
    /// Indexes what arrived since the last time.
    static Outcome<std::unique_ptr<Records>> in(Workspace& workspace, const SpaceId& space);

    const SpaceId& space() const { return m_space; }
    Workspace& workspace() const { return m_workspace; }
    const Catalogue& catalogue() const { return *m_catalogue; }
    Catalogue& catalogue() { return *m_catalogue; }
    const RecordNames& names() const { return m_names; }

    // --- finding and reading ----------------------------------------------------------------------------------------

    /// The record of that id, beginning of an id, or natural key. Deleted ones are found by id.
    Outcome<Dot> find(std::string_view text) const;
    Outcome<const RecordType*> type(std::string_view name) const;

    Outcome<RecordView> view(const Dot& record) const;
    /// True when the space's profile says that it is restricted.
    Outcome<bool> isRestricted() const;
    /// Refuses any other space: for whatever concerns cases.
    Outcome<Done> mustBeRestricted() const;

    /// The day it is, in UTC: what due dates are held against.
    Day today() const;
    /// When the records are due, as of what is on record now; good until the next write.
    const Deadlines& deadlines() const;

    /// What a list is narrowed by: "field=value" conditions, and whether only what is overdue today counts.
    Outcome<RecordFilter> filter(const RecordType& type, const std::vector<std::string>& conditions,
                                 bool overdue) const;
    /// Calls with every record of a type that the filter lets through. Stops when told false.
    Outcome<Done> forEach(const RecordType& type, const RecordFilter& filter,
                          const std::function<bool(const RecordView&)>& visit) const;
    /// Those with a field in conflict, of whatever type.
    Outcome<std::vector<RecordView>> inConflict() const;
    Outcome<std::vector<RecordView>> search(std::string_view text, std::size_t most) const;
    Author authorOf(const LiveValue& value) const { return m_views.authorOf(m_space, value); }

    struct HistoryLine {
        Author author;
        std::string field;
        std::string label;
        Operation::Kind kind = Operation::Kind::Write;
        std::string value;    ///< what was written, added, or taken away
        bool settles = false; ///< it retired more than one value: a conflict was resolved
    };
    /// Oldest first; of all records that were joined.
    Outcome<std::vector<HistoryLine>> history(const Dot& record) const;

    // --- writing ----------------------------------------------------------------------------------------------------

    struct Written {
        Dot record;
        bool changed = false;
        std::vector<std::string> remarks = {}; ///< what was kept otherwise than one may think
    };
    Outcome<Written> add(const RecordType& type, const std::vector<Assignment>& assignments);
    /// The edit that makes such a record, checked like one of add() but for what is sealed: for an act of several
    /// records, which commit() writes.
    Outcome<Edit> draft(const RecordType& type, const std::vector<Assignment>& assignments,
                        std::vector<std::string>& remarks) const;
    Outcome<Written> set(const Dot& record, const std::vector<Assignment>& assignments);
    Outcome<Written> remove(const Dot& record);
    Outcome<Written> restore(const Dot& record);
    /// Settles a field on one of its values, counted from 1 as its view shows them.
    Outcome<Written> choose(const Dot& record, std::string_view field, std::size_t number);

    /// One line of `set --from`.
    struct Line {
        std::size_t number = 0;
        std::string record;
        Assignment assignment;
    };
    struct LineFault {
        std::size_t number = 0;
        Notice notice;
    };
    struct LinesReport {
        std::size_t changed = 0, unchanged = 0;
        std::vector<LineFault> faults;
        std::vector<std::string> remarks;
    };
    /// Each line its own change set, all in one durable transaction; what cannot be done is reported and left out.
    Outcome<LinesReport> setLines(const std::vector<Line>& lines);

    /// What taking back this device's last act meant.
    struct Undone {
        std::vector<Dot> records; ///< touched by it, each once
        std::vector<LeftAsItIs> left;
    };
    /// Undoes the last change set that this device wrote in the space; nothing is written if `onlyLook`.
    Outcome<Undone> undoLast(bool onlyLook);

    std::vector<Duplicates> duplicates() const { return m_catalogue->duplicates(m_space); }
    /// Says that the records of each group are the same one, each group in one change set.
    Outcome<Done> join(const std::vector<std::vector<Dot>>& groups);

    /// Refuses what breaks a rule of the schema.
    Outcome<Done> keepRules(const Edit& edit, const RecordType& type) const;
    /// Makes one change set durable and indexes it; its sequence.
    Outcome<std::uint32_t> commit(std::vector<Operation> operations);

private:
    Records(Workspace& workspace, const SpaceId& space, std::unique_ptr<Catalogue> catalogue);

    RecordView viewOf(const Component& component, const RecordType* type) const;
    std::string shownInHistory(std::uint32_t number, const Field* field, const Value& value) const;
    Outcome<Done> belongsHere(const RecordType& type) const;
    Outcome<std::vector<Operation>> sealed(const Edit& edit, const RecordType& type) const;
    Outcome<Component> component(const Dot& record) const;
    const RecordType* typeOf(const Component& component) const;
    Outcome<Written> finish(const Dot& record, const RecordType* type, const Edit& edit,
                            std::vector<std::string> remarks);
    Outcome<Done> requireFields(const RecordType& type, const std::vector<Assignment>& assignments) const;
    Outcome<Done> refuseKnownKey(const RecordType& type, const std::vector<Assignment>& assignments) const;
    struct Target { ///< what a line of `set --from` is about
        Dot record;
        const RecordType* type = nullptr;
        std::uint32_t field = 0;
    };
    Outcome<Target> targetOf(const Line& line) const;
    Outcome<std::vector<Operation>> operationsFor(const Line& line, const Target& target,
                                                  std::vector<std::string>& remarks) const;
    Outcome<Done> commitBatch(std::vector<std::vector<Operation>> batch);
    Notice notFound(std::string_view text) const;
    Notice ambiguous(std::string_view text, const std::vector<Dot>& found) const;

    Workspace& m_workspace;
    SpaceId m_space;
    std::unique_ptr<Catalogue> m_catalogue;
    CatalogueNames m_names;
    RecordViews m_views;
    mutable std::unique_ptr<Deadlines> m_deadlines;
};

} // namespace puente
