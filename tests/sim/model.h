#pragma once

#include "sync/segment/body.h"

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace puente::test {

/// A dot as everybody names it: by the log itself, not by a number in somebody's table.
struct GlobalDot {
    LogId log;
    std::uint32_t sequence = 0;
    std::uint32_t index = 0;

    friend auto operator<=>(const GlobalDot&, const GlobalDot&) = default;
};

/// A dot of one table in the words of all.
GlobalDot globalDot(const Dot& dot, const std::vector<LogId>& logs);

/// A value in words that mean the same everywhere: references by their global dot.
std::string globalValue(const Value& value, const std::vector<LogId>& logs);

/// The merge rule as docs/formats/change_set.md words it, evaluated naively from the set of all segments, without a
/// line of the engine: what the simulator holds every replica to.
///
///   A write adds a value under its own dot and retires the dots its author saw in that field. The state of a field is
///   the values whose dots nobody retired. A retirement counts only for dots of the same record and field that lie
///   within what its author's log had declared as seen by then, head hash included, or in its own earlier writes. What
///   a log declares of another only grows: an entry that does not reach beyond its last one of that log is void.
class Model {
public:
    /// One accepted segment, and the hash that names it.
    void add(const LogId& log, const Hash& hash, const SegmentBody& body);

    using FieldName = std::pair<GlobalDot, std::uint32_t>; ///< record and field
    using Values = std::map<GlobalDot, std::string>;       ///< by the dot that wrote each
    struct Retirement {
        GlobalDot by;
        GlobalDot dot;
        FieldName field;
        friend auto operator<=>(const Retirement&, const Retirement&) = default;
    };
    struct Outcome {
        std::map<FieldName, Values> written; ///< everything, ever
        std::map<FieldName, Values> live;    ///< what nobody retired; no entry for a field with none
        std::map<FieldName, std::set<GlobalDot>> retired;
        std::set<Retirement> ignored;
        std::set<FieldName> conflicts; ///< single fields with values that differ
        std::set<GlobalDot> records;   ///< all that anything was ever written to
    };
    Outcome evaluate() const;

private:
    struct Part {
        Hash hash;
        SegmentBody body;
    };
    struct Context;
    void collectWrites(Outcome& outcome) const;
    void declare(const SeenEntry& entry, Context& context) const;
    void judge(const LogId& author, const ChangeSet& changeSet, const Context& context, Outcome& outcome) const;

    std::map<LogId, std::map<std::uint32_t, Part>> m_logs; // by the sequence a segment ends with
};

} // namespace puente::test
