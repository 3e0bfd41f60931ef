#pragma once

#include "client/cli/command.h"

namespace puente {

/// An option that takes a day, such as "--at 2026-12-01".
OptionSpec dayOption(std::string name, std::string help);
/// The day it was given; `otherwise` if it was not.
Outcome<Day> dayFrom(const Arguments& arguments, const std::string& option, Day otherwise);
/// A whole number from 0 that an option was given; `otherwise` if it was not.
Outcome<int> countFrom(const Arguments& arguments, const std::string& option, int otherwise);

} // namespace puente
