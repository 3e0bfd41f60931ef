#include "client/core/documents.h"
#include "client/core/exchange.h"
#include "client/core/file_pieces.h"
#include "client/core/replica_notice.h"
#include "client/core/rights.h"
#include "client/core/text.h"

namespace puente {

namespace {

Notice bundleNotice(BundleFault fault, const std::string& path) {
    const std::string again = Text::tr("Copy it again, or have it exported again. Nothing was changed.");
    switch (fault) {
    case BundleFault::NotABundle:
        return {ExitCode::DataInvalid, Text::tr("That file is not a bundle."), path,
                Text::tr("Name a file that “puente bundle export” wrote.")};
    case BundleFault::Truncated:
        return {ExitCode::DataInvalid, Text::tr("The end of the bundle is missing."), path, again};
    case BundleFault::Damaged: return {ExitCode::DataInvalid, Text::tr("The bundle is damaged."), path, again};
    case BundleFault::Newer:
        return {ExitCode::DataInvalid, Text::tr("A newer version of Puente wrote this bundle."), path,
                Text::tr("Install that version, or a later one.")};
    case BundleFault::TooLarge:
        return {ExitCode::DataInvalid, Text::tr("The bundle is too large."), path,
                Text::tr("A bundle may have at most 1 GiB.")};
    }
    return {};
}

} // namespace

Outcome<Bundle> readBundle(const std::string& path) {
    auto file = platform::InputFile::open(path, kBundleSizeMax, platform::Links::Refuse);
    if (!file) return Failure{noticeOf(file.fault(), path)};
    BundleReader reader;
    const auto read = readPieces(*file, path, [&](ByteView piece) -> Outcome<Done> {
        if (const auto fed = reader.feed(piece); !fed) return Failure{bundleNotice(fed.fault(), path)};
        return Done{};
    });
    if (!read) return Failure{read.fault()};
    auto bundle = reader.finish();
    if (!bundle) return Failure{bundleNotice(bundle.fault(), path)};
    return std::move(*bundle);
}

namespace {

Outcome<std::uint32_t> admitWaiting(Workspace& workspace, const SpaceId& space) {
    std::uint32_t admitted = 0;
    const auto& own = workspace.keyring().device().certificate.device;
    if (!workspace.replica().membership(space).isAdmin(own)) return admitted;
    for (const Replica::WaitingJoiner& joiner : workspace.replica().waitingJoiners(space)) {
        if (joiner.expired || joiner.inviteUsed || joiner.needsRoot) continue;
        if (const auto done = workspace.replica().admit(joiner.request); !done)
            return Failure{noticeOf(done.fault(), joiner.organizationName)};
        ++admitted;
    }
    return admitted;
}

} // namespace

Outcome<BundleWritten> writeBundle(Workspace& workspace, std::vector<BundleWish> wishes, const std::string& path) {
    auto writer = BundleWriter::begin(workspace.replica(), workspace.keyring().device(), std::move(wishes));
    if (!writer) return Failure{noticeOf(writer.fault())};
    auto file = platform::OutputFile::beside(path, platform::Access::Everyone);
    if (!file) return Failure{noticeOf(file.fault(), path)};
    while (true) {
        const auto piece = writer->next();
        if (!piece) return Failure{noticeOf(piece.fault())};
        if (piece->empty()) break;
        if (const auto written = file->write(*piece); !written) return Failure{noticeOf(written.fault(), path)};
    }
    const auto placed = file->create();
    if (!placed) return Failure{noticeOf(placed.fault(), path)};
    return BundleWritten{writer->entries(), {}};
}

Outcome<BundleWritten> exportBundle(Workspace& workspace, const std::vector<SpaceId>& spaces, const std::string& path) {
    KeysReport keys;
    std::vector<BundleWish> wishes;
    for (const SpaceId& space : spaces) {
        if (auto tended = tendKeys(workspace, space, keys); !tended) return Failure{tended.fault()};
        wishes.push_back({.space = space});
    }
    auto written = writeBundle(workspace, std::move(wishes), path);
    if (written) written->keys = keys;
    return written;
}

Outcome<BundleOutcome> importBundle(Workspace& workspace, const std::string& path) {
    auto bundle = readBundle(path);
    if (!bundle) return Failure{bundle.fault()};
    auto report = importBundle(workspace.replica(), std::move(*bundle));
    if (!report) return Failure{noticeOf(report.fault(), path)};
    BundleOutcome outcome{std::move(*report), 0, {}};
    for (const BundleReport::Space& space : outcome.report.spaces) {
        if (!space.known) continue;
        if (const auto removed = removeErasedDocuments(workspace, space.id); !removed) return Failure{removed.fault()};
        const auto admitted = admitWaiting(workspace, space.id);
        if (!admitted) return Failure{admitted.fault()};
        outcome.admitted += *admitted;
        if (auto tended = tendKeys(workspace, space.id, outcome.keys); !tended) return Failure{tended.fault()};
    }
    return outcome;
}

} // namespace puente
