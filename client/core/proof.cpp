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
        return Text::tr("That file proves nothing: what it holds does not contradict itself.");
    case ProofFault::NotAuthentic:
        return Text::tr("That file proves nothing: a signature is not by the device or server that it accuses.");
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

Outcome<std::vector<ReceiptProof>> receiptProofsOf(const Workspace& workspace, const SpaceId& space) {
    auto proofs = workspace.replica().receiptProofs(space);
    if (!proofs) return Failure{noticeOf(proofs.fault())};
    return std::move(*proofs);
}

Outcome<AnyProof> findProof(const std::vector<ProofView>& forks, const std::vector<ReceiptProof>& receipts,
                            std::string_view text) {
    std::vector<AnyProof> found;
    for (const ProofView& view : forks)
        if (answers(view, text)) found.emplace_back(view.proof);
    for (const ReceiptProof& proof : receipts)
        if (text.size() >= kPrefixMin && toHex(proof.one.server.view()).starts_with(text)) found.emplace_back(proof);
    if (found.size() == 1) return found.front();
    return Failure{
        usageNotice(found.empty() ? Text::tr("There is no such proof.") : Text::tr("Several answer to that."),
                    Text::tr("“%1” shows those there are.").arg("puente proof list"), std::string(text))};
}

Outcome<Done> exportProof(const AnyProof& proof, const std::string& path) {
    const Bytes file = std::visit([](const auto& kind) { return encodeProofFile(kind); }, proof);
    const auto written = platform::createFile(path, file, platform::Access::Everyone);
    if (!written) return Failure{noticeOf(written.fault(), path)};
    return Done{};
}

namespace {

Result<AnyProof, ProofFault> decodeAnyProof(ByteView bytes) {
    const auto kind = proofKindOf(bytes);
    if (kind == ProofKind::Fork) {
        const auto proof = decodeProofFile(bytes);
        if (!proof) return Failure{proof.fault()};
        return AnyProof(*proof);
    }
    if (!kind) return Failure{ProofFault::NotAProof};
    const auto proof = decodeReceiptProofFile(bytes);
    if (!proof) return Failure{proof.fault()};
    return AnyProof(*proof);
}

} // namespace

Outcome<AnyProof> readProof(const std::string& path) {
    const auto bytes = platform::readFile(path, kReadMax, platform::Links::Refuse);
    if (!bytes && bytes.fault() != platform::FileFault::TooLarge) return Failure{noticeOf(bytes.fault(), path)};
    const auto proof = bytes ? decodeAnyProof(*bytes) : Failure{ProofFault::NotAProof};
    if (!proof)
        return Failure{Notice{ExitCode::DataInvalid, textOf(proof.fault()), path,
                              Text::tr("Accuse nobody with it. A proof is written by “puente proof export”.")}};
    return *proof;
}

} // namespace puente
