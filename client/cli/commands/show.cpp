#include "client/cli/commands/commands.h"

#include "client/cli/extension_output.h"
#include "client/cli/record_output.h"
#include "client/cli/times.h"
#include "client/core/text.h"

namespace puente {

namespace {

std::string wordOf(Operation::Kind kind) {
    switch (kind) {
    case Operation::Kind::Write: return "write";
    case Operation::Kind::Add: return "add";
    case Operation::Kind::Retire: return "remove";
    }
    return {};
}

std::string sentenceOf(const Records::HistoryLine& line) {
    switch (line.kind) {
    case Operation::Kind::Write: return line.label + ": " + line.value;
    case Operation::Kind::Add: return line.label + " + " + line.value;
    case Operation::Kind::Retire: return line.label + " - " + line.value;
    }
    return {};
}

void printFields(Console& console, const RecordView& view, const Records& records) {
    for (const FieldView& field : view.fields) {
        if (field.values.empty()) continue;
        if (!field.isInConflict) {
            std::string text;
            for (const ValueView& value : field.values)
                text += (text.empty() ? "" : "; ") + value.display;
            console.line(field.label, ": " + text);
            continue;
        }
        console.line(field.label, ": " + Text::tr("in conflict; choose one:"));
        for (std::size_t i = 0; i < field.values.size(); ++i)
            console.line("  " + std::to_string(i + 1) + ") " + field.values[i].display + "   " +
                         authorText(records.authorOf(field.values[i].live)));
    }
}

void printComputed(Console& console, const RecordView& view) {
    for (const ComputedView& computed : view.computed)
        if (!computed.display.empty()) console.line(computed.field->label.in(language()), ": " + computed.display);
}

void printHistory(Console& console, const std::vector<Records::HistoryLine>& history) {
    console.line("");
    console.line(Text::tr("History"), "");
    for (const Records::HistoryLine& line : history) {
        std::string text = "  " + authorText(line.author) + "  " + sentenceOf(line);
        if (line.settles) text += "  " + std::string(Text::tr("(settled a conflict)"));
        console.line(text);
    }
}

void printText(Console& console, const RecordView& view, const Records& records) {
    const std::string type = view.type ? view.type->label.in(language()) : std::string(Text::tr("Deleted record"));
    console.line(type, "  " + headingOf(view));
    console.line(Text::tr("id %1").arg(view.handle));
    for (const std::string& handle : view.otherHandles)
        console.line(Text::tr("joined with %1").arg(handle));
    if (view.isDeleted)
        console.line(Text::tr("It was deleted; “puente restore %1” brings it back.").arg(shortId(view)));
    if (view.isEditedWhileDeleted) console.line(Text::tr("Somebody deleted it while somebody else wrote in it."));
    printFields(console, view, records);
    printComputed(console, view);
    printExtensions(console, records, view.id);
}

void printJson(Console& console, const RecordView& view, const Records& records,
               const std::vector<Records::HistoryLine>* history) {
    JsonWriter json;
    json.beginObject().member("id", view.handle).key("type");
    if (view.type)
        json.value(view.type->name);
    else
        json.null();
    json.member("title", view.title).member("deleted", view.isDeleted);
    json.member("edited_while_deleted", view.isEditedWhileDeleted).key("joined").beginArray();
    for (const std::string& handle : view.otherHandles)
        json.value(handle);
    json.endArray().key("fields").beginObject();
    for (const FieldView& field : view.fields) {
        if (field.values.empty()) continue;
        json.key(field.name).beginObject().member("label", field.label).member("set", field.isSet);
        json.member("conflict", field.isInConflict).key("values").beginArray();
        for (const ValueView& value : field.values)
            writeValue(json, records, value);
        json.endArray().endObject();
    }
    json.endObject();
    if (view.type && (view.type->field("due") || view.type->field("response_due")))
        writeExtensions(json.key("extensions"), records, view.id);
    if (history) {
        json.key("history").beginArray();
        for (const Records::HistoryLine& line : *history)
            json.beginObject()
                .member("at", isoTime(instantOf(line.author.stamp)))
                .member("organization", line.author.organization)
                .member("person", line.author.person)
                .member("field", line.field)
                .member("act", wordOf(line.kind))
                .member("value", line.value)
                .member("settles_conflict", line.settles)
                .endObject();
        json.endArray();
    }
    console.data(json.endObject().takeLine());
}

Outcome<ExitCode> show(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto record = (*records)->find(invocation.arguments.text("ID"));
    if (!record) return Failure{record.fault()};
    const auto view = (*records)->view(*record);
    if (!view) return Failure{view.fault()};
    std::optional<std::vector<Records::HistoryLine>> history;
    if (invocation.arguments.has("--history")) {
        auto lines = (*records)->history(*record);
        if (!lines) return Failure{lines.fault()};
        history = std::move(*lines);
    }
    if (invocation.console.json()) {
        printJson(invocation.console, *view, **records, history ? &*history : nullptr);
        return ExitCode::Done;
    }
    printText(invocation.console, *view, **records);
    if (history) printHistory(invocation.console, *history);
    return ExitCode::Done;
}

} // namespace

std::vector<Command> showCommands() {
    return {{
        .path = "show",
        .summary = Text::tr("One record, with its conflicts and its history."),
        .positionals = {{"ID", Text::tr("The record: its id, the beginning of it, or its reference.")}},
        .options = {spaceOption(), {"--history", "", Text::tr("All that was ever written to it, and by whom.")}},
        .run = show,
    }};
}

} // namespace puente
