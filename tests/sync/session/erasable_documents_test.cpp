#include <QTest>

#include "tests/support/traveller.h"

using namespace puente;
using namespace puente::test;

/// What a server has of documents can be erased: nothing else comes in, and nothing holds the erasure up for good.
class ErasableDocumentsTest : public QObject {
    Q_OBJECT

private:
    const SealedDocument m_document = DocumentWorld::document(150'000); // three chunks

private Q_SLOTS:
    /// No erasure can name a key that is nobody's: what is sealed under it would take its room for ever.
    void whatNobodyCouldEraseIsRefused() {
        RelayWorld world; // without the key
        Traveller founder{world, world.founder}, editor{world, world.editor};
        const SealedDocument large = DocumentWorld::document(5'000'000, 2); // its index goes when it is asked for
        for (const SealedDocument* one : {&m_document, &large}) {
            one->putInto(*founder.store, world.space);
            QVERIFY(founder.handOver(*one).refused == Refusal::Gap && founder.isDone);
        }
        QCOMPARE(world.documents->usageOfSpace(world.space)->documents, 0U);
        // Whoever has the key's object hands it over: its maker need not.
        HandClient other(world.relay, world.editor);
        other.handOver(world.space, {pushOf(world.space, EntryKind::Erasable, documentKey().wire())});
        const SealedDocument nobodys = SealedDocument::make(1'000, 3, *ErasableId::from(Bytes(16, 7)));
        nobodys.putInto(*editor.store, world.space);
        QVERIFY(editor.handOver(nobodys).refused == Refusal::Gap);
        QVERIFY(founder.handOver(m_document).isDone);
        Relay again(world.store, world.serverKey, world.quotas, world.documents.get()); // started anew
        HandClient client(again, world.editor);
        for (const SealedDocument* one : {&nobodys, &large}) {
            const ByteView wire = one->index.wire();
            const auto said =
                client.talk({client.request({}), OfferFrame{world.space, one->id(), {wire.begin(), wire.end()}}});
            QCOMPARE(only<RefusedFrame>(said).size(), one == &large ? 0U : 1U);
        }
    }

    void whatIsErasedGoesAndStaysAway() {
        DocumentWorld world;
        SeededEntropy entropy(5);
        const ErasableKey key = ErasableKey::generate(entropy);
        const ErasableObject object =
            sealErasableKey(key, world.space, SpaceKey::generate(entropy), world.founder.signing, entropy);
        const SealedDocument document = SealedDocument::make(150'000, 1, object.name().id());
        const auto push = [&](EntryKind kind, ByteView wire) {
            HandClient(world.relay, world.founder).handOver(world.space, {pushOf(world.space, kind, wire)});
        };
        push(EntryKind::Erasable, object.wire());
        Traveller founder{world, world.founder};
        document.putInto(*founder.store, world.space);
        QVERIFY(founder.handOver(document).isDone);
        const SealedDocument other = DocumentWorld::document(100, 4);
        other.putInto(*founder.store, world.space);
        QVERIFY(founder.handOver(other).isDone);
        push(EntryKind::Erasure, Erasure::sign(object.name(), world.founder.signing).wire());
        QVERIFY(!*world.documents->index(world.space, document.id()));
        QVERIFY(other.isWholeIn(*world.documents, world.space));
        QVERIFY(founder.handOver(document).refused == Refusal::Erased);
        QVERIFY(Traveller({world, world.editor}).fetch(document).isUnknownThere);
    }
};

QTEST_GUILESS_MAIN(ErasableDocumentsTest)
#include "erasable_documents_test.moc"
