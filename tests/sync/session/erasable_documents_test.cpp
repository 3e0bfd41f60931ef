#include <QTest>

#include "sync/store/sqlite_store.h"
#include "tests/support/crash_vfs.h"
#include "tests/support/traveller.h"

using namespace puente;
using namespace puente::test;

namespace {

bool isInAnyFile(const CrashVfs& vfs, ByteView wanted) {
    for (const auto& [path, content] : vfs.image())
        if (std::ranges::search(content, wanted).begin() != content.end()) return true;
    return false;
}

bool isRefused(const std::vector<Frame>& said, Refusal reason) {
    const auto refused = only<RefusedFrame>(said);
    return refused.size() == 1 && refused[0].reason == reason && only<ErrorFrame>(said).empty();
}

} // namespace

/// What a server has of documents can be erased: nothing else comes in, and nothing holds the erasure up for good.
class ErasableDocumentsTest : public QObject {
    Q_OBJECT

private:
    const SealedDocument m_document = DocumentWorld::document(150'000); // three chunks

    std::unique_ptr<DocumentStore> storeOn(const CrashVfs& vfs) const {
        DatabaseOptions options = documentFile("/documents.db");
        options.vfs = vfs.name();
        auto database = Database::open(options);
        expects(database.ok());
        auto store = DocumentStore::open(std::move(*database));
        expects(store.ok());
        return std::move(*store);
    }

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

    /// Removing needs room as well, for the write-ahead log: then the erasure waits, and everything else goes on.
    void aFullDiskPutsAnErasureOff() {
        int putOff = 0;
        for (std::uint64_t call = 1; call < 60; ++call) {
            DocumentWorld world;
            CrashVfs vfs;
            const auto documents = storeOn(vfs);
            m_document.putInto(*documents, world.space);
            Relay relay(world.store, world.serverKey, world.quotas, documents.get());
            const Erasure erasure = Erasure::sign(documentKey().name(), world.founder.signing);
            const Frame push = pushOf(world.space, EntryKind::Erasure, erasure.wire());
            vfs.failNext({.kind = DiskFailure::Kind::Full, .call = call});
            HandClient client(relay, world.founder);
            const auto said = client.handOver(world.space, {push});
            if (!vfs.hasFailed()) break;                      // that many calls there are not
            if (documents->database().isReadOnly()) continue; // that call was no write: a broken disk
            // Where only the room could not be given back, it is done.
            putOff += isRefused(said, Refusal::ServerFull) ? 1 : 0;
            QVERIFY(!only<ReceiptFrame>(said).empty());
            HandClient reader(relay, world.reader);
            QVERIFY(!only<EntryFrame>(reader.handOver(world.space, {})).empty());
            const auto served = reader.talk({reader.request({}), FetchFrame{world.space, m_document.id(), false, {}}});
            QVERIFY(only<ErrorFrame>(served).empty());

            QVERIFY(only<RefusedFrame>(HandClient(relay, world.founder).handOver(world.space, {push})).empty());
            QVERIFY(!*documents->index(world.space, m_document.id()));
            QCOMPARE(documents->usageOfSpace(world.space)->bytes, 0U);
            for (std::uint32_t chunk = 0; chunk < m_document.index.chunkCount(); ++chunk)
                QVERIFY(!isInAnyFile(vfs, m_document.chunk(chunk).subspan(100, 32)));
        }
        QVERIFY2(putOff >= 5, std::to_string(putOff).c_str());
    }

    void aFullDiskRefusesAJoinRequest() {
        RelayWorld world;
        CrashVfs vfs;
        SeededEntropy entropy(2);
        const auto store = SqliteStore::open(*Database::open({.path = "/store.db", .vfs = vfs.name()}), entropy);
        Relay relay(**store, world.serverKey, world.quotas);
        std::vector<Frame> pushes;
        for (const MembershipRecord& record : world.records)
            pushes.push_back(pushOf(record));
        HandClient(relay, world.founder).handOver(world.space, pushes);
        const JoinRequest request = joinRequestOf(world.space, world.openInvite, world.outsider);
        const Frame join = JoinFrame{{request.wire().begin(), request.wire().end()}};
        vfs.failNext({.kind = DiskFailure::Kind::Full, .call = 1});
        QVERIFY(isRefused(HandClient(relay, world.outsider).handOver(world.space, {join}), Refusal::ServerFull));
        QVERIFY(vfs.hasFailed());
        QVERIFY(only<RefusedFrame>(HandClient(relay, world.outsider).handOver(world.space, {join})).empty());
        QCOMPARE((*store)->joins(world.space)->size(), 1U);
    }
};

QTEST_GUILESS_MAIN(ErasableDocumentsTest)
#include "erasable_documents_test.moc"
