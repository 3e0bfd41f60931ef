#include <QTest>

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include "client/core/keyring.h"
#include "common/base/system_entropy.h"
#include "tests/support/seeded_entropy.h"

#include <array>
#include <thread>

using namespace puente;

/// The keys of an office come back for its passphrase, whole, and for nothing else.
class KeyringTest : public QObject {
    Q_OBJECT

private slots:
    void comesBackForItsPassphrase();
    void isNeverOverwritten();
    void wrongPassphraseIsToldFromDamage();
    void onlyTheOwnerMayRead();
    void noKeyOrNameStandsInTheFile();
    void theRootIsForgottenOnceTheKitIsConfirmed();
    void theRootIsKeptOnDemand();
    void isReplacedUnderItsPassphraseOnly();
    void aRecoveredDeviceIsOfTheSameOrganisation();
    void theApprovalKeyIsMadeOnceAndKept();
    void whatAnotherWroteMeanwhileIsKept();
    void ofTwoAtOnceOneCounts();
    void whatCouldNotBeReadAgainIsToldBefore();

private:
    std::string folder() const { return m_folder.path().toStdString(); }
    Keyring stored(Entropy& entropy) const {
        Keyring keyring = Keyring::generate(kOffice, entropy);
        const auto done = keyring.store(folder(), "correct horse", kPassphraseCostMin, entropy);
        expects(done.ok());
        return keyring;
    }

    inline static const Office kOffice{"Cancillería", "CR", OrganizationKind::Government, "Ana"};
    QTemporaryDir m_folder;

private slots:
    void init() { QFile::remove(m_folder.filePath("keyring")); }
};

void KeyringTest::comesBackForItsPassphrase() {
    test::SeededEntropy entropy(1);
    const Keyring before = stored(entropy);
    const auto after = Keyring::unlock(folder(), "correct horse");
    QVERIFY(after.ok());
    QVERIFY(after->office() == kOffice);
    QVERIFY(after->device().certificate == before.device().certificate);
    QVERIFY(after->organization() == before.organization());
    QVERIFY(equal(after->device().sealing.revealSeed(), before.device().sealing.revealSeed()));
}

void KeyringTest::isNeverOverwritten() {
    test::SeededEntropy entropy(2);
    const Keyring first = stored(entropy);
    Keyring second = Keyring::generate(kOffice, entropy);
    const auto done = second.store(folder(), "another one", kPassphraseCostMin, entropy);
    QVERIFY(!done.ok() && done.fault() == KeyringFault::Exists);
    const auto kept = Keyring::unlock(folder(), "correct horse");
    QVERIFY(kept.ok() && kept->organization() == first.organization());
}

void KeyringTest::wrongPassphraseIsToldFromDamage() {
    test::SeededEntropy entropy(3);
    stored(entropy);
    const auto wrong = Keyring::unlock(folder(), "correct horses");
    QVERIFY(!wrong.ok() && wrong.fault() == KeyringFault::WrongPassphrase);

    QFile file(m_folder.filePath("keyring"));
    QVERIFY(file.resize(20));
    const auto damaged = Keyring::unlock(folder(), "correct horse");
    QVERIFY(!damaged.ok() && damaged.fault() == KeyringFault::Damaged);

    file.remove();
    const auto missing = Keyring::unlock(folder(), "correct horse");
    QVERIFY(!missing.ok() && missing.fault() == KeyringFault::NoKeyring);
}

void KeyringTest::onlyTheOwnerMayRead() {
    test::SeededEntropy entropy(4);
    stored(entropy);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFileInfo(m_folder.filePath("keyring")).permissions() & others));
}

void KeyringTest::noKeyOrNameStandsInTheFile() {
    test::SeededEntropy entropy(5);
    const Keyring keyring = stored(entropy);
    QFile file(m_folder.filePath("keyring"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    const ByteView seed = keyring.root()->reveal();
    QVERIFY(!content.contains(QByteArray(reinterpret_cast<const char*>(seed.data()), 8)));
    QVERIFY(!content.contains("Canciller"));
}

void KeyringTest::theRootIsForgottenOnceTheKitIsConfirmed() {
    test::SeededEntropy entropy(6);
    Keyring keyring = stored(entropy);
    QVERIFY(keyring.root() && !keyring.isKitConfirmed());
    keyring.confirmKit(false);
    QVERIFY(keyring.replace(folder(), "correct horse", entropy).ok());
    const auto after = Keyring::unlock(folder(), "correct horse");
    QVERIFY(after.ok() && after->isKitConfirmed() && !after->root());
    QVERIFY(after->device().certificate == keyring.device().certificate);
    QVERIFY(after->device().certificate.isAuthentic());
    QVERIFY(after->office() == kOffice);
}

void KeyringTest::theRootIsKeptOnDemand() {
    test::SeededEntropy entropy(7);
    Keyring keyring = stored(entropy);
    keyring.confirmKit(true);
    QVERIFY(keyring.replace(folder(), "correct horse", entropy).ok());
    const auto after = Keyring::unlock(folder(), "correct horse");
    QVERIFY(after.ok() && after->isKitConfirmed() && after->root());
    QVERIFY(after->root()->id() == keyring.organization());
}

void KeyringTest::isReplacedUnderItsPassphraseOnly() {
    test::SeededEntropy entropy(8);
    Keyring keyring = stored(entropy);
    keyring.confirmKit(false);
    const auto done = keyring.replace(folder(), "correct horses", entropy);
    QVERIFY(!done.ok() && done.fault() == KeyringFault::WrongPassphrase);
    const auto kept = Keyring::unlock(folder(), "correct horse");
    QVERIFY(kept.ok() && kept->root() && !kept->isKitConfirmed());
}

void KeyringTest::aRecoveredDeviceIsOfTheSameOrganisation() {
    test::SeededEntropy entropy(9);
    const Keyring first = Keyring::generate(kOffice, entropy);
    const Keyring second = Keyring::recover(kOffice, *first.root(), entropy);
    QVERIFY(second.organization() == first.organization());
    QVERIFY(second.device().certificate.isAuthentic());
    QVERIFY(second.device().certificate.device != first.device().certificate.device);
    QVERIFY(!second.root() && second.isKitConfirmed());
}

void KeyringTest::theApprovalKeyIsMadeOnceAndKept() {
    test::SeededEntropy entropy(10);
    Keyring keyring = stored(entropy);
    QVERIFY(!Keyring::unlock(folder(), "correct horse")->approvalKey()); // as every file from before there were any
    keyring.makeApprovalKey(entropy);
    const ApprovalKeyId made = keyring.approvalKey()->publicId();
    keyring.makeApprovalKey(entropy);
    QVERIFY(keyring.replace(folder(), "correct horse", entropy).ok());
    const auto after = Keyring::unlock(folder(), "correct horse");
    QVERIFY(after.ok() && after->approvalKey() && after->approvalKey()->publicId() == made);
    QVERIFY(after->root() && after->root()->id() == keyring.organization() && after->office() == kOffice);
    QVERIFY(ByteView(made.bytes).size() == 32 && !equal(made.view(), after->device().certificate.device.view()));
}

void KeyringTest::whatAnotherWroteMeanwhileIsKept() {
    test::SeededEntropy entropy(11);
    stored(entropy);
    auto one = *Keyring::unlock(folder(), "correct horse"), other = *Keyring::unlock(folder(), "correct horse");
    one.makeApprovalKey(entropy);
    QVERIFY(one.replace(folder(), "correct horse", entropy).ok());
    other.confirmKit(false);
    const auto late = other.replace(folder(), "correct horse", entropy);
    QVERIFY(!late.ok() && late.fault() == KeyringFault::Changed);
    const auto after = Keyring::unlock(folder(), "correct horse");
    QVERIFY(after->approvalKey() && after->root());
    QVERIFY(one.replace(folder(), "correct horse", entropy).ok()); // it is the one that was written last
}

void KeyringTest::ofTwoAtOnceOneCounts() {
    test::SeededEntropy entropy(12);
    stored(entropy);
    const std::array<std::string, 2> wanted{"battery staple", "staple battery"};
    std::array<bool, 2> isDone{};
    std::array<std::thread, 2> both;
    for (std::size_t i = 0; i < 2; ++i)
        both[i] = std::thread([&, i] {
            SystemEntropy own;
            isDone[i] = Keyring::changePassphrase(folder(), "correct horse", wanted[i], own).ok();
        });
    for (std::thread& one : both)
        one.join();
    QVERIFY(isDone[0] != isDone[1]);
    QVERIFY(Keyring::unlock(folder(), wanted[isDone[0] ? 0 : 1]).ok());
}

void KeyringTest::whatCouldNotBeReadAgainIsToldBefore() {
    QVERIFY(kOffice.isStorable());
    Office office = kOffice;
    office.organization.assign(Office::kTextSizeMax, 'x');
    QVERIFY(office.isStorable());
    test::SeededEntropy entropy(13);
    QVERIFY(Keyring::generate(office, entropy).store(folder(), "correct horse", kPassphraseCostMin, entropy).ok());
    QVERIFY(Keyring::unlock(folder(), "correct horse").ok());
    office.organization += 'x';
    QVERIFY(!office.isStorable());
    office = kOffice;
    office.person = "Jos\xe9";
    QVERIFY(!office.isStorable());
}

QTEST_APPLESS_MAIN(KeyringTest)
#include "keyring_test.moc"
