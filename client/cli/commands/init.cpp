#include "client/cli/commands/commands.h"

#include "client/cli/json_writer.h"
#include "client/core/fingerprint.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"

#include <charconv>

namespace puente {

namespace {

Outcome<Office> officeFrom(const Arguments& arguments) {
    const auto kind = organizationKindFromWord(arguments.text("--kind"));
    if (!kind)
        return Failure{usageNotice(Text::tr("That is not a kind of organisation."),
                                   Text::tr("Say civil_society, government, secretariat or international."),
                                   arguments.text("--kind"))};
    const std::string country = arguments.text("--country");
    const bool isCode = country.size() == 2 && country.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == country.npos;
    if (!isCode)
        return Failure{usageNotice(Text::tr("That is not a country's code."),
                                   Text::tr("Give its two capital letters, such as CR or MX."), country)};
    return Office{arguments.text("--organization"), country, *kind, arguments.text("--person")};
}

Outcome<PassphraseCost> costFrom(const Arguments& arguments) {
    PassphraseCost cost;
    if (!arguments.has("--kdf-memory")) return cost;
    const std::string text = arguments.text("--kdf-memory");
    std::uint32_t mebibytes = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), mebibytes);
    if (read.ec == std::errc() && read.ptr == text.data() + text.size() && mebibytes <= 1024)
        cost.memoryKibibytes = mebibytes * 1024;
    else
        cost.memoryKibibytes = 0;
    if (!isAcceptable(cost))
        return Failure{usageNotice(Text::tr("That amount of memory is not permitted."),
                                   Text::tr("Give a number of MiB from 64 to 1024."), text)};
    return cost;
}

Outcome<ExitCode> init(Invocation& invocation) {
    const auto office = officeFrom(invocation.arguments);
    if (!office) return Failure{office.fault()};
    const auto cost = costFrom(invocation.arguments);
    if (!cost) return Failure{cost.fault()};
    const auto created = Workspace::create(invocation.options().home, {*office, *cost},
                                           PassphraseSource(invocation.options().passphraseFile));
    if (!created) return Failure{created.fault()};

    const std::string words = fingerprintWords(created->certificate);
    if (invocation.console.json())
        invocation.console.data(JsonWriter()
                                    .beginObject()
                                    .member("home", invocation.options().home)
                                    .member("organization", office->organization)
                                    .member("fingerprint", words)
                                    .endObject()
                                    .takeLine());
    invocation.console.say(
        Text::tr("The replica of %1 is ready in %2").arg(office->organization).arg(invocation.options().home));
    invocation.console.say(Text::tr("The words of this office: %1").arg(words));
    invocation.console.say(Text::tr("Keep the passphrase well: nobody can recover it for you."));
    return ExitCode::Done;
}

} // namespace

std::vector<Command> initCommands() {
    return {{
        .path = "init",
        .summary = Text::tr("Make the replica of an office in a folder of its own."),
        .options =
            {
                {"--organization", Text::tr("NAME"), Text::tr("What the office is called."), true},
                {"--country", "XX", Text::tr("Its country, as two capital letters."), true},
                {"--kind", Text::tr("KIND"), "civil_society, government, secretariat, international", true},
                {"--person", Text::tr("NAME"), Text::tr("Who is named beside what is written here.")},
                {"--kdf-memory", "MIB", Text::tr("Memory that each try of a passphrase takes: 64 to 1024, else 128.")},
            },
        .run = init,
    }};
}

} // namespace puente
