#include "tests/sim/model.h"

namespace puente::test {

namespace {

std::string text(const GlobalDot& dot) {
    return toHex(dot.log.device.view()) + "/" + std::to_string(dot.log.incarnation) + ":" +
           std::to_string(dot.sequence) + "." + std::to_string(dot.index);
}

/// Writes out each kind of value; the letter in front keeps the kinds apart.
struct ValueText {
    const std::vector<LogId>& logs;

    std::string operator()(const std::string& value) const { return "t" + value; }
    std::string operator()(std::int64_t value) const { return "i" + std::to_string(value); }
    std::string operator()(Symbol value) const { return "s" + std::to_string(value.number); }
    std::string operator()(Day value) const { return "d" + std::to_string(value.number); }
    std::string operator()(const Reference& value) const { return "r" + text(globalDot(value.record, logs)); }
    std::string operator()(const Opaque& value) const {
        return "o" + std::to_string(value.kind) + ":" + toHex(value.payload);
    }
};

} // namespace

GlobalDot globalDot(const Dot& dot, const std::vector<LogId>& logs) {
    return {.log = logs.at(dot.log), .sequence = dot.sequence, .index = dot.index};
}

std::string globalValue(const Value& value, const std::vector<LogId>& logs) {
    return std::visit(ValueText{logs}, value);
}

/// What one author had declared by the change set at hand, per log: the last height, and the last whose head is real.
struct Model::Context {
    const std::vector<LogId>& logs;
    std::map<LogId, std::uint64_t> declared;
    std::map<LogId, std::uint64_t> seen;
};

void Model::add(const LogId& log, const Hash& hash, const SegmentBody& body) {
    m_logs[log].insert_or_assign(body.changeSets.back().sequence, Part{hash, body});
}

void Model::collectWrites(Outcome& outcome) const {
    for (const auto& [log, parts] : m_logs)
        for (const auto& [last, part] : parts)
            for (const ChangeSet& changeSet : part.body.changeSets)
                for (std::uint32_t i = 0; i < changeSet.operations.size(); ++i) {
                    const Operation& operation = changeSet.operations[i];
                    const FieldName field{globalDot(operation.record, part.body.logs), operation.field};
                    outcome.records.insert(field.first);
                    if (!operation.value) continue;
                    outcome.written[field][{log, changeSet.sequence, i}] =
                        (operation.kind == Operation::Kind::Add ? "+" : "") +
                        globalValue(*operation.value, part.body.logs);
                }
}

void Model::judge(const LogId& author, const ChangeSet& changeSet, const Context& context, Outcome& outcome) const {
    for (std::uint32_t i = 0; i < changeSet.operations.size(); ++i) {
        const Operation& operation = changeSet.operations[i];
        const GlobalDot by{author, changeSet.sequence, i};
        const FieldName field{globalDot(operation.record, context.logs), operation.field};
        for (const Dot& local : operation.retired) {
            const GlobalDot dot = globalDot(local, context.logs);
            const auto written = outcome.written.find(field);
            const bool isThere = written != outcome.written.end() && written->second.contains(dot);
            const auto seen = context.seen.find(dot.log);
            const bool wasSeen =
                dot.log == author ? dot < by : seen != context.seen.end() && dot.sequence <= seen->second;
            if (isThere && wasSeen)
                outcome.retired[field].insert(dot);
            else
                outcome.ignored.insert({by, dot, field});
        }
    }
}

void Model::declare(const SeenEntry& entry, Context& context) const {
    const LogId& other = context.logs.at(entry.log);
    std::uint64_t& declared = context.declared[other];
    if (entry.height.sequence <= declared) return;
    declared = entry.height.sequence;
    const auto found = m_logs.find(other);
    if (found == m_logs.end()) return;
    const auto at = found->second.find(static_cast<std::uint32_t>(declared));
    if (at != found->second.end() && at->second.hash == entry.height.head) context.seen[other] = declared;
}

Model::Outcome Model::evaluate() const {
    Outcome outcome;
    collectWrites(outcome);
    for (const auto& [log, parts] : m_logs) {
        std::map<LogId, std::uint64_t> declared, seen; // grow along the log
        for (const auto& [last, part] : parts) {
            Context context{part.body.logs, declared, seen};
            std::uint32_t entries = 0;
            for (const ChangeSet& changeSet : part.body.changeSets) {
                for (; entries < changeSet.seenCount; ++entries)
                    declare(part.body.seen.at(entries), context);
                judge(log, changeSet, context, outcome);
            }
            declared = context.declared;
            seen = context.seen;
        }
    }
    for (const auto& [field, values] : outcome.written) {
        const auto retired = outcome.retired.find(field);
        std::set<std::string> single;
        for (const auto& [dot, value] : values) {
            if (retired != outcome.retired.end() && retired->second.contains(dot)) continue;
            outcome.live[field][dot] = value;
            if (!value.starts_with("+")) single.insert(value);
        }
        if (single.size() > 1) outcome.conflicts.insert(field);
    }
    return outcome;
}

} // namespace puente::test
