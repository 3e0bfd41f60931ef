#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "sync/store/store_rows.h"
#include "tests/support/document_samples.h"
#include "tests/support/live_bytes.h"

using namespace puente;
using namespace puente::test;
using Written = DocumentStore::Written;
using Spans = std::vector<DocumentSpan>;

namespace {

SpaceId space(std::uint8_t number = 1) {
    return *SpaceId::from(Bytes(16, number));
}

ErasableId key(std::uint8_t number) {
    return *ErasableId::from(Bytes(16, number));
}

constexpr std::size_t kMega = 1024 * 1024;

/// An index of 1,024 chunks, which nobody has: what a liar offers.
DocumentIndex largeIndex() {
    std::vector<Hash> hashes(1024);
    for (std::size_t i = 0; i < hashes.size(); ++i)
        hashes[i].bytes[i % 32] = static_cast<std::uint8_t>(1 + i / 32);
    return DocumentIndex::of(*ErasableId::from(Bytes(16, 9)), sealedDocumentSize(64 * kMega), hashes);
}

std::int64_t numberFrom(DocumentStore& store, const char* sql) {
    std::int64_t number = 0;
    const auto visited = forEachRow(store.database().prepare(sql), [&](Statement& row) {
        number = row.integer(0);
        return false;
    });
    expects(visited.ok());
    return number;
}

/// Rows that were inserted, changed or removed.
std::int64_t rowsWritten(DocumentStore& store) {
    return numberFrom(store, "SELECT total_changes()");
}

Spans missing(DocumentStore& store, const SealedDocument& document) {
    return **store.missing(space(), document.id());
}

} // namespace

/// Chunks enter only as what the index names, stay to the byte, and go when they shall.
class DocumentStoreTest : public QObject {
    Q_OBJECT

private:
    const SealedDocument m_document = SealedDocument::make(200'000); // four chunks
    const SealedDocument m_small = SealedDocument::make(10, 2, key(8));
    const QTemporaryDir m_folder;

    std::string pathOf(const char* name) const { return m_folder.filePath(name).toStdString(); }

private Q_SLOTS:
    void whatWasWrittenIsReadAgain() {
        const auto store = documentStore();
        m_document.putInto(*store, space());
        QVERIFY(m_document.isWholeIn(*store, space()));
        const auto read = store->read(space(), m_document.id(), 70'000);
        QVERIFY(read.ok() && equal(**read, m_document.part(70'000, 2 * 65'576)));
        QVERIFY(!*store->read(space(), m_document.id(), m_document.sealed.size()));
        QVERIFY(*store->index(space(), m_document.id()));
    }

    void eachSpaceHasItsOwn() {
        const auto store = documentStore();
        m_document.putInto(*store, space(1));
        QVERIFY(!*store->missing(space(2), m_document.id()));
        QVERIFY(!*store->read(space(2), m_document.id(), 0));
        QVERIFY(*store->write(space(2), m_document.id(), 0, m_document.sealed) == Written::NotAdded);
        QVERIFY(store->add(space(2), m_document.index).ok());
        QCOMPARE((*store->missing(space(2), m_document.id()))->size(), 1U);
    }

    void aPrefixIsKeptToTheByte() {
        const std::string path = pathOf("prefix.db");
        std::uint64_t at = 0;
        for (const std::uint64_t next : {1U, 65'575U, 65'576U, 65'577U, 140'000U}) {
            const auto store = documentStore(path);
            QVERIFY(store->add(space(), m_document.index).ok());
            QVERIFY(*store->write(space(), m_document.id(), at, m_document.part(at, next)) == Written::Taken);
            QVERIFY(missing(*store, m_document) == (Spans{{next, m_document.sealed.size()}}));
            QVERIFY(store->keep().ok());
            QCOMPARE(store->documents(space())->front().bytesHere, next);
            at = next;
        }
        const auto store = documentStore(path);
        QCOMPARE(store->documents(space())->front().bytesHere, at);
        QVERIFY(missing(*store, m_document) == (Spans{{at, m_document.sealed.size()}}));
        QVERIFY(*store->write(space(), m_document.id(), at, m_document.part(at, m_document.sealed.size())) ==
                Written::Taken);
        QVERIFY(store->keep().ok() && m_document.isWholeIn(*store, space()));
    }

    void whatWasNotKeptIsGone() {
        const std::string path = pathOf("unkept.db");
        {
            const auto store = documentStore(path);
            QVERIFY(store->add(space(), m_document.index).ok() && store->keep().ok());
            QVERIFY(*store->write(space(), m_document.id(), 0, m_document.part(0, 70'000)) == Written::Taken);
        }
        QVERIFY(missing(*documentStore(path), m_document) == (Spans{{0, m_document.sealed.size()}}));
    }

    void whatIsHereIsSkipped() {
        const auto store = documentStore();
        QVERIFY(store->add(space(), m_document.index).ok());
        QVERIFY(*store->write(space(), m_document.id(), 0, m_document.part(0, 100)) == Written::Taken);
        QVERIFY(*store->write(space(), m_document.id(), 0, Bytes(50, 0)) == Written::Taken);
        QVERIFY(*store->write(space(), m_document.id(), 50, m_document.part(50, 70'000)) == Written::Taken);
        QVERIFY(*store->write(space(), m_document.id(), 0, Bytes(65'576, 0)) == Written::Taken);
        QVERIFY(*store->write(space(), m_document.id(), 0, m_document.sealed) == Written::Taken);
        QVERIFY(m_document.isWholeIn(*store, space()));
    }

    void aHoleIsMisplaced() {
        const auto store = documentStore();
        QVERIFY(store->add(space(), m_document.index).ok());
        const std::uint64_t end = m_document.sealed.size();
        QVERIFY(*store->write(space(), m_document.id(), 1, m_document.part(1, 2)) == Written::Misplaced);
        QVERIFY(*store->write(space(), m_document.id(), end, Bytes(1, 0)) == Written::Misplaced);
        QVERIFY(*store->write(space(), m_document.id(), end + 5, {}) == Written::Misplaced);
        QVERIFY(*store->write(space(), m_document.id(), ~0ULL, Bytes(2, 0)) == Written::Misplaced);
        const DocumentSpan third = m_document.index.spanOf(2);
        QVERIFY(*store->write(space(), m_document.id(), third.begin, m_document.part(third.begin, third.end)) ==
                Written::Taken);
        QVERIFY(missing(*store, m_document) == (Spans{{0, third.begin}, {third.end, end}}));
    }

    void anotherChunkIsDropped() {
        const auto store = documentStore();
        QVERIFY(store->add(space(), m_document.index).ok());
        Bytes wrong = m_document.sealed;
        wrong[65'576 + 30] ^= 1;
        QVERIFY(*store->write(space(), m_document.id(), 0, ByteView(wrong).first(70'000)) == Written::Taken);
        QVERIFY(store->keep().ok());
        QVERIFY(*store->write(space(), m_document.id(), 70'000, ByteView(wrong).subspan(70'000)) ==
                Written::NotTheChunk);
        QVERIFY(missing(*store, m_document) == (Spans{{65'576, m_document.sealed.size()}}));
        QCOMPARE(store->documents(space())->front().bytesHere, 65'576U);
        QVERIFY(*store->write(space(), m_document.id(), 65'576, m_document.part(65'576, m_document.sealed.size())) ==
                Written::Taken);
        QVERIFY(m_document.isWholeIn(*store, space()));
    }

    void aDamagedChunkIsMissingFromThenOn() {
        const std::string path = pathOf("damaged.db");
        m_document.putInto(*documentStore(path), space());
        {
            auto database = Database::open({.path = path});
            QVERIFY(database->prepare("UPDATE chunk SET bytes = zeroblob(length(bytes)) WHERE place % 65536 = 1")
                        .run()
                        .ok());
        }
        {
            const auto store = documentStore(path);
            QVERIFY(missing(*store, m_document).empty());
            const auto read = store->read(space(), m_document.id(), 65'576 + 10);
            QVERIFY(read.ok() && !*read);
        }
        const auto store = documentStore(path);
        const DocumentSpan second = m_document.index.spanOf(1);
        QVERIFY(missing(*store, m_document) == (Spans{second}));
        QCOMPARE(store->documents(space())->front().bytesHere, m_document.sealed.size() - 65'576);
        QVERIFY(*store->write(space(), m_document.id(), second.begin, m_document.chunk(1)) == Written::Taken);
        QVERIFY(m_document.isWholeIn(*store, space()));
    }

    void aDamagedIndexCountsAsNoDocument() {
        for (const char* damage : {"UPDATE document SET content = zeroblob(length(content)) WHERE sealed_size > 1000",
                                   "UPDATE document SET content = substr(content, 1, 100) WHERE sealed_size > 1000",
                                   "UPDATE document SET content = (SELECT content FROM document WHERE sealed_size < "
                                   "1000) WHERE sealed_size > 1000"}) {
            auto store = documentStore();
            for (const SealedDocument* one : {&m_document, &m_small})
                one->putInto(*store, space());
            QVERIFY(store->database().prepare(damage).run().ok());
            store = DocumentStore::open(std::move(store->database())).value();
            QVERIFY(store->missing(space(), m_document.id()).ok() && !*store->missing(space(), m_document.id()));
            QVERIFY(!*store->index(space(), m_document.id()) && !*store->read(space(), m_document.id(), 0));
            QVERIFY(*store->write(space(), m_document.id(), 0, m_document.sealed) == Written::NotAdded);
            for (const DocumentStore::Held& held : *store->documents(space()))
                QCOMPARE(held.bytesHere, held.document == m_document.id() ? 0U : m_small.sealed.size());
            QVERIFY(m_small.isWholeIn(*store, space()));
            const DocumentStore::Usage usage = *store->usageOfSpace(space());

            // Offered again it is the same document: its chunks need not come again.
            QVERIFY(store->add(space(), m_document.index).ok() && store->keep().ok());
            QVERIFY(m_document.isWholeIn(*store, space()));
            for (const DocumentStore::Held& held : *store->documents(space()))
                QVERIFY(held.bytesHere == held.sealedSize);
            QVERIFY(store->usageOfSpace(space())->bytes == usage.bytes && usage.documents == 2);

            QVERIFY(store->database().prepare(damage).run().ok());
            store = DocumentStore::open(std::move(store->database())).value();
            QVERIFY(store->remove(space(), m_document.id()).ok());
            QCOMPARE(store->documents(space())->size(), 1U);
            QCOMPARE(store->usageOfSpace(space())->bytes, m_small.sealed.size());
        }
    }

    void usageCountsWholeDocumentsFromTheBeginning() {
        const auto store = documentStore();
        const DeviceId device = *DeviceId::from(Bytes(32, 5));
        QVERIFY(store->add(space(), m_document.index, device).ok());
        QVERIFY(store->add(space(), m_document.index, *DeviceId::from(Bytes(32, 6))).ok());
        QVERIFY(store->add(space(), m_small.index).ok());
        QCOMPARE(store->usageOfSpace(space())->bytes, m_document.sealed.size() + m_small.sealed.size());
        QCOMPARE(store->usageOfSpace(space())->documents, 2U);
        QCOMPARE(store->usageOfDevice(device)->bytes, m_document.sealed.size());
        QCOMPARE(store->usageOfDevice(*DeviceId::from(Bytes(32, 6)))->bytes, 0U);
        QVERIFY(store->remove(space(), m_document.id()).ok());
        QVERIFY(store->remove(space(), m_document.id()).ok());
        QCOMPARE(store->usageOfSpace(space())->bytes, m_small.sealed.size());
        QCOMPARE(store->usageOfDevice(device)->documents, 0U);
        QVERIFY(!*store->missing(space(), m_document.id()));
        m_document.putInto(*store, space());
        QVERIFY(m_document.isWholeIn(*store, space()));
    }

    void whatWasSealedUnderAnErasedKeyIsInNoFile() {
        const std::string path = pathOf("erased.db");
        const auto store = documentStore(path);
        m_document.putInto(*store, space());
        m_document.putInto(*store, space(2));
        m_small.putInto(*store, space());
        QVERIFY(store->add(space(), SealedDocument::make(300'000, 5).index).ok()); // of the same key, and not whole
        QCOMPARE(*store->removeSealedUnder(space(), key(9)), 2U);
        QCOMPARE(*store->removeSealedUnder(space(), key(9)), 0U);
        QVERIFY(!*store->index(space(), m_document.id()) && m_small.isWholeIn(*store, space()));
        QVERIFY2(m_document.isWholeIn(*store, space(2)), "a key is one space's");
        QCOMPARE(store->documents(space())->size(), 1U);
        QCOMPARE(*store->removeSealedUnder(space(2), key(9)), 1U);
        for (const char* suffix : {"", "-wal"}) {
            QFile file(QString::fromStdString(path + suffix));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            for (std::uint32_t chunk = 0; chunk < 4; ++chunk)
                for (const std::size_t at : {std::size_t{0}, std::size_t{20'000}, std::size_t{65'000}}) {
                    const ByteView sealed = m_document.chunk(chunk);
                    if (at + 16 > sealed.size()) continue;
                    const QByteArray part(reinterpret_cast<const char*>(sealed.data()) + at, 16);
                    QVERIFY(!content.contains(part));
                }
        }
    }

    void manyDocumentsAtOnceKeepTheirPrefixes() {
        const auto store = documentStore(pathOf("many.db"));
        std::vector<SealedDocument> documents;
        for (std::uint64_t seed = 10; seed < 20; ++seed)
            documents.push_back(SealedDocument::make(90'000, seed));
        for (const SealedDocument& document : documents)
            QVERIFY(store->add(space(), document.index).ok());
        for (std::uint64_t at = 0; at < documents[0].sealed.size(); at += 5'000)
            for (const SealedDocument& document : documents) {
                const std::uint64_t end = std::min<std::uint64_t>(at + 5'000, document.sealed.size());
                QVERIFY(*store->write(space(), document.id(), at, document.part(at, end)) == Written::Taken);
            }
        QVERIFY(store->keep().ok());
        for (const SealedDocument& document : documents)
            QVERIFY(document.isWholeIn(*store, space()));
    }

    void ofManyBegunChunksFewAreHeld() {
        const DocumentIndex large = largeIndex();
        const std::string path = pathOf("begun.db");
        auto store = documentStore(path);
        QVERIFY(store->add(space(), large).ok());
        const std::size_t before = liveBytes();
        const Bytes most(kDocumentChunkSize, 7); // all but the tag, or one byte
        for (std::uint32_t chunk = 0; chunk < 1000; ++chunk) {
            const ByteView bytes = ByteView(most).first(chunk % 2 == 0 ? 1 : most.size());
            QVERIFY(*store->write(space(), large.id(), large.spanOf(chunk).begin, bytes) == Written::Taken);
            QVERIFY(liveBytes() - before < kMega);
        }
        QVERIFY(store->keep().ok());
        QCOMPARE(numberFrom(*store, "SELECT count(*) FROM unfinished"), 4);
        QCOMPARE(store->documents(space())->front().bytesHere, 2 + 2 * most.size());
        store.reset();
        const auto again = documentStore(path);
        QCOMPARE(again->documents(space())->front().bytesHere, 2 + 2 * most.size());
        QCOMPARE(sizeOf(**again->missing(space(), large.id())), large.sealedSize() - 2 - 2 * most.size());
    }

    void whatGrewLongestAgoMakesRoom() {
        const auto store = documentStore(pathOf("room.db"));
        const SealedDocument document = SealedDocument::make(400'000); // seven chunks
        QVERIFY(store->add(space(), document.index).ok());
        const auto begin = [&](std::uint32_t chunk, std::uint64_t size) {
            const std::uint64_t at = document.index.spanOf(chunk).begin;
            return *store->write(space(), document.id(), at, document.part(at, at + size)) == Written::Taken;
        };
        for (const std::uint32_t chunk : {0U, 1U, 2U, 3U})
            QVERIFY(begin(chunk, 10) && store->keep().ok());
        QVERIFY(begin(0, 20) && begin(4, 10));
        const auto startOf = [&](std::uint32_t chunk) { return document.index.spanOf(chunk).begin; };
        QVERIFY(missing(*store, document) == (Spans{{20, startOf(2)},
                                                    {startOf(2) + 10, startOf(3)},
                                                    {startOf(3) + 10, startOf(4)},
                                                    {startOf(4) + 10, document.sealed.size()}}));
        const std::uint64_t dropped = startOf(1) + 10; // nobody knows yet that its beginning went
        QVERIFY(*store->write(space(), document.id(), dropped, document.part(dropped, dropped + 1)) ==
                Written::Misplaced);
        QVERIFY(*store->write(space(), document.id(), 0, document.sealed) == Written::Taken);
        QVERIFY(store->keep().ok() && document.isWholeIn(*store, space()));
        QCOMPARE(numberFrom(*store, "SELECT count(*) FROM unfinished"), 0);
    }

    void onlyWhatChangedIsKeptAgain() {
        const auto store = documentStore(pathOf("changed.db"));
        QVERIFY(store->add(space(), m_document.index).ok());
        for (const std::uint32_t chunk : {0U, 1U, 2U}) {
            const std::uint64_t at = m_document.index.spanOf(chunk).begin;
            QVERIFY(*store->write(space(), m_document.id(), at, m_document.part(at, at + 60'000)) == Written::Taken);
        }
        QVERIFY(store->keep().ok());
        const std::int64_t before = rowsWritten(*store);
        QVERIFY(*store->write(space(), m_document.id(), 60'000, m_document.part(60'000, 60'001)) == Written::Taken);
        QVERIFY(store->keep().ok());
        QCOMPARE(rowsWritten(*store) - before, 2); // that chunk, and how much of the document is here
        QVERIFY(store->keep().ok());
        QCOMPARE(rowsWritten(*store) - before, 2);
    }

    void aFileThatHoldsMoreBegunChunksGoesOn() {
        const std::string path = pathOf("more.db");
        const SealedDocument document = SealedDocument::make(2'000'000); // thirty-one chunks
        {
            const auto store = documentStore(path);
            QVERIFY(store->add(space(), document.index).ok() && store->keep().ok());
            for (std::int64_t chunk = 0; chunk < 30; ++chunk)
                QVERIFY(store->database()
                            .prepare("INSERT INTO unfinished SELECT number * 65536 + ?, ? FROM document")
                            .bind(1, chunk)
                            .bind(2, document.chunk(static_cast<std::uint32_t>(chunk)).first(60'000))
                            .run()
                            .ok());
        }
        auto store = documentStore(path);
        const std::size_t before = liveBytes();
        const Spans spans = missing(*store, document);
        QVERIFY(liveBytes() - before < kMega);
        QCOMPARE(sizeOf(spans), document.sealed.size() - 4 * 60'000);
        for (const DocumentSpan& span : spans)
            QVERIFY(*store->write(space(), document.id(), span.begin, document.part(span.begin, span.end)) ==
                    Written::Taken);
        QVERIFY(store->keep().ok() && document.isWholeIn(*store, space()));
        QCOMPARE(numberFrom(*store, "SELECT count(*) FROM unfinished"), 0);
        store.reset();
        QCOMPARE(documentStore(path)->documents(space())->front().bytesHere, document.sealed.size());
    }

    void begunChunksOfManyDocumentsAreNotAllInMemory() {
        const auto store = documentStore(pathOf("begun_many.db"));
        const std::size_t before = liveBytes();
        for (std::uint64_t seed = 1; seed <= 500; ++seed) {
            const SealedDocument document = SealedDocument::make(60'000, seed);
            QVERIFY(store->add(space(), document.index).ok());
            QVERIFY(*store->write(space(), document.id(), 0, document.part(0, 50'000)) == Written::Taken);
            QVERIFY(liveBytes() - before < 10 * kMega);
        }
        for (std::uint64_t seed = 1; seed <= 500; ++seed) {
            const SealedDocument document = SealedDocument::make(60'000, seed);
            QVERIFY(missing(*store, document) == (Spans{{50'000, document.sealed.size()}}));
            QVERIFY(*store->write(space(), document.id(), 50'000, document.part(50'000, document.sealed.size())) ==
                    Written::Taken);
            QVERIFY(liveBytes() - before < 10 * kMega);
        }
        QVERIFY(store->keep().ok());
        QCOMPARE(numberFrom(*store, "SELECT count(*) FROM unfinished"), 0);
        QVERIFY(SealedDocument::make(60'000, 7).isWholeIn(*store, space()));
    }

    void aCopyIsWhole() {
        const auto store = documentStore(pathOf("original.db"));
        QVERIFY(store->add(space(), m_document.index).ok());
        QVERIFY(*store->write(space(), m_document.id(), 0, m_document.part(0, 70'000)) == Written::Taken);
        QVERIFY(store->backupTo(pathOf("copy.db")).ok());
        QVERIFY(missing(*documentStore(pathOf("copy.db")), m_document) == (Spans{{70'000, m_document.sealed.size()}}));
    }

    /// Old laptops have small disks, and a backup copies the whole file.
    void theRoomOfWhatIsRemovedIsGivenBack() {
        const std::string path = pathOf("room.db");
        const SealedDocument large = SealedDocument::make(6'000'000, 5, key(5));
        documentStore(path).reset(); // made, and then opened as one that is there
        const auto store = documentStore(path);
        large.putInto(*store, space());
        m_document.putInto(*store, space());
        QVERIFY(store->database().checkpoint().ok());
        QVERIFY(!QFile::exists(QString::fromStdString(path) + "-shm")); // nobody shares its log
        const qint64 before = QFile(QString::fromStdString(path)).size();
        QVERIFY(before > 6'000'000);
        QCOMPARE(*store->removeSealedUnder(space(), key(5)), std::uint64_t{1});
        const qint64 after = QFile(QString::fromStdString(path)).size();
        QVERIFY2(after < before / 8, std::to_string(after).c_str());
        QCOMPARE(*store->database().integrityCheck(), std::string("ok"));
        QVERIFY(m_document.isWholeIn(*store, space())); // it lay behind, and was moved
    }
};

QTEST_GUILESS_MAIN(DocumentStoreTest)
#include "document_store_test.moc"
