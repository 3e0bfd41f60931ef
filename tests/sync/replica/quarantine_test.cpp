#include <QTest>

#include "tests/support/replica_fixture.h"

using namespace puente;
using namespace puente::test;

/// What somebody wrote beyond the limit of a log that was closed is kept and never counts, whichever came first: the
/// writing or the closing.
class QuarantineTest : public QObject {
    Q_OBJECT

    /// An admin, two editors, and a record of the second that everybody has.
    struct World {
        Peer ana{1}, beto{2}, carla{3};
        Dot early;

        World() {
            ana.found();
            beto.join(ana);
            carla.join(ana);
            beto.receive({});
            early = beto.create({std::string("a tiempo")});
            exchange(beto, ana);
            exchange(beto, carla);
            exchange(ana, beto);
        }
        static void exchange(Peer& from, Peer& to) { from.sendTo(to); }
        OrganizationId organizationOf(const Peer& peer) const { return peer.keys().certificate.organization; }
        void remove() { QVERIFY(ana->removeOrganization(ana.space(), organizationOf(beto)).ok()); }
        bool has(Peer& peer, const char* text) {
            bool found = false;
            const auto look = [&](const Dot&, const RecordState& record) {
                for (const FieldState& field : record.fields())
                    for (const LiveValue& value : field.values)
                        if (value.value == Value(std::string(text))) found = true;
                return true;
            };
            return peer->forEach(peer.space(), 1, look).ok() && found;
        }
    };

private slots:
    void whatARemovedOfficeWroteLaterIsKeptApart() {
        World world;
        world.remove();
        world.beto.create({std::string("tarde")});
        const auto late = world.beto.segments();
        const auto report = world.ana.receive(late);
        QVERIFY(std::count(report.outcomes.begin(), report.outcomes.end(), Reception::Quarantined) == 1);
        QVERIFY(world.has(world.ana, "a tiempo") && !world.has(world.ana, "tarde"));
        QCOMPARE(world.ana.counts().quarantined, 1U);
        const auto kept = world.ana->quarantined(world.ana.space());
        QVERIFY(kept.ok() && kept->size() == 1 && kept->front().changeSets == 1);
        QVERIFY(world.ana->quarantinedSegments(world.ana.space(), kept->front().log)->front().hash() ==
                Segment::parse(late.back())->hash());
        QCOMPARE(world.ana.receive(late).outcomes.back(), Reception::Known);
    }

    // Dora could not know that whoever let Carla in had no right to it any more.
    void whatSpeaksOfOneWhoTurnedOutAStrangerIsTakenAllTheSame() {
        Peer ana(1), beto(2), carla(3), dora(4);
        ana.found();
        beto.join(ana, Role::Admin);
        dora.join(ana);
        QVERIFY(ana->removeOrganization(ana.space(), beto.keys().certificate.organization).ok());
        carla.join(beto);
        const Dot record = carla.create({std::string("de carla")});
        beto.sendTo(dora);
        carla.sendTo(dora);
        const Dot same{dora.dot(carla, record.sequence).log, record.sequence, record.index};
        QCOMPARE(dora.values(same, kFirstSchemaField).size(), 1);
        dora.write(same, kFirstSchemaField, std::string("de dora"));
        const Dot own = dora.create({std::string("de dora")});
        dora.segments();
        dora.sendTo(ana);
        QCOMPARE(ana.values(ana.translate(own, dora), kFirstSchemaField).size(), 1);
        QCOMPARE(ana->heights(ana.space()).size(), 1); // hers alone
        ana.sendTo(dora);
        QVERIFY(ana.stateHash() == dora.stateHash());
    }

    void itMakesNoDifferenceWhichCameFirst() {
        World world;
        world.beto.create({std::string("tarde")});
        world.exchange(world.beto, world.carla); // she takes it, since she knows of no removal
        QVERIFY(world.has(world.carla, "tarde"));
        world.remove();
        world.exchange(world.ana, world.carla);
        QVERIFY(world.has(world.carla, "a tiempo") && !world.has(world.carla, "tarde"));
        QCOMPARE(world.carla.counts().quarantined, 1U);
        QVERIFY(world.carla.stateHash() == world.ana.stateHash());
        const Hash before = world.carla.stateHash();
        QVERIFY(world.carla->rebuild().ok());
        QVERIFY(world.carla.stateHash() == before);
    }

    void whatFollowsInQuarantineIsKeptToo() {
        World world;
        world.remove();
        world.beto.create({std::string("tarde")});
        const auto first = world.beto.segments();
        world.beto.create({std::string("más tarde")});
        world.ana.receive(first);
        const auto both = world.beto.segments();
        QCOMPARE(world.ana.receive(both).outcomes.back(), Reception::Quarantined);
        QCOMPARE(world.ana.counts().quarantined, 2U);
    }

    void aCutCannotTakeAwayWhatItsAuthorHadSeen() {
        World world;
        world.ana.create({std::string("visto lo de beto")}); // declares that she has seen his log
        world.exchange(world.ana, world.carla);
        // Signed by hand: a cut at nothing, with what her own log had declared in it.
        const auto heights = world.ana->heights(world.ana.space());
        const auto own =
            std::ranges::find(heights, world.ana.device(), [](const LogHeight& log) { return log.log.device; });
        QVERIFY(own != heights.end());
        const RemoveOrganization low{world.organizationOf(world.beto), {.declared = *own, .heights = {}}};
        const MembershipRecord::Content content{world.ana.space(), world.ana.device(),
                                                world.ana->membership(world.ana.space()).heads, low};
        const auto record = MembershipRecord::sign(content, {}, world.ana.keys().signing);
        const Bytes wire(record.wire().begin(), record.wire().end());
        QVERIFY(world.carla->receive(world.ana.space(), {{EntryKind::Membership, wire}}).ok());
        QVERIFY(!world.carla->membership(world.ana.space()).find(world.beto.device()));
        QVERIFY(world.has(world.carla, "a tiempo"));
    }

    void aCutAtNothingByOneWhoHadSeenNothingHolds() {
        World world;
        const RemoveOrganization low{world.organizationOf(world.beto), {}};
        const MembershipRecord::Content content{world.ana.space(), world.ana.device(),
                                                world.ana->membership(world.ana.space()).heads, low};
        const auto record = MembershipRecord::sign(content, {}, world.ana.keys().signing);
        const Bytes wire(record.wire().begin(), record.wire().end());
        QVERIFY(world.carla->receive(world.ana.space(), {{EntryKind::Membership, wire}}).ok());
        QVERIFY(!world.has(world.carla, "a tiempo"));
        QCOMPARE(world.carla.counts().quarantined, 1U);
    }

    void anAdminAdoptsWhatWasKeptApart() {
        World world;
        const Dot plan = world.beto.create({std::string("plan")});
        world.exchange(world.beto, world.ana);
        world.exchange(world.beto, world.carla);
        world.remove();
        world.exchange(world.ana, world.carla);
        world.beto.write(plan, kFirstSchemaField, std::string("plan corregido"));
        const Dot late = world.beto.create({std::string("tarde")});
        world.beto.write(late, kFirstSchemaField, std::string("tarde y corregido"));
        world.ana.receive(world.beto.segments());
        const auto kept = world.ana->quarantined(world.ana.space());
        QVERIFY(kept.ok() && !kept->front().isAdopted);
        QVERIFY(!world.has(world.ana, "plan corregido"));

        const auto adopted = world.ana->adopt(world.ana.space(), kept->front().log);
        QVERIFY(adopted.ok());
        QCOMPARE(*adopted, 3U);
        QVERIFY(world.has(world.ana, "plan corregido") && !world.has(world.ana, "plan"));
        QVERIFY(world.has(world.ana, "tarde y corregido") && !world.has(world.ana, "tarde"));
        QVERIFY(world.ana->quarantined(world.ana.space())->front().isAdopted);
        world.exchange(world.ana, world.carla);
        QVERIFY(world.has(world.carla, "tarde y corregido"));
        QVERIFY(world.carla.stateHash() == world.ana.stateHash());
        QVERIFY(world.ana->rebuild().ok());
        QVERIFY(world.carla.stateHash() == world.ana.stateHash());
    }

    void onlyAnAdminAdopts() {
        World world;
        world.remove();
        world.exchange(world.ana, world.carla);
        world.beto.create({std::string("tarde")});
        world.carla.receive(world.beto.segments());
        const auto kept = world.carla->quarantined(world.carla.space());
        QVERIFY(kept.ok() && kept->size() == 1);
        QVERIFY(world.carla->adopt(world.carla.space(), kept->front().log).fault() == ReplicaFault::NotAllowed);
    }

    void aReaderMayWriteNoMore() {
        World world;
        QVERIFY(world.ana->changeRole(world.ana.space(), world.organizationOf(world.beto), Role::Reader).ok());
        world.beto.create({std::string("tarde")});
        world.ana.receive(world.beto.segments());
        QVERIFY(world.has(world.ana, "a tiempo") && !world.has(world.ana, "tarde"));
        world.exchange(world.ana, world.beto);
        QVERIFY(world.beto->findSpace(world.ana.space())->role == Role::Reader);
        QVERIFY(world.beto.stateHash() == world.ana.stateHash()); // it is a member, and sees what all see
        QCOMPARE(world.beto.counts().quarantined, 1U);
    }

    void whatAReaderHadNotSealedIsKeptApartToo() {
        World world;
        world.beto.create({std::string("sellado")});
        world.beto.segments();
        world.beto.create({std::string("sin sellar")});
        QVERIFY(world.ana->changeRole(world.ana.space(), world.organizationOf(world.beto), Role::Reader).ok());
        world.exchange(world.ana, world.beto);
        QCOMPARE(world.beto.counts().quarantined, 2U);
        QCOMPARE(world.beto.counts().unsealed, 0U);
        QVERIFY(world.beto.stateHash() == world.ana.stateHash());
    }

    void whoMayWriteAgainGoesOnInANewLog() {
        World world;
        const OrganizationId office = world.organizationOf(world.beto);
        QVERIFY(world.ana->changeRole(world.ana.space(), office, Role::Reader).ok());
        world.beto.create({std::string("tarde")});
        world.exchange(world.ana, world.beto);
        QVERIFY(world.ana->changeRole(world.ana.space(), office, Role::Editor).ok());
        world.exchange(world.ana, world.beto);
        QCOMPARE(world.beto->findSpace(world.ana.space())->ownLog.incarnation, 2U);
        world.beto.create({std::string("de nuevo")});
        world.exchange(world.beto, world.ana);
        world.exchange(world.beto, world.carla);
        world.exchange(world.ana, world.carla);
        for (Peer* peer : {&world.ana, &world.beto, &world.carla}) {
            QVERIFY(world.has(*peer, "a tiempo") && world.has(*peer, "de nuevo") && !world.has(*peer, "tarde"));
            QVERIFY(peer->stateHash() == world.ana.stateHash());
        }
    }
};

QTEST_APPLESS_MAIN(QuarantineTest)
#include "quarantine_test.moc"
