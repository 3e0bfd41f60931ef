#pragma once

#include "common/base/ids.h"
#include "common/base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace puente {

/// Which TLS key a server has: SHA-256 of its SubjectPublicKeyInfo (as RFC 7469 pins are).
using Pin = Id<struct PinTag, 32>;

/// Where a server is and how it is known for itself, as `puente-server init` prints it and an invite carries it.
struct ServerAddress {
    std::string host; ///< a name or an address; an IPv6 address without brackets
    std::uint16_t port = 0;
    Pin pin;
    ServerId server;         ///< signs the receipts
    std::optional<Pin> next; ///< the TLS key that will replace the present one

    bool accepts(const Pin& presented) const { return presented == pin || (next && presented == *next); }

    friend bool operator==(const ServerAddress&, const ServerAddress&) = default;
};

/// "puente-server:HOST:PORT#PIN.KEY", or "…#PIN.KEY.NEXT"; keys in URL-safe base64, an IPv6 host in brackets.
/// docs/formats/transport.md.
std::string toText(const ServerAddress& address);

enum class AddressFault {
    NotAnAddress, ///< it does not begin with "puente-server:", or the "#" is missing
    BadHost,
    BadPort,
    BadPin,
    BadKey,
};

/// Accepts exactly what toText() writes; blanks around it are forgiven, since people copy and paste.
Result<ServerAddress, AddressFault> serverAddressFromText(std::string_view text);

/// A host and a port, "HOST:PORT"; an IPv6 host in brackets. Port 0 is allowed here.
struct HostAndPort {
    std::string host;
    std::uint16_t port = 0;
    friend bool operator==(const HostAndPort&, const HostAndPort&) = default;
};
Result<HostAndPort, AddressFault> hostAndPortFromText(std::string_view text);

} // namespace puente
