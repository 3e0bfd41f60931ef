#include <QTest>

#include "tests/support/replica_fixture.h"

using namespace puente;
using namespace puente::test;

/// A second device of an office asks its office's root to certify it; the root certifies no stranger's keys.
class CertifyingTest : public QObject {
    Q_OBJECT

    static constexpr std::uint64_t kAna = 1, kBeto = 2;

    static Invite offer(Peer& admin, std::optional<OrganizationId> only) {
        return *admin->offerInvite(admin.space(), Role::Admin, admin.clock().now() + std::chrono::hours(1), "x", only);
    }
    static OrganizationId organizationOf(const Peer& peer) { return peer.keys().certificate.organization; }

    /// What a new device, whose keys no root knows, asks for with this invite: to be one of `office`.
    static JoinRequest ask(const Invite& invite, const DeviceCertificate& office, std::uint64_t seed = 77) {
        const Office device = Office::make(seed);
        DeviceCertificate keys{
            office.organization, office.recovery, device.certificate.device, device.certificate.sealing, {}};
        return JoinRequest::sign({.space = invite.space, .invite = invite.id(), .joiner = keys, .sealedDetails = {}},
                                 SigningKey::fromSeed(invite.secret), device.signing);
    }
    static Result<Done, ReplicaFault> admit(Peer& peer, const JoinRequest& request, std::uint64_t rootOf) {
        const Office office = Office::make(rootOf);
        return peer->admit(request, &office.root);
    }
    static bool isNotAllowed(const auto& result) { return !result.ok() && result.fault() == ReplicaFault::NotAllowed; }
    static bool isMember(Peer& peer, const JoinRequest& request) {
        return peer->membership(peer.space()).find(request.content().joiner.device) != nullptr;
    }

private slots:
    void theRootCertifiesADeviceOnAnInviteOfItsOwn() {
        Peer ana(kAna);
        ana.found();
        const JoinRequest request = ask(offer(ana, organizationOf(ana)), ana.keys().certificate);
        QVERIFY(ana->keepJoinRequest(request).ok());
        QVERIFY(ana->waitingJoiners(ana.space()).front().needsRoot);
        QVERIFY(admit(ana, request, kAna).ok() && isMember(ana, request));
        QVERIFY(ana->membership(ana.space()).find(request.content().joiner.device)->certificate.isAuthentic());
    }

    void withoutTheRootNobodyIsCertified() {
        Peer ana(kAna);
        ana.found();
        const JoinRequest request = ask(offer(ana, organizationOf(ana)), ana.keys().certificate);
        QVERIFY(isNotAllowed(ana->admit(request)));
        QVERIFY(isNotAllowed(admit(ana, request, kBeto)));
        QVERIFY(!isMember(ana, request));
    }

    /// Whoever holds an invite of another administrator could name this office and have keys of his own certified.
    void theRootCertifiesNothingOnAnothersInvite() {
        Peer ana(kAna), beto(kBeto);
        ana.found();
        beto.join(ana, Role::Admin);
        const Invite trap = offer(beto, organizationOf(ana));
        beto.sendTo(ana);
        const JoinRequest request = ask(trap, ana.keys().certificate);
        QVERIFY(isNotAllowed(admit(ana, request, kAna)));
        QVERIFY(!isMember(ana, request));
    }

    void theRootCertifiesNothingOnAnInviteForAnybody() {
        Peer ana(kAna);
        ana.found();
        const JoinRequest request = ask(offer(ana, std::nullopt), ana.keys().certificate);
        QVERIFY(isNotAllowed(admit(ana, request, kAna)));
    }

    void theRootCertifiesNoForeignRecoveryKey() {
        Peer ana(kAna), beto(kBeto);
        ana.found();
        DeviceCertificate mixed = ana.keys().certificate;
        mixed.recovery = beto.keys().certificate.recovery;
        const JoinRequest request = ask(offer(ana, organizationOf(ana)), mixed);
        QVERIFY(isNotAllowed(admit(ana, request, kAna)));
    }

    void theRootRevokesItsOwnDevicesOnly() {
        Peer ana(kAna), beto(kBeto);
        ana.found();
        beto.join(ana, Role::Editor);
        const Office own = Office::make(kBeto);
        QVERIFY(isNotAllowed(beto->revokeDevice(beto.space(), ana.device(), &own.root)));
        QVERIFY(isNotAllowed(beto->revokeDevice(beto.space(), beto.device())));
        QVERIFY(beto->revokeDevice(beto.space(), beto.device(), &own.root).ok());
        beto.sendTo(ana);
        QVERIFY(ana->membership(ana.space()).find(beto.device()) == nullptr);
    }

    void theNewestChangeTellsWhenADeviceLastWrote() {
        Peer ana(kAna), beto(kBeto);
        ana.found();
        beto.join(ana);
        QVERIFY(!ana->newestChange(ana.space(), beto.device())->has_value());
        beto.create({std::string("uno")});
        const auto written = *beto->newestChange(beto.space(), beto.device()); // not sealed yet
        QVERIFY(written.has_value());
        beto.sendTo(ana);
        QVERIFY(*ana->newestChange(ana.space(), beto.device()) == written);
    }
};

QTEST_GUILESS_MAIN(CertifyingTest)
#include "certifying_test.moc"
