#include "sync/sql/sealed_mark.h"

#include "common/codec/reader.h"
#include "common/codec/writer.h"

#include <array>

namespace puente {

namespace {

constexpr std::string_view kEnding = "-mark";

} // namespace

SealedMark::SealedMark(Sealing& sealing, sqlite3_vfs& below, const std::string& database)
    : m_sealing(sealing), m_below(below), m_name(4, '\0'),
      m_memory(static_cast<std::size_t>(below.szOsFile) / sizeof(std::max_align_t) + 1) {
    m_name.append(database).append(kEnding).append(4, '\0');
}

SealedMark::~SealedMark() {
    if (file()->pMethods != nullptr) file()->pMethods->xClose(file());
}

int SealedMark::open() {
    // To the VFS it is a log: it gets the database's permissions, and its folder is synced with it the first time.
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_WAL;
    return m_below.xOpen(&m_below, m_name.c_str() + 4, file(), flags, nullptr);
}

int SealedMark::readSlot(std::uint32_t slot, std::optional<CommitMark>& mark) {
    std::array<std::uint8_t, kSealedSize> sealed{};
    std::array<std::uint8_t, kPlainSize> plain{};
    const int code = file()->pMethods->xRead(file(), sealed.data(), kSealedSize, slot * kSlotSize);
    if (code == SQLITE_IOERR_SHORT_READ) return SQLITE_OK;
    if (code != SQLITE_OK) return code;
    const PagePlace place{.kind = PagePlace::Kind::Mark, .file = m_sealing.file, .number = slot};
    if (!m_sealing.seal.open(place, sealed, plain)) return SQLITE_OK;
    Reader reader(plain);
    mark.emplace().number = reader.u64();
    mark->second = static_cast<std::int64_t>(reader.u64());
    return SQLITE_OK;
}

int SealedMark::read(std::optional<CommitMark>& mark) {
    std::array<std::optional<CommitMark>, 2> slots;
    for (std::uint32_t slot = 0; slot < slots.size(); ++slot)
        if (const int code = readSlot(slot, slots[slot]); code != SQLITE_OK) return code;
    const std::uint32_t newest = slots[0] && (!slots[1] || slots[0]->number > slots[1]->number) ? 0 : 1;
    m_next = 1 - newest;
    mark = slots[newest];
    // A mark is written after its transaction. Until the first one the file may have been torn as it was made.
    if (mark && !slots[m_next] && mark->number > 0) ++mark->number;
    return SQLITE_OK;
}

int SealedMark::writeSlot(std::uint32_t slot, const CommitMark& mark) {
    Writer writer;
    writer.u64(mark.number);
    writer.u64(static_cast<std::uint64_t>(mark.second));
    std::array<std::uint8_t, kSealedSize> sealed{};
    const PagePlace place{.kind = PagePlace::Kind::Mark, .file = m_sealing.file, .number = slot};
    m_sealing.seal.seal(place, writer.view(), sealed, m_sealing.entropy);
    return file()->pMethods->xWrite(file(), sealed.data(), kSealedSize, slot * kSlotSize);
}

int SealedMark::begin(const CommitMark& mark) {
    for (const std::uint32_t slot : {0U, 1U})
        if (const int code = writeSlot(slot, mark); code != SQLITE_OK) return code;
    m_next = 0;
    return sync();
}

int SealedMark::note(const CommitMark& mark) {
    if (const int code = writeSlot(m_next, mark); code != SQLITE_OK) return code;
    const int code = sync();
    if (code == SQLITE_OK) m_next = 1 - m_next;
    return code;
}

} // namespace puente
