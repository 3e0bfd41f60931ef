// Writes the vectors of this folder's formats anew: make_vectors FOLDER. Run once when a format gets a new version;
// the files are part of the specification, so what is in them already never changes.
#include "common/codec/writer.h"
#include "common/crypto/hash.h"
#include "common/crypto/padding.h"
#include "common/crypto/passphrase.h"
#include "sync/segment/dictionary.h"
#include "sync/sql/database.h"
#include "sync/sql/sealed_file.h"
#include "tests/support/body_json.h"
#include "tests/support/crash_vfs.h"
#include "tests/support/random_body.h"
#include "tests/support/segment_builder.h"

#include <filesystem>
#include <fstream>

using namespace puente;
using nlohmann::json;

namespace {

template <typename Write>
std::string hexOf(Write write) {
    Writer writer;
    write(writer);
    return toHex(writer.view());
}

json bad(const std::string& what, const std::string& as, const std::string& hex) {
    return {{"what", what}, {"as", as}, {"hex", hex}};
}

json encodingVectors() {
    json file{{"varint", json::array()}, {"zigzag", json::array()}, {"text", json::array()}};
    for (const std::uint64_t value : {0ULL, 1ULL, 127ULL, 128ULL, 300ULL, 16384ULL, 4294967295ULL, ~0ULL})
        file["varint"].push_back({{"value", value}, {"hex", hexOf([&](Writer& w) { w.varint(value); })}});
    for (const std::int64_t value :
         {std::int64_t{0}, std::int64_t{-1}, std::int64_t{1}, std::int64_t{-64}, std::int64_t{64},
          std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()})
        file["zigzag"].push_back({{"value", value}, {"hex", hexOf([&](Writer& w) { w.zigzag(value); })}});
    for (const char* text : {"", "prórroga", "🌎"})
        file["text"].push_back({{"value", text}, {"hex", hexOf([&](Writer& w) { w.text(text); })}});
    file["bad"] = {bad("longer than it need be", "varint", "8000"),
                   bad("cut short", "varint", "80"),
                   bad("beyond 64 bits", "varint", "ffffffffffffffffff02"),
                   bad("eleven bytes", "varint", "8080808080808080808001"),
                   bad("cut short", "text", "0361"),
                   bad("not UTF-8", "text", "02c328"),
                   bad("an overlong form", "text", "02c0af"),
                   bad("a surrogate", "text", "03eda080"),
                   bad("a zero byte", "text", "0100")};
    return file;
}

json paddingVectors() {
    json file{{"sizes", json::array()}, {"good", json::array()}};
    for (const std::size_t size :
         {0UL, 1UL, 255UL, 256UL, 257UL, 272UL, 273UL, 1000UL, 4097UL, 65535UL, 65537UL, 1048577UL, 4000000UL})
        file["sizes"].push_back({{"size", size}, {"padded", paddedSize(size)}});
    for (const std::size_t size : {0UL, 3UL, 255UL, 256UL})
        file["good"].push_back({{"plain", toHex(Bytes(size, 0xab))}, {"padded", toHex(pad(Bytes(size, 0xab)))}});
    Bytes noMark(256, 0), otherMark(256, 0), tooLong(288, 0), tooShort(255, 0), twoBlocks(272, 0);
    otherMark[3] = 0x81;
    tooLong[3] = tooShort[3] = twoBlocks[3] = 0x80;
    const auto badPadding = [](const char* what, const Bytes& bytes) {
        return json{{"what", what}, {"padded", toHex(bytes)}};
    };
    file["bad"] = {badPadding("empty", {}),
                   badPadding("no mark", noMark),
                   badPadding("another mark", otherMark),
                   badPadding("a block more than needed", twoBlocks),
                   badPadding("two blocks more than needed", tooLong),
                   badPadding("below the floor", tooShort)};
    return file;
}

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

std::string repeated(const std::string& digits, int times) {
    std::string all;
    for (; times > 0; --times)
        all += digits;
    return all;
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
    return {{"what", what}, {"first", first}, {"hex", toHex(bytes)}, {"body", test::toJson(*body)}};
}

Bytes fromParts(const Parts& parts) {
    return test::bytesFromHex(joined(parts));
}

json changeSetVectors() {
    json file{{"author", {{"device", toHex(DeviceId{}.view())}, {"incarnation", 1}}}, {"good", json::array()}};
    file["good"].push_back(goodBody("a record is created", fromParts(smallBody()), 1));
    file["good"].push_back(goodBody("a text of another log's record is replaced", fromParts(largerBody()), 1));
    test::Prng prng(2026);
    while (file["good"].size() < 8) {
        SegmentBody body = test::anyBody(prng, 7);
        body.logs.front() = {.device = {}, .incarnation = 1};
        const Bytes bytes = encodeBody(body);
        if (bytes.size() > 200 && bytes.size() < 400) file["good"].push_back(goodBody("anything", bytes, 7));
    }
    file["bad"] = badSmallBodies();
    for (const json& one : badLargerBodies())
        file["bad"].push_back(one);
    return file;
}

std::string wireOf(const Segment& segment) {
    return toHex(segment.wire());
}

json badSegment(const std::string& what, const std::string& fault, const std::string& wire) {
    return {{"what", what}, {"fault", fault}, {"wire", wire}};
}

json segmentVectors() {
    test::Author author(2026), stranger(2027);
    const SegmentBody body = author.body(1, 2);
    const Segment segment = author.seal(body);
    const SegmentHeader& header = segment.header();
    const std::string wire = wireOf(segment);
    const auto signedAnew = [&](SegmentHeader changed) {
        Bytes bytes = encodeHeader(changed);
        const Bytes message = segmentMessage(bytes, hashOf(Purpose::SegmentContent, segment.sealed()));
        append(bytes, segment.sealed());
        append(bytes, author.signer().sign(Purpose::Segment, message).view());
        return toHex(bytes);
    };
    SegmentHeader zeroFirst = header, backwards = header, tooMany = header, newer = header, followsNothing = header,
                  odd = header, otherHeader = header, longer = author.header(1, 3);
    zeroFirst.first = 0;
    backwards.first = 3;
    backwards.previous.bytes[0] = 1;
    tooMany.last = 257;
    newer.dictionary = 2;
    otherHeader.last = 3;
    followsNothing.previous.bytes[0] = 1;
    odd.paddedSize -= 1;
    longer.dictionary = 1;
    std::string flipped = wire;
    flipped[400] = flipped[400] == '0' ? '1' : '0';
    json file{{"signerSeed", toHex(author.signer().revealSeed())}, {"spaceKey", toHex(author.key().reveal())}};
    file["good"] = json::array();
    file["good"].push_back({{"wire", wire},
                            {"hash", toHex(segment.hash().view())},
                            {"space", toHex(header.space.view())},
                            {"device", toHex(header.log.device.view())},
                            {"incarnation", header.log.incarnation},
                            {"first", header.first},
                            {"last", header.last},
                            {"previous", toHex(header.previous.view())},
                            {"key", toHex(header.key.view())},
                            {"dictionary", header.dictionary},
                            {"paddedSize", header.paddedSize},
                            {"body", toHex(encodeBody(body))}});
    file["bad"] = {
        badSegment("another version", "unknownVersion", "02" + wire.substr(2)),
        badSegment("cut short", "truncated", wire.substr(0, wire.size() - 2)),
        badSegment("a byte too many", "malformed", wire + "00"),
        badSegment("a bit flipped", "notAuthentic", flipped),
        badSegment("first is 0", "malformed", signedAnew(zeroFirst)),
        badSegment("last before first", "malformed", signedAnew(backwards)),
        badSegment("more than 256 change sets", "malformed", signedAnew(tooMany)),
        badSegment("the first of its log with one before it", "malformed", signedAnew(followsNothing)),
        badSegment("a padded size that no size is padded to", "malformed", signedAnew(odd).substr(0, wire.size() - 2))};
    const Bytes compressed = compress(encodeBody(body), *dictionary(1));
    Bytes trailing = compressed;
    trailing.push_back(0xff);
    file["badOpened"] = {
        badSegment("sealed with another key", "wrongKey", wireOf(stranger.seal(stranger.body(1, 1)))),
        badSegment("another header over the seal", "notAuthentic", signedAnew(otherHeader)),
        badSegment("a dictionary of a newer version", "unknownDictionary", signedAnew(newer)),
        badSegment("not a frame", "decompression", wireOf(author.sealBytes(author.header(1, 2), {1, 2, 3}))),
        badSegment("a frame and more", "decompression", wireOf(author.sealBytes(author.header(1, 2), trailing))),
        badSegment("fewer change sets than its header says", "body", wireOf(author.sealBytes(longer, compressed)))};
    return file;
}

json keyringVectors() {
    test::SeededEntropy entropy(2026);
    const Bytes secret = test::bytesFromHex(repeated("c0ffee", 11));
    const Bytes wrapped = wrapWithPassphrase("café con leche", kPassphraseCostMin, secret, entropy);
    const auto with = [&](std::size_t offset, std::uint8_t value) {
        Bytes changed = wrapped;
        changed[offset] = value;
        return toHex(changed);
    };
    json file{{"passphrase", "café con leche"}, {"secret", toHex(secret)}, {"wrapped", toHex(wrapped)}};
    file["bad"] = {badSegment("another version", "malformed", with(0, 2)),
                   badSegment("cut within the header", "malformed", toHex(ByteView(wrapped).first(24))),
                   badSegment("less memory than the floor", "costOutOfBounds", with(3, 0)),
                   badSegment("more memory than the ceiling", "costOutOfBounds", with(4, 1)),
                   badSegment("fewer passes than the floor", "costOutOfBounds", with(5, 2)),
                   badSegment("more passes than the ceiling", "costOutOfBounds", with(5, 17)),
                   badSegment("another salt", "wrongPassphrase", with(9, static_cast<std::uint8_t>(wrapped[9] ^ 1))),
                   badSegment("another tag", "wrongPassphrase",
                              with(wrapped.size() - 1, static_cast<std::uint8_t>(wrapped.back() ^ 1)))};
    return file;
}

/// A database of one row and its log, as a power cut leaves them, and each piece of both opened.
/// Slots of a mark: one by one, and the whole files that they make, with what each says.
json markVectors(const PageSeal& seal, const SealedFileId& file, Entropy& entropy) {
    constexpr std::size_t kSlotSize = 512;
    const auto slotOf = [&](std::uint32_t slot, std::uint64_t number) {
        Writer plain;
        plain.u64(number);
        plain.u64(1'790'000'000 + number);
        Bytes sealed(plain.size() + PageSeal::kOverhead);
        seal.seal({PagePlace::Kind::Mark, file, slot}, plain.view(), sealed, entropy);
        return sealed;
    };
    const auto with = [&](const Bytes& first, const Bytes& second) {
        Bytes whole = first;
        whole.resize(kSlotSize);
        append(whole, second);
        return toHex(whole);
    };
    const Bytes six = slotOf(0, 6), seven = slotOf(1, 7), none = slotOf(0, 0);
    Bytes torn = seven;
    torn[20] ^= 1;
    Bytes spoiled = six;
    spoiled[0] ^= 1;
    return {
        {{"what", "the second slot is newer"}, {"file", with(six, seven)}, {"number", 7}, {"second", 1'790'000'007}},
        {{"what", "the newer slot was torn"}, {"file", with(six, torn)}, {"number", 7}, {"second", 1'790'000'006}},
        {{"what", "the older slot was spoiled"},
         {"file", with(spoiled, seven)},
         {"number", 8},
         {"second", 1'790'000'007}},
        {{"what", "torn while it was made"}, {"file", with(none, torn)}, {"number", 0}, {"second", 1'790'000'000}},
        {{"what", "a slot in the other one's place"}, {"file", with(seven, six)}, {"number", nullptr}},
        {{"what", "cut off in the first slot"}, {"file", toHex(ByteView(six).first(60))}, {"number", nullptr}}};
}

json atRestVectors() {
    test::CrashVfs disk;
    test::SeededEntropy entropy(2026);
    const Bytes key = test::bytesFromHex(repeated("5ea1", 16));
    const std::string row = "prórroga";
    auto database = Database::open({.path = "/a.db", .vfs = disk.name(), .seal = SealWith{key, entropy}});
    expects(database && database->execute("CREATE TABLE word(text TEXT) STRICT").ok());
    expects(database->prepare("INSERT INTO word VALUES(?)").bind(1, row).run().ok());
    const Bytes pages = disk.image().at("/a.db"), log = disk.image().at("/a.db-swal");

    const PageSeal seal(key);
    const SealedFileId id = *seal.fileOf(ByteView(pages).first(kPageSize));
    json file{{"key", toHex(key)},        {"key_id", toHex(storageKeyIdOf(key).view())},
              {"file", toHex(id.view())}, {"row", row},
              {"database", toHex(pages)}, {"log", toHex(log)}};
    const auto add = [&](const char* kind, std::uint32_t number, ByteView sealed) {
        const bool isPage = std::string_view(kind) == "page";
        Bytes plain(sealed.size() - PageSeal::kOverhead);
        expects(seal.open({isPage ? PagePlace::Kind::Page : PagePlace::Kind::Frame, id, number}, sealed, plain).ok());
        file["pieces"].push_back(
            {{"kind", kind}, {"number", number}, {"sealed", toHex(sealed)}, {"plain", toHex(plain)}});
    };
    const std::size_t header = kLogHeaderSize + PageSeal::kOverhead;
    add("page", 1, ByteView(pages).first(kPageSize));
    add("frame", 0, ByteView(log).first(header));
    add("frame", 1, ByteView(log).subspan(header, kFrameSize));

    // The log's header is the smallest piece there is.
    const auto badHeader = [&](const char* what, const char* as, std::uint32_t number, Bytes sealed) {
        file["bad"].push_back(
            {{"what", what}, {"as", as}, {"kind", "frame"}, {"number", number}, {"sealed", toHex(sealed)}});
    };
    const Bytes good(log.begin(), log.begin() + static_cast<std::ptrdiff_t>(header));
    const auto with = [&](std::size_t at) {
        Bytes changed = good;
        changed[at] ^= 1;
        return changed;
    };
    badHeader("another place", "Misplaced", 1, good);
    badHeader("another ciphertext", "Damaged", 0, with(0));
    badHeader("another number", "Damaged", 0, with(32));
    badHeader("another key", "Damaged", 0, with(36));
    badHeader("another file", "Damaged", 0, with(40));
    badHeader("another nonce", "Damaged", 0, with(56));
    badHeader("another tag", "Damaged", 0, with(80));
    Bytes otherFile(header);
    PagePlace elsewhere{.kind = PagePlace::Kind::Frame, .file = id, .number = 0};
    elsewhere.file.bytes[0] ^= 1;
    seal.seal(elsewhere, Bytes(kLogHeaderSize), otherFile, entropy);
    badHeader("of another file under this key", "Misplaced", 0, otherFile);
    Bytes plainPage(kPageSize), otherKey(pages.begin(), pages.begin() + kPageSize);
    std::ranges::copy(std::string_view("SQLite format 3"), plainPage.begin());
    otherKey[kPagePlainSize + 4] ^= 1;
    file["bad_first_pages"] = {{{"what", "a plain database"}, {"as", "NotSealed"}, {"sealed", toHex(plainPage)}},
                               {{"what", "of another key"}, {"as", "WrongKey"}, {"sealed", toHex(otherKey)}}};
    file["marks"] = markVectors(seal, id, entropy);
    return file;
}

void write(const std::filesystem::path& path, const json& file) {
    std::ofstream(path) << file.dump(1) << '\n';
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2) return EXIT_FAILURE;
    const std::filesystem::path folder = arguments[1];
    write(folder / "encoding_v1.json", encodingVectors());
    write(folder / "padding_v1.json", paddingVectors());
    write(folder / "change_set_v1.json", changeSetVectors());
    write(folder / "segment_v1.json", segmentVectors());
    write(folder / "keyring_v1.json", keyringVectors());
    write(folder / "at_rest_v1.json", atRestVectors());
}
