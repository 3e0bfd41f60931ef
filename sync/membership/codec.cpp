#include "sync/membership/codec.h"

namespace puente {

void encodeCertificate(Writer& writer, const DeviceCertificate& certificate) {
    writer.id(certificate.organization);
    writer.id(certificate.recovery);
    writer.id(certificate.device);
    writer.id(certificate.sealing);
    writer.id(certificate.signature);
}

DeviceCertificate decodeCertificate(Reader& reader) {
    DeviceCertificate certificate;
    certificate.organization = reader.id<OrganizationId>();
    certificate.recovery = reader.id<SealingId>();
    certificate.device = reader.id<DeviceId>();
    certificate.sealing = reader.id<SealingId>();
    certificate.signature = reader.id<Signature>();
    return certificate;
}

void encodeRole(Writer& writer, Role role) {
    writer.u8(static_cast<std::uint8_t>(role));
}

Role decodeRole(Reader& reader) {
    const std::uint8_t number = reader.u8();
    if (number < static_cast<std::uint8_t>(Role::Reader) || number > static_cast<std::uint8_t>(Role::Admin)) {
        reader.fail();
        return Role::Reader;
    }
    return static_cast<Role>(number);
}

void encodeInstant(Writer& writer, Instant instant) {
    const std::int64_t milliseconds = millisecondsOf(instant);
    expects(milliseconds >= 0 && milliseconds <= kInstantMax);
    writer.varint(static_cast<std::uint64_t>(milliseconds));
}

Instant decodeInstant(Reader& reader) {
    return instantOf(static_cast<std::int64_t>(reader.varintUpTo(kInstantMax)));
}

} // namespace puente
