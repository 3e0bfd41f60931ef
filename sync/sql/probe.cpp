#include "sync/sql/database.h"

#include <sqlite3.h>

namespace puente {

namespace {

/// A database's file as SQLite's own VFS opens it, which keeps its locks apart from those of this process.
class Probe {
public:
    explicit Probe(const std::string& path) : m_vfs(sqlite3_vfs_find(nullptr)), m_name(4, '\0') {
        m_memory.resize(static_cast<std::size_t>(m_vfs->szOsFile));
        m_name.append(path).append(4, '\0'); // zeros around it, as SQLite hands names to a VFS
        const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MAIN_DB;
        m_isOpen = m_vfs->xOpen(m_vfs, m_name.c_str() + 4, file(), flags, nullptr) == SQLITE_OK;
    }
    Probe(const Probe&) = delete;
    Probe& operator=(const Probe&) = delete;
    ~Probe() {
        if (file()->pMethods != nullptr) file()->pMethods->xClose(file());
    }

    bool isLocked() {
        if (!m_isOpen) return false;
        const bool isBusy = file()->pMethods->xLock(file(), SQLITE_LOCK_SHARED) == SQLITE_BUSY;
        file()->pMethods->xUnlock(file(), SQLITE_LOCK_NONE);
        return isBusy;
    }
    Bytes start() {
        Bytes bytes(16);
        if (!m_isOpen || file()->pMethods->xRead(file(), bytes.data(), 16, 0) != SQLITE_OK) return {};
        return bytes;
    }

private:
    sqlite3_file* file() { return reinterpret_cast<sqlite3_file*>(m_memory.data()); }

    sqlite3_vfs* m_vfs;
    std::string m_name;
    std::vector<std::uint8_t> m_memory;
    bool m_isOpen = false;
};

} // namespace

bool isInUse(const std::string& path) {
    sqlite3_initialize();
    return Probe(path).isLocked();
}

bool isPlainDatabase(const std::string& path) {
    sqlite3_initialize();
    return equal(Probe(path).start(), bytesOf(std::string_view("SQLite format 3\0", 16)));
}

} // namespace puente
