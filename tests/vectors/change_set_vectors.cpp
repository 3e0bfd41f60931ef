#include "tests/support/body_json.h"
#include "tests/support/random_body.h"
#include "tests/vectors/made_vectors.h"

using nlohmann::json;

namespace puente::test {

namespace {

/// A body in named parts, so that a bad one differs from a good one in exactly one of them.
using Parts = std::vector<std::pair<std::string, std::string>>;

std::string joined(const Parts& parts, const std::vector<std::pair<std::string, std::string>>& changes = {}) {
    std::string hex;
    for (const auto& [name, digits] : parts) {
        std::string part = digits;
        for (const auto& [changed, by] : changes)
            if (changed == name) part = by;
        hex += part;
    }
    return hex;
}

/// One change set that creates a record.
Parts smallBody() {
    return {{"logs", "00"},
            {"seen", "00"},
            {"heads", "00"},
            {"changeSets", "01"},
            {"persons", "0103416e61"},
            {"personOf", "00"},
            {"schemas", "01"},
            {"seenCounts", "00"},
            {"time", "80c0b9fb9c33"},
            {"counters", "00"},
            {"shapes", "0101"},
            {"create", "00000200"},
            {"shapeOf", "00"},
            {"values", "03"},
            {"end", ""}};
}

/// Two change sets: one creates a record and writes a text, one replaces a text of another log's record.
Parts largerBody() {
    return {{"logs", "01" + repeated("11", 32) + "01"},
            {"seen", "010105" + repeated("22", 32)},
            {"heads", "01" + repeated("33", 32)},
            {"changeSets", "02"},
            {"persons", "0203416e610142"},
            {"personOf", "00010001"},
            {"schemas", "01010000"},
            {"seenCounts", "00010001"},
            {"time", "80c0b9fb9c33"},
            {"steps", "904e"},
            {"counters", "00010000"},
            {"shapeCount", "02"},
            {"shape0", "02"
                       "00000200"
                       "03080000"},
            {"shape1", "02"
                       "060800020001"
                       "04090000"},
            {"shapeOf", "00010001"},
            {"record", "010700"},
            {"near", "01"},
            {"far", "000101"},
            {"symbols", "03"},
            {"texts8", "00010000"
                       "03010000"},
            {"texts9", "0003"},
            {"tail", "756e6f646f73756e6f"}};
}

json badBody(const std::string& what, const std::string& hex, const std::string& fault = "malformed",
             std::uint32_t first = 1) {
    return {{"what", what}, {"first", first}, {"hex", hex}, {"fault", fault}};
}

json badSmallBodies() {
    const auto with = [](const std::string& what, const std::string& part, const std::string& digits) {
        return badBody(what, joined(smallBody(), {{part, digits}}));
    };
    return {
        with("a byte is left over", "end", "00"),
        with("cut short", "values", ""),
        with("no change set", "changeSets", "00"),
        with("a count longer than it need be", "changeSets", "8100"),
        with("more change sets than bytes are left", "changeSets", "ff01"),
        with("a person that is not UTF-8", "persons", "0102c328"),
        with("a person of more than 200 bytes", "persons", "01c901" + repeated("61", 201)),
        with("a person that nobody is", "persons", "0203416e610142"),
        with("no person", "persons", "00"),
        with("more seen entries seen than there are", "seenCounts", "01"),
        with("a time beyond 2^48", "time", "8080808080808001"),
        with("a counter below zero", "counters", "01"),
        with("a shape's operation of unknown form", "create", "09000200"),
        with("a record created by another field than 0", "create", "00080200"),
        with("a record created by adding", "create", "01000200"),
        with("the first operation's record is that of the one before", "create", "03000200"),
        with("a value of reserved kind", "create", "00000600"),
        with("a count of retired dots beyond the bytes left", "create", "0000027f"),
        with("a retired dot that is neither near nor far", "create", "0000020102"),
        with("a symbol beyond 32 bits", "values", "8080808010"),
        badBody("a retirement of nothing", joined(smallBody(), {{"create", "080800"}, {"values", "000100"}})),
        badBody("its own dot told as another's", joined(smallBody(), {{"create", "06000200"}, {"values", "00010003"}})),
        badBody(
            "its own dot told as that of the operation before",
            joined(smallBody(), {{"shapes", "010206080200"}, {"create", "04080200"}, {"values", "00010103010000"}})),
        badBody("a dot of sequence 0", joined(smallBody(), {{"create", "06080200"}, {"values", "00000003"}})),
        badBody("a dot beyond the last operation",
                joined(smallBody(), {{"create", "06080200"}, {"values", "00018080020303"}})),
        badBody("a dot of a log that is not in the table",
                joined(smallBody(), {{"create", "06080200"}, {"values", "01010003"}})),
        badBody("more than 256 change sets",
                joined(smallBody(), {{"changeSets", "8102"}, {"end", repeated("00", 300)}}), "tooLarge"),
        badBody("sequences begin at 1", joined(smallBody()), "malformed", 0)};
}

json badLargerBodies() {
    const auto with = [](const std::string& what, const std::string& part, const std::string& digits,
                         const std::string& fault = "malformed") {
        return badBody(what, joined(largerBody(), {{part, digits}}), fault);
    };
    const std::string other = repeated("11", 32) + "01";
    const std::string author = std::string(64, '0') + "01";
    return {with("a log that nothing names", "logs", "02" + other + repeated("12", 32) + "01"),
            with("the same log twice", "logs", "02" + other + other),
            with("the author's own log in the table", "logs", "02" + other + author, "wrongAuthor"),
            with("an incarnation beyond 32 bits", "logs", "01" + repeated("11", 32) + "8080808010"),
            with("a seen height beyond 32 bits", "seen", "01018080808010" + repeated("22", 32)),
            with("the same person twice", "persons", "0203416e6103416e61"),
            with("persons not in order of first use", "personOf", "00010100"),
            with("a column of no width", "schemas", "0100"),
            with("a column wider than 8 bytes", "schemas", "0109" + repeated("00", 18)),
            with("a column wider than it need be", "schemas", "010200000000"),
            with("a column whose smallest is not its smallest", "schemas", "00010101"),
            with("a time step before 1970", "steps", "ffffffffffff7f"),
            with("the same shape twice", "shape1", "020000020003080000"),
            with("shapes not in order of first use", "shapeOf", "00010100"),
            with("a near dot told as a far one", "far", "010700"),
            with("a text told anew though it is there", "tail", "756e6f756e6f756e6f"),
            with("a text that is not there yet", "texts8", "000100020300"),
            with("a text that is not UTF-8", "tail", "756e6f64c328756e6f"),
            with("a text cut short", "tail", "756e6f646f73756e"),
            badBody("a sequence beyond 2^32-1", joined(largerBody()), "malformed", 4294967295)};
}

json goodBody(const std::string& what, const Bytes& bytes, std::uint32_t first) {
    const auto body = decodeBody(bytes, LogId{}, first);
    expects(body.ok() && encodeBody(*body) == bytes);
    return {{"what", what}, {"first", first}, {"hex", toHex(bytes)}, {"body", toJson(*body)}};
}

Bytes fromParts(const Parts& parts) {
    return bytesFromHex(joined(parts));
}

} // namespace

json changeSetVectors() {
    json file{{"author", {{"device", toHex(DeviceId{}.view())}, {"incarnation", 1}}}, {"good", json::array()}};
    file["good"].push_back(goodBody("a record is created", fromParts(smallBody()), 1));
    file["good"].push_back(goodBody("a text of another log's record is replaced", fromParts(largerBody()), 1));
    Prng prng(2026);
    while (file["good"].size() < 8) {
        SegmentBody body = anyBody(prng, 7);
        body.logs.front() = {.device = {}, .incarnation = 1};
        const Bytes bytes = encodeBody(body);
        if (bytes.size() > 200 && bytes.size() < 400) file["good"].push_back(goodBody("anything", bytes, 7));
    }
    file["bad"] = badSmallBodies();
    for (const json& one : badLargerBodies())
        file["bad"].push_back(one);
    return file;
}

} // namespace puente::test
