#include <QTest>

#include "tests/sim/edits.h"
#include "tests/support/crash_sweep.h"
#include "tests/support/effort.h"

#include <functional>

using namespace puente;
using namespace puente::test;

namespace {

constexpr std::size_t kSealedStates = 20'000; // as the programs keep a replica; over all days
constexpr std::size_t kPlainStates = 1'000;
constexpr std::uint64_t kDays = 4;
const Instant kNow = instantOf(1'790'000'000'000);
constexpr std::size_t kNoBound = std::size_t{1} << 30;

/// One call to a replica that changes it.
using Step = std::function<Result<Done, ReplicaFault>(Replica&)>;

/// What a replica holds of a space, as far as a power cut may not touch it.
struct Content {
    Hash state;
    std::vector<LogHeight> heights;
    Replica::Cursor cursor;
    std::uint64_t changeSets = 0, unsealed = 0, conflicts = 0, records = 0, membership = 0, keys = 0;

    friend bool operator==(const Content&, const Content&) = default;

    /// The same without the heads of segments: sealing again draws another nonce.
    Content withoutHeads() const {
        Content rest = *this;
        for (LogHeight& height : rest.heights)
            height.height.head = {};
        return rest;
    }
};

std::optional<Content> contentOf(Replica& replica, const SpaceId& space) {
    const auto state = replica.stateHash(space);
    const auto counts = replica.counts(space);
    const auto records = replica.membershipRecords(space);
    const auto keys = replica.keyObjects(space);
    if (!state || !counts || !records || !keys) return std::nullopt;
    return Content{*state,           replica.heights(space), replica.cursor(space), counts->changeSets,
                   counts->unsealed, counts->conflicts,      counts->records,       records->size(),
                   keys->size()};
}

Result<Done, ReplicaFault> doneOr(const auto& result) {
    if (!result) return Failure{result.fault()};
    return Done{};
}

/// An office and what it will meet in a day: its own edits, an import, hand-overs, and another office's segments.
class Workday {
public:
    Workday(std::uint64_t seed, Storage storage)
        : m_prng(seed), m_office("office", seed, m_now, storage), m_other("other", seed + 1000, m_now) {
        m_space = *m_office.replica().createSpace("espacio", "", "office");
        const auto invite =
            m_office.replica().offerInvite(m_space, Role::Editor, m_now + std::chrono::hours(24), "office");
        expects(invite.ok() && m_other.replica().askToJoin(*invite, "other").ok());
        const auto request = m_other.replica().ownJoinRequest(m_space);
        expects(m_office.replica().admit(*request).ok());
        for (int i = 0; i < 4; ++i)
            edit(m_office);
        handOver(m_office, m_other);
        gatherArrivals();
        m_office.kill(); // so that the recording begins with a file at rest
        makeSteps();
    }

    SimDevice& office() { return m_office; }
    const SpaceId& space() const { return m_space; }
    const std::vector<Step>& steps() const { return m_steps; }
    Prng& prng() { return m_prng; }

private:
    void edit(SimDevice& device) {
        const auto operations = anyEdit(device, m_space, m_records, m_prng);
        if (operations.empty()) return;
        const auto sequence = device.commit(m_space, operations);
        expects(sequence.ok());
        if (operations.front().field == kTypeField && operations.front().record.sequence == 0)
            m_records.push_back({device.replica().findSpace(m_space)->ownLog, *sequence, 0});
    }

    void handOver(SimDevice& from, SimDevice& to) {
        expects(from.replica().seal(m_space).ok());
        std::vector<Replica::Arrival> arrivals;
        const auto records = *from.replica().membershipRecords(m_space);
        for (const MembershipRecord& record : records)
            arrivals.push_back({EntryKind::Membership, Bytes(record.wire().begin(), record.wire().end())});
        const auto objects = *from.replica().keyObjects(m_space);
        for (const Bytes& object : objects)
            arrivals.push_back({EntryKind::KeyObject, object});
        for (const LogHeight& height : from.replica().heights(m_space))
            addSegments(arrivals, from, height.log);
        expects(to.replica().receive(m_space, std::move(arrivals)).ok());
    }

    void addSegments(std::vector<Replica::Arrival>& arrivals, SimDevice& from, const LogId& log) const {
        const auto segments = *from.replica().segmentsAfter(m_space, log, 0, kNoBound);
        for (const Segment& segment : segments)
            arrivals.push_back({EntryKind::Segment, Bytes(segment.wire().begin(), segment.wire().end())});
    }

    void gatherArrivals() {
        for (int i = 0; i < 24; ++i) {
            edit(m_other);
            if (i % 3 == 2) expects(m_other.replica().seal(m_space).ok());
        }
        addSegments(m_arrivals, m_other, m_other.replica().findSpace(m_space)->ownLog);
    }

    void makeSteps() {
        const std::vector<GlobalDot> records = m_records;
        std::size_t arrived = 0;
        for (std::uint64_t i = 0; i < 28; ++i) {
            const std::uint64_t seed = m_prng.next();
            if (i % 7 == 6)
                m_steps.push_back([this](Replica& replica) { return replica.seal(m_space); });
            else if (i % 4 == 3 && arrived < m_arrivals.size()) {
                const std::size_t count = std::min<std::size_t>(m_arrivals.size() - arrived, 1 + m_prng.below(2));
                m_steps.push_back(receiving(arrived, count));
                arrived += count;
            } else if (i % 9 == 8)
                m_steps.push_back([this, i](Replica& replica) {
                    Replica::Cursor cursor = replica.cursor(m_space);
                    cursor.at.position = i;
                    return replica.setCursor(m_space, cursor);
                });
            else if (i % 10 == 5)
                m_steps.push_back(importing(5));
            else
                m_steps.push_back(editing(seed));
        }
    }

    Step receiving(std::size_t first, std::size_t count) {
        return [this, first, count](Replica& replica) -> Result<Done, ReplicaFault> {
            const auto begin = m_arrivals.begin() + static_cast<std::ptrdiff_t>(first);
            return doneOr(replica.receive(m_space, {begin, begin + static_cast<std::ptrdiff_t>(count)}));
        };
    }
    Step importing(std::uint32_t rows) {
        return [this, rows](Replica& replica) -> Result<Done, ReplicaFault> {
            const std::uint32_t own = ownNumber(replica);
            std::vector<std::vector<Operation>> changeSets(
                rows, {{Operation::Kind::Write, {own, 0, 0}, kTypeField, Symbol{kRecordType}},
                       {Operation::Kind::Write, {own, 0, 0}, 8, std::string("importado")}});
            return doneOr(replica.commitAll(m_space, "office", 1, std::move(changeSets)));
        };
    }
    /// A change of a record that the office has had from the start.
    Step editing(std::uint64_t seed) {
        return [this, seed](Replica& replica) -> Result<Done, ReplicaFault> {
            Prng prng(seed);
            const std::uint32_t own = ownNumber(replica);
            const Dot record{own, 1, 0};
            std::vector<Operation> operations;
            for (const std::uint32_t field : kSingleFields) {
                if (prng.chance(40)) continue;
                std::vector<Dot> seen;
                const auto state = replica.record(record);
                if (!state) return Failure{state.fault()};
                if (const FieldState* found = *state ? (*state)->find(field) : nullptr)
                    for (const LiveValue& value : found->values)
                        seen.push_back(value.dot);
                operations.push_back(
                    {Operation::Kind::Write, record, field, static_cast<std::int64_t>(prng.next()), seen});
            }
            operations.push_back({Operation::Kind::Add, record, kSetField, static_cast<std::int64_t>(seed)});
            return doneOr(replica.commit(m_space, "office", 1, std::move(operations)));
        };
    }
    std::uint32_t ownNumber(const Replica& replica) const {
        const std::vector<LogId>& logs = replica.logs();
        const LogId own = replica.findSpace(m_space)->ownLog;
        return static_cast<std::uint32_t>(std::find(logs.begin(), logs.end(), own) - logs.begin());
    }

    Instant m_now = kNow;
    Prng m_prng;
    SimDevice m_office, m_other;
    SpaceId m_space;
    std::vector<GlobalDot> m_records;
    std::vector<Replica::Arrival> m_arrivals;
    std::vector<Step> m_steps;
};

} // namespace

/// What a replica acknowledged is there after a power cut at any moment, what it did not is there whole or not at all,
/// and the caches say what the log says. A disk that fails costs an answer, never an edit.
class ReplicaCrashTest : public QObject {
    Q_OBJECT

    CrashVfs m_vfs;
    SeededEntropy m_entropy{3};
    SeededEntropy m_sealing{4};
    SimClock m_clock{kNow}; // the recording's: stamps are part of the state

    std::unique_ptr<Replica> opened(const SimDevice& office) {
        auto database = Database::open(replicaFile(m_vfs, office.storageKey(), m_sealing));
        if (!database || database->lostEnd() || !database->execute("PRAGMA wal_autocheckpoint=16")) return nullptr;
        auto replica = Replica::open(std::move(*database), office.keys(), m_entropy, m_clock);
        return replica ? std::move(*replica) : nullptr;
    }

    /// Lives the day once without trouble: what was written, and what was there after each step.
    static Recording record(Workday& day, std::vector<Content>& contents) {
        SimDevice& office = day.office();
        Recording recording{.start = office.disk().image(), .events = {}};
        office.disk().startRecording();
        contents = {*contentOf(office.replica(), day.space())};
        for (const Step& step : day.steps()) {
            expects(step(office.replica()).ok());
            recording.acknowledged.push_back(office.disk().recorded().size());
            contents.push_back(*contentOf(office.replica(), day.space()));
        }
        recording.events = office.disk().recorded();
        return recording;
    }

private Q_SLOTS:
    void keepsWhatItAcknowledgedThroughPowerCuts_data() {
        QTest::addColumn<int>("storage");
        QTest::addColumn<int>("seed");
        QTest::addColumn<int>("wanted");
        QTest::newRow("plain") << int(Storage::Plain) << 1 << int(kPlainStates);
        for (std::uint64_t seed = 1; seed <= kDays; ++seed) // a day each: a test function may not take for ever
            QTest::newRow(qPrintable(QString("sealed, day %1").arg(seed)))
                << int(Storage::Sealed) << int(seed) << int(kSealedStates / kDays);
    }
    void keepsWhatItAcknowledgedThroughPowerCuts() {
        QFETCH(int, storage);
        QFETCH(int, seed);
        QFETCH(int, wanted);
        std::size_t states = 0;
        Workday day(std::uint64_t(seed), static_cast<Storage>(storage));
        std::vector<Content> contents;
        const Recording recording = record(day, contents);
        sweepCuts(
            recording, effort(std::size_t(wanted)), day.prng(), [&](const DiskImage& image, std::size_t acknowledged) {
                m_vfs.load(image);
                const auto replica = opened(day.office());
                QVERIFY2(replica != nullptr, "a power cut left a replica that does not open");
                QCOMPARE(*replica->database().integrityCheck(), std::string("ok"));
                const auto content = contentOf(*replica, day.space());
                const std::size_t next = std::min(acknowledged + 1, contents.size() - 1);
                QVERIFY(content == contents[acknowledged] || content == contents[next]);
                if (++states % 20 != 0) return;
                QVERIFY(replica->rebuild().ok());
                QVERIFY2(contentOf(*replica, day.space()) == content, "the caches said something else than the log");
            });
        QCOMPARE(states, effort(std::size_t(wanted)));
    }

    void aFailingDiskCostsAnAnswerNeverAnEdit_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("sticky");
        QTest::newRow("an error, once") << int(DiskFailure::Kind::Error) << false;
        QTest::newRow("an error, for good") << int(DiskFailure::Kind::Error) << true;
        QTest::newRow("a full disk, once") << int(DiskFailure::Kind::Full) << false;
        QTest::newRow("a full disk, for good") << int(DiskFailure::Kind::Full) << true;
    }
    void aFailingDiskCostsAnAnswerNeverAnEdit() {
        QFETCH(int, kind);
        QFETCH(bool, sticky);
        Workday day(9, Storage::Sealed);
        std::vector<Content> contents;
        const DiskImage start = record(day, contents).start;
        std::uint64_t call = 1;
        while (survives(day, contents, start,
                        {.kind = static_cast<DiskFailure::Kind>(kind), .call = call, .sticky = sticky})) {
            if (QTest::currentTestFailed()) return;
            ++call;
        }
        QVERIFY2(call > 100, "the sweep should have met more calls");
    }

private:
    /// Lives the day while one call to the disk fails, until a step is refused; then opens again with a sound disk.
    /// False when nothing failed, for the day was over before that call.
    bool survives(Workday& day, const std::vector<Content>& contents, const DiskImage& start,
                  const DiskFailure& failure) {
        m_vfs.load(start);
        m_vfs.failNext(failure);
        auto replica = opened(day.office());
        std::size_t taken = 0;
        while (replica && taken < day.steps().size()) {
            const auto done = day.steps()[taken](*replica);
            if (!done) {
                const bool mayGoOn = !replica->database().isReadOnly();
                verify(mayGoOn || !replica->seal(day.space()) || contents[taken].unsealed == 0,
                       "it acknowledged after its storage had failed", failure);
                break;
            }
            ++taken;
        }
        const bool failed = m_vfs.hasFailed();
        replica.reset();
        m_vfs.load(m_vfs.image());
        replica = opened(day.office());
        verify(replica != nullptr, "it does not open again", failure);
        if (!replica) return false;
        verify(*replica->database().integrityCheck() == "ok", "it is damaged", failure);
        const auto content = contentOf(*replica, day.space());
        const std::size_t next = std::min(taken + 1, contents.size() - 1);
        verify(content && (content->withoutHeads() == contents[taken].withoutHeads() ||
                           content->withoutHeads() == contents[next].withoutHeads()),
               "it holds something else than what was acknowledged", failure);
        return failed;
    }

    static void verify(bool held, const char* otherwise, const DiskFailure& failure) {
        const QString where = QStringLiteral("failing call %1: %2").arg(failure.call).arg(QLatin1String(otherwise));
        if (!held) QTest::qFail(qPrintable(where), __FILE__, __LINE__);
    }
};

QTEST_APPLESS_MAIN(ReplicaCrashTest)
#include "replica_crash_test.moc"
