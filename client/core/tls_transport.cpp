#include "client/core/tls_transport.h"

#include "client/core/tls_carrier.h"

namespace puente {

Result<Traffic, TransportFault> converse(const ServerAddress& address, Conversation& conversation, const Clock& clock,
                                         const TransportOptions& options) {
    TlsCarrier carrier(address, conversation, clock, options);
    return carrier.run();
}

} // namespace puente
