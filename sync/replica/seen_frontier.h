#pragma once

#include "sync/replica/log_table.h"

#include <unordered_map>
#include <vector>

namespace puente {

/// What authors have declared as seen, and so what they may retire.
///
/// An author's entries are numbered along its log; a change set had seen all below its limit. A retirement counts once
/// an entry below the limit is confirmed that reaches its dot: the accepted segment which ends at the entry's height
/// has the entry's hash. Until then it waits; when nothing can confirm it any more it is ignored. So it depends on
/// nothing but the set of accepted segments. docs/decisions/0020 says why.
class SeenFrontier {
public:
    struct Verdict {
        enum class Kind { Counts, Waits, Ignored };
        Kind kind = Kind::Ignored;
        std::uint32_t until = 0; ///< for Waits: the height of the dot's log at which to ask again
    };

    /// Forgets what was loaded: after a rolled back transaction.
    void clear() { m_authors.clear(); }

    /// How many entries the author has declared so far: the next one's number.
    std::uint32_t count(Work& work, std::uint32_t author);
    /// The last height of a log that the author declared; zeros when it declared none.
    Height declared(Work& work, std::uint32_t author, std::uint32_t of);
    void add(Work& work, std::uint32_t author, std::uint32_t of, const Height& height);

    /// May the change set `by`, which had seen the entries below `limit`, retire this dot?
    Verdict judge(Work& work, const LogTable& logs, const Dot& by, std::uint32_t limit, const Dot& retired);

private:
    struct Entry {
        std::uint32_t sequence = 0;
        std::uint32_t ordinal = 0;
        Hash head;
        std::size_t confirmed = 0; // one more than the place of the last confirmed entry up to this one; 0 for none
    };
    /// What one author declared of one log: heights and ordinals both grow, entries that go back are left out.
    struct Track {
        std::vector<Entry> entries;
        std::size_t decided = 0; // the first so many are confirmed or never will be
    };
    struct Author {
        std::uint32_t count = 0;
        std::unordered_map<std::uint32_t, Track> tracks; // by log
    };

    Author& load(Work& work, std::uint32_t author);
    static void append(Author& author, std::uint32_t of, const Height& height);
    static void decide(Work& work, const LogTable& logs, std::uint32_t of, Track& track);

    std::unordered_map<std::uint32_t, Author> m_authors;
};

} // namespace puente
