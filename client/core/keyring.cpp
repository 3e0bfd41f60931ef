#include "client/core/keyring.h"

#include "client/core/platform/files.h"
#include "common/codec/reader.h"
#include "common/codec/writer.h"
#include "common/crypto/aead.h"

#include <algorithm>
#include <array>
#include <utility>

namespace puente {

namespace {

constexpr std::uint8_t kVersion = 2;
constexpr std::uint8_t kVersionWithoutStorageKey = 1; // while replicas were not sealed
constexpr std::size_t kFileSizeMax = 64 * 1024;
constexpr std::size_t kSecretSizeMax = 4096; // of what is wrapped: three texts and some keys
constexpr std::uint8_t kKitConfirmed = 1, kHoldsRoot = 2, kHoldsApprovalKey = 4;
constexpr std::string_view kFileName = "/keyring";

constexpr std::array<std::pair<OrganizationKind, std::string_view>, 4> kKinds{{
    {OrganizationKind::Government, "government"},
    {OrganizationKind::CivilSociety, "civil_society"},
    {OrganizationKind::Secretariat, "secretariat"},
    {OrganizationKind::International, "international"},
}};

std::string pathIn(const std::string& folder) {
    return folder + std::string(kFileName);
}

DeviceKeys drawDevice(const OrganizationRoot& root, Entropy& entropy) {
    SigningKey signing = SigningKey::generate(entropy);
    SealingKey sealing = SealingKey::generate(entropy);
    const auto certificate = DeviceCertificate::issue(root, signing.publicId<DeviceId>(), sealing.publicId());
    return {std::move(signing), std::move(sealing), certificate};
}

KeyringFault faultOf(platform::FileFault fault) {
    switch (fault) {
    case platform::FileFault::NoFolder:
    case platform::FileFault::NotFound: return KeyringFault::NoKeyring;
    case platform::FileFault::Exists: return KeyringFault::Exists;
    case platform::FileFault::NotAllowed: return KeyringFault::NotAllowed;
    case platform::FileFault::Full: return KeyringFault::Full;
    case platform::FileFault::NotAFile:
    case platform::FileFault::TooLarge: return KeyringFault::Damaged;
    case platform::FileFault::Failed: break;
    }
    return KeyringFault::Storage;
}

KeyringFault faultOf(UnwrapFault fault) {
    switch (fault) {
    case UnwrapFault::Malformed:
    case UnwrapFault::CostOutOfBounds: return KeyringFault::Damaged;
    case UnwrapFault::OutOfMemory: return KeyringFault::OutOfMemory;
    case UnwrapFault::WrongPassphrase: break;
    }
    return KeyringFault::WrongPassphrase;
}

} // namespace

std::string_view wordOf(OrganizationKind kind) {
    for (const auto& [known, word] : kKinds)
        if (known == kind) return word;
    return {};
}

std::optional<OrganizationKind> organizationKindFromWord(std::string_view word) {
    for (const auto& [kind, known] : kKinds)
        if (known == word) return kind;
    return std::nullopt;
}

Keyring Keyring::generate(Office office, Entropy& entropy) {
    OrganizationRoot root = OrganizationRoot::generate(entropy);
    Keyring keyring(std::move(office), drawDevice(root, entropy));
    keyring.m_root.emplace(std::move(root));
    keyring.drawStorageKey(entropy);
    return keyring;
}

Keyring Keyring::recover(Office office, const OrganizationRoot& root, Entropy& entropy) {
    Keyring keyring(std::move(office), drawDevice(root, entropy));
    keyring.m_isKitConfirmed = true; // it was read just now
    keyring.drawStorageKey(entropy);
    return keyring;
}

Keyring Keyring::join(Office office, const DeviceCertificate& inviter, Entropy& entropy) {
    SigningKey signing = SigningKey::generate(entropy);
    SealingKey sealing = SealingKey::generate(entropy);
    const DeviceCertificate bare{.organization = inviter.organization,
                                 .recovery = inviter.recovery,
                                 .device = signing.publicId<DeviceId>(),
                                 .sealing = sealing.publicId(),
                                 .signature = {}};
    Keyring keyring(std::move(office), {std::move(signing), std::move(sealing), bare});
    keyring.m_isKitConfirmed = true; // the kit is for the office's first device to print
    keyring.drawStorageKey(entropy);
    return keyring;
}

void Keyring::certify(const DeviceCertificate& certificate) {
    DeviceCertificate bare = certificate;
    bare.signature = {};
    if (bare == m_device.certificate && certificate.isAuthentic()) m_device.certificate = certificate;
}

void Keyring::drawStorageKey(Entropy& entropy) {
    entropy.fill(m_storageKey.emplace().writable());
}

void Keyring::confirmKit(bool keepsRoot) {
    m_isKitConfirmed = true;
    if (!keepsRoot) m_root.reset();
}

void Keyring::makeApprovalKey(Entropy& entropy) {
    if (!m_approvalKey) m_approvalKey.emplace(ApprovalKey::generate(entropy));
}

void Keyring::takeApprovalKey(const Keyring& other) {
    if (other.m_approvalKey) m_approvalKey.emplace(ApprovalKey::fromSeed(other.m_approvalKey->revealSeed()));
}

bool Office::isStorable() const {
    const std::array<const std::string*, 3> texts{&organization, &country, &person};
    return std::all_of(texts.begin(), texts.end(),
                       [](const std::string* text) { return text->size() <= kTextSizeMax && isUtf8(*text); });
}

bool Keyring::isIn(const std::string& folder) {
    return platform::exists(pathIn(folder));
}

Result<Keyring, KeyringFault> Keyring::unlock(const std::string& folder, std::string_view passphrase) {
    const auto file = platform::readFile(pathIn(folder), kFileSizeMax);
    if (!file) return Failure{faultOf(file.fault())};
    auto plain = unwrapWithPassphrase(passphrase, *file);
    if (!plain) return Failure{faultOf(plain.fault())};
    auto keyring = decode(*plain);
    wipe(*plain);
    if (!keyring) return Failure{KeyringFault::Damaged};
    keyring->m_file = *file;
    return std::move(*keyring);
}

Result<Done, KeyringFault> Keyring::store(const std::string& folder, std::string_view passphrase,
                                          const PassphraseCost& cost, Entropy& entropy) {
    expects(m_office.isStorable());
    Bytes plain = encode();
    Bytes wrapped = wrapWithPassphrase(passphrase, cost, plain, entropy);
    wipe(plain);
    const auto stored = platform::createFile(pathIn(folder), wrapped, platform::Access::Owner);
    if (!stored) return Failure{faultOf(stored.fault())};
    m_file = std::move(wrapped);
    return Done{};
}

Result<Done, KeyringFault> Keyring::replace(const std::string& folder, std::string_view passphrase, Entropy& entropy) {
    return writeOver(folder, passphrase, passphrase, entropy);
}

Result<Done, KeyringFault> Keyring::changePassphrase(const std::string& folder, std::string_view passphrase,
                                                     std::string_view fresh, Entropy& entropy) {
    auto keyring = unlock(folder, passphrase);
    if (!keyring) return Failure{keyring.fault()};
    return keyring->writeOver(folder, passphrase, fresh, entropy);
}

Result<Done, KeyringFault> Keyring::writeOver(const std::string& folder, std::string_view passphrase,
                                              std::string_view fresh, Entropy& entropy) {
    // Deriving keys takes a second, in which another command may have had the same idea.
    const auto lock = platform::FolderLock::wait(folder);
    const auto file = platform::readFile(pathIn(folder), kFileSizeMax);
    if (!file) return Failure{faultOf(file.fault())};
    const auto cost = costOf(*file);
    auto old = unwrapWithPassphrase(passphrase, *file);
    if (!old) return Failure{faultOf(old.fault())};
    wipe(*old);
    if (*file != m_file) return Failure{KeyringFault::Changed};
    Bytes plain = encode();
    Bytes wrapped = wrapWithPassphrase(fresh, *cost, plain, entropy);
    wipe(plain);
    const auto stored = platform::replaceFile(pathIn(folder), wrapped, platform::Access::Owner);
    if (!stored) return Failure{faultOf(stored.fault())};
    m_file = std::move(wrapped);
    return Done{};
}

Bytes Keyring::encode() const {
    Bytes plain;
    plain.reserve(kSecretSizeMax); // its place never changes, so that wiping it leaves no copy
    plain.push_back(m_storageKey ? kVersion : kVersionWithoutStorageKey);
    append(plain, m_device.signing.revealSeed());
    append(plain, m_device.sealing.revealSeed());
    append(plain, m_device.certificate.organization.view());
    append(plain, m_device.certificate.recovery.view());
    append(plain, m_device.certificate.signature.view());
    plain.push_back(static_cast<std::uint8_t>((m_isKitConfirmed ? kKitConfirmed : 0) | (m_root ? kHoldsRoot : 0) |
                                              (m_approvalKey ? kHoldsApprovalKey : 0)));
    if (m_root) append(plain, m_root->reveal());
    if (m_approvalKey) append(plain, m_approvalKey->revealSeed());
    Writer writer;
    writer.u8(static_cast<std::uint8_t>(m_office.kind));
    writer.text(m_office.organization);
    writer.text(m_office.country);
    writer.text(m_office.person);
    append(plain, writer.view());
    if (m_storageKey) append(plain, m_storageKey->reveal());
    return plain;
}

std::optional<Keyring> Keyring::decode(ByteView plain) {
    Reader reader(plain);
    const std::uint8_t version = reader.u8();
    if (version != kVersion && version != kVersionWithoutStorageKey) return std::nullopt;
    const ByteView signing = reader.raw(32), sealing = reader.raw(32);
    DeviceCertificate certificate;
    certificate.organization = reader.id<OrganizationId>();
    certificate.recovery = reader.id<SealingId>();
    certificate.signature = reader.id<Signature>();
    const std::uint8_t flags = reader.u8();
    const ByteView root = flags & kHoldsRoot ? reader.raw(OrganizationRoot::kSize) : ByteView{};
    const ByteView approval = flags & kHoldsApprovalKey ? reader.raw(32) : ByteView{};
    Office office;
    office.kind = static_cast<OrganizationKind>(reader.u8());
    office.organization = reader.text(Office::kTextSizeMax);
    office.country = reader.text(Office::kTextSizeMax);
    office.person = reader.text(Office::kTextSizeMax);
    const ByteView storage = version == kVersion ? reader.raw(StorageKey::kSize) : ByteView{};
    const bool isKnown = flags <= (kKitConfirmed | kHoldsRoot | kHoldsApprovalKey) && !wordOf(office.kind).empty();
    if (!reader.finished() || !isKnown) return std::nullopt;

    DeviceKeys device{SigningKey::fromSeed(signing), SealingKey::fromSeed(sealing), certificate};
    device.certificate.device = device.signing.publicId<DeviceId>();
    device.certificate.sealing = device.sealing.publicId();
    const DeviceCertificate& known = device.certificate;
    if (!known.isAuthentic() && !known.asksForSignature()) return std::nullopt;
    Keyring keyring(std::move(office), std::move(device));
    keyring.m_isKitConfirmed = flags & kKitConfirmed;
    if (!storage.empty()) std::ranges::copy(storage, keyring.m_storageKey.emplace().writable().begin());
    if (!approval.empty()) keyring.m_approvalKey.emplace(ApprovalKey::fromSeed(approval));
    if (!root.empty()) keyring.m_root.emplace(OrganizationRoot::fromSecret(root));
    if (keyring.m_root && keyring.m_root->id() != certificate.organization) return std::nullopt;
    return keyring;
}

} // namespace puente
