#pragma once

#include <QByteArray>
#include <QJsonObject>

#include "server/relay/counters.h"
#include "sync/session/responder.h"

#include <vector>

namespace puente {

/// One number that the server tells of itself. Never a name, an id or an address.
struct Metric {
    const char* name = nullptr;
    const char* help = nullptr;
    bool isCounter = true; ///< only grows; else it is what it is now
    std::uint64_t value = 0;
};

/// What else is worth watching, beside what connections and conversations count.
struct Health {
    bool storeFailed = false;
    std::uint64_t spaces = 0;
    std::uint64_t storeBytes = 0; ///< of the files
    std::uint64_t uptimeSeconds = 0;
};

std::vector<Metric> metricsOf(const Counters& counters, const Relay::Totals& totals, const Health& health);

/// The text format that Prometheus reads, version 0.0.4.
QByteArray toPrometheus(const std::vector<Metric>& metrics);
/// The same numbers by name, without the prefix.
QJsonObject toJson(const std::vector<Metric>& metrics);

} // namespace puente
