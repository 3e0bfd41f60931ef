#pragma once

#include <cstddef>
#include <string_view>

namespace puente {

/// How much two texts have in common, counted in words: upper case, accents and words that say nothing ("de", "the")
/// do not count. It knows nothing of what they mean.
struct Likeness {
    std::size_t shared = 0; ///< words that stand in both
    std::size_t all = 0;    ///< words that stand in either
    int percent() const { return all == 0 ? 0 : static_cast<int>(shared * 100 / all); }
};

Likeness likenessOf(std::string_view one, std::string_view other);

/// From this on two titles are worth being shown side by side.
inline constexpr int kLikenessWorthSaying = 30;

} // namespace puente
