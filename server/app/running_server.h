#pragma once

#include <QTimer>

#include "server/app/home.h"
#include "server/relay/loopback_http.h"
#include "server/relay/metrics.h"
#include "server/relay/monotonic_clock.h"
#include "server/relay/relay_server.h"

namespace puente {

struct RunOptions {
    HostAndPort listen;
    quint16 controlPort = 0; ///< loopback; 0 for any free one
    ServerLimits limits;
};

/// A server at work: its stores, its listener, and the loopback port for metrics and for the program's other verbs.
class RunningServer final : public QObject {
    Q_OBJECT

public:
    /// Listens when it returns well. `entropy` and `events` must outlive it.
    static Result<std::unique_ptr<RunningServer>, Notice> start(Home home, const RunOptions& options, Entropy& entropy,
                                                                EventLog& events);
    ~RunningServer() override;

    quint16 port() const { return m_server->serverPort(); }
    quint16 controlPort() const { return m_control->serverPort(); }
    const Home& home() const { return m_home; }
    SqliteStore& store() { return *m_store; }
    const Counters& counters() const { return m_server->counters(); }

    void stop();

Q_SIGNALS:
    void stopped();
    /// The disk failed: nothing may be acknowledged any more, so the program must end and be started again.
    void storeFailed();

private:
    RunningServer(Home home, std::unique_ptr<SqliteStore> store, std::unique_ptr<DocumentStore> documents,
                  const ServerLimits& limits, EventLog& events);
    Result<Done, Notice> listen(const RunOptions& options, Entropy& entropy);
    Result<Done, Notice> openControl(quint16 port, Entropy& entropy);
    HttpAnswer answer(const HttpRequest& request);
    HttpAnswer answerUnproven(const HttpRequest& request);
    HttpAnswer backUp(const HttpRequest& request);
    HttpAnswer told(const Notice& notice);
    std::vector<Metric> metrics();
    void checkStore();
    void tellStart(const ServerLimits& limits);
    void tellEnd(EventWord how);
    Duration uptime() const { return m_clock.now() - m_started; }

    Home m_home;
    std::unique_ptr<SqliteStore> m_store;
    std::unique_ptr<DocumentStore> m_documents;
    MonotonicClock m_clock;
    EventLog& m_events;
    Relay m_relay;
    std::unique_ptr<RelayServer> m_server;
    std::unique_ptr<LoopbackHttp> m_control;
    QByteArray m_token; ///< of the control file, as the next
    QByteArray m_proof;
    QTimer m_watch;
    Instant m_started;
    bool m_storeFailed = false;
};

} // namespace puente
