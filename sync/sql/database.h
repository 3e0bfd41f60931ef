#pragma once

#include "common/base/entropy.h"
#include "common/base/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_file;
struct sqlite3_stmt;

namespace puente {

class SealedVfs;
class SealedMark;

enum class SqlFault {
    CannotOpen, ///< no such folder, no permission, or not a database
    Busy,       ///< another process has it
    Full,       ///< no space left on the disk
    ReadOnly,   ///< the file or its folder cannot be written
    Storage,    ///< reading, writing or syncing failed: stop acknowledging, reopen, verify
    Corrupt,    ///< the file is damaged
    Newer,      ///< written by a newer version of the program
    NotSealed,  ///< a plain file where a sealed one belongs
    WrongKey,   ///< sealed with another key: another replica's file
    Misplaced,  ///< a page was put in another place, or comes from another file
    CutOff,     ///< the end of the file is missing
};

/// A prepared statement, bound and stepped. Bind by position from 1; columns count from 0.
///
/// It is cached by its Database and must not outlive it. A fault is sticky: step() says it.
class Statement {
public:
    Statement& bind(int position, std::int64_t value);
    Statement& bind(int position, std::string_view text);
    Statement& bind(int position, ByteView blob);
    Statement& bindNull(int position);

    /// True when a row is there, false when there is none (left).
    Result<bool, SqlFault> step();
    /// Steps a statement that yields no row.
    Result<Done, SqlFault> run();

    std::int64_t integer(int column) const;
    std::string_view text(int column) const; ///< valid until the next step() or reset()
    ByteView blob(int column) const;         ///< valid until the next step() or reset()
    bool isNull(int column) const;

    /// Ready for new values. Called by Database::prepare() too.
    void reset();

private:
    friend class Database;
    Statement(sqlite3_stmt* handle, int code, bool* failed) : m_handle(handle), m_code(code), m_failed(failed) {}
    Statement& note(int code);

    sqlite3_stmt* m_handle = nullptr;
    int m_code = 0;           // why it cannot be stepped
    bool* m_failed = nullptr; // the database's: set when the storage fails
};

/// Seals a file on its way to the disk: docs/formats/at_rest.md.
struct SealWith {
    ByteView key;     ///< 32 bytes; a copy is kept
    Entropy& entropy; ///< must outlive the database
    /// Notes beside the file what was committed, so that a lost end is noticed.
    bool isMarked = false;
    /// Makes the file where there is none, or an empty one. Else an empty file is one that was cut off.
    bool mayMake = false;
};

/// A transaction that is durable: its number, and when it was.
struct CommitMark {
    std::uint64_t number = 0; ///< from 1; 0 before the first
    std::int64_t second = 0;  ///< since 1970

    friend bool operator==(const CommitMark&, const CommitMark&) = default;
};

/// A file whose newest transactions are gone: its log was cut off, spoiled, removed, or is an older one.
struct LostEnd {
    CommitMark kept;                   ///< the last that is there
    std::optional<CommitMark> written; ///< the last that there was; nothing when that is lost too
};

struct DatabaseOptions {
    std::string path;     ///< ":memory:" for none
    std::string vfs = {}; ///< a registered SQLite VFS; empty for the default
    std::optional<SealWith> seal = {};
    bool exclusive = true;    ///< locking_mode=EXCLUSIVE before WAL
    std::int64_t sizeMax = 0; ///< bytes; 0 for no bound of our own
    int pageSize = 0;         ///< of a file that is made now; 0 for SQLite's. A sealed file has pages of one size only
    bool givesBack = false;   ///< of a file that is made now: see giveBack()
};

/// What Database::copyInto() takes of a table and its indexes.
enum class CopiedPart { Nothing, Table, Rows };
using CopyRule = std::function<CopiedPart(std::string_view table)>;

/// What SQLite finds in a file of which rows are to be copied.
enum class FileCondition {
    Sound,
    Copyable, ///< damaged in what is not copied, or by pages that do not open: whether rows are in them, copying tells
    Damaged,  ///< pages open that do not belong there, among what is copied or nobody knows where
};

/// One SQLite file, opened by exactly one connection, used by exactly one thread. Every pragma of
/// docs/formats/database.md is set and read back at opening; one that did not take is a fault.
class Database {
public:
    static Result<Database, SqlFault> open(const DatabaseOptions& options);
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    /// The cached statement for this SQL, reset. The text must be a literal: no SQL is ever built.
    Statement& prepare(const char* sql);
    /// Several statements at once; for migrations only.
    Result<Done, SqlFault> execute(const char* script);

    /// Runs migrations in order; each is applied once, in a transaction of its own, and its number kept in
    /// user_version.
    Result<Done, SqlFault> migrate(std::span<const char* const> migrations);

    std::int64_t lastRowId() const;
    /// True after a failed write or sync: nothing may be acknowledged until it was reopened.
    bool isReadOnly() const { return *m_failed; }
    /// "ok", or what integrity_check found first: in the file, or in one of its tables and that one's indexes.
    Result<std::string, SqlFault> integrityCheck(std::string_view table = {});
    /// The same, told apart by what copyInto() would take of each table.
    Result<FileCondition, SqlFault> condition(const CopyRule& rule);
    /// Moves what is in use to the front, and gives the rest of the file back to the file system, at the next
    /// checkpoint(). Outside of transactions; without effect on a file that was not made with `givesBack`.
    Result<Done, SqlFault> giveBack();
    /// Brings the write-ahead log into the file and cuts it to nothing: what was overwritten is then in neither.
    Result<Done, SqlFault> checkpoint();
    /// How large the file is once the log was brought into it, in bytes.
    Result<std::uint64_t, SqlFault> imageSize();
    /// Brings the log into the file, then calls with the file's bytes as they lie on the disk, sealed if it is, in
    /// pieces of 4,096 bytes: the pages of a sealed one. Stops when told false.
    Result<Done, SqlFault> readImage(const std::function<bool(ByteView)>& visit);
    /// Copies tables, with their numbers of rows, and the migrations' count into an empty database, in one transaction;
    /// all of them, or of each what the rule says. Works between a plain file and a sealed one. What is not copied is
    /// not read either.
    Result<Done, SqlFault> copyInto(Database& empty, const CopyRule& rule = {});
    /// True when the other one holds exactly the same tables and rows.
    Result<bool, SqlFault> holdsTheSameAs(Database& other);

    /// What is missing at the end of a marked file. Until it is accepted, nothing that is there is touched at closing.
    const std::optional<LostEnd>& lostEnd() const { return m_lostEnd; }
    /// Goes on from what is there.
    Result<Done, SqlFault> acceptLostEnd();
    /// Of a file that takes the place of another one: notes when that one's last transaction was. Its own are counted
    /// anew, from when it is opened with a mark.
    Result<Done, SqlFault> takeTimeOf(const Database& other);

    /// A consistent copy, made with SQLite's backup interface while in use. Of a plain file only: it would be plain.
    Result<Done, SqlFault> backupTo(const std::string& path);

private:
    friend class Transaction;
    friend class Statement;
    Database();
    Result<Done, SqlFault> beginMark(const std::string& path);
    Result<Done, SqlFault> readKept();
    Result<Done, SqlFault> makeMark();
    /// Within a transaction that changed something: counts it.
    Result<Done, SqlFault> countCommit(int changesBefore);
    void noteCommit();

    Result<std::vector<std::string>, SqlFault> tables();
    /// The file below all sealing.
    Result<sqlite3_file*, SqlFault> lowestFile();

    std::unique_ptr<SealedVfs> m_vfs;   // of a sealed file
    std::unique_ptr<SealedMark> m_mark; // of a marked one
    std::optional<LostEnd> m_lostEnd;
    CommitMark m_kept, m_counted;
    bool m_isCounted = false;
    bool m_hasMarkTable = false;
    sqlite3* m_handle = nullptr;
    std::unordered_map<const char*, std::unique_ptr<Statement>> m_statements; // by address: SQL is literal
    std::unique_ptr<bool> m_failed = std::make_unique<bool>(false);
    int m_depth = 0; // of transactions
};

/// True when another program has the file open, as a replica's program has it: exclusively. Reads nothing of it.
bool isInUse(const std::string& path);
/// True when the file is a plain SQLite database.
bool isPlainDatabase(const std::string& path);

/// Everything until commit() happens or does not. Rolls back when it goes out of scope uncommitted. May be nested:
/// inner ones are savepoints.
class Transaction {
public:
    explicit Transaction(Database& database);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

    /// Why it could not be begun: nothing may be written then, it would be durable by itself.
    Result<Done, SqlFault> begun() const;
    /// Durable when it returns well (synchronous=FULL).
    Result<Done, SqlFault> commit();

private:
    Database& m_database;
    int m_depth = 0;
    int m_changesBefore = 0;
    bool m_open = false;
    SqlFault m_fault = SqlFault::Storage;
};

} // namespace puente
