#pragma once

#include "common/base/entropy.h"
#include "common/base/ids.h"
#include "common/base/result.h"
#include "common/crypto/secret.h"

#include <span>
#include <vector>

namespace puente {

/// One splitting of a secret: drawn at random, the same in all shares of it.
using ShareSetId = Id<struct ShareSetTag, 8>;

/// How many shares give the secret back, of how many that are made.
struct ShareCounts {
    std::uint8_t threshold = 2;
    std::uint8_t total = 3;

    friend bool operator==(const ShareCounts&, const ShareCounts&) = default;
};

inline constexpr std::uint8_t kSharesMax = 16;

/// True for 2 <= threshold <= total <= 16.
bool isAcceptable(const ShareCounts& counts);

inline constexpr std::size_t kSharedSecretSize = 32;
inline constexpr std::size_t kShareDataSize = 40; // the secret and its digest

/// What one trustee keeps. Alone, or with fewer than the threshold, it says nothing about the secret.
struct Share {
    ShareSetId set;
    ShareCounts counts;
    std::uint8_t index = 1; ///< 1 to counts.total
    Secret<kShareDataSize> data;
};

/// Splits 32 secret bytes among trustees (Shamir over GF(256), constant-time). docs/formats/recovery_kit.md has the
/// arithmetic and the digest by which a wrong set of shares is told from a right one.
std::vector<Share> splitSecret(ByteView secret, const ShareCounts& counts, Entropy& entropy);

/// Why shares gave no secret.
enum class CombineFault {
    TooFew,
    MixedSets, ///< they come from more than one splitting
    Repeated,  ///< one share is there twice
    Altered,   ///< what they give is not what was split: at least one is not as it was made
};

/// The secret that was split. All shares given take part, so an altered one is found however many there are.
Result<Secret<kSharedSecretSize>, CombineFault> combineShares(std::span<const Share> shares);

} // namespace puente
