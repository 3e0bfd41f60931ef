#include "client/core/kit_text.h"

#include "client/core/kit_words.h"
#include "common/codec/reader.h"
#include "common/codec/writer.h"
#include "common/crypto/hash.h"

#include <algorithm>

#include <sodium.h>

namespace puente {

namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kChecksumSize = 4;

/// What tells a kit from a share.
struct Form {
    std::string_view prefix;
    std::uint8_t kind;
    Purpose checksum;
    std::size_t size; ///< of version, content and checksum
};

constexpr std::string_view kOurLines = "puente-"; // what every line begins with, invites too
constexpr Form kKit{"puente-kit:", 1, Purpose::RecoveryKit, 1 + 32 + kChecksumSize};
constexpr Form kShare{"puente-share:", 2, Purpose::RecoveryShare, 1 + 8 + 2 + kShareDataSize + kChecksumSize};
static_assert(4 + 8 * kKit.size == kKitWords * kBitsInWord, "docs/formats/recovery_kit.md promises this");
static_assert(4 + 8 * kShare.size == kShareWords * kBitsInWord, "docs/formats/recovery_kit.md promises this");

/// Bytes that are wiped in the end, as far as they are ours: a text is its caller's.
struct Wiped {
    Bytes bytes;

    explicit Wiped(Bytes secret) : bytes(std::move(secret)) {}
    Wiped(Wiped&&) = default;
    Wiped& operator=(Wiped&&) = delete;
    ~Wiped() { sodium_memzero(bytes.data(), bytes.size()); }
};

ByteView checksummed(const Wiped& whole) {
    return ByteView(whole.bytes).first(whole.bytes.size() - kChecksumSize);
}

Wiped withChecksum(const Form& form, Writer content) {
    const Wiped before(content.take());
    const Hash checksum = hashOf(form.checksum, before.bytes);
    Wiped whole(Bytes{});
    whole.bytes.reserve(form.size); // growing would leave a copy behind
    append(whole.bytes, before.bytes);
    append(whole.bytes, checksum.view().first(kChecksumSize));
    return whole;
}

Wiped encode(const OrganizationRoot& root) {
    Writer writer;
    writer.u8(kVersion);
    writer.raw(root.reveal());
    return withChecksum(kKit, std::move(writer));
}

Wiped encode(const Share& share) {
    Writer writer;
    writer.u8(kVersion);
    writer.id(share.set);
    writer.u8(static_cast<std::uint8_t>((share.counts.threshold - 1) << 4 | (share.counts.total - 1)));
    writer.u8(share.index);
    writer.raw(share.data.reveal());
    return withChecksum(kShare, std::move(writer));
}

std::string textIn(const Form& form, const Wiped& whole) {
    return std::string(form.prefix) + toBase64Url(whole.bytes);
}

Failure<KitFault> failure(KitFault::Kind kind, std::size_t position = 0) {
    return Failure{KitFault{kind, position}};
}

Result<Wiped, KitFault> checked(const Form& form, Wiped whole) {
    if (whole.bytes.size() <= kChecksumSize) return failure(KitFault::Kind::Damaged);
    const Hash checksum = hashOf(form.checksum, checksummed(whole));
    if (!equal(checksum.view().first(kChecksumSize), ByteView(whole.bytes).last(kChecksumSize)))
        return failure(KitFault::Kind::Damaged);
    if (whole.bytes[0] != kVersion) return failure(KitFault::Kind::UnknownVersion);
    if (whole.bytes.size() != form.size) return failure(KitFault::Kind::Damaged);
    return whole;
}

Result<Wiped, KitFault> fromLine(const Form& form, std::string_view line) {
    std::optional<Bytes> bytes = fromBase64Url(line.substr(form.prefix.size()));
    if (!bytes) return failure(KitFault::Kind::Damaged);
    return checked(form, Wiped(*std::move(bytes)));
}

Result<Wiped, KitFault> fromWords(const Form& form, std::string_view text) {
    WordContent content = readWords(text);
    Wiped whole(std::move(content.bytes));
    if (content.wordsRead > 0 && content.kind != form.kind) return failure(KitFault::Kind::NotAKit);
    const std::size_t wordsWanted = (4 + 8 * form.size) / kBitsInWord;
    const bool isOurVersion = whole.bytes.empty() || whole.bytes[0] == kVersion; // others may have more words or fewer
    if (!content.isFinished || (isOurVersion && content.wordsRead < wordsWanted)) {
        if (content.isEmpty) return failure(KitFault::Kind::NotAKit);
        return failure(KitFault::Kind::UnknownWord, content.wordsRead + 1);
    }
    if (isOurVersion && content.wordsRead > wordsWanted) return failure(KitFault::Kind::UnknownWord, wordsWanted + 1);
    return checked(form, std::move(whole));
}

std::string withoutBlanks(std::string_view text) {
    std::string rest;
    std::ranges::copy_if(text, std::back_inserter(rest),
                         [](char c) { return c != ' ' && c != '\t' && c != '\r' && c != '\n'; });
    return rest;
}

Result<Wiped, KitFault> fromText(const Form& form, std::string_view text) {
    const std::string line = withoutBlanks(text);
    if (line.starts_with(form.prefix)) return fromLine(form, line);
    if (line.starts_with(kOurLines)) return failure(KitFault::Kind::NotAKit);
    return fromWords(form, text);
}

} // namespace

std::string kitText(const OrganizationRoot& root) {
    return textIn(kKit, encode(root));
}

std::vector<std::string> kitWords(const OrganizationRoot& root) {
    return wordsOf(kKit.kind, encode(root).bytes);
}

std::string shareText(const Share& share) {
    return textIn(kShare, encode(share));
}

std::vector<std::string> shareWords(const Share& share) {
    return wordsOf(kShare.kind, encode(share).bytes);
}

Result<OrganizationRoot, KitFault> kitFromText(std::string_view text) {
    const auto whole = fromText(kKit, text);
    if (!whole) return Failure{whole.fault()};
    return OrganizationRoot::fromSecret(ByteView(whole->bytes).subspan(1, OrganizationRoot::kSize));
}

Result<Share, KitFault> shareFromText(std::string_view text) {
    const auto whole = fromText(kShare, text);
    if (!whole) return Failure{whole.fault()};
    Reader reader(checksummed(*whole));
    reader.u8(); // the version, known by now
    Share share;
    share.set = reader.id<ShareSetId>();
    const std::uint8_t counts = reader.u8();
    share.counts.threshold = static_cast<std::uint8_t>((counts >> 4) + 1);
    share.counts.total = static_cast<std::uint8_t>((counts & 0xfU) + 1);
    share.index = reader.u8();
    std::ranges::copy(reader.raw(kShareDataSize), share.data.writable().begin());
    const bool isInOrder = isAcceptable(share.counts) && share.index >= 1 && share.index <= share.counts.total;
    if (!reader.finished() || !isInOrder) return failure(KitFault::Kind::Damaged);
    return share;
}

} // namespace puente
