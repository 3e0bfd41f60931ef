#pragma once

#include "sync/sql/database.h"

#include <functional>

namespace puente {

/// While it lives, hears of each fault that SQLite reports anywhere in this process, with SQLite's own code, which says
/// more of it. What SQLite says in words quotes statements and paths, and is not passed on.
///
/// To be made before the first database is opened; one at a time.
class SqlFaultListener {
public:
    using Heard = std::function<void(SqlFault fault, int code)>;

    explicit SqlFaultListener(Heard heard);
    SqlFaultListener(const SqlFaultListener&) = delete;
    SqlFaultListener& operator=(const SqlFaultListener&) = delete;
    ~SqlFaultListener();
};

} // namespace puente
