#pragma once

#include "common/base/result.h"
#include "sync/model/dot.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace puente {

/// What a space's log on a server is made of. The server can read none but the membership's clear part.
enum class EntryKind : std::uint8_t {
    Membership = 1,
    KeyObject = 2,
    Segment = 3,
    Erasable = 4,     ///< an erasable object: the one kind whose bytes may go (docs/formats/erasable.md)
    Erasure = 5,      ///< has them go
    Confirmation = 6, ///< of erasures that a device carried out
};

/// Those that are no segments, in the order in which they are handed over.
inline constexpr std::array kOtherKinds{EntryKind::Membership, EntryKind::KeyObject, EntryKind::Erasable,
                                        EntryKind::Erasure, EntryKind::Confirmation};

/// One entry on its way into a space's log.
struct NewEntry {
    EntryKind kind = EntryKind::Segment;
    Hash hash; ///< of `bytes`; an entry whose hash the space has is there already
    Bytes bytes;
    LogId log;               ///< for a segment: whose; else zero
    std::uint32_t first = 0; ///< for a segment: its change sets
    std::uint32_t last = 0;
    std::vector<OrganizationId> organizations = {}; ///< for a membership record: those whose devices it certifies
    std::optional<Hash> erases = {};                ///< for an erasure: the erasable object whose bytes it removes
};

/// One entry of a space's log. Positions count from 1 without gaps.
struct Entry {
    std::uint64_t position = 0;
    EntryKind kind = EntryKind::Segment;
    Hash hash;
    Bytes bytes; ///< none of an erasable object that was erased
    LogId log;
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    friend bool operator==(const Entry&, const Entry&) = default;
};

/// How far a space's log goes, and the running hash of all of it up to there.
struct LogPosition {
    std::uint64_t position = 0;
    Hash running;

    friend bool operator==(const LogPosition&, const LogPosition&) = default;
};

/// The running hash after one more entry: BLAKE2b (Purpose::SpaceLog) of the hash so far, the kind and the entry's
/// hash.
Hash runningHash(const Hash& soFar, EntryKind kind, const Hash& entry);

/// The hash that names an entry of this kind: segmentHash(), ErasableName::hash(), or over all its bytes
/// Purpose::MembershipHash, KeyObject, Erasure or ErasureConfirmation.
Hash entryHash(EntryKind kind, ByteView bytes);

struct Usage {
    std::uint64_t bytes = 0;
    std::uint64_t entries = 0;
};

/// A join request that waits for an admin. One per invite: a later one replaces it.
struct WaitingJoin {
    Hash invite; ///< the invite's id, as a key
    Bytes request;
};

enum class StoreFault { Busy, Full, ReadOnly, Failed, Corrupt };

/// A server's memory: one append-only log per space, and what waits beside it.
///
/// Every call is all or nothing, even across a crash; what a call has returned is durable. Calls come from one thread.
/// What it promises is written down as tests in tests/contract/store_contract.h.
class Store {
public:
    virtual ~Store() = default;

    /// Which life of this store this is; a restored backup begins another one.
    virtual InstanceId instance() const = 0;

    /// Appends in the given order; entries the space has already are skipped in silence. The new end of the log. What
    /// an entry erases is in no file of the store any more when this returns well; its place and its hashes stay.
    virtual Result<LogPosition, StoreFault> append(const SpaceId& space, std::span<const NewEntry> entries) = 0;

    virtual Result<LogPosition, StoreFault> end(const SpaceId& space) = 0;
    /// The running hash at a position, 0 included; nothing beyond the end.
    virtual Result<std::optional<Hash>, StoreFault> runningAt(const SpaceId& space, std::uint64_t position) = 0;

    /// Entries after a position in order, of one kind or of all: as many whole ones as fit in `bytesMax`, at least one.
    virtual Result<std::vector<Entry>, StoreFault> read(const SpaceId& space, std::uint64_t after,
                                                        std::optional<EntryKind> kind, std::size_t bytesMax) = 0;
    /// The segments of one log after a sequence, likewise.
    virtual Result<std::vector<Entry>, StoreFault> readLog(const SpaceId& space, const LogId& log, std::uint32_t after,
                                                           std::size_t bytesMax) = 0;

    /// How far each log is stored, ascending by log.
    virtual Result<std::vector<LogHeight>, StoreFault> heights(const SpaceId& space) = 0;
    virtual Result<Height, StoreFault> height(const SpaceId& space, const LogId& log) = 0;
    virtual Result<bool, StoreFault> contains(const SpaceId& space, const Hash& entry) = 0;

    virtual Result<Usage, StoreFault> usageOfSpace(const SpaceId& space) = 0;
    virtual Result<Usage, StoreFault> usageOfDevice(const DeviceId& device) = 0; ///< the segments it authored
    virtual Result<std::vector<SpaceId>, StoreFault> spaces() = 0;

    /// Those of which an entry named this organisation, ascending.
    virtual Result<std::vector<SpaceId>, StoreFault> spacesOf(const OrganizationId& organization) = 0;

    virtual Result<Done, StoreFault> putJoin(const SpaceId& space, const WaitingJoin& join) = 0;
    virtual Result<std::vector<WaitingJoin>, StoreFault> joins(const SpaceId& space) = 0;
    virtual Result<Done, StoreFault> removeJoin(const SpaceId& space, const Hash& invite) = 0;
};

} // namespace puente
