#include "tests/sim/schedules.h"

using namespace puente::test;

/// The same as convergence_test in worlds whose devices and server lose power and meet failing disks, in the middle of
/// anything: what was acknowledged is there afterwards.
class PowerCutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void seedsThatOnceFailedStayMended() {
        if (wantedSeed()) QSKIP("one seed is wanted");
        runSchedules(seedsThatOnceFailed(true));
    }

    void everyScheduleEndsInAgreementAndSomeAreLivedTwice() {
        const auto wanted = wantedSeed();
        if (wanted && !hasPowerCuts(*wanted)) QSKIP("convergence_test lives this seed");
        const auto seeds = wanted ? std::vector{*wanted} : seedsWith(true, scheduleCount(700));
        const Sum sum = runSchedules(seeds, effort(40));
        sum.print();
        if (wanted || sum.schedules < 100) return;
        QVERIFY2(sum.totals.hurts > sum.schedules, "the worlds should have crashes");
        QVERIFY2(sum.findings.conflicts > sum.schedules, "and conflicts");
    }
};

QTEST_APPLESS_MAIN(PowerCutTest)
#include "power_cut_test.moc"
