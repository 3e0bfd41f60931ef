#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace puente::bench {

/// Prints one figure as a JSON line for run.py: {"row", "value", "unit"}.
void report(const std::string& row, double value, const std::string& unit);

/// Wall seconds that something took.
double secondsOf(const std::function<void()>& work);

/// The peak resident memory of this process, in MiB.
double peakMemory();

} // namespace puente::bench
