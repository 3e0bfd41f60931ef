#include "client/cli/manual.h"

#include "client/cli/help.h"
#include "client/core/text.h"
#include "client/core/version.h"

#include <algorithm>
#include <map>
#include <set>

namespace puente {

namespace {

/// Text as roff takes it literally: no line begins a request, no character an escape.
std::string roff(std::string_view text) {
    std::string escaped;
    for (const char letter : text) {
        if (letter == '\\')
            escaped += "\\e";
        else if (letter == '-')
            escaped += "\\-";
        else
            escaped += letter;
    }
    const bool isRequest = escaped.starts_with('.') || escaped.starts_with('\'');
    return isRequest ? "\\&" + escaped : escaped;
}

std::string item(const std::string& name, const std::string& value, const std::string& help) {
    return ".TP\n.B " + roff(name) + (value.empty() ? "" : " \\fI" + roff(value) + "\\fR") + "\n" + roff(help) + "\n";
}

std::string section(const Command& command) {
    std::string text = ".SS puente " + roff(command.path);
    for (const PositionalSpec& spec : command.positionals) {
        const std::string name = roff(spec.name) + (spec.repeats ? "…" : "");
        text += spec.required ? " " + name : " [" + name + "]";
    }
    text += "\n" + roff(command.summary) + "\n";
    for (const PositionalSpec& spec : command.positionals)
        text += item(spec.name, {}, spec.help);
    for (const OptionSpec& spec : command.options)
        text += item(spec.name, spec.value, spec.help);
    return text;
}

std::string exitCodes() {
    const std::pair<int, std::string> codes[]{
        {0, Text::tr("done")},
        {1, Text::tr("conflicts wait for a decision, or nothing matched")},
        {2, Text::tr("the command was not understood")},
        {3, Text::tr("no network or server")},
        {4, Text::tr("refused")},
        {5, Text::tr("data invalid")},
        {6, Text::tr("another process has the replica open")},
        {7, Text::tr("partly done")},
        {70, Text::tr("internal error; nothing was changed")},
    };
    std::string text;
    for (const auto& [code, meaning] : codes)
        text += item(std::to_string(code), {}, meaning);
    return text;
}

/// A word list for bash, quoted.
std::string words(const std::set<std::string>& list) {
    std::string text;
    for (const std::string& word : list)
        text += (text.empty() ? "" : " ") + word;
    return "\"" + text + "\"";
}

} // namespace

std::string manualPage(std::span<const Command> commands) {
    std::string text = ".TH PUENTE 1 \"\" \"puente " + roff(programVersion()) + "\"\n.SH " +
                       roff(Text::tr("NAME").str()) + "\npuente \\- " +
                       roff(Text::tr("following up agreements together, with or without a network").str()) + "\n.SH " +
                       roff(Text::tr("COMMANDS").str()) + "\n";
    for (const Command& command : commands)
        text += section(command);
    text += ".SH " + roff(Text::tr("OPTIONS OF EVERY COMMAND").str()) + "\n";
    for (const OptionSpec& spec : globalOptions())
        text += item(spec.name, spec.value, spec.help);
    return text + ".SH " + roff(Text::tr("EXIT CODES").str()) + "\n" + exitCodes();
}

std::string bashCompletion(std::span<const Command> commands) {
    std::set<std::string> types, globals;
    for (const RecordType& type : Schema::builtIn().types())
        types.insert(type.name);
    for (const OptionSpec& spec : globalOptions())
        globals.insert(spec.name);

    std::map<std::string, std::set<std::string>> following; // by the words so far: what may come next
    for (const Command& command : commands) {
        const std::size_t space = command.path.find(' ');
        const std::string first = command.path.substr(0, space);
        following[""].insert(first);
        if (space != std::string::npos) following[first].insert(command.path.substr(space + 1));
        std::set<std::string>& own = following[command.path];
        for (const OptionSpec& spec : command.options)
            own.insert(spec.name);
        own.insert(globals.begin(), globals.end());
        const bool takesType = std::any_of(command.positionals.begin(), command.positionals.end(),
                                           [](const PositionalSpec& spec) { return spec.name == "TYPE"; });
        if (takesType) own.insert(types.begin(), types.end());
    }

    std::string text = "# bash completion for puente: source this file, or put it into\n"
                       "# ~/.local/share/bash-completion/completions/puente\n"
                       "_puente() {\n"
                       "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
                       "    local first=${COMP_WORDS[1]} second=${COMP_WORDS[2]} choices\n"
                       "    if [[ $before == --type ]]; then\n"
                       "        COMPREPLY=($(compgen -W " +
                       words(types) +
                       " -- \"$word\"))\n"
                       "        return\n"
                       "    fi\n"
                       "    ((COMP_CWORD < 2)) && first=\n"
                       "    ((COMP_CWORD < 3)) && second=\n"
                       "    case \"$first $second\" in\n";
    for (const auto& [path, next] : following)
        if (path.find(' ') != std::string::npos) text += "    \"" + path + "\") choices=" + words(next) + " ;;\n";
    text += "    *)\n        case \"$first\" in\n";
    for (const auto& [path, next] : following)
        if (path.find(' ') == std::string::npos) text += "        \"" + path + "\") choices=" + words(next) + " ;;\n";
    return text + "        esac\n"
                  "        ;;\n"
                  "    esac\n"
                  "    COMPREPLY=($(compgen -W \"$choices\" -- \"$word\"))\n"
                  "}\n"
                  "complete -o default -F _puente puente\n";
}

} // namespace puente
