#pragma once

#include "sync/session/frame.h"

#include <map>

namespace puente {

/// What one conversation did not take: how much for each reason, and in which space first.
class RefusalTally {
public:
    struct Item {
        std::uint64_t count = 0;
        SpaceId firstSpace; ///< zero where none was named
    };

    void add(const SpaceId& space, Refusal reason) { ++itemOf(space, reason).count; }
    void add(const RefusalTally& other) {
        for (const auto& [reason, item] : other.m_items)
            itemOf(item.firstSpace, reason).count += item.count;
    }
    const std::map<Refusal, Item>& items() const { return m_items; }

private:
    Item& itemOf(const SpaceId& space, Refusal reason) {
        return m_items.try_emplace(reason, Item{0, space}).first->second;
    }

    std::map<Refusal, Item> m_items;
};

} // namespace puente
