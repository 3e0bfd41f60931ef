#include "tests/support/body_json.h"

namespace puente::test {

namespace {

using nlohmann::json;

json toJson(const Dot& dot) {
    return {dot.log, dot.sequence, dot.index};
}

struct ValueToJson {
    json operator()(const std::string& text) const { return {{"text", text}}; }
    json operator()(std::int64_t number) const { return {{"integer", number}}; }
    json operator()(const Symbol& symbol) const { return {{"symbol", symbol.number}}; }
    json operator()(const Day& day) const { return {{"day", day.number}}; }
    json operator()(const Reference& reference) const { return {{"reference", toJson(reference.record)}}; }
    json operator()(const Opaque& opaque) const { return {{"kind", opaque.kind}, {"payload", toHex(opaque.payload)}}; }
};

json toJson(const Operation& operation) {
    static constexpr const char* kKinds[] = {"write", "add", "retire"};
    json made{{"kind", kKinds[static_cast<std::size_t>(operation.kind)]},
              {"record", toJson(operation.record)},
              {"field", operation.field},
              {"retired", json::array()}};
    if (operation.value) made["value"] = std::visit(ValueToJson{}, *operation.value);
    for (const Dot& dot : operation.retired)
        made["retired"].push_back(toJson(dot));
    return made;
}

json toJson(const ChangeSet& changeSet) {
    json made{{"sequence", changeSet.sequence},     {"time", changeSet.stamp.time},
              {"counter", changeSet.stamp.counter}, {"person", changeSet.person},
              {"schema", changeSet.schemaVersion},  {"seenCount", changeSet.seenCount},
              {"operations", json::array()}};
    for (const Operation& operation : changeSet.operations)
        made["operations"].push_back(toJson(operation));
    return made;
}

} // namespace

json toJson(const SegmentBody& body) {
    json made{{"logs", json::array()},
              {"seen", json::array()},
              {"membershipHeads", json::array()},
              {"changeSets", json::array()}};
    for (const LogId& log : body.logs)
        made["logs"].push_back({{"device", toHex(log.device.view())}, {"incarnation", log.incarnation}});
    for (const SeenEntry& entry : body.seen)
        made["seen"].push_back(
            {{"log", entry.log}, {"sequence", entry.height.sequence}, {"head", toHex(entry.height.head.view())}});
    for (const Hash& head : body.membershipHeads)
        made["membershipHeads"].push_back(toHex(head.view()));
    for (const ChangeSet& changeSet : body.changeSets)
        made["changeSets"].push_back(toJson(changeSet));
    return made;
}

Bytes bytesFromHex(const json& digits) {
    const auto bytes = fromHex(digits.get<std::string>());
    expects(bytes.has_value());
    return *bytes;
}

} // namespace puente::test
