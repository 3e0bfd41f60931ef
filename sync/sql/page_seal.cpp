#include "sync/sql/page_seal.h"

#include "common/crypto/aead.h"
#include "common/crypto/hash.h"

#include <algorithm>

namespace puente {

namespace {

// The trailer behind what is sealed: number, key id, file, nonce, tag.
constexpr std::size_t kFileAt = 8, kNonceAt = 24, kTagAt = 48;
constexpr std::size_t kNonceSize = DetachedAead::kNonceSize, kTagSize = DetachedAead::kTagSize;
static_assert(kNonceAt + kNonceSize == kTagAt && kTagAt + kTagSize == PageSeal::kOverhead);

constexpr std::string_view kPlainStart{"SQLite format 3\0", 16};

using Associated = std::array<std::uint8_t, kNonceAt>;

Associated associatedWith(const PagePlace& place, const StorageKeyId& keyId) {
    Associated bytes{};
    for (std::size_t i = 0; i < 4; ++i)
        bytes[i] = static_cast<std::uint8_t>(place.number >> (8 * i));
    std::ranges::copy(keyId.bytes, bytes.begin() + 4);
    std::ranges::copy(place.file.bytes, bytes.begin() + kFileAt);
    return bytes;
}

/// Where the trailer says that it stands.
PagePlace claimedBy(ByteView trailer, PagePlace::Kind kind) {
    PagePlace place{.kind = kind, .file = *SealedFileId::from(trailer.subspan(kFileAt, SealedFileId::kSize))};
    for (std::size_t i = 0; i < 4; ++i)
        place.number |= static_cast<std::uint32_t>(trailer[i]) << (8 * i);
    return place;
}

Secret<32> derived(ByteView key, Purpose purpose) {
    Secret<32> subkey;
    Hash hash = Hasher(purpose, key).finish();
    std::ranges::copy(hash.bytes, subkey.writable().begin());
    wipe(hash.bytes);
    return subkey;
}

} // namespace

StorageKeyId storageKeyIdOf(ByteView key) {
    const Hash hash = Hasher(Purpose::AtRestKeyId, key).finish();
    return *StorageKeyId::from(hash.view().first(StorageKeyId::kSize));
}

PageSeal::PageSeal(ByteView key)
    : m_pageKey(derived(key, Purpose::AtRestPage)), m_frameKey(derived(key, Purpose::AtRestFrame)),
      m_markKey(derived(key, Purpose::AtRestMark)), m_keyId(storageKeyIdOf(key)) {
}

const Secret<32>& PageSeal::keyFor(PagePlace::Kind kind) const {
    switch (kind) {
    case PagePlace::Kind::Page: return m_pageKey;
    case PagePlace::Kind::Frame: return m_frameKey;
    case PagePlace::Kind::Mark: return m_markKey;
    }
    contractBroken();
}

void PageSeal::seal(const PagePlace& place, ByteView plain, std::span<std::uint8_t> sealed, Entropy& entropy) const {
    expects(sealed.size() == plain.size() + kOverhead);
    const auto trailer = sealed.subspan(plain.size());
    const Associated associated = associatedWith(place, m_keyId);
    std::ranges::copy(associated, trailer.begin());
    entropy.fill(trailer.subspan(kNonceAt, kNonceSize));
    m_cipher.seal(keyFor(place.kind).reveal(), trailer.subspan(kNonceAt, kNonceSize), associated, plain,
                  sealed.first(plain.size()), trailer.subspan(kTagAt, kTagSize));
}

bool PageSeal::opens(const PagePlace& place, ByteView sealed, std::span<std::uint8_t> plain) const {
    const auto trailer = sealed.subspan(plain.size());
    const Associated associated = associatedWith(place, m_keyId);
    // What stands in the trailer is compared too, so that every byte of a page is covered.
    if (!std::ranges::equal(associated, trailer.first(kNonceAt))) return false;
    return m_cipher.open(keyFor(place.kind).reveal(), trailer.subspan(kNonceAt, kNonceSize), associated,
                         sealed.first(plain.size()), trailer.subspan(kTagAt, kTagSize), plain);
}

Result<Done, SealFault> PageSeal::open(const PagePlace& place, ByteView sealed, std::span<std::uint8_t> plain) const {
    expects(sealed.size() == plain.size() + kOverhead);
    if (opens(place, sealed, plain)) return Done{};
    const PagePlace claimed = claimedBy(sealed.subspan(plain.size()), place.kind);
    const bool isElsewhere = opens(claimed, sealed, plain);
    std::ranges::fill(plain, std::uint8_t{0});
    return Failure{isElsewhere ? SealFault::Misplaced : SealFault::Damaged};
}

Result<SealedFileId, SealFault> PageSeal::fileOf(ByteView firstPage) const {
    if (equal(firstPage.first(std::min(firstPage.size(), kPlainStart.size())), bytesOf(kPlainStart)))
        return Failure{SealFault::NotSealed};
    const ByteView trailer = firstPage.last(kOverhead);
    if (!equal(trailer.subspan(4, StorageKeyId::kSize), m_keyId.view())) return Failure{SealFault::WrongKey};
    return claimedBy(trailer, PagePlace::Kind::Page).file;
}

} // namespace puente
