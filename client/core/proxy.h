#pragma once

#include "client/core/notice.h"
#include "client/core/tls_transport.h"

namespace puente {

/// The HTTP proxy that PUENTE_PROXY names ("http://host:port", or with "user:password@" before the host); none if it is
/// not set.
Outcome<std::optional<HttpProxy>> proxyFromEnvironment();

} // namespace puente
