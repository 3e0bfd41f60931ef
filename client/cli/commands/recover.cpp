#include "client/cli/commands/commands.h"

#include "client/cli/json_writer.h"
#include "client/core/kit.h"
#include "client/core/kit_input.h"
#include "client/core/platform/process.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"

#include <charconv>

namespace puente {

namespace {

constexpr std::size_t kWordsInLine = 5;

void printWords(Console& console, const std::vector<std::string>& words) {
    std::string line;
    for (std::size_t i = 0; i < words.size(); ++i) {
        line += std::to_string(i + 1) + "." + words[i];
        const bool isFull = (i + 1) % kWordsInLine == 0 || i + 1 == words.size();
        if (isFull)
            console.line(std::exchange(line, {}));
        else
            line += "  ";
    }
}

Outcome<ExitCode> kit(Invocation& invocation) {
    const auto workspace = invocation.workspace();
    if (!workspace) return Failure{workspace.fault()};
    const std::string file = invocation.arguments.text("--out");
    const auto words = printKit(**workspace, file);
    if (!words) return Failure{words.fault()};
    Console& console = invocation.console;
    if (console.json()) {
        JsonWriter json;
        json.beginObject().member("file", file).key("words").beginArray();
        for (const std::string& word : *words)
            json.value(word);
        console.data(json.endArray().endObject().takeLine());
        return ExitCode::Done;
    }
    printWords(console, *words);
    console.say(Text::tr("The kit is in %1: print it, lock the paper away, and delete the file.").arg(file));
    console.say(Text::tr("Whoever has it can act as the organisation. Nobody else can give it back to you."));
    console.say(Text::tr("Then type its words back from the paper: “puente recover confirm”."));
    return ExitCode::Done;
}

Outcome<ExitCode> confirmPaper(Invocation& invocation) {
    const auto workspace = invocation.workspace();
    if (!workspace) return Failure{workspace.fault()};
    Console& console = invocation.console;
    const std::string file = invocation.arguments.text("--words-file", "-");
    if (file == "-" && platform::isTerminal(0))
        console.warn(Text::tr("Type the words of the kit from the paper, then Ctrl+D on a line of its own:"));
    const auto typed = kitFromFile(file);
    if (!typed) return Failure{typed.fault()};
    if (auto checked = checkKit(**workspace, *typed); !checked) return Failure{checked.fault()};
    const bool keepsRoot = invocation.arguments.has("--keep-root");
    const auto done = (*workspace)->confirmKit(keepsRoot, PassphraseSource(invocation.options().passphraseFile));
    if (!done) return Failure{done.fault()};
    const bool isKept = (*workspace)->keyring().root().has_value();
    if (console.json())
        console.data(
            JsonWriter().beginObject().member("confirmed", true).member("root_kept", isKept).endObject().takeLine());
    console.say(Text::tr("The kit on paper is right."));
    console.say(isKept
                    ? Text::tr("This device keeps the root as well: whoever has it and its passphrase can act as the "
                               "organisation.")
                    : Text::tr("This device has forgotten the root: from now on it is on the paper only."));
    return ExitCode::Done;
}

Outcome<std::uint8_t> numberFrom(const Arguments& arguments, const std::string& name, const std::string& fallback) {
    const std::string text = arguments.text(name, fallback);
    std::uint8_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size())
        return Failure{usageNotice(Text::tr("That is not a number."), Text::tr("Give a number from 2 to 16."), text)};
    return number;
}

Outcome<ShareCounts> countsFrom(const Arguments& arguments) {
    const auto total = numberFrom(arguments, "--trustees", "3");
    if (!total) return Failure{total.fault()};
    const auto threshold = numberFrom(arguments, "--threshold", "2");
    if (!threshold) return Failure{threshold.fault()};
    const ShareCounts counts{.threshold = *threshold, .total = *total};
    if (!isAcceptable(counts))
        return Failure{usageNotice(Text::tr("So many shares are not made."),
                                   Text::tr("From 2 to 16 trustees, of whom at least 2 and at most all are needed."))};
    return counts;
}

Outcome<ExitCode> shares(Invocation& invocation) {
    const auto counts = countsFrom(invocation.arguments);
    if (!counts) return Failure{counts.fault()};
    const auto workspace = invocation.workspace();
    if (!workspace) return Failure{workspace.fault()};
    std::optional<OrganizationRoot> root;
    if (invocation.arguments.has("--kit")) {
        auto read = kitFromFile(invocation.arguments.text("--kit"));
        if (!read) return Failure{read.fault()};
        if (auto checked = checkKit(**workspace, *read); !checked) return Failure{checked.fault()};
        root.emplace(std::move(*read));
    }
    const auto pages = printShares(**workspace, root ? &*root : nullptr, *counts, invocation.arguments.text("--out"));
    if (!pages) return Failure{pages.fault()};
    Console& console = invocation.console;
    if (console.json()) {
        JsonWriter json;
        json.beginObject().member("threshold", std::uint32_t{counts->threshold}).key("pages").beginArray();
        for (const std::string& page : *pages)
            json.value(page);
        console.data(json.endArray().endObject().takeLine());
        return ExitCode::Done;
    }
    for (const std::string& page : *pages)
        console.line(page);
    console.say(Text::tr("Print each page for one trustee, with its .txt or without, then delete the files."));
    console.say(Text::tr("Any %1 of these %2 trustees together can act as the organisation; fewer can do nothing.")
                    .arg(counts->threshold)
                    .arg(counts->total));
    console.say(Text::tr("Shares that were made before stay good: collect and burn them."));
    return ExitCode::Done;
}

} // namespace

std::vector<Command> recoverCommands() {
    return {
        {
            .path = "recover kit",
            .summary = Text::tr("Print the recovery kit of this organisation."),
            .options = {{"--out", Text::tr("FILE"), Text::tr("The page to write, as PDF; never over a file."), true}},
            .run = kit,
        },
        {
            .path = "recover confirm",
            .summary = Text::tr("Type the kit back from the paper; then this device forgets the root."),
            .options = {{"--words-file", Text::tr("FILE"), Text::tr("Where the words are; else they are typed.")},
                        {"--keep-root", "", Text::tr("Do not forget the root.")}},
            .run = confirmPaper,
        },
        {
            .path = "recover shares",
            .summary = Text::tr("Split the kit among trustees, of whom some together can recover."),
            .options = {{"--trustees", "N", Text::tr("How many shares; else 3.")},
                        {"--threshold", "N", Text::tr("How many of them are needed; else 2.")},
                        {"--out", Text::tr("FOLDER"), Text::tr("Where to write the pages."), true},
                        {"--kit", Text::tr("FILE"), Text::tr("The kit, where the device has forgotten the root.")}},
            .run = shares,
        },
    };
}

} // namespace puente
