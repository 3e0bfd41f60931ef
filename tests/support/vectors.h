#pragma once

#include "tests/support/paths.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <map>
#include <string>

namespace puente::test {

/// A file of tests/vectors, which the format pages cite. It stays for the program's life, so that
/// `for (auto& v : readVectors("x.json")["bad"])` walks something that is still there.
inline const nlohmann::json& readVectors(const std::string& name) {
    static std::map<std::string, nlohmann::json> files;
    const auto [file, isNew] = files.try_emplace(name);
    if (isNew)
        file->second = nlohmann::json::parse(std::ifstream(vectorPath(QString::fromStdString(name)).toStdString()));
    return file->second;
}

} // namespace puente::test
