#include <QTest>

#include "common/codec/writer.h"
#include "common/crypto/aead.h"
#include "common/crypto/padding.h"
#include "tests/support/document_samples.h"
#include "tests/support/vectors.h"

#include <deque>
#include <fstream>

using namespace puente;
using namespace puente::test;
using nlohmann::json;

namespace {

Bytes bytesIn(const json& hex) {
    return *fromHex(hex.get<std::string>());
}

Bytes indexOf(std::uint64_t sealedSize, std::size_t chunks, std::uint8_t version = 1) {
    Writer writer;
    writer.u8(version);
    writer.raw(Bytes(16, 9));
    writer.varint(sealedSize);
    writer.raw(Bytes(chunks * 32, 7));
    return writer.take();
}

/// Gives the nonces of the vectors.
class ListedNonces final : public Entropy {
public:
    explicit ListedNonces(const json& nonces) {
        for (const json& nonce : nonces)
            m_nonces.push_back(bytesIn(nonce));
    }
    void fill(std::span<std::uint8_t> target) override {
        expects(!m_nonces.empty() && m_nonces.front().size() == target.size());
        std::ranges::copy(m_nonces.front(), target.begin());
        m_nonces.pop_front();
    }

private:
    std::deque<Bytes> m_nonces;
};

json refusal(const char* what, const Bytes& wire) {
    return {{"what", what}, {"index", toHex(wire)}};
}

/// What the vectors' documents hold.
Bytes pattern(std::size_t size) {
    Bytes plain(size);
    for (std::size_t i = 0; i < size; ++i)
        plain[i] = static_cast<std::uint8_t>(i * 31);
    return plain;
}

json documentVector(std::size_t size, bool isWhole) {
    const json nonces = {std::string(48, '1'), std::string(48, '2')};
    ListedNonces entropy(nonces);
    const ErasableKey key = ErasableKey::fromBytes(Bytes(32, 13));
    DocumentSealer sealer(key, *ErasableId::from(Bytes(16, 9)), size, entropy);
    json chunks = json::array();
    const Bytes plain = pattern(size);
    for (std::size_t at = 0; !sealer.isDone();) {
        const std::size_t wanted = sealer.wanted();
        const Bytes sealed = sealer.sealNext(ByteView(plain).subspan(at, wanted));
        json chunk{{"hash", toHex(hashOf(Purpose::DocumentChunkHash, sealed).view())}};
        if (isWhole) chunk["sealed"] = toHex(sealed);
        chunks.push_back(chunk);
        at += wanted;
    }
    const DocumentIndex index = sealer.finish();
    return {{"size", size},
            {"key", toHex(key.reveal())},
            {"key_id", toHex(index.key().view())},
            {"nonces", nonces},
            {"sealed_size", index.sealedSize()},
            {"chunks", chunks},
            {"id", toHex(index.id().view())},
            {"index", toHex(index.wire())}};
}

json vectors() {
    json file{{"sizes", json::array()}, {"documents", {documentVector(10, true), documentVector(70'000, false)}}};
    for (const std::uint64_t size :
         {0ULL, 256ULL, 257ULL, 65'536ULL, 65'537ULL, 1'000'000ULL, 20'000'000ULL, 1ULL << 30})
        file["sizes"].push_back({{"size", size}, {"sealed_size", sealedDocumentSize(size)}});
    Bytes longForm = indexOf(296, 1);
    longForm.insert(longForm.begin() + 18, 0x82);
    longForm[19] = 0x80;
    longForm.insert(longForm.begin() + 20, 0);
    Bytes leftOver = indexOf(296, 1);
    leftOver.push_back(0);
    Bytes cut = indexOf(296, 1);
    cut.pop_back();
    file["bad"] = {refusal("another version", indexOf(296, 1, 2)),
                   refusal("no chunk", indexOf(0, 0)),
                   refusal("below the floor", indexOf(295, 1)),
                   refusal("a size that padding does not give", indexOf(297, 1)),
                   refusal("a chunk too few", indexOf(296, 0)),
                   refusal("a chunk too many", indexOf(296, 2)),
                   refusal("one chunk for what needs two", indexOf(65'537 + 40, 1)),
                   refusal("two chunks for what needs one", indexOf(65'536 + 80, 2)),
                   refusal("a size longer than it need be", longForm),
                   refusal("a byte left over", leftOver),
                   refusal("cut short", cut)};
    return file;
}

} // namespace

/// A document's sealed bytes are what its index names, byte by byte, and open in their place only.
/// tests/vectors/document_v1.json holds the examples; PUENTE_WRITE_VECTORS=1 writes it anew.
class DocumentIndexTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theVectorsHold() {
        if (qEnvironmentVariableIsSet("PUENTE_WRITE_VECTORS"))
            std::ofstream(vectorPath("document_v1.json").toStdString()) << vectors().dump(1) << '\n';
        const json& file = readVectors("document_v1.json");
        QVERIFY(file == vectors());
        for (const json& one : file["sizes"])
            QCOMPARE(sealedDocumentSize(one["size"]), one["sealed_size"].get<std::uint64_t>());
        for (const json& one : file["bad"])
            QVERIFY2(!DocumentIndex::parse(bytesIn(one["index"])), one["what"].get<std::string>().c_str());
        for (const json& one : file["documents"]) {
            const auto index = DocumentIndex::parse(bytesIn(one["index"]));
            QVERIFY(index && toHex(index->id().view()) == one["id"]);
            QVERIFY(toHex(index->key().view()) == one["key_id"] && index->sealedSize() == one["sealed_size"]);
        }
        const json& small = file["documents"][0];
        const auto opened = openDocumentChunk(ErasableKey::fromBytes(bytesIn(small["key"])),
                                              *DocumentIndex::parse(bytesIn(small["index"])), 10, 0,
                                              bytesIn(small["chunks"][0]["sealed"]));
        QVERIFY(opened && *opened == pattern(10));
    }

    void everySizeComesBack() {
        for (const std::size_t size :
             {0U, 1U, 255U, 256U, 257U, 65'535U, 65'536U, 65'537U, 131'072U, 200'000U, 1'100'000U}) {
            const SealedDocument document = SealedDocument::make(size);
            QCOMPARE(document.sealed.size(), sealedDocumentSize(size));
            QVERIFY(document.index.key() == *ErasableId::from(Bytes(16, 9)));
            Bytes plain;
            for (std::uint32_t chunk = 0; chunk < document.index.chunkCount(); ++chunk) {
                QVERIFY(document.index.isChunk(chunk, document.chunk(chunk)));
                const auto opened = openDocumentChunk(document.key, document.index, size, chunk, document.chunk(chunk));
                QVERIFY(opened.has_value());
                append(plain, *opened);
            }
            QVERIFY(plain == document.plain);
            const auto again = DocumentIndex::parse(Bytes(document.index.wire().begin(), document.index.wire().end()));
            QVERIFY(again && again->id() == document.id());
        }
    }

    void noIndexIsLargerThanItsBound() {
        const std::uint64_t sealed = sealedDocumentSize(kDocumentSizeMax);
        QVERIFY(DocumentIndex::parse(indexOf(sealed, 16'384)).has_value());
        QCOMPARE(indexOf(sealed, 16'384).size(), kDocumentIndexSizeMax);
        QVERIFY(!DocumentIndex::parse(indexOf((1ULL << 30) + (1ULL << 25) + 16'896 * 40, 16'896)));
    }

    void everyOtherIndexIsAnotherDocumentOrNone() {
        const SealedDocument document = SealedDocument::make(70'000);
        for (std::size_t bit = 0; bit < document.index.wire().size() * 8; ++bit) {
            Bytes flipped(document.index.wire().begin(), document.index.wire().end());
            flipped[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
            const auto index = DocumentIndex::parse(flipped);
            QVERIFY(!index || index->id() != document.id());
        }
    }

    void aChunkIsOneOfItsIndexInItsPlace() {
        const SealedDocument document = SealedDocument::make(131'072); // two chunks of one size
        QVERIFY(!document.index.isChunk(0, document.chunk(1)));
        QVERIFY(!document.index.isChunk(0, document.chunk(0).first(65'575)));
        Bytes flipped(document.chunk(0).begin(), document.chunk(0).end());
        flipped[9'000] ^= 4;
        QVERIFY(!document.index.isChunk(0, flipped));
    }

    void aChunkDoesNotOpenElsewhere() {
        const SealedDocument document = SealedDocument::make(131'072);
        const auto open = [&](const DocumentIndex& index, std::uint32_t chunk, ByteView sealed) {
            return openDocumentChunk(document.key, index, 131'072, chunk, sealed).has_value();
        };
        const auto hash = [](ByteView sealed) { return hashOf(Purpose::DocumentChunkHash, sealed); };
        const std::vector<Hash> swapped{hash(document.chunk(1)), hash(document.chunk(0))};
        const DocumentIndex lie = DocumentIndex::of(document.index.key(), document.index.sealedSize(), swapped);
        QVERIFY(open(document.index, 0, document.chunk(0)));
        QVERIFY2(!open(lie, 0, document.chunk(1)), "its place is sealed with it");
        const std::vector<Hash> longer{hash(document.chunk(0)), hash(document.chunk(1)), hash(document.chunk(1))};
        const DocumentIndex more = DocumentIndex::of(document.index.key(), sealedDocumentSize(196'608), longer);
        QVERIFY2(!openDocumentChunk(document.key, more, 196'608, 0, document.chunk(0)), "and how many there are");
        QVERIFY(!openDocumentChunk(document.key, document.index, 131'073, 0, document.chunk(0)));
        QVERIFY(!openDocumentChunk(document.key, document.index, 131'072, 2, document.chunk(0)));
        QVERIFY(!openDocumentChunk(SealedDocument::make(1, 2).key, document.index, 131'072, 0, document.chunk(0)));
    }

    void paddingIsZeros() {
        SeededEntropy entropy(3);
        const SealedDocument document = SealedDocument::make(256, 3);
        // Sealed as 256 bytes, and said to be 255: the last one would be hidden.
        const auto opened = openDocumentChunk(document.key, document.index, 255, 0, document.sealed);
        QVERIFY(document.plain[255] != 0 && !opened);
        QVERIFY(openDocumentChunk(document.key, document.index, 256, 0, document.sealed).has_value());
    }
};

QTEST_GUILESS_MAIN(DocumentIndexTest)
#include "document_index_test.moc"
