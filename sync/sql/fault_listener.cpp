#include "sync/sql/fault_listener.h"

#include "sync/sql/sql_fault.h"

#include <sqlite3.h>

namespace puente {

namespace {

SqlFaultListener::Heard s_heard; // SQLite has one place for it, and keeps it for ever

/// SQLite reports what is no fault of a disk as well: recovery after a kill, statements it prepares anew.
bool isFault(int code) {
    switch (code & 0xff) {
    case SQLITE_IOERR:
    case SQLITE_FULL:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM: return true;
    default: return false;
    }
}

void onReport(void*, int code, const char*) {
    if (s_heard && isFault(code)) s_heard(sqlFaultOf(code), code);
}

} // namespace

SqlFaultListener::SqlFaultListener(Heard heard) {
    s_heard = std::move(heard);
    (void)sqlite3_config(SQLITE_CONFIG_LOG, onReport, nullptr); // refused once a database was opened
}

SqlFaultListener::~SqlFaultListener() {
    s_heard = nullptr;
}

} // namespace puente
