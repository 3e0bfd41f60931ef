#include "client/cli/commands/commands.h"

#include "client/cli/record_output.h"
#include "client/core/cases.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"

#include <iterator>

namespace puente {

namespace {

constexpr std::size_t kTitleWidth = 60;
constexpr std::size_t kDueWidth = 24;
constexpr std::size_t kJsonPiece = std::size_t{256} * 1024;
constexpr std::size_t kSearchMost = 200;

/// The columns of a list for people: those that its type has of the telling ones.
struct Columns {
    explicit Columns(const RecordType& type) {
        for (const char* name : {"due", "status", "start", "country"})
            if (const Field* field = type.field(name)) fields.push_back(field);
    }
    std::vector<std::string> heading() const {
        std::vector<std::string> cells{Text::tr("ID"), Text::tr("NAME")};
        for (const Field* field : fields)
            cells.push_back(field->label.in(language()));
        cells.push_back(Text::tr("TITLE"));
        return cells;
    }
    std::vector<std::string> row(const RecordView& view) const {
        const std::string key = keyOf(view);
        std::vector<std::string> cells{shortId(view), shortened(key, kTitleWidth / 2)};
        for (const Field* field : fields)
            cells.push_back(shortened(fieldText(view, field->name), kDueWidth));
        cells.push_back(shortened(view.title, kTitleWidth));
        return cells;
    }

    std::vector<const Field*> fields;
};

/// Writes records as an array, in pieces.
class JsonList {
public:
    explicit JsonList(Console& console) : m_console(console) { m_json.beginArray(); }
    void add(const RecordView& view) {
        writeRecord(m_json, view);
        if (m_json.size() > kJsonPiece) m_console.data(m_json.take());
    }
    void end() { m_console.data(m_json.endArray().takeLine()); }

private:
    Console& m_console;
    JsonWriter m_json;
};

Outcome<ExitCode> printJson(Invocation& invocation, const Records& records, const RecordType& type,
                            const RecordFilter& filter) {
    JsonList list(invocation.console);
    std::size_t count = 0;
    const auto done = records.forEach(type, filter, [&](const RecordView& view) {
        list.add(view);
        ++count;
        return true;
    });
    if (!done) return Failure{done.fault()};
    list.end();
    return count > 0 ? ExitCode::Done : ExitCode::Pending;
}

Outcome<ExitCode> printTable(Invocation& invocation, const Records& records, const RecordType& type,
                             const RecordFilter& filter) {
    const Columns columns(type);
    std::vector<std::vector<std::string>> rows;
    const auto done = records.forEach(type, filter, [&](const RecordView& view) {
        rows.push_back(columns.row(view));
        return true;
    });
    if (!done) return Failure{done.fault()};
    if (rows.empty()) {
        invocation.console.say(Text::tr("Nothing matches."));
        return ExitCode::Pending;
    }
    invocation.console.table(columns.heading(), rows);
    invocation.console.say(Text::tr("Records: %1").arg(rows.size()));
    return ExitCode::Done;
}

Outcome<ExitCode> list(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto type = (*records)->type(invocation.arguments.text("TYPE"));
    if (!type) return Failure{type.fault()};
    const auto filter =
        (*records)->filter(**type, invocation.arguments.list("--where"), invocation.arguments.has("--overdue"));
    if (!filter) return Failure{filter.fault()};
    return invocation.console.json() ? printJson(invocation, **records, **type, *filter)
                                     : printTable(invocation, **records, **type, *filter);
}

Outcome<ExitCode> search(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    std::string text;
    for (const std::string& word : invocation.arguments.list("TEXT"))
        text += (text.empty() ? "" : " ") + word;
    auto found = (*records)->search(text, kSearchMost);
    if (!found) return Failure{found.fault()};
    const auto restricted = (*records)->isRestricted();
    if (!restricted) return Failure{restricted.fault()};
    if (*restricted) { // no index knows the words of cases
        auto cases = Cases::in(**records);
        if (!cases) return Failure{cases.fault()};
        auto told = cases->search(text);
        if (!told) return Failure{told.fault()};
        std::move(told->begin(), told->end(), std::back_inserter(*found));
    }
    if (invocation.console.json()) {
        JsonList list(invocation.console);
        for (const RecordView& view : *found)
            list.add(view);
        list.end();
    } else if (found->empty()) {
        invocation.console.say(Text::tr("Nothing matches."));
    }
    if (!invocation.console.json())
        for (const RecordView& view : *found)
            invocation.console.line(shortId(view) + "  " + (view.type ? view.type->label.in(language()) : "") + "  " +
                                    headingOf(view));
    return found->empty() ? ExitCode::Pending : ExitCode::Done;
}

} // namespace

std::vector<Command> listCommands() {
    return {
        {
            .path = "list",
            .summary = Text::tr("The records of a type."),
            .positionals = {{"TYPE", Text::tr("Their type; “puente schema” shows them.")}},
            .options = {spaceOption(),
                        {"--where", Text::tr("FIELD=VALUE"), Text::tr("Only those where it is so."), false, true},
                        {"--overdue", "", Text::tr("Only those that are due and still waited for.")}},
            .run = list,
        },
        {
            .path = "search",
            .summary = Text::tr("The records that hold some words."),
            .positionals = {{"TEXT", Text::tr("The words; accents and capital letters do not count."), true, true}},
            .options = {spaceOption()},
            .run = search,
        },
    };
}

} // namespace puente
