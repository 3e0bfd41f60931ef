#include <QTest>

#include "common/crypto/hash.h"
#include "sync/store/memory_store.h"
#include "sync/store/sqlite_store.h"
#include "tests/support/crash_sweep.h"
#include "tests/support/effort.h"
#include "tests/support/seeded_entropy.h"

#include <algorithm>

using namespace puente;
using namespace puente::test;

namespace {

constexpr std::size_t kCutStates = 12'000;
constexpr std::size_t kRuns = 4;
constexpr std::size_t kNoBound = std::size_t{1} << 30;

SpaceId spaceNumber(std::size_t number) {
    SpaceId id;
    id.bytes.fill(static_cast<std::uint8_t>(number + 1));
    return id;
}

Bytes anyBytes(Prng& prng, std::size_t size) {
    Bytes bytes;
    while (bytes.size() < size)
        bytes.push_back(static_cast<std::uint8_t>(prng.next()));
    return bytes;
}

/// One call to a store that changes it.
struct Step {
    SpaceId space;
    std::vector<NewEntry> entries;
    std::optional<WaitingJoin> join = {};
    bool removesJoin = false;
};

Result<Done, StoreFault> take(Store& store, const Step& step) {
    if (step.join && step.removesJoin) return store.removeJoin(step.space, step.join->invite);
    if (step.join) return store.putJoin(step.space, *step.join);
    if (auto appended = store.append(step.space, step.entries); !appended) return Failure{appended.fault()};
    return Done{};
}

/// A server's morning: segments of a few logs in two spaces, keys, and join requests that come and go.
std::vector<Step> anySteps(Prng& prng, std::size_t count) {
    std::vector<Step> steps;
    std::map<std::pair<SpaceId, LogId>, std::uint32_t> heights;
    std::vector<Step> joins;
    while (steps.size() < count) {
        Step step{.space = spaceNumber(prng.below(2)), .entries = {}};
        if (prng.chance(15)) {
            step.join = WaitingJoin{*Hash::from(anyBytes(prng, 32)), anyBytes(prng, 300)};
            joins.push_back(step);
        } else if (!joins.empty() && prng.chance(10)) {
            step = joins[prng.below(joins.size())];
            step.removesJoin = true;
        } else {
            const std::size_t entries = 1 + prng.below(4);
            for (std::size_t i = 0; i < entries; ++i) {
                NewEntry entry{EntryKind::KeyObject, {}, anyBytes(prng, 100 + prng.below(2000)), {}};
                entry.hash = hashOf(Purpose::SegmentHash, entry.bytes);
                if (prng.chance(85)) {
                    entry.kind = EntryKind::Segment;
                    entry.log.device.bytes.fill(static_cast<std::uint8_t>(prng.below(3)));
                    std::uint32_t& height = heights[{step.space, entry.log}];
                    entry.first = height + 1;
                    entry.last = height = height + 1 + static_cast<std::uint32_t>(prng.below(20));
                }
                step.entries.push_back(std::move(entry));
            }
        }
        steps.push_back(std::move(step));
    }
    return steps;
}

void add(Hasher& hasher, std::uint64_t number) {
    std::array<std::uint8_t, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
    hasher.add(bytes);
}

/// Everything that a store can tell of a space; nothing if it fails to.
std::optional<Hash> contentOf(Store& store) {
    Hasher hasher(Purpose::StateHash);
    for (const SpaceId& space : {spaceNumber(0), spaceNumber(1)}) {
        const auto end = store.end(space);
        const auto entries = store.read(space, 0, std::nullopt, kNoBound);
        const auto heights = store.heights(space);
        const auto usage = store.usageOfSpace(space);
        const auto joins = store.joins(space);
        if (!end || !entries || !heights || !usage || !joins) return std::nullopt;
        add(hasher, end->position);
        hasher.add(end->running.view());
        for (const Entry& entry : *entries) {
            add(hasher, entry.position);
            add(hasher, static_cast<std::uint64_t>(entry.kind));
            hasher.add(entry.hash.view()).add(entry.bytes);
        }
        for (const LogHeight& height : *heights) {
            add(hasher, height.height.sequence);
            hasher.add(height.log.device.view()).add(height.height.head.view());
        }
        add(hasher, usage->bytes);
        for (const WaitingJoin& join : *joins)
            hasher.add(join.invite.view()).add(join.request);
    }
    return hasher.finish();
}

} // namespace

/// What the store acknowledged is there after a power cut at any moment, and what it did not is there whole or not at
/// all; a disk that fails costs an answer, never an entry.
class StoreCrashTest : public QObject {
    Q_OBJECT

    CrashVfs m_vfs;
    SeededEntropy m_entropy{7};

    std::unique_ptr<SqliteStore> opened() {
        auto database = Database::open({.path = "/store.db", .vfs = m_vfs.name()});
        if (!database) return nullptr;
        // A checkpoint every few pages rather than every thousand: they are where power cuts bite.
        if (!database->execute("PRAGMA wal_autocheckpoint=12")) return nullptr;
        auto store = SqliteStore::open(std::move(*database), m_entropy);
        return store ? std::move(*store) : nullptr;
    }

    DiskImage freshImage() {
        m_vfs.load({});
        expects(opened() != nullptr);
        return m_vfs.image();
    }

    /// Runs the steps, closing and opening again now and then.
    Recording record(const std::vector<Step>& steps, const DiskImage& start) {
        Recording recording{.start = start, .events = {}};
        m_vfs.load(start);
        m_vfs.startRecording();
        auto store = opened();
        for (std::size_t i = 0; i < steps.size(); ++i) {
            expects(take(*store, steps[i]).ok());
            recording.acknowledged.push_back(m_vfs.recorded().size());
            if (i % 17 != 16) continue;
            store.reset();
            store = opened();
        }
        recording.events = m_vfs.recorded();
        return recording;
    }

    static std::vector<Hash> contents(const std::vector<Step>& steps) {
        MemoryStore model({});
        std::vector<Hash> contents{*contentOf(model)};
        for (const Step& step : steps) {
            expects(take(model, step).ok());
            contents.push_back(*contentOf(model));
        }
        return contents;
    }

private Q_SLOTS:
    void keepsWhatItAcknowledgedThroughPowerCuts() {
        std::size_t states = 0;
        for (std::uint64_t seed = 1; seed <= kRuns; ++seed) {
            Prng prng(seed);
            const std::vector<Step> steps = anySteps(prng, 40);
            const std::vector<Hash> expected = contents(steps);
            const Recording recording = record(steps, freshImage());
            sweepCuts(recording, effort(kCutStates) / kRuns, prng,
                      [&](const DiskImage& image, std::size_t acknowledged) {
                          m_vfs.load(image);
                          const auto store = opened();
                          QVERIFY2(store != nullptr, "a power cut left a store that does not open");
                          QCOMPARE(*store->database().integrityCheck(), std::string("ok"));
                          const auto content = contentOf(*store);
                          const std::size_t next = std::min(acknowledged + 1, steps.size());
                          QVERIFY(content == expected[acknowledged] || content == expected[next]);
                          ++states;
                      });
        }
        QCOMPARE(states, effort(kCutStates) / kRuns * kRuns);
    }

    void aFailingDiskCostsAnAnswerNeverAnEntry_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("sticky");
        for (const bool sticky : {false, true}) {
            const char* often = sticky ? "for good" : "once";
            QTest::addRow("an error, %s", often) << int(DiskFailure::Kind::Error) << sticky;
            QTest::addRow("a full disk, %s", often) << int(DiskFailure::Kind::Full) << sticky;
        }
    }
    void aFailingDiskCostsAnAnswerNeverAnEntry() {
        QFETCH(int, kind);
        QFETCH(bool, sticky);
        Prng prng(99);
        const std::vector<Step> steps = anySteps(prng, 12);
        const DiskImage start = freshImage();
        std::size_t points = 0;
        for (std::uint64_t call = 1;; ++call, ++points) {
            const DiskFailure failure{.kind = static_cast<DiskFailure::Kind>(kind), .call = call, .sticky = sticky};
            if (!survives(steps, start, failure)) break;
            if (QTest::currentTestFailed()) return;
        }
        QVERIFY2(points >= 100, "the sweep should have met more calls");
    }

private:
    /// Takes the steps while one call to the disk fails, then opens again with a sound disk. False when nothing failed,
    /// for the run was over before that call.
    bool survives(const std::vector<Step>& steps, const DiskImage& start, const DiskFailure& failure) {
        MemoryStore taken({});
        std::vector<std::optional<Hash>> possible{contentOf(taken)}; // what was acknowledged, or one refused step more
        m_vfs.load(start);
        m_vfs.failNext(failure);
        auto store = opened();
        bool storageFailed = false;
        for (const Step& step : steps) {
            if (!store) break;
            const auto done = take(*store, step);
            if (done) {
                verify(!storageFailed, "it acknowledged after its storage had failed", failure);
                expects(take(taken, step).ok());
                possible = {contentOf(taken)};
                continue;
            }
            storageFailed = storageFailed || done.fault() == StoreFault::Failed;
            MemoryStore withIt = taken;
            expects(take(withIt, step).ok());
            possible.push_back(contentOf(withIt));
        }
        const bool failed = m_vfs.hasFailed();
        store.reset();
        m_vfs.load(m_vfs.image());
        store = opened();
        verify(store != nullptr, "it does not open again", failure);
        if (!store) return false;
        verify(*store->database().integrityCheck() == "ok", "it is damaged", failure);
        verify(std::find(possible.begin(), possible.end(), contentOf(*store)) != possible.end(),
               "it holds something else than what was acknowledged", failure);
        return failed;
    }

    static void verify(bool held, const char* otherwise, const DiskFailure& failure) {
        if (!held)
            QTest::qFail(
                qPrintable(QStringLiteral("failing call %1: %2").arg(failure.call).arg(QLatin1String(otherwise))),
                __FILE__, __LINE__);
    }
};

QTEST_APPLESS_MAIN(StoreCrashTest)
#include "store_crash_test.moc"
