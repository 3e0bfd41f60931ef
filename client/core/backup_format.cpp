#include "client/core/backup_format.h"

#include "common/base/expects.h"
#include "common/codec/reader.h"
#include "common/codec/writer.h"

#include <algorithm>

namespace puente {

namespace {

constexpr std::string_view kMagic = "PuenteBK";
constexpr std::uint8_t kVersion = 1;
constexpr std::uint8_t kEnd = 0;
constexpr std::size_t kHeadSize = kMagic.size() + 1;
constexpr std::size_t kPartHeadSize = 1 + 8;

bool isKnown(std::uint8_t part) {
    return part >= static_cast<std::uint8_t>(BackupPart::Keyring) &&
           part <= static_cast<std::uint8_t>(BackupPart::Documents);
}

} // namespace

std::string_view fileOf(BackupPart part) {
    switch (part) {
    case BackupPart::Keyring: return "keyring";
    case BackupPart::Recovery: return "replica.recovery";
    case BackupPart::Mark: return "replica.db-mark";
    case BackupPart::Replica: return "replica.db";
    case BackupPart::Documents: return "documents.db";
    }
    contractBroken();
}

BackupWriter::BackupWriter(Sink sink) : m_sink(std::move(sink)), m_hasher(Purpose::Backup) {
    Writer head;
    head.raw(bytesOf(kMagic));
    head.u8(kVersion);
    put(head.view());
}

bool BackupWriter::put(ByteView bytes) {
    m_hasher.add(bytes);
    m_holds = m_holds && m_sink(bytes);
    return m_holds;
}

bool BackupWriter::begin(BackupPart part, std::uint64_t size) {
    Writer head;
    head.u8(static_cast<std::uint8_t>(part));
    head.u64(size);
    return put(head.view());
}

bool BackupWriter::add(ByteView bytes) {
    return put(bytes);
}

bool BackupWriter::end() {
    const std::uint8_t mark = kEnd;
    put({&mark, 1});
    const Hash hash = m_hasher.finish();
    m_holds = m_holds && m_sink(hash.view());
    return m_holds;
}

BackupReader::BackupReader(Visitor visitor) : m_visitor(std::move(visitor)), m_hasher(Purpose::Backup) {
}

Result<Done, BackupFault> BackupReader::add(ByteView bytes) {
    while (!bytes.empty()) {
        if (m_left > 0) {
            const ByteView piece = bytes.first(static_cast<std::size_t>(std::min<std::uint64_t>(m_left, bytes.size())));
            m_hasher.add(piece);
            if (!m_visitor.bytes(piece)) return Failure{BackupFault::Stopped};
            m_left -= piece.size();
            bytes = bytes.subspan(piece.size());
            continue;
        }
        if (m_isOver) return Failure{BackupFault::Damaged}; // something stands behind the end
        m_head.push_back(bytes.front());
        bytes = bytes.subspan(1);
        if (const auto taken = takeHead(); !taken) return taken;
    }
    return Done{};
}

/// Looks whether what is being read has come whole.
Result<Done, BackupFault> BackupReader::takeHead() {
    if (m_hash) {
        if (m_head.size() < Hash::kSize) return Done{};
        if (!equal(m_head, m_hash->view())) return Failure{BackupFault::Damaged};
        m_isOver = true;
        return Done{};
    }
    if (m_isBegun) return takePartHead();
    const std::size_t seen = std::min(m_head.size(), kMagic.size());
    if (!equal(ByteView(m_head).first(seen), bytesOf(kMagic).first(seen))) return Failure{BackupFault::NotABackup};
    if (m_head.size() < kHeadSize) return Done{};
    if (m_head.back() != kVersion) return Failure{BackupFault::Newer};
    m_hasher.add(m_head);
    m_head.clear();
    m_isBegun = true;
    return Done{};
}

Result<Done, BackupFault> BackupReader::takePartHead() {
    const std::uint8_t part = m_head.front();
    if (part == kEnd) {
        m_hasher.add(m_head);
        m_head.clear();
        m_hash = m_hasher.finish();
        return Done{};
    }
    if (!isKnown(part) || part <= m_lastPart) return Failure{BackupFault::Damaged};
    if (m_head.size() < kPartHeadSize) return Done{};
    Reader reader(m_head);
    reader.u8();
    m_left = reader.u64();
    m_lastPart = part;
    m_hasher.add(m_head);
    m_head.clear();
    if (!m_visitor.begin(static_cast<BackupPart>(part), m_left)) return Failure{BackupFault::Stopped};
    return Done{};
}

Result<Done, BackupFault> BackupReader::end() const {
    if (!m_isBegun && m_head.empty()) return Failure{BackupFault::NotABackup};
    if (!m_isOver) return Failure{BackupFault::Damaged};
    return Done{};
}

} // namespace puente
