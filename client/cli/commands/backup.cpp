#include "client/cli/commands/commands.h"

#include "client/cli/json_writer.h"
#include "client/core/backup.h"
#include "client/core/text.h"

namespace puente {

namespace {

Outcome<ExitCode> backUp(Invocation& invocation) {
    const auto workspace = invocation.workspace();
    if (!workspace) return Failure{workspace.fault()};
    const std::string path = invocation.arguments.text("FILE");
    const auto written = writeBackup(**workspace, path);
    if (!written) return Failure{written.fault()};
    if (invocation.console.json())
        invocation.console.data(
            JsonWriter().beginObject().member("file", path).member("bytes", written->bytes).endObject().takeLine());
    invocation.console.say(
        Text::tr(
            "The backup is in %1, %2, and was read back. It is encrypted: it opens with the passphrase of today, so "
            "keep that one as long as the file.")
            .arg(path)
            .arg(bytesText(written->bytes)));
    return ExitCode::Done;
}

Outcome<ExitCode> restore(Invocation& invocation) {
    const std::string& folder = invocation.options().home;
    const auto restored =
        restoreBackup(invocation.arguments.text("FILE"), folder, PassphraseSource(invocation.options().passphraseFile));
    if (!restored) return Failure{restored.fault()};
    bool holds = true;
    JsonWriter json;
    json.beginObject()
        .member("home", folder)
        .member("organization", restored->office.organization)
        .key("spaces")
        .beginArray();
    for (const Verification& space : restored->spaces) {
        holds = holds && space.bad.empty();
        json.beginObject()
            .member("id", toHex(space.space.view()))
            .member("segments", space.segments)
            .member("state_hash", space.stateHash)
            .member("ok", space.bad.empty())
            .endObject();
        for (const std::string& fault : space.bad)
            invocation.console.warn(fault);
    }
    json.endArray().member("ok", holds).endObject();
    if (invocation.console.json()) invocation.console.data(json.takeLine());
    invocation.console.say(Text::tr("The replica of %1 is in %2 again. Spaces: %3.")
                               .arg(restored->office.organization)
                               .arg(folder)
                               .arg(restored->spaces.size()));
    invocation.console.say(
        Text::tr("Synchronise before you write anything: what was written after the backup comes back "
                 "from the others. Never use the old folder and this one side by side."));
    return holds ? ExitCode::Done : ExitCode::DataInvalid;
}

} // namespace

Outcome<ExitCode> verifyBackup(Invocation& invocation) {
    const auto check = checkBackup(invocation.arguments.text("FILE"));
    if (!check) return Failure{check.fault()};
    if (invocation.console.json()) {
        JsonWriter json;
        json.beginObject().member("kind", "backup").member("bytes", check->bytes).key("files").beginArray();
        for (const std::string& file : check->files)
            json.value(file);
        invocation.console.data(json.endArray().member("ok", true).endObject().takeLine());
    }
    invocation.console.say(
        Text::tr("The backup is whole: %1. Whether it opens, only its passphrase tells: “puente recover backup” "
                 "into a folder of its own.")
            .arg(bytesText(check->bytes)));
    return ExitCode::Done;
}

std::vector<Command> backupCommands() {
    return {
        {
            .path = "backup",
            .summary = Text::tr("Write this whole replica into one encrypted file, and read it back."),
            .positionals = {{"FILE", Text::tr("Where to; a file that is not there yet, on another disk or stick.")}},
            .run = backUp,
        },
        {
            .path = "recover backup",
            .summary = Text::tr("Make a replica of a backup, in a folder where none is (--home)."),
            .positionals = {{"FILE", Text::tr("The backup.")}},
            .run = restore,
        },
    };
}

} // namespace puente
