#include "common/codec/writer.h"
#include "common/crypto/padding.h"
#include "common/crypto/passphrase.h"
#include "tests/support/seeded_entropy.h"
#include "tests/vectors/made_vectors.h"

using nlohmann::json;

namespace puente::test {

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

} // namespace

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

json keyringVectors() {
    SeededEntropy entropy(2026);
    const Bytes secret = *fromHex(repeated("c0ffee", 11));
    const Bytes wrapped = wrapWithPassphrase("café con leche", kPassphraseCostMin, secret, entropy);
    const auto with = [&](std::size_t offset, std::uint8_t value) {
        Bytes changed = wrapped;
        changed[offset] = value;
        return toHex(changed);
    };
    json file{{"passphrase", "café con leche"}, {"secret", toHex(secret)}, {"wrapped", toHex(wrapped)}};
    file["bad"] = {badWire("another version", "malformed", with(0, 2)),
                   badWire("cut within the header", "malformed", toHex(ByteView(wrapped).first(24))),
                   badWire("less memory than the floor", "costOutOfBounds", with(3, 0)),
                   badWire("more memory than the ceiling", "costOutOfBounds", with(4, 1)),
                   badWire("fewer passes than the floor", "costOutOfBounds", with(5, 2)),
                   badWire("more passes than the ceiling", "costOutOfBounds", with(5, 17)),
                   badWire("another salt", "wrongPassphrase", with(9, static_cast<std::uint8_t>(wrapped[9] ^ 1))),
                   badWire("another tag", "wrongPassphrase",
                           with(wrapped.size() - 1, static_cast<std::uint8_t>(wrapped.back() ^ 1)))};
    return file;
}

} // namespace puente::test
