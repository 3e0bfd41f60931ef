#include <QTest>

#include <QTemporaryDir>

#include "sync/erasable/erasable_key.h"
#include "tests/support/file_scan.h"
#include "tests/support/replica_fixture.h"

#include <algorithm>

using namespace puente;
using namespace puente::test;

namespace {

std::vector<Replica::Arrival> erasables(Peer& from) {
    std::vector<Replica::Arrival> arrivals;
    for (auto& entry : *from->erasableEntries(from.space()))
        if (entry.isOffered) arrivals.push_back({entry.kind, entry.bytes});
    return arrivals;
}

Reception give(Peer& to, const Replica::Arrival& arrival) {
    const auto report = to->receive(to.space(), {arrival});
    expects(report.ok() && report->outcomes.size() == 1);
    return report->outcomes[0];
}

bool hasKey(Peer& peer, const ErasableId& id) {
    return peer->erasableKey(peer.space(), id)->has_value();
}

Replica::Arrival signedBy(const Peer& author, const ErasableName& name) {
    const Erasure erasure = Erasure::sign(name, author.keys().signing);
    return {EntryKind::Erasure, {erasure.wire().begin(), erasure.wire().end()}};
}

ErasableName nameIn(const Replica::Arrival& object) {
    return ErasableObject::parse(object.bytes)->name();
}

/// Three offices that know each other: an admin and two editors.
struct Offices {
    Peer ana{1}, beto{2}, carla{3};
    Offices() {
        ana.found();
        beto.join(ana);
        carla.join(ana);
        know();
    }
    void know() {
        for (Peer* peer : {&beto, &carla})
            expects((*peer)->receive(ana.space(), ana.membership()).ok());
    }
};

} // namespace

/// A key that was erased is gone wherever its erasure is known, whatever came first.
class ErasingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aKeyReachesTheOthersAndWhoeverComesLater() {
        Offices offices;
        const auto id = offices.beto->createErasableKey(offices.beto.space());
        QVERIFY(id.ok() && hasKey(offices.beto, *id));
        const auto object = erasables(offices.beto)[0];
        QCOMPARE(give(offices.ana, object), Reception::Accepted);
        QCOMPARE(give(offices.ana, object), Reception::Known);
        QVERIFY(hasKey(offices.ana, *id));
        QVERIFY(offices.ana->rotateEpoch(offices.ana.space()).ok());
        Peer diego(4);
        diego.join(offices.ana, Role::Reader);
        offices.know();
        QVERIFY(diego->receive(diego.space(), offices.ana.membership()).ok());
        QCOMPARE(give(diego, object), Reception::Accepted);
        QVERIFY(equal((*diego->erasableKey(diego.space(), *id))->reveal(),
                      (*offices.beto->erasableKey(diego.space(), *id))->reveal()));
    }

    void theOrderOfArrivalDoesNotMatter() {
        Offices offices;
        const ErasableId id = *offices.beto->createErasableKey(offices.beto.space());
        const auto object = erasables(offices.beto)[0];
        QVERIFY(offices.beto->eraseKey(offices.beto.space(), id).ok());
        std::vector<Replica::Arrival> all = erasables(offices.beto); // the erasure, and that it was carried out
        QCOMPARE(all.size(), 2U);
        all.push_back(object);
        std::vector<std::size_t> order{0, 1, 2};
        std::uint64_t seed = 10;
        do {
            Peer other(++seed);
            other.join(offices.ana);
            for (const std::size_t i : order)
                (void)give(other, all[i]);
            QVERIFY(!hasKey(other, id));
            const auto status = other->erasureStatus(other.space(), id);
            QVERIFY(status.ok() && status->isErased && status->isStanding && !status->atServer);
            QVERIFY(status->erasedBy == std::vector{offices.beto.device()});
            QVERIFY(std::ranges::count(status->confirmed, offices.beto.device()) == 1);
            QVERIFY(std::ranges::count(status->confirmed, other.device()) == 1);
            QVERIFY(std::ranges::count(status->missing, offices.carla.device()) == 1);
        } while (std::ranges::next_permutation(order).found);
    }

    void aLateCopyIsRefused() {
        Offices offices;
        const ErasableId id = *offices.beto->createErasableKey(offices.beto.space());
        const auto object = erasables(offices.beto)[0];
        QVERIFY(offices.beto->eraseKey(offices.beto.space(), id).ok());
        QCOMPARE(give(offices.beto, object), Reception::Erased);
        QVERIFY(!hasKey(offices.beto, id));
        QCOMPARE(give(offices.carla, erasables(offices.beto)[0]), Reception::Accepted); // the erasure alone
        QCOMPARE(give(offices.carla, object), Reception::Erased);
        QVERIFY(!hasKey(offices.carla, id));
    }

    void onlyItsOwnOfficeOrAnAdminErases() {
        Offices offices;
        const ErasableId id = *offices.beto->createErasableKey(offices.beto.space());
        const auto object = erasables(offices.beto)[0];
        for (Peer* peer : {&offices.carla, &offices.ana})
            QCOMPARE(give(*peer, object), Reception::Accepted);
        const auto refused = offices.carla->eraseKey(offices.carla.space(), id);
        QVERIFY(!refused.ok() && refused.fault() == ReplicaFault::NotAllowed);
        QCOMPARE(give(offices.beto, signedBy(offices.carla, nameIn(object))), Reception::Quarantined);
        QVERIFY(hasKey(offices.beto, id));
        QVERIFY(!offices.beto->erasureStatus(offices.beto.space(), id)->isStanding);
        QVERIFY(offices.ana->eraseKey(offices.ana.space(), id).ok());
        QCOMPARE(give(offices.beto, signedBy(offices.ana, nameIn(object))), Reception::Accepted);
        QVERIFY(!hasKey(offices.beto, id));
        const auto unknown = offices.ana->eraseKey(offices.ana.space(), ErasableId{});
        QVERIFY(!unknown.ok() && unknown.fault() == ReplicaFault::UnknownTarget);
    }

    void aRightThatComesLaterCarriesItOut() {
        Offices offices;
        const ErasableId id = *offices.beto->createErasableKey(offices.beto.space());
        const auto object = erasables(offices.beto)[0];
        QCOMPARE(give(offices.beto, signedBy(offices.carla, nameIn(object))), Reception::Quarantined);
        const auto organization = offices.carla.keys().certificate.organization;
        QVERIFY(offices.ana->changeRole(offices.ana.space(), organization, Role::Admin).ok());
        QVERIFY(hasKey(offices.beto, id));
        offices.know();
        QVERIFY(!hasKey(offices.beto, id));
    }

    void aRevokedDevicesErasureDoesNotCountButWhatIsGoneIsGone() {
        Offices offices;
        const ErasableId id = *offices.beto->createErasableKey(offices.beto.space());
        const auto object = erasables(offices.beto)[0];
        QCOMPARE(give(offices.carla, object), Reception::Accepted);
        const auto erasure = signedBy(offices.beto, nameIn(object));
        Peer diego(4);
        diego.join(offices.ana);
        QCOMPARE(give(diego, object), Reception::Accepted);
        QCOMPARE(give(diego, erasure), Reception::Accepted); // before the news
        QVERIFY(offices.ana->revokeDevice(offices.ana.space(), offices.beto.device()).ok());
        offices.know();
        QVERIFY(diego->receive(diego.space(), offices.ana.membership()).ok());
        QCOMPARE(give(offices.carla, erasure), Reception::Quarantined); // after it
        QVERIFY(hasKey(offices.carla, id));
        QVERIFY(!hasKey(diego, id));
        QVERIFY(!diego->erasureStatus(diego.space(), id)->isStanding);
    }

    void aStrangersWordIsNotKept() {
        Offices offices;
        Peer stranger(9);
        stranger.found();
        const ErasableId id = *offices.beto->createErasableKey(offices.beto.space());
        const auto name = nameIn(erasables(offices.beto)[0]);
        QCOMPARE(give(offices.beto, signedBy(stranger, name)), Reception::Gap);
        QCOMPARE(give(stranger, signedBy(stranger, name)), Reception::Malformed); // of another space
        QVERIFY(hasKey(offices.beto, id));
    }

    void anObjectThatHoldsAnotherKeyIsNotTaken() {
        Offices offices;
        SeededEntropy entropy(5);
        const SpaceKey epoch = spaceKeyOf(offices.beto);
        const ErasableKey key = ErasableKey::generate(entropy);
        ErasableObject::Content content =
            sealErasableKey(key, offices.beto.space(), epoch, offices.beto.keys().signing, entropy).content();
        content.sealed[30] ^= 1;
        const ErasableObject object = ErasableObject::sign(content, offices.beto.keys().signing);
        QCOMPARE(give(offices.carla, {EntryKind::Erasable, {object.wire().begin(), object.wire().end()}}),
                 Reception::Broken);
    }

    void theFileHoldsItBeforeAndNotAfter() {
        QTemporaryDir folder;
        const std::string path = folder.filePath("replica.db").toStdString();
        Peer ana(1, std::move(*Database::open({.path = path})));
        ana.found();
        std::vector<ErasableId> ids;
        for (int i = 0; i < 12; ++i)
            ids.push_back(*ana->createErasableKey(ana.space()));
        const auto objects = erasables(ana);
        const auto sealed = [&](std::size_t i) { return ErasableObject::parse(objects[i].bytes)->content().sealed; };
        for (std::size_t i = 0; i < ids.size(); ++i)
            QVERIFY(anyFileHolds(folder.path().toStdString(), sealed(i)));
        for (std::size_t i = 0; i < ids.size(); i += 3) {
            QVERIFY(ana->eraseKey(ana.space(), ids[i]).ok());
            QVERIFY(!anyFileHolds(folder.path().toStdString(), sealed(i)));
        }
        ana.close();
        ana.reopen(std::move(*Database::open({.path = path})));
        for (std::size_t i = 0; i < ids.size(); ++i)
            QCOMPARE(hasKey(ana, ids[i]), i % 3 != 0);
    }

    void mergingCarriesASealedValueAsItIs() {
        Offices offices;
        const ErasableId id = *offices.ana->createErasableKey(offices.ana.space());
        SeededEntropy entropy(3);
        const SealedPlace place{.space = offices.ana.space(), .key = id, .field = 8};
        const auto key = offices.ana->erasableKey(offices.ana.space(), id);
        const auto sealed = sealValue(**key, place, std::string("relato"), offices.ana->logs(), entropy);
        const Dot record = offices.ana.create({*sealed});
        offices.beto.receive(offices.ana.segments());
        for (const auto& entry : erasables(offices.ana))
            QCOMPARE(give(offices.beto, entry), Reception::Accepted);
        const auto values = offices.beto.values(offices.beto.translate(record, offices.ana), 8);
        QVERIFY(values.size() == 1 && values[0] == Value(*sealed));
        const auto there = offices.beto->erasableKey(place.space, id);
        QVERIFY(*openValue(**there, place, *sealed, offices.beto->logs()) == Value(std::string("relato")));
    }
};

QTEST_APPLESS_MAIN(ErasingTest)
#include "erasing_test.moc"
