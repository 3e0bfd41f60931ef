#include <QTest>

#include "tests/support/random_body.h"

using namespace puente;

/// A body has exactly one encoding, and whatever is not one is refused.
class BodyTest : public QObject {
    Q_OBJECT

private slots:
    void everyBodyComesBack() {
        test::Prng prng(1);
        for (int round = 0; round < 3000; ++round) {
            const auto first = 1 + static_cast<std::uint32_t>(prng.below(1000));
            const SegmentBody body = test::anyBody(prng, first);
            const auto decoded = decodeBody(encodeBody(body), body.logs.front(), first);
            QVERIFY2(decoded, qPrintable(QString::number(round)));
            QVERIFY(*decoded == body);
        }
    }
    void aChangedBodyIsRefusedOrAnother() {
        test::Prng prng(2);
        int accepted = 0;
        for (int round = 0; round < 20'000; ++round) {
            const SegmentBody body = test::anyBody(prng, 1);
            Bytes bytes = encodeBody(body);
            for (std::size_t changes = 1 + prng.below(3); changes > 0; --changes)
                bytes[prng.below(bytes.size())] = static_cast<std::uint8_t>(prng.next());
            const auto decoded = decodeBody(bytes, body.logs.front(), 1);
            if (!decoded) continue;
            QVERIFY(encodeBody(*decoded) == bytes);
            ++accepted;
        }
        QVERIFY(accepted > 0); // changed hashes and texts are still something
    }
    void everyTruncationIsRefused() {
        test::Prng prng(3);
        for (int round = 0; round < 100; ++round) {
            const SegmentBody body = test::anyBody(prng, 1);
            const Bytes bytes = encodeBody(body);
            for (std::size_t size = 0; size < bytes.size(); ++size)
                QVERIFY(!decodeBody(ByteView(bytes).first(size), body.logs.front(), 1));
        }
    }
    void trailingBytesAreRefused() {
        test::Prng prng(4);
        const SegmentBody body = test::anyBody(prng, 1);
        Bytes bytes = encodeBody(body);
        bytes.push_back(0);
        QVERIFY(!decodeBody(bytes, body.logs.front(), 1));
    }
};

QTEST_APPLESS_MAIN(BodyTest)
#include "body_test.moc"
