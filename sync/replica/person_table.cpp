#include "sync/replica/person_table.h"

namespace puente {

void PersonTable::load(Work& work) {
    *this = {};
    Statement& rows = work.prepare("SELECT number, name FROM person ORDER BY number");
    while (work.step(rows)) {
        const auto number = static_cast<std::uint32_t>(rows.integer(0));
        if (number != m_names.size()) return work.damaged();
        m_names.emplace_back(rows.text(1));
        m_numbers.emplace(m_names.back(), number);
    }
}

std::optional<std::uint32_t> PersonTable::find(const std::string& name) const {
    const auto found = m_numbers.find(name);
    if (found == m_numbers.end()) return std::nullopt;
    return found->second;
}

std::uint32_t PersonTable::obtain(Work& work, const std::string& name) {
    const auto number = static_cast<std::uint32_t>(m_names.size());
    const auto [known, isNew] = m_numbers.try_emplace(name, number);
    if (!isNew) return known->second;
    m_names.push_back(name);
    work.run(work.prepare("INSERT INTO person(number, name) VALUES(?, ?)").bind(1, std::int64_t{number}).bind(2, name));
    return number;
}

} // namespace puente
