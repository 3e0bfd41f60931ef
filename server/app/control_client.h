#pragma once

#include <QByteArray>
#include <QString>

#include "server/app/control_file.h"
#include "server/relay/loopback_http.h"

#include <optional>

namespace puente {

/// Asks the server that runs on a folder, and waits for its answer. Nothing when none runs there.
std::optional<HttpAnswer> askRunningServer(const ControlFile& control, const QByteArray& method, const QByteArray& path,
                                           const QByteArray& body);

} // namespace puente
