#pragma once

#include <QByteArray>
#include <QString>

#include "server/app/control_file.h"
#include "server/app/home.h"
#include "server/relay/loopback_http.h"

#include <optional>

namespace puente {

/// Asks the server that runs on a folder, and waits for its answer. Nothing when none runs there, and when what answers
/// is not that server.
std::optional<HttpAnswer> askServerOf(const Home& home, const QByteArray& method, const QByteArray& path,
                                      const QByteArray& body);
/// Asks whoever has the port, and believes it.
std::optional<HttpAnswer> askRunningServer(const ControlFile& control, const QByteArray& method, const QByteArray& path,
                                           const QByteArray& body);

} // namespace puente
