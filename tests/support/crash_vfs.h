#pragma once

#include "common/base/bytes.h"
#include "tests/support/prng.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace puente::test {

/// What a disk holds: every file by its path.
using DiskImage = std::map<std::string, Bytes>;

/// One thing that a program asked a disk to do.
struct DiskEvent {
    enum class Kind { Create, Write, Truncate, Sync, Delete };
    Kind kind = Kind::Write;
    std::string path;
    std::uint64_t offset = 0; ///< of a write; the new size of a truncate
    Bytes bytes = {};
    bool durable = false; ///< of a delete: the folder was synced too
};

/// What becomes, in a power cut, of the writes that no sync has covered.
enum class CutStyle {
    Dropped, ///< none of them reached the platter
    Kept,    ///< all of them did, in order
    Some,    ///< each did or did not
    Torn,    ///< each 512-byte sector of each did or did not
};
inline constexpr CutStyle kCutStyles[] = {CutStyle::Dropped, CutStyle::Kept, CutStyle::Some, CutStyle::Torn};

/// A disk as a model: what programs see in it, and what would be left of it after a power cut.
///
/// Durable is only what a sync of that file has covered. The first sync of a new file syncs the folder, as SQLite's own
/// VFS does: from then on the file is in it for good, and what was deleted before is out of it.
class DiskModel {
public:
    DiskModel() = default;
    explicit DiskModel(const DiskImage& image);

    void apply(const DiskEvent& event);
    /// What programs see.
    const Bytes* find(const std::string& path) const;
    DiskImage image() const;
    /// What is left when the power fails now.
    DiskImage afterPowerCut(CutStyle style, Prng& prng) const;

private:
    struct File {
        bool exists = false;    // as programs see it
        Bytes content;          // likewise
        bool isNew = false;     // its folder does not have it for good
        bool isDurable = false; // it would be there after a power cut
        Bytes durable;          // with this in it, at least
        std::vector<DiskEvent> pending;
    };
    void syncFolder();
    static void write(Bytes& content, std::uint64_t offset, ByteView bytes);
    static void change(Bytes& content, const DiskEvent& event, CutStyle style, Prng& prng);

    std::map<std::string, File> m_files;
};

/// Makes a disk's call fail, once or from then on.
///
/// There is no short read among the failures: SQLite takes one for the end of the file and the rest for zeros, and its
/// own VFS reads on until it is whole. A short write is part of an error.
struct DiskFailure {
    enum class Kind {
        Error, ///< SQLITE_IOERR_*; of a write, half of it may have happened
        Full,  ///< writes say SQLITE_FULL; the rest says SQLITE_IOERR_*
    };
    Kind kind = Kind::Error;
    std::uint64_t call = 0; ///< which call fails, counted from 1 from now on; 0 for none
    bool sticky = false;    ///< and all calls after it
};

/// An SQLite VFS over a DiskModel, registered while it lives. WAL works on it with locking_mode=EXCLUSIVE only, as it
/// offers no shared memory: a connection that forgot EXCLUSIVE shows at once.
class CrashVfs {
public:
    CrashVfs();
    CrashVfs(const CrashVfs&) = delete;
    CrashVfs& operator=(const CrashVfs&) = delete;
    ~CrashVfs();

    /// For DatabaseOptions::vfs.
    const std::string& name() const;

    /// Begins anew with these files. No file may be open.
    void load(const DiskImage& image);
    DiskImage image() const;

    /// Flips a bit of a file while it may be open.
    void damage(const std::string& path, std::uint64_t offset);

    /// Cuts the power: from now on every call fails and nothing changes. The owner closes its databases, then load()s
    /// what is returned.
    DiskImage cutPower(CutStyle style, Prng& prng);
    /// Lets the power fail by itself at some call from now, counted from 1; cutPower() then says what is left.
    void cutPowerAtCall(std::uint64_t call);
    bool isPowerCut() const;

    /// Notes every event from now on, for replaying.
    void startRecording();
    const std::vector<DiskEvent>& recorded() const;

    void failNext(const DiskFailure& failure);
    /// True when a call has failed as asked.
    bool hasFailed() const;
    /// Reads, writes, truncates and syncs so far.
    std::uint64_t calls() const;

    struct State;

private:
    std::unique_ptr<State> m_state;
};

} // namespace puente::test
