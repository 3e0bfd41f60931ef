#include "sync/sql/sealed_vfs.h"

#include "sync/sql/sealed_file.h"
#include "sync/sql/sealed_mark.h"

#include <algorithm>
#include <array>
#include <new>
#include <optional>
#include <variant>

namespace puente {

struct SealedVfs::State {
    sqlite3_vfs vfs{};
    sqlite3_vfs* below = nullptr;
    std::string name;
    Sealing sealing;
};

namespace {

constexpr int kFaultCode = 200; // extended codes of SQLITE_IOERR that SQLite itself does not use
constexpr std::array kFaults{SealFault::NotSealed, SealFault::WrongKey, SealFault::Damaged, SealFault::Misplaced,
                             SealFault::CutOff};

/// The name that SQLite's name for a log has below, as SQLite hands names to a VFS: zeros around it.
class LogName {
public:
    explicit LogName(std::string_view path) : m_text(4, '\0') {
        path.remove_suffix(kPlainLogEnding.size());
        m_text.append(path).append(kSealedLogEnding).append(4, '\0');
    }
    const char* get() const { return m_text.c_str() + 4; }

private:
    std::string m_text;
};

struct OpenFile {
    sqlite3_file base{};
    sqlite3_file* below = nullptr; // right behind this
    std::variant<std::monostate, SealedPages, SealedLog> content;
    std::optional<LogName> name; // of a log: the VFS below keeps the pointer while the file is open
};

constexpr std::size_t kOpenFileSize = (sizeof(OpenFile) + 15) / 16 * 16;

OpenFile& openFile(sqlite3_file* file) {
    return *reinterpret_cast<OpenFile*>(file);
}

SealedLog* logOf(sqlite3_file* file) {
    return std::get_if<SealedLog>(&openFile(file).content);
}

SealedVfs::State& stateOf(sqlite3_vfs* vfs) {
    return *static_cast<SealedVfs::State*>(vfs->pAppData);
}

int closeFile(sqlite3_file* file) {
    OpenFile& open = openFile(file);
    SealedLog* const log = logOf(file);
    const int settled = log ? log->settle() : SQLITE_OK;
    const int closed = open.below->pMethods->xClose(open.below);
    open.~OpenFile();
    return settled != SQLITE_OK ? settled : closed;
}

int readFile(sqlite3_file* file, void* data, int amount, sqlite3_int64 offset) {
    const std::span target(static_cast<std::uint8_t*>(data), static_cast<std::size_t>(amount));
    if (SealedLog* const log = logOf(file)) {
        std::ranges::fill(target, std::uint8_t{0}); // what ends recovery is read as zeros
        return log->read(target, static_cast<std::uint64_t>(offset));
    }
    return std::get<SealedPages>(openFile(file).content).read(target, static_cast<std::uint64_t>(offset));
}

int writeFile(sqlite3_file* file, const void* data, int amount, sqlite3_int64 offset) {
    const ByteView source(static_cast<const std::uint8_t*>(data), static_cast<std::size_t>(amount));
    if (SealedLog* const log = logOf(file)) return log->write(source, static_cast<std::uint64_t>(offset));
    return std::get<SealedPages>(openFile(file).content).write(source, static_cast<std::uint64_t>(offset));
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    if (SealedLog* const log = logOf(file)) return log->truncate(static_cast<std::uint64_t>(size));
    return openFile(file).below->pMethods->xTruncate(openFile(file).below, size);
}

int syncFile(sqlite3_file* file, int flags) {
    if (SealedLog* const log = logOf(file)) return log->sync(flags);
    return openFile(file).below->pMethods->xSync(openFile(file).below, flags);
}

int fileSize(sqlite3_file* file, sqlite3_int64* size) {
    if (SealedLog* const log = logOf(file)) return log->size(*size);
    return openFile(file).below->pMethods->xFileSize(openFile(file).below, size);
}

int lockFile(sqlite3_file* file, int level) {
    return openFile(file).below->pMethods->xLock(openFile(file).below, level);
}
int unlockFile(sqlite3_file* file, int level) {
    return openFile(file).below->pMethods->xUnlock(openFile(file).below, level);
}
int checkReservedLock(sqlite3_file* file, int* reserved) {
    return openFile(file).below->pMethods->xCheckReservedLock(openFile(file).below, reserved);
}
int fileControl(sqlite3_file* file, int operation, void* argument) {
    if (operation == SQLITE_FCNTL_MMAP_SIZE) return SQLITE_NOTFOUND; // nothing is mapped
    if (operation == kControlFileBelow) {
        *static_cast<sqlite3_file**>(argument) = openFile(file).below;
        return SQLITE_OK;
    }
    return openFile(file).below->pMethods->xFileControl(openFile(file).below, operation, argument);
}
int sectorSize(sqlite3_file* file) {
    return openFile(file).below->pMethods->xSectorSize(openFile(file).below);
}
int deviceCharacteristics(sqlite3_file* file) {
    // Without the first, SQLite would write frames in pieces; the others promise something of single writes that
    // need not hold for sealed ones.
    return (openFile(file).below->pMethods->xDeviceCharacteristics(openFile(file).below) &
            SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN) |
           SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

/// Version 1: no shared memory, no mapping.
const sqlite3_io_methods& methods() {
    static const sqlite3_io_methods kMethods = [] {
        sqlite3_io_methods table{};
        table.iVersion = 1;
        table.xClose = closeFile;
        table.xRead = readFile;
        table.xWrite = writeFile;
        table.xTruncate = truncateFile;
        table.xSync = syncFile;
        table.xFileSize = fileSize;
        table.xLock = lockFile;
        table.xUnlock = unlockFile;
        table.xCheckReservedLock = checkReservedLock;
        table.xFileControl = fileControl;
        table.xSectorSize = sectorSize;
        table.xDeviceCharacteristics = deviceCharacteristics;
        return table;
    }();
    return kMethods;
}

bool isLog(std::string_view path) {
    return path.ends_with(kPlainLogEnding);
}

int openBelow(SealedVfs::State& state, const char* path, OpenFile& open, int flags, int* outFlags) {
    const bool isDatabase = (flags & SQLITE_OPEN_MAIN_DB) != 0;
    if (!isDatabase && ((flags & SQLITE_OPEN_WAL) == 0 || !isLog(path))) return SQLITE_CANTOPEN;
    if (!isDatabase) open.name.emplace(path);
    const char* const below = isDatabase ? path : open.name->get();
    const int code = state.below->xOpen(state.below, below, open.below, flags, outFlags);
    if (code != SQLITE_OK) return code;
    if (!isDatabase) {
        open.content.emplace<SealedLog>(state.sealing, *open.below);
        return SQLITE_OK;
    }
    const auto atNothing = (flags & SQLITE_OPEN_CREATE) != 0 ? AtNothing::Make : AtNothing::Refuse;
    return open.content.emplace<SealedPages>(state.sealing, *open.below).begin(atNothing);
}

int openPath(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* outFlags) {
    file->pMethods = nullptr;
    if (path == nullptr) return SQLITE_CANTOPEN; // a temporary file
    auto* open = new (file) OpenFile;
    open->below = reinterpret_cast<sqlite3_file*>(reinterpret_cast<std::uint8_t*>(file) + kOpenFileSize);
    open->below->pMethods = nullptr;
    const int code = openBelow(stateOf(vfs), path, *open, flags, outFlags);
    if (code == SQLITE_OK) {
        open->base.pMethods = &methods();
        return code;
    }
    if (open->below->pMethods != nullptr) open->below->pMethods->xClose(open->below);
    open->~OpenFile();
    file->pMethods = nullptr;
    return code;
}

int deletePath(sqlite3_vfs* vfs, const char* path, int syncFolder) {
    sqlite3_vfs* const below = stateOf(vfs).below;
    if (!isLog(path)) return SQLITE_IOERR_DELETE_NOENT;
    return below->xDelete(below, LogName(path).get(), syncFolder);
}

int accessPath(sqlite3_vfs* vfs, const char* path, int flags, int* result) {
    sqlite3_vfs* const below = stateOf(vfs).below;
    *result = 0; // whatever else lies beside it, a rollback journal above all, is none of ours
    if (!isLog(path)) return SQLITE_OK;
    return below->xAccess(below, LogName(path).get(), flags, result);
}

int fullPath(sqlite3_vfs* vfs, const char* path, int size, char* target) {
    return stateOf(vfs).below->xFullPathname(stateOf(vfs).below, path, size, target);
}
int randomness(sqlite3_vfs* vfs, int size, char* target) {
    return stateOf(vfs).below->xRandomness(stateOf(vfs).below, size, target);
}
int sleepFor(sqlite3_vfs* vfs, int microseconds) {
    return stateOf(vfs).below->xSleep(stateOf(vfs).below, microseconds);
}
int currentTime(sqlite3_vfs* vfs, double* time) {
    return stateOf(vfs).below->xCurrentTime(stateOf(vfs).below, time);
}
int lastError(sqlite3_vfs* vfs, int size, char* target) {
    return stateOf(vfs).below->xGetLastError(stateOf(vfs).below, size, target);
}

} // namespace

SealedVfs::SealedVfs(const std::string& below, ByteView key, Entropy& entropy)
    : m_state(new State{.vfs = {},
                        .below = nullptr,
                        .name = {},
                        .sealing = {.seal = PageSeal(key), .entropy = entropy, .file = {}}}) {
    sqlite3_initialize();
    m_state->below = sqlite3_vfs_find(below.empty() ? nullptr : below.c_str());
    expects(m_state->below != nullptr);
    m_state->name = "sealed-" + std::to_string(reinterpret_cast<std::uintptr_t>(m_state.get()));
    sqlite3_vfs& vfs = m_state->vfs;
    vfs.iVersion = 1;
    vfs.szOsFile = static_cast<int>(kOpenFileSize) + m_state->below->szOsFile;
    vfs.mxPathname = m_state->below->mxPathname;
    vfs.zName = m_state->name.c_str();
    vfs.pAppData = m_state.get();
    vfs.xOpen = openPath;
    vfs.xDelete = deletePath;
    vfs.xAccess = accessPath;
    vfs.xFullPathname = fullPath;
    vfs.xRandomness = randomness;
    vfs.xSleep = sleepFor;
    vfs.xCurrentTime = currentTime;
    vfs.xGetLastError = lastError;
    const int registered = sqlite3_vfs_register(&vfs, 0);
    expects(registered == SQLITE_OK);
}

SealedVfs::~SealedVfs() {
    sqlite3_vfs_unregister(&m_state->vfs);
}

const std::string& SealedVfs::name() const {
    return m_state->name;
}

std::unique_ptr<SealedMark> SealedVfs::markOf(const std::string& path) const {
    return std::make_unique<SealedMark>(m_state->sealing, *m_state->below, path);
}

int codeOf(SealFault fault) {
    return SQLITE_IOERR | (kFaultCode + static_cast<int>(fault)) << 8;
}

std::optional<SealFault> sealFaultOf(int code) {
    for (const SealFault fault : kFaults)
        if (code == codeOf(fault)) return fault;
    return std::nullopt;
}

} // namespace puente
