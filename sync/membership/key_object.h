#pragma once

#include "common/base/ids.h"
#include "common/crypto/identity.h"

#include <optional>
#include <vector>

namespace puente {

/// An epoch key, sealed to those who may read with it, and signed by the member device that sealed it.
///
/// It grants nothing: what it yields counts only if it is the key to which the epoch's membership record commits.
/// Layout: docs/formats/membership.md.
class KeyObject {
public:
    static constexpr std::size_t kTagSize = 8;
    using Tag = std::array<std::uint8_t, kTagSize>;

    /// A key in a sealed box, found by the first bytes of the sealing key it is meant for: a device's or an
    /// organisation's recovery key. Two recipients may share a tag; whoever looks for its own tries both.
    struct Entry {
        Tag tag{};
        Bytes sealed; ///< the 32 key bytes in a sealed box: 80 bytes
        friend bool operator==(const Entry&, const Entry&) = default;
    };
    /// The key of an earlier epoch, sealed under this one's: whoever reads now reads what came before.
    struct Predecessor {
        Hash epoch;
        Bytes wrapped; ///< 72 bytes
        friend bool operator==(const Predecessor&, const Predecessor&) = default;
    };
    struct Content {
        SpaceId space;
        DeviceId author;
        Hash epoch;                            ///< the record that began it
        std::vector<Entry> entries;            ///< ascending by tag, then by bytes
        std::vector<Predecessor> predecessors; ///< ascending by epoch
        friend bool operator==(const Content&, const Content&) = default;
    };

    static Tag tagOf(const SealingId& recipient);

    /// At least one entry, in order; `signer` is the author.
    static KeyObject sign(const Content& content, const SigningKey& signer);
    /// Accepts what is well formed and signed by the author it names.
    static std::optional<KeyObject> parse(Bytes wire);

    const Content& content() const { return m_content; }
    ByteView wire() const { return m_wire; }
    const Hash& hash() const { return m_hash; } ///< of all its bytes

private:
    KeyObject() = default;

    Content m_content;
    Bytes m_wire;
    Hash m_hash;
};

inline constexpr std::size_t kKeyObjectSizeMax = 1024 * 1024;

} // namespace puente
