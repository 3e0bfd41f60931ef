#include "client/core/document_repair.h"

#include "client/core/platform/files.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/core/workspace.h"

#include <utility>

namespace puente {

namespace {

bool isDamage(SqlFault fault) {
    return fault == SqlFault::Corrupt || fault == SqlFault::CutOff || fault == SqlFault::Storage;
}

Result<Database, SqlFault> openFile(const std::string& path) {
    return Database::open(documentFile(path));
}

/// The fault with which it does not open; Corrupt also for what opens and is not sound.
Result<Done, SqlFault> check(const std::string& path) {
    auto database = openFile(path);
    if (!database) return Failure{database.fault()};
    const auto integrity = database->integrityCheck();
    if (!integrity) return Failure{integrity.fault()};
    if (*integrity != "ok") return Failure{SqlFault::Corrupt};
    const auto store = DocumentStore::open(std::move(*database));
    if (!store) return Failure{store.fault()};
    return Done{};
}

Outcome<DocumentRescue> rescueInto(const std::string& fresh, const std::string& damaged) {
    for (const char* ending : {"", "-wal"})
        if (const auto removed = platform::removeFile(fresh + ending); !removed)
            return Failure{noticeOf(removed.fault(), fresh)};
    if (const auto made = platform::createFile(fresh, {}, platform::Access::Owner); !made)
        return Failure{noticeOf(made.fault(), fresh)};
    auto database = openFile(fresh);
    if (!database) return Failure{noticeOf(database.fault(), fresh)};
    const auto store = DocumentStore::open(std::move(*database));
    if (!store) return Failure{noticeOf(store.fault(), fresh)};
    auto old = openFile(damaged);
    if (!old) return DocumentRescue{.documents = 0, .whole = 0, .isAll = false};
    const auto rescued = rescueDocuments(*old, **store);
    if (!rescued) return Failure{noticeOf(rescued.fault(), fresh)};
    if (const auto done = (*store)->database().checkpoint(); !done) return Failure{noticeOf(done.fault(), fresh)};
    return *rescued;
}

} // namespace

Outcome<std::optional<DocumentsRepaired>> repairDocuments(const std::string& folder) {
    const std::string file = documentsPathIn(folder), fresh = file + ".remade", aside = file + ".damaged";
    if (!platform::exists(file) && platform::exists(fresh)) // the crash of an earlier time came between the two moves
        if (const auto moved = platform::moveInto(fresh, file); !moved) return Failure{noticeOf(moved.fault(), file)};
    if (!platform::exists(file)) return std::optional<DocumentsRepaired>();
    const auto sound = check(file);
    if (sound) return std::optional<DocumentsRepaired>();
    if (!isDamage(sound.fault())) return Failure{noticeOf(sound.fault(), file)};
    if (platform::exists(aside))
        return Failure{usageNotice(Text::tr("A damaged file of an earlier time is still here."),
                                   Text::tr("Take it away, and do it again."), aside)};
    const auto rescued = rescueInto(fresh, file);
    if (!rescued) return Failure{rescued.fault()};
    for (const auto& [from, to] :
         {std::pair(file + "-wal", aside + "-wal"), std::pair(file, aside), std::pair(fresh, file)})
        if (platform::exists(from))
            if (const auto moved = platform::moveInto(from, to); !moved) return Failure{noticeOf(moved.fault(), from)};
    return std::optional(DocumentsRepaired{*rescued, aside});
}

} // namespace puente
