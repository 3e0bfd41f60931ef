#pragma once

#include "common/base/bytes.h"
#include "common/base/result.h"
#include "common/crypto/hash.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace puente {

/// What a backup holds of a replica folder. Layout: docs/formats/backup.md.
enum class BackupPart : std::uint8_t {
    Keyring = 1,   ///< the device's keys, under the passphrase
    Recovery = 2,  ///< the storage key, for the organisation's root
    Mark = 3,      ///< what was committed last, sealed: without it the database's end would seem to be missing
    Replica = 4,   ///< the database, sealed
    Documents = 5, ///< the sealed chunks of documents, if there are any
};

/// What the file of a part is called in a folder.
std::string_view fileOf(BackupPart part);

enum class BackupFault {
    NotABackup,
    Newer,   ///< of a later version
    Damaged, ///< cut off, or not what was written
    Stopped, ///< by whoever reads it
};

/// Makes the bytes of a backup, in order, for a sink that may refuse them.
class BackupWriter {
public:
    using Sink = std::function<bool(ByteView)>;

    explicit BackupWriter(Sink sink);

    bool begin(BackupPart part, std::uint64_t size);
    bool add(ByteView bytes);
    /// After the last part.
    bool end();

private:
    bool put(ByteView bytes);

    Sink m_sink;
    Hasher m_hasher;
    bool m_holds = true;
};

/// Takes a backup apart as its bytes come, in pieces of any size. What its parts hold is for the visitor to judge; that
/// nothing was lost or changed is known at the end.
class BackupReader {
public:
    struct Visitor {
        std::function<bool(BackupPart, std::uint64_t)> begin; ///< a part of this size comes
        std::function<bool(ByteView)> bytes;                  ///< of that part
    };
    explicit BackupReader(Visitor visitor);

    Result<Done, BackupFault> add(ByteView bytes);
    /// After the last byte.
    Result<Done, BackupFault> end() const;

private:
    Result<Done, BackupFault> takeHead();
    Result<Done, BackupFault> takePartHead();

    Visitor m_visitor;
    Hasher m_hasher;
    Bytes m_head;                ///< of what is being read, until it is whole
    bool m_isBegun = false;      ///< the file's head was read
    std::uint8_t m_lastPart = 0; ///< parts ascend
    std::uint64_t m_left = 0;    ///< of the present part
    std::optional<Hash> m_hash;  ///< what all before the end hashes to
    bool m_isOver = false;
};

} // namespace puente
