#pragma once

#include "common/codec/reader.h"
#include "common/codec/writer.h"
#include "sync/membership/record.h"

namespace puente {

/// A record's act on the wire. Layout: docs/formats/membership.md.
void encodeAct(Writer& writer, const MembershipAct& act);
MembershipAct decodeAct(Reader& reader);

} // namespace puente
