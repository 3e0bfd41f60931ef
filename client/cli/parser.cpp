#include "client/cli/parser.h"

#include "client/cli/help.h"
#include "client/core/platform/process.h"
#include "client/core/text.h"

#include <CLI/CLI.hpp>

#include <cstdlib>

namespace puente {

namespace {

/// The words of a command's path, one CLI11 subcommand each; made where they are missing.
CLI::App& subcommandFor(CLI::App& app, const std::string& path) {
    const auto space = path.find(' ');
    const std::string word = path.substr(0, space);
    const auto known = app.get_subcommands([&](const CLI::App* each) { return each->get_name() == word; });
    CLI::App* sub = known.empty() ? app.add_subcommand(word) : known.front();
    if (known.empty()) {
        sub->fallthrough()->allow_extras()->set_help_flag();
        sub->require_subcommand(0, 1);
    }
    return space == std::string::npos ? *sub : subcommandFor(*sub, path.substr(space + 1));
}

void declareOption(CLI::App& app, const OptionSpec& spec) {
    if (spec.value.empty()) {
        app.add_flag(spec.name);
        return;
    }
    CLI::Option* option = app.add_option(spec.name)->expected(1)->allow_extra_args(false);
    option->multi_option_policy(spec.repeats ? CLI::MultiOptionPolicy::TakeAll : CLI::MultiOptionPolicy::TakeLast);
}

void declare(CLI::App& app, const Command& command) {
    CLI::App& sub = subcommandFor(app, command.path);
    for (const PositionalSpec& spec : command.positionals) {
        CLI::Option* option = sub.add_option(spec.name);
        if (spec.repeats) option->expected(1, CLI::detail::expected_max_vector_size)->allow_extra_args()->take_all();
    }
    for (const OptionSpec& spec : command.options)
        declareOption(sub, spec);
}

/// The innermost subcommand that was called, and the path that calls it.
std::pair<const CLI::App*, std::string> called(const CLI::App& app) {
    const CLI::App* current = &app;
    std::string path;
    while (!current->get_subcommands().empty()) {
        current = current->get_subcommands().front();
        path += (path.empty() ? "" : " ") + current->get_name();
    }
    return {current, path};
}

void collect(const CLI::App& app, Arguments& arguments) {
    for (const CLI::Option* option : app.get_options())
        if (option->count() > 0) arguments.add(option->get_name(), option->results());
}

std::string fromEnvironment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

/// What is missing or too much for the command, in words; empty when nothing is.
std::string complaintAbout(const Command& command, const Arguments& arguments, const CLI::App& app) {
    const std::vector<std::string> extras = app.remaining(true);
    if (!extras.empty()) return Text::tr("“%1” is not understood here.").arg(extras.front());
    for (const PositionalSpec& spec : command.positionals)
        if (spec.required && !arguments.has(spec.name)) return Text::tr("%1 is missing.").arg(spec.name);
    for (const OptionSpec& spec : command.options)
        if (spec.required && !arguments.has(spec.name))
            return Text::tr("%1 is missing.").arg(spec.name + " " + spec.value);
    return {};
}

Parsed usageError(Parsed parsed, const std::string& complaint, const std::string& path) {
    parsed.code = ExitCode::Usage;
    const std::string help = path.empty() ? "puente --help" : "puente " + path + " --help";
    parsed.text = "puente: " + complaint + "\n  " + std::string(Text::tr("Help: %1").arg(help)) + "\n";
    return parsed;
}

void readGlobals(const CLI::App& app, Parsed& parsed) {
    Arguments globals;
    collect(app, globals);
    parsed.output.json = globals.has("--json");
    parsed.output.quiet = globals.has("--quiet");
    parsed.output.colors = fromEnvironment("NO_COLOR").empty() && platform::isTerminal(1);
    parsed.output.progress = platform::isTerminal(2);
    parsed.options.home = globals.text("--home", fromEnvironment("PUENTE_HOME"));
    parsed.options.passphraseFile = globals.text("--passphrase-file", fromEnvironment("PUENTE_PASSPHRASE_FILE"));
}

/// Decides what the parsed words mean.
Parsed interpret(const CLI::App& app, std::span<const Command> commands) {
    Parsed parsed;
    readGlobals(app, parsed);
    const auto [sub, path] = called(app);
    if (app.count("--version") > 0) {
        parsed.text = versionText();
        return parsed;
    }
    for (const Command& command : commands)
        if (command.path == path) parsed.command = &command;
    if (app.count("--help") > 0) {
        parsed.text = parsed.command ? helpFor(*parsed.command) : overview(commands, path);
        parsed.command = nullptr;
        return parsed;
    }
    if (!parsed.command) {
        const std::vector<std::string> extras = app.remaining(true);
        if (!extras.empty())
            return usageError(std::move(parsed), Text::tr("“%1” is not understood here.").arg(extras.front()), path);
        parsed.code = ExitCode::Usage;
        parsed.text = overview(commands, path);
        return parsed;
    }
    collect(*sub, parsed.arguments);
    if (const auto complaint = complaintAbout(*parsed.command, parsed.arguments, app); !complaint.empty()) {
        parsed.command = nullptr;
        return usageError(std::move(parsed), complaint, path);
    }
    return parsed;
}

} // namespace

Parsed parseCommandLine(int argc, char** argv, std::span<const Command> commands) {
    CLI::App app("", "puente");
    app.set_help_flag();
    app.allow_extras()->require_subcommand(0, 1);
    app.add_flag("--help,-h");
    for (const OptionSpec& spec : globalOptions())
        if (spec.name != "--help") declareOption(app, spec);
    for (const Command& command : commands)
        declare(app, command);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return usageError({}, error.what(), called(app).second);
    }
    return interpret(app, commands);
}

} // namespace puente
