#include "tests/sim/judge.h"

#include <algorithm>

namespace puente::test {

namespace {

std::string text(const GlobalDot& dot) {
    return toHex(dot.log.device.view()).substr(0, 6) + ":" + std::to_string(dot.sequence) + "." +
           std::to_string(dot.index);
}

/// Puts all that counts into the model. What went wrong, in words.
std::string fill(Model& model, const LogBook& book) {
    for (const auto& [log, entries] : book.counted())
        for (const LogBook::Entry* entry : entries) {
            if (!entry->body) return "a segment that counts and nobody can open, of " + toHex(log.device.view());
            model.add(log, entry->segment.hash(), *entry->body);
        }
    return {};
}

/// What a device accepted is what counts.
std::string compareHeights(SimDevice& device, const SpaceId& space, const LogBook& book) {
    std::vector<LogHeight> expected;
    for (const auto& [log, entries] : book.counted())
        expected.push_back({log, {entries.back()->segment.header().last, entries.back()->segment.hash()}});
    const std::vector<LogHeight> found = device.replica().heights(space);
    if (found == expected) return {};
    std::string difference = "other heights than what counts, at " + device.name() + ":";
    const auto tell = [&](const char* what, const std::vector<LogHeight>& heights) {
        difference += what;
        for (const LogHeight& height : heights)
            difference +=
                " " + text({height.log, static_cast<std::uint32_t>(height.height.sequence), height.log.incarnation});
    };
    tell(" accepted", found);
    tell(", counting", expected);
    if (const auto aside = device.replica().quarantined(space))
        for (const Replica::QuarantinedLog& log : *aside)
            difference += ", in quarantine " + std::to_string(log.changeSets) + " of " + text({log.log, 0, 0});
    return difference;
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
    if (*hash != *otherHash) return "different state hashes at " + first.name() + " and " + other.name();
    return {};
}

std::string compareWithRebuilt(const SpaceId& space, SimDevice& device) {
    const auto before = device.replica().stateHash(space);
    if (!device.replica().rebuild()) return "caches that cannot be made again at " + device.name();
    const auto after = device.replica().stateHash(space);
    return before && after && *before == *after ? std::string() : "another state when rebuilt at " + device.name();
}

/// What an author may still have in its own hands: written, and not sealed since it was put out.
bool isPending(const GlobalDot& dot, const SpaceId& space, std::span<SimDevice* const> devices) {
    return std::ranges::any_of(devices, [&](SimDevice* device) {
        const auto local = device->id() == dot.log.device ? device->numberOf(space, dot.log) : std::nullopt;
        const auto counts = device->replica().counts(space);
        if (!local || !counts || device->replica().findSpace(space)->ownLog != dot.log) return false;
        std::uint64_t sealed = 0;
        for (const LogHeight& height : device->replica().heights(space))
            if (height.log == dot.log) sealed = height.height.sequence;
        return dot.sequence > sealed && dot.sequence <= sealed + counts->unsealed;
    });
}

/// What a copy wrote on the branch that does not count it has written again in another log of the same device; a value
/// there serves one that was lost, once.
class WrittenAgain {
public:
    explicit WrittenAgain(const std::map<GlobalDot, std::string>& written) {
        for (const auto& [dot, value] : written)
            m_unclaimed[dot.log.device].emplace(inKind(value), dot);
    }
    /// What a device wrote in the log itself is claimed by whoever saved it there.
    bool claim(const GlobalDot& lost, const std::string& value) {
        auto& values = m_unclaimed[lost.log.device];
        const auto [first, last] = values.equal_range(inKind(value));
        const auto found = std::find_if(
            first, last, [&](const auto& other) { return other.second.log.incarnation > lost.log.incarnation; });
        if (found == last) return false;
        values.erase(found);
        return true;
    }

private:
    /// A reference may be to a record that was written again, under another name.
    static std::string inKind(const std::string& value) { return value.starts_with("r") ? "r" : value; }
    std::map<DeviceId, std::multimap<std::string, GlobalDot>> m_unclaimed;
};

/// Every value that anybody was told is saved counts, if it stands in an open log or within its limit; whether it still
/// stands is for the model to say. What lies beyond is kept.
std::string compareAcknowledged(const Model::Outcome& outcome, const JudgedSpace& space, const LogBook& book,
                                std::span<const Acknowledged> acknowledged, Findings& findings) {
    std::map<GlobalDot, std::string> written;
    for (const auto& [field, values] : outcome.written)
        for (const auto& [dot, value] : values)
            written[dot] = value.starts_with("+") ? value.substr(1) : value;
    WrittenAgain again(written);
    for (const Acknowledged& one : acknowledged) {
        if (one.space != space.id) continue;
        const auto from = book.statedFrom(one.dot.log);
        const bool mayBeOnOtherBranch = from && one.dot.sequence > *from;
        const auto found = written.find(one.dot);
        if (found != written.end() && found->second == one.value) continue;
        if (found != written.end() && !mayBeOnOtherBranch)
            return "another value than the acknowledged one, " + text(one.dot);
        if (mayBeOnOtherBranch && again.claim(one.dot, one.value)) {
            ++findings.writtenAgain;
            continue;
        }
        // What was written again may lie beyond a cut, too.
        if (mayBeOnOtherBranch && !book.isCut(one.dot.log.device))
            return "not written again: " + one.value + " on a branch of " + text(one.dot);
        const auto limit = book.limitOf(one.dot.log);
        if (!mayBeOnOtherBranch && (!limit || one.dot.sequence <= *limit))
            return "lost: an acknowledged value, " + text(one.dot);
        if (!book.isKept(one.dot) && !isPending(one.dot, space.id, space.members) &&
            !isPending(one.dot, space.id, space.others))
            return "destroyed: a value beyond a cut, " + text(one.dot);
        ++findings.beyondCuts;
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

std::string judge(const JudgedSpace& space, std::span<const Acknowledged> acknowledged, Findings& findings) {
    LogBook book(space.id, space.membership);
    for (const auto& devices : {space.members, space.others})
        for (SimDevice* device : devices)
            if (auto fault = book.add(*device); !fault.empty()) return fault;
    if (auto fault = book.open(); !fault.empty()) return fault;
    for (SimDevice* device : space.members)
        if (auto difference = compareHeights(*device, space.id, book); !difference.empty()) return difference;
    for (SimDevice* device : space.members) {
        if (auto difference = compareDevices(space.id, *space.members.front(), *device); !difference.empty())
            return difference;
        if (auto difference = compareWithRebuilt(space.id, *device); !difference.empty()) return difference;
    }
    Model model;
    if (auto fault = fill(model, book); !fault.empty()) return fault;
    const Model::Outcome outcome = model.evaluate();
    count(outcome, findings);
    if (auto difference = compareWithModel(space.id, space.members, outcome); !difference.empty()) return difference;
    return compareAcknowledged(outcome, space, book, acknowledged, findings);
}

} // namespace puente::test
