#pragma once

#include "sync/sql/page_seal.h"

#include <optional>

namespace puente {

/// Follows the pages of a sealed database as they lie in a file, from the first to the last, and says whether each is
/// what this key sealed for its place: so that a copy is known to open without being opened.
class SealedImage {
public:
    static constexpr std::size_t kPieceSize = 4096;

    explicit SealedImage(ByteView key) : m_seal(key) {}

    /// The next page, of exactly kPieceSize bytes; a fault if it is not what belongs there.
    Result<Done, SealFault> add(ByteView page);
    /// True once all pages were added that page 1 speaks of.
    bool isWhole() const { return m_pages > 0 && m_pages == m_expected; }

private:
    PageSeal m_seal;
    SealedFileId m_file;
    std::uint32_t m_pages = 0;
    std::uint32_t m_expected = 0;
};

} // namespace puente
