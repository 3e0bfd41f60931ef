#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "tests/support/membership_samples.h"
#include "tests/support/paths.h"

using namespace puente;
using namespace puente::test;

/// tests/vectors/membership_v1.json, which docs/formats cites, is what this program writes and refuses.
/// PUENTE_WRITE_VECTORS=1 writes it anew.
class MembershipVectorsTest : public QObject {
    Q_OBJECT

    const MembershipSamples m_samples;
    QJsonObject vectors() const;

private slots:
    void theVectorsHold();
};

namespace {

QString hex(ByteView bytes) {
    return QString::fromStdString(toHex(bytes));
}

QJsonObject describe(const DeviceCertificate& certificate) {
    return {{"organization", hex(certificate.organization.view())},
            {"recovery", hex(certificate.recovery.view())},
            {"device", hex(certificate.device.view())},
            {"sealing", hex(certificate.sealing.view())},
            {"signature", hex(certificate.signature.view())}};
}

QJsonObject describe(const char* name, const MembershipRecord& record) {
    return {{"name", name},
            {"author", hex(std::visit([](const auto& id) { return id.view(); }, record.content().author))},
            {"space", hex(record.space().view())},
            {"details", hex(record.sealedDetails())},
            {"hash", hex(record.hash().view())},
            {"wire", hex(record.wire())}};
}

QJsonObject secretsOf(const Office& office) {
    return {{"root", hex(office.root.reveal())},
            {"signing", hex(office.signing.revealSeed())},
            {"sealing", hex(office.sealing.revealSeed())},
            {"certificate", describe(office.certificate)}};
}

QJsonArray refused(const MembershipSamples::Broken& bad) {
    QJsonArray array;
    for (const auto& [rule, wire] : bad)
        array.append(QJsonObject{{"rule", QString::fromStdString(rule)}, {"wire", hex(wire)}});
    return array;
}

} // namespace

QJsonObject MembershipVectorsTest::vectors() const {
    QJsonArray records;
    for (const auto& [name, record] : m_samples.records())
        records.append(describe(name, *record));
    return {
        {"seeds", QJsonObject{{"founder", secretsOf(m_samples.founder)},
                              {"joiner", secretsOf(m_samples.joiner)},
                              {"invite", hex(m_samples.inviteKey.revealSeed())}}},
        {"records", records},
        {"key_object", QJsonObject{{"epoch", hex(m_samples.create.hash().view())},
                                   {"hash", hex(m_samples.keys.hash().view())},
                                   {"wire", hex(m_samples.keys.wire())}}},
        {"join_request",
         QJsonObject{{"proof", hex(m_samples.request.proof().view())}, {"wire", hex(m_samples.request.wire())}}},
        {"invite", QJsonObject{{"server", QString::fromStdString(m_samples.invite().server)},
                               {"space_name", QString::fromStdString(m_samples.invite().spaceName)},
                               {"inviter_name", QString::fromStdString(m_samples.invite().inviterName)},
                               {"expires", qint64{1'800'000'000'000}},
                               {"text", QString::fromStdString(toText(m_samples.invite()))}}},
        {"refused_records", refused(m_samples.badRecords())},
        {"refused_key_objects", refused(m_samples.badKeyObjects())},
        {"refused_join_requests", refused(m_samples.badRequests())},
    };
}

void MembershipVectorsTest::theVectorsHold() {
    QFile file(test::vectorPath("membership_v1.json"));
    if (qEnvironmentVariableIsSet("PUENTE_WRITE_VECTORS")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(vectors()).toJson());
        return;
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(QJsonDocument::fromJson(file.readAll()).object() == vectors());
}

QTEST_APPLESS_MAIN(MembershipVectorsTest)
#include "vectors_test.moc"
