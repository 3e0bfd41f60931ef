#include "client/core/proof.h"

#include "client/core/platform/files.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"

namespace puente {

namespace {

constexpr std::size_t kPrefixMin = 4;
constexpr std::size_t kReadMax = 4096; // more than a proof has: what is longer is none

bool answers(const ProofView& view, std::string_view text) {
    return text.size() >= kPrefixMin && (toHex(view.record.view()).starts_with(text) ||
                                         toHex(view.proof.one.header.log.device.view()).starts_with(text));
}

std::string textOf(ProofFault fault) {
    switch (fault) {
    case ProofFault::NotAProof: return Text::tr("That file is not a proof that this version knows.");
    case ProofFault::ProvesNothing:
        return Text::tr("That file proves nothing: it does not hold two segments at one place.");
    case ProofFault::NotAuthentic:
        return Text::tr("That file proves nothing: a signature is not by the device that it accuses.");
    }
    return {};
}

} // namespace

Outcome<std::vector<ProofView>> proofsOf(const Workspace& workspace, const SpaceId& space) {
    const Replica& replica = workspace.replica();
    const auto records = replica.membershipRecords(space);
    if (!records) return Failure{noticeOf(records.fault())};
    std::vector<ProofView> views;
    for (const MembershipRecord& record : *records) {
        const auto* proof = record.as<ProveFork>();
        if (proof == nullptr || replica.membership(space).ignored.contains(record.hash())) continue;
        const LogId& log = proof->one.header.log;
        views.push_back({.record = record.hash(),
                         .proof = *proof,
                         .organization = replica.organizationName(space, log.device),
                         .isStated = replica.forkOf(space, log).has_value()});
    }
    return views;
}

Outcome<ProofView> findProof(const std::vector<ProofView>& all, std::string_view text) {
    std::vector<ProofView> found;
    for (const ProofView& view : all)
        if (answers(view, text)) found.push_back(view);
    if (found.size() == 1) return found.front();
    return Failure{
        usageNotice(found.empty() ? Text::tr("There is no such proof.") : Text::tr("Several answer to that."),
                    Text::tr("“%1” shows those there are.").arg("puente proof list"), std::string(text))};
}

Outcome<Done> exportProof(const ProofView& view, const std::string& path) {
    const auto written = platform::createFile(path, encodeProofFile(view.proof), platform::Access::Everyone);
    if (!written) return Failure{noticeOf(written.fault(), path)};
    return Done{};
}

Outcome<ProveFork> readProof(const std::string& path) {
    const auto bytes = platform::readFile(path, kReadMax, platform::Links::Refuse);
    if (!bytes && bytes.fault() != platform::FileFault::TooLarge) return Failure{noticeOf(bytes.fault(), path)};
    const auto proof = bytes ? decodeProofFile(*bytes) : Failure{ProofFault::NotAProof};
    if (!proof)
        return Failure{Notice{ExitCode::DataInvalid, textOf(proof.fault()), path,
                              Text::tr("Accuse nobody with it. A proof is written by “puente proof export”.")}};
    return *proof;
}

} // namespace puente
