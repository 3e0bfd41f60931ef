#pragma once

#include "client/core/exchange.h"

namespace puente {

/// A closed log of which something lies beyond its limit: kept, applied by nobody.
struct QuarantineView {
    Replica::QuarantinedLog content;
    std::string organization;
    std::string name; ///< the beginning of its device's id, and the log's incarnation: what people type
};
Outcome<std::vector<QuarantineView>> quarantineOf(const Workspace& workspace, const SpaceId& space);

/// The one that a person means: the beginning of its device's id, with "/" and the incarnation where it has several.
Outcome<QuarantineView> findQuarantined(const std::vector<QuarantineView>& all, std::string_view text);

/// Writes what lies in quarantine of a log as a bundle, never over a file.
Outcome<BundleWritten> exportQuarantined(Workspace& workspace, const SpaceId& space, const QuarantineView& log,
                                         const std::string& path);

/// Writes all of it again as this administrator's own; how many change sets that were. Refused a second time.
Outcome<std::uint32_t> adoptQuarantined(Workspace& workspace, const SpaceId& space, const QuarantineView& log);

} // namespace puente
