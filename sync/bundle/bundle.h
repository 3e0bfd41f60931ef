#pragma once

#include "common/crypto/hash.h"
#include "sync/replica/replica.h"

#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace puente {

/// What an office without a network carries on a stick: the entries of some spaces, each exactly the bytes that travel
/// and are stored, closed by a signature over all of them. Layout, limits and vectors: docs/formats/bundle.md.

inline constexpr std::size_t kBundleSpacesMax = 256;
inline constexpr std::uint64_t kBundleSizeMax = std::uint64_t{1}
                                                << 30; ///< bytes: it is read into memory before any use

/// Which part of a space to write: all of it, or only the segments above what the other side is known to have, or only
/// those of a log that lie in quarantine (with the members and keys, to check and read them by).
struct BundleWish {
    SpaceId space;
    std::vector<LogHeight> above = {};
    std::optional<LogId> quarantined = {};
};

/// Writes a bundle piece by piece, so that it never lies in memory whole.
class BundleWriter {
public:
    /// Seals what is unsealed in the wished spaces, which the replica must know, each named once. `replica` and `keys`
    /// must outlive the writer, and the replica must not change until it is through.
    static Result<BundleWriter, ReplicaFault> begin(Replica& replica, const DeviceKeys& keys,
                                                    std::vector<BundleWish> wishes);

    /// The next piece of the file; empty when there is no more.
    Result<Bytes, ReplicaFault> next();

    std::uint64_t entries() const { return m_entries; } ///< written so far

private:
    BundleWriter(Replica& replica, const DeviceKeys& keys, std::vector<BundleWish> wishes);

    Result<char, ReplicaFault> neededVersion() const;
    Result<Done, ReplicaFault> nextSpace(Bytes& piece);
    Result<Done, ReplicaFault> nextSegments(Bytes& piece);
    Result<Done, ReplicaFault> writeQuarantined(Bytes& piece, const SpaceId& space, const LogId& log);
    void writeJoins(Bytes& piece, const SpaceId& space);
    void writeTrailer(Bytes& piece);

    Replica* m_replica;
    const DeviceKeys* m_keys;
    std::vector<BundleWish> m_wishes; // ascending by space
    std::size_t m_nextWish = 0;
    std::deque<LogHeight> m_logs; // of the space at hand: what is still to be written, from where
    Hasher m_hasher{Purpose::Bundle};
    std::uint64_t m_entries = 0;
    std::uint64_t m_size = 0;
    bool m_begun = false;
    bool m_closed = false;
};

enum class BundleFault {
    NotABundle, ///< some other file
    Truncated,  ///< its end is missing
    Damaged,    ///< its bytes are not the ones that were signed
    Newer,      ///< made by a newer version of the program
    TooLarge,
};

/// A bundle whose bytes are all there and are what its exporter signed. Whether an entry is to be believed is for the
/// replica to say.
struct Bundle {
    struct Space {
        SpaceId id;
        std::vector<Replica::Arrival> entries;
        std::vector<Bytes> joinRequests;
    };
    DeviceId exporter;
    std::uint64_t entries = 0; ///< join requests included
    std::vector<Space> spaces; ///< ascending
};

/// Reads a bundle from pieces of any size. Nothing of it may be used before finish() has said that all of it is sound.
class BundleReader {
public:
    BundleReader();
    BundleReader(BundleReader&&) noexcept;
    BundleReader& operator=(BundleReader&&) noexcept;
    ~BundleReader();

    Result<Done, BundleFault> feed(ByteView piece);
    /// The whole of it, once everything was fed.
    Result<Bundle, BundleFault> finish();

private:
    class Parts;
    std::unique_ptr<Parts> m_parts;
};

/// What a replica took from a bundle.
struct BundleReport {
    struct Space {
        SpaceId id;
        bool known = false; ///< this device takes part in it; if not, nothing of it was taken
        std::uint64_t accepted = 0, already = 0, waiting = 0, quarantined = 0, refused = 0; ///< entries
        std::uint64_t joinRequests = 0;
        std::uint32_t changeSets = 0;   ///< applied
        std::uint32_t writtenAgain = 0; ///< see Replica::mendOwnForks()
    };
    std::vector<Space> spaces;
};

/// Hands a bundle to a replica: each space in one durable transaction, so that it is taken whole or not at all. Twice
/// changes nothing more.
Result<BundleReport, ReplicaFault> importBundle(Replica& replica, Bundle bundle);

} // namespace puente
