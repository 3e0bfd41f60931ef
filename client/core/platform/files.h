#pragma once

#include "common/base/bytes.h"
#include "common/base/result.h"

#include <string>

namespace puente::platform {

enum class FileFault {
    NotFound,
    NoFolder, ///< the folder in which a file is to be made
    NotAFile, ///< a folder, a pipe, a device or, where links are refused, a link
    NotAllowed,
    Exists,
    TooLarge,
    Full,
    Failed,
};

enum class Links { Follow, Refuse };

/// A regular file of bounded size, read piece by piece. Pipes and devices are refused at once, never waited for.
class InputFile {
public:
    static Result<InputFile, FileFault> open(const std::string& path, std::uint64_t sizeMax, Links links);
    InputFile(InputFile&& other) noexcept;
    InputFile& operator=(InputFile&&) = delete;
    ~InputFile();

    /// At most `sizeMax` bytes; none at the end.
    Result<Bytes, FileFault> next(std::size_t sizeMax);
    /// Reads from the beginning again.
    Result<Done, FileFault> rewind();

    /// What changes when somebody writes to the file.
    struct State {
        std::uint64_t size = 0;
        std::int64_t modifiedSeconds = 0, modifiedNanoseconds = 0;
        friend bool operator==(const State&, const State&) = default;
    };
    Result<State, FileFault> state() const;

private:
    explicit InputFile(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

/// Has the next reading of a file come from its medium and not from memory, where the system can do that.
void forgetCached(const std::string& path);

/// The whole of such a file.
Result<Bytes, FileFault> readFile(const std::string& path, std::size_t sizeMax, Links links = Links::Follow);

enum class Access { Owner, Everyone }; ///< 0600, or what the umask leaves of 0644

/// A file in the making: written beside its place, synced, and moved there only when it is complete. After a crash the
/// old or the new content stands there, never a part; where create() found neither links nor another move that spares
/// what is there (some drivers of sticks), an empty file may. What was not placed is removed; where files can be
/// without a name, also when the process is killed. Access is set where the file system knows it.
class OutputFile {
public:
    static Result<OutputFile, FileFault> beside(const std::string& path, Access access);
    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&&) = delete;
    ~OutputFile();

    Result<Done, FileFault> write(ByteView piece);
    /// Puts it in its place; what was there is gone.
    Result<Done, FileFault> replace();
    /// Puts it in its place, where nothing must be: Exists otherwise.
    Result<Done, FileFault> create();

private:
    OutputFile(std::string path, std::string temporary, int descriptor);
    Result<Done, FileFault> placed();

    std::string m_path;
    std::string m_temporary; ///< its name until it is placed; none where files can be without
    int m_descriptor;
};

/// One of those in one go.
Result<Done, FileFault> replaceFile(const std::string& path, ByteView content, Access access);
Result<Done, FileFault> createFile(const std::string& path, ByteView content, Access access);

/// Writes a secret where nothing must be (Exists otherwise), 0600 from its first byte and in its own place only: no
/// other file ever holds it, also on sticks without links. What could not be written to the end is removed.
Result<Done, FileFault> createSecretFile(const std::string& path, ByteView content);

/// Moves a file whose content is on the disk already into another one's place, durably.
Result<Done, FileFault> moveInto(const std::string& from, const std::string& to);
/// Gives a file a second name in its folder, where nothing must be. Some file systems know only one.
Result<Done, FileFault> linkFile(const std::string& path, const std::string& name);
/// Removes a file, if it is there.
Result<Done, FileFault> removeFile(const std::string& path);

/// What only one process at a time has of a folder, for moments. It ends with the process at the latest.
class FolderLock {
public:
    /// Waits for who has it. Where the file system knows no locks nobody is kept out.
    static FolderLock wait(const std::string& folder);
    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&&) = delete;
    ~FolderLock();

private:
    explicit FolderLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

/// Makes a folder and those above it; its own access is 0700, where the file system knows access.
Result<Done, FileFault> makePrivateFolder(const std::string& path);
bool exists(const std::string& path);

} // namespace puente::platform
