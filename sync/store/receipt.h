#pragma once

#include "common/crypto/identity.h"
#include "sync/store/store.h"

#include <optional>

namespace puente {

/// A server's signed word as a thing of its own, with all that its signature covers: whoever has it can check it. The
/// log of this space stands here, and this device's own log is stored up to `ownHeight`. docs/formats/proof.md.
struct SignedReceipt {
    ServerId server;
    SpaceId space;
    DeviceId device;
    InstanceId instance;
    LogPosition at;
    std::uint32_t ownHeight = 0;
    Hash ownHead; ///< zero for an empty log
    Signature signature;

    Bytes signedMessage() const;
    bool isAuthentic() const;
    Bytes encode() const;
    /// Accepts what is well formed and about a log that has begun; whether it is authentic is another question.
    static std::optional<SignedReceipt> decode(ByteView bytes);
    friend bool operator==(const SignedReceipt&, const SignedReceipt&) = default;
};

inline constexpr std::size_t kSignedReceiptSize = 32 + 16 + 32 + 16 + 8 + 32 + 4 + 32 + 64;

/// Two receipts that cannot both be true: one life of one server's log had two pasts at one position.
struct ReceiptProof {
    SignedReceipt one, other; ///< the smaller running hash first

    bool isContradiction() const;
    bool isAuthentic() const { return one.isAuthentic() && other.isAuthentic(); }
    friend bool operator==(const ReceiptProof&, const ReceiptProof&) = default;
};

} // namespace puente
