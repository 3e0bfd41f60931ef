#include "client/cli/commands/commands.h"

#include "client/cli/day_option.h"
#include "client/cli/record_output.h"
#include "client/cli/sheet_output.h"
#include "client/core/act.h"
#include "client/core/known_record.h"
#include "client/core/minutes.h"
#include "client/core/platform/files.h"
#include "client/core/readiness.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/day_text.h"

namespace puente {

namespace {

constexpr std::size_t kMinutesSizeMax = 1024 * 1024;

struct Asked {
    Records* records = nullptr;
    Dot meeting;
};

Outcome<Asked> askedFor(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto meeting = findRecord(**records, invocation.arguments.text("MEETING"), {"meeting"});
    if (!meeting) return Failure{meeting.fault()};
    return Asked{*records, meeting->id()};
}

// --- attendance
// -------------------------------------------------------------------------------------------------------

/// The attendance of an organisation that is on record already.
Outcome<std::optional<Dot>> knownAttendance(const Records& records, const Dot& meeting, const Dot& organization) {
    const auto type = records.type("attendance");
    if (!type) return Failure{type.fault()};
    for (const Dot& record : records.catalogue().referringTo(meeting)) {
        const auto component = records.catalogue().component(record);
        if (!component) return Failure{noticeOf(component.fault())};
        if (!component->has_value() || (*component)->type() != Symbol{(*type)->number}) continue;
        const auto named = RecordReader(**component, **type).reference("organization");
        if (named && records.catalogue().canonical(*named) == organization) return std::optional((*component)->id());
    }
    return std::optional<Dot>();
}

Outcome<ExitCode> attendance(Invocation& invocation) {
    const auto asked = askedFor(invocation);
    if (!asked) return Failure{asked.fault()};
    Records& records = *asked->records;
    const auto organization = findRecord(records, invocation.arguments.text("ORGANISATION"), {"organization"});
    if (!organization) return Failure{organization.fault()};
    const auto people = countFrom(invocation.arguments, "--people", -1);
    if (!people) return Failure{people.fault()};
    std::vector<Assignment> values{given("presence", invocation.arguments.text("PRESENCE"))};
    if (*people >= 0) values.push_back(given("people", std::to_string(*people)));

    const auto known = knownAttendance(records, asked->meeting, organization->id());
    if (!known) return Failure{known.fault()};
    Act act(records);
    if (*known) {
        if (auto done = act.set(**known, values); !done) return Failure{done.fault()};
    } else {
        const auto added =
            act.add("attendance", values,
                    {{"meeting", Reference{asked->meeting}}, {"organization", Reference{organization->id()}}});
        if (!added) return Failure{added.fault()};
    }
    const auto changed = act.commit();
    if (!changed) return Failure{changed.fault()};
    if (invocation.console.json())
        invocation.console.data(JsonWriter().beginObject().member("changed", *changed).endObject().takeLine());
    invocation.console.say((*changed ? Text::tr("Attendance noted: %1") : Text::tr("It stood there already: %1"))
                               .arg(records.names().titleOf(organization->id(), language())));
    return ExitCode::Done;
}

// --- readiness
// --------------------------------------------------------------------------------------------------------

void printJson(Console& console, const ReadinessBoard& board, const std::optional<std::string>& snapshot) {
    JsonWriter json;
    json.beginObject().member("at", formatDay(board.day)).key("quarter");
    board.quarter ? json.value(formatQuarter(*board.quarter)) : json.null();
    json.key("organizations");
    writeSheet(json, boardSheet(board));
    json.member("reports_due", std::uint64_t{board.reportsDue})
        .member("reports_received", std::uint64_t{board.reportsReceived})
        .member("unassigned", std::uint64_t{board.unassignedDuties})
        .member("proposals_without_response", std::uint64_t{board.proposalsWithoutResponse})
        .member("conflicts", std::uint64_t{board.conflicts})
        .key("cases");
    board.cases ? json.value(std::uint64_t{*board.cases}) : json.null();
    json.member("cases_few", board.casesAreFew).key("snapshot");
    snapshot ? json.value(*snapshot) : json.null();
    console.data(json.endObject().takeLine());
}

Outcome<std::optional<std::size_t>> casesFrom(const Arguments& arguments) {
    if (!arguments.has("--cases")) return std::optional<std::size_t>();
    const auto count = countFrom(arguments, "--cases", 0);
    if (!count) return Failure{count.fault()};
    return std::optional(static_cast<std::size_t>(*count));
}

Outcome<ExitCode> showReadiness(Invocation& invocation) {
    const auto asked = askedFor(invocation);
    if (!asked) return Failure{asked.fault()};
    Records& records = *asked->records;
    const auto day = dayFrom(invocation.arguments, "--at", records.today());
    if (!day) return Failure{day.fault()};
    const auto cases = casesFrom(invocation.arguments);
    if (!cases) return Failure{cases.fault()};
    const auto board = readiness(records, asked->meeting, *day, *cases);
    if (!board) return Failure{board.fault()};
    std::optional<std::string> snapshot;
    if (invocation.arguments.has("--freeze")) {
        const auto frozen = freeze(records, asked->meeting, *day, *board);
        if (!frozen) return Failure{frozen.fault()};
        snapshot = handleOf(frozen->snapshot, records.workspace().replica().logs());
    }
    if (invocation.console.json()) {
        printJson(invocation.console, *board, snapshot);
        return ExitCode::Done;
    }
    invocation.console.data(printable(boardText(records, asked->meeting, *board)));
    if (snapshot) invocation.console.say(Text::tr("Frozen for the minutes: %1").arg(snapshot->substr(0, 8)));
    return ExitCode::Done;
}

// --- minutes
// ----------------------------------------------------------------------------------------------------------

Outcome<ExitCode> store(Invocation& invocation, Records& records, const Dot& meeting) {
    const std::string path = invocation.arguments.text("--set-from");
    const auto bytes = platform::readFile(path, kMinutesSizeMax);
    if (!bytes) return Failure{noticeOf(bytes.fault(), path)};
    const auto written = storeMinutes(records, meeting, std::string(textOf(*bytes)));
    if (!written) return Failure{written.fault()};
    if (invocation.console.json())
        invocation.console.data(JsonWriter().beginObject().member("changed", written->changed).endObject().takeLine());
    invocation.console.say(Text::tr("The minutes are stored with the meeting."));
    return ExitCode::Done;
}

Outcome<std::string> textFor(const Arguments& arguments, const Records& records, const Dot& meeting) {
    if (!arguments.has("--draft")) {
        auto stored = storedMinutes(records, meeting);
        if (!stored || !stored->empty()) return stored;
    }
    return minutesOf(records, meeting);
}

Outcome<ExitCode> minutes(Invocation& invocation) {
    const auto asked = askedFor(invocation);
    if (!asked) return Failure{asked.fault()};
    if (invocation.arguments.has("--set-from")) return store(invocation, *asked->records, asked->meeting);
    const auto text = textFor(invocation.arguments, *asked->records, asked->meeting);
    if (!text) return Failure{text.fault()};
    if (invocation.arguments.has("--out")) {
        const std::string path = invocation.arguments.text("--out");
        const auto done = platform::createFile(path, bytesOf(*text), platform::Access::Everyone);
        if (!done) return Failure{noticeOf(done.fault(), path)};
        if (invocation.console.json())
            invocation.console.data(JsonWriter().beginObject().member("file", path).endObject().takeLine());
        invocation.console.say(Text::tr("Written to %1").arg(path));
    } else if (invocation.console.json()) {
        invocation.console.data(JsonWriter().beginObject().member("minutes", *text).endObject().takeLine());
    } else {
        invocation.console.data(printable(*text));
    }
    return ExitCode::Done;
}

} // namespace

std::vector<Command> meetingCommands() {
    const PositionalSpec meeting{"MEETING", Text::tr("The meeting: its id, or its kind and number.")};
    return {
        {
            .path = "attendance",
            .summary = Text::tr("Note whether an organisation attended a meeting."),
            .positionals = {meeting,
                            {"ORGANISATION", Text::tr("Who: its name, an alias, or its acronym.")},
                            {"PRESENCE", Text::tr("present, virtual, excused or absent.")}},
            .options = {spaceOption(), {"--people", Text::tr("NUMBER"), Text::tr("With how many people.")}},
            .run = attendance,
        },
        {
            .path = "readiness",
            .summary =
                Text::tr("What a meeting can count on: data, reports, answers and signatures, and what is missing."),
            .positionals = {meeting},
            .options = {spaceOption(),
                        dayOption("--at", Text::tr("As of this day instead of today.")),
                        {"--freeze", "", Text::tr("Keep the board and the state of the records for the minutes.")},
                        {"--cases", Text::tr("NUMBER"),
                         Text::tr("How many complaints this office's restricted spaces hold; few are told as “few”.")}},
            .run = showReadiness,
        },
        {
            .path = "minutes",
            .summary = Text::tr("The minutes of a meeting: those stored, else a draft from the records."),
            .positionals = {meeting},
            .options = {spaceOption(),
                        {"--out", Text::tr("FILE"), Text::tr("Write them to a file, never over one.")},
                        {"--draft", "", Text::tr("From the records, even where minutes are stored.")},
                        {"--set-from", Text::tr("FILE"), Text::tr("Store this text as the minutes.")}},
            .run = minutes,
        },
    };
}

} // namespace puente
