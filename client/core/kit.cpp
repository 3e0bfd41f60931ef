#include "client/core/kit.h"

#include "client/core/kit_text.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"

#include <sodium.h>

namespace puente {

namespace {

Notice noRoot() {
    return {ExitCode::Refused,
            Text::tr("This device does not keep the root of the organisation: its kit was confirmed."),
            {},
            Text::tr("Take the printed kit; “puente recover shares --kit FILE” makes shares from it.")};
}

} // namespace

KitDetails kitDetailsOf(const Workspace& workspace) {
    KitDetails details{.organization = workspace.office().organization,
                       .organizationId = workspace.keyring().organization(),
                       .spaces = {}};
    for (const SpaceInfo& space : workspace.replica().spaces())
        details.spaces.push_back({.name = space.name, .id = space.id, .server = space.server});
    return details;
}

Outcome<std::vector<std::string>> printKit(const Workspace& workspace, const std::string& path) {
    const auto& root = workspace.keyring().root();
    if (!root) return Failure{noRoot()};
    const auto written = writeKitPage(path, *root, kitDetailsOf(workspace));
    if (!written) return Failure{noticeOf(written.fault(), path)};
    return kitWords(*root);
}

Outcome<Done> checkKit(const Workspace& workspace, const OrganizationRoot& kit) {
    if (kit.id() == workspace.keyring().organization()) return Done{};
    return Failure{Notice{ExitCode::DataInvalid, Text::tr("This is the kit of another organisation."),
                          workspace.office().organization,
                          Text::tr("Look for the page that names this organisation.")}};
}

Outcome<std::vector<std::string>> printShares(Workspace& workspace, const OrganizationRoot* kit,
                                              const ShareCounts& counts, const std::string& folder) {
    if (kit == nullptr && !workspace.keyring().root()) return Failure{noRoot()};
    const OrganizationRoot& root = kit ? *kit : *workspace.keyring().root();
    if (!platform::exists(folder)) // whose access is not ours to change
        if (const auto made = platform::makePrivateFolder(folder); !made)
            return Failure{noticeOf(made.fault(), folder)};
    std::vector<std::string> pages;
    for (const Share& share : splitSecret(root.reveal(), counts, workspace.entropy())) {
        const std::string base = folder + "/share-" + std::to_string(share.index);
        const auto page = writeSharePage(base + ".pdf", share, kitDetailsOf(workspace), {});
        if (!page) return Failure{noticeOf(page.fault(), base + ".pdf")};
        std::string line = shareText(share) + "\n";
        const auto written = platform::createSecretFile(base + ".txt", bytesOf(line));
        sodium_memzero(line.data(), line.size());
        if (!written) return Failure{noticeOf(written.fault(), base + ".txt")};
        pages.push_back(base + ".pdf");
    }
    return pages;
}

} // namespace puente
