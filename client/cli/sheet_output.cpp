#include "client/cli/sheet_output.h"

namespace puente {

namespace {

void writeCell(JsonWriter& json, const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell.machine))
        json.value(*text);
    else if (const auto* number = std::get_if<std::int64_t>(&cell.machine))
        json.value(*number);
    else if (const auto* truth = std::get_if<bool>(&cell.machine))
        json.value(*truth);
    else
        json.null();
}

} // namespace

void writeSheet(JsonWriter& json, const Sheet& sheet) {
    json.beginArray();
    for (const std::vector<Cell>& row : sheet.rows) {
        json.beginObject();
        for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
            json.key(sheet.columns[i].name);
            writeCell(json, row[i]);
        }
        json.endObject();
    }
    json.endArray();
}

void printSheets(Console& console, const std::vector<Sheet>& sheets) {
    if (console.json()) {
        JsonWriter json;
        json.beginObject();
        for (const Sheet& sheet : sheets) {
            json.key(sheet.name);
            writeSheet(json, sheet);
        }
        console.data(json.endObject().takeLine());
        return;
    }
    std::string text;
    for (const Sheet& sheet : sheets)
        text += (text.empty() ? "" : "\n") + plainText(sheet);
    console.data(printable(text));
}

} // namespace puente
