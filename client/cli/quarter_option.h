#pragma once

#include "client/cli/command.h"
#include "client/core/due.h"
#include "client/domain/calendar.h"

namespace puente {

/// "--quarter 2026-Q3".
OptionSpec quarterOption(std::string help, bool required = false);
/// The quarter it was given; `otherwise` if it was not.
Outcome<Quarter> quarterFrom(const Arguments& arguments, const Quarter& otherwise);

} // namespace puente
