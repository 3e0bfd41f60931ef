// What a person waits for: the real server program, TLS, and a proxy that delays. Usage: network_bench WORKLOAD
// WORK_FOLDER

#include <QCoreApplication>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QThread>

#include "client/core/tls_transport.h"
#include "tests/bench/delay_proxy.h"
#include "tests/bench/office.h"
#include "tests/bench/report.h"
#include "tests/bench/server_process.h"

#include <cstdio>
#include <memory>

using namespace puente;
using namespace puente::bench;

namespace {

/// A delay proxy in a thread of its own, in front of a server.
class Path {
public:
    Path(const ServerAddress& server, int delayMs) : m_address(server) {
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_context, [&] { m_proxy = std::make_unique<DelayProxy>(server.port, delayMs); },
            Qt::BlockingQueuedConnection);
        m_address.port = m_proxy->port();
    }
    ~Path() {
        QMetaObject::invokeMethod(
            &m_context, [this] { m_proxy.reset(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    const ServerAddress& address() const { return m_address; }
    double bytes() const { return static_cast<double>(m_proxy->bytesUp() + m_proxy->bytesDown()); }

private:
    struct Thread : QThread {
        void run() override { exec(); }
    };
    struct Context : QObject {
        explicit Context(QThread* thread) { moveToThread(thread); }
    };
    Thread m_thread;
    Context m_context{&m_thread};
    std::unique_ptr<DelayProxy> m_proxy;
    ServerAddress m_address;
};

SyncSummary sync(Office& office, const ServerAddress& address) {
    SystemClock clock;
    const auto asking = office.conversation(address.server);
    ConversationOf<Initiator> conversation(*asking);
    const auto carried = converse(address, conversation, clock, {});
    expects(carried.ok() && asking->summary().receipt);
    return asking->summary();
}

void measureSyncs(const std::filesystem::path& workload, const std::filesystem::path& folder,
                  const ServerAddress& server) {
    Office secretariat(0, folder / "office-0"), office(1, folder / "office-1");
    secretariat.found("");
    office.joinThrough(secretariat);
    secretariat.load(workload);
    sync(secretariat, server);
    const double first = secondsOf([&] { sync(office, server); });
    report("first sync of 20,000 records: wall over TLS", first, "s");

    for (int i = 0; i < 11; ++i)
        if (i != 1) secretariat.edit(quarterEdits(workload, 2, i));
    sync(secretariat, server);
    office.edit(quarterEdits(workload, 2, 1));
    Path satellite(server, 300);
    const double before = satellite.bytes();
    SyncSummary summary;
    const double quarter = secondsOf([&] { summary = sync(office, satellite.address()); });
    report("quarter at 300 ms one way: wall", quarter, "s");
    report("quarter at 300 ms one way: round trips", summary.roundTrips, "turns");
    // Before that one a real path adds the SYN's turn, and slow start from 10 segments of 1,460 bytes.
    double sent = 10 * 1460.0, turns = 1;
    for (const double all = static_cast<double>(summary.bytesDown); sent < all; sent += sent)
        ++turns;
    report("quarter at 300 ms one way: computed for a real path (SYN, slow start)", quarter + (1 + turns - 1) * 0.6,
           "s");
    const double frames = static_cast<double>(summary.bytesUp + summary.bytesDown);
    report("TLS beside it, handshake and records", satellite.bytes() - before - frames, "B");

    Path direct(server, 0);
    summary = sync(office, direct.address());
    report("nothing new: bytes of TLS in all",
           direct.bytes() - static_cast<double>(summary.bytesUp + summary.bytesDown), "B");
}

/// Segments that are as large as their padding allows: one author, text that does not compress.
void measureIngest(const std::filesystem::path& folder, const ServerAddress& server) {
    Office office(3, folder / "ingest");
    office.found("");
    sync(office, server);
    test::SeededEntropy entropy(5);
    std::vector<std::vector<Operation>> changeSets;
    for (int i = 0; i < 1600; ++i) {
        Bytes random(60'000);
        entropy.fill(random);
        changeSets.push_back({{.record = {}, .field = kTypeField, .value = Symbol{kAgreementType}},
                              {.record = {}, .field = 19, .value = Opaque{.kind = 200, .payload = std::move(random)}}});
    }
    office.commit(std::move(changeSets));
    expects(office.replica().seal(office.space()).ok());
    SyncSummary summary;
    const double seconds = secondsOf([&] { summary = sync(office, server); });
    report("server ingest, 64 KiB segments and larger", static_cast<double>(summary.bytesUp) / 1e6 / seconds, "MB/s");
}

void measureIdle(const ServerProcess& server) {
    std::vector<std::unique_ptr<QSslSocket>> sockets;
    const double before = server.memory();
    for (int i = 0; i < 1000; ++i) {
        auto socket = std::make_unique<QSslSocket>();
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setProtocol(QSsl::TlsV1_3OrLater);
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket->setSslConfiguration(configuration);
        socket->connectToHostEncrypted("127.0.0.1", server.address().port);
        expects(socket->waitForEncrypted(10'000));
        sockets.push_back(std::move(socket));
        if (i == 999) report("server with 1,000 TLS connections: memory", server.memory(), "MiB");
    }
    report("server before any connection: memory", before, "MiB");
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    if (argc != 3) return 2;
    const std::filesystem::path folder = argv[2];
    const ServerProcess idle(folder / "idle-server");
    measureIdle(idle);
    const ServerProcess server(folder / "server");
    measureSyncs(argv[1], folder, server.address());
    measureIngest(folder, server.address());
    return 0;
}
