#include "common/crypto/hash.h"
#include "sync/segment/dictionary.h"
#include "tests/support/segment_builder.h"
#include "tests/vectors/made_vectors.h"

using nlohmann::json;

namespace puente::test {

namespace {

std::string wireOf(const Segment& segment) {
    return toHex(segment.wire());
}

} // namespace

json segmentVectors() {
    Author author(2026), stranger(2027);
    const SegmentBody body = author.body(1, 2);
    const Segment segment = author.seal(body);
    const SegmentHeader& header = segment.header();
    const std::string wire = wireOf(segment);
    const auto signedAnew = [&](SegmentHeader changed) {
        Bytes bytes = encodeHeader(changed);
        const Bytes message = segmentMessage(bytes, hashOf(Purpose::SegmentContent, segment.sealed()));
        append(bytes, segment.sealed());
        append(bytes, author.signer().sign(Purpose::Segment, message).view());
        return toHex(bytes);
    };
    SegmentHeader zeroFirst = header, backwards = header, tooMany = header, newer = header, followsNothing = header,
                  odd = header, otherHeader = header, longer = author.header(1, 3);
    zeroFirst.first = 0;
    backwards.first = 3;
    backwards.previous.bytes[0] = 1;
    tooMany.last = 257;
    newer.dictionary = 2;
    otherHeader.last = 3;
    followsNothing.previous.bytes[0] = 1;
    odd.paddedSize -= 1;
    longer.dictionary = 1;
    std::string flipped = wire;
    flipped[400] = flipped[400] == '0' ? '1' : '0';
    json file{{"signerSeed", toHex(author.signer().revealSeed())}, {"spaceKey", toHex(author.key().reveal())}};
    file["good"] = json::array();
    file["good"].push_back({{"wire", wire},
                            {"hash", toHex(segment.hash().view())},
                            {"space", toHex(header.space.view())},
                            {"device", toHex(header.log.device.view())},
                            {"incarnation", header.log.incarnation},
                            {"first", header.first},
                            {"last", header.last},
                            {"previous", toHex(header.previous.view())},
                            {"key", toHex(header.key.view())},
                            {"dictionary", header.dictionary},
                            {"paddedSize", header.paddedSize},
                            {"body", toHex(encodeBody(body))}});
    file["bad"] = {
        badWire("another version", "unknownVersion", "02" + wire.substr(2)),
        badWire("cut short", "truncated", wire.substr(0, wire.size() - 2)),
        badWire("a byte too many", "malformed", wire + "00"),
        badWire("a bit flipped", "notAuthentic", flipped),
        badWire("first is 0", "malformed", signedAnew(zeroFirst)),
        badWire("last before first", "malformed", signedAnew(backwards)),
        badWire("more than 256 change sets", "malformed", signedAnew(tooMany)),
        badWire("the first of its log with one before it", "malformed", signedAnew(followsNothing)),
        badWire("a padded size that no size is padded to", "malformed", signedAnew(odd).substr(0, wire.size() - 2))};
    const Bytes compressed = compress(encodeBody(body), *dictionary(1));
    Bytes trailing = compressed;
    trailing.push_back(0xff);
    file["badOpened"] = {
        badWire("sealed with another key", "wrongKey", wireOf(stranger.seal(stranger.body(1, 1)))),
        badWire("another header over the seal", "notAuthentic", signedAnew(otherHeader)),
        badWire("a dictionary of a newer version", "unknownDictionary", signedAnew(newer)),
        badWire("not a frame", "decompression", wireOf(author.sealBytes(author.header(1, 2), {1, 2, 3}))),
        badWire("a frame and more", "decompression", wireOf(author.sealBytes(author.header(1, 2), trailing))),
        badWire("fewer change sets than its header says", "body", wireOf(author.sealBytes(longer, compressed)))};
    return file;
}

} // namespace puente::test
