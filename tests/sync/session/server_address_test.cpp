#include <QTest>

#include "sync/session/server_address.h"

using namespace puente;

/// An address survives being copied as text, and a wrong one says which part of it is wrong.
class ServerAddressTest : public QObject {
    Q_OBJECT

private:
    static ServerAddress example() {
        ServerAddress address{"sync.example.org", 7443, {}, {}, {}};
        address.pin.bytes.fill(1);
        address.server.bytes.fill(2);
        return address;
    }

private Q_SLOTS:
    void comesBackAsItWas() {
        ServerAddress address = example();
        QVERIFY(*serverAddressFromText(toText(address)) == address);
        address.host = "2001:db8::1";
        QVERIFY(toText(address).starts_with("puente-server:[2001:db8::1]:7443#"));
        QVERIFY(*serverAddressFromText(toText(address)) == address);
        address.next.emplace().bytes.fill(3);
        QVERIFY(*serverAddressFromText("  " + toText(address) + "\n") == address);
    }

    void acceptsThePresentAndTheNextPinOnly() {
        ServerAddress address = example();
        Pin next, other;
        next.bytes.fill(3);
        other.bytes.fill(4);
        QVERIFY(address.accepts(address.pin));
        QVERIFY(!address.accepts(next));
        address.next = next;
        QVERIFY(address.accepts(next));
        QVERIFY(!address.accepts(other));
    }

    void saysWhatIsWrong_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("fault");
        const QByteArray pin(43, 'B'), key(43, 'C');
        const auto row = [](const char* name, const QByteArray& text, AddressFault fault) {
            QTest::newRow(name) << text << static_cast<int>(fault);
        };
        row("nothing", "", AddressFault::NotAnAddress);
        row("an invite", "puente-invite:abc", AddressFault::NotAnAddress);
        row("no keys", "puente-server:host:1", AddressFault::NotAnAddress);
        row("no port", "puente-server:host#" + pin, AddressFault::BadPort);
        row("port zero", "puente-server:host:0#x", AddressFault::BadPort);
        row("port too large", "puente-server:host:65536#x", AddressFault::BadPort);
        row("port with a sign", "puente-server:host:+1#x", AddressFault::BadPort);
        row("port with a leading zero", "puente-server:host:01#x", AddressFault::BadPort);
        row("no host", "puente-server::1#x", AddressFault::BadHost);
        row("a slash in the host", "puente-server:a/b:1#x", AddressFault::BadHost);
        row("IPv6 without brackets", "puente-server:::1:1#x", AddressFault::BadHost);
        row("brackets around a name", "puente-server:[host]:1#x", AddressFault::BadHost);
        row("host too long", "puente-server:" + QByteArray(254, 'a') + ":1#x", AddressFault::BadHost);
        row("pin too short", "puente-server:host:1#QQ." + key, AddressFault::BadPin);
        row("pin of zeros", "puente-server:host:1#" + QByteArray(43, 'A') + "." + key, AddressFault::BadPin);
        row("key missing", "puente-server:host:1#" + QByteArray(42, 'B') + "A", AddressFault::BadKey);
        row("four keys", "puente-server:host:1#" + QByteArray(42, 'B') + "A." + QByteArray(42, 'B') + "A.x.y",
            AddressFault::BadKey);
        row("next pin not one", "puente-server:host:1#" + QByteArray(42, 'B') + "A." + QByteArray(42, 'B') + "A.x",
            AddressFault::BadPin);
    }
    void saysWhatIsWrong() {
        QFETCH(QByteArray, text);
        QFETCH(int, fault);
        const auto address = serverAddressFromText(text.toStdString());
        QVERIFY(!address.ok());
        QCOMPARE(static_cast<int>(address.fault()), fault);
    }
};

QTEST_APPLESS_MAIN(ServerAddressTest)
#include "server_address_test.moc"
