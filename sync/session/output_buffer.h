#pragma once

#include "common/base/bytes.h"

#include <algorithm>

namespace puente {

/// What one side has ready to send, taken in slices that leave the owner room for back-pressure.
///
/// A slice is small enough to cross a line of 20 kbit/s within SessionLimits::silenceMax.
class OutputBuffer {
public:
    static constexpr std::size_t kSliceSize = 64 * 1024;

    void add(ByteView bytes) { append(m_bytes, bytes); }

    Bytes take() {
        const ByteView slice = ByteView(m_bytes).subspan(m_taken, std::min(size(), kSliceSize));
        Bytes taken(slice.begin(), slice.end());
        m_taken += taken.size();
        if (m_taken * 2 >= m_bytes.size()) { // so that a long answer is never all in memory
            m_bytes.erase(m_bytes.begin(), m_bytes.begin() + static_cast<std::ptrdiff_t>(m_taken));
            m_taken = 0;
        }
        return taken;
    }
    std::size_t size() const { return m_bytes.size() - m_taken; }
    /// What is really held: at most twice what waits to be taken.
    std::size_t heldSize() const { return m_bytes.size(); }
    bool empty() const { return size() == 0; }
    bool hasSlice() const { return size() >= kSliceSize; }

private:
    Bytes m_bytes;
    std::size_t m_taken = 0;
};

} // namespace puente
