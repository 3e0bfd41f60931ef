#pragma once

#include "common/base/ids.h"
#include "common/crypto/identity.h"
#include "sync/membership/membership.h"

#include <optional>
#include <vector>

namespace puente {

// What travels beside the logs so that something can be deleted: keys that lie outside every hash chain, the signed
// word that removes one, and the word of each device that it did. Layout and rules: docs/formats/erasable.md. Nothing
// here can hold a key in the clear; that is in erasable_key.h.

/// What an erasable key is called. Its id follows from its maker and from the key itself, so that nobody else can make
/// a key of that name, and an erasure may be judged before what it erases has come.
struct ErasableName {
    SpaceId space;
    DeviceId maker;
    Hash commitment; ///< to the key: commitmentOf()

    /// Names the object in a server's log, and goes on doing so when its bytes are gone.
    Hash hash() const;
    ErasableId id() const;
    /// The hash that an object or erasure of these bytes names; total, also for bytes that are neither.
    static Hash hashIn(ByteView wire);

    friend bool operator==(const ErasableName&, const ErasableName&) = default;
};

inline constexpr std::size_t kErasableObjectSize = 249;
inline constexpr std::size_t kErasureSize = 177;
inline constexpr std::size_t kConfirmedCountMax = 64; ///< in one confirmation
inline constexpr std::size_t kConfirmationSizeMax = 1 + 16 + 32 + 1 + kConfirmedCountMax * ErasableId::kSize + 64;
/// How many one device may put into a space, which servers and replicas hold it to.
inline constexpr std::size_t kErasableCountMax = 10'000; ///< objects; and as many erasures
inline constexpr std::size_t kConfirmationCountMax = 40'000;

/// An erasable key, sealed under the epoch key of its space and signed by its maker. All are of one size.
class ErasableObject {
public:
    struct Content {
        ErasableName name;
        KeyId key;    ///< which epoch key sealed it, as its maker says it
        Bytes sealed; ///< 72 bytes
        friend bool operator==(const Content&, const Content&) = default;
    };

    static ErasableObject sign(const Content& content, const SigningKey& maker);
    /// Accepts what is well formed and signed by the maker it names.
    static std::optional<ErasableObject> parse(Bytes wire);
    /// What the sealed key is bound to: everything before it.
    static Bytes associated(const ErasableName& name, const KeyId& key);

    const Content& content() const { return m_content; }
    const ErasableName& name() const { return m_content.name; }
    const DeviceId& author() const { return m_content.name.maker; }
    ByteView wire() const { return m_wire; }
    Hash hash() const { return m_content.name.hash(); }

private:
    ErasableObject() = default;

    Content m_content;
    Bytes m_wire;
};

/// A device's word that a key shall be gone. Whether it counts, mayErase() says.
class Erasure {
public:
    static Erasure sign(const ErasableName& name, const SigningKey& author);
    static std::optional<Erasure> parse(Bytes wire);

    const ErasableName& name() const { return m_name; }
    const DeviceId& author() const { return m_author; }
    ByteView wire() const { return m_wire; }
    const Hash& hash() const { return m_hash; }

private:
    Erasure() = default;

    ErasableName m_name;
    DeviceId m_author;
    Bytes m_wire;
    Hash m_hash;
};

/// A device's word that it has removed these keys, and will not take them again.
class ErasureConfirmation {
public:
    struct Content {
        SpaceId space;
        DeviceId author;
        std::vector<ErasableId> erased; ///< ascending, 1 to kConfirmedCountMax
        friend bool operator==(const Content&, const Content&) = default;
    };

    static ErasureConfirmation sign(const Content& content, const SigningKey& author);
    static std::optional<ErasureConfirmation> parse(Bytes wire);

    const Content& content() const { return m_content; }
    const DeviceId& author() const { return m_content.author; }
    ByteView wire() const { return m_wire; }
    const Hash& hash() const { return m_hash; }

private:
    ErasureConfirmation() = default;

    Content m_content;
    Bytes m_wire;
    Hash m_hash;
};

/// True for a device that is a member now and may write, of an admin organisation or of the maker's own.
bool mayErase(const Membership& membership, const DeviceId& device, const DeviceId& maker);

} // namespace puente
