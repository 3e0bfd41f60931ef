#include <QTest>

#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslKey>

#include "server/relay/tls_identity.h"

using namespace puente;

/// A server's TLS key is its identity: the certificate may change, the pin does not.
class TlsIdentityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePinIsThatOfTheKeyInTheCertificate() {
        const auto identity = TlsIdentity::fromKey(TlsIdentity::generateKey());
        QVERIFY(identity.has_value());
        const QSslCertificate certificate = identity->configuration().localCertificate();
        const QByteArray hash = QCryptographicHash::hash(certificate.publicKey().toDer(), QCryptographicHash::Sha256);
        QCOMPARE(QByteArray(reinterpret_cast<const char*>(identity->pin().bytes.data()), 32), hash);
        QCOMPARE(certificate.publicKey().length(), 256);
        QVERIFY(certificate.expiryDate() > QDateTime::currentDateTimeUtc().addYears(50));
    }

    void theSameKeyHasTheSamePinInEveryCertificate() {
        const QByteArray key = TlsIdentity::generateKey();
        const auto first = TlsIdentity::fromKey(key), second = TlsIdentity::fromKey(key);
        QVERIFY(first->pin() == second->pin());
        QVERIFY(first->configuration().localCertificate() != second->configuration().localCertificate());
        QVERIFY(TlsIdentity::fromKey(TlsIdentity::generateKey())->pin() != first->pin());
    }

    void whatIsNotSuchAKeyIsRefused() {
        QVERIFY(!TlsIdentity::fromKey(""));
        QVERIFY(!TlsIdentity::fromKey("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"));
        QByteArray cut = TlsIdentity::generateKey();
        QVERIFY(!TlsIdentity::fromKey(cut.left(cut.size() / 2)));
    }
};

QTEST_GUILESS_MAIN(TlsIdentityTest)
#include "tls_identity_test.moc"
