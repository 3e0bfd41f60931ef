#include "client/cli/commands/commands.h"
#include "client/cli/commands/plan_options.h"
#include "client/cli/json_writer.h"
#include "client/core/fingerprint.h"
#include "client/core/text.h"
#include "client/domain/day_text.h"

namespace puente {

namespace {

constexpr std::size_t kShortVersion = 12;

void printApproval(Console& console, const PlanFolder& folder, const ExportedApproval& approval) {
    if (!approval.fault.empty()) return console.warn("✕ " + approval.name + ": " + approval.fault);
    const ApprovalStatement& statement = approval.checked->statement;
    const OrganizationId& organization = approval.checked->certificate.device.organization;
    console.line("● " + approval.name + "  " +
                 Text::tr("%1 %2 %3 (%4), on %5.")
                     .arg(statement.organization)
                     .arg(decisionText(statement.decision))
                     .arg(approval.planFile)
                     .arg(shortVersion(statement.version))
                     .arg(formatDay(statement.date))
                     .str());
    if (!statement.remark.empty())
        console.line("    " + (statement.decision == ApprovalDecision::Rejected ? Text::tr("Reason: %1")
                                                                                : Text::tr("Reservation: %1"))
                                  .arg(statement.remark)
                                  .str());
    if (toHex(statement.version.view()) != folder.version)
        console.line("    " + Text::tr("That is another version than plan.txt."));
    console.line("    " + Text::tr("Words of the organisation: %1").arg(fingerprintWords(organization)).str());
}

void writeApproval(JsonWriter& json, const ExportedApproval& approval) {
    json.beginObject().member("name", approval.name).member("ok", approval.fault.empty());
    if (!approval.fault.empty()) json.member("fault", approval.fault);
    if (approval.checked) {
        const ApprovalStatement& statement = approval.checked->statement;
        json.member("organization", statement.organization)
            .member("country", statement.country)
            .member("decision", wordOf(statement.decision))
            .member("remark", statement.remark)
            .member("date", formatDay(statement.date))
            .member("version", toHex(statement.version.view()))
            .member("file", approval.planFile)
            .member("key", toHex(approval.checked->certificate.device.organization.view()));
    }
    json.endObject();
}

} // namespace

std::string decisionText(ApprovalDecision decision) {
    switch (decision) {
    case ApprovalDecision::Approved: return Text::tr("approves");
    case ApprovalDecision::WithReservation: return Text::tr("approves with a reservation");
    case ApprovalDecision::Rejected: break;
    }
    return Text::tr("rejects");
}

std::string shortVersion(const Sha256& version) {
    return toHex(version.view()).substr(0, kShortVersion);
}

Outcome<ExitCode> exportPlanFolder(Invocation& invocation) {
    const auto asked = askedPlan(invocation);
    if (!asked) return Failure{asked.fault()};
    const std::string folder = invocation.arguments.text("--out");
    const auto files = exportPlan(*asked->records, asked->plan, asked->at, folder);
    if (!files) return Failure{files.fault()};
    Console& console = invocation.console;
    if (console.json()) {
        JsonWriter json;
        json.beginObject().member("folder", folder).key("files").beginArray();
        for (const std::string& file : *files)
            json.value(file);
        console.data(json.endArray().endObject().takeLine());
    }
    console.say(Text::tr("Written to %1: %2 files. README.txt says how anybody can check them, with “puente verify” or "
                         "with openssl.")
                    .arg(folder)
                    .arg(files->size()));
    return ExitCode::Done;
}

Outcome<ExitCode> verifyPlanFolder(Invocation& invocation) {
    const auto folder = readPlanFolder(invocation.arguments.text("FILE"));
    if (!folder) return Failure{folder.fault()};
    Console& console = invocation.console;
    if (console.json()) {
        JsonWriter json;
        json.beginObject().member("kind", "plan").member("version", folder->version).key("approvals").beginArray();
        for (const ExportedApproval& approval : folder->approvals)
            writeApproval(json, approval);
        console.data(json.endArray().member("ok", folder->holds()).endObject().takeLine());
    } else {
        console.line(Text::tr("plan.txt, version (SHA-256): %1").arg(folder->version));
        for (const ExportedApproval& approval : folder->approvals)
            printApproval(console, *folder, approval);
    }
    if (folder->approvals.empty()) console.say(Text::tr("Nobody has signed it."));
    if (!folder->holds()) {
        console.say(Text::tr("Something does not hold: see above."));
        return ExitCode::DataInvalid;
    }
    console.say(Text::tr("Everything holds. Whose words those are, ask the organisations themselves."));
    return ExitCode::Done;
}

} // namespace puente
