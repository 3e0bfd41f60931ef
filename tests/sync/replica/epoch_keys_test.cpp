#include <QTest>

#include "tests/support/replica_fixture.h"

using namespace puente;
using namespace puente::test;

/// Who is removed reads nothing of the next epoch; who is a member reads everything, whoever rotated and whenever it
/// came in.
class EpochKeysTest : public QObject {
    Q_OBJECT

    static OrganizationId organizationOf(const Peer& peer) { return peer.keys().certificate.organization; }
    static std::size_t recordCount(Peer& peer) { return peer.counts().records; }
    static std::size_t epochCount(Peer& peer) { return peer->membership(peer.space()).epochs.size(); }
    static Replica::KeysTended tend(Peer& peer) {
        const auto tended = peer->tendKeys(peer.space());
        return tended ? *tended : Replica::KeysTended{};
    }

private slots:
    void nothingIsDueWhileNobodyLeaves() {
        Peer ana(1), beto(2);
        ana.found();
        beto.join(ana);
        const auto tended = tend(ana);
        QVERIFY(!tended.rotated && tended.forwardedTo == 0);
        QCOMPARE(epochCount(ana), std::size_t{1});
    }

    void aRemovalMakesTheNextEpochDue() {
        Peer ana(1), beto(2), carla(3);
        ana.found();
        beto.join(ana);
        carla.join(ana);
        QVERIFY(ana->removeOrganization(ana.space(), organizationOf(beto)).ok());
        QVERIFY(ana->membership(ana.space()).isRotationOwed);
        QVERIFY(tend(ana).rotated && !tend(ana).rotated);
        QVERIFY(!ana->membership(ana.space()).isRotationOwed);
        ana.create({std::string("después")});
        ana.sendTo(carla);
        ana.sendTo(beto); // even if somebody hands it all to him
        QCOMPARE(recordCount(carla), std::size_t{1});
        QCOMPARE(recordCount(beto), std::size_t{0});
        QCOMPARE(beto.counts().parked, 1U);
    }

    void anEditorDoesNotRotate() {
        Peer ana(1), beto(2), carla(3);
        ana.found();
        beto.join(ana);
        carla.join(ana);
        QVERIFY(ana->removeOrganization(ana.space(), organizationOf(beto)).ok());
        ana.sendTo(carla);
        QVERIFY(carla->membership(carla.space()).isRotationOwed && !tend(carla).rotated);
        QVERIFY(carla->rotateEpoch(carla.space()).fault() == ReplicaFault::NotAllowed);
    }

    void whoComesLaterReadsAllEpochs() {
        Peer ana(1), beto(2);
        ana.found();
        for (int epoch = 0; epoch < 4; ++epoch) {
            ana.create({std::string("antes")});
            ana.segments(); // sealed under this epoch's key
            QVERIFY(ana->rotateEpoch(ana.space()).ok());
        }
        ana.create({std::string("ahora")});
        beto.join(ana);
        ana.sendTo(beto);
        QCOMPARE(recordCount(beto), std::size_t{5});
        QVERIFY(beto.stateHash() == ana.stateHash());
    }

    void aMemberAddedWhileAnotherRotatesIsForwardedTheKey() {
        Peer ana(1), beto(2), carla(3);
        ana.found();
        beto.join(ana, Role::Admin);
        QVERIFY(beto->rotateEpoch(beto.space()).ok()); // knows nothing of Carla
        carla.join(ana);                               // knows nothing of the rotation
        beto.create({std::string("nueva época")});
        beto.sendTo(ana);
        beto.sendTo(carla);
        QCOMPARE(recordCount(carla), std::size_t{0}); // parked: the key is not here
        const auto tended = tend(ana);
        QCOMPARE(tended.forwardedTo, std::size_t{2}); // her device, and her organisation's recovery
        ana.sendTo(carla);
        QCOMPARE(recordCount(carla), std::size_t{1});
        ana.sendTo(beto);
        QVERIFY(carla.stateHash() == beto.stateHash());
        QCOMPARE(tend(ana).forwardedTo, std::size_t{0});
    }

    void twoWhoRotateAtOnceAgreeOnTheNextKey() {
        Peer ana(1), beto(2), carla(3);
        ana.found();
        beto.join(ana, Role::Admin);
        carla.join(ana);
        ana.sendTo(beto);
        QVERIFY(ana->rotateEpoch(ana.space()).ok() && beto->rotateEpoch(beto.space()).ok());
        ana.create({std::string("de ana")});
        beto.create({std::string("de beto")});
        ana.segments();
        beto.segments();
        ana.sendTo(beto);
        beto.sendTo(ana);
        ana.sendTo(carla);
        QCOMPARE(epochCount(carla), std::size_t{3});
        QVERIFY(ana->membership(ana.space()).currentEpoch()->record ==
                beto->membership(beto.space()).currentEpoch()->record);
        carla.create({std::string("de carla")});
        carla.sendTo(ana);
        carla.sendTo(beto);
        for (Peer* peer : {&ana, &beto, &carla})
            QCOMPARE(recordCount(*peer), std::size_t{3});
        QVERIFY(ana.stateHash() == carla.stateHash() && beto.stateHash() == carla.stateHash());
    }

    void aRotationByOneWhoKnewOfNoRemovalIsNotEnough() {
        Peer ana(1), beto(2), carla(3);
        ana.found();
        beto.join(ana, Role::Admin);
        carla.join(ana);
        ana.sendTo(beto);
        QVERIFY(ana->removeOrganization(ana.space(), organizationOf(carla)).ok());
        QVERIFY(beto->rotateEpoch(beto.space()).ok()); // seals to Carla too
        beto.sendTo(ana);
        QVERIFY(ana->membership(ana.space()).isRotationOwed);
        QVERIFY(tend(ana).rotated);
        QVERIFY(!ana->membership(ana.space()).isRotationOwed);
        ana.create({std::string("sin carla")});
        ana.sendTo(carla);
        QCOMPARE(recordCount(carla), std::size_t{0});
    }

    // Beto had no right any more when he rotated; Carla, who could not know, has lost none.
    void whatWasSealedUnderAnEpochThatTurnedOutVoidIsReadByAll() {
        Peer ana(1), beto(2), carla(3), dora(4);
        ana.found();
        beto.join(ana, Role::Admin);
        carla.join(ana);
        ana.sendTo(beto);
        QVERIFY(ana->removeOrganization(ana.space(), organizationOf(beto)).ok());
        QVERIFY(tend(ana).rotated);
        dora.join(ana);
        QVERIFY(beto->rotateEpoch(beto.space()).ok());
        beto.sendTo(carla);
        carla.create({std::string("de carla")});
        carla.segments();
        ana.sendTo(carla);
        carla.sendTo(ana);
        QCOMPARE(recordCount(ana), std::size_t{1});
        QCOMPARE(ana.counts().parked, std::uint64_t{0});
        ana.sendTo(dora);
        QCOMPARE(recordCount(dora), std::size_t{0});
        tend(ana); // leads from the current key to that one
        ana.sendTo(dora);
        QCOMPARE(recordCount(dora), std::size_t{1});
        QVERIFY(dora.stateHash() == carla.stateHash() && ana.stateHash() == carla.stateHash());
        const auto before = ana->keyObjects(ana.space())->size();
        tend(ana);
        QCOMPARE(ana->keyObjects(ana.space())->size(), before); // once is enough
    }

    void aKeyThatCameBeforeTheRecordOfItsEpochIsOpenedWhenThatComes() {
        Peer ana(1), beto(2), carla(3), dora(4);
        ana.found();
        beto.join(ana, Role::Admin);
        carla.join(ana);
        ana.sendTo(beto);
        QVERIFY(ana->removeOrganization(ana.space(), organizationOf(beto)).ok());
        QVERIFY(tend(ana).rotated);
        dora.join(ana);
        QVERIFY(beto->rotateEpoch(beto.space()).ok());
        const Hash epoch = beto->membership(beto.space()).currentEpoch()->record;
        beto.sendTo(carla);
        carla.create({std::string("de carla")});
        const std::vector<Bytes> segments = carla.segments();
        ana.sendTo(carla);
        carla.sendTo(ana);
        tend(ana);
        std::vector<Replica::Arrival> first, later;
        for (Replica::Arrival& arrival : ana.membership()) {
            const auto record = MembershipRecord::parse(arrival.bytes);
            (record && record->hash() == epoch ? later : first).push_back(std::move(arrival));
        }
        QCOMPARE(later.size(), std::size_t{1});
        QVERIFY(dora->receive(dora.space(), std::move(first)).ok());
        dora.receive(segments);
        QCOMPARE(recordCount(dora), std::size_t{0});
        QVERIFY(dora->receive(dora.space(), std::move(later)).ok());
        QCOMPARE(recordCount(dora), std::size_t{1});
        QCOMPARE(dora.counts().parked, std::uint64_t{0});
    }

    // Carla was let in by one who had no right any more; what she wrote waits, until she is let in by one who has.
    void whatAStrangerWroteIsTakenWhenThisOfficeAdmitsIt() {
        Peer ana(1), beto(2), carla(3);
        ana.found();
        beto.join(ana, Role::Admin);
        QVERIFY(ana->removeOrganization(ana.space(), organizationOf(beto)).ok());
        carla.join(beto);
        carla.create({std::string("de carla")});
        carla.sendTo(ana);
        QVERIFY(ana.counts().parked > 0);
        ana.sendTo(carla);
        const auto invite =
            ana->offerInvite(ana.space(), Role::Editor, ana.clock().now() + std::chrono::hours(1), "Ana");
        QVERIFY(invite && carla->askToJoin(*invite, "Carla"));
        QVERIFY(ana->admit(*carla->ownJoinRequest(carla.space())).ok());
        QCOMPARE(recordCount(ana), std::size_t{1});
        QCOMPARE(ana.counts().parked, std::uint64_t{0});
        ana.sendTo(carla);
        QVERIFY(ana.stateHash() == carla.stateHash());
    }

    void anEpochForThreeHundredReadersIsSmall() {
        SeededEntropy entropy(7);
        const SigningKey author = SigningKey::generate(entropy);
        const auto sizeFor = [&](std::size_t readers) {
            KeyObject::Content content{.space = *SpaceId::from(Bytes(16, 1)),
                                       .author = author.publicId<DeviceId>(),
                                       .epoch = *Hash::from(Bytes(32, 2)),
                                       .entries = {},
                                       .predecessors = {}};
            for (std::size_t i = 0; i < readers; ++i) {
                Bytes sealed(80);
                entropy.fill(sealed);
                content.entries.push_back({.tag = {}, .sealed = sealed});
            }
            std::ranges::sort(content.entries, {}, &KeyObject::Entry::sealed);
            return KeyObject::sign(content, author).wire().size();
        };
        QVERIFY(sizeFor(300) <= 40'000);
        QVERIFY(sizeFor(1'300) <= 130'000); // a thousand devices and three hundred recovery keys
    }
};

QTEST_APPLESS_MAIN(EpochKeysTest)
#include "epoch_keys_test.moc"
