#pragma once

#include "common/base/ids.h"
#include "common/crypto/identity.h"

#include <optional>
#include <vector>

namespace puente {

/// An epoch key, sealed to each device that may read with it, and signed by the admin device that sealed it.
/// Layout: docs/formats/membership.md.
class KeyObject {
public:
    struct Content {
        SpaceId space;
        DeviceId author;
        std::uint32_t epoch = 1;
        struct Entry {
            DeviceId device;
            Bytes sealed; ///< the 32 key bytes in a sealed box: 80 bytes
            friend bool operator==(const Entry&, const Entry&) = default;
        };
        std::vector<Entry> entries; ///< ascending by device
        friend bool operator==(const Content&, const Content&) = default;
    };

    /// At least one entry, ascending; `signer` is the author.
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
