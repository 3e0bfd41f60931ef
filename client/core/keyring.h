#pragma once

#include "common/crypto/approval_key.h"
#include "common/crypto/passphrase.h"
#include "common/crypto/secret.h"
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

    static constexpr std::size_t kTextSizeMax = 1000; ///< bytes of each of these
    /// UTF-8 of permitted size: what is not could be written, and not read again.
    bool isStorable() const;
    friend bool operator==(const Office&, const Office&) = default;
};

enum class KeyringFault {
    NoKeyring, ///< the folder holds no replica
    Lost,      ///< it holds one, but not its keys
    Exists,
    NotAllowed,
    Full,
    Storage,
    Damaged, ///< the file is not a keyring, or its cost is out of bounds
    OutOfMemory,
    WrongPassphrase,
    Changed, ///< another process has written the file since this keyring was read from it
};

using StorageKey = Secret<32>;

/// The secrets of a replica folder: the device's keys, the key of its file and, until its recovery kit is confirmed,
/// its organisation's root, in one file that the passphrase locks. Layout: docs/formats/keyring.md.
class Keyring {
public:
    /// Draws new keys for a new office.
    static Keyring generate(Office office, Entropy& entropy);
    /// Draws new keys for another device of the office whose root this is; the root is not kept.
    static Keyring recover(Office office, const OrganizationRoot& root, Entropy& entropy);

    /// Draws new keys for another device of the inviter's office, whose root has yet to certify them.
    static Keyring join(Office office, const DeviceCertificate& inviter, Entropy& entropy);

    static bool isIn(const std::string& folder);
    static Result<Keyring, KeyringFault> unlock(const std::string& folder, std::string_view passphrase);
    /// Writes the file, which must not exist yet, whole and durably, readable by its owner only. Of an office that is
    /// storable.
    Result<Done, KeyringFault> store(const std::string& folder, std::string_view passphrase, const PassphraseCost& cost,
                                     Entropy& entropy);

    /// Puts this keyring in the place of the one that is there, which must be the one it was read from or written as,
    /// and which the passphrase must open; under the same cost. After a crash the old or the new one is there; of two
    /// that are written at once, one.
    Result<Done, KeyringFault> replace(const std::string& folder, std::string_view passphrase, Entropy& entropy);
    /// Locks the same keys with another passphrase. Nothing else in the folder changes.
    static Result<Done, KeyringFault> changePassphrase(const std::string& folder, std::string_view passphrase,
                                                       std::string_view fresh, Entropy& entropy);

    const Office& office() const { return m_office; }
    const DeviceKeys& device() const { return m_device; }
    /// What the replica's file is sealed with; none in a folder of an earlier version, until it is drawn.
    const std::optional<StorageKey>& storageKey() const { return m_storageKey; }
    void drawStorageKey(Entropy& entropy);
    OrganizationId organization() const { return m_device.certificate.organization; }
    /// The organisation's root, while this device keeps it.
    const std::optional<OrganizationRoot>& root() const { return m_root; }
    /// Takes the root's signature for this device's keys, from a space that admitted it; of other keys it is not taken.
    void certify(const DeviceCertificate& certificate);
    /// True once somebody has shown that the kit is on paper.
    bool isKitConfirmed() const { return m_isKitConfirmed; }
    /// The kit is on paper; the root stays on this device only if it is to be kept.
    void confirmKit(bool keepsRoot);
    /// What this device signs approvals with; nothing until it was first needed.
    const std::optional<ApprovalKey>& approvalKey() const { return m_approvalKey; }
    /// Draws one where there is none yet. store() or replace() makes it durable.
    void makeApprovalKey(Entropy& entropy);
    /// Takes the one of another reading of the same file.
    void takeApprovalKey(const Keyring& other);

private:
    Keyring(Office office, DeviceKeys device) : m_office(std::move(office)), m_device(std::move(device)) {}
    static std::optional<Keyring> decode(ByteView plain);
    Bytes encode() const;
    Result<Done, KeyringFault> writeOver(const std::string& folder, std::string_view passphrase, std::string_view fresh,
                                         Entropy& entropy);

    Office m_office;
    DeviceKeys m_device;
    std::optional<OrganizationRoot> m_root;
    std::optional<StorageKey> m_storageKey;
    std::optional<ApprovalKey> m_approvalKey;
    bool m_isKitConfirmed = false;
    Bytes m_file; ///< as it was read or written last: sealed
};

} // namespace puente
