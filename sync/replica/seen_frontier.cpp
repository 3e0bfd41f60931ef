#include "sync/replica/seen_frontier.h"

#include <algorithm>

namespace puente {

void SeenFrontier::append(Author& author, std::uint32_t of, const Height& height) {
    const std::uint32_t ordinal = author.count++;
    std::vector<Entry>& entries = author.tracks[of].entries;
    if (height.sequence == 0 || (!entries.empty() && height.sequence <= entries.back().sequence)) return;
    entries.push_back(
        {.sequence = static_cast<std::uint32_t>(height.sequence), .ordinal = ordinal, .head = height.head});
}

SeenFrontier::Author& SeenFrontier::load(Work& work, std::uint32_t author) {
    const auto [place, isNew] = m_authors.try_emplace(author);
    if (!isNew) return place->second;
    Statement& rows = work.prepare("SELECT of_log, sequence, head FROM seen WHERE log = ? ORDER BY ordinal");
    rows.bind(1, std::int64_t{author});
    while (work.step(rows)) {
        const Height height{.sequence = static_cast<std::uint64_t>(rows.integer(1)),
                            .head = Hash::from(rows.blob(2)).value_or(Hash{})};
        append(place->second, static_cast<std::uint32_t>(rows.integer(0)), height);
    }
    return place->second;
}

std::uint32_t SeenFrontier::count(Work& work, std::uint32_t author) {
    return load(work, author).count;
}

Height SeenFrontier::declared(Work& work, std::uint32_t author, std::uint32_t of) {
    const Author& known = load(work, author);
    const auto track = known.tracks.find(of);
    if (track == known.tracks.end() || track->second.entries.empty()) return {};
    const Entry& last = track->second.entries.back();
    return {.sequence = last.sequence, .head = last.head};
}

void SeenFrontier::add(Work& work, std::uint32_t author, std::uint32_t of, const Height& height) {
    Author& known = load(work, author);
    work.run(work.prepare("INSERT INTO seen(log, ordinal, of_log, sequence, head) VALUES(?, ?, ?, ?, ?)")
                 .bind(1, std::int64_t{author})
                 .bind(2, std::int64_t{known.count})
                 .bind(3, std::int64_t{of})
                 .bind(4, static_cast<std::int64_t>(height.sequence))
                 .bind(5, height.head.view()));
    append(known, of, height);
}

/// Settles the entries that the log has reached: each for good.
void SeenFrontier::decide(Work& work, const LogTable& logs, std::uint32_t of, Track& track) {
    const std::uint64_t height = logs.height(of).sequence;
    for (; track.decided < track.entries.size(); ++track.decided) {
        Entry& entry = track.entries[track.decided];
        if (entry.sequence > height) return;
        entry.confirmed = track.decided == 0 ? 0 : track.entries[track.decided - 1].confirmed;
        if (logs.segmentHash(work, of, entry.sequence) == entry.head) entry.confirmed = track.decided + 1;
    }
}

SeenFrontier::Verdict SeenFrontier::judge(Work& work, const LogTable& logs, const Dot& by, std::uint32_t limit,
                                          const Dot& retired) {
    using Kind = Verdict::Kind;
    if (retired.log == by.log) return {retired < by ? Kind::Counts : Kind::Ignored};
    Author& author = load(work, by.log);
    const auto found = author.tracks.find(retired.log);
    if (found == author.tracks.end()) return {Kind::Ignored};
    Track& track = found->second;
    decide(work, logs, retired.log, track);
    // Of the entries that reach the dot, [first, end) were seen by then: both heights and ordinals ascend.
    const auto& entries = track.entries;
    const auto reaching =
        std::lower_bound(entries.begin(), entries.end(), retired.sequence,
                         [](const Entry& entry, std::uint32_t sequence) { return entry.sequence < sequence; });
    const auto beyond =
        std::lower_bound(entries.begin(), entries.end(), limit,
                         [](const Entry& entry, std::uint32_t ordinal) { return entry.ordinal < ordinal; });
    const auto first = static_cast<std::size_t>(reaching - entries.begin());
    const auto end = static_cast<std::size_t>(beyond - entries.begin());
    if (first >= end) return {Kind::Ignored};
    const std::size_t settled = std::min(end, track.decided);
    if (settled > first && entries[settled - 1].confirmed > first) return {Kind::Counts};
    if (settled == end) return {Kind::Ignored};
    return {Kind::Waits, entries[std::max(first, settled)].sequence};
}

} // namespace puente
