#include "sync/membership/fork_proof.h"

#include "common/codec/writer.h"

#include <algorithm>

namespace puente {

namespace {

constexpr std::string_view kMagic = "PNTPROOF";
constexpr std::uint8_t kVersion = 1;
constexpr std::uint8_t kFork = 1;
constexpr std::size_t kPreambleSize = kMagic.size() + 2;

} // namespace

bool ProveFork::isOneLogTwice() const {
    const SegmentHeader &a = one.header, &b = other.header;
    return a.space == b.space && a.log == b.log && a.log.incarnation > 0 && a.first == b.first &&
           a.previous == b.previous && one.hash() < other.hash();
}

bool ProveFork::isAuthentic() const {
    return one.isAuthentic() && other.isAuthentic();
}

Bytes encodeProofFile(const ProveFork& proof) {
    Writer writer;
    writer.raw(bytesOf(kMagic));
    writer.u8(kVersion);
    writer.u8(kFork);
    writer.raw(proof.one.encode());
    writer.raw(proof.other.encode());
    return writer.take();
}

Result<ProveFork, ProofFault> decodeProofFile(ByteView bytes) {
    const bool isOurs = bytes.size() == kProofFileSize && textOf(bytes.first(kMagic.size())) == kMagic &&
                        bytes[kMagic.size()] == kVersion && bytes[kMagic.size() + 1] == kFork;
    if (!isOurs) return Failure{ProofFault::NotAProof};
    const auto one = SignedHeader::decode(bytes.subspan(kPreambleSize, kSignedHeaderSize));
    const auto other = SignedHeader::decode(bytes.subspan(kPreambleSize + kSignedHeaderSize));
    if (!one || !other) return Failure{ProofFault::ProvesNothing};
    const ProveFork proof{.one = *one, .other = *other};
    if (!proof.isOneLogTwice()) return Failure{ProofFault::ProvesNothing};
    if (!proof.isAuthentic()) return Failure{ProofFault::NotAuthentic};
    return proof;
}

} // namespace puente
