#include "server/relay/metrics.h"

namespace puente {

std::vector<Metric> metricsOf(const Counters& counters, const Relay::Totals& totals, const Health& health) {
    return {
        {"connections_open", "Connections now.", false, counters.open},
        {"connections_total", "Connections accepted.", true, counters.accepted},
        {"connections_busy_total", "Connections refused since there were too many.", true, counters.busy},
        {"connections_timed_out_total", "Connections ended since they were silent or slow.", true, counters.timedOut},
        {"connections_faulty_total", "Connections ended since they broke the protocol.", true, counters.faulty},
        {"bytes_in_total", "Bytes of frames received.", true, counters.bytesIn},
        {"bytes_out_total", "Bytes of frames sent.", true, counters.bytesOut},
        {"conversations_total", "Conversations begun.", true, totals.conversations},
        {"entries_taken_total", "Entries stored.", true, totals.entriesTaken},
        {"entries_taken_bytes_total", "Bytes of entries stored.", true, totals.bytesTaken},
        {"entries_served_total", "Entries handed out.", true, totals.entriesServed},
        {"entries_served_bytes_total", "Bytes of entries handed out.", true, totals.bytesServed},
        {"entries_refused_total", "Entries refused.", true, totals.refused},
        {"documents_taken_bytes_total", "Bytes of documents received.", true, totals.documentBytesTaken},
        {"documents_served_bytes_total", "Bytes of documents handed out.", true, totals.documentBytesServed},
        {"spaces", "Spaces that the store holds.", false, health.spaces},
        {"store_bytes", "Size of the stores' files.", false, health.storeBytes},
        {"store_failed", "1 when the disk failed: nothing more is stored.", false, health.storeFailed ? 1U : 0U},
        {"uptime_seconds", "Since the server started.", false, health.uptimeSeconds},
    };
}

QByteArray toPrometheus(const std::vector<Metric>& metrics) {
    QByteArray text;
    for (const Metric& metric : metrics) {
        const QByteArray name = QByteArray("puente_") + metric.name;
        text +=
            "# HELP " + name + " " + metric.help + "\n# TYPE " + name + (metric.isCounter ? " counter\n" : " gauge\n");
        text += name + " " + QByteArray::number(static_cast<qulonglong>(metric.value)) + "\n";
    }
    return text;
}

QJsonObject toJson(const std::vector<Metric>& metrics) {
    QJsonObject object;
    for (const Metric& metric : metrics)
        object.insert(QLatin1String(metric.name), static_cast<qint64>(metric.value));
    return object;
}

} // namespace puente
