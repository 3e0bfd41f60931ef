#include "common/codec/reader.h"
#include "sync/bundle/bundle.h"
#include "sync/bundle/bundle_format.h"

namespace puente {

using namespace bundle_format;

namespace {

/// The largest payload of a frame, so that a length is refused before anything is kept for it; 0 for an unknown type.
std::size_t payloadSizeMax(std::uint8_t type) {
    switch (static_cast<BundleFrame>(type)) {
    case BundleFrame::Membership: return kMembershipRecordSizeMax;
    case BundleFrame::KeyObject: return kKeyObjectSizeMax;
    case BundleFrame::Segment: return kSegmentSizeMax;
    case BundleFrame::JoinRequest: return kJoinRequestSizeMax;
    case BundleFrame::Space: return SpaceId::kSize;
    case BundleFrame::Trailer: return kTrailerSize;
    case BundleFrame::Erasable: return kErasableObjectSize;
    case BundleFrame::Erasure: return kErasureSize;
    case BundleFrame::Confirmation: return kConfirmationSizeMax;
    }
    return 0;
}

} // namespace

class BundleReader::Parts {
public:
    Result<Done, BundleFault> feed(ByteView piece) {
        if (m_fault) return Failure{*m_fault};
        if (m_total + piece.size() > kBundleSizeMax) return refuse(BundleFault::TooLarge);
        m_total += piece.size();
        append(m_pending, piece);
        std::size_t used = 0;
        while (const std::size_t size = nextSize(ByteView(m_pending).subspan(used))) {
            take(ByteView(m_pending).subspan(used, size));
            if (m_fault) return Failure{*m_fault};
            used += size;
        }
        if (m_fault) return Failure{*m_fault};
        m_pending.erase(m_pending.begin(), m_pending.begin() + static_cast<std::ptrdiff_t>(used));
        return Done{};
    }

    Result<Bundle, BundleFault> finish() {
        if (m_fault) return Failure{*m_fault};
        if (!m_header) return Failure{couldBeginABundle() ? BundleFault::Truncated : BundleFault::NotABundle};
        if (!m_closed || !m_pending.empty()) return Failure{BundleFault::Truncated};
        return std::move(m_bundle);
    }

private:
    Failure<BundleFault> refuse(BundleFault fault) {
        m_fault = fault;
        m_pending = {};
        m_bundle = {};
        return Failure{fault};
    }

    bool couldBeginABundle() const {
        const std::size_t size = std::min(m_pending.size(), kMagic.size());
        return size > 0 && textOf(ByteView(m_pending).first(size)) == kMagic.substr(0, size);
    }

    /// The size of the whole header or frame that these bytes begin with; 0 while it is not all there.
    std::size_t nextSize(ByteView bytes) {
        if (!m_header) return bytes.size() >= kHeaderSize ? kHeaderSize : 0;
        if (m_closed && !bytes.empty()) refuse(BundleFault::Damaged);
        if (m_closed || bytes.size() < kFrameHeadSize) return 0;
        Reader head(bytes);
        const std::uint8_t type = head.u8();
        const bool isForeign = m_version == kVersionPlain && type > static_cast<std::uint8_t>(BundleFrame::Trailer);
        const std::size_t most = isForeign ? 0 : payloadSizeMax(type);
        const std::size_t size = head.u32();
        if (size == 0 || size > most) {
            refuse(BundleFault::Damaged);
            return 0;
        }
        return bytes.size() >= kFrameHeadSize + size ? kFrameHeadSize + size : 0;
    }

    void take(ByteView bytes) {
        if (!m_header) return takeHeader(bytes);
        const auto type = static_cast<BundleFrame>(bytes[0]);
        const ByteView payload = bytes.subspan(kFrameHeadSize);
        if (type == BundleFrame::Trailer) return takeTrailer(payload);
        m_hasher.add(bytes);
        m_hashed += bytes.size();
        if (type == BundleFrame::Space) return takeSpace(payload);
        if (m_bundle.spaces.empty()) return void(refuse(BundleFault::Damaged));
        Bundle::Space& space = m_bundle.spaces.back();
        Bytes entry(payload.begin(), payload.end());
        ++m_bundle.entries;
        if (const auto kind = entryKindOf(type))
            space.entries.push_back({*kind, std::move(entry)});
        else
            space.joinRequests.push_back(std::move(entry));
    }

    void takeHeader(ByteView bytes) {
        Reader reader(bytes);
        if (textOf(reader.raw(kMagic.size())) != kMagic) return void(refuse(BundleFault::NotABundle));
        m_version = static_cast<char>(reader.u8());
        if (m_version != kVersionPlain && m_version != kVersionErasable) return void(refuse(BundleFault::Newer));
        m_bundle.exporter = reader.id<DeviceId>();
        m_spaces = reader.u16();
        if (m_spaces > kBundleSpacesMax) return void(refuse(BundleFault::Damaged));
        m_header = true;
        m_hasher.add(bytes);
        m_hashed = bytes.size();
    }

    void takeSpace(ByteView payload) {
        const auto id = SpaceId::from(payload);
        const bool isNext = id && (m_bundle.spaces.empty() || m_bundle.spaces.back().id < *id);
        if (!isNext) return void(refuse(BundleFault::Damaged));
        m_bundle.spaces.push_back({*id, {}, {}});
    }

    void takeTrailer(ByteView payload) {
        Reader reader(payload);
        const std::uint64_t entries = reader.u64();
        const std::uint64_t size = reader.u64();
        const auto hash = reader.id<Hash>();
        const auto signature = reader.id<Signature>();
        const Bytes message = trailerMessage(m_bundle.exporter, entries, size, hash);
        const bool fits = reader.finished() && entries == m_bundle.entries && size == m_hashed &&
                          m_bundle.spaces.size() == m_spaces && hash == m_hasher.finish();
        if (!fits || !verify(m_bundle.exporter, Purpose::Bundle, message, signature))
            return void(refuse(BundleFault::Damaged));
        m_closed = true;
    }

    Bundle m_bundle;
    Bytes m_pending; // what has come of a header or frame that is not all there
    Hasher m_hasher{Purpose::Bundle};
    std::uint64_t m_total = 0;
    std::uint64_t m_hashed = 0;
    char m_version = kVersionPlain;
    std::size_t m_spaces = 0;
    bool m_header = false;
    bool m_closed = false;
    std::optional<BundleFault> m_fault;
};

BundleReader::BundleReader() : m_parts(std::make_unique<Parts>()) {
}
BundleReader::BundleReader(BundleReader&&) noexcept = default;
BundleReader& BundleReader::operator=(BundleReader&&) noexcept = default;
BundleReader::~BundleReader() = default;

Result<Done, BundleFault> BundleReader::feed(ByteView piece) {
    return m_parts->feed(piece);
}

Result<Bundle, BundleFault> BundleReader::finish() {
    return m_parts->finish();
}

} // namespace puente
