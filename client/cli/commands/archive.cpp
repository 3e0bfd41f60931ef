#include "client/cli/commands/commands.h"

#include "client/cli/day_option.h"
#include "client/cli/json_writer.h"
#include "client/core/archive.h"
#include "client/core/fingerprint.h"
#include "client/core/text.h"
#include "client/domain/day_text.h"

namespace puente {

namespace {

Outcome<ExitCode> archive(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto day = dayFrom(invocation.arguments, "--at", (*records)->today());
    if (!day) return Failure{day.fault()};
    const std::string folder = invocation.arguments.text("--out", Text::tr("archive"));
    const auto written = writeArchive(**records, *day, folder, PassphraseSource(invocation.options().passphraseFile));
    if (!written) return Failure{written.fault()};
    if (invocation.console.json()) {
        JsonWriter json;
        invocation.console.data(json.beginObject()
                                    .member("folder", folder)
                                    .member("files", written->files)
                                    .member("bytes", written->bytes)
                                    .member("records", written->records)
                                    .member("changes", written->changes)
                                    .member("documents_left_out", written->documentsLeftOut)
                                    .endObject()
                                    .takeLine());
    }
    invocation.console.say(Text::tr("The archive is in %1: %2 files, %3. Records: %4; everything ever written to them: "
                                    "%5 lines.")
                               .arg(folder)
                               .arg(written->files)
                               .arg(bytesText(written->bytes))
                               .arg(written->records)
                               .arg(written->changes));
    invocation.console.say(
        Text::tr("It is not encrypted and holds what the members of this space see: keep it like the "
                 "papers of the office."));
    if (written->documentsLeftOut == 0) return ExitCode::Done;
    invocation.console.warn(
        Text::tr("Documents that are not here, and not in the archive either: %1. Fetch them, “puente "
                 "document fetch --all”, and make it again.")
            .arg(written->documentsLeftOut));
    return ExitCode::PartlyDone;
}

void writeCheck(JsonWriter& json, const ArchiveCheck& check) {
    json.beginObject().member("kind", "archive").member("files", check.filesHeld);
    if (check.statement)
        json.member("space", check.statement->space)
            .member("organization", check.statement->organization)
            .member("date", formatDay(check.statement->date))
            .member("key", toHex(check.signer->view()));
    json.key("faults").beginArray();
    for (const std::string& fault : check.faults)
        json.value(fault);
    json.endArray().member("ok", check.faults.empty()).endObject();
}

} // namespace

Outcome<ExitCode> verifyArchive(Invocation& invocation) {
    const auto check = checkArchive(invocation.arguments.text("FILE"));
    if (!check) return Failure{check.fault()};
    Console& console = invocation.console;
    if (console.json()) {
        JsonWriter json;
        writeCheck(json, *check);
        console.data(json.takeLine());
    }
    for (const std::string& fault : check->faults)
        console.warn("✕ " + fault);
    if (check->statement) {
        console.say(Text::tr("Archive of “%1”, made by %2 on %3. Files that are what was signed: %4.")
                        .arg(check->statement->space)
                        .arg(check->statement->organization)
                        .arg(formatDay(check->statement->date))
                        .arg(check->filesHeld));
        console.say(Text::tr("Words of the organisation: %1").arg(fingerprintWords(*check->signer)));
    }
    if (!check->faults.empty()) {
        console.say(Text::tr("Something does not hold: see above."));
        return ExitCode::DataInvalid;
    }
    console.say(Text::tr("Everything holds. Whose words those are, ask the organisations themselves."));
    return ExitCode::Done;
}

std::vector<Command> archiveCommands() {
    return {{
        .path = "archive",
        .summary = Text::tr("Write all of a space into a folder of open files, signed, that needs no program to read."),
        .options = {spaceOption(),
                    dayOption("--at", Text::tr("The day that it is dated with; today unless said.")),
                    {"--out", Text::tr("FOLDER"), Text::tr("Where to; a folder that is not there yet.")}},
        .run = archive,
    }};
}

} // namespace puente
