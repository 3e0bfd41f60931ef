#include "client/domain/follow_up/line_diff.h"

#include <algorithm>
#include <span>

namespace puente {

namespace {

constexpr std::size_t kCellsMax = 4'000'000; // 16 MB for as long as it takes

using Lines = std::span<const std::string_view>;

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// For each pair of positions, how many lines the rests have in common.
class Common {
public:
    Common(Lines before, Lines after) : m_width(after.size() + 1), m_cells((before.size() + 1) * m_width) {
        for (std::size_t i = before.size(); i-- > 0;)
            for (std::size_t j = after.size(); j-- > 0;)
                cell(i, j) = before[i] == after[j] ? cell(i + 1, j + 1) + 1 : std::max(cell(i + 1, j), cell(i, j + 1));
    }
    std::uint32_t& cell(std::size_t i, std::size_t j) { return m_cells[i * m_width + j]; }

private:
    std::size_t m_width;
    std::vector<std::uint32_t> m_cells;
};

} // namespace

std::vector<LineChange> diffLines(std::string_view before, std::string_view after) {
    const std::vector<std::string_view> allBefore = linesOf(before), allAfter = linesOf(after);
    Lines a(allBefore), b(allAfter);
    while (!a.empty() && !b.empty() && a.front() == b.front())
        a = a.subspan(1), b = b.subspan(1);
    while (!a.empty() && !b.empty() && a.back() == b.back())
        a = a.first(a.size() - 1), b = b.first(b.size() - 1);

    std::vector<LineChange> changes;
    const auto note = [&](LineChange::Kind kind, std::string_view line) {
        changes.push_back({kind, std::string(line)});
    };
    std::size_t i = 0, j = 0;
    if ((a.size() + 1) * (b.size() + 1) <= kCellsMax) {
        Common common(a, b);
        while (i < a.size() && j < b.size()) {
            if (a[i] == b[j])
                ++i, ++j;
            else if (common.cell(i + 1, j) >= common.cell(i, j + 1))
                note(LineChange::Kind::Removed, a[i++]);
            else
                note(LineChange::Kind::Added, b[j++]);
        }
    }
    while (i < a.size())
        note(LineChange::Kind::Removed, a[i++]);
    while (j < b.size())
        note(LineChange::Kind::Added, b[j++]);
    return changes;
}

} // namespace puente
