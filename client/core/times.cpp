#include "client/core/times.h"

#include <QDateTime>
#include <QTimeZone>

namespace puente {

namespace {

std::string formatted(Instant instant, const char* format) {
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(millisecondsOf(instant), Qt::UTC);
    return time.toString(QLatin1String(format)).toStdString();
}

} // namespace

std::string isoTime(Instant instant) {
    return formatted(instant, "yyyy-MM-dd'T'HH:mm:ss'Z'");
}

std::string humanTime(Instant instant) {
    return formatted(instant, "yyyy-MM-dd HH:mm 'UTC'");
}

} // namespace puente
