#include "tests/bench/report.h"

#include <nlohmann/json.hpp>

#include <cstdio>

#include <sys/resource.h>

namespace puente::bench {

void report(const std::string& row, double value, const std::string& unit) {
    std::puts(nlohmann::json{{"row", row}, {"value", value}, {"unit", unit}}.dump().c_str());
    std::fflush(stdout);
}

double secondsOf(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double peakMemory() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

} // namespace puente::bench
