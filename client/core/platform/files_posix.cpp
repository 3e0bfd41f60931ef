#include "client/core/platform/files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <utility>

namespace puente::platform {

namespace {

FileFault faultOf(int error) {
    switch (error) {
    case ENOENT:
    case ENOTDIR: return FileFault::NotFound;
    case EACCES:
    case EPERM:
    case EROFS: return FileFault::NotAllowed;
    case EISDIR:
    case ELOOP:
    case ENXIO: return FileFault::NotAFile;
    case EEXIST: return FileFault::Exists;
    case ENOSPC:
    case EDQUOT: return FileFault::Full;
    case EFBIG: return FileFault::TooLarge;
    default: return FileFault::Failed;
    }
}

Failure<FileFault> lastFault() {
    return Failure{faultOf(errno)};
}

std::string folderOf(const std::string& path) {
    const std::string folder = std::filesystem::path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

bool syncFolder(const std::string& path) {
    const int folder = ::open(folderOf(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return false;
    const bool synced = ::fsync(folder) == 0;
    ::close(folder);
    return synced;
}

/// Whether a call failed because this file system has no such thing: sticks and shares know no links, no modes, or no
/// move that spares what is there, and their drivers say so in different words.
bool isUnknownHere(int error) {
    return error == EPERM || error == ENOSYS || error == EOPNOTSUPP || error == EINVAL;
}

/// Takes the place with an empty file first, which is all that a crash in between leaves.
int moveIntoTakenPlace(const char* from, const char* to) {
    const int taken = ::open(to, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (taken < 0) return -1;
    ::close(taken);
    if (std::rename(from, to) == 0) return 0;
    const int error = errno;
    ::unlink(to);
    errno = error;
    return -1;
}

/// Like rename(), but fails with EEXIST where something is.
int moveOverNothing(const char* from, const char* to) {
    if (::link(from, to) == 0) {
        ::unlink(from);
        return 0;
    }
    if (!isUnknownHere(errno)) return -1;
#ifdef RENAME_NOREPLACE
    if (::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0) return 0;
    if (!isUnknownHere(errno)) return -1;
#endif
    return moveIntoTakenPlace(from, to);
}

mode_t modeFor(Access access) {
    if (access == Access::Owner) return 0600;
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0644 & ~mask;
}

Result<Done, FileFault> writeAll(int descriptor, ByteView piece) {
    while (!piece.empty()) {
        const ssize_t count = ::write(descriptor, piece.data(), piece.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return lastFault();
        piece = piece.subspan(static_cast<std::size_t>(count));
    }
    return Done{};
}

Result<Done, FileFault> written(Result<OutputFile, FileFault> file, ByteView content,
                                Result<Done, FileFault> (OutputFile::*place)()) {
    if (!file) return Failure{file.fault()};
    if (auto done = file->write(content); !done) return done;
    return ((*file).*place)();
}

} // namespace

Result<InputFile, FileFault> InputFile::open(const std::string& path, std::uint64_t sizeMax, Links links) {
    const int noFollow = links == Links::Refuse ? O_NOFOLLOW : 0;
    InputFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | noFollow));
    if (file.m_descriptor < 0) return lastFault();
    struct stat status {};
    if (::fstat(file.m_descriptor, &status) != 0) return lastFault();
    if (!S_ISREG(status.st_mode)) return Failure{FileFault::NotAFile};
    if (static_cast<std::uint64_t>(status.st_size) > sizeMax) return Failure{FileFault::TooLarge};
    return file;
}

InputFile::InputFile(InputFile&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {
}

InputFile::~InputFile() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}

Result<Bytes, FileFault> InputFile::next(std::size_t sizeMax) {
    Bytes piece(sizeMax);
    ssize_t count = 0;
    do
        count = ::read(m_descriptor, piece.data(), piece.size());
    while (count < 0 && errno == EINTR);
    if (count < 0) return lastFault();
    piece.resize(static_cast<std::size_t>(count));
    return piece;
}

void forgetCached(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) return;
    (void)::posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED);
    ::close(descriptor);
}

Result<Done, FileFault> InputFile::rewind() {
    if (::lseek(m_descriptor, 0, SEEK_SET) != 0) return lastFault();
    return Done{};
}

Result<InputFile::State, FileFault> InputFile::state() const {
    struct stat status {};
    if (::fstat(m_descriptor, &status) != 0) return lastFault();
    return State{static_cast<std::uint64_t>(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

Result<Bytes, FileFault> readFile(const std::string& path, std::size_t sizeMax, Links links) {
    auto file = InputFile::open(path, sizeMax, links);
    if (!file) return Failure{file.fault()};
    Bytes content;
    while (true) {
        const auto piece = file->next(std::size_t{64} * 1024);
        if (!piece) return piece;
        if (piece->empty()) return content;
        append(content, *piece);
        if (content.size() > sizeMax) return Failure{FileFault::TooLarge}; // it grew meanwhile
    }
}

namespace {

/// A file without a name: nothing of it is left when the program or the power ends. Less than 0 where file systems
/// have no such files, or where those could not be named later.
int openNameless(const std::string& folder) {
#ifdef O_TMPFILE
    if (::access("/proc/self/fd", X_OK) == 0) return ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
#endif
    (void)folder;
    return -1;
}

int nameIt(int descriptor, const std::string& path) {
    const std::string open = "/proc/self/fd/" + std::to_string(descriptor);
    return ::linkat(AT_FDCWD, open.c_str(), AT_FDCWD, path.c_str(), AT_SYMLINK_FOLLOW);
}

} // namespace

OutputFile::OutputFile(std::string path, std::string temporary, int descriptor)
    : m_path(std::move(path)), m_temporary(std::move(temporary)), m_descriptor(descriptor) {
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : m_path(std::move(other.m_path)), m_temporary(std::exchange(other.m_temporary, {})),
      m_descriptor(std::exchange(other.m_descriptor, -1)) {
}

OutputFile::~OutputFile() {
    if (m_descriptor >= 0) ::close(m_descriptor);
    if (!m_temporary.empty()) ::unlink(m_temporary.c_str());
}

Result<OutputFile, FileFault> OutputFile::beside(const std::string& path, Access access) {
    std::string temporary;
    int descriptor = openNameless(folderOf(path));
    if (descriptor < 0) {
        temporary = folderOf(path) + "/.puente-XXXXXX";
        descriptor = ::mkostemp(temporary.data(), O_CLOEXEC); // born 0600
    }
    if (descriptor < 0) return errno == ENOENT ? Failure{FileFault::NoFolder} : lastFault();
    OutputFile file(path, std::move(temporary), descriptor);
    if (::fchmod(descriptor, modeFor(access)) != 0 && !isUnknownHere(errno)) return lastFault();
    return file;
}

Result<Done, FileFault> OutputFile::write(ByteView piece) {
    return writeAll(m_descriptor, piece);
}

Result<Done, FileFault> OutputFile::replace() {
    if (::fsync(m_descriptor) != 0) return lastFault();
    if (m_temporary.empty()) { // only what has a name can take the place of another
        std::string temporary = folderOf(m_path) + "/.puente-XXXXXX";
        const int reserved = ::mkostemp(temporary.data(), O_CLOEXEC);
        if (reserved < 0) return lastFault();
        ::close(reserved);
        ::unlink(temporary.c_str());
        if (nameIt(m_descriptor, temporary) != 0) return lastFault();
        m_temporary = std::move(temporary);
    }
    if (std::rename(m_temporary.c_str(), m_path.c_str()) != 0) return lastFault();
    return placed();
}

Result<Done, FileFault> OutputFile::create() {
    if (::fsync(m_descriptor) != 0) return lastFault();
    const int done =
        m_temporary.empty() ? nameIt(m_descriptor, m_path) : moveOverNothing(m_temporary.c_str(), m_path.c_str());
    return done == 0 ? placed() : lastFault();
}

Result<Done, FileFault> OutputFile::placed() {
    m_temporary.clear();
    if (!syncFolder(m_path)) return lastFault();
    return Done{};
}

Result<Done, FileFault> replaceFile(const std::string& path, ByteView content, Access access) {
    return written(OutputFile::beside(path, access), content, &OutputFile::replace);
}

Result<Done, FileFault> createFile(const std::string& path, ByteView content, Access access) {
    return written(OutputFile::beside(path, access), content, &OutputFile::create);
}

Result<Done, FileFault> createSecretFile(const std::string& path, ByteView content) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (descriptor < 0) return lastFault();
    auto written = writeAll(descriptor, content);
    if (written && ::fsync(descriptor) != 0) written = lastFault();
    ::close(descriptor);
    if (written && !syncFolder(path)) written = lastFault();
    if (!written) ::unlink(path.c_str());
    return written;
}

Result<Done, FileFault> moveInto(const std::string& from, const std::string& to) {
    if (std::rename(from.c_str(), to.c_str()) != 0 || !syncFolder(to)) return lastFault();
    return Done{};
}

Result<Done, FileFault> linkFile(const std::string& path, const std::string& name) {
    if (::link(path.c_str(), name.c_str()) != 0 || !syncFolder(name)) return lastFault();
    return Done{};
}

Result<Done, FileFault> removeFile(const std::string& path) {
    if (::unlink(path.c_str()) != 0 && errno != ENOENT) return lastFault();
    return Done{};
}

FolderLock FolderLock::wait(const std::string& folder) {
    FolderLock lock(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    while (lock.m_descriptor >= 0 && ::flock(lock.m_descriptor, LOCK_EX) != 0 && errno == EINTR) {
    }
    return lock;
}

FolderLock::FolderLock(FolderLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {
}

FolderLock::~FolderLock() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}

Result<Done, FileFault> makePrivateFolder(const std::string& path) {
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error) return Failure{faultOf(error.value())};
    if (::chmod(path.c_str(), 0700) != 0 && !isUnknownHere(errno)) return lastFault();
    return Done{};
}

bool exists(const std::string& path) {
    return ::access(path.c_str(), F_OK) == 0;
}

} // namespace puente::platform
