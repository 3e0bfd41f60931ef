#include "sync/membership/fork_proof.h"

#include "common/codec/writer.h"

#include <algorithm>

namespace puente {

namespace {

constexpr std::string_view kMagic = "PNTPROOF";
constexpr std::uint8_t kVersion = 1;
static_assert(kProofPreambleSize == kMagic.size() + 2);

} // namespace

bool ProveFork::isOneLogTwice() const {
    const SegmentHeader &a = one.header, &b = other.header;
    return a.space == b.space && a.log == b.log && a.log.incarnation > 0 && a.first == b.first &&
           a.previous == b.previous && one.hash() < other.hash();
}

bool ProveFork::isAuthentic() const {
    return one.isAuthentic() && other.isAuthentic();
}

std::optional<ProofKind> proofKindOf(ByteView file) {
    const bool isOurs = file.size() > kProofPreambleSize && textOf(file.first(kMagic.size())) == kMagic &&
                        file[kMagic.size()] == kVersion;
    if (!isOurs) return std::nullopt;
    const auto kind = static_cast<ProofKind>(file[kMagic.size() + 1]);
    if (kind != ProofKind::Fork && kind != ProofKind::Receipts) return std::nullopt;
    return kind;
}

Bytes proofFileOf(ProofKind kind, ByteView one, ByteView other) {
    Writer writer;
    writer.raw(bytesOf(kMagic));
    writer.u8(kVersion);
    writer.u8(static_cast<std::uint8_t>(kind));
    writer.raw(one);
    writer.raw(other);
    return writer.take();
}

Bytes encodeProofFile(const ProveFork& proof) {
    return proofFileOf(ProofKind::Fork, proof.one.encode(), proof.other.encode());
}

Result<ProveFork, ProofFault> decodeProofFile(ByteView bytes) {
    if (bytes.size() != kProofFileSize || proofKindOf(bytes) != ProofKind::Fork) return Failure{ProofFault::NotAProof};
    const auto one = SignedHeader::decode(bytes.subspan(kProofPreambleSize, kSignedHeaderSize));
    const auto other = SignedHeader::decode(bytes.subspan(kProofPreambleSize + kSignedHeaderSize));
    if (!one || !other) return Failure{ProofFault::ProvesNothing};
    const ProveFork proof{.one = *one, .other = *other};
    if (!proof.isOneLogTwice()) return Failure{ProofFault::ProvesNothing};
    if (!proof.isAuthentic()) return Failure{ProofFault::NotAuthentic};
    return proof;
}

} // namespace puente
