#include "tests/sim/schedules.h"

using namespace puente::test;

/// Whatever happens between them, the offices of a space end with the same records, which are those of the model, and
/// no value that anybody saved is lost.
class ConvergenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void seedsThatOnceFailedStayMended() {
        if (wantedSeed()) QSKIP("one seed is wanted");
        runSchedules(seedsThatOnceFailed(false));
    }

    void everyScheduleEndsInAgreementAndSomeAreLivedTwice() {
        const auto wanted = wantedSeed();
        if (wanted && hasPowerCuts(*wanted)) QSKIP("power_cut_test lives this seed");
        const auto seeds = wanted ? std::vector{*wanted} : seedsWith(false, scheduleCount(1300));
        const Sum sum = runSchedules(seeds, effort(80));
        sum.print();
        if (wanted || sum.schedules < 100) return;
        QVERIFY2(sum.findings.conflicts > sum.schedules, "the worlds should have conflicts");
        QVERIFY2(sum.findings.ignoredRetirements > sum.schedules / 10, "and liars");
        QVERIFY2(sum.totals.completed < sum.totals.conversations, "and broken lines");
        QVERIFY2(sum.totals.serverLosses > sum.schedules / 10, "and servers that lost something");
        QVERIFY2(sum.totals.acts > sum.schedules / 2, "and admins that act");
        QVERIFY2(sum.findings.writtenAgain > sum.schedules / 10, "and copies that wrote again what would not count");
        QVERIFY2(sum.totals.forks > sum.schedules / 50, "and liars with two tongues");
        QVERIFY2(sum.findings.beyondCuts > sum.schedules / 2, "and writing beyond cuts");
    }
};

QTEST_APPLESS_MAIN(ConvergenceTest)
#include "convergence_test.moc"
