#include <QTest>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include "client/core/approvals.h"
#include "tests/support/vectors.h"

using namespace puente;
using nlohmann::json;

/// A folder of a signed plan is believed only as a whole, by this program and by openssl alike.
class PlanFolderTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    void write(const char* name, const std::string& content) const {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content.data(), static_cast<qint64>(content.size()));
    }
    std::string fault() const {
        const auto folder = readPlanFolder(m_folder->path().toStdString());
        return folder && folder->approvals.size() == 1 ? folder->approvals.front().fault : "no folder";
    }
    /// What the command of README.txt answers.
    bool opensslAgrees() const {
        QProcess openssl;
        openssl.setWorkingDirectory(m_folder->path());
        openssl.start("openssl", {"pkeyutl", "-verify", "-pubin", "-inkey", "CR.pem", "-rawin", "-in",
                                  "CR.statement.txt", "-sigfile", "CR.sig"});
        return openssl.waitForFinished() && openssl.exitCode() == 0;
    }

private slots:
    void init() {
        const json& good = test::readVectors("plan_approval_v1.json");
        const Bytes signature = *fromHex(good["signature"].get<std::string>());
        m_folder = std::make_unique<QTemporaryDir>();
        write("plan.txt", good["plan"]);
        write("CR.statement.txt", good["statement"]);
        write("CR.sig", std::string(textOf(signature)));
        write("CR.pem", good["pem"]);
        write("CR.certificate.txt", good["certificate"]);
    }

    void theVectorIsSuchAFolder() {
        QCOMPARE(fault(), std::string());
        QVERIFY(opensslAgrees());
    }
    void anotherStatementIsNoticedByBoth() {
        std::string statement = test::readVectors("plan_approval_v1.json")["statement"];
        statement.replace(statement.find("CR"), 2, "HN");
        write("CR.statement.txt", statement);
        QVERIFY(!fault().empty());
        QVERIFY(!opensslAgrees());
    }
    void anotherPlanIsNotTheOneThatWasSigned() {
        write("plan.txt", "Puente work plan, version 1\n");
        QVERIFY(!fault().empty());
    }
    void anEarlierTextIsFoundByItsHash() {
        QVERIFY(QFile::rename(m_folder->filePath("plan.txt"), m_folder->filePath("plan-0123456789ab.txt")));
        write("plan.txt", "Puente work plan, version 1\n");
        const auto folder = readPlanFolder(m_folder->path().toStdString());
        QVERIFY(folder && folder->holds());
        QCOMPARE(folder->approvals.front().planFile, std::string("plan-0123456789ab.txt"));
    }
    void anotherKeyFileIsNoticed() {
        write("CR.pem", pemOf(ApprovalKeyId{}));
        QVERIFY(!fault().empty());
    }
    void aMissingFileIsNoticed() {
        for (const char* name : {"CR.sig", "CR.pem", "CR.certificate.txt"}) {
            init();
            QVERIFY(QFile::remove(m_folder->filePath(name)));
            QVERIFY2(!fault().empty(), name);
        }
    }
};

QTEST_GUILESS_MAIN(PlanFolderTest)
#include "plan_folder_test.moc"
