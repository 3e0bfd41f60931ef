#include "sync/document/document_pack.h"

#include "common/base/expects.h"
#include "common/codec/reader.h"
#include "common/codec/writer.h"

#include <algorithm>
#include <string_view>

namespace puente {

namespace {

constexpr std::string_view kMagic = "PUENTED"; ///< then the version, one character
constexpr char kVersion = '1';
constexpr std::size_t kHeaderSize = 8 + SpaceId::kSize + 2 + 2;
constexpr std::size_t kFrameHeadSize = 1 + 4;
constexpr std::size_t kChunkHeadSize = 4; ///< its number
constexpr std::size_t kSealedChunkMax = kDocumentChunkSize + kDocumentChunkOverhead;

enum class PackFrame : std::uint8_t { Index = 1, Chunk = 2, End = 3 };

/// How large the content of a frame may be; 0 for a frame that there is not.
std::size_t contentMax(std::uint8_t type) {
    switch (static_cast<PackFrame>(type)) {
    case PackFrame::Index: return kDocumentIndexSizeMax;
    case PackFrame::Chunk: return kChunkHeadSize + kSealedChunkMax;
    case PackFrame::End: return Hash::kSize;
    }
    return 0;
}

Bytes frame(PackFrame type, ByteView content) {
    Writer writer;
    writer.u8(static_cast<std::uint8_t>(type));
    writer.u32(static_cast<std::uint32_t>(content.size()));
    writer.raw(content);
    return writer.take();
}

/// What an index or a chunk of that many bytes takes in a part.
std::uint64_t framed(std::uint64_t size) {
    return kFrameHeadSize + size;
}

constexpr std::uint64_t kAroundFrames = kHeaderSize + kFrameHeadSize + Hash::kSize;

} // namespace

std::vector<std::vector<DocumentPackSlice>> packParts(std::span<const DocumentIndex> documents,
                                                      std::uint64_t partSize) {
    expects(partSize >= kDocumentPackSizeMin);
    std::vector<std::vector<DocumentPackSlice>> parts;
    std::uint64_t used = partSize; // so that the first chunk begins a part
    for (std::size_t i = 0; i < documents.size(); ++i) {
        bool isBegun = false; // in the part at hand
        for (std::uint32_t chunk = 0; chunk < documents[i].chunkCount(); ++chunk) {
            const DocumentSpan span = documents[i].spanOf(chunk);
            const std::uint64_t own = framed(kChunkHeadSize + span.end - span.begin),
                                index = framed(documents[i].wire().size());
            if (used + own + (isBegun ? 0 : index) > partSize) {
                parts.emplace_back();
                used = kAroundFrames;
                isBegun = false;
            }
            if (!isBegun) {
                parts.back().push_back({i, chunk, chunk});
                used += index;
                isBegun = true;
            }
            parts.back().back().end = chunk + 1;
            used += own;
        }
    }
    return parts;
}

Bytes DocumentPackWriter::keep(Bytes piece) {
    m_hasher.add(piece);
    return piece;
}

Bytes DocumentPackWriter::begin(const DocumentPackPart& part) {
    Writer writer;
    writer.raw(bytesOf(kMagic));
    writer.u8(static_cast<std::uint8_t>(kVersion));
    writer.id(part.space);
    writer.u16(static_cast<std::uint16_t>(part.number));
    writer.u16(static_cast<std::uint16_t>(part.count));
    return keep(writer.take());
}

Bytes DocumentPackWriter::index(const DocumentIndex& index) {
    return keep(frame(PackFrame::Index, index.wire()));
}

Bytes DocumentPackWriter::chunk(std::uint32_t number, ByteView sealed) {
    Writer writer;
    writer.u32(number);
    writer.raw(sealed);
    return keep(frame(PackFrame::Chunk, writer.take()));
}

Bytes DocumentPackWriter::end() {
    return frame(PackFrame::End, m_hasher.finish().view());
}

Result<Done, DocumentPackFault> DocumentPackReader::feed(ByteView bytes) {
    append(m_buffer, bytes);
    while (true) {
        if (m_at == At::Over && !m_buffer.empty()) return Failure{DocumentPackFault::Damaged};
        if (m_at == At::Over) return Done{};
        const auto taken = m_at == At::Header ? takeHeader() : takeFrame();
        if (!taken) return Failure{taken.fault()};
        if (!*taken) return Done{};
    }
}

Result<DocumentPackPart, DocumentPackFault> DocumentPackReader::finish() const {
    if (m_at == At::Over) return m_part;
    return Failure{m_at == At::Header ? DocumentPackFault::NotAPack : DocumentPackFault::Truncated};
}

void DocumentPackReader::drop(std::size_t count) {
    m_hasher.add(ByteView(m_buffer).first(count));
    m_buffer.erase(m_buffer.begin(), m_buffer.begin() + static_cast<std::ptrdiff_t>(count));
}

Result<bool, DocumentPackFault> DocumentPackReader::takeHeader() {
    const std::size_t begun = std::min(m_buffer.size(), kMagic.size());
    if (!equal(ByteView(m_buffer).first(begun), bytesOf(kMagic).first(begun)))
        return Failure{DocumentPackFault::NotAPack};
    if (m_buffer.size() < kHeaderSize) return false;
    Reader reader(ByteView(m_buffer).subspan(kMagic.size(), kHeaderSize - kMagic.size()));
    if (reader.u8() != static_cast<std::uint8_t>(kVersion)) return Failure{DocumentPackFault::Newer};
    m_part.space = reader.id<SpaceId>();
    m_part.number = reader.u16();
    m_part.count = reader.u16();
    if (m_part.number == 0 || m_part.number > m_part.count || m_part.count > kDocumentPackPartsMax)
        return Failure{DocumentPackFault::Damaged};
    drop(kHeaderSize);
    m_at = At::Frame;
    m_taker.begin(m_part);
    return true;
}

Result<bool, DocumentPackFault> DocumentPackReader::takeFrame() {
    if (m_buffer.size() < kFrameHeadSize) return false;
    Reader reader(ByteView(m_buffer).first(kFrameHeadSize));
    const std::uint8_t type = reader.u8();
    const std::uint32_t size = reader.u32();
    // Looked at before anything of that size is waited for.
    if (size > contentMax(type)) return Failure{DocumentPackFault::Damaged};
    if (m_buffer.size() - kFrameHeadSize < size) return false;
    const ByteView content = ByteView(m_buffer).subspan(kFrameHeadSize, size);
    const auto taken = type == static_cast<std::uint8_t>(PackFrame::Index)   ? takeIndex(content)
                       : type == static_cast<std::uint8_t>(PackFrame::Chunk) ? takeChunk(content)
                       : type == static_cast<std::uint8_t>(PackFrame::End)
                           ? takeEnd(content)
                           : Result<Done, DocumentPackFault>(Failure{DocumentPackFault::Damaged});
    if (!taken) return Failure{taken.fault()};
    drop(kFrameHeadSize + size);
    return true;
}

Result<Done, DocumentPackFault> DocumentPackReader::takeIndex(ByteView content) {
    m_index = DocumentIndex::parse(Bytes(content.begin(), content.end()));
    if (!m_index) return Failure{DocumentPackFault::Damaged};
    m_taker.index(*m_index);
    return Done{};
}

Result<Done, DocumentPackFault> DocumentPackReader::takeChunk(ByteView content) {
    Reader reader(content.first(std::min(content.size(), kChunkHeadSize)));
    const std::uint32_t number = reader.u32();
    if (!reader.ok() || !m_index || number >= m_index->chunkCount()) return Failure{DocumentPackFault::Damaged};
    const ByteView sealed = content.subspan(kChunkHeadSize);
    if (!m_index->isChunk(number, sealed)) return Failure{DocumentPackFault::Damaged};
    m_taker.chunk(number, sealed);
    return Done{};
}

Result<Done, DocumentPackFault> DocumentPackReader::takeEnd(ByteView content) {
    if (!equal(m_hasher.finish().view(), content)) return Failure{DocumentPackFault::Damaged};
    m_hasher = Hasher(Purpose::DocumentPack);
    m_at = At::Over;
    return Done{};
}

} // namespace puente
