#include <QTest>

#include "sync/session/document_courier.h"
#include "tests/support/relay_world.h"
#include "tests/support/slow_line.h"

using namespace puente;
using namespace puente::test;
using Fault = DocumentCourier::Fault;

namespace {

/// A server that says what a test tells it to.
struct Liar {
    const SealedDocument& document;
    SpaceId space = *SpaceId::from(Bytes(16, 1));
    std::unique_ptr<DocumentStore> store = documentStore();
    SigningKey device = RelayWorld::signer(3);
    SeededEntropy entropy{4};
    Instant now = instantOf(1'760'000'000'000);
    std::unique_ptr<DocumentCourier> client = {};

    DocumentCourier& begin(std::vector<DocumentWish> handOver, std::vector<DocumentWish> fetch) {
        client = std::make_unique<DocumentCourier>(
            *store, device, entropy, DocumentCourier::Options{{}, std::move(handOver), std::move(fetch), {}});
        expects(client->start(now).ok());
        drain();
        return *client;
    }
    void fetching() { begin({}, {{space, document.id()}}); }
    void handingOver() {
        document.putInto(*store, space);
        begin({{space, document.id()}}, {});
    }
    void drain() {
        while (!client->takeOutput().empty()) {
        }
    }
    std::optional<Fault> say(const Frame& frame) {
        const auto fed = client->feed(encodeFrame(frame), now);
        if (!fed) return fed.fault();
        drain();
        return std::nullopt;
    }
    Frame index() const { return IndexFrame{space, {document.index.wire().begin(), document.index.wire().end()}}; }
    Frame piece(std::uint64_t begin, std::uint64_t end) const {
        const ByteView part = document.part(begin, end);
        return ServedPieceFrame{0, begin, {part.begin(), part.end()}};
    }
    std::uint64_t here() const { return store->documents(space)->front().bytesHere; }
};

} // namespace

/// What a server or a client says of documents, and is not so, ends the conversation or is dropped, and costs little.
class LyingAboutDocumentsTest : public QObject {
    Q_OBJECT

private:
    const SealedDocument m_document = DocumentWorld::document(150'000);
    const SealedDocument m_other = DocumentWorld::document(150'000, 2);

private Q_SLOTS:
    void aServerThatSendsAnotherDocument() {
        Liar server{m_document};
        server.fetching();
        const ByteView wire = m_other.index.wire();
        QVERIFY(server.say(IndexFrame{server.space, {wire.begin(), wire.end()}}) == Fault::Protocol);
        QVERIFY(server.store->documents(server.space)->empty());
        Liar second{m_document};
        second.fetching();
        QVERIFY(second.say(IndexFrame{*SpaceId::from(Bytes(16, 2)), std::get<IndexFrame>(second.index()).index}) ==
                Fault::Protocol);
    }

    void aServerThatSendsAWrongChunk() {
        Liar server{m_document};
        server.fetching();
        QVERIFY(!server.say(server.index()));
        Bytes sealed = m_document.sealed;
        sealed[65'576] ^= 1;
        std::optional<Fault> fault;
        for (std::size_t at = 0; at < 2 * 65'576 && !fault; at += 8'197) { // eight to a chunk
            const ByteView part = ByteView(sealed).subspan(at, 8'197);
            fault = server.say(ServedPieceFrame{0, at, {part.begin(), part.begin() + 5}});
            QVERIFY(!fault);
            fault = server.say(ServedPieceFrame{0, at + 5, {part.begin() + 5, part.end()}});
        }
        QVERIFY(fault == Fault::Protocol);
        QCOMPARE(server.here(), 65'576U);
    }

    void aServerThatNeverStops() {
        Liar server{m_document};
        server.fetching();
        QVERIFY(server.say(server.piece(0, 100)) == Fault::Protocol); // before its index
        Liar again{m_document};
        again.fetching();
        QVERIFY(!again.say(again.index()));
        QVERIFY(!again.say(again.piece(0, 100)));
        QVERIFY(again.say(again.piece(0, 100)) == Fault::Protocol);
        Liar beyond{m_document};
        beyond.fetching();
        QVERIFY(!beyond.say(beyond.index()));
        const std::uint64_t size = m_document.sealed.size();
        QVERIFY(beyond.say(ServedPieceFrame{0, size, {1}}) == Fault::Protocol);
        Liar twice{m_document};
        twice.fetching();
        QVERIFY(!twice.say(twice.index()));
        QVERIFY(twice.say(twice.index()) == Fault::Protocol);
    }

    void aServerThatLeavesAHoleWithinAChunk() {
        Liar server{m_document};
        server.fetching();
        QVERIFY(!server.say(server.index()) && !server.say(server.piece(0, 100)));
        QVERIFY(server.say(server.piece(101, 200)) == Fault::Protocol);
        QCOMPARE(server.here(), 100U);
    }

    void aServerThatSendsWhatNobodyAskedFor() {
        for (const Frame& frame :
             {Frame(HaveFrame{{}, m_document.id(), {}}), Frame(ServedPieceFrame{1, 0, {1}}), Frame(StatusFrame{}),
              Frame(RefusedFrame{}), Frame(LackingFrame{}), Frame(OfferFrame{})}) {
            Liar server{m_document};
            server.fetching();
            QVERIFY(server.say(frame) == Fault::Protocol);
        }
    }

    void aServerThatWantsMoreThanThereIs() {
        Liar server{m_document};
        server.handingOver();
        const std::uint64_t size = m_document.sealed.size();
        QVERIFY(server.say(HaveFrame{server.space, m_document.id(), {{0, size + 1}}}) == Fault::Protocol);
    }

    void aServerThatNeverHasEnough() {
        Liar server{m_document};
        server.handingOver();
        int rounds = 0;
        while (!server.client->isDone()) {
            const std::uint64_t size = m_document.sealed.size();
            QVERIFY(!server.say(HaveFrame{server.space, m_document.id(), {{0, size}}}) && !server.say(EndFrame{}));
            QVERIFY(++rounds < 10);
        }
        QVERIFY(!server.client->transfers()[0].isDone);
    }

    void aServerThatSaysNothingOfIt() {
        Liar server{m_document};
        server.handingOver();
        QVERIFY(!server.say(EndFrame{}) && server.client->isDone() && !server.client->transfers()[0].isDone);
        Liar silent{m_document};
        silent.handingOver();
        const auto ticked = silent.client->tick(silent.now + std::chrono::seconds(60));
        QVERIFY(!ticked.ok() && ticked.fault() == Fault::TimedOut);
    }

    void aClientWhosePiecesBelongToNothing() {
        DocumentWorld world;
        HandClient client(world.relay, world.founder);
        QVERIFY(client.send(client.request({})).ok());
        const auto sent = client.send(PieceFrame{0, 0, {1}});
        QVERIFY(!sent.ok() && sent.fault() == Responder::Fault::Protocol);
        HandClient early(world.relay, world.founder);
        QVERIFY(!early.send(PieceFrame{0, 0, {1}}).ok());
    }

    void aClientWhoseIndexIsAnothers() {
        DocumentWorld world;
        HandClient client(world.relay, world.founder);
        const ByteView wire = m_other.index.wire();
        const auto said =
            client.talk({client.request({}), OfferFrame{world.space, m_document.id(), {wire.begin(), wire.end()}}});
        const auto refused = only<RefusedFrame>(said);
        QVERIFY(refused.size() == 1 && refused[0].reason == Refusal::Malformed);
        QVERIFY(only<HaveFrame>(said).empty() && world.documents->documents(world.space)->empty());
    }

    void aClientWhosePiecesDoNotFit() {
        DocumentWorld world;
        HandClient client(world.relay, world.founder);
        const ByteView wire = m_document.index.wire();
        QVERIFY(client.send(client.request({})).ok());
        QVERIFY(client.send(OfferFrame{world.space, m_document.id(), {wire.begin(), wire.end()}}).ok());
        Result<Done, Responder::Fault> sent = Done{};
        int wasted = 0;
        for (; sent.ok() && wasted < 10'000; ++wasted)
            sent = client.send(PieceFrame{0, 1U << 30, {1}});
        QVERIFY(!sent.ok() && sent.fault() == Responder::Fault::TooMuch && wasted > 10);
        QCOMPARE(world.documents->documents(world.space)->front().bytesHere, 0U);
    }

    void aClientThatAsksForTooMuch() {
        DocumentWorld world;
        m_document.putInto(*world.documents, world.space);
        HandClient beyond(world.relay, world.founder);
        const std::uint64_t size = m_document.sealed.size();
        const auto said =
            beyond.talk({beyond.request({}), FetchFrame{world.space, m_document.id(), false, {{0, size + 1}}}});
        QVERIFY(only<ErrorFrame>(said).size() == 1 && only<ServedPieceFrame>(said).empty());
        HandClient many(world.relay, world.founder);
        QVERIFY(many.send(many.request({})).ok());
        Result<Done, Responder::Fault> sent = Done{};
        int count = 0;
        for (; sent.ok() && count < 10'000; ++count)
            sent = many.send(FetchFrame{world.space, m_document.id(), false, {}});
        QVERIFY(!sent.ok() && sent.fault() == Responder::Fault::TooMuch);
        QCOMPARE(count, 1001);
    }

    void anAnswerIsReadOnlyAsItIsTaken() {
        DocumentWorld world;
        const SealedDocument large = DocumentWorld::document(3'000'000);
        large.putInto(*world.documents, world.space);
        HandClient client(world.relay, world.founder);
        QVERIFY(client.send(client.request({})).ok());
        for (int i = 0; i < 50; ++i)
            QVERIFY(client.send(FetchFrame{world.space, large.id(), false, {}}).ok());
        QVERIFY(client.send(EndFrame{}).ok());
        (void)client.listenOnce();
        QVERIFY(world.relay.totals().documentBytesServed <= 4 * 65'576);
    }

    void aLongHandOverShowsLife() {
        DocumentWorld world;
        HandClient client(world.relay, world.founder);
        const ByteView wire = m_document.index.wire();
        QVERIFY(client.send(client.request({})).ok());
        QVERIFY(client.send(OfferFrame{world.space, m_document.id(), {wire.begin(), wire.end()}}).ok());
        std::size_t signs = 0;
        for (std::uint64_t at = 0; at < 100'000; at += 5'000) {
            const ByteView part = m_document.part(at, at + 5'000);
            QVERIFY(client.wait(std::chrono::seconds(3)).ok());
            QVERIFY(client.send(PieceFrame{0, at, {part.begin(), part.end()}}).ok());
            for (const HaveFrame& have : only<HaveFrame>(client.listen())) {
                ++signs;
                QVERIFY(have.spans.size() == 1 && have.spans[0].begin <= at + 5'000);
            }
        }
        QVERIFY(signs >= 4 && signs <= 6);
    }

    /// A second of this line carries 7 KB; every fifteen seconds it breaks.
    void aSlowLineThatKeepsBreakingCostsLittle() {
        for (const bool isUp : {true, false}) {
            DocumentWorld world;
            const SealedDocument document = DocumentWorld::document(600'000);
            const auto store = documentStore();
            document.putInto(isUp ? *store : *world.documents, world.space);
            SlowLine line({.cutEvery = std::chrono::seconds(15)});
            SeededEntropy entropy(8);
            const std::vector<DocumentWish> wishes{{world.space, document.id()}}, none;
            int talks = 0;
            for (bool isDone = false; !isDone;) {
                DocumentCourier client(*store, world.founder.signing, entropy,
                                       {world.relay.id(), isUp ? wishes : none, isUp ? none : wishes, {}});
                Responder server(world.relay, {}, line.now());
                isDone = line.talk(client, server) && client.transfers()[0].isDone;
                QVERIFY(line.isAlive() && ++talks < 20);
            }
            QVERIFY(talks >= 5);
            QVERIFY(document.isWholeIn(isUp ? *world.documents : *store, world.space));
            const std::uint64_t sent = isUp ? line.sentUp() : line.sentDown();
            QVERIFY(sent < document.sealed.size() * 105 / 100); // what was under way at a cut, and heads of frames
        }
    }

    void aVerySlowLineIsNotTakenForADeadOne() {
        for (const bool isUp : {true, false}) {
            DocumentWorld world;
            const SealedDocument document = DocumentWorld::document(400'000);
            const auto store = documentStore();
            document.putInto(isUp ? *store : *world.documents, world.space);
            SlowLine line({20'000, std::chrono::milliseconds(600), std::chrono::hours(1), 512 * 1024});
            SeededEntropy entropy(8);
            const std::vector<DocumentWish> wishes{{world.space, document.id()}}, none;
            DocumentCourier client(*store, world.founder.signing, entropy,
                                   {world.relay.id(), isUp ? wishes : none, isUp ? none : wishes, {}});
            Responder server(world.relay, {}, line.now());
            QVERIFY(line.talk(client, server) && line.isAlive() && client.transfers()[0].isDone);
        }
    }
};

QTEST_GUILESS_MAIN(LyingAboutDocumentsTest)
#include "lying_about_documents_test.moc"
