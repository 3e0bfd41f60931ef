#include <QTest>

#include "tests/support/effort.h"
#include "tests/support/evil_server.h"
#include "tests/support/hand_client.h"
#include "tests/support/prng.h"
#include "tests/support/thief.h"

using namespace puente;
using namespace puente::test;
using Incident = SyncSummary::Incident;

/// A server that hands over other keys, altered or older forms, or what belongs elsewhere: nothing of it is believed,
/// no key of its own comes to stand among the members', and nothing is sealed to it.
class LyingServerKeysTest : public QObject {
    Q_OBJECT

private slots:
    void noKeyCanBeSubstituted_data();
    void noKeyCanBeSubstituted();
    void nothingSignedAnewIsBelieved_data();
    void nothingSignedAnewIsBelieved();
    void noGhostIsAdmittedInTheFoundersName();
    void aJoinersKeysCannotBeReplacedOnTheWay();
    void nothingIsSealedToTheServer();
    void aRemovedDeviceIsSentNoKeys();
    void noBitMayBeFlipped();
    void whatBelongsElsewhereIsRefused_data();
    void whatBelongsElsewhereIsRefused();
    void noOtherVersionIsTaken_data();
    void noOtherVersionIsTaken();
    void aServerThatClaimsAnotherVersionIsTold();
};

namespace {

Substitution substitutionOf(NewcomerWorld& world, const QString& whose, const QString& which) {
    const SyncOffice& office = whose == "founder" ? world.founder : whose == "editor" ? world.editor : world.newcomer;
    const DeviceCertificate &honest = office.keys().certificate, &own = thief().certificate;
    if (which == "device") return put(own.device, honest.device);
    if (which == "sealing") return put(own.sealing, honest.sealing);
    if (which == "organization") return put(own.organization, honest.organization);
    if (which == "recovery") return put(own.recovery, honest.recovery);
    const auto& invites = world.founder.replica().membership(world.space).invites;
    const auto used = std::ranges::find_if(invites, [&](const auto& at) { return at.second.usedBy == honest.device; });
    expects(used != invites.end());
    return put(thief().device(), used->first);
}

/// The epoch keys that are handed over, each sealed to somebody.
std::vector<KeyObject::Entry> envelopesIn(const std::vector<Frame>& frames) {
    std::vector<KeyObject::Entry> envelopes;
    for (const PushFrame& push : only<PushFrame>(frames)) {
        if (push.kind != EntryKind::KeyObject) continue;
        const auto object = KeyObject::parse(push.bytes);
        envelopes.insert(envelopes.end(), object->content().entries.begin(), object->content().entries.end());
    }
    return envelopes;
}

Bytes wireOf(const auto& entry) {
    return {entry.wire().begin(), entry.wire().end()};
}

} // namespace

// A01
void LyingServerKeysTest::noKeyCanBeSubstituted_data() {
    QTest::addColumn<QString>("whose");
    QTest::addColumn<QString>("which");
    for (const char* whose : {"founder", "editor", "newcomer"})
        for (const char* which : {"device", "sealing", "organization", "recovery", "invite"})
            if (QString(whose) != "founder" || QString(which) != "invite")
                QTest::addRow("%s of the %s", which, whose) << whose << which;
}

void LyingServerKeysTest::noKeyCanBeSubstituted() {
    QFETCH(QString, whose);
    QFETCH(QString, which);
    NewcomerWorld world;
    const Substitution keys = substitutionOf(world, whose, which);
    int count = 0;
    EvilServer evil(world.server);
    evil.onDown = each<EntryFrame>([&](EntryFrame& entry) { count += substitute(entry.bytes, keys); });
    const SyncSummary summary = evil.meet(world.newcomer, world.space);
    QVERIFY(count > 0);
    QVERIFY(!summary.receipt && (hasIncident(summary, Incident::NotAuthentic) || evil.fault));
    QVERIFY(!isAmongMembers(world.newcomer, world.space));
    QVERIFY(world.isWell());
    QVERIFY(!isAmongMembers(world.newcomer, world.space));
}

void LyingServerKeysTest::nothingSignedAnewIsBelieved_data() {
    QTest::addColumn<QString>("what");
    for (const char* what : {"records", "keys", "segments"})
        QTest::newRow(what) << what;
}

// The server signs everything of one kind with a key of its own, under its own name: perfectly authentic, by nobody.
void LyingServerKeysTest::nothingSignedAnewIsBelieved() {
    QFETCH(QString, what);
    NewcomerWorld world;
    SeededEntropy entropy(8);
    EvilServer evil(world.server);
    evil.onDown = each<EntryFrame>([&](EntryFrame& entry) {
        if (what == "records" && entry.kind == EntryKind::Membership) {
            MembershipRecord::Content content = MembershipRecord::parse(entry.bytes)->content();
            if (!std::holds_alternative<CreateSpace>(content.act)) content.author = thief().device();
            entry.bytes = forgeRecord(content, thief().signing);
        }
        if (what == "keys" && entry.kind == EntryKind::KeyObject) {
            KeyObject::Content content = KeyObject::parse(entry.bytes)->content();
            content.author = thief().device();
            const SealingId& reader = world.newcomer.keys().certificate.sealing;
            content.entries = {{KeyObject::tagOf(reader), sealTo(reader, Bytes(32, 1), entropy)}};
            entry.bytes = wireOf(KeyObject::sign(content, thief().signing));
        }
        if (what == "segments" && entry.kind == EntryKind::Segment) {
            const Segment honest = *Segment::parse(entry.bytes);
            SegmentHeader header = honest.header();
            header.log.device = thief().device();
            const std::size_t sealedSize = honest.wire().size() - kSegmentHeaderSize - Signature::kSize;
            const ByteView sealed = honest.wire().subspan(kSegmentHeaderSize, sealedSize);
            entry.bytes = wireOf(Segment::sign(header, Bytes(sealed.begin(), sealed.end()), thief().signing));
        }
    });
    const SyncSummary summary = evil.meet(world.newcomer, world.space);
    QVERIFY(!summary.receipt && !summary.incidents.empty());
    QCOMPARE(world.newcomer.recordCount(world.space), std::uint64_t{0});
    QVERIFY(!isAmongMembers(world.newcomer, world.space));
    QVERIFY(world.isWell());
}

// A02: numbered, chained and signed for as if it had been so; only the founder's signature is wanting.
void LyingServerKeysTest::noGhostIsAdmittedInTheFoundersName() {
    SyncWorld world;
    const SigningKey invite = inviteKey(6);
    std::vector<Bytes> forged;
    Hash parent = world.founder.replica().membership(world.space).heads.front();
    for (const MembershipAct& act : std::vector<MembershipAct>{
             offerOf(invite, Role::Admin), admissionOf(world.space, invite, Role::Admin, thief())}) {
        forged.push_back(forgeRecord({world.space, world.founder.device(), {parent}, act}, thief().signing));
        parent = entryHash(EntryKind::Membership, forged.back());
    }
    EvilServer evil(world.server);
    evil.onDown = [&](std::vector<Frame>& frames) {
        auto& receipt = std::get<ReceiptFrame>(frames[1]); // there is no news
        LogPosition& at = receipt.at;
        std::vector<Frame> entries;
        for (const Bytes& record : forged) {
            const Hash hash = entryHash(EntryKind::Membership, record);
            at = {at.position + 1, runningHash(at.running, EntryKind::Membership, hash)};
            entries.push_back(EntryFrame{at.position, EntryKind::Membership, world.space, record});
        }
        signReceipt(receipt, world.server.signer(), world.reader, world.server.store().instance(), {});
        frames.insert(frames.begin() + 1, entries.begin(), entries.end());
    };
    const SyncSummary summary = evil.meet(world.reader, world.space);
    QVERIFY(!summary.receipt && hasIncident(summary, Incident::NotAuthentic));
    QVERIFY(!isAmongMembers(world.reader, world.space));
    QVERIFY(endsWell(world, 0));
}

void LyingServerKeysTest::aJoinersKeysCannotBeReplacedOnTheWay() {
    SyncWorld world;
    SyncOffice joiner(4);
    world.founder.invite(world.space, Role::Editor, joiner);
    sync(world.founder, world.server, world.space);
    sync(joiner, world.server, world.space);
    const auto replace = [&](const JoinRequest::Content& content, const SigningKey& invite) {
        JoinRequest::Content own = content;
        own.joiner = thief().certificate;
        own.invite = invite.publicId<InviteId>();
        return wireOf(JoinRequest::sign(own, invite, thief().signing));
    };
    for (const bool underOwnInvite : {false, true}) {
        EvilServer evil(world.server);
        evil.onDown = each<JoinFrame>([&](JoinFrame& join) {
            const JoinRequest honest = *JoinRequest::parse(join.request);
            if (underOwnInvite) // it has no other's secret
                join.request = replace(honest.content(), inviteKey(5));
            else
                substitute(join.request, put(thief().device(), joiner.device()));
        });
        const SyncSummary summary = evil.meet(world.founder, world.space);
        QVERIFY(underOwnInvite ? summary.receipt : evil.fault == Initiator::Fault::Protocol);
        QCOMPARE(summary.admitted, 0U);
        QVERIFY(!isAmongMembers(world.founder, world.space));
    }
    QCOMPARE(sync(world.founder, world.server, world.space).admitted, 1U);
    QVERIFY(endsWell({&joiner, &world.founder, &world.editor, &world.reader}, world.server, world.space, 0));
}

void LyingServerKeysTest::nothingIsSealedToTheServer() {
    SyncWorld world;
    SyncOffice joiner(4);
    EvilServer ear(world.server);
    world.founder.invite(world.space, Role::Editor, joiner);
    ear.meet(world.founder, world.space);
    sync(joiner, world.server, world.space);
    ear.meet(world.founder, world.space);
    const auto envelopes = envelopesIn(ear.sentUp);
    QVERIFY(!envelopes.empty());
    for (const KeyObject::Entry& entry : envelopes)
        QVERIFY(!thief().sealing.open(entry.sealed) && !thief().root.recovery().open(entry.sealed));
}

// A34
void LyingServerKeysTest::aRemovedDeviceIsSentNoKeys() {
    SyncWorld world;
    const OrganizationId removed = world.editor.keys().certificate.organization;
    QVERIFY(world.founder.replica().removeOrganization(world.space, removed).ok());
    EvilServer ear(world.server);
    QCOMPARE(ear.meet(world.founder, world.space).keysRenewed, 1U);
    for (const KeyObject::Entry& entry : envelopesIn(ear.sentUp))
        QVERIFY(!world.editor.keys().sealing.open(entry.sealed));
    EvilServer asked(world.server);
    asked.meet(world.editor, world.space);
    QVERIFY(only<EntryFrame>(asked.sentDown).empty());
    world.founder.write(world.space);
    QVERIFY(endsWell({&world.founder, &world.reader}, world.server, world.space, 1));
    QCOMPARE(world.editor.recordCount(world.space), std::uint64_t{0});
}

// A10
void LyingServerKeysTest::noBitMayBeFlipped() {
    Prng prng(3);
    for (std::size_t i = 0; i < effort(40); ++i) {
        NewcomerWorld world;
        EvilServer evil(world.server);
        int flipped = 0;
        evil.onDown = [&](std::vector<Frame>& frames) {
            auto& frame = frames[static_cast<std::size_t>(prng.below(frames.size()))];
            auto* entry = std::get_if<EntryFrame>(&frame);
            if (entry == nullptr) return;
            entry->bytes[static_cast<std::size_t>(prng.below(entry->bytes.size()))] ^=
                static_cast<std::uint8_t>(1U << prng.below(8));
            ++flipped;
        };
        const SyncSummary summary = evil.meet(world.newcomer, world.space);
        QVERIFY(flipped == 0 || (!summary.receipt && (evil.fault || !summary.incidents.empty())));
        if (i % 10 == 0) QVERIFY(world.isWell());
    }
}

// A11
void LyingServerKeysTest::whatBelongsElsewhereIsRefused_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("records") << int(EntryKind::Membership);
    QTest::newRow("keys") << int(EntryKind::KeyObject);
    QTest::newRow("segments") << int(EntryKind::Segment);
}

void LyingServerKeysTest::whatBelongsElsewhereIsRefused() {
    QFETCH(int, kind);
    NewcomerWorld world;
    const SpaceId other = *world.founder.replica().createSpace("Otro", "", "OSC");
    world.founder.write(other);
    sync(world.founder, world.server, other);
    const auto foreign = *world.server.store().read(other, 0, EntryKind(kind), 1'000'000);
    EvilServer evil(world.server);
    evil.onDown = each<EntryFrame>([&](EntryFrame& entry) {
        if (entry.kind == EntryKind(kind)) entry.bytes = foreign.front().bytes;
    });
    const SyncSummary summary = evil.meet(world.newcomer, world.space);
    QVERIFY(!summary.receipt && (hasIncident(summary, Incident::NotAuthentic) || evil.fault));
    QCOMPARE(world.newcomer.recordCount(world.space), std::uint64_t{0});
    QVERIFY(world.isWell());
}

// A31
void LyingServerKeysTest::noOtherVersionIsTaken_data() {
    whatBelongsElsewhereIsRefused_data();
}

void LyingServerKeysTest::noOtherVersionIsTaken() {
    QFETCH(int, kind);
    for (const std::uint8_t version : std::vector<std::uint8_t>{0, 2, 255}) {
        NewcomerWorld world;
        EvilServer evil(world.server);
        evil.onDown = each<EntryFrame>([&](EntryFrame& entry) {
            if (entry.kind == EntryKind(kind)) entry.bytes[0] = version;
        });
        const SyncSummary summary = evil.meet(world.newcomer, world.space);
        QVERIFY(!summary.receipt && (hasIncident(summary, Incident::NotAuthentic) || evil.fault));
        QVERIFY(world.isWell());
    }
}

void LyingServerKeysTest::aServerThatClaimsAnotherVersionIsTold() {
    NewcomerWorld world;
    EvilServer evil(world.server);
    evil.onDown = [](std::vector<Frame>& frames) { frames = {ErrorFrame{SessionError::Version}}; };
    evil.meet(world.newcomer, world.space);
    QVERIFY(evil.fault == Initiator::Fault::Server && evil.error == SessionError::Version);
    QVERIFY(world.isWell());
}

QTEST_APPLESS_MAIN(LyingServerKeysTest)
#include "lying_server_keys_test.moc"
