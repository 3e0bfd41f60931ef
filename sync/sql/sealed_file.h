#pragma once

#include "sync/sql/page_seal.h"

#include <sqlite3.h>

#include <optional>

namespace puente {

inline constexpr std::size_t kPageSize = 4096;
inline constexpr std::size_t kPagePlainSize = kPageSize - PageSeal::kOverhead;
inline constexpr std::size_t kFrameHeaderSize = 24;
inline constexpr std::size_t kFrameSize = kFrameHeaderSize + kPageSize;
inline constexpr std::size_t kLogHeaderSize = 32;

/// What both kinds of sealed file need.
struct Sealing {
    PageSeal seal;
    Entropy& entropy;
    SealedFileId file = {};
};

/// SQLite keeps its locks in the page at 1 GiB (https://www.sqlite.org/fileformat.html, 1.5) and never writes it: a
/// larger file has a hole there.
inline constexpr std::uint32_t kLockPage = 0x40000000 / kPageSize + 1;

/// Opens a page in its place, into `plain`; the one that nobody seals must be zeros.
Result<Done, SealFault> openPageAt(const PageSeal& seal, const PagePlace& place, ByteView sealed,
                                   std::span<std::uint8_t> plain);

/// What to do with an empty file.
enum class AtNothing { Make, Refuse };

/// The file of a database: each page sealed in its place.
class SealedPages {
public:
    SealedPages(Sealing& sealing, sqlite3_file& below) : m_sealing(sealing), m_below(below) {}

    /// Learns from page 1 which file it is; makes an empty file a database without tables if it may.
    int begin(AtNothing atNothing);
    int read(std::span<std::uint8_t> target, std::uint64_t offset);
    int write(ByteView source, std::uint64_t offset);

private:
    int make();
    int openPage(std::uint32_t number, std::span<std::uint8_t> plain);
    int checkSize(ByteView firstPage);

    Sealing& m_sealing;
    sqlite3_file& m_below;
    std::array<std::uint8_t, kPageSize> m_sealed{};
};

/// A frame's header without its page.
struct FrameHeader {
    std::uint32_t frame = 0;
    std::array<std::uint8_t, kFrameHeaderSize> bytes{};
};

/// Its write-ahead log: each frame sealed together with its header.
class SealedLog {
public:
    SealedLog(Sealing& sealing, sqlite3_file& below) : m_sealing(sealing), m_below(below) {}

    int read(std::span<std::uint8_t> target, std::uint64_t offset);
    int write(ByteView source, std::uint64_t offset);
    int truncate(std::uint64_t size);
    int sync(int flags);
    int size(sqlite3_int64& size);
    /// Writes a header that no page followed.
    int settle();

private:
    int readLogHeader(std::span<std::uint8_t> target, std::size_t from);
    int openFrame(std::uint32_t number);
    int sealFrame(std::uint32_t number);

    Sealing& m_sealing;
    sqlite3_file& m_below;
    std::array<std::uint8_t, kFrameSize> m_sealed{};
    std::array<std::uint8_t, kFrameSize> m_plain{}; // zeros where the trailer is
    std::optional<FrameHeader> m_pending;           // SQLite writes it just before its page
    bool m_isWritten = false;                       // before that, whole frames are read for recovery
};

} // namespace puente
