#include "tests/support/crash_vfs.h"

#include "common/base/expects.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <new>

namespace puente::test {

struct CrashVfs::State {
    sqlite3_vfs vfs{};
    std::string name;
    DiskModel disk;
    bool dead = false; // the power is cut
    std::uint64_t callsToPowerCut = 0;
    bool recording = false;
    std::vector<DiskEvent> recorded;
    DiskFailure failure;
    bool failed = false;
    std::uint64_t calls = 0;
    Prng prng{1}; // SQLite seeds its own randomness from the default VFS, and so never asks for it

    void apply(DiskEvent event) {
        disk.apply(event);
        if (recording) recorded.push_back(std::move(event));
    }

    /// Counts a call; true when it is one that must fail.
    bool mustFail() {
        if (callsToPowerCut > 0 && --callsToPowerCut == 0) dead = true;
        if (dead) return true;
        ++calls;
        if (failure.call == 0) return failed && failure.sticky;
        if (--failure.call != 0) return false;
        failed = true;
        return true;
    }
};

namespace {

struct OpenFile {
    sqlite3_file base{};
    CrashVfs::State* state = nullptr;
    std::string path;
    bool deleteOnClose = false;
};

OpenFile& openFile(sqlite3_file* file) {
    return *reinterpret_cast<OpenFile*>(file);
}

CrashVfs::State& stateOf(sqlite3_vfs* vfs) {
    return *static_cast<CrashVfs::State*>(vfs->pAppData);
}

Bytes copied(const void* data, std::size_t size) {
    const auto* first = static_cast<const std::uint8_t*>(data);
    return Bytes(first, first + size);
}

int closeFile(sqlite3_file* file) {
    OpenFile& open = openFile(file);
    if (open.deleteOnClose && !open.state->dead)
        open.state->apply({.kind = DiskEvent::Kind::Delete, .path = open.path, .durable = true});
    open.~OpenFile();
    return SQLITE_OK;
}

int readFile(sqlite3_file* file, void* target, int amount, sqlite3_int64 offset) {
    OpenFile& open = openFile(file);
    const auto wanted = static_cast<std::size_t>(amount);
    std::memset(target, 0, wanted);
    if (open.state->mustFail()) return SQLITE_IOERR_READ;
    const Bytes* content = open.state->disk.find(open.path);
    const std::size_t size = content == nullptr ? 0 : content->size();
    const auto begin = std::min(static_cast<std::size_t>(offset), size);
    const std::size_t got = std::min(wanted, size - begin);
    if (got > 0) std::memcpy(target, content->data() + begin, got);
    return got == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int writeFile(sqlite3_file* file, const void* source, int amount, sqlite3_int64 offset) {
    OpenFile& open = openFile(file);
    CrashVfs::State& state = *open.state;
    auto size = static_cast<std::size_t>(amount);
    const bool fails = state.mustFail();
    if (fails) size = state.failure.kind == DiskFailure::Kind::Full ? 0 : size / 2; // it may stop half-way
    if (size > 0 && !state.dead)
        state.apply({.path = open.path, .offset = static_cast<std::uint64_t>(offset), .bytes = copied(source, size)});
    if (!fails) return SQLITE_OK;
    return state.failure.kind == DiskFailure::Kind::Full && !state.dead ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    OpenFile& open = openFile(file);
    if (open.state->mustFail()) return SQLITE_IOERR_TRUNCATE;
    open.state->apply(
        {.kind = DiskEvent::Kind::Truncate, .path = open.path, .offset = static_cast<std::uint64_t>(size)});
    return SQLITE_OK;
}

int syncFile(sqlite3_file* file, int) {
    OpenFile& open = openFile(file);
    if (open.state->mustFail()) return SQLITE_IOERR_FSYNC;
    open.state->apply({.kind = DiskEvent::Kind::Sync, .path = open.path});
    return SQLITE_OK;
}

int fileSize(sqlite3_file* file, sqlite3_int64* size) {
    const OpenFile& open = openFile(file);
    const Bytes* content = open.state->disk.find(open.path);
    *size = content == nullptr ? 0 : static_cast<sqlite3_int64>(content->size());
    return open.state->dead ? SQLITE_IOERR_FSTAT : SQLITE_OK;
}

int lockFile(sqlite3_file*, int) {
    return SQLITE_OK;
}
int checkReservedLock(sqlite3_file*, int* reserved) {
    *reserved = 0;
    return SQLITE_OK;
}
int fileControl(sqlite3_file*, int, void*) {
    return SQLITE_NOTFOUND;
}
int sectorSize(sqlite3_file*) {
    return 4096; // as SQLite's own VFS for Unix says
}
int deviceCharacteristics(sqlite3_file*) {
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE; // likewise
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
        table.xUnlock = lockFile;
        table.xCheckReservedLock = checkReservedLock;
        table.xFileControl = fileControl;
        table.xSectorSize = sectorSize;
        table.xDeviceCharacteristics = deviceCharacteristics;
        return table;
    }();
    return kMethods;
}

int openPath(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* outFlags) {
    CrashVfs::State& state = stateOf(vfs);
    file->pMethods = nullptr;
    if (state.dead) return SQLITE_CANTOPEN;
    auto* open = new (file) OpenFile;
    open->state = &state;
    open->path = path == nullptr ? "temporary" : path;
    open->deleteOnClose = (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
    const bool exists = state.disk.find(open->path) != nullptr;
    if (!exists && (flags & SQLITE_OPEN_CREATE) == 0) {
        open->~OpenFile();
        file->pMethods = nullptr;
        return SQLITE_CANTOPEN;
    }
    if (!exists) state.apply({.kind = DiskEvent::Kind::Create, .path = open->path});
    open->base.pMethods = &methods();
    if (outFlags != nullptr) *outFlags = flags;
    return SQLITE_OK;
}

int deletePath(sqlite3_vfs* vfs, const char* path, int syncFolder) {
    CrashVfs::State& state = stateOf(vfs);
    if (state.mustFail()) return SQLITE_IOERR_DELETE;
    if (state.disk.find(path) == nullptr) return SQLITE_IOERR_DELETE_NOENT;
    state.apply({.kind = DiskEvent::Kind::Delete, .path = path, .durable = syncFolder != 0});
    return SQLITE_OK;
}

int accessPath(sqlite3_vfs* vfs, const char* path, int, int* result) {
    const CrashVfs::State& state = stateOf(vfs);
    *result = state.disk.find(path) != nullptr ? 1 : 0;
    return state.dead ? SQLITE_IOERR_ACCESS : SQLITE_OK;
}

int fullPath(sqlite3_vfs*, const char* path, int size, char* target) {
    return sqlite3_snprintf(size, target, "%s", path) == nullptr ? SQLITE_CANTOPEN : SQLITE_OK;
}

int randomness(sqlite3_vfs* vfs, int size, char* target) {
    for (int i = 0; i < size; ++i)
        target[i] = static_cast<char>(stateOf(vfs).prng.next() >> 56);
    return size;
}

int currentTime(sqlite3_vfs*, double* time) {
    *time = 2460000.5;
    return SQLITE_OK;
}
int lastError(sqlite3_vfs*, int, char*) {
    return 0;
}
int sleepFor(sqlite3_vfs*, int microseconds) {
    return microseconds;
}

} // namespace

CrashVfs::CrashVfs() : m_state(std::make_unique<State>()) {
    sqlite3_initialize();
    static int number = 0;
    m_state->name = "crash" + std::to_string(++number);
    sqlite3_vfs& vfs = m_state->vfs;
    vfs.iVersion = 1;
    vfs.szOsFile = sizeof(OpenFile);
    vfs.mxPathname = 512;
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

CrashVfs::~CrashVfs() {
    sqlite3_vfs_unregister(&m_state->vfs);
}

const std::string& CrashVfs::name() const {
    return m_state->name;
}

void CrashVfs::load(const DiskImage& image) {
    m_state->disk = DiskModel(image);
    m_state->dead = false;
    m_state->callsToPowerCut = 0;
    m_state->failure = {};
    m_state->failed = false;
}

DiskImage CrashVfs::image() const {
    return m_state->disk.image();
}

void CrashVfs::damage(const std::string& path, std::uint64_t offset) {
    const Bytes* content = m_state->disk.find(path);
    expects(content != nullptr && offset < content->size());
    const auto flipped = static_cast<std::uint8_t>((*content)[offset] ^ 1U);
    m_state->apply({.path = path, .offset = offset, .bytes = {flipped}});
}

DiskImage CrashVfs::cutPower(CutStyle style, Prng& prng) {
    m_state->dead = true;
    return m_state->disk.afterPowerCut(style, prng);
}

void CrashVfs::cutPowerAtCall(std::uint64_t call) {
    m_state->callsToPowerCut = call;
}

bool CrashVfs::isPowerCut() const {
    return m_state->dead;
}

void CrashVfs::startRecording() {
    m_state->recording = true;
    m_state->recorded.clear();
}

const std::vector<DiskEvent>& CrashVfs::recorded() const {
    return m_state->recorded;
}

void CrashVfs::failNext(const DiskFailure& failure) {
    m_state->failure = failure;
    m_state->failed = false;
}

bool CrashVfs::hasFailed() const {
    return m_state->failed;
}

std::uint64_t CrashVfs::calls() const {
    return m_state->calls;
}

} // namespace puente::test
