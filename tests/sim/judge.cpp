#include "tests/sim/judge.h"

#include "sync/membership/key_object.h"
#include "sync/segment/sealing.h"

namespace puente::test {

namespace {

constexpr std::size_t kNoBound = std::size_t{1} << 30;

std::string text(const GlobalDot& dot) {
    return toHex(dot.log.device.view()).substr(0, 6) + ":" + std::to_string(dot.sequence) + "." +
           std::to_string(dot.index);
}

/// Decodes all that a device holds of a space into the model. What went wrong, in words.
std::string fill(Model& model, SimDevice& device, const SpaceId& space, const SpaceKey& key) {
    for (const LogHeight& height : device.replica().heights(space)) {
        std::uint32_t after = 0;
        while (after < height.height.sequence) {
            const auto segments = device.replica().segmentsAfter(space, height.log, after, kNoBound);
            if (!segments || segments->empty()) return "a log with a hole at " + device.name();
            for (const Segment& segment : *segments) {
                const auto body = openSegment(segment, key);
                if (!body) return "a segment that does not open at " + device.name();
                model.add(height.log, segment.hash(), *body);
                after = segment.header().last;
            }
        }
    }
    return {};
}

/// Compares what one device shows of one field with what the model says.
std::string compareField(const SimDevice& device, const Model::Outcome& outcome, const Model::FieldName& field,
                         const FieldState* state, const std::vector<LogId>& logs) {
    const auto where = [&] {
        return " in field " + std::to_string(field.second) + " of " + text(field.first) + " at " + device.name();
    };
    Model::Values live;
    std::set<GlobalDot> retired;
    if (state != nullptr) {
        for (const LiveValue& value : state->values)
            live[globalDot(value.dot, logs)] = (value.element ? "+" : "") + globalValue(value.value, logs);
        for (const Dot& dot : state->retired)
            retired.insert(globalDot(dot, logs));
    }
    const auto expectedLive = outcome.live.find(field);
    if (live != (expectedLive == outcome.live.end() ? Model::Values{} : expectedLive->second))
        return "other live values than the model's" + where();
    const auto expectedRetired = outcome.retired.find(field);
    if (retired != (expectedRetired == outcome.retired.end() ? std::set<GlobalDot>{} : expectedRetired->second))
        return "other retirements than the model's" + where();
    if (state != nullptr && isInConflict(*state) != outcome.conflicts.contains(field))
        return "a conflict that only one of model and engine sees" + where();
    return {};
}

std::string compareRecord(SimDevice& device, const SpaceId& space, const Model::Outcome& outcome,
                          const GlobalDot& record) {
    const auto local = device.localDot(space, record);
    if (!local) return "an unknown log at " + device.name();
    const auto found = device.replica().record(*local);
    if (!found) return "a record that cannot be read at " + device.name();
    const RecordState state = found->value_or(RecordState{});
    std::set<std::uint32_t> fields;
    for (const FieldState& field : state.fields())
        fields.insert(field.field);
    for (auto at = outcome.written.lower_bound({record, 0}); at != outcome.written.end() && at->first.first == record;
         ++at)
        fields.insert(at->first.second);
    for (const std::uint32_t field : fields) {
        auto difference = compareField(device, outcome, {record, field}, state.find(field), device.replica().logs());
        if (!difference.empty()) return difference;
    }
    return {};
}

std::string compareDevices(const SpaceId& space, SimDevice& first, SimDevice& other) {
    const auto hash = first.replica().stateHash(space);
    const auto otherHash = other.replica().stateHash(space);
    if (!hash || !otherHash) return "a state hash that cannot be had";
    const std::string who = " at " + first.name() + " and " + other.name();
    if (first.replica().heights(space) != other.replica().heights(space)) return "different heights" + who;
    if (first.replica().membership(space) != other.replica().membership(space)) return "different members" + who;
    if (*hash != *otherHash) return "different state hashes" + who;
    return {};
}

/// Every value that anybody was told is saved is in the log; whether it still stands is for the model to say.
std::string compareAcknowledged(const Model::Outcome& outcome, const SpaceId& space,
                                std::span<const Acknowledged> acknowledged) {
    std::map<GlobalDot, std::string> written;
    for (const auto& [field, values] : outcome.written)
        for (const auto& [dot, value] : values)
            written[dot] = value.starts_with("+") ? value.substr(1) : value;
    for (const Acknowledged& one : acknowledged) {
        if (one.space != space) continue;
        const auto found = written.find(one.dot);
        if (found == written.end()) return "lost: an acknowledged value, " + text(one.dot);
        if (found->second != one.value) return "another value than the acknowledged one, " + text(one.dot);
    }
    return {};
}

void count(const Model::Outcome& outcome, Findings& findings) {
    findings.records += outcome.records.size();
    findings.conflicts += outcome.conflicts.size();
    findings.ignoredRetirements += outcome.ignored.size();
    for (const auto& [field, values] : outcome.written)
        findings.values += values.size();
    for (const auto& [field, values] : outcome.live)
        findings.live += values.size();
}

std::string compareWithModel(const SpaceId& space, std::span<SimDevice* const> members, const Model::Outcome& outcome) {
    for (SimDevice* device : members) {
        for (const GlobalDot& record : outcome.records)
            if (auto difference = compareRecord(*device, space, outcome, record); !difference.empty())
                return difference;
        const auto counts = device->replica().counts(space);
        if (!counts) return "counts that cannot be had at " + device->name();
        if (counts->conflicts > 0 && outcome.conflicts.empty()) return "conflicts of its own at " + device->name();
        // The engine still waits for what may yet be confirmed; the model ignores that too.
        if (counts->ignoredRetirements > outcome.ignored.size())
            return "retirements ignored that count in the model, at " + device->name();
    }
    return {};
}

} // namespace

std::optional<SpaceKey> spaceKeyOf(SimDevice& device, const SpaceId& space) {
    const auto objects = device.replica().keyObjects(space);
    if (!objects) return std::nullopt;
    for (const Bytes& wire : *objects) {
        const auto object = KeyObject::parse(wire);
        if (!object) continue;
        for (const KeyObject::Entry& entry : object->content().entries) {
            if (entry.tag != KeyObject::tagOf(device.keys().sealing.publicId())) continue;
            if (const auto key = device.keys().sealing.open(entry.sealed)) return SpaceKey::fromBytes(*key);
        }
    }
    return std::nullopt;
}

std::string judge(const SpaceId& space, std::span<SimDevice* const> members, std::span<const Acknowledged> acknowledged,
                  Findings& findings) {
    for (SimDevice* device : members.subspan(1))
        if (auto difference = compareDevices(space, *members.front(), *device); !difference.empty()) return difference;
    const auto key = spaceKeyOf(*members.front(), space);
    if (!key) return "no key of the space at " + members.front()->name();
    Model model;
    if (auto fault = fill(model, *members.front(), space, *key); !fault.empty()) return fault;
    const Model::Outcome outcome = model.evaluate();
    count(outcome, findings);
    if (auto difference = compareWithModel(space, members, outcome); !difference.empty()) return difference;
    return compareAcknowledged(outcome, space, acknowledged);
}

} // namespace puente::test
