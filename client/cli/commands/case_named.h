#pragma once

#include "client/cli/command.h"
#include "client/core/cases.h"

namespace puente {

/// The cases of the space that --space names.
Outcome<Cases> casesOf(Invocation& invocation);

/// Those, and the one that CODE names.
struct NamedCase {
    Cases cases;
    Dot record;
};
Outcome<NamedCase> caseNamed(Invocation& invocation);

/// What CODE is, in a command's description.
PositionalSpec caseCode();

} // namespace puente
