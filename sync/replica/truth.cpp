#include "sync/replica/truth.h"

#include <algorithm>
#include <array>

namespace puente {

namespace {
/// Those that rebuildCaches() empties.
constexpr std::array<std::string_view, 5> kCaches{"record", "seen", "waiting", "retiring", "index_queue"};
} // namespace

CopiedPart truthIn(std::string_view table) {
    return std::ranges::find(kCaches, table) != kCaches.end() ? CopiedPart::Table : CopiedPart::Rows;
}

} // namespace puente
