#pragma once

#include "common/crypto/passphrase.h"
#include "sync/replica/replica.h"

#include <string>

namespace puente {

enum class OrganizationKind : std::uint8_t { Government = 1, CivilSociety = 2, Secretariat = 3, International = 4 };

/// The word for a kind on the command line and in JSON ("civil_society"); nothing for another word.
std::string_view wordOf(OrganizationKind kind);
std::optional<OrganizationKind> organizationKindFromWord(std::string_view word);

/// The office that a replica belongs to, as its people call it.
struct Office {
    std::string organization;
    std::string country; ///< ISO 3166 alpha-2
    OrganizationKind kind = OrganizationKind::CivilSociety;
    std::string person; ///< who is named beside a change set; may be empty

    friend bool operator==(const Office&, const Office&) = default;
};

enum class KeyringFault {
    NoKeyring, ///< the folder holds no replica
    Exists,
    NotAllowed,
    Full,
    Storage,
    Damaged, ///< the file is not a keyring, or its cost is out of bounds
    OutOfMemory,
    WrongPassphrase,
};

/// The secrets of a replica folder: the device's keys and its organisation's root, in one file that the passphrase
/// locks. Layout: docs/formats/keyring.md.
class Keyring {
public:
    /// Draws new keys for a new office.
    static Keyring generate(Office office, Entropy& entropy);

    static bool isIn(const std::string& folder);
    static Result<Keyring, KeyringFault> unlock(const std::string& folder, std::string_view passphrase);
    /// Writes the file, which must not exist yet, whole and durably, readable by its owner only.
    Result<Done, KeyringFault> store(const std::string& folder, std::string_view passphrase, const PassphraseCost& cost,
                                     Entropy& entropy) const;

    const Office& office() const { return m_office; }
    const DeviceKeys& device() const { return m_device; }
    const OrganizationRoot& root() const { return m_root; }
    OrganizationId organization() const { return m_root.id(); }

private:
    Keyring(Office office, DeviceKeys device, OrganizationRoot root);
    static std::optional<Keyring> decode(ByteView plain);
    Bytes encode() const;

    Office m_office;
    DeviceKeys m_device;
    OrganizationRoot m_root;
};

} // namespace puente
