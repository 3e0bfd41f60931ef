#include <QTest>

#include "client/domain/day_text.h"
#include "client/domain/follow_up/terms.h"
#include "tests/support/desk.h"

namespace puente {

namespace {

using test::Desk;

Day day(const char* text) {
    return *parseDay(text);
}

/// A space with two countries' ministries.
class Space : public Desk {
public:
    explicit Space(std::uint64_t seed) : Desk(seed) {
        found("Cancillería");
        m_costaRica = add("organization", {{"name", "MREC"}, {"country", "CR"}});
        m_panama = add("organization", {{"name", "MIRE"}, {"country", "PA"}});
    }
    Dot term(const char* role, const char* holder, const char* from, const char* to = "") {
        Fields fields{{"role", role}, {"holder", holder}, {"from", from}};
        if (*to != 0) fields.emplace_back("to", to);
        return add("term", fields);
    }
    Succession succeeding(const char* role, const Dot& holder, const char* country, const char* from) {
        return succeed(*termsOf(catalogue(), space(), Language::Spanish), role, holder, country, day(from));
    }
    const Dot& costaRica() const { return m_costaRica; }
    const Dot& panama() const { return m_panama; }

private:
    Dot m_costaRica, m_panama;
};

} // namespace

/// Who holds an office, and whose term ends when another one begins.
class TermsTest : public QObject {
    Q_OBJECT

private slots:
    void aTermIsInForceFromItsFirstToItsLastDay();
    void thePresidencyHasOneHolder();
    void aTermThatEndedStays();
    void nothingIsBegunBeforeALaterTerm();
    void manySitInABody();
    void aFocalPointSucceedsThatOfItsCountry();
};

void TermsTest::aTermIsInForceFromItsFirstToItsLastDay() {
    Space space(1);
    space.term("ppt", "MREC", "2026-01-01", "2026-12-31");
    const TermSpan term = termsOf(space.catalogue(), space.space(), Language::Spanish)->front();
    QVERIFY(!term.isInForceOn(day("2025-12-31")) && term.isInForceOn(day("2026-01-01")));
    QVERIFY(term.isInForceOn(day("2026-12-31")) && !term.isInForceOn(day("2027-01-01")));
    QCOMPARE(term.country, std::string("CR")); // that of its holder
}

void TermsTest::thePresidencyHasOneHolder() {
    Space space(2);
    const Dot before = space.term("ppt", "MIRE", "2025-01-01");
    space.term("technical_secretariat", "MIRE", "2025-01-01");
    const Succession succession = space.succeeding("ppt", space.costaRica(), "CR", "2026-01-01");
    QVERIFY(!succession.obstacle);
    QCOMPARE(succession.ended.size(), std::size_t{1});
    QVERIFY(succession.ended.front().record == before);
}

void TermsTest::aTermThatEndedStays() {
    Space space(3);
    space.term("ppt", "MIRE", "2024-01-01", "2025-12-31");
    QVERIFY(space.succeeding("ppt", space.costaRica(), "CR", "2026-01-01").ended.empty());
    QCOMPARE(space.succeeding("ppt", space.costaRica(), "CR", "2025-12-31").ended.size(), std::size_t{1});
}

void TermsTest::nothingIsBegunBeforeALaterTerm() {
    Space space(4);
    space.term("ppt", "MIRE", "2026-01-01");
    QVERIFY(space.succeeding("ppt", space.costaRica(), "CR", "2026-01-01").obstacle);
    QVERIFY(space.succeeding("ppt", space.costaRica(), "CR", "2025-06-01").obstacle);
    QVERIFY(!space.succeeding("ppt", space.costaRica(), "CR", "2026-01-02").obstacle);
}

void TermsTest::manySitInABody() {
    Space space(5);
    const Dot own = space.term("monitoring_group", "MREC", "2025-01-01");
    space.term("monitoring_group", "MIRE", "2025-01-01");
    const Succession succession = space.succeeding("monitoring_group", space.costaRica(), "CR", "2026-01-01");
    QCOMPARE(succession.ended.size(), std::size_t{1});
    QVERIFY(succession.ended.front().record == own);
}

void TermsTest::aFocalPointSucceedsThatOfItsCountry() {
    Space space(6);
    space.term("national_focal_point", "MREC", "2025-01-01");
    space.term("national_focal_point", "MIRE", "2025-01-01");
    const Dot network = space.add("organization", {{"name", "RROCM Costa Rica"}, {"country", "CR"}});
    const Succession succession = space.succeeding("national_focal_point", network, "CR", "2026-01-01");
    QCOMPARE(succession.ended.size(), std::size_t{1});
    QCOMPARE(succession.ended.front().holderName, std::string("MREC"));
}

} // namespace puente

QTEST_GUILESS_MAIN(puente::TermsTest)
#include "terms_test.moc"
