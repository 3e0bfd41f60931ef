#include <QTest>

#include "client/domain/day_text.h"
#include "client/domain/follow_up/likeness.h"
#include "client/domain/follow_up/proposal_clock.h"
#include "client/domain/follow_up/trace.h"
#include "tests/support/desk.h"

using namespace puente;
using namespace puente::test;

/// What becomes of a proposal, day by day.
class ProposalClockTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_desk = std::make_unique<Desk>(11);
        m_desk->found("Cancillería");
        m_proposal = m_desk->add("agreement", {{"reference", "P-1"},
                                               {"kind", "proposal"},
                                               {"title_es", "Protocolo regional de atención a la niñez migrante"}});
    }

    void stages_data() {
        QTest::addColumn<QString>("day");
        QTest::addColumn<int>("stage");
        QTest::addColumn<bool>("late");
        QTest::newRow("before it arrived") << "2026-02-28" << int(ProposalStage::Sent) << false;
        QTest::newRow("the day it arrived") << "2026-03-01" << int(ProposalStage::Received) << false;
        QTest::newRow("acknowledged") << "2026-03-05" << int(ProposalStage::Acknowledged) << false;
        QTest::newRow("on its last day") << "2026-04-30" << int(ProposalStage::Acknowledged) << false;
        QTest::newRow("the day after") << "2026-05-01" << int(ProposalStage::Acknowledged) << true;
        QTest::newRow("answered late") << "2026-05-10" << int(ProposalStage::Agreed) << false;
    }
    void stages() {
        QFETCH(QString, day);
        QFETCH(int, stage);
        QFETCH(bool, late);
        m_desk->add("agreement", {{"reference", "A-1"}});
        m_desk->add("proposal_response", {{"proposal", "P-1"},
                                          {"organization", "Cancillería"},
                                          {"received", "2026-03-01"},
                                          {"response_due", "60 días"},
                                          {"acknowledged", "2026-03-05"},
                                          {"answer", "accepted"},
                                          {"reason", "motivo"},
                                          {"answered", "2026-05-10"},
                                          {"resulting", "A-1"}});
        const Day today = *parseDay(day.toStdString());
        const ProposalItem item = items(today).front();
        QCOMPARE(int(item.clock.stage), stage);
        QCOMPARE(item.clock.isOpen() && item.clock.due.day && *item.clock.due.day < today, late);
        QCOMPARE(item.clock.isLate(today), late);
    }

    void whatNobodyReceivedIsListedToo() {
        QCOMPARE(items(*parseDay("2026-03-01")).size(), std::size_t{1});
        QCOMPARE(items(*parseDay("2026-03-01")).front().clock.stage, ProposalStage::Sent);
    }

    void likenessCountsWordsAndNothingElse() {
        const Likeness same = likenessOf("Protocolo de atención", "PROTOCOLO para la atencion");
        QCOMPARE(same.percent(), 100);
        const Likeness half = likenessOf("protocolo regional atención niñez", "protocolo regional frontera sur");
        QCOMPARE(half.shared, std::size_t{2});
        QCOMPARE(half.all, std::size_t{6});
        QCOMPARE(likenessOf("de la", "de la").percent(), 0);
        QCOMPARE(likenessOf("", "").percent(), 0);
    }

    void ringsOfLinksEnd() {
        m_desk->add("agreement", {{"reference", "P-2"}, {"kind", "proposal"}});
        m_desk->add("link", {{"from", "P-1"}, {"to", "P-2"}, {"relation", "repeats"}});
        m_desk->add("link", {{"from", "P-2"}, {"to", "P-1"}, {"relation", "repeats"}});
        m_desk->add("link", {{"from", "P-2"}, {"to", "P-2"}, {"relation", "related"}});
        const TraceNode tree = *traceOf(m_desk->catalogue(), m_proposal);
        QCOMPARE(tree.children.size(), std::size_t{2});
        QVERIFY(tree.children[0].isRepeated != tree.children[1].isRepeated);
    }

    void theTreeGoesDownToTheEvidence() {
        m_desk->add("agreement", {{"reference", "A-1"}});
        m_desk->add(
            "proposal_response",
            {{"proposal", "P-1"}, {"organization", "Cancillería"}, {"answer", "accepted"}, {"resulting", "A-1"}});
        m_desk->add("commitment", {{"agreement", "A-1"}, {"country", "CR"}});
        m_desk->add("update",
                    {{"subject", "A-1|CR"}, {"quarter", "2026-Q3"}, {"text", "Taller"}, {"evidence", "Acta 14"}});
        const TraceNode tree = *traceOf(m_desk->catalogue(), m_proposal);
        const TraceNode& agreement = tree.children.at(0).children.at(0);
        QCOMPARE(agreement.relation, "resulting");
        const TraceNode& update = agreement.children.at(0).children.at(0);
        QCOMPARE(update.evidence, std::vector<std::string>{"Acta 14"});
    }

    void aLongChainIsCutAndSaysSo() {
        std::string earlier = "P-1";
        for (int i = 2; i < kTraceDepthMax + 10; ++i) {
            const std::string next = "P-" + std::to_string(i);
            m_desk->add("agreement", {{"reference", next}, {"kind", "proposal"}});
            m_desk->add("link", {{"from", next}, {"to", earlier}, {"relation", "repeats"}});
            earlier = next;
        }
        const TraceNode tree = *traceOf(m_desk->catalogue(), m_proposal);
        const TraceNode* node = &tree;
        int depth = 0;
        for (; !node->children.empty(); ++depth)
            node = &node->children.front();
        QCOMPARE(depth, kTraceDepthMax);
        QVERIFY(node->isCut);
    }

private:
    std::vector<ProposalItem> items(Day today) {
        const Deadlines deadlines(m_desk->catalogue(), m_desk->space());
        std::vector<ProposalItem> found;
        auto all = listProposals(m_desk->catalogue(), m_desk->space(), deadlines, today);
        for (ProposalItem& item : *all)
            if (item.proposal == m_proposal) found.push_back(std::move(item));
        return found;
    }

    std::unique_ptr<Desk> m_desk;
    Dot m_proposal;
};

QTEST_GUILESS_MAIN(ProposalClockTest)
#include "proposal_clock_test.moc"
