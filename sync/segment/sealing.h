#pragma once

#include "common/crypto/space_key.h"
#include "sync/segment/body.h"
#include "sync/segment/segment.h"

namespace puente {

/// Compresses, pads, seals and signs a body. `previous` is the head of the author's log so far.
Segment sealSegment(const SpaceId& space, const SegmentBody& body, const Hash& previous, const SpaceKey& key,
                    const SigningKey& signer, Entropy& entropy);

enum class OpenFault {
    WrongKey,          ///< the header names another key
    NotAuthentic,      ///< a byte of header or body is not what was sealed
    UnknownDictionary, ///< made by a newer version
    BadPadding,
    Decompression, ///< malformed, or beyond a bound
    Body,          ///< not an encoding of change sets, or not of the header's
};

/// What sealSegment() was given.
Result<SegmentBody, OpenFault> openSegment(const Segment& segment, const SpaceKey& key);

} // namespace puente
