#include "sync/segment/sealing.h"

#include "common/crypto/padding.h"
#include "sync/segment/dictionary.h"

namespace puente {

Segment sealSegment(const SpaceId& space, const SegmentBody& body, const Hash& previous, const SpaceKey& key,
                    const SigningKey& signer, Entropy& entropy) {
    const Bytes padded = pad(compress(encodeBody(body), *dictionary(kCurrentDictionary)));
    const LogId& author = body.logs.front();
    const SegmentHeader header{
        .space = space,
        .log = author,
        .first = body.changeSets.front().sequence,
        .last = body.changeSets.back().sequence,
        .previous = previous,
        .key = key.idFor(space, author.device.view()),
        .dictionary = kCurrentDictionary,
        .paddedSize = static_cast<std::uint32_t>(padded.size()),
    };
    return Segment::sign(header, key.seal(Purpose::Segment, padded, encodeHeader(header), entropy), signer);
}

Result<SegmentBody, OpenFault> openSegment(const Segment& segment, const SpaceKey& key) {
    const SegmentHeader& header = segment.header();
    if (header.key != key.idFor(header.space, header.log.device.view())) return Failure{OpenFault::WrongKey};
    const CompressionDictionary* words = dictionary(header.dictionary);
    if (words == nullptr) return Failure{OpenFault::UnknownDictionary};
    const auto padded = key.open(Purpose::Segment, segment.sealed(), segment.headerBytes());
    if (!padded) return Failure{OpenFault::NotAuthentic};
    const auto compressed = unpad(*padded);
    if (!compressed) return Failure{OpenFault::BadPadding};
    const auto plain = decompress(*compressed, *words);
    if (!plain) return Failure{OpenFault::Decompression};
    auto body = decodeBody(*plain, header.log, header.first);
    if (!body || body->changeSets.back().sequence != header.last) return Failure{OpenFault::Body};
    return std::move(*body);
}

} // namespace puente
