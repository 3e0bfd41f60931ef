#include "sync/segment/dictionary.h"

namespace puente {

std::optional<ByteView> dictionary(std::uint8_t number) {
    if (number == 0) return ByteView{};
    return std::nullopt;
}

} // namespace puente
