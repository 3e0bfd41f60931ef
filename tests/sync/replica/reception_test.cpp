#include <QTest>

#include "tests/support/replica_fixture.h"

using namespace puente;
using namespace puente::test;

namespace {

SegmentBody note(const char* words) {
    ChangeSet changeSet;
    changeSet.operations = {{.record = {}, .field = kTypeField, .value = Symbol{1}},
                            {.record = {}, .field = 8, .value = std::string(words)}};
    return {.logs = {}, .seen = {}, .membershipHeads = {}, .changeSets = {changeSet}};
}

Reception only(const Replica::ReceptionReport& report) {
    expects(report.outcomes.size() == 1);
    return report.outcomes[0];
}

/// What a newcomer lacks: the members, and then the keys.
std::vector<Replica::Arrival> ofKind(Peer& from, EntryKind kind) {
    std::vector<Replica::Arrival> all = from.membership();
    std::erase_if(all, [&](const auto& arrival) { return arrival.kind != kind; });
    return all;
}

void askToJoin(Peer& joiner, Peer& admin, Role role) {
    const auto invite = admin->offerInvite(admin.space(), role, admin.clock().now() + std::chrono::hours(1), "A");
    QVERIFY(invite.ok());
    QVERIFY(joiner->askToJoin(*invite, "Oficina").ok());
}

} // namespace

/// A replica trusts nobody who hands it something, loses nothing that may yet be of use, and says what it did.
class ReceptionTest : public QObject {
    Q_OBJECT

private slots:
    void theSameTwiceChangesNothing() {
        Peer ana(1), beto(2);
        ana.found();
        beto.join(ana);
        ana.create({std::string("uno")});
        QCOMPARE(only(beto.receive(ana.segments())), Reception::Accepted);
        const Hash before = beto.stateHash();
        const auto again = beto.receive(ana.segments());
        QCOMPARE(only(again), Reception::Known);
        QCOMPARE(again.changeSets, 0U);
        QVERIFY(beto.stateHash() == before);
    }

    void aSegmentAfterAHoleIsNotTaken() {
        Peer ana(1), beto(2);
        ana.found();
        beto.join(ana);
        HandLog log(ana);
        const Bytes first = log.append(note("uno")), second = log.append(note("dos"));
        QCOMPARE(only(beto.receive({second})), Reception::Gap);
        QVERIFY(beto->heights(beto.space()).empty());
        const auto both = beto.receive({second, first});
        QVERIFY((both.outcomes == std::vector{Reception::Accepted, Reception::Accepted}));
    }

    void ofTwoBranchesNeitherCountsAndBothAreKept() {
        Peer ana(1), beto(2);
        ana.found();
        beto.join(ana);
        HandLog log(ana);
        const Bytes other = log.fork(note("otra")), real = log.append(note("uno"));
        QCOMPARE(only(beto.receive({real})), Reception::Accepted);
        const Hash before = beto.stateHash();
        QCOMPARE(only(beto.receive({other})), Reception::Fork);
        QVERIFY(beto.stateHash() != before); // neither counts: who saw the other one first must come to the same
        QVERIFY(beto->heights(beto.space()).empty());
        QVERIFY(beto.counts().forks == 1 && beto.counts().quarantined == 2);
        QCOMPARE(only(beto.receive({other})), Reception::Known);
        QVERIFY(beto.counts().forks == 1 && beto.counts().quarantined == 2);
    }

    void aContinuationOfTheOtherBranchIsAForkToo() {
        Peer ana(1), beto(2);
        ana.found();
        beto.join(ana);
        HandLog log(ana), shadow(ana);
        beto.receive({log.append(note("uno"))});
        shadow.append(note("otra"));
        QCOMPARE(only(beto.receive({shadow.append(note("dos"))})), Reception::Fork);
        QCOMPARE(beto.counts().quarantined, 1U);
        QCOMPARE(beto.counts().forks, 0U); // where it parted is not known yet, so nothing is proven
    }

    void aReaderMayNotWrite() {
        Peer ana(1), beto(2), carla(3);
        ana.found();
        beto.join(ana, Role::Reader);
        carla.join(ana);
        const auto refused = beto->commit(beto.space(), "Beto", 1, {});
        QVERIFY(!refused.ok() && refused.fault() == ReplicaFault::NotAllowed);
        HandLog log(beto);
        QCOMPARE(only(carla.receive({log.append(note("uno"))})), Reception::NotAllowed);
        QCOMPARE(carla.counts().records, 0U);
    }

    void anUnknownAuthorWaitsForMembership() {
        Peer ana(1), beto(2), carla(3);
        ana.found();
        beto.join(ana);
        carla.join(ana);
        carla.create({std::string("uno")});
        carla.write({carla.ownLog(), 1, 0}, 8, std::string("dos"));
        QCOMPARE(only(beto.receive(carla.segments())), Reception::UnknownAuthor);
        QCOMPARE(beto.counts().parked, 1U);
        QCOMPARE(beto.counts().records, 0U);
        const auto report = beto->receive(beto.space(), ana.membership());
        QVERIFY(report.ok());
        QCOMPARE(report->changeSets, 2U);
        QCOMPARE(beto.counts().parked, 0U);
        QCOMPARE(beto.counts().records, 1U);
    }

    void whatCannotBeOpenedYetWaitsForItsKey() {
        Peer ana(1), beto(2);
        ana.found();
        HandLog log(ana);
        const Bytes first = log.append(note("uno")), second = log.append(note("dos"));
        askToJoin(beto, ana, Role::Editor);
        QVERIFY(ana->admit(*beto->ownJoinRequest(ana.space())).ok());
        const SpaceId space = ana.space();
        QVERIFY(beto->receive(space, ofKind(ana, EntryKind::Membership)).ok());
        for (const Bytes& segment : {first, second}) { // the second not a hole, since the first is only waiting
            const auto report = beto->receive(space, {{EntryKind::Segment, segment}});
            QCOMPARE(report->outcomes[0], Reception::NoKey);
        }
        QCOMPARE(beto->receive(space, ofKind(ana, EntryKind::KeyObject))->changeSets, 2U);
        QCOMPARE(beto->counts(space)->records, 2U);
        QCOMPARE(beto->counts(space)->parked, 0U);
    }

    void whatIsParkedIsBounded() {
        Peer ana(1), beto(2), carla(3);
        ana.found();
        beto.join(ana);
        carla.join(ana);
        HandLog log(carla);
        std::vector<Bytes> segments;
        for (int i = 0; i <= 10'000; ++i)
            segments.push_back(log.append(note("uno")));
        const auto outcomes = beto.receive(segments).outcomes;
        QCOMPARE(outcomes[9'999], Reception::UnknownAuthor);
        QCOMPARE(outcomes[10'000], Reception::Gap); // not kept: it will be asked for again
        QCOMPARE(beto.counts().parked, 10'000U);
    }

    void noOtherKeyThanTheEpochsIsTaken() {
        Peer ana(1), beto(2), carla(3);
        ana.found();
        beto.join(ana);
        const Invite invite = *ana->offerInvite(ana.space(), Role::Editor, instantOf(1'790'000'000'000), "Ana");
        QVERIFY(carla->askToJoin(invite, "Carla").ok());
        QVERIFY(ana->admit(*carla->ownJoinRequest(ana.space())).ok());
        std::vector<Replica::Arrival> records;
        for (const MembershipRecord& record : *ana->membershipRecords(ana.space()))
            records.push_back({EntryKind::Membership, Bytes(record.wire().begin(), record.wire().end())});
        QVERIFY(carla->receive(ana.space(), records).ok());

        // Beto would have Carla seal under a key that he knows and the space does not.
        SeededEntropy entropy(9);
        const SealingId reader = carla.keys().sealing.publicId();
        KeyObject::Content content{.space = ana.space(),
                                   .author = beto.device(),
                                   .epoch = ana->membership(ana.space()).currentEpoch()->record,
                                   .entries = {},
                                   .predecessors = {}};
        content.entries.push_back({.tag = KeyObject::tagOf(reader), .sealed = sealTo(reader, Bytes(32, 1), entropy)});
        const KeyObject object = KeyObject::sign(content, beto.keys().signing);
        const Bytes wire(object.wire().begin(), object.wire().end());
        QVERIFY(carla->receive(ana.space(), {{EntryKind::KeyObject, wire}}).ok());
        const Dot record{carla->findSpace(ana.space())->ownLogNumber, 0, 0};
        QVERIFY(
            carla->commit(ana.space(), "Carla", 1, {{Operation::Kind::Write, record, kTypeField, Symbol{1}, {}}}).ok());
        QVERIFY(carla->seal(ana.space()).ok());
        QCOMPARE(carla->counts(ana.space())->unsealed, 1U); // it waits for the true key
    }

    void whatIsDamagedOrOfAnotherSpaceIsRefused() {
        Peer ana(1), beto(2);
        ana.found();
        beto.join(ana);
        HandLog log(ana);
        const Bytes good = log.append(note("uno"));
        for (std::size_t place = 0; place < good.size(); place += 7) {
            Bytes bad = good;
            bad[place] ^= 1;
            QCOMPARE(only(beto.receive({bad})), Reception::Malformed);
        }
        beto.found(); // a space of its own
        QCOMPARE(only(beto.receive({good})), Reception::Malformed);
    }

    void unknownKindsAndFieldsAreKeptAndPassedOn() {
        Peer ana(1), beto(2), carla(3);
        ana.found();
        beto.join(ana);
        carla.join(ana);
        const Value strange = Opaque{.kind = 99, .payload = {1, 2, 3}};
        SegmentBody body = note("uno");
        body.changeSets[0].operations.push_back({.record = {}, .field = 4'000'000, .value = strange});
        HandLog log(ana);
        beto.receive({log.append(body)});
        beto.sendTo(carla);
        QVERIFY(carla.values(carla.dot(ana, 1), 4'000'000) == std::vector{strange});
        QVERIFY(carla.stateHash() == beto.stateHash());
    }

    void logsOfStrangersAreNotNumbered() {
        Peer ana(1), beto(2);
        ana.found();
        beto.join(ana);
        SegmentBody body = note("uno");
        LogId stranger;
        stranger.device.bytes.fill(9);
        HandLog log(ana);
        body.logs = {log.id(), stranger};
        body.changeSets[0].operations.push_back(
            {.record = {}, .field = 9, .value = Reference{{.log = 1, .sequence = 1, .index = 0}}});
        const std::size_t before = beto->logs().size();
        QCOMPARE(only(beto.receive({log.append(body)})), Reception::UnknownAuthor);
        QCOMPARE(beto->logs().size(), before);
    }

    void aMemberCannotUseUpTheNumbersOfLogs() {
        Peer ana(1), beto(2);
        ana.found();
        beto.join(ana);
        SegmentBody body = note("uno");
        HandLog log(ana);
        body.logs = {log.id()};
        for (std::uint32_t i = 2; i < 5000; ++i) {
            body.logs.push_back({.device = ana.device(), .incarnation = i});
            body.changeSets[0].operations.push_back(
                {.record = {}, .field = 9, .value = Reference{{.log = i - 1, .sequence = 1, .index = 0}}});
        }
        QCOMPARE(only(beto.receive({log.append(body)})), Reception::Broken);
        QVERIFY(beto->logs().size() < 10); // none was given
    }

    void aUsedOrExpiredInviteAdmitsNobody() {
        Peer ana(1), beto(2), carla(3);
        ana.found();
        const auto invite =
            ana->offerInvite(ana.space(), Role::Editor, ana.clock().now() + std::chrono::hours(1), "Ana");
        QVERIFY(beto->askToJoin(*invite, "Beto").ok() && carla->askToJoin(*invite, "Carla").ok());
        const JoinRequest request = *beto->ownJoinRequest(ana.space());
        QVERIFY(ana->keepJoinRequest(request).ok());
        QCOMPARE(ana->waitingJoiners(ana.space())[0].organizationName, std::string("Beto"));
        ana.clock().advance(std::chrono::hours(2));
        QVERIFY(ana->waitingJoiners(ana.space())[0].expired);
        QVERIFY(ana->admit(request).fault() == ReplicaFault::NotAllowed);
        ana.clock().advance(-std::chrono::hours(2));
        QVERIFY(ana->admit(request).ok());
        QVERIFY(ana->waitingJoiners(ana.space()).empty());
        QVERIFY(ana->admit(*carla->ownJoinRequest(ana.space())).fault() == ReplicaFault::NotAllowed);
    }
};

QTEST_APPLESS_MAIN(ReceptionTest)
#include "reception_test.moc"
