#include "client/cli/proposal_output.h"

#include "client/cli/record_output.h"
#include "client/cli/times.h"
#include "client/core/act.h"
#include "client/core/due.h"
#include "client/core/text.h"
#include "client/core/voices.h"
#include "client/domain/day_text.h"

namespace puente {

namespace {

constexpr std::size_t kNameWidth = 20, kWhoWidth = 34, kTitleWidth = 60;

std::string answerText(const Records& records, std::string_view answer) {
    for (const Enumerator& each : typeNamed(records, "proposal_response").field("answer")->enumerators)
        if (each.name == answer) return each.label.in(language());
    return {};
}

std::string standText(const Records& records, const ProposalItem& item, Day today) {
    const ProposalClock& clock = item.clock;
    std::string text = stageText(clock.stage);
    if (!clock.answer.empty()) text += ": " + answerText(records, clock.answer);
    if (item.resulting) text += " → " + records.names().nameOf(*item.resulting);
    if (const auto days = clock.waited(today)) text += " (" + Text::tr("%1 days").arg(*days).str() + ")";
    return text;
}

std::string dueText(const ProposalItem& item, Day today) {
    if (!item.clock.isOpen() || !item.response) return {};
    const Deadline& due = item.clock.due;
    return lightText(due.on(today)) + (due.day               ? " " + formatDay(*due.day)
                                       : due.inForce.empty() ? ""
                                                             : " " + due.inForce);
}

/// Who answered, where that is not the organisation itself.
std::string markOf(const Organizations& organizations, const Records& records, const ProposalItem& item) {
    if (!item.answerLive) return {};
    return foreignMark(organizations, records.authorOf(*item.answerLive), Voice::Answering, {}, item.organization);
}

void writeDay(JsonWriter& json, const char* name, const std::optional<Day>& day) {
    json.key(name);
    day ? json.value(formatDay(*day)) : json.null();
}

} // namespace

std::string stageText(ProposalStage stage) {
    switch (stage) {
    case ProposalStage::Sent: return Text::tr("not received");
    case ProposalStage::Received: return Text::tr("received");
    case ProposalStage::Acknowledged: return Text::tr("acknowledged");
    case ProposalStage::Answered: return Text::tr("answered");
    case ProposalStage::Agreed: return Text::tr("made an agreement");
    }
    return {};
}

void printProposals(Console& console, const Records& records, const Organizations& organizations,
                    const std::vector<ProposalItem>& items, Day today) {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> marks;
    for (const ProposalItem& item : items) {
        const std::string name = records.names().nameOf(item.proposal), mark = markOf(organizations, records, item);
        if (!mark.empty()) marks.push_back("(!) " + name + ", " + item.organization + ": " + mark);
        rows.push_back({shortened(name, kNameWidth), shortened(item.organization, kWhoWidth),
                        standText(records, item, today) + (mark.empty() ? "" : " (!)"), dueText(item, today),
                        shortened(records.names().titleOf(item.proposal, language()), kTitleWidth)});
    }
    console.table({Text::tr("NAME"), Text::tr("ORGANISATION"), Text::tr("HOW IT STANDS"), Text::tr("ANSWER DUE"),
                   Text::tr("TITLE")},
                  rows);
    for (const std::string& mark : marks)
        console.line(mark);
}

void writeProposals(Console& console, const Records& records, const Organizations& organizations,
                    const std::vector<ProposalItem>& items, Day today) {
    const std::vector<LogId>& logs = records.workspace().replica().logs();
    JsonWriter json;
    json.beginArray();
    for (const ProposalItem& item : items) {
        json.beginObject()
            .member("proposal", handleOf(item.proposal, logs))
            .member("name", records.names().nameOf(item.proposal))
            .member("title", records.names().titleOf(item.proposal, language()))
            .member("kind", item.kind)
            .member("organization", item.organization)
            .member("stage", wordOf(item.clock.stage));
        writeDay(json, "received", item.clock.received);
        writeDay(json, "acknowledged", item.clock.acknowledged);
        writeDay(json, "answered", item.clock.answered);
        json.member("response_due", item.clock.due.inForce);
        writeDay(json, "effective_due", item.clock.due.day);
        json.member("answer", item.clock.answer).key("resulting");
        item.resulting ? json.value(records.names().nameOf(*item.resulting)) : json.null();
        json.key("waited_days");
        const auto waited = item.clock.waited(today);
        waited ? json.value(std::int64_t{*waited}) : json.null();
        json.member("late", item.clock.isLate(today))
            .member("answered_by_another", !markOf(organizations, records, item).empty())
            .endObject();
    }
    console.data(json.endArray().takeLine());
}

void showSimilar(Console& console, const Records& records, const Dot& proposal,
                 const std::vector<SimilarProposal>& found) {
    const RecordNames& names = records.names();
    if (console.json()) {
        JsonWriter json;
        json.beginArray();
        for (const SimilarProposal& each : found)
            json.beginObject()
                .member("id", handleOf(each.record, records.workspace().replica().logs()))
                .member("name", names.nameOf(each.record))
                .member("title", names.titleOf(each.record, language()))
                .member("shared_words", std::uint64_t{each.likeness.shared})
                .member("words", std::uint64_t{each.likeness.all})
                .member("percent", std::int64_t{each.likeness.percent()})
                .member("linked", each.isLinked)
                .endObject();
        console.data(json.endArray().takeLine());
        return;
    }
    if (found.empty()) {
        console.say(Text::tr("No earlier proposal has enough words of its title in common with it."));
        return;
    }
    for (const SimilarProposal& each : found) {
        std::string text = Text::tr("%1 % (%2 of %3 words)")
                               .arg(each.likeness.percent())
                               .arg(each.likeness.shared)
                               .arg(each.likeness.all);
        if (each.isLinked) text += " " + std::string(Text::tr("linked already"));
        console.line(text + "  " + names.nameOf(each.record) + "  " + names.titleOf(each.record, language()));
    }
    console.say(
        Text::tr("Words are counted, not understood: read both. If it is the same: puente proposal repeats %1 --of REF")
            .arg(names.nameOf(proposal)));
}

Outcome<ExitCode> showLink(Invocation& invocation, const Linked& linked) {
    const Records& records = **invocation.records();
    const auto view = records.view(linked.link);
    if (!view) return Failure{view.fault()};
    if (printedAsJson(invocation.console, *view)) return ExitCode::Done;
    invocation.console.say(
        (linked.changed ? std::string(Text::tr("Linked:")) : std::string(Text::tr("Nothing changed:"))) + " " +
        fieldText(*view, "from") + " · " + fieldText(*view, "relation") + " · " + fieldText(*view, "to"));
    return ExitCode::Done;
}

} // namespace puente
