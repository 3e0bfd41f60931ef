#include <QTest>

#include "common/crypto/key_check.h"
#include "tests/support/membership_samples.h"

using namespace puente;
using namespace puente::test;

/// What membership is told in has one encoding, is bounded, and is refused with any bit of it changed.
class MembershipCodecTest : public QObject {
    Q_OBJECT

    const MembershipSamples m_samples;

    static bool isRecord(Bytes wire) { return MembershipRecord::parse(std::move(wire)).has_value(); }
    static bool isRequest(Bytes wire) { return JoinRequest::parse(std::move(wire)).has_value(); }
    static bool isKeyObject(Bytes wire) { return KeyObject::parse(std::move(wire)).has_value(); }
    static Bytes copyOf(ByteView bytes) { return {bytes.begin(), bytes.end()}; }

private slots:
    void whatWasSignedIsReadAgain() {
        for (const auto& [name, record] : m_samples.records()) {
            const auto read = MembershipRecord::parse(copyOf(record->wire()));
            QVERIFY(read && read->content() == record->content() && read->hash() == record->hash());
            QVERIFY(equal(read->sealedDetails(), record->sealedDetails()) && read->space() == m_samples.space);
        }
        const auto request = JoinRequest::parse(copyOf(m_samples.request.wire()));
        QVERIFY(request && request->content() == m_samples.request.content() &&
                request->proof() == m_samples.request.proof());
        const auto keys = KeyObject::parse(copyOf(m_samples.keys.wire()));
        QVERIFY(keys && keys->content() == m_samples.keys.content() && keys->hash() == m_samples.keys.hash());
    }

    void anyChangeIsRefused_data() {
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<int>("kind");
        const auto add = [](const char* name, ByteView wire, int kind) {
            QTest::newRow(name) << QByteArray(textOf(wire).data(), static_cast<qsizetype>(wire.size())) << kind;
        };
        for (const auto& [name, record] : m_samples.records())
            add(name, record->wire(), 0);
        add("join request", m_samples.request.wire(), 1);
        add("key object", m_samples.keys.wire(), 2);
    }
    void anyChangeIsRefused() {
        QFETCH(QByteArray, wire);
        QFETCH(int, kind);
        const auto accepts = kind == 0 ? isRecord : kind == 1 ? isRequest : isKeyObject;
        const Bytes good(wire.begin(), wire.end());
        QVERIFY(accepts(good));
        for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
            Bytes flipped = good;
            flipped[bit / 8] = static_cast<std::uint8_t>(flipped[bit / 8] ^ 1U << (bit % 8));
            QVERIFY2(!accepts(flipped), qPrintable(QString("bit %1").arg(bit)));
        }
        for (std::size_t size = 0; size < good.size(); ++size)
            QVERIFY(!accepts(Bytes(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size))));
        Bytes longer = good;
        longer.push_back(0);
        QVERIFY(!accepts(longer));
    }

    void everyRuleRefuses() {
        for (const auto& [rule, wire] : m_samples.badRecords())
            QVERIFY2(!isRecord(wire), rule.c_str());
        for (const auto& [rule, wire] : m_samples.badKeyObjects())
            QVERIFY2(!isKeyObject(wire), rule.c_str());
        for (const auto& [rule, wire] : m_samples.badRequests())
            QVERIFY2(!isRequest(wire), rule.c_str());
    }

    void aSignatureServesOnePurpose() {
        // A key object, a record and a request that borrow each other's bytes are nothing.
        QVERIFY(!isRequest(copyOf(m_samples.admit.wire())) && !isKeyObject(copyOf(m_samples.admit.wire())));
        QVERIFY(!isRecord(copyOf(m_samples.request.wire())) && !isKeyObject(copyOf(m_samples.request.wire())));
        Bytes wire = MembershipRecord::encodeContent(m_samples.offer.content());
        wire.push_back(0);
        append(wire, m_samples.founder.signing.sign(Purpose::KeyObject, wire).view());
        QVERIFY(!isRecord(wire));
    }

    void noSealingKeyIsWeakOrSpeltTwice_data() {
        QTest::addColumn<QByteArray>("point");
        QTest::newRow("zero") << QByteArray(64, '0');
        QTest::newRow("one") << "01" + QByteArray(62, '0');
        QTest::newRow("order 8") << QByteArray("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800");
        QTest::newRow("order 8, the other")
            << QByteArray("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157");
        QTest::newRow("p - 1") << "ec" + QByteArray(60, 'f') + "7f";
        QTest::newRow("p, which is zero again") << "ed" + QByteArray(60, 'f') + "7f";
        QTest::newRow("p + 9, which is 9 again") << "f6" + QByteArray(60, 'f') + "7f";
        QTest::newRow("9 with the idle bit") << "09" + QByteArray(60, '0') + "80";
        QTest::newRow("zero with the idle bit") << QByteArray(62, '0') + "80";
    }
    void noSealingKeyIsWeakOrSpeltTwice() {
        QFETCH(QByteArray, point);
        const auto sealing = SealingId::from(*fromHex(point.toStdString()));
        QVERIFY(!isSealingPoint(*sealing));
        const auto certificate = DeviceCertificate::issue(m_samples.joiner.root, m_samples.joiner.device(), *sealing);
        QVERIFY(!certificate.isAuthentic());
    }
    void honestKeysAreNotRefused() {
        for (std::uint64_t seed = 1; seed <= 200; ++seed)
            QVERIFY(Office::make(seed).certificate.isAuthentic());
    }
};

QTEST_APPLESS_MAIN(MembershipCodecTest)
#include "codec_test.moc"
