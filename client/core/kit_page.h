#pragma once

#include "client/core/platform/files.h"
#include "common/base/ids.h"
#include "common/crypto/organization_root.h"
#include "common/crypto/shamir.h"

#include <string>
#include <vector>

namespace puente {

/// Where an organisation works: what a new device needs to know to ask for it again.
struct KitSpace {
    std::string name;
    SpaceId id;
    std::string server; ///< its address, as `puente-server init` prints it; may be empty
};

/// What a kit or a share says beside its secret.
struct KitDetails {
    std::string organization;
    OrganizationId organizationId;
    std::vector<KitSpace> spaces;
};

/// The printed kit: one A4 page as PDF with words, QR code, what to do with it, and where the organisation works, in
/// the language that is installed. The lowest inch stays free, so that it prints on Letter as well.
std::optional<Bytes> kitPage(const OrganizationRoot& root, const KitDetails& details);
/// The same for what one trustee keeps. `trustee` is a name, or empty.
std::optional<Bytes> sharePage(const Share& share, const KitDetails& details, const std::string& trustee);

/// Either page as a new file that only its owner reads. Never writes over a file: Exists.
Result<Done, platform::FileFault> writeKitPage(const std::string& path, const OrganizationRoot& root,
                                               const KitDetails& details);
Result<Done, platform::FileFault> writeSharePage(const std::string& path, const Share& share, const KitDetails& details,
                                                 const std::string& trustee);

} // namespace puente
