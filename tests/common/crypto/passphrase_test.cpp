#include <QTest>

#include "common/crypto/passphrase.h"
#include "tests/support/seeded_entropy.h"

using namespace puente;

/// A passphrase opens what it wrapped; nothing else does, and no file talks the program into a cheap or ruinous cost.
/// Each derivation takes a quarter of a second on purpose, so there are few.
class PassphraseTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        test::SeededEntropy entropy(1);
        m_wrapped = wrapWithPassphrase("la frase", kPassphraseCostMin, Bytes{1, 2, 3}, entropy);
    }
    void theSecretComesBack() {
        const auto secret = unwrapWithPassphrase("la frase", m_wrapped);
        QVERIFY(secret);
        QVERIFY(*secret == (Bytes{1, 2, 3}));
    }
    void anotherPassphraseIsRefused() {
        const auto secret = unwrapWithPassphrase("la frase ", m_wrapped);
        QVERIFY(!secret && secret.fault() == UnwrapFault::WrongPassphrase);
    }
    void anAlteredByteLooksLikeAWrongPassphrase() {
        for (const std::size_t offset :
             {std::size_t{9}, std::size_t{24}, std::size_t{25}, std::size_t{49}, m_wrapped.size() - 1}) {
            Bytes altered = m_wrapped;
            altered[offset] ^= 1;
            const auto secret = unwrapWithPassphrase("la frase", altered);
            QVERIFY(!secret && secret.fault() == UnwrapFault::WrongPassphrase);
        }
    }
    void theCostIsAuthenticated() {
        Bytes altered = m_wrapped;
        altered[1] = 1; // one KiB more: acceptable, but not what was wrapped
        const auto secret = unwrapWithPassphrase("la frase", altered);
        QVERIFY(!secret && secret.fault() == UnwrapFault::WrongPassphrase);
    }
    void everyTruncationIsRefused() {
        for (std::size_t size = 0; size < 25; ++size) {
            const auto secret = unwrapWithPassphrase("la frase", ByteView(m_wrapped).first(size));
            QVERIFY(!secret && secret.fault() == UnwrapFault::Malformed);
        }
        const auto secret = unwrapWithPassphrase("la frase", ByteView(m_wrapped).first(60));
        QVERIFY(!secret && secret.fault() == UnwrapFault::WrongPassphrase);
    }
    void costsOutOfBoundsAreRefusedBeforeTheyAreSpent_data() {
        QTest::addColumn<unsigned>("memory");
        QTest::addColumn<unsigned>("passes");
        QTest::newRow("too little memory") << kPassphraseCostMin.memoryKibibytes - 1 << 3U;
        QTest::newRow("too few passes") << kPassphraseCostMin.memoryKibibytes << 2U;
        QTest::newRow("too much memory") << kPassphraseCostMax.memoryKibibytes + 1 << 3U;
        QTest::newRow("all the memory there is") << 0xffffffffU << 3U;
        QTest::newRow("too many passes") << kPassphraseCostMin.memoryKibibytes << kPassphraseCostMax.passes + 1;
        QTest::newRow("passes for ever") << kPassphraseCostMin.memoryKibibytes << 0xffffffffU;
    }
    void costsOutOfBoundsAreRefusedBeforeTheyAreSpent() {
        QFETCH(unsigned, memory);
        QFETCH(unsigned, passes);
        Bytes altered = m_wrapped;
        for (unsigned i = 0; i < 4; ++i) {
            altered[1 + i] = static_cast<std::uint8_t>(memory >> (8 * i));
            altered[5 + i] = static_cast<std::uint8_t>(passes >> (8 * i));
        }
        const auto secret = unwrapWithPassphrase("la frase", altered);
        QVERIFY(!secret && secret.fault() == UnwrapFault::CostOutOfBounds);
    }

private:
    Bytes m_wrapped;
};

QTEST_APPLESS_MAIN(PassphraseTest)
#include "passphrase_test.moc"
