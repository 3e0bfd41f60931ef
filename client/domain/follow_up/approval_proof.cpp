#include "client/domain/follow_up/approval_proof.h"

#include "client/domain/follow_up/labelled_text.h"
#include "common/crypto/key_check.h"

#include <array>

namespace puente {

namespace {

constexpr std::string_view kContextLine = "Puente approval key, version 1";
constexpr std::size_t kCertificateSizeMax = 4096;

/// The bytes before an Ed25519 key in a SubjectPublicKeyInfo: RFC 8410.
constexpr std::array<std::uint8_t, 12> kKeyInfo{0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

Bytes certifiedBytes(const DeviceCertificate& device, const ApprovalKeyId& key) {
    Bytes bytes;
    append(bytes, device.organization.view());
    append(bytes, device.device.view());
    append(bytes, key.view());
    return bytes;
}

/// The next line must have this label and hold an id in hexadecimal.
template <typename IdType>
bool take(const std::vector<LabelledValue>& lines, std::size_t at, std::string_view label, IdType& id) {
    if (at >= lines.size() || lines[at].label != label) return false;
    const auto bytes = fromHex(lines[at].value);
    const auto read = bytes ? IdType::from(*bytes) : std::nullopt;
    if (read) id = *read;
    return read.has_value();
}

constexpr std::string_view kOrganization = "Organisation", kRecovery = "Recovery key", kDevice = "Device",
                           kSealing = "Sealing key", kByOrganization = "Signed by the organisation",
                           kApprovalKey = "Approval key", kByDevice = "Signed by the device";

} // namespace

ApprovalCertificate ApprovalCertificate::issue(const DeviceCertificate& certificate, const SigningKey& device,
                                               const ApprovalKeyId& key) {
    return {certificate, key, device.sign(Purpose::ApprovalKey, certifiedBytes(certificate, key))};
}

bool ApprovalCertificate::isAuthentic() const {
    return device.isAuthentic() && isSigningPoint(key) &&
           verify(device.device, Purpose::ApprovalKey, certifiedBytes(device, key), signature);
}

std::string certificateText(const ApprovalCertificate& certificate) {
    const DeviceCertificate& device = certificate.device;
    return LabelledText(kContextLine)
        .add(kOrganization, toHex(device.organization.view()))
        .add(kRecovery, toHex(device.recovery.view()))
        .add(kDevice, toHex(device.device.view()))
        .add(kSealing, toHex(device.sealing.view()))
        .add(kByOrganization, toHex(device.signature.view()))
        .add(kApprovalKey, toHex(certificate.key.view()))
        .add(kByDevice, toHex(certificate.signature.view()))
        .take();
}

std::optional<ApprovalCertificate> readCertificate(std::string_view text) {
    if (text.size() > kCertificateSizeMax) return std::nullopt;
    const auto lines = readLabelled(kContextLine, text);
    if (!lines) return std::nullopt;
    ApprovalCertificate certificate;
    DeviceCertificate& device = certificate.device;
    const bool isWhole =
        take(*lines, 0, kOrganization, device.organization) && take(*lines, 1, kRecovery, device.recovery) &&
        take(*lines, 2, kDevice, device.device) && take(*lines, 3, kSealing, device.sealing) &&
        take(*lines, 4, kByOrganization, device.signature) && take(*lines, 5, kApprovalKey, certificate.key) &&
        take(*lines, 6, kByDevice, certificate.signature);
    if (!isWhole || certificateText(certificate) != text) return std::nullopt;
    return certificate;
}

std::string pemOf(const ApprovalKeyId& key) {
    Bytes info(kKeyInfo.begin(), kKeyInfo.end());
    append(info, key.view());
    std::string base64 = toBase64Url(info); // 44 bytes, hence 59 digits and one "="
    for (char& digit : base64)
        digit = digit == '-' ? '+' : digit == '_' ? '/' : digit;
    return "-----BEGIN PUBLIC KEY-----\n" + base64 + "=\n-----END PUBLIC KEY-----\n";
}

Result<CheckedApproval, ApprovalFault> checkApproval(const SignedApproval& approval) {
    const auto statement = readStatement(approval.statement);
    const auto certificate = readCertificate(approval.certificate);
    if (!statement || !certificate) return Failure{ApprovalFault::Malformed};
    if (!certificate->isAuthentic()) return Failure{ApprovalFault::NotCertified};
    if (!verifyApproval(certificate->key, bytesOf(approval.statement), approval.signature))
        return Failure{ApprovalFault::NotAuthentic};
    return CheckedApproval{*statement, *certificate};
}

} // namespace puente
