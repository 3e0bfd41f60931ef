#include "client/core/views.h"

#include "client/core/documents.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/core/view_cells.h"

#include <algorithm>
#include <map>
#include <set>

namespace puente {

namespace {

/// By what stands in these columns, as text.
void sortRows(Sheet& sheet, std::size_t first, std::size_t columns) {
    std::stable_sort(sheet.rows.begin(), sheet.rows.end(), [&](const auto& a, const auto& b) {
        for (std::size_t i = first; i < first + columns; ++i)
            if (a[i].display != b[i].display) return a[i].display < b[i].display;
        return false;
    });
}

Cell numberCell(const RecordReader& record, std::string_view field) {
    const auto number = record.number(field);
    return number ? Cell::number(*number, std::to_string(*number)) : Cell();
}

Cell titleCell(const Records& records, const RecordReader& record, const char* field) {
    const auto referred = target(records.catalogue(), record, field);
    if (!referred) return record.text(field);
    return {records.names().nameOf(*referred), records.names().titleOf(*referred, language())};
}

Sheet eventsSheet() {
    return {.name = "events",
            .title = Text::tr("Training events"),
            .columns = {{"start", Text::tr("BEGINS")},
                        {"end", Text::tr("ENDS")},
                        {"title", Text::tr("TITLE"), kWideViewWidth},
                        {"modality", Text::tr("MODALITY")},
                        {"place", Text::tr("PLACE"), kViewWidth},
                        {"organizer", Text::tr("ORGANISED BY"), kViewWidth},
                        {"audience", Text::tr("FOR"), kViewWidth},
                        {"seats", Text::tr("SEATS")},
                        {"invited", Text::tr("INVITED"), kWideViewWidth},
                        {"materials", Text::tr("MANUALS"), kWideViewWidth}}};
}

Sheet participationsSheet() {
    return {.name = "participations",
            .title = Text::tr("Participants by organisation"),
            .columns = {{"event", Text::tr("EVENT"), kWideViewWidth},
                        {"organization", Text::tr("ORGANISATION"), kViewWidth},
                        {"invited", Text::tr("INVITED")},
                        {"participants", Text::tr("PARTICIPANTS")},
                        {"women", Text::tr("WOMEN")},
                        {"completed", Text::tr("COMPLETED")}}};
}

/// The training events in which each document is used.
Result<std::map<Dot, std::string>, ReplicaFault> eventsByMaterial(const Records& records) {
    std::map<Dot, std::string> events;
    const auto done = scan(records.catalogue(), records.space(), "training_event", [&](const RecordReader& event) {
        for (const Dot& document : targets(records.catalogue(), event, "materials")) {
            std::string& list = events[document];
            list += (list.empty() ? "" : "; ") + event.text("title");
        }
    });
    if (!done) return Failure{done.fault()};
    return events;
}

/// The documents that have a file, by record.
Outcome<std::map<Dot, KnownDocument>> filesByRecord(Records& records) {
    std::map<Dot, KnownDocument> files;
    const auto isAny = Documents::isAnyIn(records);
    if (!isAny) return Failure{isAny.fault()};
    if (!*isAny) return files;
    const auto documents = Documents::in(records);
    if (!documents) return Failure{documents.fault()};
    auto all = documents->list();
    if (!all) return Failure{all.fault()};
    for (KnownDocument& document : *all) {
        const Dot record = document.record;
        files.emplace(record, std::move(document));
    }
    return files;
}

/// Those that another record says it replaces.
Result<std::set<Dot>, ReplicaFault> replacedDocuments(const Records& records) {
    std::set<Dot> replaced;
    const auto done = scan(records.catalogue(), records.space(), "document", [&](const RecordReader& document) {
        if (const auto older = target(records.catalogue(), document, "replaces")) replaced.insert(*older);
    });
    if (!done) return Failure{done.fault()};
    return replaced;
}

Cell sizeCell(const KnownDocument* file) {
    if (file == nullptr || !file->manifest) return {};
    return Cell::number(static_cast<std::int64_t>(file->manifest->size), bytesText(file->manifest->size));
}

Cell hereCell(const KnownDocument* file) {
    if (file == nullptr || !file->manifest) return {};
    const bool isHere = file->here == KnownDocument::Here::Whole;
    return Cell::truth(isHere, isHere ? Text::tr("yes") : Text::tr("no"));
}

} // namespace

Outcome<std::vector<Sheet>> trainingSheets(const Records& records, const std::optional<Day>& from) {
    Sheet events = eventsSheet(), participations = participationsSheet();
    std::set<Dot> shown;
    auto done = scan(records.catalogue(), records.space(), "training_event", [&](const RecordReader& event) {
        const auto start = event.day("start"), end = event.day("end");
        const auto last = end ? end : start;
        if (from && last && *last < *from) return;
        shown.insert(event.id());
        events.rows.push_back({Cell::day(start), Cell::day(end), event.text("title"),
                               labelled("training_event", "modality", event.symbol("modality")), event.text("place"),
                               event.text("organizer"), event.text("audience"), numberCell(event, "seats"),
                               namesIn(records, event, "invited", true), namesIn(records, event, "materials", true)});
    });
    if (!done) return Failure{noticeOf(done.fault())};
    done = scan(records.catalogue(), records.space(), "training_participation", [&](const RecordReader& record) {
        const auto event = target(records.catalogue(), record, "event");
        if (event && !shown.contains(*event)) return;
        participations.rows.push_back({titleCell(records, record, "event"), titleCell(records, record, "organization"),
                                       numberCell(record, "invited"), numberCell(record, "participants"),
                                       numberCell(record, "women"), numberCell(record, "completed")});
    });
    if (!done) return Failure{noticeOf(done.fault())};
    sortRows(events, 0, 3);
    sortRows(participations, 0, 2);
    return std::vector<Sheet>{std::move(events), std::move(participations)};
}

Outcome<Sheet> librarySheet(Records& records, const LibraryQuery& query) {
    const auto events = eventsByMaterial(records);
    const auto replaced = replacedDocuments(records);
    if (!events || !replaced) return Failure{noticeOf(!events ? events.fault() : replaced.fault())};
    const auto files = filesByRecord(records);
    if (!files) return Failure{files.fault()};
    Sheet sheet{.name = "documents",
                .title = query.withAll ? Text::tr("Documents") : Text::tr("Manuals and guidelines"),
                .columns = {{"id", ""},
                            {"title", Text::tr("TITLE"), kWideViewWidth},
                            {"language", Text::tr("LANGUAGE")},
                            {"version", Text::tr("VERSION")},
                            {"state", replaced->empty() ? std::string() : Text::tr("STATE").str()},
                            {"date", Text::tr("DAY")},
                            {"kind", Text::tr("KIND")},
                            {"size", files->empty() ? std::string() : Text::tr("SIZE").str()},
                            {"here", files->empty() ? std::string() : Text::tr("HERE").str()},
                            {"events", Text::tr("USED IN"), kWideViewWidth},
                            {"location", Text::tr("WHERE IT IS"), kWideViewWidth}}};
    const auto done = scan(records.catalogue(), records.space(), "document", [&](const RecordReader& document) {
        const std::string_view kind = document.symbol("kind"), written = document.symbol("language");
        if (!query.withAll && kind != "manual" && kind != "guideline") return;
        if (!query.language.empty() && written != query.language) return;
        const auto used = events->find(document.id());
        const auto file = files->find(document.id());
        const KnownDocument* known = file == files->end() ? nullptr : &file->second;
        sheet.rows.push_back({handleOf(document.id(), records.workspace().replica().logs()), document.text("title"),
                              labelled("document", "language", written), document.text("version"),
                              replaced->contains(document.id()) ? Cell("replaced", Text::tr("replaced")) : Cell(),
                              Cell::day(document.day("date")), labelled("document", "kind", kind), sizeCell(known),
                              hereCell(known), used == events->end() ? std::string() : used->second,
                              document.text("location")});
    });
    if (!done) return Failure{noticeOf(done.fault())};
    sortRows(sheet, 1, 4);
    return sheet;
}

Outcome<Sheet> advocacySheet(const Records& records, const std::optional<Dot>& agreement) {
    const Catalogue& catalogue = records.catalogue();
    std::set<Dot> asked;
    if (agreement) asked.insert(*agreement);
    auto done = scan(catalogue, records.space(), "commitment", [&](const RecordReader& commitment) {
        if (agreement && target(catalogue, commitment, "agreement") == agreement) asked.insert(commitment.id());
    });
    if (!done) return Failure{noticeOf(done.fault())};
    Sheet sheet{.name = "actions",
                .title = Text::tr("Advocacy"),
                .columns = {{"date", Text::tr("DAY")},
                            {"kind", Text::tr("KIND")},
                            {"title", Text::tr("TITLE"), kWideViewWidth},
                            {"target", Text::tr("TOWARDS"), kViewWidth},
                            {"organizations", Text::tr("BY"), kViewWidth},
                            {"records", Text::tr("AGREEMENTS"), kViewWidth},
                            {"result", Text::tr("RESULT"), kWideViewWidth}}};
    done = scan(catalogue, records.space(), "advocacy_action", [&](const RecordReader& action) {
        const std::vector<Dot> about = targets(catalogue, action, "records");
        const bool isAsked =
            std::any_of(about.begin(), about.end(), [&](const Dot& dot) { return asked.contains(dot); });
        if (agreement && !isAsked) return;
        sheet.rows.push_back({Cell::day(action.day("date")), labelled("advocacy_action", "kind", action.symbol("kind")),
                              action.text("title"), action.text("target"),
                              namesIn(records, action, "organizations", true),
                              namesIn(records, action, "records", false), action.text("result")});
    });
    if (!done) return Failure{noticeOf(done.fault())};
    sortRows(sheet, 0, 3);
    return sheet;
}

} // namespace puente
