#include <QTest>

#include <QSignalSpy>
#include <QTcpSocket>

#include "common/crypto/padding.h"
#include "server/relay/monotonic_clock.h"
#include "server/relay/relay_server.h"
#include "sync/store/memory_store.h"
#include "tests/support/hand_client.h"
#include "tests/support/heard_events.h"
#include "tests/support/tls_client.h"

using namespace puente;
using test::TlsClient;

/// The server serves whoever keeps within its bounds, and each bound ends or holds up exactly whoever exceeds it.
class RelayServerTest : public QObject {
    Q_OBJECT

private:
    static constexpr Duration kShort{100};

    /// Begins with the limits as the test has set them.
    void start() {
        m_limits.tick = Duration(10);
        m_limits.closingMax = Duration(200);
        m_relay = std::make_unique<Relay>(m_store, m_signer, m_limits.quotas);
        m_server = std::make_unique<RelayServer>(*m_relay, m_identity, m_limits, m_clock, m_events);
        QVERIFY(m_server->listen(QHostAddress::LocalHost));
    }
    quint16 port() const { return m_server->serverPort(); }
    const Counters& counters() const { return m_server->counters(); }
    /// Whether the log has, or gets, so many lines that begin so.
    bool tells(const char* begin, std::size_t times = 1) {
        return QTest::qWaitFor([&] { return m_heard.count(begin) == times; }, 5000);
    }
    std::string ownDevice() const { return " device=" + toHex(m_office.device().view().first(4)); }
    bool isEmptyAgain() {
        return QTest::qWaitFor([&] { return counters().open == 0; }, 10'000);
    }

    RequestFrame request(const SpaceId& space) const {
        RequestFrame frame;
        frame.device = m_office.device();
        frame.spaces = {{space, 1, 0, {}}};
        frame.proof = m_office.signing.sign(Purpose::SessionProof, frame.proofMessage(m_relay->id()));
        return frame;
    }
    /// Founds a space and hands over so many segments.
    std::vector<Frame> flight(std::uint32_t segments, std::size_t size = 256) {
        const MembershipRecord creation = test::foundSpace(m_office);
        std::vector<Frame> frames{request(creation.space()), test::pushOf(creation)};
        for (const Segment& segment : test::opaqueLog(creation.space(), m_office, segments, paddedSize(size)))
            frames.push_back(test::pushOf(segment));
        return frames;
    }

    test::SeededEntropy m_entropy{5};
    test::Office m_office = test::Office::make(1);
    SigningKey m_signer = SigningKey::generate(m_entropy);
    TlsIdentity m_identity = *TlsIdentity::fromKey(TlsIdentity::generateKey());
    MonotonicClock m_clock;
    test::HeardEvents m_heard;
    EventLog m_events{m_clock, m_heard};
    MemoryStore m_store{m_entropy.draw<InstanceId>()};
    ServerLimits m_limits;
    std::unique_ptr<Relay> m_relay;
    std::unique_ptr<RelayServer> m_server;

private Q_SLOTS:
    void init() {
        m_limits = {};
        m_store = MemoryStore(m_entropy.draw<InstanceId>());
        m_heard.lines.clear();
    }
    void cleanup() {
        m_server.reset();
        m_relay.reset();
    }

    void storesAndSignsWhatIsHandedOver() {
        start();
        TlsClient client(port());
        client.send(flight(3));
        client.send({EndFrame{}});
        const ReceiptFrame* receipt = client.hear<ReceiptFrame>();
        QVERIFY(receipt != nullptr);
        QCOMPARE(receipt->ownHeight, 3U);
        QCOMPARE(receipt->at.position, 4U);
        client.socket.disconnectFromHost();
        QVERIFY(isEmptyAgain());
        QVERIFY(counters().bytesIn > 0 && counters().bytesOut > 0);
        QVERIFY(tells("conversation_ended how=done"));
        QVERIFY(m_heard.hold(" bytes_in=" + std::to_string(counters().bytesIn)));
        QVERIFY(m_heard.hold(" bytes_out=" + std::to_string(counters().bytesOut)));
        QVERIFY(m_heard.hold(ownDevice()));
        QCOMPARE(m_heard.lines.size(), 1U);
    }

    void whatArrivedWholeBeforeACutIsKept() {
        start();
        TlsClient client(port());
        client.send(flight(3));
        QVERIFY(client.isEncrypted());
        QTRY_COMPARE(client.socket.bytesToWrite() + client.socket.encryptedBytesToWrite(), 0);
        client.socket.abort();
        QVERIFY(isEmptyAgain());
        const SpaceId space = test::foundSpace(m_office).space();
        QCOMPARE(m_store.end(space)->position, 4U);
        QVERIFY(tells("conversation_ended how=left") && m_heard.hold(ownDevice()));
    }

    void aHugeFrameIsRefusedByItsLength() {
        start();
        TlsClient client(port());
        client.send(Bytes{0xff, 0xff, 0xff, 0xff, 1});
        QVERIFY(client.hears(SessionError::TooMuch));
        QCOMPARE(counters().faulty, 1U);
        QVERIFY(client.isClosed());
        QVERIFY(tells("conversation_ended how=TooMuch") && m_heard.hold(" device=none"));
    }

    void whoDoesNotShakeHandsIsCut() {
        m_limits.session.handshakeMax = kShort;
        start();
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port());
        QVERIFY(QTest::qWaitFor([&] { return counters().accepted == 1; }));
        QVERIFY(QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 10'000));
        QCOMPARE(counters().timedOut, 1U);
        QVERIFY(tells("handshake_failed how=cut"));
    }

    void whoStallsWithinAFrameIsToldAndCut() {
        m_limits.session.frameMax = kShort;
        start();
        TlsClient client(port());
        client.send(Bytes{100, 0, 0, 0, 1, 2, 3});
        QVERIFY(client.hears(SessionError::TooSlow));
        QVERIFY(client.isClosed());
        QCOMPARE(counters().timedOut, 1U);
        QVERIFY(tells("conversation_ended how=TooSlow"));
    }

    void whoSaysNothingIsToldAndCut() {
        m_limits.session.handshakeMax = Duration(1000);
        start();
        TlsClient client(port());
        QVERIFY(client.isEncrypted());
        QVERIFY(client.hears(SessionError::TooSlow));
        QVERIFY(client.isClosed());
    }

    void whoTricklesIsCut() {
        m_limits.rateWindow = Duration(300);
        m_limits.rateMin = 1'000'000;
        start();
        TlsClient client(port());
        client.send(flight(1));
        QVERIFY(client.isEncrypted());
        QVERIFY(client.isClosed());
        QCOMPARE(counters().timedOut, 1U);
        QVERIFY(tells("conversation_ended how=cut"));
    }

    /// Half a megabyte that left here may take minutes on a slow line, and nothing moves in our sight meanwhile.
    void whatMovedBuysTime() {
        m_limits.rateWindow = Duration(300);
        m_limits.rateMin = 10;
        start();
        TlsClient client(port());
        client.send(flight(1));
        QTest::qWait(1500);
        client.send({EndFrame{}});
        QVERIFY(client.hear<ReceiptFrame>() != nullptr);
        QCOMPARE(counters().timedOut, 0U);
    }

    void theOneTooManyIsToldAndTheNextIsCut() {
        m_limits.connectionsMax = 2;
        m_limits.busyAnswersMax = 1;
        m_limits.closingMax = Duration(60'000);
        start();
        auto first = std::make_unique<TlsClient>(port());
        TlsClient second(port());
        QVERIFY(first->isEncrypted() && second.isEncrypted());
        TlsClient third(port());
        QVERIFY(third.hears(SessionError::Busy));
        TlsClient fourth(port());
        QVERIFY(fourth.isClosed());
        QVERIFY(!fourth.socket.isEncrypted());
        QCOMPARE(counters().busy, 2U);
        m_events.flush();
        QVERIFY(tells("turned_away limit=max-connections") && tells("more event=turned_away"));

        third.socket.abort();
        first->socket.abort(); // and a place that becomes free is given to the next
        QTRY_COMPARE(counters().open, 1U);
        TlsClient fifth(port());
        fifth.send({request(SpaceId{}), EndFrame{}});
        QVERIFY(fifth.hear<StatusFrame>() != nullptr);
    }

    void oneHostMayNotTakeEveryPlace() {
        m_limits.connectionsPerHostMax = 1;
        start();
        TlsClient first(port());
        QVERIFY(first.isEncrypted());
        TlsClient second(port());
        QVERIFY(second.hears(SessionError::Busy));
        QCOMPARE(counters().busy, 1U);
        QVERIFY(tells("turned_away limit=max-per-ip"));
        QVERIFY(second.isClosed());
        QVERIFY(tells("conversation_ended", 0)); // it never began
    }

    // Without back-pressure all 32 MB would be read from the store and wait in memory.
    void whoDoesNotListenHoldsUpOnlyItself() {
        m_limits.rateWindow = m_limits.rateCreditMax = Duration(1000);
        start();
        TlsClient filler(port());
        filler.send(flight(16, 2'000'000));
        filler.send({EndFrame{}});
        QVERIFY(filler.hear<ReceiptFrame>() != nullptr);
        filler.socket.abort();
        QTRY_COMPARE(counters().open, 0U);
        const std::uint64_t before = counters().bytesOut, cut = counters().timedOut;

        TlsClient deaf(port());
        deaf.listens = false;
        deaf.socket.setReadBufferSize(1);
        deaf.send({request(test::foundSpace(m_office).space()), EndFrame{}});
        QTRY_COMPARE(counters().timedOut, cut + 1); // a deaf one does not even notice that it was cut
        QVERIFY(counters().bytesOut > before);
        QVERIFY(counters().bytesOut - before < 20'000'000);
    }

    void olderTlsIsRefused() {
        start();
        TlsClient client(port(), QSsl::TlsV1_2);
        QVERIFY(client.isClosed());
        QVERIFY(!client.socket.isEncrypted());
        QVERIFY(isEmptyAgain());
        QCOMPARE(counters().bytesIn, 0U);
    }

    void aSpaceOverItsQuotaIsRefusedByName() {
        m_limits.quotas.spaceBytesMax = 2000;
        start();
        TlsClient client(port());
        client.send(flight(20));
        client.send({EndFrame{}});
        const RefusedFrame* refused = client.hear<RefusedFrame>();
        QVERIFY(refused != nullptr);
        QVERIFY(refused->reason == Refusal::OverSpaceQuota);
        QVERIFY(m_store.usageOfSpace(test::foundSpace(m_office).space())->bytes <= 2000);
        client.socket.disconnectFromHost();
        QVERIFY(tells("refused reason=OverSpaceQuota count=1")); // of many, in one line
        QVERIFY(m_heard.hold(" space=" + toHex(refused->space.view().first(4))));
    }

    void stoppingTellsWhoIsThereAndAcceptsNobodyElse() {
        m_limits.stopMax = kShort;
        start();
        const quint16 was = port();
        TlsClient client(was);
        client.send(flight(2));
        QVERIFY(client.isEncrypted());
        QTRY_VERIFY(counters().bytesIn > 0);
        QSignalSpy stopped(m_server.get(), &RelayServer::stopped);
        m_server->stop();
        TlsClient late(was);
        QVERIFY(client.hears(SessionError::ShuttingDown));
        QVERIFY(tells("conversation_ended how=ShuttingDown"));
        QTRY_COMPARE(stopped.size(), 1);
        QVERIFY(late.isClosed());
        QCOMPARE(counters().accepted, 1U);
        QCOMPARE(m_store.end(test::foundSpace(m_office).space())->position, 3U); // what it had said is kept
    }

    void stoppingWithNobodyThereIsImmediate() {
        start();
        QSignalSpy stopped(m_server.get(), &RelayServer::stopped);
        m_server->stop();
        QTRY_COMPARE(stopped.size(), 1);
    }
};

QTEST_GUILESS_MAIN(RelayServerTest)
#include "relay_server_test.moc"
