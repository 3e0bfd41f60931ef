#include "sync/session/intake.h"

#include "sync/session/judge.h"
#include "sync/store/store_rows.h"

#include <algorithm>

namespace puente {

namespace {

constexpr std::size_t kBatchSize = 4 * 1024 * 1024;
constexpr std::size_t kJoinsMax = 64; ///< in one batch
constexpr std::size_t kRefusalsMax = 1000;

bool fits(const PushFrame& push) {
    switch (push.kind) {
    case EntryKind::Membership: return push.bytes.size() <= kMembershipRecordSizeMax;
    case EntryKind::KeyObject: return push.bytes.size() <= kKeyObjectSizeMax;
    case EntryKind::Segment: return push.bytes.size() <= kSegmentSizeMax;
    case EntryKind::Erasable: return push.bytes.size() == kErasableObjectSize;
    case EntryKind::Erasure: return push.bytes.size() == kErasureSize;
    case EntryKind::Confirmation: return push.bytes.size() <= kConfirmationSizeMax;
    }
    contractBroken();
}

std::optional<PushedEntry> parseMembership(const Hash& hash, PushFrame push) {
    auto record = MembershipRecord::parse(std::move(push.bytes));
    if (!record || record->space() != push.space) return std::nullopt;
    return PushedEntry{push.kind, hash, std::move(*record)};
}

std::optional<PushedEntry> parseKeyObject(const Hash& hash, PushFrame push) {
    auto object = KeyObject::parse(std::move(push.bytes));
    if (!object || object->content().space != push.space) return std::nullopt;
    return PushedEntry{push.kind, hash, std::move(*object)};
}

std::optional<PushedEntry> parseSegment(const Hash& hash, PushFrame push) {
    auto segment = Segment::parse(std::move(push.bytes));
    if (!segment) return std::nullopt;
    return PushedEntry{push.kind, hash, std::move(segment).value()};
}

template <typename Entry>
std::optional<PushedEntry> parseNamed(const Hash& hash, PushFrame push) {
    auto entry = Entry::parse(std::move(push.bytes));
    if (!entry || entry->name().space != push.space) return std::nullopt;
    return PushedEntry{push.kind, hash, std::move(*entry)};
}

std::optional<PushedEntry> parseConfirmation(const Hash& hash, PushFrame push) {
    auto confirmation = ErasureConfirmation::parse(std::move(push.bytes));
    if (!confirmation || confirmation->content().space != push.space) return std::nullopt;
    return PushedEntry{push.kind, hash, std::move(*confirmation)};
}

/// Nothing for what is too large, malformed, not signed or of another space.
std::optional<PushedEntry> parsePush(const Hash& hash, PushFrame push) {
    if (!fits(push)) return std::nullopt;
    switch (push.kind) {
    case EntryKind::Membership: return parseMembership(hash, std::move(push));
    case EntryKind::KeyObject: return parseKeyObject(hash, std::move(push));
    case EntryKind::Segment: return parseSegment(hash, std::move(push));
    case EntryKind::Erasable: return parseNamed<ErasableObject>(hash, std::move(push));
    case EntryKind::Erasure: return parseNamed<Erasure>(hash, std::move(push));
    case EntryKind::Confirmation: return parseConfirmation(hash, std::move(push));
    }
    contractBroken();
}

/// The organisations whose devices a record certifies.
std::vector<OrganizationId> certifiedIn(const MembershipRecord& record) {
    std::vector<OrganizationId> found;
    if (const auto* create = record.as<CreateSpace>())
        for (const DeviceCertificate& founder : create->founders)
            found.push_back(founder.organization);
    if (const auto* admit = record.as<AdmitDevice>()) found.push_back(admit->joiner.organization);
    return found; // who recovers was admitted before
}

NewEntry newEntry(const PushedEntry& entry) {
    const ByteView wire = entry.wire();
    NewEntry made;
    made.kind = entry.kind;
    made.hash = entry.hash;
    made.bytes.assign(wire.begin(), wire.end());
    if (const auto* segment = std::get_if<Segment>(&entry.content)) {
        made.log = segment->header().log;
        made.first = segment->header().first;
        made.last = segment->header().last;
    }
    if (const auto* record = std::get_if<MembershipRecord>(&entry.content)) made.organizations = certifiedIn(*record);
    if (const auto* erasure = std::get_if<Erasure>(&entry.content)) made.erases = erasure->name().hash();
    return made;
}

bool isCreation(const PushedEntry& entry) {
    const auto* record = std::get_if<MembershipRecord>(&entry.content);
    return record && std::holds_alternative<CreateSpace>(record->content().act);
}

Hash keyOf(const InviteId& invite) {
    return *Hash::from(invite.view());
}

} // namespace

ByteView PushedEntry::wire() const {
    return std::visit([](const auto& entry) { return entry.wire(); }, content);
}

void Intake::take(PushFrame push) {
    const Hash hash = entryHash(push.kind, push.bytes);
    const SpaceId space = push.space;
    const std::size_t size = push.bytes.size();
    std::optional<PushedEntry> entry = parsePush(hash, std::move(push));
    if (!entry) return refuse(space, hash, Refusal::Malformed);
    m_bytes += size;
    m_entries[space].push_back(std::move(*entry));
}

void Intake::take(JoinFrame join) {
    const Hash hash = hashOf(Purpose::JoinRequest, join.request);
    auto request =
        join.request.size() <= kJoinRequestSizeMax ? JoinRequest::parse(std::move(join.request)) : std::nullopt;
    if (!request) return refuse({}, hash, Refusal::Malformed);
    m_joins.push_back(std::move(*request));
}

bool Intake::isFull() const {
    return m_bytes >= kBatchSize || m_joins.size() >= kJoinsMax || m_refusals.size() >= kRefusalsMax;
}

Result<Done, StoreFault> Intake::commit() {
    const auto entries = std::exchange(m_entries, {});
    const auto joins = std::exchange(m_joins, {});
    m_bytes = 0;
    for (const auto& [space, pushed] : entries)
        if (const auto done = commitSpace(space, pushed); !done) return done;
    for (const JoinRequest& request : joins)
        if (const auto done = commitJoin(request); !done) return done;
    return Done{};
}

Result<Done, StoreFault> Intake::commitSpace(const SpaceId& space, const std::vector<PushedEntry>& entries) {
    const auto book = bookFor(space, entries);
    if (!book) return Failure{book.fault()};
    if (!*book) return Done{};
    Judge judge(m_relay, **book, space, m_device);
    std::vector<const PushedEntry*> taken;
    for (const PushedEntry& entry : entries) {
        const auto ruling = judge.judge(entry);
        if (!ruling) {
            m_relay.dropBook(space);
            return Failure{ruling.fault()};
        }
        if (ruling->refusal)
            refuse(space, entry, *ruling->refusal);
        else
            remember(space, entry);
        if (const auto* segment = std::get_if<Segment>(&entry.content); segment && ruling->isBranch)
            m_refusedLogs.insert({space, segment->header().log}); // its author may not know of the other
        if (ruling->isNew) taken.push_back(&entry);
    }
    if ((*book)->recordCount() == 0) m_relay.dropBook(space); // its creation was refused
    return store(space, taken);
}

void Intake::remember(const SpaceId& space, const PushedEntry& taken) {
    if (const auto* segment = std::get_if<Segment>(&taken.content))
        m_refusedLogs.erase({space, segment->header().log});
    else
        m_pushed.insert({space, taken.hash});
}

Result<SpaceBook*, StoreFault> Intake::bookFor(const SpaceId& space, const std::vector<PushedEntry>& entries) {
    const auto book = m_relay.book(space);
    if (!book || *book) return book;
    const auto spaces = m_relay.store().spaces();
    if (!spaces) return Failure{spaces.fault()};
    const bool isTooMany = spaces->size() >= m_relay.quotas().spacesMax;
    if (!isTooMany && isCreation(entries.front())) return &m_relay.newBook(space);
    for (const PushedEntry& entry : entries)
        refuse(space, entry, isTooMany ? Refusal::TooManySpaces : Refusal::NotMember);
    return static_cast<SpaceBook*>(nullptr);
}

Result<Done, StoreFault> Intake::store(const SpaceId& space, const std::vector<const PushedEntry*>& taken) {
    if (taken.empty()) return Done{};
    std::vector<NewEntry> entries;
    for (const PushedEntry* entry : taken)
        entries.push_back(newEntry(*entry));
    auto stored = removeErased(space, taken);
    if (stored)
        if (const auto appended = m_relay.store().append(space, entries); !appended) stored = Failure{appended.fault()};
    if (!stored) {
        m_relay.dropBook(space);
        // Removing needs room too, for the write-ahead log. Who is refused hands over again.
        if (stored.fault() != StoreFault::Full) return stored;
        for (const PushedEntry* entry : taken) {
            m_pushed.erase({space, entry->hash});
            refuse(space, *entry, Refusal::ServerFull);
        }
        return Done{};
    }
    for (const PushedEntry* entry : taken)
        if (const auto done = settle(space, *entry); !done) return done;
    return Done{};
}

/// Before the erasure is stored: after a crash in between it is handed over again, and the other way round nobody would
/// come back to what it left.
Result<Done, StoreFault> Intake::removeErased(const SpaceId& space, const std::vector<const PushedEntry*>& taken) {
    if (m_relay.documents() == nullptr) return Done{};
    for (const PushedEntry* entry : taken) {
        const auto* erasure = std::get_if<Erasure>(&entry->content);
        if (erasure == nullptr) continue;
        const auto removed = m_relay.documents()->removeSealedUnder(space, erasure->name().id());
        if (!removed) return Failure{storeFaultOf(removed.fault())};
    }
    return Done{};
}

Result<Done, StoreFault> Intake::settle(const SpaceId& space, const PushedEntry& stored) {
    ++m_relay.totals().entriesTaken;
    m_relay.totals().bytesTaken += stored.wire().size();
    const auto* record = std::get_if<MembershipRecord>(&stored.content);
    const auto* admission = record ? std::get_if<AdmitDevice>(&record->content().act) : nullptr;
    return admission ? m_relay.store().removeJoin(space, keyOf(admission->invite)) : Done{};
}

Result<Done, StoreFault> Intake::commitJoin(const JoinRequest& request) {
    const auto refusal = judgeJoin(request);
    if (!refusal) return Failure{refusal.fault()};
    const SpaceId& space = request.content().space;
    if (*refusal) {
        refuse(space, hashOf(Purpose::JoinRequest, request.wire()), **refusal);
        return Done{};
    }
    const auto book = m_relay.book(space);
    if (!book) return Failure{book.fault()};
    if ((*book)->isMember(request.content().joiner.device)) return Done{}; // admitted meanwhile: it will see
    const ByteView wire = request.wire();
    const auto kept = m_relay.store().putJoin(space, {keyOf(request.content().invite), {wire.begin(), wire.end()}});
    if (kept || kept.fault() != StoreFault::Full) return kept;
    refuse(space, hashOf(Purpose::JoinRequest, wire), Refusal::ServerFull);
    return Done{};
}

Result<std::optional<Refusal>, StoreFault> Intake::judgeJoin(const JoinRequest& request) {
    using Judgement = std::optional<Refusal>;
    constexpr std::optional<Refusal> kFine;
    const SpaceId& space = request.content().space;
    const auto book = m_relay.book(space);
    if (!book) return Failure{book.fault()};
    if (!*book) return Judgement{Refusal::InviteUnknown};
    const auto& invites = (*book)->membership().invites;
    const auto invite = invites.find(request.content().invite);
    if (invite == invites.end()) return Judgement{Refusal::InviteUnknown};
    if (const auto& usedBy = invite->second.usedBy)
        return *usedBy == request.content().joiner.device ? kFine : Judgement{Refusal::InviteUsed};
    const auto waiting = m_relay.store().joins(space);
    if (!waiting) return Failure{waiting.fault()};
    const auto isSameInvite = [&](const WaitingJoin& join) { return join.invite == keyOf(invite->first); };
    const bool isMore = std::ranges::none_of(*waiting, isSameInvite);
    if (isMore && waiting->size() >= m_relay.quotas().joinsPerSpaceMax) return Judgement{Refusal::TooManyJoins};
    return kFine;
}

void Intake::refuse(const SpaceId& space, const PushedEntry& entry, Refusal reason) {
    if (const auto* segment = std::get_if<Segment>(&entry.content))
        m_refusedLogs.insert({space, segment->header().log});
    refuse(space, entry.hash, reason);
}

void Intake::refuse(const SpaceId& space, const Hash& entry, Refusal reason) {
    ++m_relay.totals().refused;
    m_refused.add(space, reason);
    m_refusals.push_back({space, entry, reason});
}

} // namespace puente
