#pragma once

#include "common/base/entropy.h"

#include <optional>
#include <span>

namespace puente {

/// XChaCha20-Poly1305 (libsodium): a random 24-byte nonce, the ciphertext, a 16-byte tag.
Bytes aeadSeal(ByteView key, ByteView plain, ByteView associated, Entropy& entropy);

/// The plaintext, if `key` sealed exactly these bytes with exactly this associated data.
std::optional<Bytes> aeadOpen(ByteView key, ByteView sealed, ByteView associated);

/// Overwrites memory in a way that no optimiser leaves out.
void wipe(std::span<std::uint8_t> memory);

} // namespace puente
