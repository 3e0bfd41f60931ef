#pragma once

#include "sync/sql/database.h"
#include "sync/sql/sealed_file.h"

#include <string>
#include <vector>

namespace puente {

/// The file beside a database that says what was committed last, sealed: docs/formats/at_rest.md.
///
/// It has two slots, written by turns: a power cut tears one of them at most.
class SealedMark {
public:
    /// Of the database at that path of the VFS.
    SealedMark(Sealing& sealing, sqlite3_vfs& below, const std::string& database);
    SealedMark(const SealedMark&) = delete;
    SealedMark& operator=(const SealedMark&) = delete;
    ~SealedMark();

    int open();
    /// Finds what has at least been committed. A slot that does not open was torn, or spoiled, when more had been than
    /// the other one says. Nothing where neither opens.
    int read(std::optional<CommitMark>& mark);
    /// Begins the file anew.
    int begin(const CommitMark& mark);
    /// Durable when it returns well. A slot whose writing failed is the next one's.
    int note(const CommitMark& mark);

private:
    static constexpr std::size_t kPlainSize = 16;
    static constexpr std::size_t kSealedSize = kPlainSize + PageSeal::kOverhead;
    static constexpr sqlite3_int64 kSlotSize = 512;

    sqlite3_file* file() { return reinterpret_cast<sqlite3_file*>(m_memory.data()); }
    int readSlot(std::uint32_t slot, std::optional<CommitMark>& mark);
    int writeSlot(std::uint32_t slot, const CommitMark& mark);
    int sync() { return file()->pMethods->xSync(file(), SQLITE_SYNC_FULL); }

    Sealing& m_sealing;
    sqlite3_vfs& m_below;
    std::string m_name; // as SQLite hands names to a VFS: zeros around it
    std::vector<std::max_align_t> m_memory;
    std::uint32_t m_next = 0; // the slot that does not hold the newest mark
};

} // namespace puente
