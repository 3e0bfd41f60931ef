#include "client/cli/record_output.h"

#include "client/cli/times.h"
#include "client/core/text.h"

namespace puente {

namespace {

constexpr std::size_t kShortIdLength = 8;
constexpr std::size_t kHeadingKeyWidth = 40;

void writeScalar(JsonWriter& json, const ValueView& value) {
    const auto* number = std::get_if<std::int64_t>(&value.live.value);
    if (number && value.machine == std::to_string(*number)) // an amount with decimals stays the text it is
        json.value(*number);
    else
        json.value(value.machine);
}

void writeField(JsonWriter& json, const FieldView* view, bool isSet) {
    if (!isSet && !view) {
        json.null();
        return;
    }
    if (!isSet) {
        writeScalar(json, view->values.front());
        return;
    }
    json.beginArray();
    if (view)
        for (const ValueView& value : view->values)
            writeScalar(json, value);
    json.endArray();
}

} // namespace

void writeRecord(JsonWriter& json, const RecordView& view) {
    json.beginObject().member("id", view.handle);
    json.key("type");
    if (view.type)
        json.value(view.type->name);
    else
        json.null();
    if (view.type)
        for (const Field& field : view.type->fields) {
            const FieldView* seen = view.find(field.name);
            json.key(field.name);
            writeField(json, seen && !seen->values.empty() ? seen : nullptr, field.isSet);
        }
    for (const FieldView& field : view.fields)
        if (!field.field && !field.values.empty()) writeField(json.key(field.name), &field, field.isSet);
    for (const ComputedView& computed : view.computed) {
        json.key(computed.field->name);
        if (computed.machine.empty())
            json.null();
        else
            json.value(computed.machine);
    }
    json.key("conflicts").beginArray();
    for (const std::string& name : view.conflicts())
        json.value(name);
    json.endArray();
    if (view.isDeleted) json.member("deleted", true);
    if (view.isEditedWhileDeleted) json.member("edited_while_deleted", true);
    json.endObject();
}

bool printedAsJson(Console& console, const RecordView& view) {
    if (!console.json()) return false;
    JsonWriter json;
    writeRecord(json, view);
    console.data(json.takeLine());
    return true;
}

void writeValue(JsonWriter& json, const Records& records, const ValueView& value) {
    const Author author = records.authorOf(value.live);
    json.beginObject().key("value");
    writeScalar(json, value);
    json.member("text", value.display)
        .member("organization", author.organization)
        .member("person", author.person)
        .member("device", toHex(author.device.view()))
        .member("at", isoTime(instantOf(author.stamp)))
        .endObject();
}

std::string fieldText(const RecordView& view, std::string_view field) {
    const FieldView* seen = view.find(field);
    if (!seen) return {};
    std::string text;
    for (const ValueView& value : seen->values) {
        text += (text.empty() ? "" : "; ") + value.display;
        if (!seen->isSet) break;
    }
    return seen->isInConflict ? text + " (!)" : text;
}

std::string shortId(const RecordView& view) {
    return view.handle.substr(0, kShortIdLength);
}

std::string keyOf(const RecordView& view) {
    if (!view.type) return {};
    std::string key;
    bool isEmpty = true;
    for (const std::string& name : view.type->naturalKey) {
        if (&name != &view.type->naturalKey.front()) key += kKeyDivider;
        const FieldView* field = view.find(name);
        if (!field || field->values.empty()) continue;
        key += escapedKeyPart(field->values.front().machine);
        isEmpty = false;
    }
    return isEmpty ? std::string() : key;
}

std::string headingOf(const RecordView& view) {
    const std::string key = shortened(keyOf(view), kHeadingKeyWidth);
    const std::string name = key.empty() ? shortId(view) : key;
    return view.title.empty() || view.title == key ? name : name + "  " + view.title;
}

std::string authorText(const Author& author) {
    std::string text = author.organization.empty() ? std::string(Text::tr("an unknown office")) : author.organization;
    if (!author.person.empty()) text += " (" + author.person + ")";
    return text + ", " + humanTime(instantOf(author.stamp));
}

void warnAbout(Console& console, const std::vector<std::string>& remarks) {
    for (const std::string& remark : remarks)
        console.warn(remark);
}

} // namespace puente
