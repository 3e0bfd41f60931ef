#include <QTest>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include "client/core/exchange.h"
#include "client/core/kit_input.h"
#include "client/core/table_files.h"
#include "client/core/workspace.h"
#include "tests/support/evil_server.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

using namespace puente;
using namespace puente::test;

/// A stick that somebody else prepared: whatever lies on it under a bundle's name is read as a bundle or not at all,
/// within a second, and changes nothing unless all of it is sound.
class HostileMediaTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void whatIsNoFileIsNotRead_data();
    void whatIsNoFileIsNotRead();
    void aPipeWithAWriterIsNotReadEither();
    void endlessAndSparseFilesAreRefused_data();
    void endlessAndSparseFilesAreRefused();
    void aBundleCutAnywhereChangesNothing();
    void aBundleFlippedAnywhereChangesNothing();
    void twoBundlesSplicedChangeNothing();
    void anotherVersionIsNamed();
    void anOlderBundleTakesNothingBack();
    void exportingWritesOverNothingElse_data();
    void exportingWritesOverNothingElse();

private:
    std::string path(const char* name) const { return m_folder.filePath(name).toStdString(); }
    void write(const char* name, ByteView bytes) {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) &&
                file.write(reinterpret_cast<const char*>(bytes.data()), qint64(bytes.size())) == qint64(bytes.size()));
    }
    /// What the program says to importing this file; it must say it within a second and change nothing.
    Notice refused(const char* name) {
        const Hash before = *m_workspace->replica().stateHash(m_space);
        QElapsedTimer timer;
        timer.start();
        const auto outcome = importBundle(*m_workspace, path(name));
        const bool isQuick = timer.elapsed() < 1000;
        if (outcome || !isQuick || *m_workspace->replica().stateHash(m_space) != before) return {};
        return outcome.fault();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Workspace> m_workspace;
    SyncWorld m_world;
    SpaceId m_space = m_world.space;
    Bytes m_old, m_bundle; ///< of the same office, before and after it wrote again
};

void HostileMediaTest::initTestCase() {
    write("passphrase", bytesOf("una frase de paso larga\n"));
    const PassphraseSource source(path("passphrase"));
    const Office office{"OSC del palo", "CR", OrganizationKind::CivilSociety, ""};
    QVERIFY(Workspace::create(path("replica"), {office, kPassphraseCostMin}, source).ok());
    m_workspace = std::move(*Workspace::open(path("replica"), source));

    const auto invite = m_world.founder.replica().offerInvite(m_space, Role::Editor,
                                                              m_workspace->now() + std::chrono::hours(24), "OSC");
    QVERIFY(m_workspace->askToJoin(*invite).ok());
    QVERIFY(m_world.founder.replica().admit(*m_workspace->replica().ownJoinRequest(m_space)).ok());
    m_world.founder.write(m_space, 3);
    m_old = bundleOf(m_world.founder, m_space);
    write("old", m_old);
    QVERIFY(importBundle(*m_workspace, path("old")).ok());
    QCOMPARE(m_workspace->replica().counts(m_space)->records, std::uint64_t{3});
    m_world.founder.write(m_space, 2);
    m_bundle = bundleOf(m_world.founder, m_space);
    write("bundle", m_bundle);
}

// A44
void HostileMediaTest::whatIsNoFileIsNotRead_data() {
    QTest::addColumn<QString>("what");
    for (const char* what : {"pipe", "link to a bundle", "link to nothing", "folder", "socket", "/dev/zero"})
        QTest::newRow(what) << what;
}

void HostileMediaTest::whatIsNoFileIsNotRead() {
    QFETCH(QString, what);
    QDir(m_folder.path()).remove("odd");
    if (what == "pipe") QVERIFY(::mkfifo(path("odd").c_str(), 0600) == 0);
    if (what == "link to a bundle") QVERIFY(QFile::link(m_folder.filePath("bundle"), m_folder.filePath("odd")));
    if (what == "link to nothing") QVERIFY(QFile::link("/nowhere/at/all", m_folder.filePath("odd")));
    if (what == "folder") QVERIFY(QDir(m_folder.path()).mkdir("odd"));
    if (what == "/dev/zero") QVERIFY(QFile::link("/dev/zero", m_folder.filePath("odd")));
    if (what == "socket") {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path("odd").copy(address.sun_path, sizeof address.sun_path - 1);
        const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
        QVERIFY(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    }
    const Notice notice = refused("odd");
    QVERIFY(notice.code == ExitCode::DataInvalid);
    QCOMPARE(notice.what, std::string("That is not an ordinary file."));
    QVERIFY(notice.where == path("odd") && !notice.whatToDo.empty());
    if (what == "link to a bundle" || what == "link to nothing") return; // their owner's, elsewhere
    QVERIFY(kitFromFile(path("odd")).fault().what == notice.what);
    QVERIFY(shareFromFile(path("odd")).fault().what == notice.what);
    if (what == "folder") QVERIFY(QDir(m_folder.path()).rmdir("odd"));
}

void HostileMediaTest::aPipeWithAWriterIsNotReadEither() {
    QVERIFY(::mkfifo(path("pipe").c_str(), 0600) == 0);
    QFile both(m_folder.filePath("pipe"));
    QVERIFY(both.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    both.write(reinterpret_cast<const char*>(m_bundle.data()), 1000);
    QCOMPARE(refused("pipe").what, std::string("That is not an ordinary file."));
}

void HostileMediaTest::endlessAndSparseFilesAreRefused_data() {
    QTest::addColumn<qint64>("size");
    QTest::addColumn<bool>("beginsWell");
    QTest::addColumn<QString>("says");
    const qint64 gibibyte = qint64{1} << 30;
    QTest::newRow("a terabyte") << (qint64{1} << 40) << false << "The file is too large.";
    QTest::newRow("one byte too many") << gibibyte + 1 << true << "The file is too large.";
    QTest::newRow("as much as may be, of nothing") << gibibyte << false << "That file is not a bundle.";
    QTest::newRow("a bundle, then nothing") << gibibyte << true << "The bundle is damaged.";
    QTest::newRow("empty") << qint64{0} << false << "That file is not a bundle.";
}

void HostileMediaTest::endlessAndSparseFilesAreRefused() {
    QFETCH(qint64, size);
    QFETCH(bool, beginsWell);
    QFETCH(QString, says);
    write("sparse", beginsWell ? m_bundle : Bytes{});
    QVERIFY(QFile::resize(m_folder.filePath("sparse"), size));
    QCOMPARE(QString::fromStdString(refused("sparse").what), says);
    QFile::remove(m_folder.filePath("sparse"));
}

// A38
void HostileMediaTest::aBundleCutAnywhereChangesNothing() {
    for (std::size_t size = 512; size < m_bundle.size(); size += 512) {
        write("cut", ByteView(m_bundle).first(size));
        QCOMPARE(refused("cut").what, std::string("The end of the bundle is missing."));
    }
    write("cut", ByteView(m_bundle).first(m_bundle.size() - 1));
    QCOMPARE(refused("cut").what, std::string("The end of the bundle is missing."));
}

void HostileMediaTest::aBundleFlippedAnywhereChangesNothing() {
    for (std::size_t at = 0; at < m_bundle.size(); at += 97) {
        Bytes flipped = m_bundle;
        flipped[at] ^= 1U << at % 8;
        write("flipped", flipped);
        QVERIFY(refused("flipped").code == ExitCode::DataInvalid);
    }
}

void HostileMediaTest::twoBundlesSplicedChangeNothing() {
    for (std::size_t at = 200; at < m_old.size(); at += 301) {
        Bytes spliced(m_old.begin(), m_old.begin() + std::ptrdiff_t(at));
        spliced.insert(spliced.end(), m_bundle.begin() + std::ptrdiff_t(at), m_bundle.end());
        if (spliced == m_bundle) continue;
        write("spliced", spliced);
        QVERIFY(refused("spliced").code == ExitCode::DataInvalid);
    }
}

void HostileMediaTest::anotherVersionIsNamed() {
    Bytes newer = m_bundle;
    newer[7] = '3';
    write("newer", newer);
    QCOMPARE(refused("newer").what, std::string("A newer version of Puente wrote this bundle."));
    newer[7] = '0'; // there never was one
    write("newer", newer);
    QVERIFY(refused("newer").code == ExitCode::DataInvalid);
}

void HostileMediaTest::anOlderBundleTakesNothingBack() {
    QVERIFY(importBundle(*m_workspace, path("bundle")).ok());
    const Hash now = *m_workspace->replica().stateHash(m_space);
    QVERIFY(now == m_world.founder.state(m_space));
    const auto again = importBundle(*m_workspace, path("old"));
    QVERIFY(again.ok() && again->report.spaces[0].changeSets == 0 && again->report.spaces[0].accepted == 0);
    QVERIFY(*m_workspace->replica().stateHash(m_space) == now);
}

void HostileMediaTest::exportingWritesOverNothingElse_data() {
    QTest::addColumn<QString>("what");
    for (const char* what : {"link", "pipe", "folder"})
        QTest::newRow(what) << what;
}

// A stick may have anything where the bundle goes: it stays as it is, and a link is not followed.
void HostileMediaTest::exportingWritesOverNothingElse() {
    QFETCH(QString, what);
    QFile::remove(m_folder.filePath("out"));
    write("precious", bytesOf("mi tesis"));
    if (what == "link") QVERIFY(QFile::link(m_folder.filePath("precious"), m_folder.filePath("out")));
    if (what == "pipe") QVERIFY(::mkfifo(path("out").c_str(), 0600) == 0);
    if (what == "folder") QVERIFY(QDir(m_folder.path()).mkdir("out"));
    const auto written = exportBundle(*m_workspace, {m_space}, path("out"));
    QVERIFY(!written.ok() && written.fault().code == ExitCode::Usage);
    const QFileInfo there(m_folder.filePath("out"));
    QVERIFY(what == "link" ? there.isSymLink() : what == "folder" ? there.isDir() : !there.isFile() && there.exists());
    QFile precious(m_folder.filePath("precious"));
    QVERIFY(precious.open(QIODevice::ReadOnly));
    QCOMPARE(precious.readAll(), QByteArray("mi tesis"));
}

QTEST_GUILESS_MAIN(HostileMediaTest)
#include "hostile_media_test.moc"
