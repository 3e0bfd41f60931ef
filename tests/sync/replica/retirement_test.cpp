#include <QTest>

#include "tests/support/replica_fixture.h"

using namespace puente;
using namespace puente::test;

namespace {

Value text(const char* words) {
    return std::string(words);
}

/// A victim whose values a hostile or merely early member retires, and an office that looks on.
struct World {
    Peer admin{1}, victim{2}, member{3}, onlooker{4};
    HandLog victimLog, memberLog;

    World() : victimLog(joined(victim)), memberLog(joined(member)) { onlooker.join(admin); }

    Peer& joined(Peer& peer) {
        if (admin.space().isZero()) admin.found();
        peer.join(admin);
        return peer;
    }

    /// The victim's first change set creates a record with one field; every later one writes that field.
    SegmentBody victimWrites(const char* words, std::vector<Dot> retired = {}) const {
        SegmentBody body{.logs = {victimLog.id()}, .seen = {}, .membershipHeads = {}, .changeSets = {ChangeSet{}}};
        auto& operations = body.changeSets[0].operations;
        if (victimLog.height().sequence == 0)
            operations = {{.record = {}, .field = kTypeField, .value = Symbol{1}},
                          {.record = {}, .field = 8, .value = text(words)}};
        else
            operations = {{.record = {0, 1, 0}, .field = 8, .value = text(words), .retired = std::move(retired)}};
        return body;
    }
    /// The member retires one of the victim's dots in a field of that record, having declared these heights.
    SegmentBody memberRetires(const Dot& dot, std::vector<Height> seen, std::uint32_t field = 8) const {
        SegmentBody body{
            .logs = {memberLog.id(), victimLog.id()}, .seen = {}, .membershipHeads = {}, .changeSets = {ChangeSet{}}};
        for (const Height& height : seen)
            body.seen.push_back({.log = 1, .height = height});
        body.changeSets[0].seenCount = static_cast<std::uint32_t>(seen.size());
        body.changeSets[0].operations = {{.kind = Operation::Kind::Retire,
                                          .record = {1, 1, 0},
                                          .field = field,
                                          .value = {},
                                          .retired = {{1, dot.sequence, dot.index}}}};
        return body;
    }

    Dot record() const { return onlooker.dot(victim, 1); }
    std::size_t alive() { return onlooker.values(record(), 8).size(); }
    std::uint64_t ignored() { return onlooker.counts().ignoredRetirements; }
};

const Dot kFirst{.log = 1, .sequence = 1, .index = 1};
const Dot kSecond{.log = 1, .sequence = 2, .index = 0};

} // namespace

/// A retirement counts only for what its author can have seen, and the same everywhere.
class RetirementTest : public QObject {
    Q_OBJECT

private slots:
    void whatWasSeenIsRetired() {
        World world;
        const Bytes written = world.victimLog.append(world.victimWrites("uno"));
        const Bytes retiring = world.memberLog.append(world.memberRetires(kFirst, {world.victimLog.height()}));
        world.onlooker.receive({written, retiring});
        QCOMPARE(world.alive(), 0U);
        QCOMPARE(world.ignored(), 0U);
    }

    void aRetirementThatComesFirstWaits() {
        World world;
        const Bytes written = world.victimLog.append(world.victimWrites("uno"));
        const Bytes retiring = world.memberLog.append(world.memberRetires(kFirst, {world.victimLog.height()}));
        world.onlooker.receive({retiring});
        QCOMPARE(world.ignored(), 0U);
        world.onlooker.receive({written});
        QCOMPARE(world.alive(), 0U);
        QCOMPARE(world.ignored(), 0U);
    }

    void whatNothingWasDeclaredOfIsNotRetired() {
        World world;
        const Bytes written = world.victimLog.append(world.victimWrites("uno"));
        const Bytes retiring = world.memberLog.append(world.memberRetires(kFirst, {}));
        world.onlooker.receive({written, retiring});
        QCOMPARE(world.alive(), 1U);
        QCOMPARE(world.ignored(), 1U);
    }

    void whatLiesBeyondTheDeclaredHeightIsNotRetired() {
        World world;
        std::vector<Bytes> written{world.victimLog.append(world.victimWrites("uno"))};
        const Height seen = world.victimLog.height();
        written.push_back(world.victimLog.append(world.victimWrites("dos")));
        written.push_back(world.memberLog.append(world.memberRetires(kSecond, {seen})));
        world.onlooker.receive(written);
        QCOMPARE(world.alive(), 2U);
        QCOMPARE(world.ignored(), 1U);
    }

    void aDotOfTheFutureIsNotRetired() {
        World world;
        Height future = world.victimLog.height();
        future.sequence = 2;
        future.head.bytes.fill(0xee); // nobody knows the hash of what is not written yet
        world.onlooker.receive({world.memberLog.append(world.memberRetires(kSecond, {future}))});
        QCOMPARE(world.ignored(), 0U); // it may still turn out to be true
        const Bytes first = world.victimLog.append(world.victimWrites("uno"));
        const Bytes second = world.victimLog.append(world.victimWrites("dos"));
        world.onlooker.receive({first, second});
        QCOMPARE(world.alive(), 2U);
        QCOMPARE(world.ignored(), 1U);
    }

    void aHeightWithinASegmentConfirmsNothing() {
        World world;
        SegmentBody two = world.victimWrites("uno");
        two.changeSets.push_back(
            {.stamp = {}, .person = "", .operations = {{.record = {0, 1, 0}, .field = 9, .value = text("x")}}});
        const Bytes written = world.victimLog.append(two);
        Height within = world.victimLog.height();
        within.sequence = 1;
        world.onlooker.receive({written, world.memberLog.append(world.memberRetires(kFirst, {within}))});
        QCOMPARE(world.alive(), 1U);
        QCOMPARE(world.ignored(), 1U);
    }

    void aTrueEntryCountsBesideAFalseOne() {
        World world;
        std::vector<Bytes> all{world.victimLog.append(world.victimWrites("uno"))};
        Height forged = world.victimLog.height();
        forged.head.bytes[0] ^= 1;
        all.push_back(world.victimLog.append(world.victimWrites("dos")));
        all.push_back(world.memberLog.append(world.memberRetires(kFirst, {forged, world.victimLog.height()})));
        world.onlooker.receive(all);
        QCOMPARE(world.alive(), 1U);
        QCOMPARE(world.ignored(), 0U);
    }

    void whatALaterChangeSetSawDoesNotHelpAnEarlierOne() {
        World world;
        const Bytes written = world.victimLog.append(world.victimWrites("uno"));
        SegmentBody body = world.memberRetires(kFirst, {world.victimLog.height()});
        ChangeSet later = body.changeSets[0];
        later.operations[0].field = 9;
        body.changeSets[0].seenCount = 0;
        body.changeSets.push_back(later);
        world.onlooker.receive({written, world.memberLog.append(body)});
        QCOMPARE(world.alive(), 1U);
        QCOMPARE(world.ignored(), 2U);
    }

    void whatAnEarlierSegmentDeclaredStillCounts() {
        World world;
        std::vector<Bytes> all{world.victimLog.append(world.victimWrites("uno"))};
        SegmentBody before = world.memberRetires(kFirst, {world.victimLog.height()}, 9);
        all.push_back(world.memberLog.append(before));
        all.push_back(world.memberLog.append(world.memberRetires(kFirst, {})));
        world.onlooker.receive(all);
        QCOMPARE(world.alive(), 0U);
    }

    void aDotOfAnotherFieldIsNotRetired() {
        World world;
        const Bytes written = world.victimLog.append(world.victimWrites("uno"));
        const Bytes retiring = world.memberLog.append(world.memberRetires(kFirst, {world.victimLog.height()}, 9));
        world.onlooker.receive({written, retiring});
        QCOMPARE(world.alive(), 1U);
        QCOMPARE(world.ignored(), 1U);
    }

    void ofItsOwnLogAnAuthorRetiresOnlyWhatIsWrittenBefore() {
        World world;
        const Bytes first = world.victimLog.append(world.victimWrites("uno"));
        const Bytes second = world.victimLog.append(world.victimWrites("dos", {{0, 1, 1}, {0, 3, 0}}));
        const Bytes third = world.victimLog.append(world.victimWrites("tres"));
        world.onlooker.receive({first, second, third});
        QVERIFY((world.onlooker.values(world.record(), 8) == std::vector{text("dos"), text("tres")}));
        QCOMPARE(world.ignored(), 1U);
    }

    void theStateTellsARetirementThatWaits() {
        World world;
        const Hash before = world.onlooker.stateHash();
        world.victimLog.append(world.victimWrites("uno"));
        world.onlooker.receive({world.memberLog.append(world.memberRetires(kFirst, {world.victimLog.height()}))});
        QVERIFY(world.onlooker.stateHash() != before);
    }
};

QTEST_APPLESS_MAIN(RetirementTest)
#include "retirement_test.moc"
