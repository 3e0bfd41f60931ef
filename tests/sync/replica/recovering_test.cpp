#include <QTest>

#include "tests/support/replica_fixture.h"

using namespace puente;
using namespace puente::test;

namespace {

/// Another device of the office with this seed: new keys, certified by the root as it stands on the kit.
class NewLaptop {
public:
    explicit NewLaptop(std::uint64_t seed)
        : root(Office::make(seed).root), m_entropy(seed + 9'000), m_keys(keysFrom(root, m_entropy)) {
        replica = std::move(*Replica::open(memoryDatabase(), m_keys, m_entropy, m_clock));
    }

    DeviceId device() const { return m_keys.certificate.device; }
    Result<Replica::Recovered, ReplicaFault> recover(Peer& from, std::vector<DeviceId> kept = {}) {
        return replica->recover(from.space(), "", everythingOf(from.replica(), from.space()), root, kept);
    }
    /// All that a bundle holds of a space.
    static std::vector<Replica::Arrival> everythingOf(Replica& from, const SpaceId& space) {
        expects(from.seal(space).ok());
        std::vector<Replica::Arrival> all;
        for (const MembershipRecord& record : *from.membershipRecords(space))
            all.push_back({EntryKind::Membership, Bytes(record.wire().begin(), record.wire().end())});
        for (Bytes& object : *from.keyObjects(space))
            all.push_back({EntryKind::KeyObject, std::move(object)});
        for (const LogHeight& log : from.heights(space))
            for (const Segment& segment : *from.segmentsAfter(space, log.log, 0, std::size_t{1} << 30))
                all.push_back({EntryKind::Segment, Bytes(segment.wire().begin(), segment.wire().end())});
        return all;
    }
    Replica* operator->() { return replica.get(); }

    OrganizationRoot root;
    std::unique_ptr<Replica> replica;

private:
    static DeviceKeys keysFrom(const OrganizationRoot& root, Entropy& entropy) {
        SigningKey signing = SigningKey::generate(entropy);
        SealingKey sealing = SealingKey::generate(entropy);
        const auto certificate = DeviceCertificate::issue(root, signing.publicId<DeviceId>(), sealing.publicId());
        return {std::move(signing), std::move(sealing), certificate};
    }

    SeededEntropy m_entropy;
    HandClock m_clock;
    DeviceKeys m_keys;
};

} // namespace

/// An office that lost its laptop comes back with its kit and what any member hands over, and the lost one is out.
class RecoveringTest : public QObject {
    Q_OBJECT

private slots:
    void theKitAndABundleBringAnOfficeBack();
    void whatItWritesReachesTheOthers();
    void theLostDeviceIsCutAtWhatWasHandedOver();
    void devicesThatAreNotLostAreKept();
    void anEpochBegunAfterTheLossIsOpenedToo();
    void anOfficeWhoseOnlyDeviceWasRevokedIsStillSealedTo();
    void anotherOrganisationsKitOpensNothing();
    void aRemovedOrganisationDoesNotComeBack();
    void nothingIsLeftOfARecoveryThatFailed();
};

void RecoveringTest::theKitAndABundleBringAnOfficeBack() {
    Peer admin(1), lost(2);
    admin.found();
    lost.join(admin);
    admin.create({std::string("Plan")});
    NewLaptop laptop(2);
    const auto recovered = laptop.recover(admin);
    QVERIFY(recovered.ok());
    QCOMPARE(recovered->changeSets, 1U);
    QVERIFY(recovered->revoked == std::vector{lost.device()});
    const SpaceInfo* info = laptop->findSpace(admin.space());
    QVERIFY(info->role == Role::Editor && info->name == "Plan regional");
    QVERIFY(*laptop->stateHash(admin.space()) == admin.stateHash());
}

void RecoveringTest::whatItWritesReachesTheOthers() {
    Peer admin(1), lost(2);
    admin.found();
    lost.join(admin);
    NewLaptop laptop(2);
    QVERIFY(laptop.recover(admin).ok());
    const Dot self{.log = laptop->findSpace(admin.space())->ownLogNumber, .sequence = 0, .index = 0};
    QVERIFY(laptop->commit(admin.space(), "Ana", 1, {{.record = self, .field = kTypeField, .value = Symbol{1}}}).ok());
    const auto report = admin->receive(admin.space(), NewLaptop::everythingOf(*laptop.replica, admin.space()));
    QVERIFY(report.ok());
    QCOMPARE(report->changeSets, 1U);
    const Membership& membership = admin->membership(admin.space());
    QVERIFY(membership.find(laptop.device()) && !membership.find(lost.device()));
    QVERIFY(membership.isRotationOwed);
    QVERIFY(admin->tendKeys(admin.space())->rotated);
    QVERIFY(laptop->receive(admin.space(), NewLaptop::everythingOf(admin.replica(), admin.space())).ok());
    admin.create({std::string("Después")});
    QVERIFY(laptop->receive(admin.space(), NewLaptop::everythingOf(admin.replica(), admin.space())).ok());
    QVERIFY(*laptop->stateHash(admin.space()) == admin.stateHash());
}

void RecoveringTest::theLostDeviceIsCutAtWhatWasHandedOver() {
    Peer admin(1), lost(2);
    admin.found();
    lost.join(admin);
    lost.create({std::string("Entregado")});
    lost.sendTo(admin);
    lost.create({std::string("Nunca entregado")});
    NewLaptop laptop(2);
    QVERIFY(laptop.recover(admin).ok());
    const WritingRights* rights = laptop->membership(admin.space()).writingOf(lost.device());
    QVERIFY(rights && rights->closings.size() == 1);
    const LogId log{.device = lost.device(), .incarnation = 1};
    QCOMPARE(rights->closings[0].heightOf(log).sequence, std::uint64_t{1});
}

void RecoveringTest::devicesThatAreNotLostAreKept() {
    Peer admin(1), other(2);
    admin.found();
    other.join(admin);
    NewLaptop laptop(2);
    const auto recovered = laptop.recover(admin, {other.device()});
    QVERIFY(recovered.ok() && recovered->revoked.empty());
    QVERIFY(laptop->membership(admin.space()).find(other.device()));
}

void RecoveringTest::anEpochBegunAfterTheLossIsOpenedToo() {
    Peer admin(1), lost(2);
    admin.found();
    lost.join(admin);
    admin.create({std::string("Antes")});
    QVERIFY(admin->seal(admin.space()).ok());
    QVERIFY(admin->rotateEpoch(admin.space()).ok());
    admin.create({std::string("Después")});
    NewLaptop laptop(2);
    const auto recovered = laptop.recover(admin);
    QVERIFY(recovered.ok());
    QCOMPARE(recovered->changeSets, 2U);
}

/// The laptop was stolen, revoked and the key renewed before the office had another one.
void RecoveringTest::anOfficeWhoseOnlyDeviceWasRevokedIsStillSealedTo() {
    Peer admin(1), stolen(2);
    admin.found();
    stolen.join(admin);
    QVERIFY(admin->revokeDevice(admin.space(), stolen.device()).ok());
    QVERIFY(admin->tendKeys(admin.space())->rotated);
    admin.create({std::string("Después del robo")});
    NewLaptop laptop(2);
    const auto recovered = laptop.recover(admin);
    QVERIFY(recovered.ok());
    QCOMPARE(recovered->changeSets, 1U);
    admin.sendTo(stolen);
    QCOMPARE(stolen.counts().records, std::uint64_t{0}); // but nothing to whoever has the old one
}

void RecoveringTest::anotherOrganisationsKitOpensNothing() {
    Peer admin(1), lost(2);
    admin.found();
    lost.join(admin);
    NewLaptop stranger(3);
    const auto recovered = stranger.recover(admin);
    QVERIFY(!recovered.ok() && recovered.fault() == ReplicaFault::NotAllowed);
}

void RecoveringTest::aRemovedOrganisationDoesNotComeBack() {
    Peer admin(1), lost(2);
    admin.found();
    lost.join(admin);
    QVERIFY(admin->removeOrganization(admin.space(), lost.keys().certificate.organization).ok());
    NewLaptop laptop(2);
    const auto recovered = laptop.recover(admin);
    QVERIFY(!recovered.ok() && recovered.fault() == ReplicaFault::NotAllowed);
}

void RecoveringTest::nothingIsLeftOfARecoveryThatFailed() {
    Peer admin(1), lost(2);
    admin.found();
    lost.join(admin);
    NewLaptop stranger(3);
    QVERIFY(!stranger.recover(admin).ok());
    QVERIFY(stranger->spaces().empty());
}

QTEST_APPLESS_MAIN(RecoveringTest)
#include "recovering_test.moc"
