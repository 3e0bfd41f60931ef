#include "client/core/proof.h"

#include "client/cli/commands/commands.h"
#include "client/cli/json_writer.h"
#include "client/core/roster.h"
#include "client/core/text.h"

namespace puente {

namespace {

void writeSegment(JsonWriter& json, const char* name, const SignedHeader& segment) {
    json.key(name)
        .beginObject()
        .member("last", segment.header.last)
        .member("hash", toHex(segment.hash().view()))
        .endObject();
}

void writeProof(JsonWriter& json, const ProveFork& proof) {
    const SegmentHeader& header = proof.one.header;
    json.member("kind", "fork")
        .member("space", toHex(header.space.view()))
        .member("device", toHex(header.log.device.view()))
        .member("incarnation", header.log.incarnation)
        .member("first", header.first);
    writeSegment(json, "one", proof.one);
    writeSegment(json, "other", proof.other);
}

void writeReceipt(JsonWriter& json, const char* name, const SignedReceipt& receipt) {
    json.key(name)
        .beginObject()
        .member("device", toHex(receipt.device.view()))
        .member("running", toHex(receipt.at.running.view()))
        .endObject();
}

void writeProof(JsonWriter& json, const ReceiptProof& proof) {
    json.member("kind", "receipts")
        .member("space", toHex(proof.one.space.view()))
        .member("server", toHex(proof.one.server.view()))
        .member("instance", toHex(proof.one.instance.view()))
        .member("position", proof.one.at.position);
    writeReceipt(json, "one", proof.one);
    writeReceipt(json, "other", proof.other);
}

struct AllProofs {
    std::vector<ProofView> forks;
    std::vector<ReceiptProof> receipts;
};

Outcome<AllProofs> proofsIn(Invocation& invocation) {
    const auto space = invocation.space();
    if (!space) return Failure{space.fault()};
    auto forks = proofsOf(**invocation.workspace(), *space);
    if (!forks) return Failure{forks.fault()};
    auto receipts = receiptProofsOf(**invocation.workspace(), *space);
    if (!receipts) return Failure{receipts.fault()};
    return AllProofs{std::move(*forks), std::move(*receipts)};
}

void printJson(Console& console, const AllProofs& proofs) {
    JsonWriter json;
    json.beginArray();
    for (const ProofView& view : proofs.forks) {
        json.beginObject().member("record", toHex(view.record.view())).member("organization", view.organization);
        writeProof(json, view.proof);
        json.member("stated", view.isStated).endObject();
    }
    for (const ReceiptProof& proof : proofs.receipts) {
        json.beginObject();
        writeProof(json, proof);
        json.endObject();
    }
    console.data(json.endArray().takeLine());
}

void printForks(Console& console, const std::vector<ProofView>& proofs) {
    std::vector<std::vector<std::string>> rows;
    for (const ProofView& view : proofs)
        rows.push_back({shortId(view.record.view()), shortId(view.proof.one.header.log.device.view()),
                        std::to_string(view.proof.one.header.first),
                        std::string(view.isStated ? Text::tr("yes") : Text::tr("no")), view.organization});
    if (rows.empty()) return console.say(Text::tr("No device of this space has contradicted itself."));
    console.table({Text::tr("PROOF"), Text::tr("DEVICE"), Text::tr("FROM CHANGE"), Text::tr("EXPLAINED"),
                   Text::tr("ORGANISATION")},
                  rows);
    console.say(
        Text::tr("Each of these devices wrote two things at one place of its log. A restored backup or a copied "
                 "folder does that too; its office then explains it with its next sync."));
}

void printText(Console& console, const AllProofs& proofs) {
    printForks(console, proofs.forks);
    for (const ReceiptProof& proof : proofs.receipts)
        console.say(Text::tr("The server %1 has signed for two different pasts of this space, at entry %2.")
                        .arg(shortId(proof.one.server.view()))
                        .arg(proof.one.at.position));
}

Outcome<ExitCode> list(Invocation& invocation) {
    const auto proofs = proofsIn(invocation);
    if (!proofs) return Failure{proofs.fault()};
    if (invocation.console.json())
        printJson(invocation.console, *proofs);
    else
        printText(invocation.console, *proofs);
    return ExitCode::Done;
}

Outcome<ExitCode> exportTo(Invocation& invocation) {
    const auto proofs = proofsIn(invocation);
    if (!proofs) return Failure{proofs.fault()};
    const auto proof = findProof(proofs->forks, proofs->receipts, invocation.arguments.text("PROOF"));
    if (!proof) return Failure{proof.fault()};
    const std::string file = invocation.arguments.text("--out");
    if (const auto written = exportProof(*proof, file); !written) return Failure{written.fault()};
    if (invocation.console.json())
        invocation.console.data(JsonWriter().beginObject().member("file", file).endObject().takeLine());
    invocation.console.say(
        Text::tr("Written to %1. Whoever has it can check it with “puente verify”; nothing of the space is in it.")
            .arg(file));
    return ExitCode::Done;
}

} // namespace

namespace {

void sayWhatHolds(Console& console, const ProveFork& proof) {
    const SegmentHeader& one = proof.one.header;
    console.say(
        Text::tr("It holds: the device %1 signed two different segments at one place of its log, from change %2 on.")
            .arg(toHex(one.log.device.view()))
            .arg(one.first));
    console.say(
        Text::tr("Whose device that is, its space's members see with “puente members”; whether a restored backup "
                 "explains it, with “puente proof list”."));
}

void sayWhatHolds(Console& console, const ReceiptProof& proof) {
    console.say(Text::tr("It holds: the server %1 signed for two different pasts of one space, at entry %2.")
                    .arg(toHex(proof.one.server.view()))
                    .arg(proof.one.at.position));
    console.say(Text::tr("The server's address, “puente-server:…”, names that key, spelt in base64."));
}

} // namespace

Outcome<ExitCode> verifyProof(Invocation& invocation) {
    const auto proof = readProof(invocation.arguments.text("FILE"));
    if (!proof) return Failure{proof.fault()};
    Console& console = invocation.console;
    if (console.json()) {
        JsonWriter json;
        json.beginObject();
        std::visit([&](const auto& kind) { writeProof(json, kind); }, *proof);
        console.data(json.member("ok", true).endObject().takeLine());
    }
    std::visit([&](const auto& kind) { sayWhatHolds(console, kind); }, *proof);
    return ExitCode::Done;
}

std::vector<Command> proofCommands() {
    return {
        {
            .path = "proof list",
            .summary = Text::tr("Devices, and servers, that contradicted themselves."),
            .options = {spaceOption()},
            .run = list,
        },
        {
            .path = "proof export",
            .summary = Text::tr("Write such a proof to a file that anybody can check."),
            .positionals =
                {{"PROOF",
                  Text::tr("The beginning of its id, the device's or the server's, as “puente proof list” shows it.")}},
            .options = {{"--out", Text::tr("FILE"), Text::tr("The file to write; never over a file."), true},
                        spaceOption()},
            .run = exportTo,
        },
    };
}

} // namespace puente
