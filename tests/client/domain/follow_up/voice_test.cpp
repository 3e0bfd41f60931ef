#include <QTest>

#include "client/domain/day_text.h"
#include "client/domain/follow_up/commitment_list.h"
#include "client/domain/follow_up/duty_list.h"
#include "client/domain/follow_up/reports.h"
#include "client/domain/follow_up/unanswered.h"
#include "client/domain/follow_up/voice.h"
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
        const Organizations organizations;
        const auto of = [&](const char* kind, const char* country, Voice voice) {
            return standingOf({"Oficina", kind, country}, voice, "CR", {}, organizations);
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
        const Organizations organizations = *Organizations::read(m_desk->catalogue(), m_desk->space());
        const OfficeProfile office{"mrec", "government", "CR"};
        QCOMPARE(standingOf(office, Voice::Answering, {}, "Cancilleria de Costa Rica", organizations), Standing::Own);
        QCOMPARE(standingOf(office, Voice::Answering, {}, "RROCM Costa Rica", organizations), Standing::WrongOffice);
    }

    void theDirectoryKnowsKindsByAnyName() {
        const Organizations organizations = *Organizations::read(m_desk->catalogue(), m_desk->space());
        QCOMPARE(organizations.profileOf("MREC").kind, "government");
        QCOMPARE(organizations.profileOf("RROCM Costa Rica").kind, "civil_society");
        QVERIFY(organizations.profileOf("otra").kind.empty());
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

    void whatFallsToCivilSocietyIsReportedByIt() {
        const Dot commitment = commit("CR");
        m_desk->set(commitment, {{"responsible", "RROCM Costa Rica"}});
        report("RROCM Costa Rica|CR");
        QCOMPARE(unanswered(), std::size_t{0});
    }

    void eachOfSeveralNamesIsAsked() {
        m_desk->set(m_agreement, {{"responsible", "Oficina y MREC"}});
        QCOMPARE(dutiesOf("secretariat", "").size(), std::size_t{1});
        m_desk->set(m_agreement, {{"responsible", "Oficinas y MREC"}});
        QVERIFY(dutiesOf("secretariat", "").empty());
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
        const Organizations organizations = *Organizations::read(m_desk->catalogue(), m_desk->space());
        const Deadlines deadlines(m_desk->catalogue(), m_desk->space());
        return *listDuties(m_desk->catalogue(), m_desk->space(), deadlines, organizations, {"Oficina", kind, country});
    }
    void report(const char* organization) {
        m_desk->add("update", {{"subject", "CRM23-04|CR"},
                               {"quarter", "2026-Q3"},
                               {"organization", organization},
                               {"text", organization}});
    }
    std::size_t unanswered() {
        const Organizations organizations = *Organizations::read(m_desk->catalogue(), m_desk->space());
        const Deadlines deadlines(m_desk->catalogue(), m_desk->space());
        return listUnanswered(m_desk->catalogue(), m_desk->space(), deadlines, organizations,
                              {*parseDay("2026-10-15"), {2026, 3}})
            ->size();
    }

    std::unique_ptr<Desk> m_desk;
    Dot m_agreement;
};

QTEST_GUILESS_MAIN(VoiceTest)
#include "voice_test.moc"
