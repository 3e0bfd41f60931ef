#include "sync/sql/database.h"

#include "common/base/expects.h"
#include "sync/sql/sealed_mark.h"
#include "sync/sql/sealed_vfs.h"
#include "sync/sql/sql_fault.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>

namespace puente {

namespace {

constexpr std::size_t kImagePieceSize = 4096;

/// One setting of docs/formats/database.md, and what reading it back must say.
struct Pragma {
    const char* set;
    const char* get;
    std::string_view expected;
};

// The order matters: EXCLUSIVE before WAL keeps the wal-index in memory, so that no full disk can kill the process
// through its mapping, and no second connection can exist.
constexpr std::array kExclusive{
    Pragma{"PRAGMA locking_mode=EXCLUSIVE", "PRAGMA locking_mode", "exclusive"},
};
constexpr std::array kPragmas{
    Pragma{"PRAGMA journal_mode=WAL", "PRAGMA journal_mode", "wal"},
    Pragma{"PRAGMA synchronous=FULL", "PRAGMA synchronous", "2"},
    Pragma{"PRAGMA foreign_keys=ON", "PRAGMA foreign_keys", "1"},
    Pragma{"PRAGMA trusted_schema=OFF", "PRAGMA trusted_schema", "0"},
    Pragma{"PRAGMA cell_size_check=ON", "PRAGMA cell_size_check", "1"},
    Pragma{"PRAGMA secure_delete=ON", "PRAGMA secure_delete", "1"},
    Pragma{"PRAGMA temp_store=MEMORY", "PRAGMA temp_store", "2"},
    // Read back by asking for 0: a build without mapped files answers with no row, which is as good.
    Pragma{"PRAGMA mmap_size=0", "PRAGMA mmap_size", "0"},
};

/// The first column of the first row; empty when there is none.
Result<std::string, SqlFault> firstText(sqlite3* handle, const char* sql) {
    sqlite3_stmt* statement = nullptr;
    int code = sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr);
    std::string text;
    if (code == SQLITE_OK) code = sqlite3_step(statement);
    if (code == SQLITE_ROW) {
        const unsigned char* found = sqlite3_column_text(statement, 0);
        if (found != nullptr) text = reinterpret_cast<const char*>(found);
    }
    sqlite3_finalize(statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE) return Failure{sqlFaultOf(code)};
    return text;
}

Result<Done, SqlFault> apply(sqlite3* handle, std::span<const Pragma> pragmas, bool inMemory) {
    for (const Pragma& pragma : pragmas) {
        if (auto set = firstText(handle, pragma.set); !set) return Failure{set.fault()};
        const auto got = firstText(handle, pragma.get);
        if (!got) return Failure{got.fault()};
        const bool memoryJournal = inMemory && *got == "memory";
        const bool withoutMapping = got->empty() && pragma.expected == "0";
        if (*got != pragma.expected && !memoryJournal && !withoutMapping) return Failure{SqlFault::CannotOpen};
    }
    return Done{};
}

void harden(sqlite3* handle) {
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, 0); // one connection: whoever else has the file is told apart at once
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
}

/// Before anything is in the file, and without effect on one that is there.
void paginate(sqlite3* handle, int pageSize) {
    const std::string pragma = "PRAGMA page_size=" + std::to_string(pageSize); // pragmas take no parameters
    sqlite3_exec(handle, pragma.c_str(), nullptr, nullptr, nullptr);
}

/// Likewise. It looks into the file, so the lock must be exclusive already; and said again it would be written again.
void prepareToGiveBack(sqlite3* handle) {
    const auto pages = firstText(handle, "PRAGMA page_count");
    if (pages && *pages == "0") sqlite3_exec(handle, "PRAGMA auto_vacuum=INCREMENTAL", nullptr, nullptr, nullptr);
}

void bound(sqlite3* handle, std::int64_t sizeMax) {
    if (sizeMax <= 0) return;
    const auto pageSize = firstText(handle, "PRAGMA page_size");
    const std::int64_t pages = sizeMax / std::stoll(pageSize ? *pageSize : "4096");
    const std::string pragma = "PRAGMA max_page_count=" + std::to_string(pages); // pragmas take no parameters
    sqlite3_exec(handle, pragma.c_str(), nullptr, nullptr, nullptr);
}

} // namespace

Result<Database, SqlFault> Database::open(const DatabaseOptions& options) {
    expects(!options.seal || options.pageSize == 0);
    Database database;
    const bool inMemory = options.path == ":memory:";
    const bool mayMake = !options.seal || options.seal->mayMake;
    const int flags =
        SQLITE_OPEN_READWRITE | (mayMake ? SQLITE_OPEN_CREATE : 0) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (options.seal)
        database.m_vfs = std::make_unique<SealedVfs>(options.vfs, options.seal->key, options.seal->entropy);
    const std::string& name = database.m_vfs ? database.m_vfs->name() : options.vfs;
    const char* vfs = name.empty() ? nullptr : name.c_str();
    const int code = sqlite3_open_v2(options.path.c_str(), &database.m_handle, flags, vfs);
    if (code != SQLITE_OK) return Failure{sqlFaultOf(code)};
    harden(database.m_handle);
    if (options.pageSize > 0) paginate(database.m_handle, options.pageSize);
    if (options.exclusive && !inMemory)
        if (auto done = apply(database.m_handle, kExclusive, inMemory); !done) return Failure{done.fault()};
    if (options.givesBack) prepareToGiveBack(database.m_handle);
    if (auto done = apply(database.m_handle, kPragmas, inMemory); !done) return Failure{done.fault()};
    bound(database.m_handle, options.sizeMax);
    // Touch the file now: a lock held by another process shows here, not at the first write.
    if (auto done = database.execute("BEGIN IMMEDIATE; COMMIT"); !done) return Failure{done.fault()};
    if (options.seal && options.seal->isMarked)
        if (auto done = database.beginMark(options.path); !done) return Failure{done.fault()};
    return database;
}

Database::Database() = default;

Database::Database(Database&& other) noexcept {
    *this = std::move(other);
}

Database& Database::operator=(Database&& other) noexcept {
    std::swap(m_vfs, other.m_vfs);
    std::swap(m_mark, other.m_mark);
    std::swap(m_lostEnd, other.m_lostEnd);
    std::swap(m_kept, other.m_kept);
    std::swap(m_hasMarkTable, other.m_hasMarkTable);
    std::swap(m_handle, other.m_handle);
    std::swap(m_statements, other.m_statements);
    std::swap(m_failed, other.m_failed);
    return *this;
}

Database::~Database() {
    for (const auto& [sql, statement] : m_statements)
        sqlite3_finalize(statement->m_handle);
    sqlite3_close_v2(m_handle);
}

Statement& Database::prepare(const char* sql) {
    std::unique_ptr<Statement>& cached = m_statements[sql];
    if (cached && cached->m_handle != nullptr) {
        cached->reset();
        return *cached;
    }
    sqlite3_stmt* handle = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    // SQL is literal, so only the disk or memory can make this fail: then every step says so, and the next
    // prepare() tries again.
    expects(code != SQLITE_ERROR);
    cached.reset(new Statement(handle, code, m_failed.get()));
    return *cached;
}

Result<Done, SqlFault> Database::execute(const char* script) {
    const int code = sqlite3_exec(m_handle, script, nullptr, nullptr, nullptr);
    if (code == SQLITE_OK) return Done{};
    const SqlFault fault = sqlFaultOf(code);
    if (fault == SqlFault::Storage) *m_failed = true;
    return Failure{fault};
}

Result<Done, SqlFault> Database::migrate(std::span<const char* const> migrations) {
    const auto found = firstText(m_handle, "PRAGMA user_version");
    if (!found) return Failure{found.fault()};
    const auto version = static_cast<std::size_t>(std::stoul(*found));
    if (version > migrations.size()) return Failure{SqlFault::Newer};
    for (std::size_t i = version; i < migrations.size(); ++i) {
        Transaction transaction(*this);
        if (auto done = execute(migrations[i]); !done) return done;
        if (auto done = execute(("PRAGMA user_version=" + std::to_string(i + 1)).c_str()); !done) return done;
        if (auto done = transaction.commit(); !done) return done;
    }
    return Done{};
}

std::int64_t Database::lastRowId() const {
    return sqlite3_last_insert_rowid(m_handle);
}

Result<std::string, SqlFault> Database::integrityCheck(std::string_view table) {
    if (table.empty()) return firstText(m_handle, "PRAGMA integrity_check");
    const std::string pragma = "PRAGMA integrity_check(\"" + std::string(table) + "\")"; // pragmas take no parameters
    return firstText(m_handle, pragma.c_str());
}

Result<Done, SqlFault> Database::giveBack() {
    constexpr const char* kSome = "PRAGMA incremental_vacuum(1024)"; // the log grows by as many pages
    for (;;) {
        const auto unused = firstText(m_handle, "PRAGMA freelist_count"),
                   kind = firstText(m_handle, "PRAGMA auto_vacuum");
        if (!unused || !kind) return Failure{!unused ? unused.fault() : kind.fault()};
        if (*unused == "0" || *kind != "2") return Done{};
        if (auto given = execute(kSome); !given) return given;
    }
}

Result<Done, SqlFault> Database::checkpoint() {
    const int code = sqlite3_wal_checkpoint_v2(m_handle, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code == SQLITE_OK) return Done{};
    const SqlFault fault = sqlFaultOf(code);
    if (fault == SqlFault::Storage) *m_failed = true;
    return Failure{fault};
}

Result<sqlite3_file*, SqlFault> Database::lowestFile() {
    sqlite3_file* file = nullptr;
    const int asked = m_vfs ? kControlFileBelow : SQLITE_FCNTL_FILE_POINTER;
    const int code = sqlite3_file_control(m_handle, "main", asked, static_cast<void*>(&file));
    if (code != SQLITE_OK) return Failure{sqlFaultOf(code)};
    return file;
}

Result<std::uint64_t, SqlFault> Database::imageSize() {
    if (const auto done = checkpoint(); !done) return Failure{done.fault()};
    const auto file = lowestFile();
    if (!file) return Failure{file.fault()};
    sqlite3_int64 size = 0;
    const int code = (*file)->pMethods->xFileSize(*file, &size);
    if (code != SQLITE_OK) return Failure{sqlFaultOf(code)};
    return static_cast<std::uint64_t>(size);
}

Result<Done, SqlFault> Database::readImage(const std::function<bool(ByteView)>& visit) {
    const auto size = imageSize();
    if (!size) return Failure{size.fault()};
    const auto file = lowestFile();
    if (!file) return Failure{file.fault()};
    // Read through SQLite's own handle: closing another one would give up its locks (POSIX).
    Bytes piece(kImagePieceSize);
    for (std::uint64_t at = 0; at < *size; at += piece.size()) {
        piece.resize(static_cast<std::size_t>(std::min<std::uint64_t>(kImagePieceSize, *size - at)));
        const int code = (*file)->pMethods->xRead(*file, piece.data(), static_cast<int>(piece.size()),
                                                  static_cast<sqlite3_int64>(at));
        if (code != SQLITE_OK) return Failure{sqlFaultOf(code)};
        if (!visit(piece)) break;
    }
    return Done{};
}

Result<Done, SqlFault> Database::backupTo(const std::string& path) {
    expects(!m_vfs);
    sqlite3* target = nullptr;
    int code = sqlite3_open_v2(path.c_str(), &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    if (code == SQLITE_OK) {
        sqlite3_backup* backup = sqlite3_backup_init(target, "main", m_handle, "main");
        code = backup == nullptr ? sqlite3_errcode(target) : sqlite3_backup_step(backup, -1);
        const int finished = sqlite3_backup_finish(backup);
        if (code == SQLITE_DONE) code = finished;
    }
    sqlite3_close(target);
    if (code != SQLITE_OK) return Failure{sqlFaultOf(code)};
    return Done{};
}

// A transaction inside another one is a savepoint: the outer one decides what becomes durable.

Transaction::Transaction(Database& database) : m_database(database), m_depth(database.m_depth++) {
    const auto begun = m_database.execute(m_depth == 0 ? "BEGIN IMMEDIATE" : "SAVEPOINT inner");
    m_open = begun.ok();
    m_changesBefore = sqlite3_total_changes(m_database.m_handle);
    if (!begun) m_fault = begun.fault();
}

Transaction::~Transaction() {
    --m_database.m_depth;
    if (!m_open) return;
    // A fault of its own may have rolled everything back already; there is nothing left to undo then.
    if (sqlite3_get_autocommit(m_database.m_handle) != 0) return;
    (void)m_database.execute(m_depth == 0 ? "ROLLBACK" : "ROLLBACK TO inner; RELEASE inner");
}

Result<Done, SqlFault> Transaction::begun() const {
    if (!m_open) return Failure{m_fault};
    return Done{};
}

Result<Done, SqlFault> Transaction::commit() {
    if (!m_open) return Failure{m_fault};
    const bool isOuter = m_depth == 0;
    if (isOuter)
        if (auto counted = m_database.countCommit(m_changesBefore); !counted) return counted;
    auto done = m_database.execute(isOuter ? "COMMIT" : "RELEASE inner");
    if (!done) return done;
    m_open = false;
    if (isOuter) m_database.noteCommit();
    return done;
}

} // namespace puente
