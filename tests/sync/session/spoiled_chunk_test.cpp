#include <QTest>

#include "tests/support/traveller.h"

using namespace puente;
using namespace puente::test;

namespace {

/// A member that knows which document another hands over, and puts a wrong byte wherever a chunk may begin.
class Spoiler {
public:
    Spoiler(RelayWorld& world, const SealedDocument& document) : m_world(world), m_document(document) {}

    /// One conversation, which ends well for the spoiler itself.
    void spoil() {
        HandClient client(m_world.relay, m_world.editor);
        std::vector<Frame> frames{client.request({}), OfferFrame{m_world.space, m_document.id(), {}}};
        const auto missing = m_world.documents->missing(m_world.space, m_document.id());
        if (!*missing) return;
        const DocumentIndex& index = m_document.index;
        for (const DocumentSpan& span : **missing)
            for (std::uint32_t chunk = index.chunkAt(span.begin); chunk < index.chunkCount(); ++chunk) {
                const std::uint64_t at = index.spanOf(chunk).begin;
                if (at >= span.begin && at < span.end) frames.push_back(PieceFrame{0, at, {wrongByteAt(at)}});
            }
        expects(only<ErrorFrame>(client.talk(frames)).empty());
    }

private:
    std::uint8_t wrongByteAt(std::uint64_t at) const { return static_cast<std::uint8_t>(m_document.sealed[at] ^ 1U); }

    RelayWorld& m_world;
    const SealedDocument& m_document;
};

Frame pieceOf(const SealedDocument& document, std::uint64_t begin, std::uint64_t end) {
    const ByteView part = document.part(begin, end);
    return PieceFrame{0, begin, {part.begin(), part.end()}};
}

} // namespace

/// Who puts wrong bytes into a document that another hands over costs it little, and keeps it from nothing.
class SpoiledChunkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHandOverEndsWellWhateverASpoilerDoesMeanwhile() {
        for (const std::size_t size : {10'000U, 150'000U, 2'000'000U}) {
            DocumentWorld world;
            const SealedDocument document = DocumentWorld::document(size);
            Traveller founder{world, world.founder};
            document.putInto(*founder.store, world.space);
            QVERIFY(world.documents->add(world.space, document.index));
            Spoiler spoiler(world, document);
            spoiler.spoil();
            founder.pump.onUp = [&](Bytes&) { spoiler.spoil(); };
            const DocumentTransfer given = founder.handOver(document);
            QVERIFY(founder.isDone && given.isDone);
            QVERIFY(document.isWholeIn(*world.documents, world.space));
            // Of the chunks that were begun when it asked, each was sent again once.
            QVERIFY(world.relay.totals().documentBytesTaken < 5'000 + document.sealed.size() + 4 * 65'576);
        }
    }

    void whatAnotherSpoiledIsNotCountedAgainstWhoSendsOn() {
        DocumentWorld world;
        std::vector<SealedDocument> documents;
        Traveller founder{world, world.founder};
        std::vector<DocumentWish> wishes;
        for (std::uint64_t seed = 1; seed <= 900; ++seed) {
            documents.push_back(DocumentWorld::document(66'000, seed)); // two chunks
            documents.back().putInto(*founder.store, world.space);
            QVERIFY(world.documents->add(world.space, documents.back().index));
            Spoiler(world, documents.back()).spoil();
            wishes.push_back(founder.wish(documents.back()));
        }
        for (const DocumentTransfer& one : founder.talk(wishes, {}))
            QVERIFY(one.isDone);
        QVERIFY(founder.isDone && !founder.pump.serverFault);
    }

    void whoSendsWrongChunksFromTheirBeginningIsCounted() {
        DocumentWorld world;
        const SealedDocument document = DocumentWorld::document(10'000);
        const ByteView wire = document.index.wire();
        HandClient client(world.relay, world.founder);
        QVERIFY(client.send(client.request({})));
        QVERIFY(client.send(OfferFrame{world.space, document.id(), {wire.begin(), wire.end()}}));
        Result<Done, Responder::Fault> sent = Done{};
        int chunks = 0;
        for (; sent && chunks < 2000; ++chunks) {
            sent = client.send(PieceFrame{0, 0, Bytes(8192, 1)});
            if (sent) sent = client.send(PieceFrame{0, 8192, Bytes(document.sealed.size() - 8192, 1)});
        }
        QVERIFY(!sent && sent.fault() == Responder::Fault::TooMuch && chunks <= 1001);
    }

    void aWrongWholeChunkDropsNoBeginning() {
        const auto store = documentStore();
        const SealedDocument document = DocumentWorld::document(150'000);
        const SpaceId space = *SpaceId::from(Bytes(16, 1));
        QVERIFY(store->add(space, document.index));
        QVERIFY(*store->write(space, document.id(), 0, document.part(0, 100)) == DocumentStore::Written::Taken);
        QVERIFY(*store->write(space, document.id(), 0, Bytes(65'576, 9)) == DocumentStore::Written::NotTheChunk);
        QCOMPARE((**store->missing(space, document.id())).front().begin, std::uint64_t{100});
        QVERIFY(*store->write(space, document.id(), 0, document.chunk(0)) == DocumentStore::Written::Taken);
        QCOMPARE((**store->missing(space, document.id())).front().begin, std::uint64_t{65'576});
    }

    void twoThatHandOverTheSameDoNotDisturbEachOther() {
        DocumentWorld world;
        const SealedDocument document = DocumentWorld::document(150'000);
        const ByteView wire = document.index.wire();
        HandClient one(world.relay, world.founder), other(world.relay, world.editor);
        for (HandClient* client : {&one, &other}) {
            QVERIFY(client->send(client->request({})));
            QVERIFY(client->send(OfferFrame{world.space, document.id(), {wire.begin(), wire.end()}}));
        }
        for (std::uint64_t at = 0; at < document.sealed.size(); at += 5'000) {
            const std::uint64_t end = std::min<std::uint64_t>(at + 5'000, document.sealed.size());
            QVERIFY(one.send(pieceOf(document, at, end)) && other.send(pieceOf(document, at, end)));
        }
        for (HandClient* client : {&one, &other})
            QVERIFY(only<HaveFrame>(client->talk({})).back().spans.empty());
        QVERIFY(document.isWholeIn(*world.documents, world.space));
    }

    void aCutInTheMiddleOfAChunkLeavesWhatCame() {
        DocumentWorld world;
        const SealedDocument document = DocumentWorld::document(150'000);
        const ByteView wire = document.index.wire();
        HandClient client(world.relay, world.founder);
        QVERIFY(client.send(client.request({})));
        QVERIFY(client.send(OfferFrame{world.space, document.id(), {wire.begin(), wire.end()}}));
        for (std::uint64_t at = 0; at < 70'000; at += 7'000)
            QVERIFY(client.send(pieceOf(document, at, at + 7'000)));
        QVERIFY(client.responder().connectionLost());
        QCOMPARE((**world.documents->missing(world.space, document.id())).front().begin, std::uint64_t{70'000});
        HandClient again(world.relay, world.editor);
        QVERIFY(again.send(again.request({})) && again.send(OfferFrame{world.space, document.id(), {}}));
        for (std::uint64_t at = 70'000; at < document.sealed.size(); at += 7'000)
            QVERIFY(again.send(pieceOf(document, at, std::min<std::uint64_t>(at + 7'000, document.sealed.size()))));
        QVERIFY(only<HaveFrame>(again.talk({})).back().spans.empty());
    }
};

QTEST_GUILESS_MAIN(SpoiledChunkTest)
#include "spoiled_chunk_test.moc"
