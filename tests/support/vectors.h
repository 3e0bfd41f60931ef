#pragma once

#include <nlohmann/json.hpp>

#include <fstream>
#include <string>

namespace puente::test {

/// A file of tests/vectors, which the format pages cite.
inline nlohmann::json readVectors(const std::string& name) {
    return nlohmann::json::parse(std::ifstream(std::string(PUENTE_TEST_VECTORS "/") + name));
}

} // namespace puente::test
