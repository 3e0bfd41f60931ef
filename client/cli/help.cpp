#include "client/cli/help.h"

#include "client/core/text.h"
#include "client/core/version.h"

namespace puente {

namespace {

constexpr std::size_t kColumn = 30;

std::string entry(const std::string& name, const std::string& help) {
    std::string line = "  " + name;
    const std::size_t width = widthOf(line);
    if (width + 2 > kColumn)
        line += "\n" + std::string(kColumn, ' ');
    else
        line.append(kColumn - width, ' ');
    return line + help + "\n";
}

std::string nameOf(const OptionSpec& spec) {
    return spec.value.empty() ? spec.name : spec.name + " " + spec.value;
}

std::string usageOf(const Command& command) {
    std::string usage = "puente " + command.path;
    for (const PositionalSpec& spec : command.positionals) {
        const std::string name = spec.name + (spec.repeats ? "…" : "");
        usage += spec.required ? " " + name : " [" + name + "]";
    }
    for (const OptionSpec& spec : command.options)
        usage += spec.required ? " " + nameOf(spec) : " [" + nameOf(spec) + "]" + (spec.repeats ? "…" : "");
    return usage;
}

std::string listOf(const std::vector<OptionSpec>& options) {
    std::string text;
    for (const OptionSpec& spec : options)
        text += entry(nameOf(spec), spec.help);
    return text;
}

bool isUnder(const std::string& commandPath, const std::string& path) {
    return path.empty() || commandPath.starts_with(path + " ");
}

} // namespace

const std::vector<OptionSpec>& globalOptions() {
    static const std::vector<OptionSpec> options{
        {"--home", Text::tr("DIR"), Text::tr("The replica's folder; else PUENTE_HOME, else the user's data folder.")},
        {"--passphrase-file", Text::tr("FILE"),
         Text::tr("Take the passphrase from a file; else PUENTE_PASSPHRASE_FILE, else it is asked for.")},
        {"--json", "", Text::tr("Print JSON, as docs/cli.md describes it.")},
        {"--quiet", "", Text::tr("Print data and errors only.")},
        {"--help", "", Text::tr("This help; after a command, that command's.")},
        {"--version", "", Text::tr("The version of the program.")},
    };
    return options;
}

std::string overview(std::span<const Command> commands, const std::string& path) {
    std::string text = Text::tr("Puente: following up agreements together, with or without a network.");
    text += "\n\n" + std::string(Text::tr("Commands:")) + "\n";
    for (const Command& command : commands)
        if (isUnder(command.path, path)) text += entry(command.path, command.summary);
    text += "\n" + std::string(Text::tr("Options of every command:")) + "\n" + listOf(globalOptions());
    text += "\n" + std::string(Text::tr("More about one: %1").arg("puente COMMAND --help")) + "\n";
    return text;
}

std::string helpFor(const Command& command) {
    std::string text = command.summary + "\n\n" + usageOf(command) + "\n";
    if (!command.positionals.empty()) text += "\n";
    for (const PositionalSpec& spec : command.positionals)
        text += entry(spec.name, spec.help);
    if (!command.options.empty()) text += "\n" + listOf(command.options);
    text += "\n" + std::string(Text::tr("Options of every command:")) + "\n" + listOf(globalOptions());
    return text;
}

std::string versionText() {
    return "puente " + std::string(programVersion()) + "\n";
}

} // namespace puente
