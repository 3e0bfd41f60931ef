#pragma once

#include "sync/membership/record.h"

namespace puente {

/// What can be said of a record without knowing any other: every act has its place, its author and its order.
bool isSoundByItself(const MembershipRecord::Content& content);

} // namespace puente
