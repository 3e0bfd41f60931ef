#include "client/cli/commands/commands.h"

#include "client/cli/record_output.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"

#include <charconv>

namespace puente {

namespace {

void printText(Console& console, const Records& records, const std::vector<RecordView>& views) {
    for (const RecordView& view : views)
        for (const FieldView& field : view.fields) {
            if (!field.isInConflict) continue;
            console.line(headingOf(view), "");
            console.line("  " + field.label + " (" + field.name + "):");
            for (std::size_t i = 0; i < field.values.size(); ++i)
                console.line("    " + std::to_string(i + 1) + ") " + field.values[i].display + "   " +
                             authorText(records.authorOf(field.values[i].live)));
            console.line(
                "  " +
                Text::tr("To settle it: %1").arg("puente resolve " + shortId(view) + " " + field.name + " --choose N"));
        }
}

void printJson(Console& console, const Records& records, const std::vector<RecordView>& views) {
    JsonWriter json;
    json.beginArray();
    for (const RecordView& view : views)
        for (const FieldView& field : view.fields) {
            if (!field.isInConflict) continue;
            json.beginObject().member("record", view.handle).member("name", keyOf(view));
            json.member("type", view.type ? view.type->name : std::string()).member("field", field.name);
            json.key("values").beginArray();
            for (const ValueView& value : field.values)
                writeValue(json, records, value);
            json.endArray().endObject();
        }
    console.data(json.endArray().takeLine());
}

Outcome<ExitCode> conflicts(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto views = (*records)->inConflict();
    if (!views) return Failure{views.fault()};
    if (invocation.console.json())
        printJson(invocation.console, **records, *views);
    else
        printText(invocation.console, **records, *views);
    if (views->empty()) invocation.console.say(Text::tr("No conflict waits for a decision."));
    return views->empty() ? ExitCode::Done : ExitCode::Pending;
}

Outcome<Records::Written> settle(Invocation& invocation, Records& records, const Dot& record) {
    const std::string field = invocation.arguments.text("FIELD");
    if (invocation.arguments.has("--value"))
        return records.set(record, {{field, Assignment::Kind::Set, invocation.arguments.text("--value")}});
    const std::string text = invocation.arguments.text("--choose");
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number); // 0, which is no choice, if it is no number
    return records.choose(record, field, number);
}

Outcome<ExitCode> resolve(Invocation& invocation) {
    if (invocation.arguments.has("--choose") == invocation.arguments.has("--value"))
        return Failure{usageNotice(Text::tr("It is not clear which value shall stand."),
                                   Text::tr("Give either --choose N or --value TEXT."))};
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto record = (*records)->find(invocation.arguments.text("ID"));
    if (!record) return Failure{record.fault()};
    const auto written = settle(invocation, **records, *record);
    if (!written) return Failure{written.fault()};
    warnAbout(invocation.console, written->remarks);
    const auto view = (*records)->view(*record);
    if (!view) return Failure{view.fault()};
    if (printedAsJson(invocation.console, *view)) return ExitCode::Done;
    invocation.console.say(Text::tr("Settled: %1, %2 = %3")
                               .arg(headingOf(*view))
                               .arg(invocation.arguments.text("FIELD"))
                               .arg(fieldText(*view, invocation.arguments.text("FIELD"))));
    return ExitCode::Done;
}

} // namespace

std::vector<Command> conflictCommands() {
    return {
        {
            .path = "conflicts",
            .summary = Text::tr("What several offices wrote at once, and waits for a decision."),
            .options = {spaceOption()},
            .run = conflicts,
        },
        {
            .path = "resolve",
            .summary = Text::tr("Decide which value of a field shall stand."),
            .positionals = {{"ID", Text::tr("The record: its id, the beginning of it, or its reference.")},
                            {"FIELD", Text::tr("The field in conflict.")}},
            .options = {spaceOption(),
                        {"--choose", "N", Text::tr("The value of that number, as “puente conflicts” shows them.")},
                        {"--value", Text::tr("TEXT"), Text::tr("Another value.")}},
            .run = resolve,
        },
    };
}

} // namespace puente
