#include "sync/sql/sealed_image.h"

#include "common/crypto/aead.h"
#include "sync/sql/sealed_file.h"

namespace puente {

Result<Done, SealFault> SealedImage::add(ByteView page) {
    static_assert(kPieceSize == kPageSize);
    if (page.size() != kPieceSize) return Failure{SealFault::CutOff};
    if (m_pages == 0) {
        const auto file = m_seal.fileOf(page);
        if (!file) return Failure{file.fault()};
        m_file = *file;
    }
    std::array<std::uint8_t, kPagePlainSize> plain{};
    const PagePlace place{.kind = PagePlace::Kind::Page, .file = m_file, .number = m_pages + 1};
    const auto opened = openPageAt(m_seal, place, page, plain);
    if (opened && m_pages++ == 0) // SQLite's header: the number of pages, most significant byte first
        m_expected = std::uint32_t{plain[28]} << 24 | std::uint32_t{plain[29]} << 16 | std::uint32_t{plain[30]} << 8 |
                     std::uint32_t{plain[31]};
    wipe(plain);
    return opened;
}

} // namespace puente
