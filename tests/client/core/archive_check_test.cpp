#include <QTest>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include "client/core/archive.h"
#include "client/core/archive_text.h"
#include "client/domain/follow_up/approval_proof.h"
#include "tests/support/membership_builder.h"
#include "tests/support/seeded_entropy.h"

#include <algorithm>

using namespace puente;

/// An archive is believed only as a whole, and checking one that an enemy made harms nobody.
class ArchiveCheckTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_sums;

    std::string path() const { return m_folder->path().toStdString(); }
    void write(std::string_view name, std::string_view content) const {
        QFile file(m_folder->filePath(QString::fromStdString(std::string(name))));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content.data(), static_cast<qint64>(content.size()));
    }
    static std::string line(std::string_view content, const std::string& name) {
        return toHex(sha256(bytesOf(content)).view()) + "  " + name + "\n";
    }
    /// Signs this list, whatever stands in it, as an enemy with keys of his own may.
    void sign(const std::string& sums) {
        test::SeededEntropy entropy(7);
        const test::Office office = test::Office::make(7);
        const ApprovalKey key = ApprovalKey::generate(entropy);
        const std::string text = archiveStatementText({.space = "Plan conjunto",
                                                       .spaceId = std::string(32, 'a'),
                                                       .organization = "Cancillería de Guatemala",
                                                       .date = Day{20'000},
                                                       .sums = sha256(bytesOf(sums))});
        const Signature signature = key.sign(bytesOf(text));
        write(kArchiveSums, sums);
        write(kArchiveStatement, text);
        write(kArchiveSignature, textOf(signature.view()));
        write(kArchiveCertificate,
              certificateText(ApprovalCertificate::issue(office.certificate, office.signing, key.publicId())));
        write(kArchiveKey, pemOf(key.publicId()));
    }
    std::vector<std::string> faults() const { return checkArchive(path())->faults; }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkdir("data"));
        write("README.txt", "léame");
        write("data/agreement.csv", "\"id\"\r\n");
        m_sums = line("léame", "README.txt") + line("\"id\"\r\n", "data/agreement.csv");
        sign(m_sums);
    }

    void whatWasSignedHolds() {
        const auto check = checkArchive(path());
        QVERIFY(check.ok());
        QVERIFY2(check->faults.empty(), check->faults.empty() ? "" : check->faults.front().c_str());
        QCOMPARE(check->filesHeld, 2U);
        QCOMPARE(check->statement->space, std::string("Plan conjunto"));
        QVERIFY(isArchive(path()));
    }

    void anotherListThanTheOneSignedIsTold() {
        write(kArchiveSums, line("léame", "README.txt") + line("\"id\"\r\n", "data/agreement.csv") + " ");
        QVERIFY(!faults().empty());
        write("README.txt", "otro");
        write(kArchiveSums, line("otro", "README.txt") + line("\"id\"\r\n", "data/agreement.csv"));
        QCOMPARE(faults().size(), 1U); // each file is what this list says
    }

    void aSignatureOfSomethingElseIsTold() {
        QFile statement(m_folder->filePath("archive.statement.txt"));
        QVERIFY(statement.open(QIODevice::ReadOnly));
        QByteArray text = statement.readAll();
        write(kArchiveStatement, text.replace("Guatemala", "Guatemalo").toStdString());
        const auto check = checkArchive(path());
        QVERIFY(!check->faults.empty());
        QVERIFY(!check->statement); // nobody's word is shown as signed
    }

    void namesThatLeadOutAreNotFollowed() {
        QTemporaryDir outside;
        QFile secret(outside.filePath("secreto"));
        QVERIFY(secret.open(QIODevice::WriteOnly));
        secret.write("x");
        secret.close();
        const std::string absolute = secret.fileName().toStdString();
        const std::string relative = QDir(m_folder->path()).relativeFilePath(secret.fileName()).toStdString();
        for (const std::string& name :
             {absolute, relative, std::string("data/../README.txt"), std::string("./README.txt"),
              std::string("data//agreement.csv"), std::string("data\\x"), std::string()}) {
            const std::string wanted = name == "data/../README.txt" || name == "./README.txt" ? "léame" : "x";
            sign(m_sums + line(name.find("agreement") == std::string::npos ? wanted : "\"id\"\r\n", name));
            const auto check = checkArchive(path());
            QCOMPARE(check->filesHeld, 2U);
            QCOMPARE(check->faults.size(), 1U);
        }
    }

    void aLinkIsNotFollowed() {
        QVERIFY(QFile::remove(m_folder->filePath("README.txt")));
        QTemporaryDir outside;
        QFile same(outside.filePath("igual"));
        QVERIFY(same.open(QIODevice::WriteOnly));
        same.write("léame");
        same.close();
        QVERIFY(QFile::link(same.fileName(), m_folder->filePath("README.txt")));
        QCOMPARE(checkArchive(path())->filesHeld, 1U);
        QVERIFY(!faults().empty());
    }

    void aFolderThatIsALinkIsTold() {
        QTemporaryDir outside;
        QVERIFY(QFile::link(outside.path(), m_folder->filePath("más")));
        QCOMPARE(faults().size(), 1U);
        QVERIFY(QFile::remove(m_folder->filePath("más")));
        QVERIFY(QDir().rename(m_folder->filePath("data"), outside.filePath("data")));
        QVERIFY(QFile::link(outside.filePath("data"), m_folder->filePath("data")));
        QCOMPARE(faults().size(), 1U);
    }

    void whatIsMissingIsTold() {
        QVERIFY(QFile::remove(m_folder->filePath("archive.sig")));
        QVERIFY(!faults().empty());
        QVERIFY(QFile::remove(m_folder->filePath("SHA256SUMS")));
        QVERIFY(!checkArchive(path()).ok());
    }

    void aStatementHasOneSpelling() {
        const ArchiveStatement statement{.space = "Más\n| de una línea",
                                         .spaceId = "00",
                                         .organization = "X",
                                         .date = Day{20'000},
                                         .sums = sha256({})};
        const std::string text = archiveStatementText(statement);
        QCOMPARE(readArchiveStatement(text), std::optional(statement));
        QVERIFY(!readArchiveStatement(text + "\n"));
        QVERIFY(!readArchiveStatement(text.substr(0, text.size() - 2)));
        QVERIFY(!readArchiveStatement("Puente work plan, version 1\n"));
    }
};

QTEST_GUILESS_MAIN(ArchiveCheckTest)
#include "archive_check_test.moc"
