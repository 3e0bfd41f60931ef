#include <QTest>

#include "tests/support/crash_vfs.h"
#include "tests/support/replica_fixture.h"

using namespace puente;
using namespace puente::test;

namespace {

Database databaseOn(const CrashVfs& disk, std::int64_t sizeMax = 0) {
    auto database = Database::open({.path = "/replica.db", .vfs = disk.name(), .sizeMax = sizeMax});
    expects(database.ok());
    return std::move(*database);
}

std::vector<Operation> recordWith(std::uint32_t ownLog, std::string text) {
    const Dot self{.log = ownLog, .sequence = 0, .index = 0};
    return {{.record = self, .field = kTypeField, .value = Symbol{1}},
            {.record = self, .field = 8, .value = std::move(text)}};
}

} // namespace

/// What was acknowledged is there after any failure, and memory never says more than the file.
class DurabilityTest : public QObject {
    Q_OBJECT

private slots:
    void everythingIsThereAfterReopening() {
        CrashVfs disk;
        Peer ana(1, databaseOn(disk)), beto(2);
        ana.found();
        beto.join(ana);
        const Dot record = ana.create({std::string("uno")});
        ana.sendTo(beto);
        beto.write(beto.translate(record, ana), 8, std::string("dos"));
        beto.sendTo(ana);
        ana.write(record, 8, std::string("tres")); // unsealed
        const Hash before = ana.stateHash();
        const Replica::Counts counts = ana.counts();
        ana.close();
        ana.reopen(databaseOn(disk));
        QVERIFY(ana.stateHash() == before);
        QCOMPARE(ana.counts().unsealed, counts.unsealed);
        QCOMPARE(ana.create({}).sequence, 3U);
        ana.sendTo(beto);
        QVERIFY(ana.stateHash() == beto.stateHash());
        QCOMPARE(beto.counts().ignoredRetirements, 0U);
    }

    void aSealedSegmentIsNeverSealedAgain() {
        CrashVfs disk;
        Peer ana(1, databaseOn(disk));
        ana.found();
        ana.create({std::string("uno")});
        const std::vector<Bytes> first = ana.segments();
        ana.close();
        ana.reopen(databaseOn(disk));
        QVERIFY(ana.segments() == first);
    }

    void aFullDiskChangesNothing() {
        CrashVfs disk;
        Peer ana(1, databaseOn(disk, 600 * 1024));
        ana.found();
        std::uint32_t last = 0;
        std::optional<ReplicaFault> fault;
        Hash before;
        for (int i = 0; i < 100 && !fault; ++i) {
            before = ana.stateHash();
            const auto done = ana->commit(ana.space(), "Ana", 1, recordWith(ana.ownLog(), std::string(20'000, 'x')));
            if (done.ok())
                last = *done;
            else
                fault = done.fault();
        }
        QVERIFY(fault == ReplicaFault::Full);
        QVERIFY(ana.stateHash() == before);
        QCOMPARE(ana.counts().changeSets, std::uint64_t{last});
        ana.close();
        ana.reopen(databaseOn(disk)); // room again
        QVERIFY(ana.stateHash() == before);
        QCOMPARE(ana.create({}).sequence, last + 1);
    }

    void afterAFailedWriteNothingIsTakenUntilReopened() {
        CrashVfs disk;
        Peer ana(1, databaseOn(disk));
        ana.found();
        ana.create({std::string("uno")});
        const Hash before = ana.stateHash();
        disk.failNext({.kind = DiskFailure::Kind::Error, .call = 1});
        const auto failed = ana->commit(ana.space(), "Ana", 1, recordWith(ana.ownLog(), "dos"));
        QVERIFY(disk.hasFailed());
        QVERIFY(failed.fault() == ReplicaFault::Storage);
        const auto refused = ana->commit(ana.space(), "Ana", 1, recordWith(ana.ownLog(), "dos"));
        QVERIFY(refused.fault() == ReplicaFault::Storage);
        ana.close();
        ana.reopen(databaseOn(disk));
        QVERIFY(ana.stateHash() == before);
        QCOMPARE(ana.create({}).sequence, 2U);
    }

    void aPowerCutTakesNothingThatWasAcknowledged() {
        Prng prng(7);
        for (int round = 0; round < 40; ++round) {
            CrashVfs disk;
            Peer ana(1, databaseOn(disk));
            ana.found();
            for (std::size_t i = 1 + prng.below(6); i > 0; --i) {
                ana.create({std::string("uno")});
                if (prng.chance(30)) ana.segments();
            }
            const Hash acknowledged = ana.stateHash();
            const std::uint64_t changeSets = ana.counts().changeSets;
            const DiskImage left = disk.cutPower(kCutStyles[static_cast<std::size_t>(round) % 4], prng);
            ana.close();
            disk.load(left);
            ana.reopen(databaseOn(disk));
            QVERIFY(ana.stateHash() == acknowledged);
            QCOMPARE(ana.counts().changeSets, changeSets);
        }
    }

    void aRefusedChangeSetLeavesNoTrace() {
        Peer ana(1);
        ana.found();
        ana.create({std::string("uno")});
        const Hash before = ana.stateHash();
        std::vector<std::vector<Operation>> two{recordWith(ana.ownLog(), "dos"), {}};
        QVERIFY(ana->commitAll(ana.space(), "Ana", 1, std::move(two)).fault() == ReplicaFault::Malformed);
        QVERIFY(ana.stateHash() == before);
        QCOMPARE(ana.create({}).sequence, 2U);
    }

    void whatTheFormatCannotHoldIsRefused() {
        Peer ana(1);
        ana.found();
        const auto faultOf = [&](std::vector<Operation> operations, std::string person = "Ana") {
            return ana->commit(ana.space(), person, 1, std::move(operations)).fault();
        };
        const Dot unknown{.log = ana.ownLog(), .sequence = 99, .index = 0};
        QVERIFY(faultOf(recordWith(ana.ownLog(), std::string(201 * 1024, 'x'))) == ReplicaFault::TooLarge);
        QVERIFY(faultOf(recordWith(ana.ownLog(), "x"), std::string(201, 'x')) == ReplicaFault::TooLarge);
        QVERIFY(faultOf(recordWith(ana.ownLog(), "\xff")) == ReplicaFault::Malformed);
        QVERIFY(faultOf({{.record = unknown, .field = 8, .value = std::string("x")}}) == ReplicaFault::UnknownRecord);
        QCOMPARE(ana.counts().changeSets, 0U);
    }

    void nobodyElseOpensIt() {
        CrashVfs disk;
        Peer ana(1, databaseOn(disk)), beto(2);
        ana.found();
        ana.close();
        SeededEntropy entropy(1);
        HandClock clock;
        const auto other = Replica::open(databaseOn(disk), beto.keys(), entropy, clock);
        QVERIFY(!other.ok() && other.fault() == ReplicaFault::NotAllowed);
    }
};

QTEST_APPLESS_MAIN(DurabilityTest)
#include "durability_test.moc"
