#include "client/core/publication.h"

#include "client/core/platform/files.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/csv.h"
#include "client/domain/day_text.h"
#include "client/domain/fold.h"

#include <algorithm>

namespace puente {

namespace {

/// A file's name from what people call a type in a language.
std::string fileName(const RecordType& type, Language language) {
    std::string name = foldName(type.plural.in(language));
    std::replace(name.begin(), name.end(), ' ', '-');
    return name + ".csv";
}

std::string readme(const std::string& space, Day asOf) {
    return "Puente: " + space + ", " + formatDay(asOf) +
           "\n\n"
           "publication.json: todos los datos, con rótulos en español e inglés. Los .csv se abren con una hoja de\n"
           "cálculo (separados por punto y coma). Solo contiene lo que se decidió publicar; lo que está en conflicto\n"
           "entre oficinas no se publica hasta que se resuelve.\n\n"
           "publication.json: all data, with labels in Spanish and English. The .csv files open in a spreadsheet\n"
           "(divided by semicolons). Only what was chosen for publication is in it; what offices disagree about is "
           "not\n"
           "published until they settle it.\n";
}

Outcome<Done> place(const std::string& folder, const std::string& name, const std::string& content,
                    std::vector<std::string>& written) {
    const std::string path = folder + "/" + name;
    const auto done = platform::replaceFile(path, bytesOf(content), platform::Access::Everyone);
    if (!done) return Failure{noticeOf(done.fault(), path)};
    written.push_back(name);
    return Done{};
}

} // namespace

Outcome<Publisher> publisherOf(Records& records) {
    const auto restricted = records.isRestricted();
    if (!restricted) return Failure{restricted.fault()};
    if (*restricted)
        return Failure{Notice{ExitCode::Refused, Text::tr("Nothing of a restricted space is published."),
                              records.workspace().replica().findSpace(records.space())->name,
                              Text::tr("Name another space with --space.")}};
    auto publisher = Publisher::of(records.catalogue(), records.space());
    if (!publisher) return Failure{noticeOf(publisher.fault())};
    return std::move(*publisher);
}

Outcome<std::vector<std::string>> writePublication(Records& records, const std::string& folder) {
    const auto publisher = publisherOf(records);
    if (!publisher) return Failure{publisher.fault()};
    const Schema& schema = records.catalogue().schema();
    const auto json = publishedJson(*publisher, schema, records.today());
    if (!json) return Failure{noticeOf(json.fault())};
    if (const auto made = platform::makePrivateFolder(folder); !made) return Failure{noticeOf(made.fault(), folder)};
    std::vector<std::string> written;
    if (auto done = place(folder, "publication.json", *json, written); !done) return Failure{done.fault()};
    for (const RecordType& type : schema.types())
        for (const Language language : {Language::Spanish, Language::English}) {
            const auto published = publisher->records(type, language);
            if (!published) return Failure{noticeOf(published.fault())};
            if (published->empty()) continue;
            const std::string csv = writeCsv(publishedTable(type, *published, language), CsvFlavour::SpanishExcel);
            if (auto done = place(folder, fileName(type, language), csv, written); !done) return Failure{done.fault()};
        }
    const std::string& space = records.workspace().replica().findSpace(records.space())->name;
    if (auto done = place(folder, "README.txt", readme(space, records.today()), written); !done)
        return Failure{done.fault()};
    return written;
}

Outcome<std::size_t> setVisibility(Records& records, const std::vector<Dot>& chosen, std::string_view visibility) {
    std::vector<Operation> operations;
    std::size_t changed = 0;
    for (const Dot& record : chosen) {
        const auto component = records.catalogue().component(record);
        if (!component) return Failure{noticeOf(component.fault())};
        const auto symbol = component->has_value() ? (*component)->type() : std::nullopt;
        const RecordType* type = symbol ? records.catalogue().schema().type(symbol->number) : nullptr;
        const Field* field = type ? type->field("visibility") : nullptr;
        if (!field)
            return Failure{Notice{ExitCode::DataInvalid, Text::tr("What is published of it follows another record."),
                                  records.names().nameOf(record),
                                  Text::tr("Choose what it belongs to, such as the agreement of a commitment.")}};
        const auto wanted = std::find_if(field->enumerators.begin(), field->enumerators.end(),
                                         [&](const Enumerator& enumerator) { return enumerator.name == visibility; });
        Edit edit = Edit::of(**component);
        edit.set(field->number, Symbol{wanted->number});
        changed += edit.isEmpty() ? 0 : 1;
        operations.insert(operations.end(), edit.operations().begin(), edit.operations().end());
    }
    if (operations.empty()) return changed;
    if (const auto sequence = records.commit(std::move(operations)); !sequence) return Failure{sequence.fault()};
    return changed;
}

} // namespace puente
