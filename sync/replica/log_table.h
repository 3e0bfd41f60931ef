#pragma once

#include "sync/replica/work.h"

#include <map>
#include <vector>

namespace puente {

/// The logs that this replica knows of, each with a small number of its own: what dots are made of here.
class LogTable {
public:
    void load(Work& work);

    /// By number, for displayed() and for naming authors.
    const std::vector<LogId>& ids() const { return m_ids; }
    std::uint32_t spaceOf(std::uint32_t log) const { return m_spaces.at(log); }
    const Height& height(std::uint32_t log) const { return m_heights.at(log); }

    std::optional<std::uint32_t> find(std::uint32_t space, const LogId& id) const;
    /// The log's number, a new one if need be; nothing when the replica has too many.
    std::optional<std::uint32_t> obtain(Work& work, std::uint32_t space, const LogId& id);
    /// True when each of these may have a number, those that have none yet included.
    bool hasRoomFor(std::uint32_t space, const std::vector<LogId>& ids) const;
    /// The numbers of a space's logs, in the order of their ids: the same everywhere.
    std::vector<std::uint32_t> ofSpace(std::uint32_t space) const;

    /// The replica's numbers of a body's logs, all of which must be known here; nothing if one is not.
    std::optional<std::vector<std::uint32_t>> numbersOf(std::uint32_t space, const std::vector<LogId>& ids) const;
    /// In memory only: while the caches are made again.
    void setHeight(std::uint32_t log, const Height& height) { m_heights.at(log) = height; }
    void advance(Work& work, std::uint32_t log, const Height& height);
    /// The hash of the accepted segment that ends with this change set; nothing if none ends there.
    std::optional<Hash> segmentHash(Work& work, std::uint32_t log, std::uint64_t last) const;

private:
    std::vector<LogId> m_ids;
    std::vector<std::uint32_t> m_spaces;
    std::vector<Height> m_heights;
    std::map<std::pair<std::uint32_t, LogId>, std::uint32_t> m_numbers; // by space and id
};

/// One space may name no more logs: it must not use up the numbers of the others.
inline constexpr std::uint32_t kSpaceLogCountMax = 4096;

} // namespace puente
