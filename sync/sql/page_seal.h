#pragma once

#include "common/base/entropy.h"
#include "common/base/result.h"
#include "common/crypto/detached_aead.h"
#include "common/crypto/secret.h"

#include <span>

namespace puente {

/// One sealed file, drawn when it is made: pages of two files never pass for each other, even under one key.
using SealedFileId = Id<struct SealedFileIdTag, 16>;

enum class SealFault {
    NotSealed, ///< an SQLite file as everybody can read it
    WrongKey,  ///< sealed with another key: another replica's file
    Damaged,   ///< not what was sealed
    Misplaced, ///< sealed with this key, but for another place or another file
    CutOff,    ///< the end is missing
};

/// Which key sealed something, without saying anything about the key.
using StorageKeyId = Id<struct StorageKeyIdTag, 4>;
StorageKeyId storageKeyIdOf(ByteView key);

/// Where sealed bytes stand: they open there and nowhere else.
struct PagePlace {
    enum class Kind { Page, Frame, Mark };
    Kind kind = Kind::Page;
    SealedFileId file;
    std::uint32_t number =
        0; ///< of the page or frame, from 1; 0 is the header before the frames; of a mark's slot 0 or 1
};

/// Seals pages of a database, frames of its write-ahead log, and marks of what was committed. Layout:
/// docs/formats/at_rest.md.
class PageSeal {
public:
    static constexpr std::size_t kKeySize = DetachedAead::kKeySize;
    static constexpr std::size_t kOverhead = 64;

    explicit PageSeal(ByteView key);

    /// Fills `sealed`, which is larger than `plain` by kOverhead. Draws a nonce each time.
    void seal(const PagePlace& place, ByteView plain, std::span<std::uint8_t> sealed, Entropy& entropy) const;
    /// Fills `plain`, if `sealed` was made for exactly this place; else nothing of it may be used.
    Result<Done, SealFault> open(const PagePlace& place, ByteView sealed, std::span<std::uint8_t> plain) const;

    /// The file that page 1 says it belongs to, if this key sealed it: what open() then proves.
    Result<SealedFileId, SealFault> fileOf(ByteView firstPage) const;

private:
    bool opens(const PagePlace& place, ByteView sealed, std::span<std::uint8_t> plain) const;
    const Secret<32>& keyFor(PagePlace::Kind kind) const;

    DetachedAead m_cipher;
    Secret<32> m_pageKey;
    Secret<32> m_frameKey;
    Secret<32> m_markKey;
    StorageKeyId m_keyId;
};

} // namespace puente
