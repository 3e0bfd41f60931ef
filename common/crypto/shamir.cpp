#include "common/crypto/shamir.h"

#include "common/base/expects.h"
#include "common/crypto/hash.h"

#include <algorithm>
#include <cstring>

#include <sodium.h>

namespace puente {

namespace {

using Shared = Secret<kShareDataSize>;

constexpr std::size_t kDigestSize = kShareDataSize - kSharedSecretSize;
static_assert(kDigestSize == 8, "docs/formats/recovery_kit.md promises this");

/// The product in GF(256) modulo x^8 + x^4 + x^3 + x + 1. Neither branches nor memory depend on the factors.
std::uint8_t product(std::uint8_t a, std::uint8_t b) {
    unsigned sum = 0, shifted = a;
    for (unsigned bit = 0; bit < 8; ++bit) {
        sum ^= shifted & (0U - (b >> bit & 1U));
        shifted = shifted << 1 ^ (0x11bU & (0U - (shifted >> 7 & 1U)));
    }
    return static_cast<std::uint8_t>(sum);
}

/// a^254, which is 1/a; the order of the group is 255.
std::uint8_t inverse(std::uint8_t a) {
    std::uint8_t power = 1;
    for (int times = 0; times < 254; ++times)
        power = product(power, a);
    return power;
}

/// target = target * x + more, byte by byte.
void multiplyAndAdd(Shared& target, std::uint8_t x, ByteView more) {
    const std::span<std::uint8_t> bytes = target.writable();
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(product(bytes[i], x) ^ more[i]);
}

/// What the share at `at` weighs in the value at 0 (Lagrange).
std::uint8_t weightOf(const Share& at, std::span<const Share> shares) {
    std::uint8_t above = 1, below = 1;
    for (const Share& other : shares) {
        if (other.index == at.index) continue;
        above = product(above, other.index);
        below = product(below, static_cast<std::uint8_t>(other.index ^ at.index));
    }
    return product(above, inverse(below));
}

Hash digestOf(ByteView secret, const ShareSetId& set, const ShareCounts& counts) {
    const std::array<std::uint8_t, 2> both{counts.threshold, counts.total};
    return Hasher(Purpose::RecoveryShares).add(set.view()).add(both).add(secret).finish();
}

Shared withDigest(ByteView secret, const ShareSetId& set, const ShareCounts& counts) {
    Shared shared;
    const Hash digest = digestOf(secret, set, counts);
    std::memcpy(shared.writable().data(), secret.data(), kSharedSecretSize);
    std::memcpy(shared.writable().data() + kSharedSecretSize, digest.bytes.data(), kDigestSize);
    return shared;
}

std::optional<CombineFault> faultOf(std::span<const Share> shares) {
    if (shares.empty()) return CombineFault::TooFew;
    std::array<bool, kSharesMax + 1> seen{};
    for (const Share& share : shares) {
        expects(share.index >= 1 && share.index <= share.counts.total && isAcceptable(share.counts));
        if (share.set != shares[0].set || share.counts != shares[0].counts) return CombineFault::MixedSets;
        if (std::exchange(seen[share.index], true)) return CombineFault::Repeated;
    }
    if (shares.size() < shares[0].counts.threshold) return CombineFault::TooFew;
    return std::nullopt;
}

} // namespace

bool isAcceptable(const ShareCounts& counts) {
    return counts.threshold >= 2 && counts.threshold <= counts.total && counts.total <= kSharesMax;
}

std::vector<Share> splitSecret(ByteView secret, const ShareCounts& counts, Entropy& entropy) {
    expects(secret.size() == kSharedSecretSize && isAcceptable(counts));
    const auto set = entropy.draw<ShareSetId>();
    const Shared shared = withDigest(secret, set, counts);
    std::vector<Shared> coefficients(counts.threshold - std::size_t{1}); // of x^(k-1) down to x
    for (Shared& coefficient : coefficients)
        entropy.fill(coefficient.writable());
    std::vector<Share> shares(counts.total);
    for (std::uint8_t index = 1; Share & share : shares) {
        share.set = set;
        share.counts = counts;
        share.index = index++;
        for (const Shared& coefficient : coefficients)
            multiplyAndAdd(share.data, share.index, coefficient.reveal());
        multiplyAndAdd(share.data, share.index, shared.reveal());
    }
    return shares;
}

Result<Secret<kSharedSecretSize>, CombineFault> combineShares(std::span<const Share> shares) {
    if (const auto fault = faultOf(shares)) return Failure{*fault};
    Shared shared;
    for (const Share& share : shares) {
        const std::uint8_t weight = weightOf(share, shares);
        for (std::size_t i = 0; i < kShareDataSize; ++i)
            shared.writable()[i] ^= product(weight, share.data.reveal()[i]);
    }
    Secret<kSharedSecretSize> secret;
    std::memcpy(secret.writable().data(), shared.reveal().data(), kSharedSecretSize);
    const Hash digest = digestOf(secret.reveal(), shares[0].set, shares[0].counts);
    const ByteView claimed = shared.reveal().last(kDigestSize);
    if (sodium_memcmp(digest.bytes.data(), claimed.data(), kDigestSize) != 0) return Failure{CombineFault::Altered};
    return secret;
}

} // namespace puente
