#include "sync/sql/database.h"
#include "sync/sql/sql_fault.h"

#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace puente {

namespace {

/// A part of a database's schema, in the order in which it was made.
struct Part {
    std::string kind, name, table, sql;
    bool isShadow = false; ///< a table that a search index made to keep itself in

    bool isVirtual() const { return sql.starts_with("CREATE VIRTUAL TABLE"); }
    bool hasRows() const { return kind == "table" && !isVirtual(); }
    bool isLike(const Part& other) const {
        // How SQLite writes down its own tables may change with its version.
        return kind == other.kind && name == other.name && (isShadow || sql == other.sql);
    }
};

void markShadows(std::vector<Part>& parts) {
    for (const Part& index : parts)
        for (Part& part : parts)
            if (index.isVirtual() && part.name.starts_with(index.name + "_")) part.isShadow = true;
}

/// While it lives, a connection may write the tables of its search indexes, which it must not otherwise.
class WritableShadows {
public:
    explicit WritableShadows(sqlite3* handle) : m_handle(handle) { set(0); }
    WritableShadows(const WritableShadows&) = delete;
    WritableShadows& operator=(const WritableShadows&) = delete;
    ~WritableShadows() { set(1); }

private:
    void set(int isDefensive) { sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, isDefensive, nullptr); }

    sqlite3* m_handle;
};

struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Rows = std::unique_ptr<sqlite3_stmt, Finalize>;

Result<Rows, SqlFault> prepared(sqlite3* handle, const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(handle, sql.c_str(), -1, &statement, nullptr);
    if (code != SQLITE_OK) return Failure{sqlFaultOf(code)};
    return Rows(statement);
}

std::string textAt(const Rows& rows, int column) {
    const unsigned char* text = sqlite3_column_text(rows.get(), column);
    return text == nullptr ? std::string() : reinterpret_cast<const char*>(text);
}

Result<std::vector<Part>, SqlFault> partsOf(sqlite3* handle) {
    auto rows =
        prepared(handle, "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid");
    if (!rows) return Failure{rows.fault()};
    std::vector<Part> parts;
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(rows->get())) == SQLITE_ROW)
        parts.push_back(
            {.kind = textAt(*rows, 0), .name = textAt(*rows, 1), .table = textAt(*rows, 2), .sql = textAt(*rows, 3)});
    if (code != SQLITE_DONE) return Failure{sqlFaultOf(code)};
    markShadows(parts);
    return parts;
}

std::string quoted(const std::string& name) {
    std::string text = "\"";
    for (const char letter : name)
        text += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return text + '"';
}

/// All rows of a table in its own order; the numbers that SQLite gave them come first, where it gave any.
Result<Rows, SqlFault> rowsOf(sqlite3* handle, const std::string& table) {
    auto numbered = prepared(handle, "SELECT rowid, * FROM " + quoted(table) + " ORDER BY rowid");
    return numbered ? std::move(numbered) : prepared(handle, "SELECT * FROM " + quoted(table));
}

std::string insertion(const std::string& table, const Rows& rows) {
    std::string columns, places;
    for (int i = 0; i < sqlite3_column_count(rows.get()); ++i) {
        // A number that is a column too bears that column's name: once is enough.
        const std::string name = quoted(sqlite3_column_name(rows.get(), i));
        columns += (i == 0 ? "" : ",") + name;
        places += i == 0 ? "?" : ",?";
    }
    return "INSERT INTO " + quoted(table) + "(" + columns + ") VALUES(" + places + ")";
}

Result<Done, SqlFault> copyRows(sqlite3* from, sqlite3* to, const std::string& table) {
    const auto rows = rowsOf(from, table);
    if (!rows) return Failure{rows.fault()};
    const auto insert = prepared(to, insertion(table, *rows));
    if (!insert) return Failure{insert.fault()};
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(rows->get())) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(rows->get()); ++i)
            sqlite3_bind_value(insert->get(), i + 1, sqlite3_column_value(rows->get(), i));
        if (code = sqlite3_step(insert->get()); code != SQLITE_DONE) break;
        sqlite3_reset(insert->get());
    }
    if (code != SQLITE_DONE) return Failure{sqlFaultOf(code)};
    return Done{};
}

ByteView blobAt(const Rows& rows, int column) {
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(rows.get(), column));
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(rows.get(), column))};
}

bool isSameRow(const Rows& left, const Rows& right) {
    if (sqlite3_column_count(left.get()) != sqlite3_column_count(right.get())) return false;
    for (int i = 0; i < sqlite3_column_count(left.get()); ++i)
        if (sqlite3_column_type(left.get(), i) != sqlite3_column_type(right.get(), i) ||
            !equal(blobAt(left, i), blobAt(right, i)))
            return false;
    return true;
}

Result<bool, SqlFault> isSameTable(sqlite3* left, sqlite3* right, const std::string& table) {
    const auto ours = rowsOf(left, table), theirs = rowsOf(right, table);
    if (!ours) return Failure{ours.fault()};
    if (!theirs) return Failure{theirs.fault()};
    for (;;) {
        const int code = sqlite3_step(ours->get()), other = sqlite3_step(theirs->get());
        if (code != SQLITE_ROW && code != SQLITE_DONE) return Failure{sqlFaultOf(code)};
        if (other != SQLITE_ROW && other != SQLITE_DONE) return Failure{sqlFaultOf(other)};
        if (code != other) return false;
        if (code == SQLITE_DONE) return true;
        if (!isSameRow(*ours, *theirs)) return false;
    }
}

Result<std::string, SqlFault> versionOf(sqlite3* handle) {
    const auto row = prepared(handle, "PRAGMA user_version");
    if (!row) return Failure{row.fault()};
    const int code = sqlite3_step(row->get());
    if (code != SQLITE_ROW) return Failure{sqlFaultOf(code)};
    return textAt(*row, 0);
}

} // namespace

Result<Done, SqlFault> Database::copyInto(Database& empty, const CopyRule& rule) {
    const auto parts = partsOf(m_handle);
    if (!parts) return Failure{parts.fault()};
    const auto version = versionOf(m_handle);
    if (!version) return Failure{version.fault()};
    const WritableShadows writable(empty.m_handle);
    Transaction transaction(empty);
    for (const Part& part : *parts) {
        const CopiedPart copied = rule ? rule(part.table) : CopiedPart::Rows;
        if (copied == CopiedPart::Nothing) continue;
        // The index has made its tables already, and a first row or two in them.
        const std::string begun = part.isShadow ? "DELETE FROM " + quoted(part.name) : part.sql;
        if (auto made = empty.execute(begun.c_str()); !made) return made;
        if (!part.hasRows() || copied == CopiedPart::Table) continue;
        if (auto done = copyRows(m_handle, empty.m_handle, part.name); !done) return done;
    }
    if (auto set = empty.execute(("PRAGMA user_version=" + *version).c_str()); !set) return set;
    return transaction.commit();
}

Result<bool, SqlFault> Database::holdsTheSameAs(Database& other) {
    const auto parts = partsOf(m_handle), theirs = partsOf(other.m_handle);
    if (!parts) return Failure{parts.fault()};
    if (!theirs) return Failure{theirs.fault()};
    const auto version = versionOf(m_handle), otherVersion = versionOf(other.m_handle);
    if (!version) return Failure{version.fault()};
    if (!otherVersion) return Failure{otherVersion.fault()};
    const bool isAlike = std::equal(parts->begin(), parts->end(), theirs->begin(), theirs->end(),
                                    [](const Part& left, const Part& right) { return left.isLike(right); });
    if (!isAlike || *version != *otherVersion) return false;
    for (const Part& part : *parts) {
        if (!part.hasRows()) continue;
        const auto same = isSameTable(m_handle, other.m_handle, part.name);
        if (!same || !*same) return same;
    }
    return true;
}

} // namespace puente
