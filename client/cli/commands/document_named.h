#pragma once

#include "client/cli/command.h"
#include "client/core/documents.h"

namespace puente {

/// The documents of the space that a command is about.
Outcome<Documents> documentsOf(Invocation& invocation);

/// Those that ID… names, or --meeting, or --all; all of them for none of these if `allUnlessSaid`.
Outcome<std::vector<KnownDocument>> documentsNamed(Invocation& invocation, const Documents& documents,
                                                   bool allUnlessSaid);

/// Bytes: "5", "5MB", "5 MB" or "5-MB", from 1 MB to so many.
Outcome<std::uint64_t> sizeFrom(const std::string& text, std::uint64_t megabytesMax);

PositionalSpec documentId();
PositionalSpec documentIds();
OptionSpec meetingOption();

} // namespace puente
