#include <QTest>

#include "common/codec/compression.h"
#include "tests/support/prng.h"

#include <zstd.h>

using namespace puente;

namespace {

/// A frame of `size` zeros by someone who chooses its form.
Bytes frameOf(std::size_t size, int windowLog, bool declared) {
    ZSTD_CCtx* context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, 1);
    ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, declared ? 1 : 0);
    if (windowLog > 0) ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, windowLog);
    if (windowLog > 0) ZSTD_CCtx_setParameter(context, ZSTD_c_enableLongDistanceMatching, 1);
    const Bytes plain(size);
    Bytes frame(ZSTD_compressBound(size));
    ZSTD_inBuffer in{plain.data(), plain.size(), 0};
    ZSTD_outBuffer out{frame.data(), frame.size(), 0};
    if (declared) ZSTD_CCtx_setPledgedSrcSize(context, size);
    while (ZSTD_compressStream2(context, &out, &in, ZSTD_e_end) != 0) {
    }
    ZSTD_freeCCtx(context);
    frame.resize(out.pos);
    return frame;
}

} // namespace

Q_DECLARE_METATYPE(puente::DecompressFault)

/// Decompressing gives what was compressed, and never more than the bounds allow.
class CompressionTest : public QObject {
    Q_OBJECT

private slots:
    void whatWasCompressedComesBack() {
        test::Prng prng(1);
        for (const std::size_t size : {0U, 1U, 1000U, 300'000U}) {
            Bytes plain(size);
            for (std::uint8_t& byte : plain)
                byte = static_cast<std::uint8_t>(prng.below(7));
            const auto back = decompress(compress(plain, {}, 19), ByteView{});
            QVERIFY(back);
            QVERIFY(*back == plain);
        }
    }
    void theDictionaryMustBeTheSame() {
        Bytes words;
        for (int i = 0; i < 500; ++i)
            append(words, bytesOf("acuerdo " + std::to_string(i * 7919) + " regional; "));
        const Bytes frame = compress(ByteView(words).subspan(100, 300), words, 19);
        QVERIFY(decompress(frame, words));
        QVERIFY(!decompress(frame, ByteView{}));
    }
    void bombsAreRefused_data() {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<DecompressFault>("fault");
        const auto row = [](const char* name, const Bytes& frame, DecompressFault fault) {
            QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(frame.data()),
                                              static_cast<qsizetype>(frame.size()))
                                << fault;
        };
        row("a declared size beyond the bound", frameOf(kDecompressedSizeMax + 1, 0, true), DecompressFault::TooLarge);
        row("a ratio beyond the bound", frameOf(kDecompressedSizeMax, 0, true), DecompressFault::RatioTooHigh);
        row("no declared size", frameOf(1000, 0, false), DecompressFault::Malformed);
        row("a window beyond the bound", frameOf(1000, 27, false), DecompressFault::Malformed);
        Bytes lying = frameOf(5000, 0, true);
        lying[5] = static_cast<std::uint8_t>(lying[5] + 1); // the size's first byte: RFC 8878, section 3.1.1
        row("a size that lies", lying, DecompressFault::Malformed);
        Bytes trailing = frameOf(1000, 0, true);
        trailing.push_back(0);
        row("a byte after the frame", trailing, DecompressFault::Malformed);
        Bytes twice = frameOf(1000, 0, true);
        append(twice, frameOf(1000, 0, true));
        row("two frames", twice, DecompressFault::Malformed);
        row("nothing", {}, DecompressFault::Malformed);
        row("not a frame", {1, 2, 3, 4, 5, 6, 7, 8}, DecompressFault::Malformed);
        // A skippable frame: magic number, size, content.
        row("a frame to be skipped", {0x50, 0x2a, 0x4d, 0x18, 1, 0, 0, 0, 7}, DecompressFault::Malformed);
    }
    void bombsAreRefused() {
        QFETCH(QByteArray, frame);
        QFETCH(DecompressFault, fault);
        const auto plain = decompress(bytesOf({frame.constData(), static_cast<std::size_t>(frame.size())}), ByteView{});
        QVERIFY(!plain);
        QVERIFY(plain.fault() == fault);
    }
    void whatAPersonMayRepeatIsNoBomb() {
        const Bytes plain(kUnsuspiciousSizeMax, 'a');
        const auto back = decompress(compress(plain, {}, 19), ByteView{});
        QVERIFY(back);
        QVERIFY(*back == plain);
    }
    void mutationsNeverPassTheBounds() {
        test::Prng prng(3);
        Bytes plain(3000);
        for (std::uint8_t& byte : plain)
            byte = static_cast<std::uint8_t>('a' + prng.below(9));
        const CompressionDictionary none({}, 3);
        const Bytes frame = compress(plain, none);
        for (int round = 0; round < 2000; ++round) {
            Bytes mutated = frame;
            for (std::size_t changes = 1 + prng.below(3); changes > 0; --changes)
                mutated[prng.below(mutated.size())] = static_cast<std::uint8_t>(prng.next());
            const auto back = decompress(mutated, none);
            QVERIFY(!back || back->size() <= kDecompressedSizeMax);
        }
    }
};

QTEST_APPLESS_MAIN(CompressionTest)
#include "compression_test.moc"
