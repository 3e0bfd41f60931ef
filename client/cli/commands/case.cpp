#include "client/cli/commands/commands.h"

#include "client/cli/commands/case_named.h"
#include "client/cli/day_option.h"
#include "client/cli/record_output.h"
#include "client/cli/text_input.h"
#include "client/core/cases.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/value_text.h"

namespace puente {

namespace {

Outcome<ExitCode> open(Invocation& invocation) {
    auto cases = casesOf(invocation);
    if (!cases) return Failure{cases.fault()};
    const auto text = textFrom(invocation.arguments.text("--from", "-"));
    if (!text) return Failure{text.fault()};
    auto wanted = Cases::read(*text);
    if (!wanted) return Failure{wanted.fault()};
    if (invocation.arguments.has("--kind")) wanted->kind = invocation.arguments.text("--kind");
    const auto code = cases->open(*wanted);
    if (!code) return Failure{code.fault()};
    if (invocation.console.json()) {
        JsonWriter json;
        json.beginObject().member("receipt_code", *code).endObject();
        invocation.console.data(json.takeLine());
    } else {
        invocation.console.line(Text::tr("Receipt code"), ": " + *code);
    }
    invocation.console.say(Text::tr("Give it to whoever told it: with it they can ask what became of it."));
    return ExitCode::Done;
}

Outcome<ExitCode> status(Invocation& invocation) {
    auto here = caseNamed(invocation);
    if (!here) return Failure{here.fault()};
    if (auto done = here->cases.setStatus(here->record, invocation.arguments.text("STATUS")); !done)
        return Failure{done.fault()};
    invocation.console.say(Text::tr("Noted."));
    return ExitCode::Done;
}

Outcome<ExitCode> follow(Invocation& invocation) {
    auto here = caseNamed(invocation);
    if (!here) return Failure{here.fault()};
    const auto text = textFrom(invocation.arguments.text("--from", "-"));
    if (!text) return Failure{text.fault()};
    const auto day = dayFrom(invocation.arguments, "--date", (*invocation.records())->today());
    if (!day) return Failure{day.fault()};
    if (auto done = here->cases.follow(here->record, *text, *day); !done) return Failure{done.fault()};
    invocation.console.say(Text::tr("Noted."));
    return ExitCode::Done;
}

Outcome<ExitCode> refer(Invocation& invocation) {
    auto here = caseNamed(invocation);
    if (!here) return Failure{here.fault()};
    const auto workspace = invocation.workspace();
    if (!workspace) return Failure{workspace.fault()};
    const auto space = (*workspace)->findSpace(invocation.arguments.text("--to"));
    if (!space) return Failure{space.fault()};
    const auto target = Records::in(**workspace, *space);
    if (!target) return Failure{target.fault()};
    const auto reason = textFrom(invocation.arguments.text("--from", "-"));
    if (!reason) return Failure{reason.fault()};
    const auto day = dayFrom(invocation.arguments, "--date", (*target)->today());
    if (!day) return Failure{day.fault()};
    if (auto done = here->cases.refer(here->record, **target, *reason, *day); !done) return Failure{done.fault()};
    invocation.console.say(Text::tr("A copy is in the space “%1”, under a key of that space and the same receipt code.")
                               .arg((*workspace)->replica().findSpace(*space)->name));
    return ExitCode::Done;
}

Outcome<ExitCode> erase(Invocation& invocation) {
    auto here = caseNamed(invocation);
    if (!here) return Failure{here.fault()};
    if (!invocation.arguments.has("--yes"))
        return Failure{usageNotice(Text::tr("What a case says is deleted for ever, on every replica that hears of it."),
                                   Text::tr("Say --yes if that is meant. Copies in other spaces are deleted there."))};
    if (auto done = here->cases.erase(here->record); !done) return Failure{done.fault()};
    invocation.console.say(
        Text::tr("Deleted here. Others delete it at their next contact; “puente case deletion” shows who has. "
                 "What somebody copied or printed cannot be called back."));
    return ExitCode::Done;
}

} // namespace

Outcome<Cases> casesOf(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    return Cases::in(**records);
}

Outcome<NamedCase> caseNamed(Invocation& invocation) {
    auto cases = casesOf(invocation);
    if (!cases) return Failure{cases.fault()};
    const auto record = cases->find(invocation.arguments.text("CODE"));
    if (!record) return Failure{record.fault()};
    return NamedCase{std::move(*cases), *record};
}

PositionalSpec caseCode() {
    return {"CODE", Text::tr("The case's receipt code.")};
}

std::vector<Command> caseCommands() {
    const PositionalSpec code = caseCode();
    const OptionSpec from{"--from", Text::tr("FILE"),
                          Text::tr("A file that holds the text; “-”, and without it, the standard input. Never on the "
                                   "command line, which others can see.")};
    return {
        {
            .path = "case open",
            .summary = Text::tr("Enter a case: lines “field: value”, such as “Relato: …”. Gives its receipt code."),
            .options = {spaceOption(),
                        from,
                        {"--kind", Text::tr("KIND"),
                         Text::tr("complaint, documentation, research, detection, attention, protection.")}},
            .run = open,
        },
        {
            .path = "case status",
            .summary = Text::tr("Say how a case stands."),
            .positionals = {code, {"STATUS", Text::tr("received, under_review, referred, followed_up, closed.")}},
            .options = {spaceOption()},
            .run = status,
        },
        {
            .path = "case follow",
            .summary = Text::tr("Note what was done about a case."),
            .positionals = {code},
            .options = {spaceOption(), from, dayOption("--date", Text::tr("When; today unless said."))},
            .run = follow,
        },
        {
            .path = "case refer",
            .summary = Text::tr("Hand a copy of a case to another body, into its restricted space."),
            .positionals = {code},
            .options = {spaceOption(),
                        {"--to", Text::tr("SPACE"),
                         Text::tr("The restricted space of the other body; this office must be in it."), true},
                        {"--from", Text::tr("FILE"),
                         Text::tr("A file that holds the reason; “-”, and without it, the standard input.")},
                        dayOption("--date", Text::tr("When; today unless said."))},
            .run = refer,
        },
        {
            .path = "case delete",
            .summary = Text::tr("Delete what a case says, on every replica that hears of it."),
            .positionals = {code},
            .options = {spaceOption(), {"--yes", "", Text::tr("It is meant.")}},
            .run = erase,
        },
    };
}

} // namespace puente
