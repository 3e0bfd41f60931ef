#pragma once

#include "common/crypto/space_key.h"
#include "sync/membership/key_object.h"
#include "sync/replica/log_table.h"
#include "sync/segment/body.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace puente {

/// A change set of this device that no segment holds yet, and the seen entries it declares.
struct PendingChangeSet {
    ChangeSet changeSet; ///< dots in the replica's log numbers; seenCount is not meaningful yet
    std::vector<SeenEntry> seen;
    bool stored = false; ///< has a row of its own
};

/// All that is in memory of one space: what its rows say, opened and evaluated.
struct SpaceState {
    std::uint32_t number = 0;
    SpaceInfo info;
    std::uint32_t ownLog = 0;
    std::optional<JoinRequest> ownRequest;
    Replica::Cursor cursor;
    std::uint64_t ignoredRetirements = 0;

    std::vector<MembershipRecord> records;
    Membership membership;
    std::map<Hash, SpaceKey> keys;                       ///< by the record that began the epoch
    std::map<Hash, std::set<KeyObject::Tag>> recipients; ///< by epoch: whom its key was sealed to
    std::map<Hash, std::set<Hash>> wrapped;              ///< by epoch: whose keys lie under its own
    std::map<OrganizationId, std::string> names;         ///< as far as they can be opened

    std::vector<PendingChangeSet> pending;
    std::size_t pendingSize = 0;    ///< as segments count it
    std::uint64_t arrivals = 1;     ///< grows whenever another log does
    std::uint64_t declaredUpTo = 0; ///< the value of `arrivals` that own change sets have declared

    std::uint64_t parkedCount = 0;
    std::uint64_t parkedBytes = 0;

    const SpaceId& id() const { return info.id; }
    bool mayWrite() const { return info.role && *info.role != Role::Reader; }
    bool isAdmin() const { return info.role == Role::Admin; }
    /// The current epoch's, under which this device seals; nullptr while it has not arrived.
    const SpaceKey* currentKey() const;
    /// The key that sealed what `author` sealed; nullptr if this device does not have it.
    const SpaceKey* keyFor(const KeyId& key, const DeviceId& author) const;
    /// What the key of an epoch must fit; nothing while its record is not here. A rotation that turned out void counts
    /// here all the same: members may have sealed under it before they could know, and their writing must be read.
    std::optional<Hash> commitmentOf(const Hash& epoch) const;
    /// True if this device's record began an epoch that turned out void.
    bool hasBegunVoidEpoch(const DeviceId& device, const Hash& epoch) const;
    /// The last sequence of the own log, unsealed ones included.
    std::uint32_t lastSequence(const LogTable& logs) const;

    /// Evaluates the records again: members, the own role, names.
    void evaluateMembership(const DeviceId& ownDevice);
    /// Opens what is sealed to this key in a key object, and what that opens in turn; true if that gave a new key.
    /// Only a key to which the epoch's record commits counts.
    bool openKeys(const KeyObject& object, const SealingKey& own);
    /// True when a key object that was taken may yield a key now that it did not then.
    bool mayOpenMore(const SealingKey& own) const;
    void openNames();

private:
    bool takeKey(const Hash& epoch, ByteView bytes);
    const MembershipRecord* voidRotation(const Hash& record) const;
};

/// What a space's admin seals into membership records: names.
Bytes sealNames(const SpaceKey& key, const MembershipRecord::Content& content, std::string_view spaceName,
                std::string_view organizationName, Entropy& entropy);

/// The two names of sealed or boxed details; nothing if they are not there.
struct Names {
    std::string space;
    std::string organization;
};
Bytes encodeNames(std::string_view spaceName, std::string_view organizationName);
std::optional<Names> decodeNames(ByteView padded);

} // namespace puente
