#include "sync/session/flight.h"

namespace puente {

namespace {

constexpr std::size_t kReadSize = 128 * 1024;

} // namespace

Result<Done, ReplicaFault> Flight::produce(const Replica& replica, OutputBuffer& output) {
    while (!output.hasSlice() && !m_items.empty()) {
        if (const auto* frame = std::get_if<Bytes>(&m_items.front())) {
            output.add(*frame);
            m_items.pop_front();
            continue;
        }
        const auto goesOn = advance(replica, std::get<Run>(m_items.front()), output);
        if (!goesOn) return Failure{goesOn.fault()};
        if (!*goesOn) m_items.pop_front();
    }
    return Done{};
}

Result<bool, ReplicaFault> Flight::advance(const Replica& replica, Run& run, OutputBuffer& output) {
    const auto segments = replica.segmentsAfter(run.space, run.log, run.after, kReadSize);
    if (!segments) return Failure{segments.fault()};
    if (segments->empty()) return false;
    for (const Segment& segment : *segments) {
        const SegmentHeader& header = segment.header();
        if (header.last > run.upTo) return false; // sealed since the flight was planned
        const ByteView wire = segment.wire();
        output.add(encodeFrame(PushFrame{EntryKind::Segment, run.space, {wire.begin(), wire.end()}}));
        ++m_counts.segments;
        m_counts.changeSets += header.last - header.first + 1;
        run.after = header.last;
    }
    return run.after < run.upTo;
}

} // namespace puente
