#pragma once

#include "tests/support/crash_vfs.h"

#include <functional>

namespace puente::test {

/// What a program did to its disk, and when it acknowledged what.
struct Recording {
    DiskImage start;
    std::vector<DiskEvent> events;
    std::vector<std::size_t> acknowledged = {}; ///< after how many events each step was
};

/// Cuts the power at points spread evenly over a recording, in every style by turns, `states` times in all. Calls with
/// what is left of the disk and with how many steps had been acknowledged by then.
inline void sweepCuts(const Recording& recording, std::size_t states, Prng& prng,
                      const std::function<void(const DiskImage&, std::size_t)>& check) {
    DiskModel disk(recording.start);
    const std::size_t points = recording.events.size() + 1;
    std::size_t acknowledged = 0;
    std::size_t done = 0;
    for (std::size_t point = 0; point < points; ++point) {
        if (point > 0) disk.apply(recording.events[point - 1]);
        while (acknowledged < recording.acknowledged.size() && recording.acknowledged[acknowledged] <= point)
            ++acknowledged;
        const std::size_t due = states * (point + 1) / points;
        for (; done < due; ++done)
            check(disk.afterPowerCut(kCutStyles[done % std::size(kCutStyles)], prng), acknowledged);
    }
}

} // namespace puente::test
