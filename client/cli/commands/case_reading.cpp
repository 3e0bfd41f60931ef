#include "client/cli/commands/case_named.h"
#include "client/cli/commands/commands.h"
#include "client/cli/erasure_output.h"
#include "client/cli/quarter_option.h"
#include "client/cli/record_output.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/value_text.h"

#include <algorithm>

namespace puente {

namespace {

Outcome<ExitCode> list(Invocation& invocation) {
    const auto cases = casesOf(invocation);
    if (!cases) return Failure{cases.fault()};
    std::string words;
    for (const std::string& word : invocation.arguments.list("WORD"))
        words += word + " ";
    const auto found = cases->search(words);
    if (!found) return Failure{found.fault()};
    if (invocation.console.json()) {
        JsonWriter json;
        json.beginArray();
        for (const RecordView& view : *found)
            writeRecord(json, view);
        invocation.console.data(json.endArray().takeLine());
    } else {
        std::vector<std::vector<std::string>> rows;
        for (const RecordView& view : *found)
            rows.push_back({fieldText(view, "receipt_code"), fieldText(view, "received"), fieldText(view, "kind"),
                            fieldText(view, "topic"), fieldText(view, "country"), fieldText(view, "status")});
        if (rows.empty())
            invocation.console.say(Text::tr("Nothing matches."));
        else
            invocation.console.table({Text::tr("CODE"), Text::tr("RECEIVED"), Text::tr("KIND"), Text::tr("TOPIC"),
                                      Text::tr("COUNTRY"), Text::tr("STATUS")},
                                     rows);
    }
    return found->empty() ? ExitCode::Pending : ExitCode::Done;
}

void printPart(Console& console, const std::string& heading, const std::vector<RecordView>& parts, const char* day,
               const char* text) {
    if (parts.empty()) return;
    console.line(heading, "");
    for (const RecordView& part : parts)
        console.line("  " + fieldText(part, day) + "  " + fieldText(part, text));
}

Outcome<ExitCode> show(Invocation& invocation) {
    const auto here = caseNamed(invocation);
    if (!here) return Failure{here.fault()};
    const auto view = here->cases.view(here->record);
    const auto notes = here->cases.followUps(here->record), referrals = here->cases.referrals(here->record);
    for (const auto* part : {&notes, &referrals})
        if (!*part) return Failure{part->fault()};
    if (!view) return Failure{view.fault()};
    Console& console = invocation.console;
    if (console.json()) {
        JsonWriter json;
        json.beginObject().key("case");
        writeRecord(json, *view);
        for (const auto& [name, parts] : {std::pair("follow_ups", &*notes), std::pair("referrals", &*referrals)}) {
            json.key(name).beginArray();
            for (const RecordView& part : *parts)
                writeRecord(json, part);
            json.endArray();
        }
        console.data(json.endObject().takeLine());
        return ExitCode::Done;
    }
    for (const FieldView& field : view->fields)
        if (field.name != "key") console.line(field.label, ": " + fieldText(*view, field.name));
    printPart(console, Text::tr("Follow-up"), *notes, "date", "text");
    printPart(console, Text::tr("Referred to"), *referrals, "date", "to");
    return ExitCode::Done;
}

Outcome<ExitCode> deletion(Invocation& invocation) {
    const auto here = caseNamed(invocation);
    if (!here) return Failure{here.fault()};
    const auto status = here->cases.erasureOf(here->record);
    if (!status) return Failure{status.fault()};
    printErasure(invocation.console, (*invocation.workspace())->replica(), (*invocation.records())->space(), *status);
    return status->isErased && status->missing.empty() ? ExitCode::Done : ExitCode::Pending;
}

void printCounts(Console& console, const Quarter& quarter, const std::map<std::string, std::size_t>& counts) {
    const Field& kind = *Schema::builtIn().type("case")->field("kind");
    JsonWriter json;
    json.beginObject().member("quarter", formatQuarter(quarter)).key("counts").beginArray();
    for (const auto& [name, count] : counts) {
        const bool leaves = count >= kCaseCountMin;
        json.beginObject()
            .member("kind", name)
            .member("count", std::uint64_t{count})
            .member("leaves", leaves)
            .endObject();
        if (console.json()) continue;
        const Enumerator* enumerator = findEnumerator(kind, name);
        console.line((enumerator ? enumerator->label.in(language()) : name) + ": " + std::to_string(count) +
                     (leaves ? "" : "  " + Text::tr("(too few to leave this space)").str()));
    }
    if (console.json()) console.data(json.endArray().endObject().takeLine());
}

Outcome<ExitCode> counts(Invocation& invocation) {
    const auto cases = casesOf(invocation);
    if (!cases) return Failure{cases.fault()};
    const auto quarter = quarterFrom(invocation.arguments, Quarter{});
    if (!quarter) return Failure{quarter.fault()};
    const auto counts = cases->countsIn(*quarter);
    if (!counts) return Failure{counts.fault()};
    printCounts(invocation.console, *quarter, *counts);
    if (!invocation.arguments.has("--share")) return counts->empty() ? ExitCode::Pending : ExitCode::Done;

    const auto workspace = invocation.workspace();
    const auto space = (*workspace)->findSpace(invocation.arguments.text("--share"));
    if (!space) return Failure{space.fault()};
    const auto target = Records::in(**workspace, *space);
    if (!target) return Failure{target.fault()};
    const auto shared = shareCounts(**target, *quarter, *counts);
    if (!shared) return Failure{shared.fault()};
    invocation.console.say(
        Text::tr("Counts written to “%1”: %2").arg((*workspace)->replica().findSpace(*space)->name).arg(*shared));
    return ExitCode::Done;
}

} // namespace

std::vector<Command> caseReadingCommands() {
    const PositionalSpec code = caseCode();
    return {
        {
            .path = "case list",
            .summary = Text::tr("The cases, or those in which some words stand."),
            .positionals = {{"WORD", Text::tr("Words that stand in it, or in what was noted about it."), false, true}},
            .options = {spaceOption()},
            .run = list,
        },
        {.path = "case show",
         .summary = Text::tr("One case, with what was done about it."),
         .positionals = {code},
         .options = {spaceOption()},
         .run = show},
        {
            .path = "case deletion",
            .summary = Text::tr("Who has deleted a case, and who has not said so yet."),
            .positionals = {code},
            .options = {spaceOption()},
            .run = deletion,
        },
        {
            .path = "case counts",
            .summary = Text::tr("How many cases came in a quarter; counts of five and more can be shared."),
            .options = {spaceOption(),
                        quarterOption(Text::tr("Year and quarter, such as 2026-Q3."), true),
                        {"--share", Text::tr("SPACE"),
                         Text::tr("Write those counts into another space, such as the regional one.")}},
            .run = counts,
        },
    };
}

} // namespace puente
