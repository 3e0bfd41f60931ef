#include "sync/sql/sealed_file.h"
#include "sync/sql/sealed_vfs.h"

#include <algorithm>

namespace puente {

namespace {

constexpr std::size_t kFramePlainSize = kFrameSize - PageSeal::kOverhead;
constexpr std::size_t kSealedHeaderSize = kLogHeaderSize + PageSeal::kOverhead;
constexpr std::uint64_t kShift = PageSeal::kOverhead; // everything behind the header stands so much later

/// A place in the log as SQLite sees it, behind the log's header.
struct FramePlace {
    std::uint32_t number = 0; ///< from 1
    std::size_t from = 0;     ///< within the frame
};

FramePlace frameAt(std::uint64_t offset) {
    const std::uint64_t behind = offset - kLogHeaderSize;
    return {static_cast<std::uint32_t>(behind / kFrameSize + 1), behind % kFrameSize};
}

sqlite3_int64 offsetOf(std::uint32_t frame) {
    return sqlite3_int64{kSealedHeaderSize} + (sqlite3_int64{frame} - 1) * sqlite3_int64{kFrameSize};
}

PagePlace frameOf(const Sealing& sealing, std::uint32_t number) {
    return {.kind = PagePlace::Kind::Frame, .file = sealing.file, .number = number};
}

bool isZero(ByteView bytes) {
    return std::ranges::all_of(bytes, [](std::uint8_t byte) { return byte == 0; });
}

} // namespace

int SealedLog::openFrame(std::uint32_t number) {
    const int code = m_below.pMethods->xRead(&m_below, m_sealed.data(), kFrameSize, offsetOf(number));
    if (code == SQLITE_IOERR_SHORT_READ) return codeOf(SealFault::CutOff);
    if (code != SQLITE_OK) return code;
    const auto opened =
        m_sealing.seal.open(frameOf(m_sealing, number), m_sealed, std::span(m_plain).first(kFramePlainSize));
    return opened ? SQLITE_OK : codeOf(opened.fault());
}

int SealedLog::sealFrame(std::uint32_t number) {
    const ByteView plain = std::span(m_plain).first(kFramePlainSize);
    m_sealing.seal.seal(frameOf(m_sealing, number), plain, m_sealed, m_sealing.entropy);
    return m_below.pMethods->xWrite(&m_below, m_sealed.data(), kFrameSize, offsetOf(number));
}

int SealedLog::settle() {
    if (!m_pending) return SQLITE_OK;
    const FrameHeader header = *m_pending;
    m_pending.reset();
    if (const int code = openFrame(header.frame); code != SQLITE_OK) return code;
    std::ranges::copy(header.bytes, m_plain.begin());
    return sealFrame(header.frame);
}

int SealedLog::readLogHeader(std::span<std::uint8_t> target, std::size_t from) {
    std::array<std::uint8_t, kSealedHeaderSize> sealed{};
    std::array<std::uint8_t, kLogHeaderSize> plain{};
    const int code = m_below.pMethods->xRead(&m_below, sealed.data(), kSealedHeaderSize, 0);
    if (code != SQLITE_OK) return code;
    const auto opened = m_sealing.seal.open(frameOf(m_sealing, 0), sealed, plain);
    // One that was torn while it was written is no header, as a wrong checksum makes it none: the log is empty.
    const bool isTorn = !opened && opened.fault() == SealFault::Damaged && !m_isWritten;
    if (!opened && !isTorn) return codeOf(opened.fault());
    std::ranges::copy(std::span(plain).subspan(from, target.size()), target.begin());
    return SQLITE_OK;
}

int SealedLog::read(std::span<std::uint8_t> target, std::uint64_t offset) {
    if (const int code = settle(); code != SQLITE_OK) return code;
    if (offset + target.size() <= kLogHeaderSize) return readLogHeader(target, offset);
    if (offset < kLogHeaderSize) return SQLITE_IOERR_READ;
    const FramePlace place = frameAt(offset);
    if (place.from + target.size() > kFrameSize) return SQLITE_IOERR_READ;
    const int code = openFrame(place.number);
    if (code == SQLITE_OK) {
        std::ranges::copy(std::span(m_plain).subspan(place.from, target.size()), target.begin());
        return SQLITE_OK;
    }
    // Recovery reads whole frames before anything was written. What is not authentic ends the log there, as a wrong
    // checksum does; zeros have one.
    const bool isRecovery = !m_isWritten && target.size() == kFrameSize && sealFaultOf(code).has_value();
    return isRecovery ? SQLITE_OK : code;
}

int SealedLog::write(ByteView source, std::uint64_t offset) {
    m_isWritten = true;
    if (offset == 0 && source.size() == kLogHeaderSize) {
        std::array<std::uint8_t, kSealedHeaderSize> sealed{};
        m_pending.reset();
        m_sealing.seal.seal(frameOf(m_sealing, 0), source, sealed, m_sealing.entropy);
        return m_below.pMethods->xWrite(&m_below, sealed.data(), kSealedHeaderSize, 0);
    }
    const FramePlace place = offset < kLogHeaderSize ? FramePlace{} : frameAt(offset);
    const bool isHeader = place.number > 0 && place.from == 0 && source.size() == kFrameHeaderSize;
    const bool isPage = place.number > 0 && place.from == kFrameHeaderSize && source.size() == kPageSize;
    if (!isHeader && !isPage) return SQLITE_IOERR_WRITE;
    const bool isNext = m_pending && m_pending->frame == place.number;
    if (isHeader) {
        if (const int code = isNext ? SQLITE_OK : settle(); code != SQLITE_OK) return code;
        m_pending.emplace().frame = place.number;
        std::ranges::copy(source, m_pending->bytes.begin());
        return SQLITE_OK;
    }
    // The log's checksums cover these bytes, and they are not kept.
    if (!isZero(source.subspan(kPagePlainSize))) return SQLITE_IOERR_WRITE;
    if (isNext) {
        std::ranges::copy(m_pending->bytes, m_plain.begin());
        m_pending.reset();
    } else {
        if (const int code = settle(); code != SQLITE_OK) return code;
        if (const int code = openFrame(place.number); code != SQLITE_OK) return code;
    }
    std::ranges::copy(source.first(kPagePlainSize), m_plain.begin() + kFrameHeaderSize);
    return sealFrame(place.number);
}

int SealedLog::truncate(std::uint64_t size) {
    if (const int code = settle(); code != SQLITE_OK) return code;
    return m_below.pMethods->xTruncate(&m_below, static_cast<sqlite3_int64>(size == 0 ? 0 : size + kShift));
}

int SealedLog::sync(int flags) {
    if (const int code = settle(); code != SQLITE_OK) return code;
    return m_below.pMethods->xSync(&m_below, flags);
}

int SealedLog::size(sqlite3_int64& size) {
    if (const int code = settle(); code != SQLITE_OK) return code;
    const int code = m_below.pMethods->xFileSize(&m_below, &size);
    size = size < static_cast<sqlite3_int64>(kSealedHeaderSize) ? 0 : size - static_cast<sqlite3_int64>(kShift);
    return code;
}

} // namespace puente
