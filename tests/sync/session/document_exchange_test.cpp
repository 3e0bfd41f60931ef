#include <QTest>

#include "common/crypto/padding.h"
#include "common/crypto/sha256.h"
#include "tests/support/slow_line.h"
#include "tests/support/traveller.h"

using namespace puente;
using namespace puente::test;
using Spans = std::vector<DocumentSpan>;
using Fault = DocumentCourier::Fault;

namespace {

std::uint64_t bytesHere(DocumentStore& store, const SpaceId& space) {
    const auto documents = store.documents(space);
    return documents->empty() ? 0 : documents->front().bytesHere;
}

void damage(DocumentStore& store, std::uint32_t chunk) {
    expects(store.keep().ok());
    expects(store.database()
                .prepare("UPDATE chunk SET bytes = zeroblob(length(bytes)) WHERE place % 65536 = ?")
                .bind(1, std::int64_t{chunk})
                .run()
                .ok());
}

template <typename Hashed>
Bytes bytesOfHash(const Hashed& hash) {
    return {std::begin(hash.bytes), std::end(hash.bytes)};
}

} // namespace

/// Documents move to the byte, to members only, and nobody's lie is kept.
class DocumentExchangeTest : public QObject {
    Q_OBJECT

private:
    const SealedDocument m_document = DocumentWorld::document(150'000); // three chunks

private Q_SLOTS:
    void whatOneHandsOverAnotherFetches() {
        for (const std::size_t size : {0U, 10U, 65'536U, 150'000U, 5'000'000U}) {
            DocumentWorld world;
            const SealedDocument document = DocumentWorld::document(size);
            Traveller founder{world, world.founder}, editor{world, world.editor}, reader{world, world.reader};
            document.putInto(*founder.store, world.space);
            const DocumentTransfer given = founder.handOver(document);
            QVERIFY(founder.isDone && given.isDone && !given.refused && given.bytesMoved == document.sealed.size());
            QVERIFY(document.isWholeIn(*world.documents, world.space));
            for (Traveller* other : {&editor, &reader}) {
                const DocumentTransfer got = other->fetch(document);
                QVERIFY(other->isDone && got.isDone && got.bytesMoved == document.sealed.size());
                QCOMPARE(got.bytesWanted, document.sealed.size());
                QVERIFY(document.isWholeIn(*other->store, world.space));
            }
            QCOMPARE(founder.handOver(document).bytesMoved, 0U);
            QCOMPARE(world.relay.totals().documentBytesTaken, document.sealed.size());
        }
    }

    void manyGoInOneConversation() {
        DocumentWorld world;
        Traveller founder{world, world.founder}, editor{world, world.editor};
        std::vector<SealedDocument> documents;
        std::vector<DocumentWish> wishes;
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            documents.push_back(DocumentWorld::document(seed * 7'000, seed));
            documents.back().putInto(*founder.store, world.space);
            wishes.push_back(founder.wish(documents.back()));
        }
        const SealedDocument theirs = DocumentWorld::document(90'000, 30);
        theirs.putInto(*world.documents, world.space);
        wishes.push_back(founder.wish(theirs));
        for (const DocumentTransfer& one : founder.talk({wishes.begin(), wishes.end() - 1}, {wishes.back()}))
            QVERIFY(one.isDone);
        QVERIFY(theirs.isWholeIn(*founder.store, world.space));
        for (const DocumentTransfer& one : editor.talk({}, wishes))
            QVERIFY(one.isDone);
        for (const SealedDocument& document : documents)
            QVERIFY(document.isWholeIn(*editor.store, world.space));
    }

    void aCutOnTheWayUpLosesNoByteThatArrived() {
        std::uint64_t before = 0;
        std::size_t unmoved = 0;
        for (std::uint64_t cut = 20'000; cut < 20'300; ++cut) {
            DocumentWorld world;
            Traveller founder{world, world.founder};
            m_document.putInto(*founder.store, world.space);
            founder.cutUpAfter(cut);
            founder.handOver(m_document);
            QVERIFY(founder.pump.wasCut);
            const std::uint64_t here = bytesHere(*world.documents, world.space);
            if (before > 0 && here == before) ++unmoved;
            QVERIFY(before == 0 || here == before || here == before + 1);
            before = here;
        }
        QVERIFY2(unmoved <= 12, "only the head of a frame is not the document's");
    }

    void aTransferGoesOnAfterACutAnywhere() {
        for (const bool isUp : {true, false})
            for (std::uint64_t cut = 0; cut < 158'000; cut += 2'713) {
                DocumentWorld world;
                Traveller founder{world, world.founder}, editor{world, world.editor};
                Traveller& other = isUp ? founder : editor;
                m_document.putInto(isUp ? *founder.store : *world.documents, world.space);
                DocumentStore& target = isUp ? *world.documents : *editor.store;
                const auto move = [&] { return isUp ? founder.handOver(m_document) : editor.fetch(m_document); };
                isUp ? other.cutUpAfter(cut) : other.cutDownAfter(cut);
                const bool wasWhole = move().isDone;
                const std::uint64_t here = bytesHere(target, world.space);
                other.pump = {};
                const DocumentTransfer rest = move();
                QVERIFY(rest.isDone && m_document.isWholeIn(target, world.space));
                QVERIFY(wasWhole || rest.bytesMoved == m_document.sealed.size() - here);
                QVERIFY(here + 600 + cut / 8'000 * 20 >= std::min<std::uint64_t>(cut, m_document.sealed.size()));
            }
    }

    void aDamagedChunkIsFetchedAgain() {
        DocumentWorld world;
        Traveller editor{world, world.editor};
        m_document.putInto(*world.documents, world.space);
        m_document.putInto(*editor.store, world.space);
        damage(*editor.store, 1);
        QVERIFY(!*editor.store->read(world.space, m_document.id(), 65'576));
        QCOMPARE(editor.fetch(m_document).bytesMoved, 65'576U);
        QVERIFY(m_document.isWholeIn(*editor.store, world.space));
    }

    void whatTheServersDiskLostAMemberSuppliesAgain() {
        DocumentWorld world;
        Traveller founder{world, world.founder}, editor{world, world.editor};
        m_document.putInto(*founder.store, world.space);
        m_document.putInto(*world.documents, world.space);
        damage(*world.documents, 1);
        const DocumentTransfer part = editor.fetch(m_document);
        QVERIFY(editor.isDone && !part.isDone && part.lackedThere == Spans{m_document.index.spanOf(1)});
        QCOMPARE(founder.handOver(m_document).bytesMoved, 65'576U);
        QCOMPARE(editor.fetch(m_document).bytesMoved, 65'576U);
        QVERIFY(m_document.isWholeIn(*editor.store, world.space));
    }

    void aChunkThatIsDamagedHereIsLeftOut() {
        DocumentWorld world;
        Traveller founder{world, world.founder};
        m_document.putInto(*founder.store, world.space);
        damage(*founder.store, 0);
        const DocumentTransfer given = founder.handOver(m_document);
        QVERIFY(founder.isDone && !given.isDone);
        QVERIFY(**world.documents->missing(world.space, m_document.id()) == Spans{m_document.index.spanOf(0)});
    }

    void nothingThatTheServerSeesIsAHashOfWhatIsInIt() {
        DocumentWorld world;
        Traveller founder{world, world.founder};
        Bytes seen;
        std::vector<DocumentWish> wishes;
        std::vector<Bytes> hashes;
        for (std::uint64_t seed = 1; seed <= 100; ++seed) {
            const SealedDocument document = DocumentWorld::document(1'000 + seed, seed);
            document.putInto(*founder.store, world.space);
            wishes.push_back(founder.wish(document));
            Bytes padded = document.plain;
            padded.resize(paddedSize(padded.size()), 0);
            for (const Bytes* plain : {&document.plain, const_cast<const Bytes*>(&padded)}) {
                for (const Purpose purpose : {Purpose::DocumentChunkHash, Purpose::DocumentIndex})
                    hashes.push_back(bytesOfHash(hashOf(purpose, *plain)));
                hashes.push_back(bytesOfHash(sha256(*plain)));
            }
            // The same bytes under another key are another document.
            QVERIFY(DocumentWorld::document(1'000 + seed, seed + 256).plain == document.plain);
            QVERIFY(DocumentWorld::document(1'000 + seed, seed + 256).id() != document.id());
        }
        founder.pump.onUp = [&](Bytes& bytes) { append(seen, bytes); };
        for (const DocumentTransfer& one : founder.talk(wishes, {}))
            QVERIFY(one.isDone);
        QVERIFY(seen.size() > 100'000);
        for (const Bytes& hash : hashes)
            QVERIFY(std::search(seen.begin(), seen.end(), hash.begin(), hash.end()) == seen.end());
    }

    void onlyMembersFetchAndOnlyWritersOffer() {
        DocumentWorld world;
        Traveller reader{world, world.reader}, outsider{world, world.outsider};
        for (Traveller* one : {&reader, &outsider})
            m_document.putInto(*one->store, world.space);
        QVERIFY(reader.handOver(m_document).refused == Refusal::ReadOnly);
        QVERIFY(outsider.handOver(m_document).refused == Refusal::NotMember);
        QCOMPARE(world.documents->usageOfSpace(world.space)->documents, 0U);
        m_document.putInto(*world.documents, world.space);
        Traveller stranger{world, world.outsider};
        const DocumentTransfer got = stranger.fetch(m_document);
        QVERIFY(stranger.isDone && got.refused == Refusal::NotMember && got.bytesMoved == 0);
        QVERIFY(reader.handOver(m_document).refused == Refusal::ReadOnly);
    }

    void whatNobodyHandedOverIsUnknown() {
        DocumentWorld world;
        Traveller editor{world, world.editor};
        const DocumentTransfer got = editor.fetch(m_document);
        QVERIFY(editor.isDone && !got.isDone && got.isUnknownThere);
    }

    void aServerWithoutDocumentsSaysSo() {
        DocumentWorld world;
        Relay bare(world.store, world.serverKey, world.quotas);
        const std::unique_ptr<DocumentStore> store = documentStore();
        m_document.putInto(*store, world.space);
        SeededEntropy entropy(1);
        DocumentCourier client(
            *store, world.founder.signing, entropy,
            {bare.id(), {{world.space, m_document.id()}}, {{world.space, DocumentWorld::document(5).id()}}, {}});
        PumpOf<DocumentCourier> pump;
        Responder server(bare, {}, pump.now);
        QVERIFY(pump.run(client, server));
        QVERIFY(client.transfers()[0].refused == Refusal::NoDocuments);
        QVERIFY(client.transfers()[1].refused == Refusal::NoDocuments);
    }

    void documentsLeaveRoomForTheLog() {
        QuotaLimits quotas;
        quotas.spaceBytesMax = 400'000;
        quotas.deviceBytesMax = 250'000;
        DocumentWorld world(quotas);
        Traveller founder{world, world.founder}, editor{world, world.editor};
        const SealedDocument second = DocumentWorld::document(150'000, 2), third = DocumentWorld::document(150'000, 3);
        for (const SealedDocument* one : {&m_document, &second})
            one->putInto(*founder.store, world.space);
        QVERIFY(founder.handOver(m_document).isDone);
        QVERIFY(founder.handOver(second).refused == Refusal::OverDeviceQuota);
        second.putInto(*editor.store, world.space);
        QVERIFY(editor.handOver(second).isDone);
        Traveller recovered{world, world.founder};
        third.putInto(*founder.store, world.space);
        QVERIFY(founder.handOver(third).refused == Refusal::OverSpaceQuota);
        HandClient client(world.relay, world.editor);
        const Segment large = opaqueSegment(world.space, world.editor, 1, 1, {}, 0, 61'440);
        QVERIFY(only<RefusedFrame>(client.handOver(world.space, {pushOf(large)})).empty());
        HandClient full(world.relay, world.editor);
        const Segment larger = opaqueSegment(world.space, world.editor, 2, 2, large.hash(), 0, 61'440);
        QVERIFY2(!only<RefusedFrame>(full.handOver(world.space, {pushOf(larger)})).empty(),
                 "documents count beside it");
    }
};

QTEST_GUILESS_MAIN(DocumentExchangeTest)
#include "document_exchange_test.moc"
