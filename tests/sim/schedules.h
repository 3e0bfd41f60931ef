#pragma once

#include <QFile>
#include <QTest>

#include "tests/sim/fleet.h"
#include "tests/support/effort.h"
#include "tests/support/paths.h"

namespace puente::test {

/// What many schedules amounted to.
struct Sum {
    std::size_t schedules = 0;
    Findings findings;
    World::Totals totals;

    void add(const Verdict& verdict) {
        ++schedules;
        findings.values += verdict.findings.values;
        findings.live += verdict.findings.live;
        findings.conflicts += verdict.findings.conflicts;
        findings.ignoredRetirements += verdict.findings.ignoredRetirements;
        findings.beyondCuts += verdict.findings.beyondCuts;
        totals.acts += verdict.totals.acts;
        totals.edits += verdict.totals.edits;
        totals.conversations += verdict.totals.conversations;
        totals.completed += verdict.totals.completed;
        totals.sticks += verdict.totals.sticks;
        totals.hurts += verdict.totals.hurts;
        totals.lies += verdict.totals.lies;
        totals.copies += verdict.totals.copies;
        findings.writtenAgain += verdict.findings.writtenAgain;
        totals.forks += verdict.totals.forks;
        totals.serverLosses += verdict.totals.serverLosses;
    }
    void print() const {
        qInfo("%zu schedules: %zu edits, %zu values, %zu conflicts, %zu conversations (%zu to the end), %zu sticks, "
              "%zu crashes, %zu servers set back, %zu lies, %zu of two tongues, %zu retirements ignored, %zu acts on "
              "members, "
              "%zu values beyond cuts, %zu copied folders, %zu values written again",
              schedules, totals.edits, findings.values, findings.conflicts, totals.conversations, totals.completed,
              totals.sticks, totals.hurts, totals.serverLosses, totals.lies, totals.forks, findings.ignoredRetirements,
              totals.acts, findings.beyondCuts, totals.copies, findings.writtenAgain);
    }
};

/// SIM_SEED, when one schedule is to be lived again.
inline std::optional<std::uint64_t> wantedSeed() {
    bool ok = false;
    const qulonglong seed = qEnvironmentVariable("SIM_SEED").toULongLong(&ok);
    return ok ? std::optional<std::uint64_t>(seed) : std::nullopt;
}

/// SIM_SCHEDULES, or as many as there is time for.
inline std::size_t scheduleCount(std::size_t usual) {
    bool ok = false;
    const qulonglong count = qEnvironmentVariable("SIM_SCHEDULES").toULongLong(&ok);
    return ok ? static_cast<std::size_t>(count) : effort(usual);
}

/// The seeds of one kind, in order: those whose worlds lose power, or those that do not.
inline std::vector<std::uint64_t> seedsWith(bool powerCuts, std::size_t count) {
    std::vector<std::uint64_t> seeds;
    for (std::uint64_t seed = 1; seeds.size() < count; ++seed)
        if (hasPowerCuts(seed) == powerCuts) seeds.push_back(seed);
    return seeds;
}

/// tests/sim/seeds.txt: a seed a line, then why it is there.
inline std::vector<std::uint64_t> seedsThatOnceFailed(bool powerCuts) {
    QFile file(sourcePath("tests/sim/seeds.txt"));
    expects(file.open(QIODevice::ReadOnly));
    std::vector<std::uint64_t> seeds;
    while (!file.atEnd()) {
        bool ok = false;
        const qulonglong seed = file.readLine().split(' ').front().trimmed().toULongLong(&ok);
        if (ok && hasPowerCuts(seed) == powerCuts) seeds.push_back(seed);
    }
    return seeds;
}

inline void failWith(std::uint64_t seed, const std::string& what) {
    const std::string message = "SIM_SEED=" + std::to_string(seed) + ": " + what;
    QTest::qFail(message.c_str(), __FILE__, __LINE__);
}

/// Lives each seed's schedule; each that fails is named. The first `twice` are lived again, and must leave the same
/// trace.
inline Sum runSchedules(const std::vector<std::uint64_t>& seeds, std::size_t twice = 0) {
    Sum sum;
    for (const std::uint64_t seed : seeds) {
        const Verdict verdict = runSchedule(seed);
        if (!verdict.failure.empty()) failWith(seed, verdict.failure);
        if (sum.schedules < twice && runSchedule(seed).trace != verdict.trace)
            failWith(seed, "two traces from one seed");
        sum.add(verdict);
    }
    return sum;
}

} // namespace puente::test
