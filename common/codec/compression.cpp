#include "common/codec/compression.h"

#include "common/codec/reader.h"

#include <zstd.h>

namespace puente {

namespace {

struct FreeHandle {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
    void operator()(ZSTD_CDict* dictionary) const { ZSTD_freeCDict(dictionary); }
    void operator()(ZSTD_DDict* dictionary) const { ZSTD_freeDDict(dictionary); }
};

template <typename Handle>
using Owned = std::unique_ptr<Handle, FreeHandle>;

} // namespace

struct CompressionDictionary::Handles {
    Owned<ZSTD_CDict> forCompression;
    Owned<ZSTD_DDict> forDecompression;
};

CompressionDictionary::CompressionDictionary(ByteView content, int level) : m_handles(std::make_unique<Handles>()) {
    m_handles->forCompression.reset(ZSTD_createCDict(content.data(), content.size(), level));
    m_handles->forDecompression.reset(ZSTD_createDDict(content.data(), content.size()));
    expects(m_handles->forCompression != nullptr && m_handles->forDecompression != nullptr);
}

CompressionDictionary::CompressionDictionary(CompressionDictionary&&) noexcept = default;
CompressionDictionary& CompressionDictionary::operator=(CompressionDictionary&&) noexcept = default;
CompressionDictionary::~CompressionDictionary() = default;

Bytes compress(ByteView plain, const CompressionDictionary& dictionary) {
    const Owned<ZSTD_CCtx> context(ZSTD_createCCtx());
    expects(context != nullptr);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_contentSizeFlag, 1);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 0);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_dictIDFlag, 0); // the segment header names the dictionary
    ZSTD_CCtx_refCDict(context.get(), dictionary.m_handles->forCompression.get());
    Bytes frame(ZSTD_compressBound(plain.size()));
    const std::size_t size = ZSTD_compress2(context.get(), frame.data(), frame.size(), plain.data(), plain.size());
    expects(ZSTD_isError(size) == 0);
    frame.resize(size);
    return frame;
}

Bytes compress(ByteView plain, ByteView dictionary, int level) {
    return compress(plain, CompressionDictionary(dictionary, level));
}

Result<Bytes, DecompressFault> decompress(ByteView compressed, const CompressionDictionary& dictionary) {
    // Else an empty text would have many frames: zstd knows some that hold nothing and are skipped.
    Reader magic(compressed);
    if (magic.u32() != ZSTD_MAGICNUMBER) return Failure{DecompressFault::Malformed};
    const unsigned long long declared = ZSTD_getFrameContentSize(compressed.data(), compressed.size());
    if (declared == ZSTD_CONTENTSIZE_ERROR || declared == ZSTD_CONTENTSIZE_UNKNOWN)
        return Failure{DecompressFault::Malformed};
    if (declared > kDecompressedSizeMax) return Failure{DecompressFault::TooLarge};
    if (declared > kUnsuspiciousSizeMax && declared > compressed.size() * kCompressionRatioMax)
        return Failure{DecompressFault::RatioTooHigh};
    if (ZSTD_findFrameCompressedSize(compressed.data(), compressed.size()) != compressed.size())
        return Failure{DecompressFault::Malformed};
    const Owned<ZSTD_DCtx> context(ZSTD_createDCtx());
    expects(context != nullptr);
    ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, kWindowLogMax);
    ZSTD_DCtx_refDDict(context.get(), dictionary.m_handles->forDecompression.get());
    Bytes plain(static_cast<std::size_t>(declared));
    const std::size_t size =
        ZSTD_decompressDCtx(context.get(), plain.data(), plain.size(), compressed.data(), compressed.size());
    if (ZSTD_isError(size) != 0 || size != declared) return Failure{DecompressFault::Malformed};
    return plain;
}

Result<Bytes, DecompressFault> decompress(ByteView compressed, ByteView dictionary) {
    return decompress(compressed, CompressionDictionary(dictionary, 1));
}

} // namespace puente
