#include "sync/sql/sealed_file.h"
#include "sync/sql/sealed_vfs.h"

#include <algorithm>

namespace puente {

namespace {

constexpr std::size_t kDatabaseHeaderSize = 100;

/// An SQLite database in WAL mode that holds nothing yet, as docs/formats/at_rest.md lists it.
std::array<std::uint8_t, kPageSize> emptyDatabase() {
    std::array<std::uint8_t, kPageSize> page{};
    std::ranges::copy(std::string_view("SQLite format 3"), page.begin());
    page[16] = kPageSize >> 8;
    page[18] = page[19] = 2; // write-ahead log
    page[20] = PageSeal::kOverhead;
    page[21] = 64; // the fixed fractions of SQLite's format
    page[22] = page[23] = 32;
    page[31] = 1;                   // pages
    page[kDatabaseHeaderSize] = 13; // an empty leaf of a table, its content from the end of the usable part
    page[kDatabaseHeaderSize + 5] = kPagePlainSize >> 8;
    page[kDatabaseHeaderSize + 6] = kPagePlainSize & 0xff;
    return page;
}

std::uint32_t bigEndian(ByteView bytes) {
    std::uint32_t value = 0;
    for (const std::uint8_t byte : bytes.first(4))
        value = value << 8 | byte;
    return value;
}

PagePlace pageAt(const Sealing& sealing, std::uint32_t number) {
    return {.kind = PagePlace::Kind::Page, .file = sealing.file, .number = number};
}

} // namespace

Result<Done, SealFault> openPageAt(const PageSeal& seal, const PagePlace& place, ByteView sealed,
                                   std::span<std::uint8_t> plain) {
    const bool isHole =
        place.number == kLockPage && std::ranges::all_of(sealed, [](std::uint8_t byte) { return byte == 0; });
    if (!isHole) return seal.open(place, sealed, plain);
    std::ranges::fill(plain, std::uint8_t{0});
    return Done{};
}

int SealedPages::begin(AtNothing atNothing) {
    sqlite3_int64 size = 0;
    if (const int code = m_below.pMethods->xFileSize(&m_below, &size); code != SQLITE_OK) return code;
    if (size == 0) return atNothing == AtNothing::Make ? make() : codeOf(SealFault::CutOff);
    const auto here = static_cast<int>(std::min<sqlite3_int64>(size, kPageSize));
    if (const int code = m_below.pMethods->xRead(&m_below, m_sealed.data(), here, 0); code != SQLITE_OK) return code;
    const auto file = m_sealing.seal.fileOf(m_sealed);
    if (!file && file.fault() == SealFault::NotSealed) return codeOf(SealFault::NotSealed);
    if (size < static_cast<sqlite3_int64>(kPageSize)) return codeOf(SealFault::CutOff);
    if (!file) return codeOf(file.fault());
    m_sealing.file = *file;
    return SQLITE_OK;
}

int SealedPages::make() {
    m_sealing.file = m_sealing.entropy.draw<SealedFileId>();
    if (const int code = write(emptyDatabase(), 0); code != SQLITE_OK) return code;
    return m_below.pMethods->xSync(&m_below, SQLITE_SYNC_FULL);
}

/// Into `plain`, which is zeros unless it succeeds.
int SealedPages::openPage(std::uint32_t number, std::span<std::uint8_t> plain) {
    const sqlite3_int64 offset = (sqlite3_int64{number} - 1) * sqlite3_int64{kPageSize};
    const int code = m_below.pMethods->xRead(&m_below, m_sealed.data(), kPageSize, offset);
    if (code != SQLITE_OK) {
        std::ranges::fill(plain, std::uint8_t{0});
        return code == SQLITE_IOERR_SHORT_READ ? codeOf(SealFault::CutOff) : code; // SQLite would take it for zeros
    }
    const auto opened = openPageAt(m_sealing.seal, pageAt(m_sealing, number), m_sealed, plain.first(kPagePlainSize));
    std::ranges::fill(plain.subspan(kPagePlainSize), std::uint8_t{0});
    if (!opened) return codeOf(opened.fault());
    return number == 1 ? checkSize(plain) : SQLITE_OK;
}

int SealedPages::checkSize(ByteView firstPage) {
    sqlite3_int64 size = 0;
    if (const int code = m_below.pMethods->xFileSize(&m_below, &size); code != SQLITE_OK) return code;
    // Whatever changes the number of pages changes page 1. It is read from here only when no log has a newer one, and
    // then all pages are here.
    const std::uint64_t pages = bigEndian(firstPage.subspan(28));
    return static_cast<std::uint64_t>(size) < pages * kPageSize ? codeOf(SealFault::CutOff) : SQLITE_OK;
}

int SealedPages::read(std::span<std::uint8_t> target, std::uint64_t offset) {
    const std::size_t from = offset % kPageSize;
    if (from + target.size() > kPageSize) return SQLITE_IOERR_READ;
    // Before it looks into the log, SQLite asks how large pages are. Page 1 may be torn then, and whole in the log.
    if (offset == 0 && target.size() == kDatabaseHeaderSize) {
        std::ranges::copy_n(emptyDatabase().begin(), kDatabaseHeaderSize, target.begin());
        return SQLITE_OK;
    }
    const auto number = static_cast<std::uint32_t>(offset / kPageSize + 1);
    if (target.size() == kPageSize) return openPage(number, target);
    std::array<std::uint8_t, kPageSize> page;
    const int code = openPage(number, page);
    std::ranges::copy(std::span(page).subspan(from, target.size()), target.begin());
    return code;
}

int SealedPages::write(ByteView source, std::uint64_t offset) {
    if (source.size() != kPageSize || offset % kPageSize != 0) return SQLITE_IOERR_WRITE;
    const auto number = static_cast<std::uint32_t>(offset / kPageSize + 1);
    m_sealing.seal.seal(pageAt(m_sealing, number), source.first(kPagePlainSize), m_sealed, m_sealing.entropy);
    return m_below.pMethods->xWrite(&m_below, m_sealed.data(), kPageSize, static_cast<sqlite3_int64>(offset));
}

} // namespace puente
