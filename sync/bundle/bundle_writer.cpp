#include "sync/bundle/bundle.h"
#include "sync/bundle/bundle_format.h"

#include <algorithm>

namespace puente {

using namespace bundle_format;

namespace {

constexpr std::size_t kPieceSizeAim = 256 * 1024;

void appendFrame(Bytes& piece, BundleFrame type, ByteView payload) {
    Writer head;
    head.u8(static_cast<std::uint8_t>(type));
    head.u32(static_cast<std::uint32_t>(payload.size()));
    append(piece, head.view());
    append(piece, payload);
}

/// From where on each log is wanted: the wish's height, or the start.
std::deque<LogHeight> logsToWrite(const std::vector<LogHeight>& present, const std::vector<LogHeight>& above) {
    std::deque<LogHeight> logs;
    for (const LogHeight& log : present) {
        const auto known = std::find_if(above.begin(), above.end(), [&](const auto& a) { return a.log == log.log; });
        const Height from = known == above.end() ? Height{} : known->height;
        if (from.sequence < log.height.sequence) logs.push_back({log.log, from});
    }
    return logs;
}

} // namespace

BundleWriter::BundleWriter(Replica& replica, const DeviceKeys& keys, std::vector<BundleWish> wishes)
    : m_replica(&replica), m_keys(&keys), m_wishes(std::move(wishes)) {
    const auto bySpace = [](const BundleWish& a, const BundleWish& b) { return a.space < b.space; };
    std::sort(m_wishes.begin(), m_wishes.end(), bySpace);
}

Result<BundleWriter, ReplicaFault> BundleWriter::begin(Replica& replica, const DeviceKeys& keys,
                                                       std::vector<BundleWish> wishes) {
    expects(wishes.size() <= kBundleSpacesMax);
    for (const BundleWish& wish : wishes) {
        const SpaceInfo* space = replica.findSpace(wish.space);
        if (!space) return Failure{ReplicaFault::UnknownSpace};
        if (wish.quarantined || !space->role || space->role == Role::Reader) continue; // writes nothing of its own
        if (const auto sealed = replica.seal(wish.space); !sealed) return Failure{sealed.fault()};
    }
    return BundleWriter(replica, keys, std::move(wishes));
}

Result<Bytes, ReplicaFault> BundleWriter::next() {
    Bytes piece;
    if (!m_begun) {
        m_begun = true;
        const auto version = neededVersion();
        if (!version) return Failure{version.fault()};
        append(piece, bytesOf(kMagic));
        piece.push_back(static_cast<std::uint8_t>(*version));
        append(piece, m_keys->certificate.device.view());
        Writer count;
        count.u16(static_cast<std::uint16_t>(m_wishes.size()));
        append(piece, count.view());
    } else if (!m_logs.empty()) {
        if (const auto done = nextSegments(piece); !done) return Failure{done.fault()};
    } else if (m_nextWish < m_wishes.size()) {
        if (const auto done = nextSpace(piece); !done) return Failure{done.fault()};
    } else if (!m_closed) {
        m_closed = true;
        writeTrailer(piece);
        return piece;
    }
    m_hasher.add(piece);
    m_size += piece.size();
    return piece;
}

/// Programs that know nothing of erasing read a bundle as long as there is nothing of it in it.
Result<char, ReplicaFault> BundleWriter::neededVersion() const {
    for (const BundleWish& wish : m_wishes) {
        const auto entries = m_replica->erasableEntries(wish.space);
        if (!entries) return Failure{entries.fault()};
        if (std::ranges::any_of(*entries, &Replica::ErasableEntry::isOffered)) return kVersionErasable;
    }
    return kVersionPlain;
}

Result<Done, ReplicaFault> BundleWriter::nextSpace(Bytes& piece) {
    const BundleWish& wish = m_wishes[m_nextWish++];
    appendFrame(piece, BundleFrame::Space, wish.space.view());
    const auto records = m_replica->membershipRecords(wish.space);
    if (!records) return Failure{records.fault()};
    const auto keyObjects = m_replica->keyObjects(wish.space);
    if (!keyObjects) return Failure{keyObjects.fault()};
    for (const MembershipRecord& record : *records)
        appendFrame(piece, BundleFrame::Membership, record.wire());
    for (const Bytes& object : *keyObjects)
        appendFrame(piece, BundleFrame::KeyObject, object);
    m_entries += records->size() + keyObjects->size();
    const auto erasables = m_replica->erasableEntries(wish.space);
    if (!erasables) return Failure{erasables.fault()};
    for (const Replica::ErasableEntry& entry : *erasables) {
        if (!entry.isOffered) continue;
        appendFrame(piece, frameTypeOf(entry.kind), entry.bytes);
        ++m_entries;
    }
    if (wish.quarantined) return writeQuarantined(piece, wish.space, *wish.quarantined);
    writeJoins(piece, wish.space);
    m_logs = logsToWrite(m_replica->heights(wish.space), wish.above);
    return Done{};
}

Result<Done, ReplicaFault> BundleWriter::writeQuarantined(Bytes& piece, const SpaceId& space, const LogId& log) {
    const auto segments = m_replica->quarantinedSegments(space, log); // at most kQuarantineBytesMax
    if (!segments) return Failure{segments.fault()};
    for (const Segment& segment : *segments)
        appendFrame(piece, BundleFrame::Segment, segment.wire());
    m_entries += segments->size();
    return Done{};
}

void BundleWriter::writeJoins(Bytes& piece, const SpaceId& space) {
    std::vector<JoinRequest> requests;
    if (auto own = m_replica->ownJoinRequest(space)) requests.push_back(*std::move(own));
    for (const Replica::WaitingJoiner& joiner : m_replica->waitingJoiners(space))
        requests.push_back(joiner.request);
    for (const JoinRequest& request : requests)
        appendFrame(piece, BundleFrame::JoinRequest, request.wire());
    m_entries += requests.size();
}

Result<Done, ReplicaFault> BundleWriter::nextSegments(Bytes& piece) {
    LogHeight& log = m_logs.front();
    const SpaceId& space = m_wishes[m_nextWish - 1].space;
    const auto after = static_cast<std::uint32_t>(log.height.sequence);
    const auto segments = m_replica->segmentsAfter(space, log.log, after, kPieceSizeAim);
    if (!segments) return Failure{segments.fault()};
    for (const Segment& segment : *segments)
        appendFrame(piece, BundleFrame::Segment, segment.wire());
    m_entries += segments->size();
    if (!segments->empty()) log.height.sequence = segments->back().header().last;
    const auto end = m_replica->heights(space);
    const bool isThrough = segments->empty() || std::none_of(end.begin(), end.end(), [&](const LogHeight& height) {
                               return height.log == log.log && height.height.sequence > log.height.sequence;
                           });
    if (isThrough) m_logs.pop_front();
    return Done{};
}

void BundleWriter::writeTrailer(Bytes& piece) {
    const Hash hash = m_hasher.finish();
    const Bytes message = trailerMessage(m_keys->certificate.device, m_entries, m_size, hash);
    Bytes payload(message.begin() + DeviceId::kSize, message.end());
    append(payload, m_keys->signing.sign(Purpose::Bundle, message).view());
    appendFrame(piece, BundleFrame::Trailer, payload);
}

} // namespace puente
