#include "client/cli/exchange_output.h"

#include "client/cli/document_output.h"
#include "client/cli/json_writer.h"
#include "client/core/session_notice.h"
#include "client/core/text.h"

namespace puente {

namespace {

std::string wordOf(SpaceStatus status) {
    switch (status) {
    case SpaceStatus::Continues:
    case SpaceStatus::Compare: return "exchanged";
    case SpaceStatus::NotMember: return "waiting";
    case SpaceStatus::Former: return "former";
    case SpaceStatus::Unknown: return "unknown";
    }
    return {};
}

std::string wordOf(SyncSummary::Incident incident) {
    switch (incident) {
    case SyncSummary::Incident::ServerLostData: return "server_lost_data";
    case SyncSummary::Incident::ServerReplaced: return "server_replaced";
    case SyncSummary::Incident::HistoryRewritten: return "history_rewritten";
    case SyncSummary::Incident::ServerContradicted: return "server_contradicted";
    case SyncSummary::Incident::BadReceipt: return "bad_receipt";
    case SyncSummary::Incident::Withheld: return "withheld";
    case SyncSummary::Incident::NotAuthentic: return "not_authentic";
    case SyncSummary::Incident::SpaceDenied: return "space_denied";
    case SyncSummary::Incident::PlaceEnded: return "place_ended";
    case SyncSummary::Incident::Missing: return "missing";
    case SyncSummary::Incident::AuthorBroken: return "author_broken";
    case SyncSummary::Incident::OwnLogForked: return "own_log_forked";
    }
    return {};
}

std::string nameOf(const Workspace& workspace, const SpaceId& space) {
    const SpaceInfo* info = workspace.replica().findSpace(space);
    return info ? info->name : toHex(space.view());
}

void writeSpaces(JsonWriter& json, const Workspace& workspace, const SyncSummary& total) {
    json.key("spaces").beginArray();
    for (const SyncSummary::SpaceOutcome& space : total.spaces)
        json.beginObject()
            .member("id", toHex(space.space.view()))
            .member("name", nameOf(workspace, space.space))
            .member("state", wordOf(space.status))
            .member("receipt", space.receipt)
            .endObject();
    json.endArray();
}

void writeProblems(JsonWriter& json, const Workspace& workspace, const SyncReport& report) {
    json.key("refused").beginArray();
    for (const SyncSummary::Refused& refused : report.total.refused)
        json.beginObject()
            .member("space", nameOf(workspace, refused.space))
            .member("reason", refusalText(refused.reason))
            .endObject();
    json.endArray().key("incidents").beginArray();
    for (const SyncSummary::IncidentAt& incident : report.total.incidents)
        json.beginObject()
            .member("space", nameOf(workspace, incident.space))
            .member("incident", wordOf(incident.incident))
            .endObject();
    json.endArray().key("failed").beginArray();
    for (const Notice& notice : report.failed)
        json.beginObject()
            .member("server", notice.where)
            .member("error", notice.what)
            .member("exit_code", std::int64_t{static_cast<int>(notice.code)})
            .endObject();
    json.endArray();
}

void printJson(Console& console, const Workspace& workspace, const SyncReport& report,
               const DocumentSyncReport& documents) {
    const SyncSummary& total = report.total;
    JsonWriter json;
    json.beginObject()
        .member("sent_segments", total.sentSegments)
        .member("received_segments", total.receivedSegments)
        .member("sent_change_sets", total.sentChangeSets)
        .member("received_change_sets", total.receivedChangeSets)
        .member("bytes_up", total.bytesUp)
        .member("bytes_down", total.bytesDown)
        .member("round_trips", total.roundTrips)
        .member("receipt", total.receipt)
        .member("conflicts", report.conflicts)
        .member("admitted", total.admitted)
        .member("written_again", total.writtenAgain)
        .member("keys_renewed", total.keysRenewed)
        .member("keys_forwarded", total.keysForwarded)
        .member("milliseconds", report.milliseconds);
    writeSpaces(json, workspace, total);
    writeProblems(json, workspace, report);
    writeDocuments(json, documents);
    console.data(json.endObject().takeLine());
}

void printText(Console& console, const Workspace& workspace, const SyncReport& report) {
    const SyncSummary& total = report.total;
    for (const SyncSummary::SpaceOutcome& space : total.spaces) {
        const std::string name = nameOf(workspace, space.space);
        if (space.status == SpaceStatus::NotMember)
            console.say(
                Text::tr("“%1”: your request to join has arrived; an administrator's next sync admits you.").arg(name));
        if (space.status == SpaceStatus::Unknown)
            console.say(Text::tr("“%1”: the server does not know this space yet.").arg(name));
    }
    console.say(Text::tr("Sent: %1 changes, %2. Received: %3 changes, %4. Round trips: %5.")
                    .arg(total.sentChangeSets)
                    .arg(bytesText(total.bytesUp))
                    .arg(total.receivedChangeSets)
                    .arg(bytesText(total.bytesDown))
                    .arg(total.roundTrips));
    if (total.receipt) console.say(Text::tr("The server has confirmed with its signature that it keeps everything."));
    if (total.admitted > 0) console.say(Text::tr("Offices admitted: %1").arg(total.admitted));
    sayKeys(console, total.keysRenewed, total.keysForwarded);
    for (const SpaceId& space : report.withoutServer)
        console.say(Text::tr("“%1” has no server: exchange with “puente bundle”.").arg(nameOf(workspace, space)));
    if (report.conflicts > 0)
        console.say(
            Text::tr("Conflicts that wait for a decision: %1. “puente conflicts” shows them.").arg(report.conflicts));
}

void printProblems(Console& console, const Workspace& workspace, const SyncReport& report) {
    for (const SyncSummary::Refused& refused : report.total.refused)
        console.warn(Text::tr("“%1”: the server did not take something: %2.")
                         .arg(nameOf(workspace, refused.space))
                         .arg(refusalText(refused.reason)));
    for (const SyncSummary::IncidentAt& incident : report.total.incidents) {
        const bool isOwnFork = incident.incident == SyncSummary::Incident::OwnLogForked;
        if (isOwnFork || incident.incident == SyncSummary::Incident::PlaceEnded) { // the text says whom to tell
            console.warn("“" + nameOf(workspace, incident.space) + "”: " + incidentText(incident.incident));
            if (isOwnFork) sayWrittenAgain(console, report.total.writtenAgain);
            continue;
        }
        console.warn(Text::tr("“%1”: %2 Tell the server's administrator and the other offices.")
                         .arg(nameOf(workspace, incident.space))
                         .arg(incidentText(incident.incident)));
    }
    for (const Notice& notice : report.failed)
        console.fail(notice);
}

} // namespace

void sayKeys(Console& console, std::uint64_t renewed, std::uint64_t forwarded) {
    if (renewed > 0)
        console.say(Text::tr("The key of the space was renewed: whoever was removed reads nothing written from now on. "
                             "What they already downloaded stays readable to them."));
    if (forwarded > 0)
        console.say(Text::tr("The key was sealed to members who did not have it yet: %1").arg(forwarded));
}

void sayWrittenAgain(Console& console, std::uint64_t changes) {
    if (changes > 0) console.say(Text::tr("Changes that only this copy had, written again: %1").arg(changes));
}

bool isWaiting(const Workspace& workspace, const SpaceId& space) {
    const SpaceInfo* info = workspace.replica().findSpace(space);
    return info && !info->role;
}

void printSync(Console& console, const Workspace& workspace, const SyncReport& report,
               const DocumentSyncReport& documents) {
    if (console.json())
        printJson(console, workspace, report, documents);
    else
        printText(console, workspace, report);
    printProblems(console, workspace, report);
    sayDocuments(console, documents);
}

} // namespace puente
