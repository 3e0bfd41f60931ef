#include <QTest>

#include "tests/support/replica_fixture.h"

using namespace puente;
using namespace puente::test;

namespace {

const Value kOne = std::string("uno");
const Value kTwo = std::string("dos");
const Value kThree = std::string("tres");

/// An admin and an editor who start with one record in common.
struct Pair {
    Peer ana{1}, beto{2};
    Dot record;

    Pair() {
        ana.found();
        beto.join(ana);
        record = ana.create({kOne});
        ana.sendTo(beto);
    }
    Dot there() const { return beto.translate(record, ana); }
    void meet() {
        ana.sendTo(beto);
        beto.sendTo(ana);
    }
};

} // namespace

/// Two offices that write without seeing each other lose nothing, and agree once they have met.
class ReplicaTest : public QObject {
    Q_OBJECT

private slots:
    void whatOneWroteTheOtherReads() {
        Pair pair;
        QVERIFY(pair.beto.values(pair.there(), 8) == std::vector{kOne});
        QVERIFY(pair.ana.stateHash() == pair.beto.stateHash());
        QCOMPARE(pair.beto->organizationName(pair.beto.space(), pair.ana.device()), std::string("Secretaría"));
        QCOMPARE(pair.ana->organizationName(pair.ana.space(), pair.beto.device()), std::string("Oficina"));
    }

    void concurrentWritesAreBothKept() {
        Pair pair;
        pair.ana.write(pair.record, 8, kTwo);
        pair.beto.write(pair.there(), 8, kThree);
        pair.meet();
        QCOMPARE(pair.ana.values(pair.record, 8).size(), 2U);
        QCOMPARE(pair.ana.counts().conflicts, 1U);
        QCOMPARE(pair.beto.counts().conflicts, 1U);
        QVERIFY(pair.ana.stateHash() == pair.beto.stateHash());
    }

    void aWriteThatSawBothResolvesThem() {
        Pair pair;
        pair.ana.write(pair.record, 8, kTwo);
        pair.beto.write(pair.there(), 8, kThree);
        pair.meet();
        pair.ana.write(pair.record, 8, kOne);
        pair.meet();
        QVERIFY(pair.beto.values(pair.there(), 8) == std::vector{kOne});
        QCOMPARE(pair.beto.counts().conflicts, 0U);
        QCOMPARE(pair.beto.counts().ignoredRetirements, 0U);
        QVERIFY(pair.ana.stateHash() == pair.beto.stateHash());
    }
};

QTEST_APPLESS_MAIN(ReplicaTest)
#include "replica_test.moc"
