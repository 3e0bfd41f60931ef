#include "client/core/file_pieces.h"

#include "client/core/replica_notice.h"

namespace puente {

namespace {

constexpr std::size_t kPieceSize = std::size_t{256} * 1024;

} // namespace

Outcome<Done> readPieces(platform::InputFile& file, const std::string& path, const PieceSink& sink) {
    while (true) {
        const auto piece = file.next(kPieceSize);
        if (!piece) return Failure{noticeOf(piece.fault(), path)};
        if (piece->empty()) return Done{};
        if (auto taken = sink(*piece); !taken) return taken;
    }
}

} // namespace puente
