#include "sync/segment/dictionary.h"

namespace puente {

namespace {

// A segment is sealed once and carried for ever: docs/decisions/0012-compression.md has what each level costs.
constexpr int kCompressionLevel = 19;

} // namespace

const CompressionDictionary* dictionary(std::uint8_t number) {
    // Made when first asked for, so that a server, which never opens a segment, holds none.
    if (number == 0) {
        static const CompressionDictionary empty({}, kCompressionLevel);
        return &empty;
    }
    if (number == 1) {
        static const CompressionDictionary first(firstDictionaryBytes(), kCompressionLevel);
        return &first;
    }
    return nullptr;
}

} // namespace puente
