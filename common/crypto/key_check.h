#pragma once

#include "common/base/ids.h"

namespace puente {

/// True for a public key that an honest signer can have: a canonical point of the main subgroup of Ed25519. Others
/// would let one signature pass for several messages, or one key pass for several ids.
bool isSigningPoint(ByteView publicKey);

template <std::size_t Size, typename Tag>
bool isSigningPoint(const Id<Tag, Size>& publicKey) {
    return isSigningPoint(publicKey.view());
}

/// True for an X25519 public key that something can be sealed to: none of the points of small order, with which every
/// secret would be the same, and no second spelling of another key.
bool isSealingPoint(const SealingId& publicKey);

} // namespace puente
