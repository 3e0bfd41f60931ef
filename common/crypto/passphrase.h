#pragma once

#include "common/base/entropy.h"
#include "common/base/result.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace puente {

/// How hard guessing a passphrase is made: Argon2id (RFC 9106).
struct PassphraseCost {
    std::uint32_t memoryKibibytes = 128 * 1024;
    std::uint32_t passes = 3;

    friend bool operator==(const PassphraseCost&, const PassphraseCost&) = default;
};

/// Nothing cheaper is accepted from a file (a downgrade), nothing dearer either (a denial of service).
inline constexpr PassphraseCost kPassphraseCostMin{.memoryKibibytes = 64 * 1024, .passes = 3};
inline constexpr PassphraseCost kPassphraseCostMax{.memoryKibibytes = 1024 * 1024, .passes = 16};

/// True when the cost lies within the bounds above.
bool isAcceptable(const PassphraseCost& cost);

/// A secret wrapped under a passphrase: what a replica folder keeps its keys in. The cost and the salt travel
/// in the clear and are authenticated. Layout: docs/formats/keyring.md.
Bytes wrapWithPassphrase(std::string_view passphrase, const PassphraseCost& cost, ByteView secret, Entropy& entropy);

/// The cost that a wrapped secret names; nothing if it is too short or of another version.
std::optional<PassphraseCost> costOf(ByteView wrapped);

enum class UnwrapFault { Malformed, CostOutOfBounds, OutOfMemory, WrongPassphrase };

/// The wrapped secret; WrongPassphrase also when a byte was altered: the two look the same on purpose.
Result<Bytes, UnwrapFault> unwrapWithPassphrase(std::string_view passphrase, ByteView wrapped);

} // namespace puente
