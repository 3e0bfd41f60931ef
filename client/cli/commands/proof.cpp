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

void printJson(Console& console, const std::vector<ProofView>& proofs) {
    JsonWriter json;
    json.beginArray();
    for (const ProofView& view : proofs) {
        json.beginObject().member("record", toHex(view.record.view())).member("organization", view.organization);
        writeProof(json, view.proof);
        json.member("stated", view.isStated).endObject();
    }
    console.data(json.endArray().takeLine());
}

void printText(Console& console, const std::vector<ProofView>& proofs) {
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

Outcome<ExitCode> list(Invocation& invocation) {
    const auto space = invocation.space();
    if (!space) return Failure{space.fault()};
    const auto proofs = proofsOf(**invocation.workspace(), *space);
    if (!proofs) return Failure{proofs.fault()};
    if (invocation.console.json())
        printJson(invocation.console, *proofs);
    else
        printText(invocation.console, *proofs);
    return ExitCode::Done;
}

Outcome<ExitCode> exportTo(Invocation& invocation) {
    const auto space = invocation.space();
    if (!space) return Failure{space.fault()};
    const auto proofs = proofsOf(**invocation.workspace(), *space);
    if (!proofs) return Failure{proofs.fault()};
    const auto proof = findProof(*proofs, invocation.arguments.text("PROOF"));
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

Outcome<ExitCode> verifyProof(Invocation& invocation) {
    const auto proof = readProof(invocation.arguments.text("FILE"));
    if (!proof) return Failure{proof.fault()};
    Console& console = invocation.console;
    if (console.json()) {
        JsonWriter json;
        json.beginObject();
        writeProof(json, *proof);
        console.data(json.member("ok", true).endObject().takeLine());
    }
    const SegmentHeader& one = proof->one.header;
    console.say(
        Text::tr("It holds: the device %1 signed two different segments at one place of its log, from change %2 on.")
            .arg(toHex(one.log.device.view()))
            .arg(one.first));
    console.say(
        Text::tr("Whose device that is, its space's members see with “puente members”; whether a restored backup "
                 "explains it, with “puente proof list”."));
    return ExitCode::Done;
}

std::vector<Command> proofCommands() {
    return {
        {
            .path = "proof list",
            .summary = Text::tr("Devices that wrote two things at one place of their log."),
            .options = {spaceOption()},
            .run = list,
        },
        {
            .path = "proof export",
            .summary = Text::tr("Write such a proof to a file that anybody can check."),
            .positionals = {{"PROOF",
                             Text::tr("The beginning of its id or of the device's, as “puente proof list” shows it.")}},
            .options = {{"--out", Text::tr("FILE"), Text::tr("The file to write; never over a file."), true},
                        spaceOption()},
            .run = exportTo,
        },
    };
}

} // namespace puente
