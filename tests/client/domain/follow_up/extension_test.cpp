#include <QTest>

#include "client/domain/day_text.h"
#include "client/domain/follow_up/deadline.h"
#include "tests/support/desk.h"

using namespace puente;
using namespace puente::test;

/// Extensions stand beside the term that they replace.
class ExtensionTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_desk = std::make_unique<Desk>(5);
        m_desk->found("Cancillería");
        m_agreement = m_desk->add("agreement", {{"reference", "CRM23-04"}, {"due", "2026-06-30"}});
    }

    void theOriginalTermIsKept() {
        extend("2026-06-30", "2026-09-30", "2026-06-01", "ST CRM");
        const Deadline deadline = now();
        QCOMPARE(deadline.original, "2026-06-30");
        QCOMPARE(deadline.inForce, "2026-09-30");
        QVERIFY(!deadline.isContested);
        const auto extensions = Deadlines(m_desk->catalogue(), m_desk->space()).extensionsOf(m_agreement);
        QCOMPARE(extensions.size(), std::size_t{1});
        QCOMPARE(extensions.front().grantedBy, "ST CRM");
    }

    void twoOfTheSameTermContradictEachOtherWhateverCameBetween() {
        extend("2026-06-30", "2026-09-30", "2026-06-01", "ST CRM");
        extend("2026-09-30", "2026-12-31", "2026-09-01", "ST CRM");
        QVERIFY(!now().isContested);
        extend("2026-06-30", "2026-10-31", "2026-10-01", "PPT");
        QVERIFY(now().isContested);
    }

    void theSameNewTermTwiceIsNoContradiction() {
        extend("2026-06-30", "2026-09-30", "2026-06-01", "ST CRM");
        extend("2026-06-30", "2026-09-30", "2026-06-02", "PPT");
        QVERIFY(!now().isContested);
    }

private:
    Deadline now() {
        const Component component = **m_desk->catalogue().component(m_agreement);
        return Deadlines(m_desk->catalogue(), m_desk->space())
            .of(RecordReader(component, *Schema::builtIn().type("agreement")));
    }
    void extend(const char* from, const char* to, const char* granted, const char* by) {
        m_desk->add("extension", {{"record", "CRM23-04"},
                                  {"old_due", from},
                                  {"new_due", to},
                                  {"granted", granted},
                                  {"reason", "motivo"},
                                  {"granted_by", by}});
    }

    std::unique_ptr<Desk> m_desk;
    Dot m_agreement;
};

QTEST_GUILESS_MAIN(ExtensionTest)
#include "extension_test.moc"
