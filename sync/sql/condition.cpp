#include "sync/sql/database.h"
#include "sync/sql/sql_fault.h"

#include <sqlite3.h>

#include <algorithm>
#include <vector>

namespace puente {

namespace {

constexpr std::string_view kSound = "ok";

/// What SQLite writes of a page that it was not given. Should it ever write something else, a repair refuses what it
/// could have done.
bool isPageThatDoesNotOpen(std::string_view found) {
    return found.find("unable to get the page") != std::string_view::npos ||
           found.find("failed to get page") != std::string_view::npos;
}

bool isDamage(SqlFault fault) {
    return fault == SqlFault::Corrupt || fault == SqlFault::Misplaced;
}

} // namespace

Result<std::vector<std::string>, SqlFault> Database::tables() {
    std::vector<std::string> names;
    Statement& rows = prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY rowid");
    auto found = rows.step();
    for (; found && *found; found = rows.step())
        names.emplace_back(rows.text(0));
    rows.reset();
    if (!found) return Failure{found.fault()};
    return names;
}

Result<FileCondition, SqlFault> Database::condition(const CopyRule& rule) {
    const auto whole = integrityCheck();
    if (whole && *whole == kSound) return FileCondition::Sound;
    if (!whole && !isDamage(whole.fault())) return Failure{whole.fault()};
    const auto names = tables();
    if (!names) return Failure{names.fault()};
    bool isElsewhere = false;
    for (const std::string& name : *names) {
        const auto found = integrityCheck(name);
        if (!found && !isDamage(found.fault())) return Failure{found.fault()};
        if (found && *found == kSound) continue;
        // A page that does not open is damage and says so wherever it stands. One that opens and does not fit is an
        // earlier state, and whatever else it held is not known.
        const bool isCopied = rule(name) == CopiedPart::Rows;
        if (isCopied && !(found && isPageThatDoesNotOpen(*found))) return FileCondition::Damaged;
        isElsewhere = true;
    }
    return isElsewhere ? FileCondition::Copyable : FileCondition::Damaged;
}

} // namespace puente
