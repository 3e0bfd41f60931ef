#pragma once

#include "sync/replica/replica.h"
#include "sync/sql/database.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace puente {

/// What a failure of the database means to whoever asked the replica.
ReplicaFault replicaFaultOf(SqlFault fault);

/// Runs statements until the first one fails; after that it runs none and answers that there is nothing.
///
/// So a whole piece of work may be written without a word about faults, and is asked once, at its end.
class Work {
public:
    explicit Work(Database& database) : m_database(database) {}
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;
    ~Work() { close(); }

    Statement& prepare(const char* sql) { return m_database.prepare(sql); }
    /// True when a row is there.
    bool step(Statement& statement) {
        if (m_fault) return false;
        const auto row = statement.step();
        if (!row) m_fault = row.fault();
        if (row.ok() && *row) noteOpen(statement);
        return row.ok() && *row;
    }
    /// Ends the reading of rows: one left open would keep SQLite from tidying its write-ahead log.
    void close() {
        for (Statement* statement : m_open)
            statement->reset();
        m_open.clear();
    }
    void run(Statement& statement) {
        if (m_fault) return;
        if (const auto done = statement.run(); !done) m_fault = done.fault();
    }
    /// What was read is not what was written: the file is damaged.
    void damaged() {
        if (!m_fault) m_fault = SqlFault::Corrupt;
    }

    bool ok() const { return !m_fault; }
    ReplicaFault fault() const { return replicaFaultOf(*m_fault); }
    std::int64_t lastRowId() const { return m_database.lastRowId(); }

    /// The value, unless something failed on the way to it.
    template <typename T>
    Result<T, ReplicaFault> result(T value) const {
        if (m_fault) return Failure{fault()};
        return value;
    }

private:
    void noteOpen(Statement& statement) {
        if (std::find(m_open.begin(), m_open.end(), &statement) == m_open.end()) m_open.push_back(&statement);
    }

    Database& m_database;
    std::optional<SqlFault> m_fault;
    std::vector<Statement*> m_open; // a few dozen at most
};

} // namespace puente
