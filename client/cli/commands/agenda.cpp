#include "client/cli/commands/commands.h"

#include "client/cli/day_option.h"
#include "client/cli/record_output.h"
#include "client/core/agenda.h"
#include "client/core/known_record.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"

namespace puente {

namespace {

constexpr std::size_t kShortId = 8;

std::string handleIn(const Records& records, const Dot& record) {
    return handleOf(record, records.workspace().replica().logs());
}

/// The meeting that was named, and the day it is looked at for.
struct Asked {
    Records* records = nullptr;
    Dot meeting;
    Day day;
};

Outcome<Asked> askedFor(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto meeting = findRecord(**records, invocation.arguments.text("MEETING"), {"meeting"});
    if (!meeting) return Failure{meeting.fault()};
    const auto usual = meetingDay(**records, meeting->id());
    if (!usual) return Failure{usual.fault()};
    const auto day = dayFrom(invocation.arguments, "--at", *usual);
    if (!day) return Failure{day.fault()};
    return Asked{*records, meeting->id(), *day};
}

void writeRecords(JsonWriter& json, const Records& records, std::string_view key, const std::vector<Dot>& list) {
    json.key(key).beginArray();
    for (const Dot& record : list)
        json.value(records.names().nameOf(record));
    json.endArray();
}

void printJson(Console& console, const Records& records, const std::vector<AgendaItem>& items,
               const std::vector<AgendaPoint>& points) {
    JsonWriter json;
    json.beginObject().key("items").beginArray();
    for (const AgendaItem& item : items) {
        json.beginObject()
            .member("id", handleIn(records, item.record))
            .member("section", wordOf(item.section))
            .member("order", item.order)
            .member("title", item.title)
            .member("outcome", item.outcome);
        writeRecords(json, records, "records", item.records);
        writeRecords(json, records, "resulting", item.resulting);
        json.endObject();
    }
    json.endArray().key("proposed").beginArray();
    for (const AgendaPoint& point : points) {
        json.beginObject().member("section", wordOf(point.section)).member("title", pointTitle(point));
        writeRecords(json, records, "records", point.records);
        json.endObject();
    }
    console.data(json.endArray().endObject().takeLine());
}

void printItems(Console& console, const Records& records, const std::vector<AgendaItem>& items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i == 0 || items[i - 1].section != items[i].section) console.line(sectionText(items[i].section), "");
        console.line("  " + std::to_string(i + 1) + ". " + handleIn(records, items[i].record).substr(0, kShortId) +
                     "  " + items[i].title);
        if (!items[i].outcome.empty())
            console.line(std::string("     ") + Text::tr("Outcome: %1").arg(items[i].outcome));
        for (const Dot& agreement : items[i].resulting)
            console.line(std::string("     ") + Text::tr("Agreed: %1").arg(records.names().nameOf(agreement)));
    }
}

void printPoints(Console& console, const std::vector<AgendaPoint>& points) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i == 0 || points[i - 1].section != points[i].section) console.line(sectionText(points[i].section), "");
        console.line("  - " + pointTitle(points[i]));
    }
}

Outcome<ExitCode> show(Invocation& invocation) {
    const auto asked = askedFor(invocation);
    if (!asked) return Failure{asked.fault()};
    const Records& records = *asked->records;
    const auto items = agendaOf(records.catalogue(), records.space(), asked->meeting);
    if (!items) return Failure{noticeOf(items.fault())};
    const auto points = proposeAgenda(records.catalogue(), records.space(), records.deadlines(),
                                      {.meeting = asked->meeting, .day = asked->day, .language = language()});
    if (!points) return Failure{noticeOf(points.fault())};
    Console& console = invocation.console;
    if (console.json()) {
        printJson(console, records, *items, *points);
    } else {
        console.line(records.names().titleOf(asked->meeting, language()));
        printItems(console, records, *items);
        if (!points->empty()) {
            console.line("");
            console.line(Text::tr("Proposed, and not on the agenda yet; “puente agenda make” puts it there:"));
            printPoints(console, *points);
        } else if (items->empty()) {
            console.line(Text::tr("Nothing is on the agenda, and nothing waits to be."));
        }
    }
    return items->empty() && points->empty() ? ExitCode::Pending : ExitCode::Done;
}

Outcome<ExitCode> make(Invocation& invocation) {
    const auto asked = askedFor(invocation);
    if (!asked) return Failure{asked.fault()};
    const auto added = makeAgenda(*asked->records, asked->meeting, asked->day);
    if (!added) return Failure{added.fault()};
    if (invocation.console.json())
        invocation.console.data(
            JsonWriter().beginObject().member("added", std::uint64_t{*added}).endObject().takeLine());
    invocation.console.say(*added == 0 ? Text::tr("The agenda holds everything already.").str()
                                       : Text::tr("Points put on the agenda: %1").arg(*added).str());
    return ExitCode::Done;
}

Outcome<AgendaSection> sectionFrom(const Arguments& arguments) {
    const std::string word = arguments.text("--section", "new");
    if (const auto section = sectionFromWord(word)) return *section;
    return Failure{usageNotice(Text::tr("The agenda has no part “%1”.").arg(word),
                               Text::tr("There are: %1").arg("past_decisions, overdue, undated, new"), "--section")};
}

Outcome<ExitCode> add(Invocation& invocation) {
    const auto section = sectionFrom(invocation.arguments);
    if (!section) return Failure{section.fault()};
    const auto asked = askedFor(invocation);
    if (!asked) return Failure{asked.fault()};
    NewAgendaItem item{.title = invocation.arguments.text("TITLE"), .section = *section};
    for (const std::string& text : invocation.arguments.list("--records")) {
        const auto record = asked->records->find(text);
        if (!record) return Failure{record.fault()};
        item.records.push_back(*record);
    }
    const auto added = addAgendaItem(*asked->records, asked->meeting, item);
    if (!added) return Failure{added.fault()};
    const std::string id = handleIn(*asked->records, *added);
    if (invocation.console.json())
        invocation.console.data(JsonWriter().beginObject().member("id", id).endObject().takeLine());
    invocation.console.say(Text::tr("Put on the agenda: %1").arg(id.substr(0, kShortId)) + "  " + item.title);
    return ExitCode::Done;
}

Outcome<std::optional<ResultingAgreement>> agreementFrom(const Arguments& arguments) {
    if (arguments.has("--as-agreement"))
        return std::optional(ResultingAgreement{arguments.text("--as-agreement"), arguments.text("--title"),
                                                arguments.text("--due"), arguments.text("--responsible")});
    for (const char* option : {"--title", "--due", "--responsible"})
        if (arguments.has(option))
            return Failure{usageNotice(Text::tr("%1 says something of an agreement, and there is none.").arg(option),
                                       Text::tr("Name it: --as-agreement REFERENCE."))};
    return std::optional<ResultingAgreement>();
}

Outcome<ExitCode> writeOutcomeOf(Invocation& invocation) {
    const auto agreement = agreementFrom(invocation.arguments);
    if (!agreement) return Failure{agreement.fault()};
    const auto found = invocation.records();
    if (!found) return Failure{found.fault()};
    Records& records = **found;
    const auto item = findRecord(records, invocation.arguments.text("ITEM"), {"agenda_item"});
    if (!item) return Failure{item.fault()};
    const auto written = writeOutcome(records, item->id(), invocation.arguments.text("TEXT"), *agreement);
    if (!written) return Failure{written.fault()};
    warnAbout(invocation.console, written->remarks);
    if (invocation.console.json()) {
        JsonWriter json;
        json.beginObject()
            .member("item", handleIn(records, item->id()))
            .member("changed", written->changed)
            .key("agreement");
        written->agreement ? json.value(handleIn(records, *written->agreement)) : json.null();
        invocation.console.data(json.endObject().takeLine());
    }
    invocation.console.say(Text::tr("Outcome noted."));
    if (written->agreement)
        invocation.console.say(Text::tr("Agreement entered: %1").arg((*agreement)->reference) + "  " +
                               records.names().titleOf(*written->agreement, language()));
    return ExitCode::Done;
}

} // namespace

std::vector<Command> agendaCommands() {
    const PositionalSpec meeting{"MEETING", Text::tr("The meeting: its id, or its kind and number.")};
    const OptionSpec at = dayOption("--at", Text::tr("What is overdue on this day; unless said, when it begins."));
    return {
        {
            .path = "agenda",
            .summary = Text::tr("The agenda of a meeting, and what should be on it."),
            .positionals = {meeting},
            .options = {spaceOption(), at},
            .run = show,
        },
        {
            .path = "agenda make",
            .summary = Text::tr("Put on the agenda what is missing: past decisions, overdue, undated, new."),
            .positionals = {meeting},
            .options = {spaceOption(), at},
            .run = make,
        },
        {
            .path = "agenda add",
            .summary = Text::tr("Put one more point on the agenda."),
            .positionals = {meeting, {"TITLE", Text::tr("What it is about.")}},
            .options = {spaceOption(),
                        {.name = "--records",
                         .value = Text::tr("ID"),
                         .help = Text::tr("A record it is about; may be repeated."),
                         .repeats = true},
                        {"--section", Text::tr("PART"),
                         Text::tr("past_decisions, overdue, undated or new (unless said).")}},
            .run = add,
        },
        {
            .path = "agenda outcome",
            .summary = Text::tr("Note what came of a point, and make an agreement of it."),
            .positionals = {{"ITEM", Text::tr("The point: its id, as “puente agenda” shows it.")},
                            {"TEXT", Text::tr("What came of it.")}},
            .options = {spaceOption(),
                        {"--as-agreement", Text::tr("REFERENCE"), Text::tr("Enter it as an agreement of the meeting.")},
                        {"--title", Text::tr("TEXT"), Text::tr("The agreement's title; the outcome unless said.")},
                        {"--due", Text::tr("TERM"), Text::tr("Until when.")},
                        {"--responsible", Text::tr("TEXT"), Text::tr("Who has to do it.")}},
            .run = writeOutcomeOf,
        },
    };
}

} // namespace puente
