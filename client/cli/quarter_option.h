#pragma once

#include "client/cli/command.h"
#include "client/domain/calendar.h"

namespace puente {

/// "--quarter 2026-Q3".
OptionSpec quarterOption(std::string help, bool required = false);
/// The quarter it was given; `otherwise` if it was not.
Outcome<Quarter> quarterFrom(const Arguments& arguments, const Quarter& otherwise);

/// "2026-T3" for people who read Spanish, "2026-Q3" for the others.
std::string quarterText(const Quarter& quarter);

} // namespace puente
