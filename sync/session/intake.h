#pragma once

#include "sync/erasable/erasable.h"
#include "sync/membership/invite.h"
#include "sync/membership/key_object.h"
#include "sync/segment/segment.h"
#include "sync/session/refusal_tally.h"
#include "sync/session/relay_state.h"

#include <set>
#include <variant>
#include <vector>

namespace puente {

/// An entry that is authentic in itself; whether it may be stored is for the Judge.
struct PushedEntry {
    EntryKind kind = EntryKind::Segment;
    Hash hash;
    std::variant<MembershipRecord, KeyObject, Segment, ErasableObject, Erasure, ErasureConfirmation> content;

    ByteView wire() const;
};

/// What one conversation hands over: parsed as it arrives, judged and stored in durable batches.
class Intake {
public:
    Intake(RelayState& relay, const DeviceId& device) : m_relay(relay), m_device(device) {}

    void take(PushFrame push);
    void take(JoinFrame join);
    /// True when so much is here that it should be stored, or said, before more arrives.
    bool isFull() const;
    /// Stores what is here. A full disk refuses the entries; any other fault ends the conversation.
    Result<Done, StoreFault> commit();

    std::vector<RefusedFrame> takeRefusals() { return std::exchange(m_refusals, {}); }
    /// All that were refused so far.
    const RefusalTally& refused() const { return m_refused; }
    /// True for an entry, of any kind but a segment, that this conversation handed over and the space now has.
    bool wasPushed(const SpaceId& space, const Hash& entry) const { return m_pushed.contains({space, entry}); }
    /// True when the last segment of this log that was handed over was not taken, or beside another one.
    bool wasRefused(const SpaceId& space, const LogId& log) const { return m_refusedLogs.contains({space, log}); }

private:
    Result<Done, StoreFault> commitSpace(const SpaceId& space, const std::vector<PushedEntry>& entries);
    void remember(const SpaceId& space, const PushedEntry& taken);
    /// The book that these entries go to; null after all were refused, because there is none and none may be opened.
    Result<SpaceBook*, StoreFault> bookFor(const SpaceId& space, const std::vector<PushedEntry>& entries);
    Result<Done, StoreFault> store(const SpaceId& space, const std::vector<const PushedEntry*>& taken);
    Result<Done, StoreFault> removeErased(const SpaceId& space, const std::vector<const PushedEntry*>& taken);
    Result<Done, StoreFault> settle(const SpaceId& space, const PushedEntry& stored);
    Result<Done, StoreFault> commitJoin(const JoinRequest& request);
    Result<std::optional<Refusal>, StoreFault> judgeJoin(const JoinRequest& request);
    void refuse(const SpaceId& space, const PushedEntry& entry, Refusal reason);
    void refuse(const SpaceId& space, const Hash& entry, Refusal reason);

    RelayState& m_relay;
    DeviceId m_device;
    std::map<SpaceId, std::vector<PushedEntry>> m_entries;
    std::size_t m_bytes = 0;
    std::vector<JoinRequest> m_joins;
    std::vector<RefusedFrame> m_refusals;
    RefusalTally m_refused;
    std::set<std::pair<SpaceId, Hash>> m_pushed;
    std::set<std::pair<SpaceId, LogId>> m_refusedLogs;
};

} // namespace puente
