#include "server/app/running_server.h"

#include <QJsonDocument>

#include "server/app/control_file.h"
#include "server/app/server_version.h"

#include <array>

namespace puente {

namespace {

/// "::" means every address there is, IPv4 included; nothing for a name, since only addresses can be listened on.
std::optional<QHostAddress> listenAddress(const std::string& host) {
    if (host == "::") return QHostAddress(QHostAddress::Any);
    if (host == "localhost") return QHostAddress(QHostAddress::LocalHost);
    const QHostAddress address(QString::fromStdString(host));
    return address.isNull() ? std::nullopt : std::optional(address);
}

QByteArray drawToken(Entropy& entropy) {
    std::array<std::uint8_t, 32> secret{};
    entropy.fill(secret);
    return QByteArray::fromStdString(toBase64Url(secret));
}

ByteView bytesIn(const QByteArray& array) {
    return bytesOf({array.constData(), static_cast<std::size_t>(array.size())});
}

bool isEqual(const QByteArray& a, const QByteArray& b) {
    return equal(bytesIn(a), bytesIn(b));
}

} // namespace

RunningServer::RunningServer(Home home, std::unique_ptr<SqliteStore> store, std::unique_ptr<DocumentStore> documents,
                             const ServerLimits& limits, EventLog& events)
    : m_home(std::move(home)), m_store(std::move(store)), m_documents(std::move(documents)), m_events(events),
      m_relay(*m_store, m_home.signer(), limits.quotas, m_documents.get()),
      m_server(std::make_unique<RelayServer>(m_relay, m_home.tls(), limits, m_clock, events)),
      m_started(m_clock.now()) {
    connect(m_server.get(), &RelayServer::stopped, this, [this] {
        tellEnd("asked");
        Q_EMIT stopped();
    });
    connect(&m_watch, &QTimer::timeout, this, &RunningServer::checkStore);
    m_watch.start(std::chrono::seconds(1));
}

RunningServer::~RunningServer() {
    if (m_control) ControlFile::remove(m_home.folder());
}

Result<std::unique_ptr<RunningServer>, Notice> RunningServer::start(Home home, const RunOptions& options,
                                                                    Entropy& entropy, EventLog& events) {
    auto store = home.openStore(entropy);
    if (!store) return Failure{store.fault()};
    auto documents = home.openDocuments();
    if (!documents) return Failure{documents.fault()};
    std::unique_ptr<RunningServer> server(
        new RunningServer(std::move(home), std::move(*store), std::move(*documents), options.limits, events));
    if (auto listening = server->listen(options, entropy); !listening) return Failure{listening.fault()};
    server->tellStart(options.limits);
    return server;
}

Result<Done, Notice> RunningServer::listen(const RunOptions& options, Entropy& entropy) {
    const auto address = listenAddress(options.listen.host);
    const QString place = QString::fromStdString(options.listen.host) + u':' + QString::number(options.listen.port);
    if (!address)
        return Failure{Notice{ExitCode::Usage, ServerText::tr("%1 is not an address to listen on.").arg(place),
                              ServerText::tr("Give an address of this machine, such as 0.0.0.0 or [::].")}};
    if (!m_server->listen(*address, options.listen.port)) {
        const bool isInUse = m_server->serverError() == QAbstractSocket::AddressInUseError;
        return Failure{Notice{isInUse ? ExitCode::Busy : ExitCode::NoServer,
                              ServerText::tr("Cannot listen on %1: %2.").arg(place, m_server->errorString()),
                              ServerText::tr("Choose another port with --listen, or stop whoever uses this one.")}};
    }
    return openControl(options.controlPort, entropy);
}

Result<Done, Notice> RunningServer::openControl(quint16 port, Entropy& entropy) {
    m_token = drawToken(entropy);
    m_proof = drawToken(entropy);
    m_control = std::make_unique<LoopbackHttp>([this](const HttpRequest& request) { return answer(request); },
                                               LoopbackHttp::Limits{});
    const bool opened = m_control->start(port);
    if (opened && ControlFile{m_control->serverPort(), m_token, m_proof}.write(m_home.folder())) return Done{};
    return Failure{Notice{ExitCode::Busy, ServerText::tr("Cannot open the loopback port %1 for metrics.").arg(port),
                          ServerText::tr("Choose another one with --control-port, or leave it out.")}};
}

/// Whoever shows the token is told the proof, and nobody else: so nobody who takes this port later can know it.
HttpAnswer RunningServer::answer(const HttpRequest& request) {
    HttpAnswer answer = answerUnproven(request);
    if (isEqual(request.bearer, m_token)) answer.proof = m_proof;
    return answer;
}

HttpAnswer RunningServer::answerUnproven(const HttpRequest& request) {
    if (request.method == "POST" && request.path == "/backup") return backUp(request);
    if (request.method != "GET") return {405, "text/plain", "only GET\n"};
    if (request.path == "/health") return {m_storeFailed ? 503 : 200, "text/plain", m_storeFailed ? "disk\n" : "ok\n"};
    if (request.path == "/metrics") return {200, "text/plain; version=0.0.4", toPrometheus(metrics())};
    if (request.path == "/status") return {200, "application/json", QJsonDocument(toJson(metrics())).toJson()};
    return {404, "text/plain", "there are /health, /metrics and /status\n"};
}

HttpAnswer RunningServer::backUp(const HttpRequest& request) {
    if (!isEqual(request.bearer, m_token)) {
        m_events.write(Event::ControlRefused, {{"token", withheld(bytesIn(request.bearer))}});
        return {401, "text/plain", "no token\n"};
    }
    const Instant begun = m_clock.now();
    const auto done = m_home.backUp(*m_store, *m_documents, QString::fromUtf8(request.body));
    if (!done) return told(done.fault());
    m_events.write(Event::BackupMade, {{"seconds", m_clock.now() - begun}, {"bytes", m_home.storeSize()}});
    return {200, "text/plain", "done\n"};
}

HttpAnswer RunningServer::told(const Notice& notice) {
    m_events.write(Event::BackupFailed, {{"code", static_cast<int>(notice.code)}});
    const QString code = QString::number(static_cast<int>(notice.code));
    return {500, "text/plain; charset=utf-8", QStringList{code, notice.what, notice.whatToDo}.join(u'\n').toUtf8()};
}

std::vector<Metric> RunningServer::metrics() {
    const auto spaces = m_store->spaces();
    Health health;
    health.storeFailed = m_storeFailed;
    health.spaces = spaces ? spaces->size() : 0;
    health.storeBytes = m_home.storeSize();
    health.uptimeSeconds = static_cast<std::uint64_t>(uptime().count() / 1000);
    return metricsOf(m_server->counters(), m_relay.totals(), health);
}

void RunningServer::stop() {
    m_events.write(Event::Stopping, {{"open", m_server->counters().open}});
    m_server->stop();
}

void RunningServer::checkStore() {
    m_events.tick();
    const bool hasFailed = m_store->database().isReadOnly() || m_documents->database().isReadOnly();
    if (m_storeFailed || !hasFailed) return;
    m_storeFailed = true;
    const EventWord file = m_store->database().isReadOnly() ? EventWord("store.db") : EventWord("documents.db");
    m_events.write(Event::StoreFailed, {{"file", file}, {"fault", SqlFault::Storage}});
    tellEnd("disk_failed");
    Q_EMIT storeFailed();
}

void RunningServer::tellStart(const ServerLimits& limits) {
    m_events.write(Event::Started, {{"version", serverVersion()},
                                    {"protocol", std::uint32_t{kProtocolVersion}},
                                    {"port", port()},
                                    {"control_port", controlPort()},
                                    {"max_connections", limits.connectionsMax},
                                    {"max_per_ip", limits.connectionsPerHostMax}});
}

void RunningServer::tellEnd(EventWord how) {
    m_events.flush();
    m_events.write(Event::Stopped,
                   {{"how", how}, {"seconds", uptime()}, {"conversations", m_relay.totals().conversations}});
}

} // namespace puente
