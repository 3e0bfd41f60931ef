#include "sync/replica/log_table.h"

#include <algorithm>

#include <limits>

namespace puente {

void LogTable::load(Work& work) {
    *this = {};
    Statement& rows = work.prepare("SELECT number, space, device, incarnation, height, head FROM log ORDER BY number");
    while (work.step(rows)) {
        const auto device = DeviceId::from(rows.blob(2));
        const auto head = Hash::from(rows.blob(5));
        const auto number = static_cast<std::uint32_t>(rows.integer(0));
        if (!device || !head || number != m_ids.size()) return work.damaged();
        const LogId id{.device = *device, .incarnation = static_cast<std::uint32_t>(rows.integer(3))};
        const auto space = static_cast<std::uint32_t>(rows.integer(1));
        m_ids.push_back(id);
        m_spaces.push_back(space);
        m_heights.push_back({.sequence = static_cast<std::uint64_t>(rows.integer(4)), .head = *head});
        m_numbers.emplace(std::pair(space, id), number);
    }
}

std::optional<std::uint32_t> LogTable::find(std::uint32_t space, const LogId& id) const {
    const auto found = m_numbers.find({space, id});
    if (found == m_numbers.end()) return std::nullopt;
    return found->second;
}

bool LogTable::hasRoomFor(std::uint32_t space, const std::vector<LogId>& ids) const {
    const auto isNew = [&](const LogId& id) { return !find(space, id); };
    const auto added = static_cast<std::size_t>(std::count_if(ids.begin(), ids.end(), isNew));
    return added == 0 || (m_ids.size() + added <= kLogCountMax && ofSpace(space).size() + added <= kSpaceLogCountMax);
}

std::optional<std::uint32_t> LogTable::obtain(Work& work, std::uint32_t space, const LogId& id) {
    if (const auto known = find(space, id)) return known;
    if (m_ids.size() >= kLogCountMax || ofSpace(space).size() >= kSpaceLogCountMax) return std::nullopt;
    const auto number = static_cast<std::uint32_t>(m_ids.size());
    work.run(work.prepare("INSERT INTO log(number, space, device, incarnation, head) VALUES(?, ?, ?, ?, ?)")
                 .bind(1, std::int64_t{number})
                 .bind(2, std::int64_t{space})
                 .bind(3, id.device.view())
                 .bind(4, std::int64_t{id.incarnation})
                 .bind(5, Hash{}.view()));
    m_ids.push_back(id);
    m_spaces.push_back(space);
    m_heights.emplace_back();
    m_numbers.emplace(std::pair(space, id), number);
    return number;
}

std::optional<std::vector<std::uint32_t>> LogTable::numbersOf(std::uint32_t space,
                                                              const std::vector<LogId>& ids) const {
    std::vector<std::uint32_t> numbers;
    for (const LogId& id : ids) {
        const auto number = find(space, id);
        if (!number) return std::nullopt;
        numbers.push_back(*number);
    }
    return numbers;
}

std::vector<std::uint32_t> LogTable::ofSpace(std::uint32_t space) const {
    std::vector<std::uint32_t> numbers;
    for (auto log = m_numbers.lower_bound({space, {.device = {}, .incarnation = 0}});
         log != m_numbers.end() && log->first.first == space; ++log)
        numbers.push_back(log->second);
    return numbers;
}

void LogTable::advance(Work& work, std::uint32_t log, const Height& height) {
    // What was waiting to be sealed is in the segment that ends there.
    work.run(work.prepare("UPDATE log SET height = ?, head = ?, written = 0 WHERE number = ?")
                 .bind(1, static_cast<std::int64_t>(height.sequence))
                 .bind(2, height.head.view())
                 .bind(3, std::int64_t{log}));
    m_heights.at(log) = height;
}

std::optional<Hash> LogTable::segmentHash(Work& work, std::uint32_t log, std::uint64_t last) const {
    if (m_heights.at(log).sequence == last) return m_heights.at(log).head;
    Statement& row = work.prepare("SELECT hash FROM segment WHERE log = ? AND last = ?");
    row.bind(1, std::int64_t{log}).bind(2, static_cast<std::int64_t>(last));
    if (!work.step(row)) return std::nullopt;
    return Hash::from(row.blob(0));
}

} // namespace puente
