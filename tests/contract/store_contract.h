#pragma once

#include <QTest>

#include "common/crypto/hash.h"
#include "sync/store/store.h"
#include "tests/support/prng.h"

#include <memory>

namespace puente::test {

/// What every Store promises. A new implementation inherits this and writes makeStore(); one that outlives its object
/// writes reopen() too, so that every promise is checked for durability as well.
class StoreContract : public QObject {
    Q_OBJECT

protected:
    /// A fresh, empty store.
    virtual std::unique_ptr<Store> makeStore() = 0;
    /// The same store after its program ended and began again; as it is, for one that lives in memory only.
    virtual std::unique_ptr<Store> reopen(std::unique_ptr<Store> store) { return store; }

    static constexpr std::size_t kNoBound = 1 << 30;

    static SpaceId space(std::uint8_t number) {
        SpaceId id;
        id.bytes.fill(number);
        return id;
    }
    static LogId log(std::uint8_t device, std::uint32_t incarnation = 1) {
        LogId id;
        id.incarnation = incarnation;
        id.device.bytes.fill(device);
        return id;
    }
    static OrganizationId organization(std::uint8_t number) {
        OrganizationId id;
        id.bytes.fill(number);
        return id;
    }
    /// A segment-like entry; the store never looks inside.
    static NewEntry segment(const LogId& log, std::uint32_t first, std::uint32_t last, std::size_t size = 300) {
        Prng prng(log.device.bytes[0] * 1'000'000ULL + log.incarnation * 100'000ULL + first * 1000ULL + last);
        NewEntry entry{EntryKind::Segment, {}, {}, log, first, last};
        for (std::size_t i = 0; i < size; ++i)
            entry.bytes.push_back(static_cast<std::uint8_t>(prng.next()));
        entry.hash = hashOf(Purpose::SegmentHash, entry.bytes);
        return entry;
    }
    static NewEntry other(EntryKind kind, std::uint8_t number, std::size_t size = 100) {
        NewEntry entry{kind, {}, Bytes(size, number), {}};
        entry.hash = hashOf(Purpose::MembershipHash, entry.bytes);
        return entry;
    }
    static Entry stored(const NewEntry& entry, std::uint64_t position) {
        return {position, entry.kind, entry.hash, entry.bytes, entry.log, entry.first, entry.last};
    }

private Q_SLOTS:
    void aFreshStoreIsEmpty() {
        const auto store = makeStore();
        QVERIFY(*store->end(space(1)) == LogPosition{});
        QVERIFY(store->runningAt(space(1), 0)->value() == Hash{});
        QVERIFY(!store->runningAt(space(1), 1)->has_value());
        QVERIFY(store->read(space(1), 0, {}, kNoBound)->empty());
        QVERIFY(store->heights(space(1))->empty());
        QVERIFY(*store->height(space(1), log(1)) == Height{});
        QVERIFY(store->spaces()->empty());
        QVERIFY(store->spacesOf(organization(1))->empty());
        QCOMPARE(store->usageOfSpace(space(1))->entries, 0U);
        QVERIFY(store->joins(space(1))->empty());
    }

    void organisationsAreFoundWhereTheyWereNamed() {
        auto store = makeStore();
        NewEntry both = other(EntryKind::Membership, 1), one = other(EntryKind::Membership, 2);
        both.organizations = {organization(1), organization(2)};
        one.organizations = {organization(1)};
        QVERIFY(store->append(space(2), std::array{both}).ok());
        QVERIFY(store->append(space(1), std::array{one, other(EntryKind::KeyObject, 3)}).ok());
        QVERIFY(store->append(space(2), std::array{one}).ok());
        store = reopen(std::move(store));
        QVERIFY(*store->spacesOf(organization(1)) == (std::vector{space(1), space(2)}));
        QVERIFY(*store->spacesOf(organization(2)) == std::vector{space(2)});
        QVERIFY(store->spacesOf(organization(3))->empty());
    }

    void appendingNothingCreatesNoSpace() {
        const auto store = makeStore();
        QVERIFY(*store->append(space(1), {}) == LogPosition{});
        QVERIFY(store->spaces()->empty());
    }

    void appendingTwiceChangesNothing() {
        auto store = makeStore();
        const std::vector sent{other(EntryKind::Membership, 1), segment(log(1), 1, 3), segment(log(1), 4, 4)};
        const auto once = store->append(space(1), sent);
        store = reopen(std::move(store));
        const auto twice = store->append(space(1), sent);
        QVERIFY(once.ok() && twice.ok());
        QVERIFY(*once == *twice);
        QCOMPARE(store->usageOfSpace(space(1))->entries, 3U);
        QCOMPARE(store->usageOfDevice(log(1).device)->entries, 2U);
    }

    void theSameEntryTwiceInOneCallIsStoredOnce() {
        const auto store = makeStore();
        const std::vector sent{segment(log(1), 1, 3), segment(log(1), 1, 3)};
        QCOMPARE(store->append(space(1), sent)->position, 1U);
    }

    void positionsAreContiguousAndBytesComeBack() {
        auto store = makeStore();
        std::vector<NewEntry> sent;
        for (std::uint32_t i = 1; i <= 40; ++i)
            sent.push_back(segment(log(static_cast<std::uint8_t>(i % 3)), i, i, i * 977));
        for (std::size_t i = 0; i < sent.size(); i += 4)
            QVERIFY(store->append(space(1), std::span(sent).subspan(i, 4)).ok());
        store = reopen(std::move(store));
        const auto entries = store->read(space(1), 0, {}, kNoBound);
        QCOMPARE(entries->size(), sent.size());
        for (std::size_t i = 0; i < sent.size(); ++i)
            QVERIFY((*entries)[i] == stored(sent[i], i + 1));
    }

    void theRunningHashCoversKindsHashesAndOrder() {
        auto store = makeStore();
        const std::vector sent{other(EntryKind::Membership, 1), other(EntryKind::KeyObject, 2), segment(log(1), 1, 1)};
        Hash running;
        QVERIFY(store->append(space(1), sent).ok());
        store = reopen(std::move(store));
        for (std::size_t i = 0; i < sent.size(); ++i) {
            running = runningHash(running, sent[i].kind, sent[i].hash);
            QVERIFY(store->runningAt(space(1), i + 1)->value() == running);
        }
        QVERIFY(*store->end(space(1)) == (LogPosition{3, running}));

        const std::vector swapped{sent[1], sent[0], sent[2]};
        QVERIFY(store->append(space(2), swapped)->running != running);
        QVERIFY(runningHash({}, EntryKind::Membership, {}) != runningHash({}, EntryKind::Segment, {}));
    }

    void readingStopsAtTheBoundButNeverDeliversNothing() {
        const auto store = makeStore();
        const std::vector sent{segment(log(1), 1, 1, 1000), segment(log(1), 2, 2, 1000), segment(log(1), 3, 3, 1000)};
        QVERIFY(store->append(space(1), sent).ok());
        QCOMPARE(store->read(space(1), 0, {}, 1)->size(), 1U);
        QCOMPARE(store->read(space(1), 0, {}, 2000)->size(), 2U);
        QCOMPARE(store->read(space(1), 0, {}, 2999)->size(), 2U);
        QCOMPARE(store->read(space(1), 1, {}, 2000)->front().position, 2U);
        QVERIFY(store->read(space(1), 3, {}, 2000)->empty());
        QCOMPARE(store->readLog(space(1), log(1), 0, 1)->size(), 1U);
        QCOMPARE(store->readLog(space(1), log(1), 0, 2500)->size(), 2U);
    }

    void oneKindIsReadAlone() {
        const auto store = makeStore();
        const std::vector sent{other(EntryKind::Membership, 1), segment(log(1), 1, 1), other(EntryKind::KeyObject, 2),
                               segment(log(2), 1, 1), other(EntryKind::Membership, 3)};
        QVERIFY(store->append(space(1), sent).ok());
        const auto membership = store->read(space(1), 0, EntryKind::Membership, kNoBound);
        QCOMPARE(membership->size(), 2U);
        QVERIFY((*membership)[1] == stored(sent[4], 5));
        QCOMPARE(store->read(space(1), 1, EntryKind::Membership, kNoBound)->size(), 1U);
        QCOMPARE(store->read(space(1), 0, EntryKind::KeyObject, kNoBound)->size(), 1U);
        QCOMPARE(store->read(space(1), 0, EntryKind::Segment, kNoBound)->size(), 2U);
    }

    void oneLogIsReadFromASequenceOn() {
        const auto store = makeStore();
        const std::vector sent{segment(log(1), 1, 3), segment(log(2), 1, 9), segment(log(1), 4, 6),
                               segment(log(1, 2), 1, 1)};
        QVERIFY(store->append(space(1), sent).ok());
        QCOMPARE(store->readLog(space(1), log(1), 0, kNoBound)->size(), 2U);
        const auto rest = store->readLog(space(1), log(1), 3, kNoBound);
        QCOMPARE(rest->size(), 1U);
        QVERIFY(rest->front() == stored(sent[2], 3));
        QVERIFY(store->readLog(space(1), log(1), 6, kNoBound)->empty());
        QVERIFY(store->readLog(space(1), log(9), 0, kNoBound)->empty());
        QCOMPARE(store->readLog(space(1), log(1, 2), 0, kNoBound)->size(), 1U);
    }

    void heightsFollowEachLogAndAscend() {
        auto store = makeStore();
        const std::vector sent{segment(log(2), 1, 9), segment(log(1, 2), 1, 1), segment(log(1), 1, 3),
                               segment(log(1), 4, 6)};
        QVERIFY(store->append(space(1), sent).ok());
        store = reopen(std::move(store));
        const std::vector<LogHeight> expected{
            {log(1), {6, sent[3].hash}}, {log(1, 2), {1, sent[1].hash}}, {log(2), {9, sent[0].hash}}};
        QVERIFY(*store->heights(space(1)) == expected);
        QVERIFY(*store->height(space(1), log(1)) == expected[0].height);
        QVERIFY(*store->height(space(2), log(1)) == Height{});
    }

    void usageCountsBytesOfSpacesAndDevices() {
        auto store = makeStore();
        const std::vector first{other(EntryKind::Membership, 1, 50), segment(log(1), 1, 1, 100)};
        const std::vector second{segment(log(1), 1, 2, 200), segment(log(2), 1, 1, 400)};
        QVERIFY(store->append(space(1), first).ok());
        QVERIFY(store->append(space(2), second).ok());
        store = reopen(std::move(store));
        QCOMPARE(store->usageOfSpace(space(1))->bytes, 150U);
        QCOMPARE(store->usageOfSpace(space(1))->entries, 2U);
        QCOMPARE(store->usageOfSpace(space(2))->bytes, 600U);
        QCOMPARE(store->usageOfDevice(log(1).device)->bytes, 300U);
        QCOMPARE(store->usageOfDevice(log(1).device)->entries, 2U);
        QCOMPARE(store->usageOfDevice(log(3).device)->bytes, 0U);
    }

    void spacesKeepApart() {
        auto store = makeStore();
        const std::vector sent{segment(log(1), 1, 1)};
        for (std::uint8_t i = 1; i <= 50; ++i)
            QCOMPARE(store->append(space(i), sent)->position, 1U);
        store = reopen(std::move(store));
        QCOMPARE(store->spaces()->size(), 50U);
        QVERIFY(*store->contains(space(7), sent[0].hash));
        QVERIFY(!*store->contains(space(51), sent[0].hash));
        QVERIFY(!*store->contains(space(7), Hash{}));
        QVERIFY(store->end(space(51))->position == 0);
    }

    void whatIsErasedKeepsItsPlaceAndLosesItsBytes() {
        auto store = makeStore();
        const NewEntry gone = other(EntryKind::Erasable, 1), kept = other(EntryKind::Erasable, 2);
        NewEntry erasure = other(EntryKind::Erasure, 3);
        erasure.erases = gone.hash;
        QVERIFY(store->append(space(1), std::array{gone, kept}).ok());
        QVERIFY(store->append(space(2), std::array{gone}).ok());
        const auto before = *store->runningAt(space(1), 2);
        QVERIFY(store->append(space(1), std::array{erasure}).ok());
        store = reopen(std::move(store));
        const auto objects = store->read(space(1), 0, EntryKind::Erasable, kNoBound);
        QCOMPARE(objects->size(), 2U);
        QVERIFY((*objects)[0].bytes.empty() && (*objects)[0].hash == gone.hash && (*objects)[0].position == 1);
        QVERIFY((*objects)[1] == stored(kept, 2));
        QVERIFY(*store->runningAt(space(1), 2) == before);
        QVERIFY(*store->contains(space(1), gone.hash));
        QCOMPARE(store->append(space(1), std::array{gone})->position, 3U); // a late copy adds nothing
        QVERIFY(store->read(space(1), 0, EntryKind::Erasable, kNoBound)->front().bytes.empty());
        QCOMPARE(store->read(space(1), 0, EntryKind::Erasure, kNoBound)->size(), 1U);
        QVERIFY(store->read(space(2), 0, {}, kNoBound)->front() == stored(gone, 1)); // another space's stays
    }

    void joinsWaitOnePerInvite() {
        auto store = makeStore();
        const Hash a = hashOf(Purpose::JoinRequest, bytesOf("a")), b = hashOf(Purpose::JoinRequest, bytesOf("b"));
        QVERIFY(store->putJoin(space(1), {a, Bytes{1}}).ok());
        QVERIFY(store->putJoin(space(1), {b, Bytes{2}}).ok());
        QVERIFY(store->putJoin(space(1), {a, Bytes{3, 3}}).ok());
        store = reopen(std::move(store));
        const auto waiting = store->joins(space(1));
        QCOMPARE(waiting->size(), 2U);
        for (const WaitingJoin& join : *waiting)
            QVERIFY(join.request == (join.invite == a ? Bytes{3, 3} : Bytes{2}));
        QVERIFY(store->joins(space(2))->empty());

        QVERIFY(store->removeJoin(space(1), a).ok());
        QVERIFY(store->removeJoin(space(1), a).ok()); // removing what is gone is done already
        store = reopen(std::move(store));
        QCOMPARE(store->joins(space(1))->size(), 1U);
        QVERIFY(store->spaces()->empty()); // a join request alone founds no space
    }

    void aStoreKeepsItsInstance() {
        auto store = makeStore();
        const InstanceId before = store->instance();
        QVERIFY(!before.isZero());
        store = reopen(std::move(store));
        QVERIFY(store->instance() == before);
    }
};

} // namespace puente::test
