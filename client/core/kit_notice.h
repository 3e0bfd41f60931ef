#pragma once

#include "client/core/kit_text.h"
#include "client/core/notice.h"

namespace puente {

/// What a person is told about a kit or a share that was not understood.
Notice kitNotice(const KitFault& fault);
Notice shareNotice(const KitFault& fault);

/// What a person is told when shares do not give the root.
Notice combineNotice(CombineFault fault);

} // namespace puente
