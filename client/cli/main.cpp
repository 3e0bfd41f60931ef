#include "client/cli/commands/commands.h"
#include "client/cli/parser.h"
#include "client/core/platform/process.h"
#include "client/core/text.h"

#include <QCoreApplication>

#include <cstdio>

namespace {

int run(puente::Parsed& parsed) {
    puente::Console console(parsed.output);
    parsed.options.home = puente::replicaFolder(parsed.options.home);
    puente::Invocation invocation(console, parsed.arguments, parsed.options);
    const auto outcome = parsed.command->run(invocation);
    if (outcome) return static_cast<int>(*outcome);
    console.fail(outcome.fault());
    return static_cast<int>(outcome.fault().code);
}

} // namespace

int main(int argc, char** argv) {
    puente::platform::keepMemoryPrivate();
    QCoreApplication application(argc, argv);
    puente::installTranslations(puente::wantedLanguage());

    const auto commands = puente::allCommands();
    puente::Parsed parsed = puente::parseCommandLine(argc, argv, commands);
    if (parsed.command) return run(parsed);
    std::FILE* stream = parsed.code == puente::ExitCode::Done ? stdout : stderr;
    std::fputs(parsed.text.c_str(), stream);
    return static_cast<int>(parsed.code);
}
