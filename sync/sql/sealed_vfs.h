#pragma once

#include "sync/sql/page_seal.h"

#include <memory>
#include <string>

namespace puente {

class SealedMark;

/// An SQLite VFS that seals every byte of one database and of its write-ahead log on their way to another VFS.
/// Layout, and what each kind of damage becomes: docs/formats/at_rest.md.
///
/// It serves one connection with locking_mode=EXCLUSIVE. It knows no other kinds of file: SQLite has no rollback
/// journal in WAL mode and keeps the rest in memory, and would be refused if it asked for a file.
class SealedVfs {
public:
    /// Over the VFS of that name; empty for the default. `entropy` must outlive it.
    SealedVfs(const std::string& below, ByteView key, Entropy& entropy);
    SealedVfs(const SealedVfs&) = delete;
    SealedVfs& operator=(const SealedVfs&) = delete;
    /// The connection must be closed.
    ~SealedVfs();

    const std::string& name() const;
    /// The mark of the database at that path, not yet open; to be closed before this ends.
    std::unique_ptr<SealedMark> markOf(const std::string& path) const;

    struct State;

private:
    std::unique_ptr<State> m_state;
};

/// The extended SQLite result code by which a fault passes through SQLite, and back.
int codeOf(SealFault fault);
std::optional<SealFault> sealFaultOf(int code);

/// Asked of a sealed file by sqlite3_file_control(): the sqlite3_file below it, whose bytes are sealed.
inline constexpr int kControlFileBelow = 0x70756e74;

/// What SQLite calls a database's write-ahead log ends in this; a sealed one has a name of its own, so that no other
/// program takes it for an empty one and removes it.
inline constexpr std::string_view kPlainLogEnding = "-wal";
inline constexpr std::string_view kSealedLogEnding = "-swal";

} // namespace puente
