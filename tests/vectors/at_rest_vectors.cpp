#include "common/codec/writer.h"
#include "sync/sql/database.h"
#include "sync/sql/sealed_file.h"
#include "tests/support/crash_vfs.h"
#include "tests/support/seeded_entropy.h"
#include "tests/vectors/made_vectors.h"

using nlohmann::json;

namespace puente::test {

namespace {

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

} // namespace

int sqliteVersionIn(const json& atRest) {
    // Of page 1, as the log has it: https://www.sqlite.org/fileformat.html, 1.3.
    const Bytes frame = *fromHex(atRest["pieces"].back()["plain"].get<std::string>());
    const ByteView number = ByteView(frame).subspan(kFrameHeaderSize + 96, 4);
    return number[0] << 24 | number[1] << 16 | number[2] << 8 | number[3];
}

/// A database of one row and its log, as a power cut leaves them, and each piece of both opened.
json atRestVectors() {
    // The salts of the log are SQLite's own, which asks the system once in a program and then a generator of its own.
    sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SEED, 2026, nullptr);
    CrashVfs disk;
    SeededEntropy entropy(2026);
    const Bytes key = *fromHex(repeated("5ea1", 16));
    const std::string row = "prórroga";
    auto database = Database::open(
        {.path = "/a.db", .vfs = disk.name(), .seal = SealWith{.key = key, .entropy = entropy, .mayMake = true}});
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

} // namespace puente::test
