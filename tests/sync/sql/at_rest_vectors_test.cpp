#include <QTest>

#include "sync/sql/database.h"
#include "sync/sql/sealed_mark.h"
#include "tests/support/crash_vfs.h"
#include "tests/support/seeded_entropy.h"
#include "tests/support/vectors.h"

using namespace puente;
using namespace puente::test;
using nlohmann::json;

namespace {

Bytes bytesAt(const json& vector, const char* name) {
    return *fromHex(vector[name].get<std::string>());
}

PagePlace placeOf(const json& vector, const json& file) {
    return {.kind = vector["kind"] == "page" ? PagePlace::Kind::Page : PagePlace::Kind::Frame,
            .file = *SealedFileId::from(*fromHex(file["file"].get<std::string>())),
            .number = vector["number"].get<std::uint32_t>()};
}

} // namespace

/// What docs/formats/at_rest.md promises, on the vectors that it cites.
class AtRestVectorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPieceOpens() {
        const json& file = readVectors("at_rest_v1.json");
        const PageSeal seal(bytesAt(file, "key"));
        QCOMPARE(toHex(storageKeyIdOf(bytesAt(file, "key")).view()), file["key_id"].get<std::string>());
        for (const json& piece : file["pieces"]) {
            const Bytes sealed = bytesAt(piece, "sealed");
            Bytes plain(sealed.size() - PageSeal::kOverhead);
            QVERIFY(seal.open(placeOf(piece, file), sealed, plain).ok());
            QCOMPARE(toHex(plain), piece["plain"].get<std::string>());
        }
    }
    void theFileOpensWithItsLog() {
        const json& file = readVectors("at_rest_v1.json");
        CrashVfs disk;
        SeededEntropy entropy(1);
        disk.load({{"/a.db", bytesAt(file, "database")}, {"/a.db-swal", bytesAt(file, "log")}});
        const Bytes key = bytesAt(file, "key");
        auto database = Database::open({.path = "/a.db", .vfs = disk.name(), .seal = SealWith{key, entropy}});
        QVERIFY(database.ok());
        Statement& row = database->prepare("SELECT text FROM word");
        QVERIFY(*row.step());
        QCOMPARE(std::string(row.text(0)), file["row"].get<std::string>());
    }
    void marksSayWhatWasCommitted() {
        const json& file = readVectors("at_rest_v1.json");
        CrashVfs disk;
        SeededEntropy entropy(1);
        Sealing sealing{.seal = PageSeal(bytesAt(file, "key")), .entropy = entropy, .file = {}};
        sealing.file = *SealedFileId::from(bytesAt(file, "file"));
        for (const json& vector : file["marks"]) {
            disk.load({{"/a.db-mark", bytesAt(vector, "file")}});
            SealedMark mark(sealing, *sqlite3_vfs_find(disk.name().c_str()), "/a.db");
            std::optional<CommitMark> found;
            QCOMPARE(mark.open(), SQLITE_OK);
            QCOMPARE(mark.read(found), SQLITE_OK);
            QVERIFY2(found.has_value() == !vector["number"].is_null(), vector["what"].get<std::string>().c_str());
            if (!found) continue;
            QCOMPARE(found->number, vector["number"].get<std::uint64_t>());
            QCOMPARE(found->second, vector["second"].get<std::int64_t>());
        }
    }
    void badPiecesAreRefused() {
        const json& file = readVectors("at_rest_v1.json");
        const PageSeal seal(bytesAt(file, "key"));
        const std::map<SealFault, std::string> names{{SealFault::Damaged, "Damaged"},
                                                     {SealFault::Misplaced, "Misplaced"}};
        for (const json& bad : file["bad"]) {
            const Bytes sealed = bytesAt(bad, "sealed");
            Bytes plain(sealed.size() - PageSeal::kOverhead);
            const auto opened = seal.open(placeOf(bad, file), sealed, plain);
            QVERIFY(!opened.ok());
            QCOMPARE(names.at(opened.fault()), bad["as"].get<std::string>());
        }
        for (const json& bad : file["bad_first_pages"]) {
            const auto found = seal.fileOf(bytesAt(bad, "sealed"));
            QVERIFY(!found.ok());
            QCOMPARE(std::string(found.fault() == SealFault::NotSealed ? "NotSealed" : "WrongKey"),
                     bad["as"].get<std::string>());
        }
    }
};

QTEST_APPLESS_MAIN(AtRestVectorsTest)
#include "at_rest_vectors_test.moc"
