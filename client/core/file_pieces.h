#pragma once

#include "client/core/notice.h"
#include "client/core/platform/files.h"

#include <functional>
#include <string>

namespace puente {

/// Takes a content that comes piece by piece; a fault ends it.
using PieceSink = std::function<Outcome<Done>(ByteView)>;

/// Gives `sink` what is left of a file, piece by piece. `path` is for what people are told.
Outcome<Done> readPieces(platform::InputFile& file, const std::string& path, const PieceSink& sink);

} // namespace puente
