#pragma once

#include "sync/replica/work.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace puente {

/// The people who saved something, by number: so that a record's row need not repeat their names.
class PersonTable {
public:
    void load(Work& work);
    std::uint32_t obtain(Work& work, const std::string& name);
    std::optional<std::uint32_t> find(const std::string& name) const;
    const std::string& name(std::uint32_t number) const { return m_names.at(number); }

private:
    std::vector<std::string> m_names;
    std::unordered_map<std::string, std::uint32_t> m_numbers;
};

} // namespace puente
