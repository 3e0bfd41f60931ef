#include "common/codec/compression.h"

#include <memory>

#include <zstd.h>

namespace puente {

namespace {

struct FreeContext {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

} // namespace

Bytes compress(ByteView plain, ByteView dictionary, int level) {
    const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
    expects(context != nullptr);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_contentSizeFlag, 1);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 0);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_dictIDFlag, 0); // the segment header names the dictionary
    ZSTD_CCtx_loadDictionary(context.get(), dictionary.data(), dictionary.size());
    Bytes frame(ZSTD_compressBound(plain.size()));
    const std::size_t size = ZSTD_compress2(context.get(), frame.data(), frame.size(), plain.data(), plain.size());
    expects(ZSTD_isError(size) == 0);
    frame.resize(size);
    return frame;
}

Result<Bytes, DecompressFault> decompress(ByteView compressed, ByteView dictionary) {
    const unsigned long long declared = ZSTD_getFrameContentSize(compressed.data(), compressed.size());
    if (declared == ZSTD_CONTENTSIZE_ERROR || declared == ZSTD_CONTENTSIZE_UNKNOWN)
        return Failure{DecompressFault::Malformed};
    if (declared > kDecompressedSizeMax) return Failure{DecompressFault::TooLarge};
    if (declared > kUnsuspiciousSizeMax && declared > compressed.size() * kCompressionRatioMax)
        return Failure{DecompressFault::RatioTooHigh};
    if (ZSTD_findFrameCompressedSize(compressed.data(), compressed.size()) != compressed.size())
        return Failure{DecompressFault::Malformed};
    const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
    expects(context != nullptr);
    ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, kWindowLogMax);
    ZSTD_DCtx_loadDictionary(context.get(), dictionary.data(), dictionary.size());
    Bytes plain(static_cast<std::size_t>(declared));
    const std::size_t size =
        ZSTD_decompressDCtx(context.get(), plain.data(), plain.size(), compressed.data(), compressed.size());
    if (ZSTD_isError(size) != 0 || size != declared) return Failure{DecompressFault::Malformed};
    return plain;
}

} // namespace puente
