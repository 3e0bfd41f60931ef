#include <QTest>

#include <QTemporaryDir>

#include "client/core/workspace.h"
#include "common/crypto/aead.h"
#include "tests/support/own_memory.h"

#include <fcntl.h>
#include <unistd.h>

using namespace puente;
using namespace puente::test;

namespace {

// What is looked for is how a secret ends: memory that was given back has other things where it began.
constexpr std::size_t kEnding = 16;

} // namespace

/// Once a replica is closed, neither its passphrase nor its key is anywhere in this process; while it is open, its key
/// is in one place and the passphrase in none.
class MemoryTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string m_replica, m_file;
    Hidden m_passphrase{{}}, m_ending{{}};

    /// Byte by byte, so that no buffer of ours holds it.
    void writePassphrase() const {
        const int file = ::open(m_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        for (std::size_t i = 0; i < m_passphrase.size(); ++i) {
            const std::uint8_t byte = m_passphrase.at(i);
            expects(::write(file, &byte, 1) == 1);
        }
        ::close(file);
    }

private Q_SLOTS:
    void initTestCase() {
        if (std::getenv("PUENTE_SLOW_BUILD") != nullptr) QSKIP("a sanitizer's memory is not looked through");
        SystemEntropy entropy;
        Bytes drawn(96);
        entropy.fill(drawn);
        for (std::uint8_t& byte : drawn)
            byte = static_cast<std::uint8_t>('a' + byte % 26);
        m_passphrase = Hidden(drawn);
        m_ending = Hidden(ByteView(drawn).last(kEnding));
        wipe(drawn);
        m_file = m_folder.filePath("words").toStdString();
        m_replica = m_folder.filePath("replica").toStdString();
        writePassphrase();
    }
    void theScanFindsWhatIsThere() {
        Bytes here(m_passphrase.size());
        for (std::size_t i = 0; i < here.size(); ++i)
            here[i] = m_passphrase.at(i);
        QVERIFY(placesInMemory(m_ending) > 0);
        wipe(here);
        QCOMPARE(placesInMemory(m_ending), std::size_t{0});
    }
    void nothingIsLeftOfASession() {
        const PassphraseSource source(m_file);
        const Office office{"Cancillería", "CR", OrganizationKind::Government, "Ana"};
        QVERIFY(Workspace::create(m_replica, {office, kPassphraseCostMin}, source).ok());
        QCOMPARE(placesInMemory(m_ending), std::size_t{0});
        std::optional<Hidden> key, signing;
        {
            auto workspace = std::move(*Workspace::open(m_replica, source));
            QVERIFY(workspace->createSpace("Plan", "").ok());
            key.emplace(workspace->keyring().storageKey()->reveal().last(kEnding));
            signing.emplace(workspace->keyring().device().signing.revealSeed().last(kEnding));
            QCOMPARE(placesInMemory(*key), std::size_t{1});
            QCOMPARE(placesInMemory(*signing), std::size_t{1});
            QCOMPARE(placesInMemory(m_ending), std::size_t{0});
        }
        QCOMPARE(placesInMemory(*key), std::size_t{0});
        QCOMPARE(placesInMemory(*signing), std::size_t{0});
        QCOMPARE(placesInMemory(m_ending), std::size_t{0});
    }
};

QTEST_APPLESS_MAIN(MemoryTest)
#include "memory_test.moc"
