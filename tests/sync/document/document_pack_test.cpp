#include <QTest>

#include "common/codec/writer.h"
#include "sync/document/document_pack.h"
#include "tests/support/document_samples.h"
#include "tests/support/prng.h"
#include "tests/support/vectors.h"

#include <fstream>
#include <set>

using namespace puente;
using namespace puente::test;
using nlohmann::json;

namespace {

SpaceId someSpace() {
    return *SpaceId::from(Bytes(16, 5));
}

/// Writes down what it is told.
struct Notes final : DocumentPackReader::Taker {
    void begin(const DocumentPackPart& one) override { part = one; }
    void index(const DocumentIndex& index) override { document = index.id(); }
    void chunk(std::uint32_t number, ByteView sealed) override {
        chunks.insert({document, number});
        bytes += sealed.size();
    }
    DocumentPackPart part;
    DocumentId document;
    std::set<std::pair<DocumentId, std::uint32_t>> chunks;
    std::uint64_t bytes = 0;
};

Bytes partOf(const std::vector<SealedDocument>& documents, const std::vector<DocumentPackSlice>& slices,
             const DocumentPackPart& part) {
    DocumentPackWriter writer;
    Bytes file = writer.begin(part);
    for (const DocumentPackSlice& slice : slices) {
        append(file, writer.index(documents[slice.document].index));
        for (std::uint32_t chunk = slice.begin; chunk < slice.end; ++chunk)
            append(file, writer.chunk(chunk, documents[slice.document].chunk(chunk)));
    }
    append(file, writer.end());
    return file;
}

std::vector<Bytes> packed(const std::vector<SealedDocument>& documents, std::uint64_t partSize) {
    std::vector<DocumentIndex> indexes;
    for (const SealedDocument& document : documents)
        indexes.push_back(document.index);
    const auto parts = packParts(indexes, partSize);
    std::vector<Bytes> files;
    for (std::size_t i = 0; i < parts.size(); ++i)
        files.push_back(
            partOf(documents, parts[i],
                   {someSpace(), static_cast<std::uint32_t>(i + 1), static_cast<std::uint32_t>(parts.size())}));
    return files;
}

/// Reads a file in pieces of some size.
Result<DocumentPackPart, DocumentPackFault> readAll(ByteView file, DocumentPackReader::Taker& taker,
                                                    std::size_t pieceSize = 4096) {
    DocumentPackReader reader(taker);
    while (!file.empty()) {
        const ByteView piece = file.first(std::min(file.size(), pieceSize));
        if (const auto fed = reader.feed(piece); !fed) return Failure{fed.fault()};
        file = file.subspan(piece.size());
    }
    return reader.finish();
}

Bytes smallPart() {
    std::vector<SealedDocument> documents;
    documents.push_back(SealedDocument::make(10));
    return packed(documents, kDocumentPackSizeMin).front();
}

/// The same with its hash put right, as somebody does who knows the format.
Bytes closedAgain(Bytes file) {
    file.resize(file.size() - 5 - Hash::kSize);
    const Hash hash = hashOf(Purpose::DocumentPack, file);
    Writer writer;
    writer.u8(3);
    writer.u32(Hash::kSize);
    writer.id(hash);
    append(file, writer.take());
    return file;
}

json refusal(const char* what, const char* fault, const Bytes& file) {
    return {{"what", what}, {"fault", fault}, {"file", toHex(file)}};
}

json vectors() {
    const Bytes good = smallPart();
    const auto altered = [&](std::size_t at, std::uint8_t byte, bool closes) {
        Bytes file = good;
        file[at] = byte;
        return closes ? closedAgain(file) : file;
    };
    Bytes leftOver = good, cut = good;
    leftOver.push_back(0);
    cut.pop_back();
    return {{"good", {{"space", toHex(someSpace().view())}, {"number", 1}, {"count", 1}, {"file", toHex(good)}}},
            {"bad",
             {refusal("another file", "not a pack", altered(0, 'X', false)),
              refusal("a later version", "newer", altered(7, '2', true)),
              refusal("part 0", "damaged", altered(24, 0, true)),
              refusal("a part behind the last", "damaged", altered(24, 2, true)),
              refusal("a frame that there is not", "damaged", altered(28, 9, true)),
              refusal("an index longer than any", "damaged", altered(31, 0xFF, true)),
              refusal("an index of another version", "damaged", altered(33, 2, true)),
              refusal("a chunk under another number", "damaged", altered(28 + 5 + 51 + 5, 1, true)),
              refusal("a chunk that its index does not name", "damaged", altered(28 + 5 + 51 + 9, 0, true)),
              refusal("a byte changed", "damaged", altered(40, 0xEE, false)),
              refusal("a byte left over", "damaged", leftOver), refusal("cut short", "truncated", cut)}}};
}

const char* wordOf(DocumentPackFault fault) {
    switch (fault) {
    case DocumentPackFault::NotAPack: return "not a pack";
    case DocumentPackFault::Truncated: return "truncated";
    case DocumentPackFault::Damaged: return "damaged";
    case DocumentPackFault::Newer: return "newer";
    }
    return "";
}

} // namespace

/// A part of a pack is read whole or not at all, in any order, whatever somebody put on the stick.
/// tests/vectors/document_pack_v1.json holds the examples; PUENTE_WRITE_VECTORS=1 writes it anew.
class DocumentPackTest : public QObject {
    Q_OBJECT

private slots:
    void theVectorsHold() {
        if (qEnvironmentVariableIsSet("PUENTE_WRITE_VECTORS"))
            std::ofstream(vectorPath("document_pack_v1.json").toStdString()) << vectors().dump(1) << '\n';
        const json& file = readVectors("document_pack_v1.json");
        QVERIFY(file == vectors());
        Notes notes;
        const auto good = readAll(*fromHex(file["good"]["file"].get<std::string>()), notes);
        QVERIFY(good && good->space == someSpace() && good->number == 1 && good->count == 1);
        QCOMPARE(notes.chunks.size(), std::size_t{1});
        for (const json& one : file["bad"]) {
            const auto read = readAll(*fromHex(one["file"].get<std::string>()), notes);
            QVERIFY2(!read, one["what"].get<std::string>().c_str());
            QCOMPARE(std::string(wordOf(read.fault())), one["fault"].get<std::string>());
        }
    }

    void everyPartStandsForItself() {
        std::vector<SealedDocument> documents;
        documents.push_back(SealedDocument::make(2'500'000, 1, *ErasableId::from(Bytes(16, 1))));
        documents.push_back(SealedDocument::make(0, 2, *ErasableId::from(Bytes(16, 2))));
        documents.push_back(SealedDocument::make(700'000, 3, *ErasableId::from(Bytes(16, 3))));
        const std::vector<Bytes> files = packed(documents, kDocumentPackSizeMin);
        QVERIFY(files.size() >= 4);
        const auto store = documentStore();
        // The last part first, one of them twice.
        for (std::size_t i : {files.size() - 1, std::size_t{1}, std::size_t{0}, std::size_t{1}}) {
            QVERIFY(files[i].size() <= kDocumentPackSizeMin);
            Notes notes;
            const auto part = readAll(files[i], notes);
            QVERIFY(part && part->number == i + 1 && part->count == files.size());
            QVERIFY(!notes.chunks.empty());
        }
        std::set<std::pair<DocumentId, std::uint32_t>> all;
        std::uint64_t bytes = 0;
        for (const Bytes& file : files) {
            Notes notes;
            QVERIFY(readAll(file, notes));
            for (const auto& chunk : notes.chunks)
                QVERIFY(all.insert(chunk).second); // no chunk in two parts
            bytes += notes.bytes;
        }
        std::uint64_t sealed = 0;
        for (const SealedDocument& document : documents)
            sealed += document.sealed.size();
        QCOMPARE(bytes, sealed);
    }

    void anyPieceSizeWillDo() {
        std::vector<SealedDocument> documents;
        documents.push_back(SealedDocument::make(200'000));
        const Bytes file = packed(documents, kDocumentPackSizeMin).front();
        for (const std::size_t size : {1UL, 7UL, 65'536UL, 10'000'000UL}) {
            Notes notes;
            QVERIFY(readAll(file, notes, size));
            QCOMPARE(notes.bytes, std::uint64_t{documents.front().sealed.size()});
        }
    }

    void everyChangedByteAndEveryCutIsNoticed() {
        const Bytes good = smallPart();
        for (std::size_t at = 0; at < good.size(); ++at) {
            Notes notes;
            Bytes file = good;
            file[at] ^= 0x40;
            QVERIFY(!readAll(file, notes));
            QVERIFY(!readAll(ByteView(good).first(at), notes));
        }
    }

    void noLengthIsBelievedBeforeItsBytesAreThere() {
        // A frame that says it has 4 GiB is refused by its head, and none waits for more than the largest index.
        for (int type = 0; type < 256; ++type) {
            Notes notes;
            DocumentPackReader reader(notes);
            DocumentPackWriter writer;
            QVERIFY(reader.feed(writer.begin({someSpace(), 1, 1})).ok());
            const Bytes head{static_cast<std::uint8_t>(type), 0xFF, 0xFF, 0xFF, 0xFF};
            QVERIFY(!reader.feed(head));
        }
    }

    void noiseIsNoPack() {
        Prng prng(11);
        for (int round = 0; round < 2000; ++round) {
            Bytes noise = smallPart();
            noise.resize(28); // a good beginning
            for (std::size_t i = 0; i < prng.below(300); ++i)
                noise.push_back(static_cast<std::uint8_t>(prng.below(256)));
            Notes notes;
            QVERIFY(!readAll(noise, notes));
        }
    }
};

QTEST_GUILESS_MAIN(DocumentPackTest)
#include "document_pack_test.moc"
