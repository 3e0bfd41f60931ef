#pragma once

#include "common/codec/reader.h"
#include "common/codec/writer.h"
#include "sync/membership/record.h"

namespace puente {

/// A record's act on the wire. Layout: docs/formats/membership.md.
void encodeAct(Writer& writer, const MembershipAct& act);
MembershipAct decodeAct(Reader& reader);

/// What can be said of a record without knowing any other: every act has its place, its author and its order.
bool isSoundByItself(const MembershipRecord::Content& content);

} // namespace puente
