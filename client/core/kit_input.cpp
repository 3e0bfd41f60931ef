#include "client/core/kit_input.h"

#include "client/core/kit_notice.h"
#include "client/core/platform/files.h"
#include "client/core/replica_notice.h"
#include "common/crypto/aead.h"

#include <cstdio>

namespace puente {

namespace {

constexpr std::size_t kSizeMax = std::size_t{16} * 1024;

Bytes readStandardInput() {
    Bytes content(kSizeMax);
    content.resize(std::fread(content.data(), 1, content.size(), stdin));
    return content;
}

Outcome<Bytes> contentOf(const std::string& path) {
    if (path == "-") return readStandardInput();
    auto file = platform::InputFile::open(path, kSizeMax, platform::Links::Follow);
    auto content = file ? file->next(kSizeMax) : Failure{file.fault()}; // read once, so that one copy is to be wiped
    if (!content) return Failure{noticeOf(content.fault(), path)};
    return std::move(*content);
}

Notice at(Notice notice, const std::string& path) {
    if (path != "-") notice.where = path;
    return notice;
}

} // namespace

Outcome<OrganizationRoot> kitFromFile(const std::string& path) {
    auto content = contentOf(path);
    if (!content) return Failure{content.fault()};
    auto root = kitFromText(textOf(*content));
    wipe(*content);
    if (!root) return Failure{at(kitNotice(root.fault()), path)};
    return std::move(*root);
}

Outcome<Share> shareFromFile(const std::string& path) {
    auto content = contentOf(path);
    if (!content) return Failure{content.fault()};
    auto share = shareFromText(textOf(*content));
    wipe(*content);
    if (!share) return Failure{at(shareNotice(share.fault()), path)};
    return std::move(*share);
}

Outcome<OrganizationRoot> rootFromShares(const std::vector<std::string>& paths) {
    std::vector<Share> shares;
    for (const std::string& path : paths) {
        auto share = shareFromFile(path);
        if (!share) return Failure{share.fault()};
        shares.push_back(std::move(*share));
    }
    const auto secret = combineShares(shares);
    if (!secret) return Failure{combineNotice(secret.fault())};
    return OrganizationRoot::fromSecret(secret->reveal());
}

} // namespace puente
