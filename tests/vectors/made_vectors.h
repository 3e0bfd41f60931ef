#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace puente::test {

// Files of this folder as the program makes them today, always the same. made_vectors_test holds them against those
// that are there; other files are made and held by the tests of their formats.

nlohmann::json encodingVectors();
nlohmann::json paddingVectors();
nlohmann::json keyringVectors();
nlohmann::json changeSetVectors();
nlohmann::json segmentVectors();
/// The same for one version of SQLite, whose number stands in the database: sqliteVersionIn().
nlohmann::json atRestVectors();
int sqliteVersionIn(const nlohmann::json& atRest);

inline std::string repeated(const std::string& digits, int times) {
    std::string all;
    for (; times > 0; --times)
        all += digits;
    return all;
}

/// A wire that must be refused, and the fault that says so.
inline nlohmann::json badWire(const std::string& what, const std::string& fault, const std::string& wire) {
    return {{"what", what}, {"fault", fault}, {"wire", wire}};
}

} // namespace puente::test
