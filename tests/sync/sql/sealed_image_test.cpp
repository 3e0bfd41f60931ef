#include <QTest>

#include <QTemporaryDir>

#include "sync/sql/database.h"
#include "sync/sql/sealed_file.h"
#include "sync/sql/sealed_image.h"
#include "tests/support/seeded_entropy.h"

#include <algorithm>
#include <vector>

using namespace puente;

/// A copy of a sealed file is known to be good page by page, and a bad one is not taken for a good one.
class SealedImageTest : public QObject {
    Q_OBJECT

    const Bytes m_key = Bytes(32, 9);
    QTemporaryDir m_folder;
    std::vector<Bytes> m_pages;

    static Result<bool, SealFault> check(const std::vector<Bytes>& pages, ByteView key) {
        SealedImage image(key);
        for (const Bytes& page : pages)
            if (const auto added = image.add(page); !added) return Failure{added.fault()};
        return image.isWhole();
    }

private Q_SLOTS:
    void initTestCase() {
        test::SeededEntropy entropy(3);
        auto database = Database::open({.path = m_folder.filePath("x.db").toStdString(),
                                        .seal = SealWith{.key = m_key, .entropy = entropy, .mayMake = true}});
        QVERIFY(database.ok());
        QVERIFY(database->execute("CREATE TABLE t (a TEXT) STRICT").ok());
        for (int i = 0; i < 300; ++i)
            QVERIFY(database->prepare("INSERT INTO t VALUES (?)").bind(1, std::string(200, 'x')).run().ok());
        const auto read = database->readImage([&](ByteView piece) {
            m_pages.emplace_back(piece.begin(), piece.end());
            return true;
        });
        QVERIFY(read.ok());
        QVERIFY(m_pages.size() > 10);
        QCOMPARE(*database->imageSize(), m_pages.size() * SealedImage::kPieceSize);
        // Reading it has not let another process in, nor closed anything.
        QVERIFY(database->prepare("INSERT INTO t VALUES ('y')").run().ok());
        QVERIFY(isInUse(m_folder.filePath("x.db").toStdString()));
    }

    void theImageOpensPageByPage() { QVERIFY(*check(m_pages, m_key)); }
    void nothingOfItIsInTheClear() {
        for (const Bytes& page : m_pages)
            QVERIFY(std::search_n(page.begin(), page.end(), 8, std::uint8_t{'x'}) == page.end());
    }
    void anotherKeyOpensNothing() { QCOMPARE(check(m_pages, Bytes(32, 8)).fault(), SealFault::WrongKey); }
    void aChangedPageIsFound() {
        for (const std::size_t at : {std::size_t{0}, m_pages.size() / 2, m_pages.size() - 1}) {
            std::vector<Bytes> pages = m_pages;
            pages[at][100] ^= 1;
            QVERIFY(!check(pages, m_key).ok());
        }
    }
    void exchangedPagesAreFound() {
        std::vector<Bytes> pages = m_pages;
        std::swap(pages[2], pages[3]);
        QCOMPARE(check(pages, m_key).fault(), SealFault::Misplaced);
    }
    void aMissingEndIsFound() {
        std::vector<Bytes> pages = m_pages;
        pages.pop_back();
        QVERIFY(!*check(pages, m_key));
        QVERIFY(!*check({}, m_key));
        pages.back().resize(100);
        QCOMPARE(check(pages, m_key).fault(), SealFault::CutOff);
    }
    /// SQLite never writes the page at 1 GiB.
    void onlyTheHoleOfTheLocksMayBeZeros() {
        const PageSeal seal(m_key);
        const Bytes hole(kPageSize);
        test::SeededEntropy entropy(4);
        QCOMPARE(kLockPage, 262'145U);
        for (const std::uint32_t number : {1U, 2U, kLockPage - 1, kLockPage, kLockPage + 1}) {
            const PagePlace place{.kind = PagePlace::Kind::Page, .file = {}, .number = number};
            Bytes plain(kPagePlainSize, 1), sealed(kPageSize);
            const auto opened = openPageAt(seal, place, hole, plain);
            QCOMPARE(opened.ok(), number == kLockPage);
            QVERIFY(std::ranges::all_of(plain, [](std::uint8_t byte) { return byte == 0; }));
            seal.seal(place, Bytes(kPagePlainSize, 2), sealed, entropy);
            QVERIFY(openPageAt(seal, place, sealed, plain).ok());
            sealed[7] ^= 1;
            QVERIFY(!openPageAt(seal, place, sealed, plain).ok());
        }
    }
};

QTEST_GUILESS_MAIN(SealedImageTest)
#include "sealed_image_test.moc"
