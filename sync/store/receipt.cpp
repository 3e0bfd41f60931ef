#include "sync/store/receipt.h"

#include "common/codec/reader.h"
#include "common/codec/writer.h"
#include "common/crypto/key_check.h"

namespace puente {

namespace {

constexpr std::uint64_t kPositionMax = std::uint64_t{1} << 48; // docs/formats/wire.md

} // namespace

Bytes SignedReceipt::signedMessage() const {
    Writer writer;
    writer.id(space);
    writer.id(device);
    writer.id(instance);
    writer.varint(at.position);
    writer.id(at.running);
    writer.varint(ownHeight);
    writer.id(ownHead);
    return writer.take();
}

bool SignedReceipt::isAuthentic() const {
    return isSigningPoint(server) && verify(server, Purpose::Receipt, signedMessage(), signature);
}

Bytes SignedReceipt::encode() const {
    Writer writer;
    writer.id(server);
    writer.id(space);
    writer.id(device);
    writer.id(instance);
    writer.u64(at.position);
    writer.id(at.running);
    writer.u32(ownHeight);
    writer.id(ownHead);
    writer.id(signature);
    return writer.take();
}

std::optional<SignedReceipt> SignedReceipt::decode(ByteView bytes) {
    Reader reader(bytes);
    SignedReceipt receipt;
    receipt.server = reader.id<ServerId>();
    receipt.space = reader.id<SpaceId>();
    receipt.device = reader.id<DeviceId>();
    receipt.instance = reader.id<InstanceId>();
    receipt.at.position = reader.u64();
    receipt.at.running = reader.id<Hash>();
    receipt.ownHeight = reader.u32();
    receipt.ownHead = reader.id<Hash>();
    receipt.signature = reader.id<Signature>();
    const bool isBegun = receipt.at.position > 0 && receipt.at.position <= kPositionMax;
    if (!reader.finished() || !isBegun) return std::nullopt;
    return receipt;
}

bool ReceiptProof::isContradiction() const {
    return one.server == other.server && one.space == other.space && one.instance == other.instance &&
           one.at.position == other.at.position && one.at.running < other.at.running;
}

} // namespace puente
