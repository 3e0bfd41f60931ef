#include "client/cli/commands/commands.h"

#include "client/cli/json_writer.h"
#include "client/core/approvals.h"
#include "client/core/archive.h"
#include "client/core/backup.h"
#include "client/core/fingerprint.h"
#include "client/core/status.h"
#include "client/core/text.h"
#include "client/core/times.h"
#include "client/core/version.h"

namespace puente {

namespace {

void writeSpace(JsonWriter& json, const SpaceStatusView& view) {
    json.beginObject().member("id", toHex(view.info.id.view())).member("name", view.info.name).key("role");
    if (view.info.role)
        json.value(wordOf(*view.info.role));
    else
        json.null();
    json.member("server", view.info.server).key("last_sync");
    if (view.lastSync)
        json.value(isoTime(*view.lastSync));
    else
        json.null();
    json.member("records", view.counts.records)
        .member("change_sets", view.counts.changeSets)
        .member("conflicts", view.counts.conflicts)
        .member("unsent", view.counts.undelivered)
        .member("parked", view.counts.parked)
        .member("forks", view.counts.forks)
        .member("quarantined", view.counts.quarantined)
        .member("documents_unsent", std::uint64_t{view.documents.unsent})
        .member("documents_unsent_bytes", view.documents.unsentBytes)
        .member("documents_missing", std::uint64_t{view.documents.missing})
        .member("documents_missing_bytes", view.documents.missingBytes)
        .member("ignored_retirements", view.counts.ignoredRetirements)
        .member("state_hash", view.stateHash)
        .endObject();
}

void printJson(Invocation& invocation, const Workspace& workspace, const std::vector<SpaceStatusView>& views) {
    const Office& office = workspace.office();
    JsonWriter json;
    json.beginObject()
        .member("version", programVersion())
        .member("home", invocation.options().home)
        .member("organization", office.organization)
        .member("country", office.country)
        .member("kind", wordOf(office.kind))
        .member("fingerprint", fingerprintWords(workspace.keyring().device().certificate))
        .member("kit_confirmed", workspace.keyring().isKitConfirmed())
        .member("root_kept", workspace.keyring().root().has_value())
        .member("clock_suspect", workspace.replica().clockIsSuspect())
        .key("spaces")
        .beginArray();
    for (const SpaceStatusView& view : views)
        writeSpace(json, view);
    invocation.console.data(json.endArray().endObject().takeLine());
}

void printSpace(Console& console, const SpaceStatusView& view) {
    console.line("");
    const std::string role =
        view.info.role ? std::string(wordOf(*view.info.role)) : std::string(Text::tr("waiting to be admitted"));
    console.line(view.info.name, "  (" + role + ")");
    console.line("  " + Text::tr("Server: %1")
                            .arg(view.info.server.empty() ? std::string(Text::tr("none, it meets by bundle"))
                                                          : view.info.server.substr(0, view.info.server.find('#'))));
    console.line(
        "  " +
        Text::tr("Last sync: %1").arg(view.lastSync ? humanTime(*view.lastSync) : std::string(Text::tr("never"))));
    console.line("  " + Text::tr("Records: %1. Changes: %2, of which %3 were not confirmed by the server yet.")
                            .arg(view.counts.records)
                            .arg(view.counts.changeSets)
                            .arg(view.counts.undelivered));
    console.line("  " + Text::tr("Conflicts that wait for a decision: %1").arg(view.counts.conflicts));
    if (view.documents.unsent > 0 && !view.info.server.empty())
        console.line("  " + Text::tr("Documents that the server is not known to have yet: %1 (%2)")
                                .arg(view.documents.unsent)
                                .arg(bytesText(view.documents.unsentBytes)));
    if (view.documents.missing > 0)
        console.line("  " + Text::tr("Documents that are not here: %1 (%2)")
                                .arg(view.documents.missing)
                                .arg(bytesText(view.documents.missingBytes)));
    if (view.counts.parked > 0)
        console.line("  " + Text::tr("Waiting for a key or an author: %1").arg(view.counts.parked));
    if (view.counts.forks > 0)
        console.line("  " + Text::tr("Logs that two copies of a replica wrote: %1").arg(view.counts.forks));
    if (view.counts.quarantined > 0)
        console.line("  " + Text::tr("Segments in quarantine, whose author might not write any more: %1. See “puente "
                                     "quarantine list”.")
                                .arg(view.counts.quarantined));
    console.line("  " + Text::tr("State: %1").arg(view.stateHash));
}

Outcome<ExitCode> status(Invocation& invocation) {
    const auto workspace = invocation.workspace();
    if (!workspace) return Failure{workspace.fault()};
    const auto views = statusOf(**workspace);
    if (!views) return Failure{views.fault()};
    if (invocation.console.json()) {
        printJson(invocation, **workspace, *views);
        return ExitCode::Done;
    }
    Console& console = invocation.console;
    const Office& office = (*workspace)->office();
    console.line(office.organization, " (" + office.country + ")   puente " + std::string(programVersion()));
    console.line(Text::tr("Folder: %1").arg(invocation.options().home));
    console.line(
        Text::tr("The words of this office: %1").arg(fingerprintWords((*workspace)->keyring().device().certificate)));
    if (!(*workspace)->keyring().isKitConfirmed())
        console.say(Text::tr("There is no confirmed recovery kit: without one a lost passphrase or laptop loses this "
                             "office. “puente recover kit” prints it."));
    if ((*workspace)->replica().clockIsSuspect())
        console.warn(Text::tr("The clock of this machine is, or was, far off: check its date and time."));
    for (const SpaceStatusView& view : *views)
        printSpace(console, view);
    if (views->empty()) console.say(Text::tr("There is no space here yet."));
    return ExitCode::Done;
}

Outcome<ExitCode> verify(Invocation& invocation) {
    const std::string file = invocation.arguments.text("FILE");
    if (!file.empty() && isArchive(file)) return verifyArchive(invocation);
    if (!file.empty() && isBackup(file)) return verifyBackup(invocation);
    if (!file.empty()) return isFolder(file) ? verifyPlanFolder(invocation) : verifyProof(invocation);
    const auto workspace = invocation.workspace();
    if (!workspace) return Failure{workspace.fault()};
    const auto all = verifyReplica(**workspace, invocation.arguments.has("--full"));
    if (!all) return Failure{all.fault()};
    bool holds = true;
    JsonWriter json;
    json.beginObject().key("spaces").beginArray();
    for (const Verification& found : *all) {
        const std::string name = (*workspace)->replica().findSpace(found.space)->name;
        holds = holds && found.bad.empty();
        json.beginObject()
            .member("name", name)
            .member("segments", found.segments)
            .member("state_hash", found.stateHash);
        if (!found.rebuiltHash.empty()) json.member("rebuilt_hash", found.rebuiltHash);
        json.key("faults").beginArray();
        for (const std::string& fault : found.bad) {
            json.value(fault);
            invocation.console.warn("“" + name + "”: " + fault);
        }
        json.endArray().endObject();
        invocation.console.say(
            Text::tr("“%1”: %2 segments looked at, state %3").arg(name).arg(found.segments).arg(found.stateHash));
    }
    json.endArray().member("ok", holds).endObject();
    if (invocation.console.json()) invocation.console.data(json.takeLine());
    invocation.console.say(holds ? Text::tr("Everything holds.") : Text::tr("Something does not hold: see above."));
    return holds ? ExitCode::Done : ExitCode::DataInvalid;
}

} // namespace

std::vector<Command> statusCommands() {
    return {
        {
            .path = "status",
            .summary = Text::tr("How this replica stands."),
            .run = status,
        },
        {
            .path = "verify",
            .summary = Text::tr(
                "Check the file, every log and every signature; or a proof or signed plan that somebody handed over."),
            .positionals =
                {{"FILE",
                  Text::tr(
                      "A proof, a backup, or the folder of a signed plan or of an archive; without it this replica."),
                  false}},
            .options = {{"--full", "", Text::tr("Also make the records again from the logs, and compare.")}},
            .run = verify,
        },
    };
}

} // namespace puente
