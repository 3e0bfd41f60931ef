#include "client/cli/commands/commands.h"

#include "client/cli/json_writer.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"

namespace puente {

namespace {

std::string wordOf(FieldKind kind) {
    switch (kind) {
    case FieldKind::Text: return "text";
    case FieldKind::Integer: return "integer";
    case FieldKind::Date: return "date";
    case FieldKind::Term: return "term";
    case FieldKind::Symbol: return "symbol";
    case FieldKind::Reference: return "reference";
    }
    return {};
}

void writeField(JsonWriter& json, const Field& field) {
    json.beginObject()
        .member("name", field.name)
        .member("kind", wordOf(field.kind))
        .member("set", field.isSet)
        .member("required", field.required)
        .member("label_es", field.label.spanish)
        .member("label_en", field.label.english);
    json.key("values").beginArray();
    for (const Enumerator& enumerator : field.enumerators)
        json.value(enumerator.name);
    json.endArray().endObject();
}

void writeType(JsonWriter& json, const RecordType& type) {
    json.beginObject().member("name", type.name).key("natural_key").beginArray();
    for (const std::string& name : type.naturalKey)
        json.value(name);
    json.endArray().member("label_es", type.label.spanish).member("label_en", type.label.english);
    json.key("fields").beginArray();
    for (const Field& field : type.fields)
        writeField(json, field);
    json.endArray().endObject();
}

void printType(Console& console, const RecordType& type) {
    console.line(type.name, "  " + type.label.in(language()) + ". " + type.help.in(language()));
    std::vector<std::vector<std::string>> rows;
    for (const Field& field : type.fields) {
        std::string choices;
        for (const Enumerator& enumerator : field.enumerators)
            choices += (choices.empty() ? "" : ", ") + enumerator.name;
        rows.push_back({field.name + (field.required ? " *" : ""), wordOf(field.kind) + (field.isSet ? "…" : ""),
                        field.label.in(language()), choices});
    }
    console.table({Text::tr("FIELD"), Text::tr("KIND"), Text::tr("LABEL"), Text::tr("VALUES")}, rows);
}

Outcome<ExitCode> schema(Invocation& invocation) {
    const Schema& schema = Schema::builtIn();
    const std::string wanted = invocation.arguments.text("TYPE");
    if (!wanted.empty() && !schema.type(wanted))
        return Failure{usageNotice(Text::tr("There is no type of record “%1”.").arg(wanted),
                                   Text::tr("“puente schema” shows those there are."))};
    JsonWriter json;
    json.beginObject().member("version", schema.version()).key("types").beginArray();
    for (const RecordType& type : schema.types()) {
        if (!wanted.empty() && type.name != wanted) continue;
        writeType(json, type);
        if (invocation.console.json()) continue;
        if (wanted.empty())
            invocation.console.line(type.name, "  " + type.label.in(language()) + ". " + type.help.in(language()));
        else
            printType(invocation.console, type);
    }
    if (invocation.console.json()) invocation.console.data(json.endArray().endObject().takeLine());
    return ExitCode::Done;
}

} // namespace

std::vector<Command> schemaCommands() {
    return {{
        .path = "schema",
        .summary = Text::tr("The types of records and their fields."),
        .positionals = {{"TYPE", Text::tr("One type, with all its fields."), false}},
        .run = schema,
    }};
}

} // namespace puente
