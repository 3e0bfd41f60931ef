#include "client/cli/commands/commands.h"

#include "client/cli/day_option.h"
#include "client/cli/record_output.h"
#include "client/core/due.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/day_text.h"
#include "client/domain/follow_up/due_list.h"

#include <algorithm>

namespace puente {

namespace {

constexpr std::size_t kTermWidth = 28, kNameWidth = 24, kWhoWidth = 26, kTitleWidth = 60;

/// A part of the list, under a heading of its own.
struct Part {
    std::string heading;
    bool (*takes)(const DueItem&);
};

std::vector<Part> partsFor(const Arguments& arguments) {
    const Part overdue{Text::tr("Overdue"), [](const DueItem& item) { return item.light == Light::Overdue; }};
    const Part soon{Text::tr("Due soon"), [](const DueItem& item) { return item.light == Light::DueSoon; }};
    const Part later{Text::tr("On time"), [](const DueItem& item) { return item.light == Light::OnTime; }};
    const Part undated{Text::tr("Without a date that is certain"),
                       [](const DueItem& item) { return item.light == Light::Undated; }};
    const Part unassigned{Text::tr("Nobody's, or everybody's"), [](const DueItem& item) { return item.isUnassigned; }};
    if (arguments.has("--all")) return {overdue, soon, later, undated, unassigned};
    std::vector<Part> parts;
    if (arguments.has("--undated")) parts.push_back(undated);
    if (arguments.has("--unassigned")) parts.push_back(unassigned);
    return parts.empty() ? std::vector<Part>{overdue, soon} : parts;
}

std::string nameOf(const Records& records, const DueItem& item) {
    return records.names().nameOf(item.record);
}

std::string termOf(const DueItem& item, Day today) {
    const Deadline& deadline = item.deadline;
    std::string text = deadline.day ? formatDay(*deadline.day) : deadline.inForce;
    if (deadline.day && item.light == Light::Overdue)
        text += " (" + Text::tr("%1 days ago").arg(today.number - deadline.day->number).str() + ")";
    if (deadline.extensions > 0) text += deadline.isContested ? " (!)" : " +";
    return text;
}

void printPart(Console& console, const Records& records, const Part& part, const std::vector<DueItem>& items,
               Day today) {
    std::vector<std::vector<std::string>> rows;
    for (const DueItem& item : items)
        if (part.takes(item))
            rows.push_back({lightText(item.light), shortened(nameOf(records, item), kNameWidth),
                            shortened(termOf(item, today), kTermWidth), shortened(item.responsible, kWhoWidth),
                            shortened(item.title, kTitleWidth)});
    console.line(part.heading, ": " + std::to_string(rows.size()));
    if (!rows.empty()) console.table({"", Text::tr("NAME"), Text::tr("DUE"), Text::tr("WHO"), Text::tr("TITLE")}, rows);
    console.line("");
}

void writeItem(JsonWriter& json, const Records& records, const DueItem& item, Day today) {
    const Deadline& deadline = item.deadline;
    json.beginObject()
        .member("id", handleOf(item.record, records.workspace().replica().logs()))
        .member("type", item.type->name)
        .member("name", nameOf(records, item))
        .member("title", item.title)
        .member("responsible", item.responsible)
        .member("country", item.country)
        .member("due", deadline.inForce)
        .member("original_due", deadline.original);
    json.key("effective_due");
    deadline.day ? json.value(formatDay(*deadline.day)) : json.null();
    json.key("days_left");
    deadline.day ? json.value(std::int64_t{deadline.day->number - today.number}) : json.null();
    json.member("light", wordOf(item.light))
        .member("extensions", std::uint64_t{deadline.extensions})
        .member("contested", deadline.isContested)
        .member("collective", item.isCollective)
        .member("unassigned", item.isUnassigned)
        .endObject();
}

Outcome<DueQuery> queryFrom(const Arguments& arguments, Day today) {
    const auto day = dayFrom(arguments, "--at", today);
    if (!day) return Failure{day.fault()};
    const auto soon = countFrom(arguments, "--within", kSoonDays);
    if (!soon) return Failure{soon.fault()};
    return DueQuery{.today = *day,
                    .soonDays = *soon,
                    .language = language(),
                    .country = arguments.text("--country"),
                    .responsible = arguments.text("--responsible")};
}

Outcome<ExitCode> overdue(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto query = queryFrom(invocation.arguments, (*records)->today());
    if (!query) return Failure{query.fault()};
    const auto items = listDue((*records)->catalogue(), (*records)->space(), (*records)->deadlines(), *query);
    if (!items) return Failure{noticeOf(items.fault())};

    const std::vector<Part> parts = partsFor(invocation.arguments);
    const auto isTaken = [&](const DueItem& item) {
        return std::any_of(parts.begin(), parts.end(), [&](const Part& part) { return part.takes(item); });
    };
    const bool isAny = std::any_of(items->begin(), items->end(), isTaken);
    if (invocation.console.json()) {
        JsonWriter json;
        json.beginArray();
        for (const DueItem& item : *items)
            if (isTaken(item)) writeItem(json, **records, item, query->today);
        invocation.console.data(json.endArray().takeLine());
    } else {
        for (const Part& part : parts)
            printPart(invocation.console, **records, part, *items, query->today);
    }
    return isAny ? ExitCode::Done : ExitCode::Pending;
}

} // namespace

std::vector<Command> overdueCommands() {
    return {{
        .path = "overdue",
        .summary = Text::tr("What is overdue and what is due soon, with who has to do it."),
        .options = {spaceOption(),
                    dayOption("--at", Text::tr("As of this day instead of today.")),
                    {"--within", Text::tr("DAYS"), Text::tr("What counts as soon; 30 days unless said.")},
                    {"--undated", "", Text::tr("What has no date that is certain.")},
                    {"--unassigned", "", Text::tr("What nobody, or everybody, is responsible for.")},
                    {"--all", "", Text::tr("Everything that is open.")},
                    {"--country", Text::tr("CODE"), Text::tr("Only what falls to this country.")},
                    {"--responsible", Text::tr("TEXT"), Text::tr("Only what somebody is responsible for.")}},
        .run = overdue,
    }};
}

} // namespace puente
