#pragma once

#include "client/cli/console.h"
#include "client/core/notice.h"
#include "client/core/records.h"
#include "client/core/workspace.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace puente {

/// Something a command may be told by name: "--space NAME", or a flag when it has no value.
struct OptionSpec {
    std::string name; ///< with its dashes
    std::string value = {};
    std::string help = {};
    bool required = false;
    bool repeats = false;
};

/// Something a command is told by its place.
struct PositionalSpec {
    std::string name;
    std::string help = {};
    bool required = true;
    bool repeats = false;
};

/// What the user typed, sorted by the names of the specs above.
class Arguments {
public:
    void add(const std::string& name, std::vector<std::string> values) { m_values[name] = std::move(values); }

    bool has(const std::string& name) const { return m_values.contains(name); }
    std::string text(const std::string& name, std::string fallback = {}) const;
    std::vector<std::string> list(const std::string& name) const;

private:
    std::map<std::string, std::vector<std::string>> m_values;
};

/// What a running command is given: what was typed, where to write, and the replica once it is opened.
class Invocation {
public:
    struct Options {
        std::string home;
        std::string passphraseFile;
    };
    Invocation(Console& console, Arguments arguments, Options options)
        : console(console), arguments(std::move(arguments)), m_options(std::move(options)) {}

    /// Opens the replica, asking for the passphrase; the same one however often it is called.
    Outcome<Workspace*> workspace();
    /// The space that --space names, or the only one there is.
    Outcome<SpaceId> space();
    /// The records of that space.
    Outcome<Records*> records();
    /// The spaces that --space names, or all of them.
    Outcome<std::vector<SpaceId>> spaces();
    const Options& options() const { return m_options; }

    Console& console;
    const Arguments arguments;

private:
    Options m_options;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Records> m_records;
};

/// One verb of the command line.
struct Command {
    std::string path; ///< "space create": the words that call it
    std::string summary;
    std::vector<PositionalSpec> positionals = {};
    std::vector<OptionSpec> options = {};
    Outcome<ExitCode> (*run)(Invocation&) = nullptr;
};

/// "--space NAME", as most commands take it.
OptionSpec spaceOption();

} // namespace puente
