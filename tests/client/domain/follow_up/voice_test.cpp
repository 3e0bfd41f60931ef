#include <QTest>

#include "client/domain/day_text.h"
#include "client/domain/follow_up/commitment_list.h"
#include "client/domain/follow_up/duty_list.h"
#include "client/domain/follow_up/reports.h"
#include "client/domain/follow_up/unanswered.h"
#include "tests/support/desk.h"

using namespace puente;
using namespace puente::test;

/// Whose word is whose, and what falls to whom.
class VoiceTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_desk = std::make_unique<Desk>(7);
        m_desk->found("Secretaría Técnica");
        m_desk->add(
            "organization",
            {{"name", "Cancillería de Costa Rica"}, {"acronym", "MREC"}, {"country", "CR"}, {"kind", "government"}});
        m_desk->add("organization", {{"name", "RROCM Costa Rica"}, {"country", "CR"}, {"kind", "civil_society"}});
        m_agreement = m_desk->add(
            "agreement", {{"reference", "CRM23-04"}, {"responsible", "Países miembros"}, {"force", "decided"}});
    }

    void theStatusIsTheGovernmentsOfThatCountry() {
        const OfficeDirectory directory;
        const auto of = [&](const char* kind, const char* country, Voice voice) {
            return standingOf({"Oficina", kind, country}, voice, "CR", {}, directory);
        };
        QCOMPARE(of("government", "CR", Voice::Government), Standing::Own);
        QCOMPARE(of("government", "HN", Voice::Government), Standing::WrongCountry);
        QCOMPARE(of("civil_society", "CR", Voice::Government), Standing::WrongKind);
        QCOMPARE(of("secretariat", "CR", Voice::Government), Standing::WrongKind);
        QCOMPARE(of("government", "CR", Voice::CivilSociety), Standing::WrongKind);
        QCOMPARE(of("civil_society", "HN", Voice::CivilSociety), Standing::Own);
        QCOMPARE(of("", "", Voice::Government), Standing::Unknown);
    }

    void anOrganisationAnswersByAnyOfItsNames() {
        const OfficeDirectory directory(m_desk->catalogue(), m_desk->space());
        const OfficeProfile office{"mrec", "government", "CR"};
        QCOMPARE(standingOf(office, Voice::Answering, {}, "Cancilleria de Costa Rica", directory), Standing::Own);
        QCOMPARE(standingOf(office, Voice::Answering, {}, "RROCM Costa Rica", directory), Standing::WrongOffice);
    }

    void theDirectoryKnowsKindsByAnyName() {
        const OfficeDirectory directory(m_desk->catalogue(), m_desk->space());
        QCOMPARE(directory.find("MREC").kind, "government");
        QCOMPARE(directory.find("RROCM Costa Rica").kind, "civil_society");
        QVERIFY(directory.find("otra").kind.empty());
    }

    void onlyCountriesWithoutACommitmentAreMissing() {
        commit("CR");
        const auto existing = commitments();
        QCOMPARE(countriesMissing({"CR", "HN", "HN"}, existing), std::vector<std::string>{"HN"});
        QCOMPARE(countriesMissing(memberStates(), existing).size(), std::size_t{10});
    }

    void bothWordsStandSideBySide() {
        const Dot commitment = commit("CR");
        m_desk->set(commitment, {{"status", "fulfilled"}});
        QVERIFY(!commitments().front().isDisputed());
        m_desk->set(commitment, {{"assessment", "partly_fulfilled"}});
        QVERIFY(commitments().front().isDisputed());
        QCOMPARE(std::string(commitments().front().government.status), "fulfilled");
    }

    void aDutyOfAllFallsToEachMemberUntilItIsSplit() {
        QCOMPARE(dutiesOf("government", "CR").size(), std::size_t{1});
        QVERIFY(dutiesOf("government", "CR").front().field.empty());
        QVERIFY(dutiesOf("government", "PE").empty());
        QVERIFY(dutiesOf("civil_society", "CR").empty());
        commit("CR");
        QVERIFY(dutiesOf("government", "HN").empty());
        QCOMPARE(std::string(dutiesOf("government", "CR").front().field), "status");
        QCOMPARE(std::string(dutiesOf("civil_society", "CR").front().field), "assessment");
    }

    void aReportOfCivilSocietyIsNotTheGovernments() {
        const Dot commitment = commit("CR");
        report("RROCM Costa Rica|CR");
        QCOMPARE(unanswered(), std::size_t{1});
        report("Cancillería de Costa Rica|CR");
        QCOMPARE(unanswered(), std::size_t{0});
        m_desk->set(commitment, {{"status", "fulfilled"}});
        QCOMPARE(unanswered(), std::size_t{0});
    }

private:
    Dot commit(const char* country) {
        return m_desk->add("commitment", {{"agreement", "CRM23-04"}, {"country", country}});
    }
    std::vector<CommitmentItem> commitments() {
        const Deadlines deadlines(m_desk->catalogue(), m_desk->space());
        return *listCommitments(m_desk->catalogue(), m_desk->space(), deadlines, {.agreement = m_agreement});
    }
    std::vector<OfficeDuty> dutiesOf(const char* kind, const char* country) {
        const OfficeDirectory directory(m_desk->catalogue(), m_desk->space());
        const Deadlines deadlines(m_desk->catalogue(), m_desk->space());
        return *listDuties(m_desk->catalogue(), m_desk->space(), deadlines, directory, {"Oficina", kind, country});
    }
    void report(const char* organization) {
        m_desk->add("update", {{"subject", "CRM23-04|CR"},
                               {"quarter", "2026-Q3"},
                               {"organization", organization},
                               {"text", organization}});
    }
    std::size_t unanswered() {
        const OfficeDirectory directory(m_desk->catalogue(), m_desk->space());
        const Deadlines deadlines(m_desk->catalogue(), m_desk->space());
        return listUnanswered(m_desk->catalogue(), m_desk->space(), deadlines, directory,
                              {*parseDay("2026-10-15"), {2026, 3}})
            ->size();
    }

    std::unique_ptr<Desk> m_desk;
    Dot m_agreement;
};

QTEST_GUILESS_MAIN(VoiceTest)
#include "voice_test.moc"
