#include <QTest>

#include "client/domain/day_text.h"
#include "client/domain/follow_up/approval_proof.h"
#include "tests/support/membership_builder.h"
#include "tests/support/vectors.h"

using namespace puente;
using nlohmann::json;

/// An approval proves what it says, to the letter, and nothing else. tests/vectors/plan_approval_v1.json holds the
/// examples; PUENTE_WRITE_VECTORS=1 writes it anew.
class ApprovalProofTest : public QObject {
    Q_OBJECT

    const test::Office m_office = test::Office::make(31);
    test::SeededEntropy m_entropy{32};
    const ApprovalKey m_key = ApprovalKey::generate(m_entropy);

    static constexpr const char* kPlan =
        "Puente work plan, version 1\nTítulo / Title: Plan conjunto\nAño / Year: 2027\n"
        "Quórum / Quorum: todos los gobiernos / all governments\n\n"
        "Línea / Line: 1\n  Texto en español / Text in Spanish: Protección\n"
        "    | de la niñez\n";

    ApprovalStatement statement() const {
        return {.plan = "Plan conjunto",
                .year = "2027",
                .version = sha256(bytesOf(kPlan)),
                .organization = "Cancillería de Costa Rica",
                .country = "CR",
                .decision = ApprovalDecision::WithReservation,
                .remark = "Según el presupuesto.\nDecisión / Decision: aprueba / approves",
                .date = *parseDay("2026-11-20")};
    }
    SignedApproval signedBy(const ApprovalKey& key, const ApprovalStatement& statement) const {
        const std::string text = statementText(statement);
        return {text, key.sign(bytesOf(text)),
                certificateText(ApprovalCertificate::issue(m_office.certificate, m_office.signing, m_key.publicId()))};
    }
    SignedApproval good() const { return signedBy(m_key, statement()); }

    static std::string outcome(const SignedApproval& approval) {
        const auto checked = checkApproval(approval);
        if (checked) return "good";
        switch (checked.fault()) {
        case ApprovalFault::Malformed: return "malformed";
        case ApprovalFault::NotCertified: return "notCertified";
        case ApprovalFault::NotAuthentic: break;
        }
        return "notAuthentic";
    }
    static json asJson(const SignedApproval& approval) {
        return {{"statement", approval.statement},
                {"signature", toHex(approval.signature.view())},
                {"certificate", approval.certificate}};
    }

    json made() const {
        json file = asJson(good());
        file["plan"] = kPlan;
        file["version"] = toHex(sha256(bytesOf(kPlan)).view());
        file["seed"] = toHex(m_key.revealSeed());
        file["pem"] = pemOf(m_key.publicId());
        const auto bad = [&](const char* what, const SignedApproval& approval) {
            json entry = asJson(approval);
            entry["what"] = what;
            entry["fault"] = outcome(approval);
            file["bad"].push_back(entry);
        };
        const auto replaced = [](std::string text, const std::string& from, const std::string& to) {
            return text.replace(text.find(from), from.size(), to);
        };
        SignedApproval altered = good();
        altered.statement = replaced(altered.statement, "Según", "Segun");
        bad("another reservation", altered);
        altered = good();
        altered.statement = replaced(altered.statement, "version 1", "version 2");
        bad("another context line", altered);
        altered = good();
        altered.statement = replaced(altered.statement, "País / Country: CR\n", "");
        bad("without its country", altered);
        altered = good();
        altered.statement = replaced(altered.statement, "Fecha / Date: 2026", "Fecha / Date:  2026");
        bad("a spelling that is not the one", altered);
        ApprovalStatement bare = statement();
        bare.remark.clear();
        bad("a reservation without words", signedBy(m_key, bare));
        altered = good();
        altered.certificate = replaced(altered.certificate, "Device", "Gadget");
        bad("a certificate with another label", altered);
        altered = good();
        const test::Office other = test::Office::make(33);
        altered.certificate =
            certificateText(ApprovalCertificate::issue(m_office.certificate, other.signing, m_key.publicId()));
        bad("a key that another device vouches for", altered);
        altered = good();
        DeviceCertificate uncertified = m_office.certificate;
        uncertified.organization = other.organization();
        altered.certificate =
            certificateText(ApprovalCertificate::issue(uncertified, m_office.signing, m_key.publicId()));
        bad("a device that the organisation does not vouch for", altered);
        test::SeededEntropy entropy(34);
        bad("signed with another key", signedBy(ApprovalKey::generate(entropy), statement()));
        return file;
    }

private slots:
    void theVectorsAreWhatIsMade() {
        if (qEnvironmentVariableIsSet("PUENTE_WRITE_VECTORS"))
            std::ofstream(test::vectorPath("plan_approval_v1.json").toStdString()) << made().dump(1) << '\n';
        const json& file = test::readVectors("plan_approval_v1.json");
        QVERIFY(file == made());
        for (const json& bad : file["bad"])
            QVERIFY2(bad["fault"] != "good", bad["what"].get<std::string>().c_str());
    }

    void whatIsSignedIsReadBack() {
        const auto checked = checkApproval(good());
        QVERIFY(checked.ok());
        QVERIFY(checked->statement == statement());
        QVERIFY(checked->certificate.device == m_office.certificate);
        QVERIFY(readStatement(statementText(statement())) == statement());
    }

    void noFlippedBitPasses() {
        const SignedApproval approval = good();
        for (std::size_t bit = 0; bit < approval.statement.size() * 8; ++bit) {
            SignedApproval altered = approval;
            altered.statement[bit / 8] = static_cast<char>(altered.statement[bit / 8] ^ (1 << bit % 8));
            QVERIFY(!checkApproval(altered).ok());
        }
        for (std::size_t bit = 0; bit < 512; ++bit) {
            SignedApproval altered = approval;
            altered.signature.bytes[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
            QVERIFY(!checkApproval(altered).ok());
        }
        for (std::size_t byte = 0; byte < approval.certificate.size(); ++byte) {
            SignedApproval altered = approval;
            altered.certificate[byte] = static_cast<char>(altered.certificate[byte] ^ 1);
            QVERIFY(!checkApproval(altered).ok());
        }
    }

    void theApprovalKeySignsNoCertificate() {
        // A device's own key signs labelled bytes only: what it signed never passes for a statement.
        const std::string text = statementText(statement());
        const ApprovalKey deviceAsKey = ApprovalKey::fromSeed(m_office.signing.revealSeed());
        QVERIFY(!verifyApproval(deviceAsKey.publicId(), bytesOf(text),
                                m_office.signing.sign(Purpose::ApprovalKey, bytesOf(text))));
    }
};

QTEST_APPLESS_MAIN(ApprovalProofTest)
#include "approval_proof_test.moc"
