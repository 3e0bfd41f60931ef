#pragma once

#include "client/core/kit_text.h"
#include "client/core/notice.h"

namespace puente {

/// The recovery kit that stands in a file as words or as a line; "-" is the standard input.
Outcome<OrganizationRoot> kitFromFile(const std::string& path);
/// One trustee's share, likewise.
Outcome<Share> shareFromFile(const std::string& path);
/// The root that the shares in these files give.
Outcome<OrganizationRoot> rootFromShares(const std::vector<std::string>& paths);

} // namespace puente
