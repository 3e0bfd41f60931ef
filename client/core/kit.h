#pragma once

#include "client/core/kit_page.h"
#include "client/core/workspace.h"

namespace puente {

/// What a kit of this office says beside its secret.
KitDetails kitDetailsOf(const Workspace& workspace);

/// Writes the kit of this office as a page and gives its words. Refused once the root is not here any more.
Outcome<std::vector<std::string>> printKit(const Workspace& workspace, const std::string& path);

/// Whether what somebody read back from paper is this office's kit.
Outcome<Done> checkKit(const Workspace& workspace, const OrganizationRoot& kit);

/// Splits the root among trustees: for each a page and the same as a line of text, never over a file; the pages' paths.
/// With a kit that was read its root is taken, else the one that is kept here.
Outcome<std::vector<std::string>> printShares(Workspace& workspace, const OrganizationRoot* kit,
                                              const ShareCounts& counts, const std::string& folder);

} // namespace puente
