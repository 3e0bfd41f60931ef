#pragma once

#include "common/base/bytes.h"

#include <cstring>
#include <fstream>
#include <string>

namespace puente::test {

/// Bytes to look for, kept so that looking finds none of our own.
class Hidden {
public:
    explicit Hidden(ByteView bytes) : m_inverted(bytes.begin(), bytes.end()) {
        for (std::uint8_t& byte : m_inverted)
            byte = static_cast<std::uint8_t>(~byte);
    }
    std::size_t size() const { return m_inverted.size(); }
    std::uint8_t at(std::size_t place) const { return static_cast<std::uint8_t>(~m_inverted[place]); }
    bool isAt(const std::uint8_t* memory) const {
        for (std::size_t i = 0; i < m_inverted.size(); ++i)
            if (memory[i] != at(i)) return false;
        return true;
    }

private:
    Bytes m_inverted;
};

/// In how many places of this process's writable memory the bytes are: heap, stacks, what is locked. Linux only.
inline std::size_t placesInMemory(const Hidden& wanted) {
    std::ifstream maps("/proc/self/maps");
    std::size_t places = 0;
    for (std::string line; std::getline(maps, line);) {
        const std::size_t dash = line.find('-'), space = line.find(' ');
        if (line.compare(space + 1, 2, "rw") != 0) continue;
        // Read where it stands: a copy of it would be found as well.
        const auto* at = reinterpret_cast<const std::uint8_t*>(std::stoull(line, nullptr, 16));
        const auto* const end = reinterpret_cast<const std::uint8_t*>(std::stoull(line.substr(dash + 1), nullptr, 16));
        while ((at = static_cast<const std::uint8_t*>(std::memchr(at, wanted.at(0), std::size_t(end - at)))) !=
               nullptr) {
            if (std::size_t(end - at) < wanted.size()) break;
            places += wanted.isAt(at++);
        }
    }
    return places;
}

} // namespace puente::test
