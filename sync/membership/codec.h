#pragma once

#include "common/codec/reader.h"
#include "common/codec/writer.h"
#include "sync/membership/record.h"

namespace puente {

/// What membership records, invites and join requests have in common on the wire. Layout: docs/formats/membership.md.

inline constexpr std::uint8_t kMembershipVersion = 1;
inline constexpr std::size_t kCertificateSize = 32 + 32 + 32 + 32 + 64;
inline constexpr std::int64_t kInstantMax = (std::int64_t{1} << 48) - 1; ///< milliseconds since 1970

void encodeCertificate(Writer& writer, const DeviceCertificate& certificate);
DeviceCertificate decodeCertificate(Reader& reader);

void encodeRole(Writer& writer, Role role);
Role decodeRole(Reader& reader);

void encodeInstant(Writer& writer, Instant instant);
Instant decodeInstant(Reader& reader);

} // namespace puente
