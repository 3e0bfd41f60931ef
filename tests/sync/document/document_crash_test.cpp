#include <QTest>

#include "tests/support/crash_sweep.h"
#include "tests/support/document_samples.h"
#include "tests/support/effort.h"

#include <algorithm>

using namespace puente;
using namespace puente::test;

namespace {

constexpr std::size_t kCutStates = 1'200;

SpaceId space() {
    return *SpaceId::from(Bytes(16, 1));
}

bool contains(const DiskImage& image, ByteView part) {
    return std::ranges::any_of(image, [&](const auto& file) {
        return std::search(file.second.begin(), file.second.end(), part.begin(), part.end()) != file.second.end();
    });
}

} // namespace

/// What keep() returned for is there after a power cut at any moment; what it did not is there as it was, or to come
/// again. What was removed for good is in no file.
class DocumentCrashTest : public QObject {
    Q_OBJECT

    CrashVfs m_vfs;
    const SealedDocument m_document = SealedDocument::make(180'000);

    std::unique_ptr<DocumentStore> opened() {
        auto database = Database::open({.path = "/documents.db", .vfs = m_vfs.name(), .pageSize = 4096});
        // A checkpoint every few pages rather than every thousand: they are where power cuts bite.
        if (!database || !database->execute("PRAGMA wal_autocheckpoint=12")) return nullptr;
        auto store = DocumentStore::open(std::move(*database));
        return store ? std::move(*store) : nullptr;
    }

    DiskImage freshImage() {
        m_vfs.load({});
        expects(opened() != nullptr);
        return m_vfs.image();
    }

    /// The rest comes, and then all is there.
    bool canBeFinished(DocumentStore& store) const {
        if (!store.add(space(), m_document.index)) return false;
        const auto missing = store.missing(space(), m_document.id());
        for (const DocumentSpan& span : **missing) {
            const auto written =
                store.write(space(), m_document.id(), span.begin, m_document.part(span.begin, span.end));
            if (!written || *written != DocumentStore::Written::Taken) return false;
        }
        return store.keep().ok() && m_document.isWholeIn(store, space());
    }

private Q_SLOTS:
    void keepsWhatItAcknowledgedThroughPowerCuts() {
        Prng prng(1);
        Recording recording{.start = freshImage(), .events = {}};
        std::vector<std::uint64_t> kept{0};
        m_vfs.load(recording.start);
        m_vfs.startRecording();
        auto store = opened();
        expects(store->add(space(), m_document.index).ok());
        for (std::uint64_t at = 0; at < m_document.sealed.size();) {
            const std::uint64_t end = std::min<std::uint64_t>(at + 1 + prng.below(9'000), m_document.sealed.size());
            expects(store->write(space(), m_document.id(), at, m_document.part(at, end)).ok());
            at = end;
            if (prng.chance(50)) continue;
            expects(store->keep().ok());
            recording.acknowledged.push_back(m_vfs.recorded().size());
            kept.push_back(at);
        }
        recording.events = m_vfs.recorded();
        store.reset();
        std::size_t states = 0;
        sweepCuts(recording, effort(kCutStates), prng, [&](const DiskImage& image, std::size_t acknowledged) {
            m_vfs.load(image);
            const auto left = opened();
            QVERIFY2(left != nullptr, "a power cut left a store that does not open");
            QCOMPARE(*left->database().integrityCheck(), std::string("ok"));
            const auto documents = left->documents(space());
            const std::uint64_t here = documents->empty() ? 0 : documents->front().bytesHere;
            QVERIFY(here >= kept[acknowledged]);
            QVERIFY(canBeFinished(*left));
            ++states;
        });
        QCOMPARE(states, effort(kCutStates));
    }

    void whatWasRemovedForGoodIsNowhereAfterACut() {
        Prng prng(2);
        m_vfs.load(freshImage());
        auto store = opened();
        m_document.putInto(*store, space());
        store.reset();
        Recording recording{.start = m_vfs.image(), .events = {}};
        m_vfs.startRecording();
        store = opened();
        expects(*store->removeSealedUnder(space(), m_document.index.key()) == 1);
        recording.acknowledged.push_back(m_vfs.recorded().size());
        recording.events = m_vfs.recorded();
        store.reset();
        QVERIFY(contains(recording.start, m_document.chunk(1).subspan(30'000, 32)));
        sweepCuts(recording, effort(kCutStates / 4), prng, [&](const DiskImage& image, std::size_t acknowledged) {
            for (std::uint32_t chunk = 0; acknowledged > 0 && chunk < m_document.index.chunkCount(); ++chunk)
                QVERIFY(!contains(image, m_document.chunk(chunk).first(32)));
            m_vfs.load(image);
            const auto left = opened();
            QVERIFY(left != nullptr);
            QVERIFY(acknowledged == 0 || left->documents(space())->empty());
            QVERIFY(canBeFinished(*left));
        });
    }

    void aFailingDiskCostsBytesNeverTruth_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("an error") << int(DiskFailure::Kind::Error);
        QTest::newRow("a full disk") << int(DiskFailure::Kind::Full);
    }

    void aFailingDiskCostsBytesNeverTruth() {
        QFETCH(int, kind);
        const DiskImage fresh = freshImage();
        for (std::uint64_t call = 1;; ++call) {
            m_vfs.load(fresh);
            std::uint64_t kept = 0;
            {
                const auto store = opened();
                m_vfs.failNext({DiskFailure::Kind(kind), call, false});
                bool isFine = store->add(space(), m_document.index).ok();
                for (std::uint64_t at = 0; isFine && at < m_document.sealed.size(); at += 40'000) {
                    const std::uint64_t end = std::min<std::uint64_t>(at + 40'000, m_document.sealed.size());
                    isFine = store->write(space(), m_document.id(), at, m_document.part(at, end)).ok();
                    isFine = isFine && store->keep().ok();
                    if (isFine) kept = end;
                }
                if (!m_vfs.hasFailed()) break;
                m_vfs.failNext({});
                if (!store->database().isReadOnly()) QVERIFY(canBeFinished(*store));
            }
            const auto again = opened();
            QVERIFY(again != nullptr);
            const auto documents = again->documents(space());
            QVERIFY((documents->empty() ? 0 : documents->front().bytesHere) >= kept);
            QVERIFY(canBeFinished(*again));
            if (call > 400) break;
        }
    }
};

QTEST_GUILESS_MAIN(DocumentCrashTest)
#include "document_crash_test.moc"
