#include <QTest>

#include "client/core/backup_format.h"
#include "tests/support/prng.h"

#include <map>

using namespace puente;
using namespace puente::test;

namespace {

Bytes written(const std::map<BackupPart, Bytes>& parts) {
    Bytes file;
    BackupWriter writer([&](ByteView bytes) {
        append(file, bytes);
        return true;
    });
    for (const auto& [part, content] : parts) {
        writer.begin(part, content.size());
        writer.add(content);
    }
    writer.end();
    return file;
}

/// Reads in pieces of that size; what it held, or the fault.
Result<std::map<BackupPart, Bytes>, BackupFault> parts(ByteView file, std::size_t piece) {
    std::map<BackupPart, Bytes> found;
    BackupPart present = BackupPart::Keyring;
    BackupReader reader({.begin =
                             [&](BackupPart part, std::uint64_t) {
                                 present = part;
                                 found[part];
                                 return true;
                             },
                         .bytes =
                             [&](ByteView bytes) {
                                 append(found[present], bytes);
                                 return true;
                             }});
    while (!file.empty()) {
        const ByteView next = file.first(std::min(piece, file.size()));
        if (const auto taken = reader.add(next); !taken) return Failure{taken.fault()};
        file = file.subspan(next.size());
    }
    if (const auto ended = reader.end(); !ended) return Failure{ended.fault()};
    return found;
}

const std::map<BackupPart, Bytes> kParts{
    {BackupPart::Keyring, Bytes(300, 1)}, {BackupPart::Recovery, Bytes(85, 2)}, {BackupPart::Replica, Bytes(8192, 3)}};

} // namespace

/// A backup comes back as it was, or not at all.
class BackupFormatTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasWrittenComesBackInPiecesOfAnySize() {
        const Bytes file = written(kParts);
        for (const std::size_t piece : {1U, 7U, 64U, 4096U, 100'000U}) {
            const auto found = parts(file, piece);
            QVERIFY(found.ok());
            QVERIFY(*found == kParts);
        }
    }

    void everyByteCounts() {
        const Bytes file = written({{BackupPart::Keyring, Bytes(40, 1)}, {BackupPart::Replica, Bytes(60, 3)}});
        for (std::size_t at = 0; at < file.size(); ++at)
            for (const unsigned change : {0x01U, 0x80U}) {
                Bytes other = file;
                other[at] = static_cast<std::uint8_t>(other[at] ^ change);
                QVERIFY2(!parts(other, 16).ok(), std::to_string(at).c_str());
            }
    }

    void whatIsCutOffOrGoesOnIsRefused() {
        const Bytes file = written(kParts);
        for (std::size_t size = 0; size < file.size(); size += size < 400 ? 1 : 97)
            QVERIFY(!parts(ByteView(file).first(size), 50).ok());
        Bytes longer = file;
        longer.push_back(0);
        QCOMPARE(parts(longer, 50).fault(), BackupFault::Damaged);
    }

    void otherFilesAndVersionsAreTold() {
        QCOMPARE(parts(bytesOf(std::string_view("PK\x03\x04 something else")), 9).fault(), BackupFault::NotABackup);
        QCOMPARE(parts({}, 9).fault(), BackupFault::NotABackup);
        Bytes newer = written(kParts);
        newer[8] = 2;
        QCOMPARE(parts(newer, 9).fault(), BackupFault::Newer);
    }

    /// Nobody may put a part in twice, so that the second takes the place of the first.
    void partsAscend() {
        Bytes file;
        BackupWriter writer([&](ByteView bytes) {
            append(file, bytes);
            return true;
        });
        for (int i = 0; i < 2; ++i) {
            writer.begin(BackupPart::Keyring, 1);
            writer.add(Bytes{7});
        }
        writer.end();
        QCOMPARE(parts(file, 9).fault(), BackupFault::Damaged);
    }

    void noiseIsRefused() {
        Prng random(5);
        for (int round = 0; round < 2000; ++round) {
            Bytes file = written({{BackupPart::Keyring, Bytes(20, 1)}});
            for (int i = 0; i < 3; ++i)
                file[random.below(file.size())] = static_cast<std::uint8_t>(random.next());
            const auto found = parts(file, 1 + random.below(30));
            QVERIFY(!found.ok() || *found == (std::map<BackupPart, Bytes>{{BackupPart::Keyring, Bytes(20, 1)}}));
        }
    }
};

QTEST_GUILESS_MAIN(BackupFormatTest)
#include "backup_format_test.moc"
