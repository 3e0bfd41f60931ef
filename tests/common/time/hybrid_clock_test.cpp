#include <QTest>

#include "common/time/hybrid_clock.h"
#include "tests/support/prng.h"

using namespace puente;

namespace {

const Instant kNow = instantOf(1'800'000'000'000);
constexpr Duration kYear = std::chrono::hours(24 * 365);

std::uint64_t timeOf(Instant instant) {
    return static_cast<std::uint64_t>(millisecondsOf(instant));
}

} // namespace

/// Stamps of one device only ever grow, whatever its clock does, and no other device drags it into the future.
class HybridClockTest : public QObject {
    Q_OBJECT

private slots:
    void aStampIsTheClocksTime() {
        HybridClock clock;
        QVERIFY(clock.next(kNow) == (Stamp{timeOf(kNow), 0}));
    }
    void twoInOneMillisecondAreCounted() {
        HybridClock clock;
        (void)clock.next(kNow);
        QVERIFY(clock.next(kNow) == (Stamp{timeOf(kNow), 1}));
    }
    void aClockThatJumpsBackYearsStillGrows() {
        HybridClock clock;
        const Stamp before = clock.next(kNow);
        const Stamp after = clock.next(kNow - 10 * kYear);
        QVERIFY(after > before);
        QVERIFY(clock.isSuspect(kNow - 10 * kYear));
        QVERIFY(!clock.isSuspect(kNow));
    }
    void whatWasSeenIsStampedEarlier() {
        HybridClock slow;
        slow.observe({timeOf(kNow), 7}, kNow - std::chrono::minutes(2));
        QVERIFY(slow.next(kNow - std::chrono::minutes(2)) == (Stamp{timeOf(kNow), 8}));
    }
    void aStampFromTheFarFutureIsNotFollowed() {
        HybridClock clock;
        clock.observe({timeOf(kNow + 73 * kYear), 0}, kNow);
        QVERIFY(clock.next(kNow) == (Stamp{timeOf(kNow), 0}));
        clock.observe({kStampTimeMax, 0xffffffff}, kNow);
        QVERIFY(!clock.isSuspect(kNow));
    }
    void theDriftIsBoundedToTheMillisecond() {
        HybridClock at, beyond;
        at.observe({timeOf(kNow + kDriftMax), 0}, kNow);
        beyond.observe({timeOf(kNow + kDriftMax) + 1, 0}, kNow);
        QCOMPARE(at.last().time, timeOf(kNow + kDriftMax));
        QCOMPARE(beyond.last().time, std::uint64_t{0});
    }
    void aFullCounterGoesOnInTheNextMillisecond() {
        HybridClock clock(Stamp{timeOf(kNow), 0xffffffff});
        QVERIFY(clock.next(kNow) == (Stamp{timeOf(kNow) + 1, 0}));
    }
    void aClockBefore1970StampsZero() {
        HybridClock clock;
        QCOMPARE(clock.next(instantOf(-5)).time, std::uint64_t{0});
    }
    void anyClockAndAnyRemoteKeepTheOrder() {
        test::Prng prng(1);
        for (int round = 0; round < 200; ++round) {
            HybridClock clock;
            Instant now = kNow;
            for (int step = 0; step < 100; ++step) {
                now += Duration(static_cast<std::int64_t>(prng.below(2'000'000)) - 1'000'000);
                if (prng.chance(2)) now += (prng.chance(50) ? 5 : -5) * kYear;
                const Stamp before = clock.last();
                if (prng.chance(50)) {
                    clock.observe({prng.next() % (kStampTimeMax + 1), static_cast<std::uint32_t>(prng.next())}, now);
                    QVERIFY(clock.last() >= before);
                    QVERIFY(clock.last() == before || clock.last().time <= timeOf(now + kDriftMax));
                } else {
                    QVERIFY(clock.next(now) > before);
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(HybridClockTest)
#include "hybrid_clock_test.moc"
