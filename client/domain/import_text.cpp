#include "client/domain/import_text.h"

#include "client/domain/value_text.h"
#include "common/base/expects.h"

namespace puente {

namespace {

/// Chooses the language of a text that stands here in both.
class Say {
public:
    explicit Say(Language language) : m_spanish(language == Language::Spanish) {}
    std::string operator()(const char* spanish, const char* english) const { return m_spanish ? spanish : english; }

private:
    bool m_spanish;
};

std::string describeBroken(const RowReport& row, const ImportPlan& plan, const Say& say) {
    switch (row.broken) {
    case CsvProblem::UnclosedQuote:
        return say("hay una comilla que no se cierra; revise las comillas de esta línea",
                   "a quotation mark is never closed; check the quotation marks of this line");
    case CsvProblem::TextAfterQuote:
        return say("hay texto después de una comilla de cierre; duplique las comillas que son parte del texto",
                   "there is text after a closing quotation mark; double the marks that are part of the text");
    case CsvProblem::CellTooLong: return say("una celda es demasiado larga", "a cell is too long");
    case CsvProblem::CellCount:
        return say("tiene ", "it has ") + std::to_string(row.count) +
               say(" celdas donde el encabezado tiene ", " cells where the header has ") +
               std::to_string(plan.columnCount) +
               say("; quizá falten comillas alrededor de un texto", "; quotation marks around a text may be missing");
    case CsvProblem::NotUtf8:
        return say("contiene caracteres dañados; guarde el archivo de nuevo como UTF-8",
                   "it holds damaged characters; save the file again as UTF-8");
    }
    expects(false);
    return {};
}

std::string describeProblem(const RowReport& row, const ImportPlan& plan, const Say& say, Language language) {
    switch (*row.problem) {
    case RowProblem::Broken: return describeBroken(row, plan, say);
    case RowProblem::NoKey:
        return say("faltan los datos que la distinguen: ", "it lacks what tells it from others: ") +
               joined(plan.type->naturalKey, ", ");
    case RowProblem::NoRequired:
        return say("falta un dato obligatorio: ", "a required field is empty: ") +
               plan.type->field(row.column)->label.in(language) + " (" + row.column + ")";
    case RowProblem::RepeatedInFile:
        return say("repite la clave de la línea ", "it repeats the key of line ") + std::to_string(row.count) + ": " +
               row.key;
    case RowProblem::SeveralRecords:
        return say("ya hay varios registros con esta clave; únalos primero: ",
                   "several records have this key already; join them first: ") +
               row.key;
    case RowProblem::TooLarge:
        return say("tiene más texto del que cabe en un cambio; divídala",
                   "it has more text than fits into one change; split it");
    }
    expects(false);
    return {};
}

std::string describeNote(const CellNote& note, const Say& say, Language language) {
    if (note.isInConflict)
        return note.column + ": " +
               say("está en conflicto y no se tocó; resuélvalo primero",
                   "it is in conflict and was left alone; resolve it first");
    return note.column + ": «" + note.text + "» " + describe(note.reading, language);
}

} // namespace

std::string describe(CsvFault fault, Language language) {
    const Say say(language);
    switch (fault) {
    case CsvFault::Empty: return say("el archivo está vacío", "the file is empty");
    case CsvFault::TooLarge: return say("el archivo es demasiado grande; divídalo", "the file is too large; split it");
    case CsvFault::Utf16:
        return say("el archivo está en UTF-16; guárdelo como «CSV UTF-8»",
                   "the file is in UTF-16; save it as “CSV UTF-8”");
    case CsvFault::Binary:
        return say("no es un archivo de texto; guarde la hoja como CSV", "this is no text file; save the sheet as CSV");
    case CsvFault::BrokenHeader:
        return say("no se puede leer la primera línea, la de los encabezados",
                   "the first line, the header, cannot be read");
    }
    expects(false);
    return {};
}

std::string describe(JsonTableFault fault, Language language) {
    const Say say(language);
    if (fault == JsonTableFault::NotJson) return say("el archivo no es JSON", "the file is not JSON");
    return say("el archivo JSON no es una lista de registros", "the JSON file is not a list of records");
}

std::string describe(const ImportFault& fault, const RecordType& type, Language language) {
    const Say say(language);
    if (fault.kind == ImportFault::Kind::Storage)
        return say("no se pudo leer la réplica", "the replica could not be read");
    return say("faltan columnas para distinguir cada registro de tipo ",
               "columns are missing that tell apart records of type ") +
           type.name + ": " + joined(fault.missing, ", ") +
           say("; revise el separador y los encabezados", "; check the delimiter and the header");
}

std::string describe(const RowReport& row, const ImportPlan& plan, Language language) {
    const Say say(language);
    if (row.problem) return describeProblem(row, plan, say, language);
    std::string text;
    for (const CellNote& note : row.notes)
        text += (text.empty() ? "" : "; ") + describeNote(note, say, language);
    return text;
}

std::string describeColumns(const ImportPlan& plan, Language language) {
    const Say say(language);
    std::string text;
    if (!plan.ignoredColumns.empty())
        text = say("columnas desconocidas, que no se importan: ", "unknown columns, which are not imported: ") +
               joined(plan.ignoredColumns, ", ");
    if (!plan.repeatedColumns.empty())
        text += (text.empty() ? "" : "; ") +
                say("columnas repetidas, que no se importan: ", "repeated columns, which are not imported: ") +
                joined(plan.repeatedColumns, ", ");
    return text;
}

std::string describe(Reading reading, Language language) {
    const Say say(language);
    switch (reading) {
    case Reading::Understood:
    case Reading::Empty: return {};
    case Reading::NotUtf8: return say("no es texto UTF-8 y se omitió", "is not UTF-8 text and was left out");
    case Reading::NotADay:
        return say("no se interpretó como fecha (AAAA-MM-DD); se conserva como texto",
                   "was not interpreted as a date (YYYY-MM-DD); kept as text");
    case Reading::NotATerm:
        return say("no se pudo deducir una fecha; se conserva como texto",
                   "no date could be worked out from it; kept as text");
    case Reading::NotANumber: return say("no es un número; se conserva como texto", "is not a number; kept as text");
    case Reading::OutOfRange:
        return say("está fuera de los límites del campo; se conserva como texto",
                   "is beyond the field's bounds; kept as text");
    case Reading::NotAnEnumerator:
        return say("no es uno de los valores del campo; se conserva como texto",
                   "is none of the field's values; kept as text");
    case Reading::NoSuchRecord:
        return say("no corresponde a ningún registro; se conserva como texto",
                   "is the name of no record; kept as text");
    case Reading::SeveralRecords:
        return say("puede ser más de un registro; se conserva como texto", "may be more than one record; kept as text");
    }
    expects(false);
    return {};
}

std::string describe(RowOutcome outcome, Language language) {
    const Say say(language);
    switch (outcome) {
    case RowOutcome::Created: return say("creado", "created");
    case RowOutcome::Updated: return say("actualizado", "updated");
    case RowOutcome::Unchanged: return say("sin cambios", "unchanged");
    case RowOutcome::Skipped: return say("omitido", "skipped");
    }
    expects(false);
    return {};
}

std::string_view machineName(RowOutcome outcome) {
    switch (outcome) {
    case RowOutcome::Created: return "created";
    case RowOutcome::Updated: return "updated";
    case RowOutcome::Unchanged: return "unchanged";
    case RowOutcome::Skipped: return "skipped";
    }
    expects(false);
    return {};
}

} // namespace puente
