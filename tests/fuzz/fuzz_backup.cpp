#include "client/core/backup_format.h"
#include "common/base/expects.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

/// A backup that somebody may have made up: its parts never exceed what they say, and no reading in other pieces makes
/// another file of it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace puente;
    const auto readInPieces = [&](std::size_t piece) {
        std::uint64_t promised = 0, taken = 0;
        std::uint8_t last = 0;
        BackupReader reader({.begin =
                                 [&](BackupPart part, std::uint64_t partSize) {
                                     expects(static_cast<std::uint8_t>(part) > last && taken == promised);
                                     last = static_cast<std::uint8_t>(part);
                                     promised = partSize;
                                     taken = 0;
                                     return true;
                                 },
                             .bytes =
                                 [&](ByteView bytes) {
                                     taken += bytes.size();
                                     expects(!bytes.empty() && taken <= promised);
                                     return true;
                                 }});
        ByteView rest(data, size);
        while (!rest.empty()) {
            const ByteView next = rest.first(std::min(piece, rest.size()));
            if (!reader.add(next)) return std::uint64_t{0};
            rest = rest.subspan(next.size());
        }
        (void)reader.end();
        return promised * 256 + last;
    };
    expects(readInPieces(1) == readInPieces(4096));
    return 0;
}
