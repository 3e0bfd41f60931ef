#include "client/core/plans.h"

#include "client/cli/commands/commands.h"
#include "client/cli/commands/plan_options.h"
#include "client/cli/day_option.h"
#include "client/cli/json_writer.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/day_text.h"
#include "client/domain/follow_up/plan_tree.h"

namespace puente {

namespace {

constexpr std::size_t kHandleWidth = 8;

std::string levelText(const std::string& level) {
    if (level == "axis") return Text::tr("axis");
    if (level == "line") return Text::tr("line of action");
    return level == "activity" ? Text::tr("activity").str() : std::string();
}

std::string kindText(const std::string& kind) {
    if (kind == "theme") return Text::tr("theme");
    return kind == "action" ? Text::tr("action").str() : std::string();
}

std::string field(const Records& records, const PlanLine& line, std::string_view name) {
    const RecordType& type = *records.catalogue().schema().type("line_of_action");
    const auto value = RecordReader(line.record, type).value(name);
    if (!value) return {};
    const auto* day = std::get_if<Day>(&*value);
    const auto* text = std::get_if<std::string>(&*value);
    return day ? formatDay(*day) : text ? *text : std::string();
}

/// The text in the reader's language, else in the other one.
std::string lineText(const Records& records, const PlanLine& line) {
    const bool isSpanish = language() == Language::Spanish;
    const std::string own = field(records, line, isSpanish ? "text_es" : "text_en");
    return own.empty() ? field(records, line, isSpanish ? "text_en" : "text_es") : own;
}

void printLine(Console& console, const Records& records, const PlanLine& line) {
    const std::string indent(2 * (static_cast<std::size_t>(line.depth) + 1), ' ');
    const std::string level = levelText(line.level);
    std::string text = indent + line.code + "  " + lineText(records, line);
    if (!level.empty()) text += "  [" + level + "]";
    console.line(text);
    const std::string who = field(records, line, "responsible"), due = field(records, line, "due");
    std::string detail;
    if (!who.empty()) detail += Text::tr("Responsible: %1").arg(who).str();
    if (!due.empty()) detail += (detail.empty() ? "" : ". ") + Text::tr("Due: %1").arg(due).str();
    if (!detail.empty()) console.line(indent + std::string(line.code.size() + 2, ' ') + detail);
}

std::string outcomeText(const SuggestionView& view) {
    if (view.decision.empty()) return Text::tr("still open");
    const std::string day = view.decided ? formatDay(*view.decided) : std::string();
    std::string text = view.decision == "accepted" ? Text::tr("accepted by %1, %2").arg(view.decidedBy).arg(day)
                                                   : Text::tr("refused by %1, %2").arg(view.decidedBy).arg(day);
    if (!view.line.empty()) text += ". " + Text::tr("Line: %1").arg(view.line).str();
    if (!view.reason.empty()) text += ". " + Text::tr("Reason: %1").arg(view.reason).str();
    return text;
}

void printSuggestions(Console& console, const std::vector<SuggestionView>& suggestions) {
    if (suggestions.empty()) return;
    console.line("");
    console.line(Text::tr("Suggestions"), "");
    for (const SuggestionView& view : suggestions) {
        const std::string kind = kindText(view.kind);
        console.line("  " + view.handle.substr(0, kHandleWidth) + "  " + (kind.empty() ? "" : kind + ": ") + view.text +
                     "  (" + view.organization + ")");
        console.line("            " + outcomeText(view));
    }
}

void printText(Console& console, const Records& records, const PlanView& view) {
    console.line(view.title, " (" + view.year + ")");
    for (const std::string& theme : view.themes)
        console.line(Text::tr("Theme of the year: %1").arg(theme));
    for (const std::string& axis : view.axes)
        console.line(Text::tr("Axis: %1").arg(axis));
    console.line("");
    if (view.tree.lines.empty()) console.line(Text::tr("The plan has no lines yet."));
    for (const PlanLine& line : view.tree.lines)
        printLine(console, records, line);
    printSuggestions(console, view.suggestions);
}

void writeTexts(JsonWriter& json, const char* name, const std::vector<std::string>& texts) {
    json.key(name).beginArray();
    for (const std::string& text : texts)
        json.value(text);
    json.endArray();
}

void printJson(Console& console, const Records& records, const PlanView& view) {
    JsonWriter json;
    json.beginObject().member("id", view.handle).member("title", view.title).member("year", view.year);
    writeTexts(json, "themes", view.themes);
    writeTexts(json, "axes", view.axes);
    json.key("lines").beginArray();
    for (const PlanLine& line : view.tree.lines)
        json.beginObject()
            .member("id", handleOf(line.record.id(), records.workspace().replica().logs()))
            .member("code", line.code)
            .member("level", line.level)
            .member("parent", line.parentCode)
            .member("depth", std::int64_t{line.depth})
            .member("text", lineText(records, line))
            .member("responsible", field(records, line, "responsible"))
            .member("due", field(records, line, "due"))
            .endObject();
    json.endArray().key("suggestions").beginArray();
    for (const SuggestionView& suggestion : view.suggestions)
        json.beginObject()
            .member("id", suggestion.handle)
            .member("organization", suggestion.organization)
            .member("kind", suggestion.kind)
            .member("text", suggestion.text)
            .member("decision", suggestion.decision.empty() ? std::string("open") : suggestion.decision)
            .member("reason", suggestion.reason)
            .member("decided_by", suggestion.decidedBy)
            .member("decided", suggestion.decided ? formatDay(*suggestion.decided) : std::string())
            .member("line", suggestion.line)
            .endObject();
    console.data(json.endArray().endObject().takeLine());
}

Outcome<ExitCode> show(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const Plans plans(**records);
    const auto plan = plans.find(invocation.arguments.text("PLAN"));
    if (!plan) return Failure{plan.fault()};
    const auto view = plans.view(*plan);
    if (!view) return Failure{view.fault()};
    if (invocation.console.json())
        printJson(invocation.console, **records, *view);
    else
        printText(invocation.console, **records, *view);
    return ExitCode::Done;
}

Outcome<ExitCode> suggest(Invocation& invocation) {
    const std::string kind = invocation.arguments.text("--kind");
    if (kind != "theme" && kind != "action")
        return Failure{usageNotice(Text::tr("“%1” is not a kind of suggestion.").arg(kind),
                                   Text::tr("Say theme or action."), "--kind")};
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    Plans plans(**records);
    const auto plan = plans.find(invocation.arguments.text("PLAN"));
    if (!plan) return Failure{plan.fault()};
    const auto suggestion = plans.suggest(*plan, kind, invocation.arguments.text("TEXT"));
    if (!suggestion) return Failure{suggestion.fault()};
    const std::string handle = handleOf(*suggestion, (*records)->workspace().replica().logs());
    if (invocation.console.json())
        invocation.console.data(JsonWriter().beginObject().member("id", handle).endObject().takeLine());
    invocation.console.say(
        Text::tr("Suggested: %1. It stays open until somebody decides on it.").arg(handle.substr(0, kHandleWidth)));
    return ExitCode::Done;
}

Outcome<ExitCode> decide(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments;
    const std::string word = arguments.text("DECISION");
    if (word != "accept" && word != "refuse")
        return Failure{usageNotice(Text::tr("“%1” is not a decision.").arg(word), Text::tr("Say accept or refuse."))};
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto day = dayFrom(arguments, "--at", (*records)->today());
    if (!day) return Failure{day.fault()};
    const auto decided = Plans(**records).decide(arguments.text("SUGGESTION"), {.accepts = word == "accept",
                                                                                .reason = arguments.text("--reason"),
                                                                                .code = arguments.text("--code"),
                                                                                .under = arguments.text("--under"),
                                                                                .day = *day});
    if (!decided) return Failure{decided.fault()};
    Console& console = invocation.console;
    if (console.json())
        console.data(JsonWriter()
                         .beginObject()
                         .member("decision", word == "accept" ? "accepted" : "refused")
                         .member("theme", decided->theme)
                         .member("line", decided->code)
                         .endObject()
                         .takeLine());
    if (!decided->code.empty())
        console.say(Text::tr("Accepted: it is line %1 of the plan.").arg(decided->code));
    else if (!decided->theme.empty())
        console.say(Text::tr("Accepted: it is a theme of the year."));
    else
        console.say(Text::tr("Refused, with its reason."));
    return ExitCode::Done;
}

} // namespace

Outcome<AskedPlan> askedPlan(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto plan = Plans(**records).find(invocation.arguments.text("PLAN"));
    if (!plan) return Failure{plan.fault()};
    const auto day = dayFrom(invocation.arguments, "--at", (*records)->today());
    if (!day) return Failure{day.fault()};
    return AskedPlan{*records, *plan, *day};
}

PositionalSpec planPositional() {
    return {"PLAN", Text::tr("The plan: its year, its title or its id.")};
}

std::vector<Command> planCommands() {
    std::vector<Command> commands{
        {
            .path = "plan show",
            .summary = Text::tr("A work plan: its themes, axes, lines and activities, and what was suggested."),
            .positionals = {planPositional()},
            .options = {spaceOption()},
            .run = show,
        },
        {
            .path = "plan suggest",
            .summary = Text::tr("Suggest a theme of the year or an action for a plan."),
            .positionals = {planPositional(), {"TEXT", Text::tr("What is suggested.")}},
            .options = {{"--kind", Text::tr("KIND"), Text::tr("theme or action."), true}, spaceOption()},
            .run = suggest,
        },
        {
            .path = "plan decide",
            .summary = Text::tr("Accept or refuse a suggestion; an accepted action becomes a line of the plan."),
            .positionals = {{"SUGGESTION", Text::tr("Its id, as “puente plan show” shows it.")},
                            {"DECISION", Text::tr("accept or refuse.")}},
            .options = {{"--reason", Text::tr("TEXT"), Text::tr("Why; a refusal needs it.")},
                        {"--code", Text::tr("CODE"), Text::tr("The code of the new line; else the next free one.")},
                        {"--under", Text::tr("CODE"), Text::tr("The line that the new one is part of.")},
                        dayOption("--at", Text::tr("The day of the decision; today unless said.")),
                        spaceOption()},
            .run = decide,
        },
    };
    for (Command& command : planApprovalCommands())
        commands.push_back(std::move(command));
    return commands;
}

} // namespace puente
