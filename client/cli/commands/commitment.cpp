#include "client/cli/commands/commands.h"

#include "client/cli/day_option.h"
#include "client/cli/quarter_option.h"
#include "client/cli/record_output.h"
#include "client/cli/times.h"
#include "client/core/act.h"
#include "client/core/commitments.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/core/voices.h"
#include "client/domain/follow_up/commitment_list.h"
#include "client/domain/value_text.h"

#include <algorithm>

namespace puente {

namespace {

constexpr std::size_t kStatusWidth = 44, kNameWidth = 28;

Outcome<ExitCode> split(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    SplitWish wish{.agreement = invocation.arguments.text("AGREEMENT"), .due = invocation.arguments.text("--due")};
    if (invocation.arguments.has("--countries"))
        wish.countries = splitElements(invocation.arguments.text("--countries"));
    const auto done = splitAgreement(**records, wish);
    if (!done) return Failure{done.fault()};
    warnAbout(invocation.console, done->remarks);
    if (invocation.console.json()) {
        JsonWriter json;
        json.beginObject()
            .member("agreement", handleOf(done->agreement, (*records)->workspace().replica().logs()))
            .key("added")
            .beginArray();
        for (const std::string& country : done->added)
            json.value(country);
        invocation.console.data(
            json.endArray().member("existing", std::uint64_t{done->existing}).endObject().takeLine());
        return ExitCode::Done;
    }
    std::string countries;
    for (const std::string& country : done->added)
        countries += (countries.empty() ? ": " : ", ") + country;
    invocation.console.say(Text::tr("New commitments: %1").arg(done->added.size()).str() + countries + ". " +
                           Text::tr("There already: %1.").arg(done->existing).str());
    return ExitCode::Done;
}

/// One side's word as the list shows it, with a mark where it is not its own.
class WordOutput {
public:
    WordOutput(const Records& records, const Organizations& organizations)
        : m_records(records), m_organizations(organizations), m_type(typeNamed(records, "commitment")) {}

    std::string mark(const CommitmentItem& item, const Word& word, Voice voice) const {
        if (!word.live) return {};
        return foreignMark(m_organizations, m_records.authorOf(*word.live), voice, item.country, {});
    }
    std::string text(const CommitmentItem& item, const Word& word, Voice voice) const {
        if (!word.live) return "—";
        std::string shown = displayText(m_type.field("status"), word.live->value, language(), m_records.names());
        if (word.isInConflict) shown += " " + std::string(Text::tr("(in conflict)"));
        return mark(item, word, voice).empty() ? shown : shown + " (!)";
    }
    void write(JsonWriter& json, const CommitmentItem& item, const Word& word, Voice voice) const {
        if (!word.live) {
            json.null();
            return;
        }
        const Author author = m_records.authorOf(*word.live);
        json.beginObject()
            .member("value", machineText(m_type.field("status"), word.live->value, m_records.names()))
            .member("organization", author.organization)
            .member("person", author.person)
            .member("at", isoTime(instantOf(author.stamp)))
            .member("conflict", word.isInConflict)
            .member("foreign", !mark(item, word, voice).empty())
            .endObject();
    }

private:
    const Records& m_records;
    const Organizations& m_organizations;
    const RecordType& m_type;
};

void writeItem(JsonWriter& json, const Records& records, const WordOutput& words, const CommitmentItem& item) {
    json.beginObject()
        .member("id", handleOf(item.record, records.workspace().replica().logs()))
        .member("name", records.names().nameOf(item.record))
        .member("country", item.country)
        .member("responsible", item.responsible)
        .member("due", item.deadline.inForce);
    words.write(json.key("status"), item, item.government, Voice::Government);
    words.write(json.key("assessment"), item, item.civilSociety, Voice::CivilSociety);
    json.member("assessment_reason", item.reason).key("progress");
    item.progress ? json.value(*item.progress) : json.null();
    json.member("disputed", item.isDisputed()).endObject();
}

void printList(Console& console, const Records& records, const WordOutput& words,
               const std::vector<CommitmentItem>& items) {
    std::vector<std::vector<std::string>> rows;
    for (const CommitmentItem& item : items)
        rows.push_back({item.isDisputed() ? "≠" : "", shortened(records.names().nameOf(item.record), kNameWidth),
                        item.deadline.inForce,
                        shortened(words.text(item, item.government, Voice::Government), kStatusWidth),
                        item.progress ? std::to_string(*item.progress) + " %" : "",
                        words.text(item, item.civilSociety, Voice::CivilSociety)});
    console.table({"", Text::tr("NAME"), Text::tr("DUE"), Text::tr("THE GOVERNMENT SAYS"), Text::tr("PROGRESS"),
                   Text::tr("CIVIL SOCIETY SAYS")},
                  rows);
    for (const CommitmentItem& item : items) {
        const std::string name = records.names().nameOf(item.record);
        if (item.isDisputed() && !item.reason.empty()) console.line("≠ " + name + ": " + item.reason);
        for (const std::string& mark : {words.mark(item, item.government, Voice::Government),
                                        words.mark(item, item.civilSociety, Voice::CivilSociety)})
            if (!mark.empty()) console.line("(!) " + name + ": " + mark);
    }
}

Outcome<CommitmentQuery> queryFrom(const Invocation& invocation, const Records& records) {
    CommitmentQuery query;
    const std::string name = invocation.arguments.text("AGREEMENT"), country = invocation.arguments.text("--country");
    if (!name.empty()) {
        const auto agreement = findRecord(records, name, {"agreement"});
        if (!agreement) return Failure{agreement.fault()};
        query.agreement = agreement->id();
    }
    if (!country.empty()) {
        std::vector<std::string> remarks;
        const RecordType& type = typeNamed(records, "commitment");
        const auto value = valueFrom(records, type, "country", country, remarks);
        if (!value) return Failure{value.fault()};
        query.country = machineText(type.field("country"), *value, records.names());
    }
    return query;
}

Outcome<ExitCode> list(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto query = queryFrom(invocation, **records);
    if (!query) return Failure{query.fault()};
    auto items = listCommitments((*records)->catalogue(), (*records)->space(), (*records)->deadlines(), *query);
    if (!items) return Failure{noticeOf(items.fault())};
    if (invocation.arguments.has("--disagreements"))
        items->erase(std::remove_if(items->begin(), items->end(), [](const auto& item) { return !item.isDisputed(); }),
                     items->end());
    const auto organizations = organizationsOf(**records);
    if (!organizations) return Failure{organizations.fault()};
    const WordOutput words(**records, *organizations);
    if (invocation.console.json()) {
        JsonWriter json;
        json.beginArray();
        for (const CommitmentItem& item : *items)
            writeItem(json, **records, words, item);
        invocation.console.data(json.endArray().takeLine());
    } else if (items->empty()) {
        invocation.console.say(Text::tr("No commitment fits."));
    } else {
        printList(invocation.console, **records, words, *items);
    }
    return items->empty() ? ExitCode::Pending : ExitCode::Done;
}

Outcome<ExitCode> showWritten(Invocation& invocation, const WordWritten& written, const std::string& done) {
    const auto view = (*invocation.records())->view(written.record);
    if (!view) return Failure{view.fault()};
    if (printedAsJson(invocation.console, *view)) return ExitCode::Done;
    const std::string outcome = written.changed ? done : std::string(Text::tr("Nothing changed:"));
    invocation.console.say(outcome + " " + headingOf(*view));
    return ExitCode::Done;
}

Outcome<ExitCode> report(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    CommitmentWord word{.commitment = invocation.arguments.text("COMMITMENT"),
                        .status = invocation.arguments.text("STATUS"),
                        .text = invocation.arguments.text("--text")};
    if (invocation.arguments.has("--progress")) {
        std::vector<std::string> remarks;
        const auto progress = valueFrom(**records, typeNamed(**records, "commitment"), "progress",
                                        invocation.arguments.text("--progress"), remarks);
        if (!progress) return Failure{progress.fault()};
        word.progress = std::get<std::int64_t>(*progress);
    }
    const auto quarter = quarterFrom(invocation.arguments, quarterOf((*records)->today()));
    if (!quarter) return Failure{quarter.fault()};
    word.quarter = *quarter;
    const auto written = reportCommitment(**records, word);
    if (!written) return Failure{written.fault()};
    return showWritten(invocation, *written, Text::tr("Reported:"));
}

Outcome<ExitCode> assess(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto written = assessCommitment(**records, {.commitment = invocation.arguments.text("COMMITMENT"),
                                                      .status = invocation.arguments.text("STATUS"),
                                                      .text = invocation.arguments.text("--reason")});
    if (!written) return Failure{written.fault()};
    return showWritten(invocation, *written, Text::tr("Assessed:"));
}

} // namespace

std::vector<Command> commitmentCommands() {
    const PositionalSpec commitment{"COMMITMENT", Text::tr("The commitment: AGREEMENT|COUNTRY, or its id.")};
    const PositionalSpec status{
        "STATUS", Text::tr("pending, in_progress, fulfilled, partly_fulfilled, not_fulfilled or superseded.")};
    return {
        {
            .path = "commitment split",
            .summary = Text::tr("Make one commitment a country of the duty of all; again adds only what is missing."),
            .positionals = {{"AGREEMENT", Text::tr("The agreement: its reference or its id.")}},
            .options = {spaceOption(),
                        {"--countries", Text::tr("CODES"),
                         Text::tr("Divided by “;”; else those of the agreement, else the eleven member states.")},
                        {"--due", Text::tr("TERM"), Text::tr("Their term; else that of the agreement.")}},
            .run = split,
        },
        {
            .path = "commitment list",
            .summary = Text::tr("What the government and civil society say of each commitment, side by side."),
            .positionals = {{"AGREEMENT", Text::tr("Only those of this agreement."), false}},
            .options = {spaceOption(),
                        {"--country", Text::tr("CODE"), Text::tr("Only what falls to this country.")},
                        {"--disagreements", "", Text::tr("Only where the two say different things.")}},
            .run = list,
        },
        {
            .path = "commitment report",
            .summary = Text::tr("A government says how its commitment stands."),
            .positionals = {commitment, status},
            .options = {spaceOption(),
                        {"--progress", Text::tr("N"), Text::tr("Progress in per cent.")},
                        {"--text", Text::tr("TEXT"), Text::tr("What was done.")},
                        quarterOption(Text::tr("For which quarter; the current one unless said."))},
            .run = report,
        },
        {
            .path = "commitment assess",
            .summary = Text::tr("Civil society says how it sees a commitment, beside the government's word."),
            .positionals = {commitment, status},
            .options = {spaceOption(), {"--reason", Text::tr("TEXT"), Text::tr("Why it is seen so."), true}},
            .run = assess,
        },
    };
}

} // namespace puente
