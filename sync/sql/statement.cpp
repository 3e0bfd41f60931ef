#include "sync/sql/database.h"
#include "sync/sql/sealed_vfs.h"
#include "sync/sql/sql_fault.h"

#include <sqlite3.h>

namespace puente {

namespace {

SqlFault sqlFaultOf(SealFault fault) {
    switch (fault) {
    case SealFault::NotSealed: return SqlFault::NotSealed;
    case SealFault::WrongKey: return SqlFault::WrongKey;
    case SealFault::Misplaced: return SqlFault::Misplaced;
    case SealFault::CutOff: return SqlFault::CutOff;
    case SealFault::Damaged: break;
    }
    return SqlFault::Corrupt;
}

} // namespace

SqlFault sqlFaultOf(int code) {
    if (const auto fault = sealFaultOf(code)) return sqlFaultOf(*fault);
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return SqlFault::Busy;
    case SQLITE_FULL: return SqlFault::Full;
    case SQLITE_READONLY:
    case SQLITE_PERM: return SqlFault::ReadOnly;
    case SQLITE_CANTOPEN: return SqlFault::CannotOpen;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return SqlFault::Corrupt;
    default: return SqlFault::Storage;
    }
}

Statement& Statement::note(int code) {
    // A value that does not fit into memory or SQLite's bounds; a wrong position is a broken contract.
    expects(code != SQLITE_RANGE);
    if (m_code == SQLITE_OK) m_code = code;
    return *this;
}

Statement& Statement::bind(int position, std::int64_t value) {
    return note(sqlite3_bind_int64(m_handle, position, value));
}

Statement& Statement::bind(int position, std::string_view text) {
    const char* data = text.data() == nullptr ? "" : text.data();
    return note(sqlite3_bind_text64(m_handle, position, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

Statement& Statement::bind(int position, ByteView blob) {
    const void* data = blob.data() == nullptr ? static_cast<const void*>("") : blob.data();
    return note(sqlite3_bind_blob64(m_handle, position, data, blob.size(), SQLITE_TRANSIENT));
}

Statement& Statement::bindNull(int position) {
    return note(sqlite3_bind_null(m_handle, position));
}

Result<bool, SqlFault> Statement::step() {
    const int code = m_code != SQLITE_OK ? m_code : sqlite3_step(m_handle);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    sqlite3_reset(m_handle);
    const SqlFault fault = sqlFaultOf(code);
    if (fault == SqlFault::Storage) *m_failed = true;
    return Failure{fault};
}

Result<Done, SqlFault> Statement::run() {
    const auto row = step();
    reset();
    if (!row) return Failure{row.fault()};
    return Done{};
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_handle, column);
}

std::string_view Statement::text(int column) const {
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_handle, column));
    return {data == nullptr ? "" : data, static_cast<std::size_t>(sqlite3_column_bytes(m_handle, column))};
}

ByteView Statement::blob(int column) const {
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_handle, column));
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(m_handle, column))};
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}

void Statement::reset() {
    if (m_handle == nullptr) return; // it could not be prepared, and goes on saying so
    m_code = SQLITE_OK;
    sqlite3_reset(m_handle);
    sqlite3_clear_bindings(m_handle);
}

} // namespace puente
