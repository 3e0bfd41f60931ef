#include "sync/sql/database.h"
#include "sync/sql/sealed_mark.h"
#include "sync/sql/sealed_vfs.h"
#include "sync/sql/sql_fault.h"

#include <sqlite3.h>

#include <algorithm>

namespace puente {

// The same number stands in the database, counted within each transaction, and beside it, written once the transaction
// is durable. So the file beside it never says more than was committed, whenever the power fails, and a database that
// says less has lost its end.

namespace {

// A file may lack it that took another one's place.
constexpr const char* kMarkTable = "CREATE TABLE IF NOT EXISTS commit_mark(id INTEGER PRIMARY KEY CHECK (id = 0), "
                                   "number INTEGER NOT NULL, second INTEGER NOT NULL) STRICT;"
                                   "INSERT OR IGNORE INTO commit_mark VALUES(0, 0, 0)";

} // namespace

Result<Done, SqlFault> Database::beginMark(const std::string& path) {
    m_mark = m_vfs->markOf(path);
    if (const int code = m_mark->open(); code != SQLITE_OK) return Failure{sqlFaultOf(code)};
    std::optional<CommitMark> written;
    if (const int code = m_mark->read(written); code != SQLITE_OK) return Failure{sqlFaultOf(code)};
    if (const auto kept = readKept(); !kept) return Failure{kept.fault()};
    // Before its first transaction a database has no mark, or that of a file which had its name earlier.
    if (m_kept.number == 0 && (!written || written->number == 0)) return makeMark();
    if (written && written->number <= m_kept.number) return Done{};
    m_lostEnd.emplace(LostEnd{.kept = m_kept, .written = written});
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr); // what is there stays as it is
    return Done{};
}

Result<Done, SqlFault> Database::readKept() {
    Statement& table = prepare("SELECT 1 FROM sqlite_schema WHERE name = 'commit_mark'");
    const auto exists = table.step();
    table.reset();
    if (!exists) return Failure{exists.fault()};
    m_hasMarkTable = *exists;
    if (!m_hasMarkTable) return Done{};
    Statement& row = prepare("SELECT number, second FROM commit_mark");
    const auto found = row.step();
    if (found && *found) m_kept = {static_cast<std::uint64_t>(row.integer(0)), row.integer(1)};
    row.reset();
    if (!found) return Failure{found.fault()};
    return Done{};
}

Result<Done, SqlFault> Database::makeMark() {
    if (const int code = m_mark->begin({}); code != SQLITE_OK) return Failure{sqlFaultOf(code)};
    Transaction transaction(*this);
    if (const auto begun = transaction.begun(); !begun) return begun;
    if (const auto made = execute(kMarkTable); !made) return made;
    if (const auto made = execute("UPDATE commit_mark SET id = 0"); !made) return made; // counted by commit()
    if (const auto done = transaction.commit(); !done) return done;
    return checkpoint(); // the table is in the file itself, whatever becomes of the log
}

Result<Done, SqlFault> Database::countCommit(int changesBefore) {
    m_isCounted = m_mark != nullptr && sqlite3_total_changes(m_handle) != changesBefore;
    if (!m_isCounted) return Done{};
    if (!m_hasMarkTable)
        if (const auto made = execute(kMarkTable); !made) return made;
    m_counted.number = m_kept.number + 1;
    Statement& row = prepare("UPDATE commit_mark SET number = ?, second = CAST(strftime('%s', 'now') AS INTEGER) "
                             "RETURNING second");
    const auto found = row.bind(1, static_cast<std::int64_t>(m_counted.number)).step();
    if (found && *found) m_counted.second = row.integer(0);
    row.reset();
    if (!found) return Failure{found.fault()};
    return Done{};
}

void Database::noteCommit() {
    if (!m_isCounted) return;
    m_kept = m_counted;
    m_hasMarkTable = true;
    // A mark that cannot be written costs the noticing, never the edit, which is durable already.
    if (!m_lostEnd) (void)m_mark->note(m_kept);
}

Result<Done, SqlFault> Database::acceptLostEnd() {
    if (!m_lostEnd) return Done{};
    if (!m_lostEnd->written)
        if (const int code = m_mark->begin(m_kept); code != SQLITE_OK) return Failure{sqlFaultOf(code)};
    const CommitMark before = m_kept;
    const LostEnd lost = *m_lostEnd;
    if (lost.written) m_kept.number = std::max(m_kept.number, lost.written->number);
    m_lostEnd.reset();
    Transaction transaction(*this);
    auto done = transaction.begun();
    if (done) done = execute(kMarkTable);
    if (done) done = execute("UPDATE commit_mark SET id = 0"); // counted by commit()
    if (done) done = transaction.commit();
    if (!done) {
        m_kept = before;
        m_lostEnd = lost;
        return done;
    }
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
    return Done{};
}

Result<Done, SqlFault> Database::takeTimeOf(const Database& other) {
    if (const auto made = execute(kMarkTable); !made) return made;
    return prepare("UPDATE commit_mark SET second = ?").bind(1, other.m_kept.second).run();
}

} // namespace puente
