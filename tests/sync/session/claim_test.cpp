#include <QTest>

#include "sync/erasable/erasable.h"
#include "sync/session/claimant.h"
#include "tests/support/relay_world.h"
#include "tests/support/seeded_entropy.h"

#include <functional>

using namespace puente;
using namespace puente::test;

/// An organisation whose devices are lost proves its root to a server and reads its spaces; nobody else does.
class ClaimTest : public QObject {
    Q_OBJECT

    /// One conversation over a wire that may change what the server says.
    static void talk(Claimant& claimant, Relay& relay, const std::function<void(Bytes&)>& onDown = {}) {
        const Instant now = instantOf(1'760'000'000'000);
        Responder responder(relay, {}, now);
        (void)claimant.start(now);
        while (!claimant.isDone() && !claimant.fault()) {
            const Bytes up = claimant.takeOutput();
            if (!up.empty()) (void)responder.feed(up, now);
            Bytes down = responder.takeOutput();
            if (onDown) onDown(down);
            if (up.empty() && down.empty()) break;
            if (!down.empty()) (void)claimant.feed(down, now);
        }
    }
    static ClaimFrame claimOf(const RelayWorld& world, const Office& office, const RequestFrame& request) {
        ClaimFrame claim{office.organization(), {}};
        claim.proof = office.root.signing().sign(Purpose::Claim, claim.proofMessage(world.relay.id(), request));
        return claim;
    }
    static bool wasRefused(const std::vector<Frame>& answer) {
        return only<ErrorFrame>(answer).size() == 1 && only<ClaimedFrame>(answer).empty();
    }

private slots:
    void theRootOfAMemberReadsItsSpaceWhole() {
        RelayWorld world;
        HandClient editor(world.relay, world.editor);
        const auto log = opaqueLog(world.space, world.editor, 3);
        editor.handOver(world.space, {pushOf(log[0]), pushOf(log[1]), pushOf(log[2])});
        SeededEntropy entropy(8);
        Claimant claimant(world.editor.root, entropy, {.server = world.relay.id()});
        talk(claimant, world.relay);
        QVERIFY(claimant.isDone());
        const auto spaces = claimant.takeSpaces();
        QVERIFY(spaces.size() == 1 && spaces[0].id == world.space);
        QCOMPARE(spaces[0].entries.size(), world.records.size() + log.size());
    }

    void whatWasErasedIsNamedWithoutItsBytes() {
        RelayWorld world;
        ErasableObject::Content content{
            .name = {world.space, world.editor.device(), Hash{}}, .key = {}, .sealed = Bytes(72, 5)};
        const ErasableObject object = ErasableObject::sign(content, world.editor.signing);
        const Erasure erasure = Erasure::sign(content.name, world.editor.signing);
        const auto push = [&](EntryKind kind, ByteView wire) {
            return PushFrame{kind, world.space, {wire.begin(), wire.end()}};
        };
        HandClient editor(world.relay, world.editor);
        editor.handOver(world.space,
                        {push(EntryKind::Erasable, object.wire()), push(EntryKind::Erasure, erasure.wire())});
        SeededEntropy entropy(8);
        Claimant claimant(world.editor.root, entropy, {.server = world.relay.id()});
        talk(claimant, world.relay);
        QVERIFY(claimant.isDone());
        const auto spaces = claimant.takeSpaces();
        QVERIFY(spaces.size() == 1 && spaces[0].entries.size() == world.records.size() + 1);
        QVERIFY(spaces[0].entries.back().kind == EntryKind::Erasure);
    }

    void aStrangersRootFindsNothing() {
        RelayWorld world;
        SeededEntropy entropy(8);
        Claimant claimant(world.outsider.root, entropy, {.server = world.relay.id()});
        talk(claimant, world.relay);
        QVERIFY(claimant.isDone() && claimant.takeSpaces().empty());
    }

    void aProvenStrangerReadsNoSpaceThatItNames() {
        RelayWorld world;
        HandClient client(world.relay, world.outsider);
        const RequestFrame request = client.request({client.from(world.space)});
        const auto answer = client.talk({request, claimOf(world, world.outsider, request)});
        QVERIFY(only<EntryFrame>(answer).empty());
        QVERIFY(only<StatusFrame>(answer).front().status == SpaceStatus::NotMember);
    }

    void whoWasRemovedReadsNoMore() {
        RelayWorld world;
        const RemoveOrganization act{.organization = world.editor.organization(), .cuts = {}};
        const MembershipRecord removal = actIn(world.space, world.founder, {world.records.back().hash()}, act);
        HandClient(world.relay, world.founder).handOver(world.space, {pushOf(removal)});
        SeededEntropy entropy(8);
        Claimant claimant(world.editor.root, entropy, {.server = world.relay.id()});
        talk(claimant, world.relay);
        QVERIFY(claimant.isDone() && claimant.takeSpaces().empty());
    }

    void aClaimThatAnotherSignedIsRefused() {
        RelayWorld world;
        HandClient client(world.relay, world.outsider);
        const RequestFrame request = client.request({});
        ClaimFrame claim = claimOf(world, world.outsider, request);
        claim.organization = world.editor.organization();
        QVERIFY(wasRefused(client.talk({request, claim})));
    }

    /// Whoever saw a claim pass cannot use it beside a request of their own.
    void aClaimServesBesideItsOwnRequestOnly() {
        RelayWorld world;
        HandClient rightful(world.relay, world.editor), thief(world.relay, world.outsider);
        const ClaimFrame claim = claimOf(world, world.editor, rightful.request({}));
        QVERIFY(wasRefused(thief.talk({thief.request({}), claim})));
    }

    void aClaimForAnotherServerIsRefused() {
        RelayWorld world;
        HandClient client(world.relay, world.editor);
        const RequestFrame request = client.request({});
        ClaimFrame claim{world.editor.organization(), {}};
        const auto other = RelayWorld::signer(77).publicId<ServerId>();
        claim.proof = world.editor.root.signing().sign(Purpose::Claim, claim.proofMessage(other, request));
        QVERIFY(wasRefused(client.talk({request, claim})));
    }

    void aClaimNeedsARequestAndComesOnce() {
        RelayWorld world;
        HandClient client(world.relay, world.editor);
        const RequestFrame request = client.request({});
        const ClaimFrame claim = claimOf(world, world.editor, request);
        QVERIFY(!client.send(claim).ok());
        HandClient again(world.relay, world.editor);
        QVERIFY(again.send(request).ok() && again.send(claim).ok() && !again.send(claim).ok());
    }

    void aServerThatKeepsBackAnEntryIsFoundOut() {
        RelayWorld world;
        SeededEntropy entropy(8);
        Claimant claimant(world.editor.root, entropy, {.server = world.relay.id()});
        bool dropped = false;
        talk(claimant, world.relay, [&](Bytes& down) {
            FrameReader reader{SessionLimits{}};
            reader.feed(down);
            Bytes kept;
            for (auto frame = reader.next(); frame.ok() && *frame; frame = reader.next()) {
                const bool isEntry = std::holds_alternative<EntryFrame>(**frame);
                if (isEntry && !std::exchange(dropped, true)) continue;
                append(kept, encodeFrame(**frame));
            }
            down = kept;
        });
        QVERIFY(dropped && claimant.fault() == Claimant::Fault::NotWhole);
    }

    void aReceiptOfAnotherServerIsFoundOut() {
        RelayWorld world;
        SeededEntropy entropy(8);
        Claimant claimant(world.editor.root, entropy, {.server = RelayWorld::signer(77).publicId<ServerId>()});
        talk(claimant, world.relay);
        QVERIFY(claimant.fault() == Claimant::Fault::Server); // which could not believe the request either
    }

    void moreThanMemoryHoldsIsNotRead() {
        RelayWorld world;
        SeededEntropy entropy(8);
        Claimant claimant(world.editor.root, entropy, {.server = world.relay.id(), .bytesMax = 500});
        talk(claimant, world.relay);
        QVERIFY(claimant.fault() == Claimant::Fault::TooMuch);
    }
};

QTEST_GUILESS_MAIN(ClaimTest)
#include "claim_test.moc"
