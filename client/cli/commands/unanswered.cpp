#include "client/cli/commands/commands.h"

#include "client/cli/day_option.h"
#include "client/cli/json_writer.h"
#include "client/cli/quarter_option.h"
#include "client/core/act.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/core/voices.h"
#include "client/domain/day_text.h"
#include "client/domain/follow_up/unanswered.h"

#include <map>

namespace puente {

namespace {

constexpr std::size_t kNameWidth = 26, kTitleWidth = 60;

/// "Honduras" for "HN".
std::string countryText(const Records& records, const std::string& code) {
    for (const Enumerator& each : typeNamed(records, "commitment").field("country")->enumerators)
        if (each.name == code) return each.label.in(language());
    return Text::tr("Country not known");
}

std::string responsibleText(const Records& records, const UnansweredItem& item) {
    if (!item.responsible.empty()) return item.responsible;
    return Text::tr("Nobody named (%1)").arg(countryText(records, item.country));
}

std::string whatText(const UnansweredItem& item, const UnansweredQuery& query) {
    if (item.kind == UnansweredItem::Kind::Report) return Text::tr("no report for %1").arg(quarterText(query.quarter));
    return Text::tr("no answer; it was due on %1, %2 days ago")
        .arg(formatDay(*item.due))
        .arg(query.today.number - item.due->number);
}

void print(Console& console, const Records& records, const std::vector<UnansweredItem>& items,
           const UnansweredQuery& query, bool byResponsible) {
    std::map<std::string, std::vector<const UnansweredItem*>> groups;
    for (const UnansweredItem& item : items)
        groups[byResponsible ? responsibleText(records, item) : countryText(records, item.country)].push_back(&item);
    for (const auto& [group, members] : groups) {
        console.line(group, ": " + std::to_string(members.size()));
        for (const UnansweredItem* item : members) {
            std::string text =
                "  " + shortened(records.names().nameOf(item->record), kNameWidth) + "  " + whatText(*item, query);
            const std::string who =
                byResponsible ? countryText(records, item->country) : responsibleText(records, *item);
            if (byResponsible ? !item->country.empty() : !item->responsible.empty()) text += "  " + who;
            if (item->kind == UnansweredItem::Kind::Proposal)
                text += "  " + shortened(records.names().titleOf(item->record, language()), kTitleWidth);
            console.line(text);
        }
    }
}

void write(Console& console, const Records& records, const std::vector<UnansweredItem>& items,
           const UnansweredQuery& query) {
    JsonWriter json;
    json.beginArray();
    for (const UnansweredItem& item : items) {
        const bool isProposal = item.kind == UnansweredItem::Kind::Proposal;
        json.beginObject()
            .member("kind", isProposal ? "proposal" : "report")
            .member("id", handleOf(item.record, records.workspace().replica().logs()))
            .member("name", records.names().nameOf(item.record))
            .member("title", records.names().titleOf(item.record, language()))
            .member("responsible", item.responsible)
            .member("country", item.country)
            .key("due");
        item.due ? json.value(formatDay(*item.due)) : json.null();
        json.key("days_late");
        item.due ? json.value(std::int64_t{query.today.number - item.due->number}) : json.null();
        json.key("quarter");
        isProposal ? json.null() : json.value(formatQuarter(query.quarter));
        json.endObject();
    }
    console.data(json.endArray().takeLine());
}

Outcome<ExitCode> unanswered(Invocation& invocation) {
    const std::string by = invocation.arguments.text("--by", "country");
    if (by != "country" && by != "responsible")
        return Failure{usageNotice(Text::tr("“%1” is nothing to order this list by.").arg(by),
                                   Text::tr("Say country or responsible."), "--by")};
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto today = dayFrom(invocation.arguments, "--at", (*records)->today());
    if (!today) return Failure{today.fault()};
    // The quarter that is over: nobody is late for the one that runs.
    const auto quarter = quarterFrom(invocation.arguments, before(quarterOf(*today)));
    if (!quarter) return Failure{quarter.fault()};
    const UnansweredQuery query{*today, *quarter};
    const auto organizations = organizationsOf(**records);
    if (!organizations) return Failure{organizations.fault()};
    const auto items =
        listUnanswered((*records)->catalogue(), (*records)->space(), (*records)->deadlines(), *organizations, query);
    if (!items) return Failure{noticeOf(items.fault())};
    if (invocation.console.json())
        write(invocation.console, **records, *items, query);
    else if (items->empty())
        invocation.console.say(Text::tr("Nobody owes an answer or a report."));
    else
        print(invocation.console, **records, *items, query, by == "responsible");
    return items->empty() ? ExitCode::Pending : ExitCode::Done;
}

} // namespace

std::vector<Command> unansweredCommands() {
    return {{
        .path = "unanswered",
        .summary = Text::tr("Who owes an answer to a proposal, or the report of a quarter on a commitment."),
        .options = {spaceOption(),
                    dayOption("--at", Text::tr("As of this day instead of today.")),
                    quarterOption(Text::tr("Reports of this quarter; the one that is over unless said.")),
                    {"--by", Text::tr("WHOM"), Text::tr("country or responsible.")}},
        .run = unanswered,
    }};
}

} // namespace puente
