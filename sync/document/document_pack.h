#pragma once

#include "common/base/result.h"
#include "common/crypto/hash.h"
#include "sync/document/document_index.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace puente {

/// Documents in files, for an office without a network: the sealed chunks and their indexes, as they lie in a store,
/// divided into parts of a given size. Every part stands for itself, so they may come in any order, and again. What is
/// in a part is checked by its indexes' hashes; who may open it is decided by who has the documents' keys.
/// Layout, limits and vectors: docs/formats/document_pack.md.

inline constexpr std::uint64_t kDocumentPackSizeMax = 0xFFFF'FFFF; ///< bytes of a part: what a stick's file may have
inline constexpr std::uint64_t kDocumentPackSizeMin = 1'000'000;   ///< so that an index and a chunk fit into every part
inline constexpr std::uint32_t kDocumentPackPartsMax = 9999;

/// Which part it is, as its maker says: for names and remarks only.
struct DocumentPackPart {
    SpaceId space;
    std::uint32_t number = 1; ///< from 1
    std::uint32_t count = 1;

    friend bool operator==(const DocumentPackPart&, const DocumentPackPart&) = default;
};

/// Some chunks of one document that lie in one part.
struct DocumentPackSlice {
    std::size_t document = 0; ///< its place in the list that was divided
    std::uint32_t begin = 0;
    std::uint32_t end = 0; ///< behind the last chunk

    friend bool operator==(const DocumentPackSlice&, const DocumentPackSlice&) = default;
};

/// Divides documents into parts of at most `partSize` bytes, which is at least kDocumentPackSizeMin.
std::vector<std::vector<DocumentPackSlice>> packParts(std::span<const DocumentIndex> documents, std::uint64_t partSize);

/// Makes the bytes of one part, piece by piece, in this order.
class DocumentPackWriter {
public:
    Bytes begin(const DocumentPackPart& part);
    Bytes index(const DocumentIndex& index);
    /// A chunk of the document of the last index.
    Bytes chunk(std::uint32_t number, ByteView sealed);
    Bytes end();

private:
    Bytes keep(Bytes piece);

    Hasher m_hasher{Purpose::DocumentPack};
};

enum class DocumentPackFault {
    NotAPack,
    Truncated,
    Damaged, ///< its bytes are not what its maker wrote, or a chunk is not the one that its index names
    Newer,
};

/// Reads a part as it comes; nothing of it may be trusted before finish() has said that all of it is sound, and a chunk
/// only by its index even then. Holds one frame in memory.
class DocumentPackReader {
public:
    /// Is told what is read.
    class Taker {
    public:
        virtual ~Taker() = default;
        virtual void begin(const DocumentPackPart&) {}
        virtual void index(const DocumentIndex&) {}
        /// Of the document of the last index; it is the chunk that the index names.
        virtual void chunk(std::uint32_t, ByteView) {}
    };
    explicit DocumentPackReader(Taker& taker) : m_taker(taker) {}

    Result<Done, DocumentPackFault> feed(ByteView bytes);
    Result<DocumentPackPart, DocumentPackFault> finish() const;

private:
    enum class At : std::uint8_t { Header, Frame, Over };
    Result<bool, DocumentPackFault> takeHeader();
    Result<bool, DocumentPackFault> takeFrame();
    Result<Done, DocumentPackFault> takeIndex(ByteView content);
    Result<Done, DocumentPackFault> takeChunk(ByteView content);
    Result<Done, DocumentPackFault> takeEnd(ByteView content);
    void drop(std::size_t count);

    Taker& m_taker;
    At m_at = At::Header;
    Bytes m_buffer;
    Hasher m_hasher{Purpose::DocumentPack};
    DocumentPackPart m_part;
    std::optional<DocumentIndex> m_index;
};

} // namespace puente
