#include "common/crypto/passphrase.h"

#include "common/codec/reader.h"
#include "common/codec/writer.h"
#include "common/crypto/aead.h"
#include "common/crypto/secret.h"

#include <sodium.h>

namespace puente {

namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kSaltSize = crypto_pwhash_argon2id_SALTBYTES;
constexpr std::size_t kHeaderSize = 1 + 4 + 4 + kSaltSize;
static_assert(kHeaderSize == 25, "docs/formats/keyring.md promises this");

/// False when the system would not give the memory.
bool deriveKey(std::string_view passphrase, const PassphraseCost& cost, ByteView salt, Secret<32>& key) {
    const std::size_t memory = std::size_t{cost.memoryKibibytes} * 1024;
    return crypto_pwhash_argon2id(key.writable().data(), 32, passphrase.data(), passphrase.size(), salt.data(),
                                  cost.passes, memory, crypto_pwhash_argon2id_ALG_ARGON2ID13) == 0;
}

} // namespace

bool isAcceptable(const PassphraseCost& cost) {
    const auto within = [](std::uint32_t value, std::uint32_t least, std::uint32_t most) {
        return value >= least && value <= most;
    };
    return within(cost.memoryKibibytes, kPassphraseCostMin.memoryKibibytes, kPassphraseCostMax.memoryKibibytes) &&
           within(cost.passes, kPassphraseCostMin.passes, kPassphraseCostMax.passes);
}

Bytes wrapWithPassphrase(std::string_view passphrase, const PassphraseCost& cost, ByteView secret, Entropy& entropy) {
    expects(isAcceptable(cost));
    std::array<std::uint8_t, kSaltSize> salt{};
    entropy.fill(salt);
    Writer header;
    header.u8(kVersion);
    header.u32(cost.memoryKibibytes);
    header.u32(cost.passes);
    header.raw(salt);
    Secret<32> key;
    expects(deriveKey(passphrase, cost, salt, key));
    Bytes wrapped = header.take();
    const Bytes sealed = aeadSeal(key.reveal(), secret, wrapped, entropy);
    append(wrapped, sealed);
    return wrapped;
}

std::optional<PassphraseCost> costOf(ByteView wrapped) {
    Reader reader(wrapped);
    const std::uint8_t version = reader.u8();
    PassphraseCost cost;
    cost.memoryKibibytes = reader.u32();
    cost.passes = reader.u32();
    if (!reader.ok() || version != kVersion) return std::nullopt;
    return cost;
}

Result<Bytes, UnwrapFault> unwrapWithPassphrase(std::string_view passphrase, ByteView wrapped) {
    Reader reader(wrapped);
    (void)reader.raw(kHeaderSize - kSaltSize);
    const ByteView salt = reader.raw(kSaltSize);
    const auto cost = costOf(wrapped);
    if (!reader.ok() || !cost) return Failure{UnwrapFault::Malformed};
    if (!isAcceptable(*cost)) return Failure{UnwrapFault::CostOutOfBounds};
    Secret<32> key;
    if (!deriveKey(passphrase, *cost, salt, key)) return Failure{UnwrapFault::OutOfMemory};
    auto secret = aeadOpen(key.reveal(), reader.rest(), wrapped.first(kHeaderSize));
    if (!secret) return Failure{UnwrapFault::WrongPassphrase};
    return std::move(*secret);
}

} // namespace puente
