#pragma once

#include "sync/sql/database.h"
#include "sync/store/store.h"

namespace puente {

/// What a caller of the store is told of a fault of the database below it.
inline StoreFault storeFaultOf(SqlFault fault) {
    switch (fault) {
    case SqlFault::Busy: return StoreFault::Busy;
    case SqlFault::Full: return StoreFault::Full;
    case SqlFault::ReadOnly: return StoreFault::ReadOnly;
    case SqlFault::NotSealed:
    case SqlFault::WrongKey:
    case SqlFault::Misplaced:
    case SqlFault::CutOff:
    case SqlFault::Corrupt: return StoreFault::Corrupt;
    case SqlFault::CannotOpen:
    case SqlFault::Newer:
    case SqlFault::Storage: break;
    }
    return StoreFault::Failed;
}

/// Visits rows until there is none left or `visit` says false. The statement is reset at the end, so that no read
/// transaction stays open.
template <typename Visit>
Result<Done, SqlFault> forEachRow(Statement& statement, Visit visit) {
    for (;;) {
        const auto row = statement.step();
        if (row && *row && visit(statement)) continue;
        statement.reset();
        if (!row) return Failure{row.fault()};
        return Done{};
    }
}

/// Columns hold what the schema's checks let in: numbers that are never negative, blobs of an id's size. A damaged
/// file may hold another size; it reads as zero, which names nothing.
template <typename IdType>
IdType idAt(const Statement& row, int column) {
    return IdType::from(row.blob(column)).value_or(IdType{});
}
inline std::uint64_t unsignedAt(const Statement& row, int column) {
    return static_cast<std::uint64_t>(row.integer(column));
}
inline std::int64_t signedOf(std::uint64_t value) {
    return static_cast<std::int64_t>(value);
}

} // namespace puente
