#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/paths.h"

#include <fcntl.h>

using namespace puente;

/// A replica belongs to one process at a time; another one is told so and changes nothing.
class BusyTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QFile file(m_folder.filePath("passphrase"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("eight words are enough\n") > 0);
        file.close();
        QCOMPARE(run({"init", "--organization", "A", "--country", "CR", "--kind", "government", "--kdf-memory", "64"}),
                 0);
    }
    void aSecondProcessIsRefusedBeforeItAsksForThePassphrase() {
        // As SQLite locks a file exclusively: its shared bytes, 1 GiB and two bytes from the start.
        QFile file(m_folder.filePath("home/replica.db"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        struct flock lock {};
        lock.l_type = F_WRLCK;
        lock.l_whence = SEEK_SET;
        lock.l_start = 0x40000002;
        lock.l_len = 510;
        QVERIFY(::fcntl(file.handle(), F_SETLK, &lock) == 0);
        m_passphraseFile = m_folder.filePath("none"); // it would end with 2 if it asked
        QCOMPARE(run({"status"}), 6);
        QVERIFY(m_complaint.contains("Another program has this replica open."));
    }
    void afterwardsItOpens() {
        m_passphraseFile = m_folder.filePath("passphrase");
        QCOMPARE(run({"status"}), 0);
    }
    void withoutTerminalOrFileItSaysHowToGiveThePassphrase() {
        m_passphraseFile.clear();
        QCOMPARE(run({"status"}), 2);
        QVERIFY(m_complaint.contains("--passphrase-file"));
    }

private:
    int run(const QStringList& arguments) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("PUENTE_HOME", m_folder.filePath("home"));
        environment.insert("PUENTE_PASSPHRASE_FILE", m_passphraseFile);
        environment.insert("PUENTE_LANG", "en");
        QProcess process;
        process.setProcessEnvironment(environment);
        // In a session of its own the process has no terminal to ask on, wherever the suite runs.
        process.start("setsid", QStringList{"--wait", test::programPath("puente")} + arguments);
        if (!process.waitForFinished(120'000)) return -1;
        m_complaint = QString::fromUtf8(process.readAllStandardError());
        return process.exitCode();
    }

    QTemporaryDir m_folder;
    QString m_passphraseFile = m_folder.filePath("passphrase");
    QString m_complaint;
};

QTEST_GUILESS_MAIN(BusyTest)
#include "busy_test.moc"
