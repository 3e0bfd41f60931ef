#pragma once

#include "common/base/entropy.h"
#include "common/crypto/identity.h"
#include "common/time/hybrid_clock.h"
#include "sync/erasable/erasable_key.h"
#include "sync/membership/invite.h"
#include "sync/membership/membership.h"
#include "sync/merge/record_state.h"
#include "sync/model/change_set.h"
#include "sync/segment/segment.h"
#include "sync/sql/database.h"
#include "sync/store/receipt.h"
#include "sync/store/store.h"

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace puente {

/// The secrets of one device, and the organisation root that certified it. Held by whoever unlocked the keyring.
struct DeviceKeys {
    SigningKey signing;
    SealingKey sealing;
    DeviceCertificate certificate;
};

enum class ReplicaFault {
    Storage, ///< see Database: full, read-only, failed
    Full,
    Busy,
    Corrupt,
    Misplaced, ///< a page of its file was put in another place, or comes from another file
    CutOff,    ///< the end of its file is missing
    Newer,
    UnknownSpace,
    NotAllowed, ///< this device's role does not permit it
    NoKey,      ///< the space's epoch key has not arrived yet
    TooLarge,   ///< a change set or a value exceeds the format's bounds
    UnknownRecord,
    UnknownTarget, ///< no such member, device, invite or record to act upon
    LastAdmin,     ///< the space would be left without an admin
    Malformed,
};

/// What this device knows of a space it takes part in.
struct SpaceInfo {
    SpaceId id;
    std::string name;
    std::string server;       ///< address; empty for none
    std::optional<Role> role; ///< nothing while it waits to be admitted
    LogId ownLog;
    std::uint32_t ownLogNumber = 0; ///< its number among Replica::logs()
};

/// How an arriving entry was taken.
enum class Reception {
    Accepted,      ///< stored, and applied if it was a segment
    Known,         ///< was here already, to the byte
    Gap,           ///< an earlier segment of its log is missing: not stored
    UnknownAuthor, ///< parked: no membership record speaks of its author yet
    NotAllowed,    ///< its author had no right to write
    Fork,          ///< another segment stands at this place in its log: kept in quarantine, not applied
    NoKey,         ///< parked: the key that sealed it has not arrived
    Quarantined,   ///< beyond what counts of its author's log: kept, never applied, until an admin adopts it; or an
                   ///< erasure by somebody who may not erase this
    Malformed,     ///< refused: not authentic, or beyond a bound
    Erased,        ///< refused: the erasure of this object was carried out here
    Broken,        ///< signed by its author and in its place, but it does not open or name what it may: parked, and so
                   ///< that it is known why nothing follows it
};

/// How far an erasure has come, as far as this device knows. A device that has not said so may have the key still.
struct ErasureStatus {
    bool isErased = false;           ///< carried out here
    bool isStanding = false;         ///< said by somebody who may erase now: whoever hears of it carries it out
    bool atServer = false;           ///< a receipt covers it: the server's signed word that it has it
    std::vector<DeviceId> erasedBy;  ///< who has said so, ascending
    std::vector<DeviceId> confirmed; ///< members' devices that have removed it, ascending
    std::vector<DeviceId> missing;   ///< all other devices of members, ascending
};

/// A replica's one entry point: one SQLite file, several spaces, one thread.
///
/// The log tables are the truth; record rows, conflict marks and the index queue are caches that rebuild() makes again.
/// docs/formats/database.md describes the tables, docs/architecture.md how a change travels through them.
class Replica {
public:
    /// `keys`, `entropy` and `clock` must outlive the replica.
    static Result<std::unique_ptr<Replica>, ReplicaFault> open(Database database, const DeviceKeys& keys,
                                                               Entropy& entropy, const Clock& clock);
    ~Replica();

    // --- spaces and members -----------------------------------------------------------------------------------------

    /// Founds a space with this device as its first admin.
    Result<SpaceId, ReplicaFault> createSpace(std::string_view name, std::string_view server,
                                              std::string_view organizationName);
    std::vector<SpaceInfo> spaces() const;
    const SpaceInfo* findSpace(const SpaceId& space) const;
    const Membership& membership(const SpaceId& space) const;
    /// What a member is called, or was: its organisation's name, as far as this device can open it.
    std::string organizationName(const SpaceId& space, const DeviceId& device) const;
    std::string organizationName(const SpaceId& space, const OrganizationId& organization) const;

    /// For anybody, or for one organisation only.
    Result<Invite, ReplicaFault> offerInvite(const SpaceId& space, Role role, Instant expires,
                                             std::string_view inviterName,
                                             std::optional<OrganizationId> only = std::nullopt);
    /// Remembers a space this device asks to join, and the request to hand over.
    Result<Done, ReplicaFault> askToJoin(const Invite& invite, std::string_view organizationName);
    /// The request to hand over with every contact, until this device is admitted.
    std::optional<JoinRequest> ownJoinRequest(const SpaceId& space) const;
    /// Keeps a join request for an admin to see (from a server or a bundle).
    Result<Done, ReplicaFault> keepJoinRequest(const JoinRequest& request);
    struct WaitingJoiner {
        JoinRequest request;
        std::string organizationName;
        bool expired = false;
        bool inviteUsed = false;
        bool needsRoot = false; ///< its organisation's root has not certified it: nobody else admits it
    };
    std::vector<WaitingJoiner> waitingJoiners(const SpaceId& space) const;
    /// Admits a joiner and seals the epoch key to it. Keys that no root has certified yet are certified with this root,
    /// if it is theirs and a device of its organisation had offered this invite to that organisation alone: on
    /// another's invite anybody could have keys of their own certified.
    Result<Done, ReplicaFault> admit(const JoinRequest& request, const OrganizationRoot* root = nullptr);

    // --- taking rights away, and giving them back (docs/formats/membership_rules.md) --------------------------------

    // All of them answer NotAllowed when this device has no right to it, and UnknownTarget when there is nothing to do
    // it to. The acts that take rights away cut the logs of those concerned at what this device has of them.
    Result<Done, ReplicaFault> withdrawInvite(const SpaceId& space, const InviteId& invite);
    Result<Done, ReplicaFault> removeOrganization(const SpaceId& space, const OrganizationId& organization);
    Result<Done, ReplicaFault> changeRole(const SpaceId& space, const OrganizationId& organization, Role role);
    /// By this device; with a root by its organisation, whose device it must be.
    Result<Done, ReplicaFault> revokeDevice(const SpaceId& space, const DeviceId& device,
                                            const OrganizationRoot* root = nullptr);
    /// Confirms a removal, or one of several admissions on one invite, by this device; with a root by its organisation.
    Result<Done, ReplicaFault> confirm(const SpaceId& space, const Hash& record,
                                       const OrganizationRoot* root = nullptr);
    /// Begins another epoch: whoever is no member now reads nothing that is sealed from now on.
    Result<Done, ReplicaFault> rotateEpoch(const SpaceId& space);
    struct KeysTended {
        bool rotated = false;        ///< a removal had made another epoch due
        std::size_t forwardedTo = 0; ///< readers to whom the current key had not been sealed yet
    };
    /// Does what is due to a space's keys, as far as this device may: with every contact.
    Result<KeysTended, ReplicaFault> tendKeys(const SpaceId& space);

    // --- writing ----------------------------------------------------------------------------------------------------

    /// Makes one change set durable and applies it. Dots carry the replica's log numbers; an operation that creates a
    /// record names Dot{ownLog, 0, i} (sequence 0: this change set, operation i), and others may refer to it likewise.
    /// Returns the sequence given to it.
    Result<std::uint32_t, ReplicaFault> commit(const SpaceId& space, std::string_view person,
                                               std::uint32_t schemaVersion, std::vector<Operation> operations);
    /// The same for many, in one durable transaction.
    Result<std::vector<std::uint32_t>, ReplicaFault> commitAll(const SpaceId& space, std::string_view person,
                                                               std::uint32_t schemaVersion,
                                                               std::vector<std::vector<Operation>> changeSets);
    /// Seals what is unsealed into segments; they are durable before anyone may see them. Sealing nothing is fine;
    /// what was written before the space's key came waits for it.
    Result<Done, ReplicaFault> seal(const SpaceId& space);

    // --- what can be deleted (docs/formats/erasable.md) -------------------------------------------------------------

    /// A new key, to seal values under that shall be deletable; durable, and handed over with the next contact.
    Result<ErasableId, ReplicaFault> createErasableKey(const SpaceId& space);
    /// Nothing when it was erased, or has not arrived, or its epoch's key has not.
    Result<std::optional<ErasableKey>, ReplicaFault> erasableKey(const SpaceId& space, const ErasableId& id) const;
    /// Removes a key from this file for good, and has every other replica and the server do so when they hear of it.
    /// NotAllowed unless this device's organisation made it or is an admin; UnknownTarget for a key not heard of.
    Result<Done, ReplicaFault> eraseKey(const SpaceId& space, const ErasableId& id);
    Result<ErasureStatus, ReplicaFault> erasureStatus(const SpaceId& space, const ErasableId& id) const;

    // --- what lies beyond the limit of a closed log -----------------------------------------------------------------

    struct QuarantinedLog {
        LogId log;
        std::uint32_t segments = 0;
        std::uint32_t changeSets = 0;
        std::uint64_t bytes = 0;
        bool isAdopted = false; ///< by this office
    };
    Result<std::vector<QuarantinedLog>, ReplicaFault> quarantined(const SpaceId& space) const;
    Result<std::vector<Segment>, ReplicaFault> quarantinedSegments(const SpaceId& space, const LogId& log) const;
    /// Writes everything of a log that is in quarantine again, as this admin's own; how many change sets that were.
    /// Each keeps its person; records that it created have new ids. What was quarantined stays where it is.
    Result<std::uint32_t, ReplicaFault> adopt(const SpaceId& space, const LogId& log);

    struct MendedForks {
        bool anyStated = false;         ///< this device has said which branch of its log counts
        std::uint32_t writtenAgain = 0; ///< change sets that only this copy had
    };
    /// Two copies of this device's folder have written the same log (a restored backup, a copied folder): states which
    /// branch counts, goes on in another log, and writes again there what only this copy has. To be called when
    /// everything that others have has arrived. Nothing happens where nothing forked.
    Result<MendedForks, ReplicaFault> mendOwnForks(const SpaceId& space);
    /// True while a part is missing here of a branch of this device's that counts: a copy wrote it.
    bool lacksOwnBranch(const SpaceId& space) const;

    // --- exchanging -------------------------------------------------------------------------------------------------

    struct Arrival {
        EntryKind kind = EntryKind::Segment;
        Bytes bytes;
    };
    struct ReceptionReport {
        std::vector<Reception> outcomes; ///< one per arrival
        std::uint32_t changeSets = 0;    ///< applied by this call, parked ones that became ready included
        bool isBranchReleased = false;   ///< a forked log goes on where its device stated: a server may not have that
    };
    /// Takes entries from a server, a bundle or a peer, in one durable transaction. Trusts none of them.
    Result<ReceptionReport, ReplicaFault> receive(const SpaceId& space, std::vector<Arrival> arrivals);

    /// A change set that a lost device wrote and no segment holds, as its disk keeps it (docs/formats/database.md).
    struct Unsent {
        LogId log;
        std::uint32_t sequence = 0;
        Bytes body;
    };
    struct Recovered {
        std::vector<DeviceId> revoked; ///< ascending
        std::uint32_t changeSets = 0;
        std::uint32_t writtenAgain = 0; ///< of the unsent ones
    };
    /// Enters a space as another device of an organisation whose root was read from its kit: takes what any member
    /// handed over (all of a bundle's entries), makes this device a member by the root's word, ends the organisation's
    /// other devices except those to keep, at what is here of their logs, and has the keys. What the lost disk held
    /// unsent, in the order in which it was written, this device writes again as its own. All of it or nothing.
    /// NotAllowed when the organisation is no member, NoKey when the current key was never sealed to it.
    Result<Recovered, ReplicaFault> recover(const SpaceId& space, std::string_view server,
                                            std::vector<Arrival> arrivals, const OrganizationRoot& root,
                                            std::span<const DeviceId> kept, std::span<const Unsent> unsent = {});

    /// What this device has of every log, ascending; only what it accepted.
    std::vector<LogHeight> heights(const SpaceId& space) const;
    /// True when the accepted log stands, or once stood, at exactly this height.
    bool isOnLog(const SpaceId& space, const LogHeight& height) const;
    /// Where a log whose device stated a fork parts into branches; nothing for any other.
    std::optional<Height> forkOf(const SpaceId& space, const LogId& log) const;
    /// The logs of other devices of which segments here declare more than has arrived: it is held back, or on its way
    /// by a bundle. Ascending; those that somebody closed or forked are left out.
    Result<std::vector<LogHeight>, ReplicaFault> missing(const SpaceId& space) const;
    /// Every entry this device holds that the other side may lack, membership first: segments of `log` after `after`.
    Result<std::vector<Segment>, ReplicaFault> segmentsAfter(const SpaceId& space, const LogId& log,
                                                             std::uint32_t after, std::size_t bytesMax) const;
    Result<std::vector<MembershipRecord>, ReplicaFault> membershipRecords(const SpaceId& space) const;
    Result<std::vector<Bytes>, ReplicaFault> keyObjects(const SpaceId& space) const;

    /// Objects, erasures and confirmations that this device holds, in this order.
    struct ErasableEntry {
        EntryKind kind = EntryKind::Erasable;
        Hash hash;
        Bytes bytes;
        bool isOffered = true; ///< not what was erased, or does not count now: others would refuse it
    };
    Result<std::vector<ErasableEntry>, ReplicaFault> erasableEntries(const SpaceId& space,
                                                                     bool onlyUndelivered = false) const;
    /// True when the object of this hash is here, was erased here, or somebody has said that it shall be.
    Result<bool, ReplicaFault> knowsErasable(const SpaceId& space, const Hash& object) const;

    /// What this device last knew of a server's log of a space.
    struct Cursor {
        InstanceId instance;
        LogPosition at;
        std::uint32_t delivered = 0; ///< the own log's sequence that a receipt covers

        /// True when entries came by another way, so that the server may lack them: the running hash was forgotten on
        /// purpose, it fits nothing, and the next contact compares heights.
        bool asksToCompare() const { return at.position > 0 && at.running.isZero(); }
        friend bool operator==(const Cursor&, const Cursor&) = default;
    };
    Cursor cursor(const SpaceId& space) const;
    Result<Done, ReplicaFault> setCursor(const SpaceId& space, const Cursor& cursor);
    /// Has the next contact compare heights, if there was one before: what the server lacks is then handed over.
    Result<Done, ReplicaFault> compareNext(const SpaceId& space);
    /// True when the server is known to have this entry (a membership record or key object), by its hash.
    bool isDelivered(const SpaceId& space, const Hash& entry) const;
    Result<Done, ReplicaFault> markDelivered(const SpaceId& space, std::span<const Hash> entries);

    /// Keeps a server's signed word about its log of a space, if it is authentic: the last 256 of each server. True
    /// when it contradicts one that is kept; one such pair is kept for good.
    Result<bool, ReplicaFault> keepReceipt(const SpaceId& space, const SignedReceipt& receipt);
    /// The contradictions that were found, at most one a server.
    Result<std::vector<ReceiptProof>, ReplicaFault> receiptProofs(const SpaceId& space) const;

    // --- reading ----------------------------------------------------------------------------------------------------

    /// The logs by number, for displayed() and for naming authors.
    const std::vector<LogId>& logs() const;
    const std::string& person(std::uint32_t number) const;
    SpaceId spaceOf(const Dot& record) const;

    Result<std::optional<RecordState>, ReplicaFault> record(const Dot& id) const;
    /// Calls with every record of a type, in order of ids; deleted and hidden ones excepted. Stops when told false.
    Result<Done, ReplicaFault> forEach(const SpaceId& space, std::uint32_t type,
                                       const std::function<bool(const Dot&, const RecordState&)>& visit) const;
    /// The same for records that may need a decision, of whatever type: with a field in conflict, joined to another, or
    /// edited while deleted.
    Result<Done, ReplicaFault> forEachConflict(const SpaceId& space,
                                               const std::function<bool(const Dot&, const RecordState&)>& visit) const;
    /// The records whose handle begins with this text, at most `most`.
    Result<std::vector<Dot>, ReplicaFault> findByHandle(std::string_view prefix, std::size_t most) const;

    /// When a device last wrote something in a space that is here and counts; nothing if it never did.
    Result<std::optional<Stamp>, ReplicaFault> newestChange(const SpaceId& space, const DeviceId& device) const;

    /// A change set of this device's own current log, counted back from its last one (0), which is in it from the
    /// moment it was committed; nothing if there are not so many. Its operations are in the replica's log numbers.
    Result<std::optional<ChangeSet>, ReplicaFault> ownChangeSet(const SpaceId& space, std::uint32_t back) const;

    /// Everything ever written to one record, oldest first, as the log tells it.
    struct HistoryItem {
        Dot dot;
        Stamp stamp;
        std::uint32_t person = 0;
        Operation operation;
    };
    Result<std::vector<HistoryItem>, ReplicaFault> history(const Dot& record) const;

    /// Records touched since they were last taken off the queue: for indexes above. Taking is by takeFromQueue().
    Result<std::vector<Dot>, ReplicaFault> indexQueue(std::size_t most) const;
    Result<Done, ReplicaFault> takeFromQueue(std::span<const Dot> records);

    // --- looking after ----------------------------------------------------------------------------------------------

    /// Covers every live value, dot and retirement of a space; equal on every replica that accepted the same segments.
    Result<Hash, ReplicaFault> stateHash(const SpaceId& space) const;
    /// Makes the caches again from the log tables.
    Result<Done, ReplicaFault> rebuild();

    struct Counts {
        std::uint64_t records = 0, conflicts = 0, changeSets = 0, unsealed = 0, undelivered = 0, parked = 0, forks = 0,
                      quarantined = 0, ///< segments, but for what this device has written again itself
            ignoredRetirements = 0;
    };
    Result<Counts, ReplicaFault> counts(const SpaceId& space) const;
    bool clockIsSuspect() const;

    /// For indexes that live in the same file and must change with it.
    Database& database();

private:
    class Parts;
    explicit Replica(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

/// The text that names a record to people: Crockford base32 of 128 bits of a hash of its global dot.
std::string recordHandle(const LogId& log, std::uint32_t sequence, std::uint32_t index);

} // namespace puente
