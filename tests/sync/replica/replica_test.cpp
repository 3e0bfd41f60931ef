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

    void anEditSurvivesAConcurrentDeletion() {
        Pair pair;
        pair.ana.remove(pair.record);
        pair.beto.write(pair.there(), 8, kTwo);
        pair.meet();
        QVERIFY((*pair.ana->record(pair.record))->isEditedWhileDeleted());
        QVERIFY(pair.ana.values(pair.record, 8) == std::vector{kTwo});
        QVERIFY(visited(pair.ana, [](auto& replica, auto& space, auto visit) {
                    return replica.forEach(space, 1, visit);
                }).empty());
        QVERIFY(conflicting(pair.ana) == std::vector{pair.record}); // somebody must decide
        QVERIFY(conflicting(pair.beto) == std::vector{pair.there()});
    }

    void whatIsDeletedIsListedNowhere() {
        Pair pair;
        pair.ana.remove(pair.record);
        pair.meet();
        QVERIFY(conflicting(pair.beto).empty());
        QCOMPARE(pair.beto.counts().records, 0U);
    }

    void anElementAddedMeanwhileStaysInTheSet() {
        Pair pair;
        const auto add = [](Peer& peer, const Dot& record, std::int64_t element) {
            peer.commit({{.kind = Operation::Kind::Add, .record = record, .field = 9, .value = element}});
        };
        add(pair.ana, pair.record, 1);
        pair.meet();
        pair.ana.commit({{.kind = Operation::Kind::Retire,
                          .record = pair.record,
                          .field = 9,
                          .value = {},
                          .retired = pair.ana.dots(pair.record, 9)}});
        add(pair.beto, pair.there(), 1);
        pair.meet();
        QVERIFY(pair.ana.values(pair.record, 9) == std::vector{Value(std::int64_t{1})});
        QCOMPARE(pair.ana.counts().conflicts, 0U);
    }

    void equalConcurrentValuesAreNoConflict() {
        Pair pair;
        pair.ana.write(pair.record, 8, kTwo);
        pair.beto.write(pair.there(), 8, kTwo);
        pair.meet();
        QCOMPARE(pair.ana.values(pair.record, 8).size(), 2U);
        QCOMPARE(pair.ana.counts().conflicts, 0U);
        QVERIFY(conflicting(pair.ana).empty());
    }

    void historyTellsEverythingEverDoneToARecord() {
        Pair pair;
        pair.beto.clock().advance(std::chrono::minutes(1));
        pair.beto.write(pair.there(), 8, kTwo);
        pair.meet();
        pair.ana.clock().advance(std::chrono::minutes(2));
        pair.ana.remove(pair.record); // not sealed yet
        const auto history = pair.ana->history(pair.record);
        QVERIFY(history.ok());
        std::vector<Operation::Kind> kinds;
        for (const auto& item : *history)
            kinds.push_back(item.operation.kind);
        using enum Operation::Kind;
        QVERIFY((kinds == std::vector{Write, Write, Write, Retire, Retire}));
        QVERIFY((*history)[2].dot == pair.ana.dot(pair.beto, 1));
        QVERIFY((*history)[2].operation.value == kTwo);
        QCOMPARE(pair.ana->person((*history)[2].person), std::string("Ana"));
        QVERIFY(pair.ana->history({.log = pair.ana.ownLog(), .sequence = 99, .index = 0}).fault() ==
                ReplicaFault::UnknownRecord);
    }

    void aRecordIsFoundByTheBeginningOfItsHandle() {
        Pair pair;
        const LogId log = pair.ana->findSpace(pair.ana.space())->ownLog;
        const std::string handle = recordHandle(log, pair.record.sequence, pair.record.index);
        QCOMPARE(handle.size(), 26U);
        for (const std::size_t length : {1U, 6U, 25U, 26U})
            QVERIFY(*pair.beto->findByHandle(handle.substr(0, length), 2) == std::vector{pair.there()});
        std::string upper = handle;
        for (char& letter : upper)
            letter = letter == '0' ? 'O' : letter == '1' ? 'l' : static_cast<char>(std::toupper(letter));
        QVERIFY(*pair.beto->findByHandle(upper, 2) == std::vector{pair.there()});
        std::string other = handle;
        other[5] = other[5] == 'a' ? 'b' : 'a';
        QVERIFY(pair.beto->findByHandle(other, 2)->empty());
        QVERIFY(pair.beto->findByHandle("u", 2)->empty()); // no such digit
        QVERIFY(pair.beto->findByHandle(handle + "0", 2)->empty());
    }

    void theQueueNamesWhatWasTouched() {
        Pair pair;
        QVERIFY(*pair.beto->indexQueue(10) == std::vector{pair.there()});
        QVERIFY(pair.beto->takeFromQueue(*pair.beto->indexQueue(10)).ok());
        QVERIFY(pair.beto->indexQueue(10)->empty());
        pair.ana.write(pair.record, 8, kTwo);
        pair.ana.sendTo(pair.beto);
        QVERIFY(*pair.beto->indexQueue(10) == std::vector{pair.there()});
    }

    void aVisitorMayUseTheReplica() {
        Pair pair;
        for (int i = 0; i < 600; ++i)
            pair.ana.create({kOne});
        int count = 0;
        const auto visit = [&](const Dot& id, const RecordState&) {
            ++count;
            if (count % 100 == 0) pair.ana.write(id, 8, kTwo);
            return pair.ana->record(id)->has_value();
        };
        QVERIFY(pair.ana->forEach(pair.ana.space(), 1, visit).ok());
        QCOMPARE(count, 601);
    }

    void aLongDaySealsItself() {
        Pair pair;
        for (int i = 0; i < 300; ++i)
            pair.ana.create({kOne});
        QCOMPARE(pair.ana.counts().unsealed, 300U - 256U);
    }

    void twoSpacesInOneFileDoNotMeet() {
        Peer ana(1);
        ana.found();
        const SpaceId first = ana.space();
        const Dot record = ana.create({kOne});
        const Hash before = *ana->stateHash(first);
        ana.found();
        QVERIFY(ana->commit(ana.space(), "Ana", 1, {{.record = record, .field = 8, .value = kTwo}}).fault() ==
                ReplicaFault::UnknownRecord);
        ana.create({kTwo});
        QVERIFY(*ana->stateHash(first) == before);
        QCOMPARE(ana->counts(first)->records, 1U);
        QVERIFY(ana->spaceOf(record) == first);
    }

private:
    template <typename Each>
    static std::vector<Dot> visited(Peer& peer, Each each) {
        std::vector<Dot> found;
        const std::function<bool(const Dot&, const RecordState&)> visit = [&](const Dot& id, const RecordState&) {
            found.push_back(id);
            return true;
        };
        expects(each(peer.replica(), peer.space(), visit).ok());
        return found;
    }
    static std::vector<Dot> conflicting(Peer& peer) {
        return visited(peer,
                       [](auto& replica, auto& space, auto visit) { return replica.forEachConflict(space, visit); });
    }
};

QTEST_APPLESS_MAIN(ReplicaTest)
#include "replica_test.moc"
