#pragma once

#include "sync/replica/replica.h"
#include "sync/session/frame.h"
#include "sync/session/output_buffer.h"

#include <deque>
#include <variant>

namespace puente {

/// What the asking side has to say in one turn. Segments are read from the replica only as they are taken.
class Flight {
public:
    void add(const Frame& frame) { m_items.push_back(encodeFrame(frame)); }
    /// Something that the other side may refuse.
    void push(const Frame& frame) {
        ++m_pushes;
        add(frame);
    }
    /// The segments of `log` after one sequence and up to another.
    void addSegments(const SpaceId& space, const LogId& log, std::uint32_t after, std::uint64_t upTo) {
        m_items.push_back(Run{space, log, after, upTo});
    }

    struct Counts {
        std::uint64_t segments = 0, changeSets = 0;
    };
    /// Adds to `output` until it has a slice or nothing is left.
    Result<Done, ReplicaFault> produce(const Replica& replica, OutputBuffer& output);
    bool isTaken() const { return m_items.empty(); }
    const Counts& counts() const { return m_counts; }
    std::uint64_t pushes() const { return m_pushes + m_counts.segments; }

private:
    struct Run {
        SpaceId space;
        LogId log;
        std::uint32_t after = 0;
        std::uint64_t upTo = 0;
    };

    /// False when the run is over.
    Result<bool, ReplicaFault> advance(const Replica& replica, Run& run, OutputBuffer& output);

    std::deque<std::variant<Bytes, Run>> m_items;
    Counts m_counts;
    std::uint64_t m_pushes = 0;
};

} // namespace puente
