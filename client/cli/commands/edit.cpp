#include "client/cli/commands/commands.h"

#include "client/cli/record_output.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"

namespace puente {

namespace {

Outcome<std::vector<Assignment>> assignmentsFrom(const Arguments& arguments) {
    std::vector<Assignment> assignments;
    for (const std::string& text : arguments.list("FIELD=VALUE")) {
        auto assignment = assignmentFromText(text);
        if (!assignment) return Failure{assignment.fault()};
        assignments.push_back(std::move(*assignment));
    }
    return assignments;
}

/// Shows the record that was written, and says what became of it.
Outcome<ExitCode> show(Invocation& invocation, const Records::Written& written, const std::string& done) {
    const auto view = (*invocation.records())->view(written.record);
    if (!view) return Failure{view.fault()};
    warnAbout(invocation.console, written.remarks);
    if (printedAsJson(invocation.console, *view)) return ExitCode::Done;
    const std::string outcome = written.changed ? done : std::string(Text::tr("Nothing changed:"));
    invocation.console.say(outcome + " " + shortId(*view) + "  " + headingOf(*view));
    return ExitCode::Done;
}

Outcome<ExitCode> add(Invocation& invocation) {
    const auto assignments = assignmentsFrom(invocation.arguments);
    if (!assignments) return Failure{assignments.fault()};
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto type = (*records)->type(invocation.arguments.text("TYPE"));
    if (!type) return Failure{type.fault()};
    const auto written = (*records)->add(**type, *assignments);
    if (!written) return Failure{written.fault()};
    return show(invocation, *written, Text::tr("Added:"));
}

/// Finds the record that ID names and does something to it.
template <typename Change>
Outcome<ExitCode> change(Invocation& invocation, const std::string& done, Change change) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto record = (*records)->find(invocation.arguments.text("ID"));
    if (!record) return Failure{record.fault()};
    const Outcome<Records::Written> written = change(**records, *record);
    if (!written) return Failure{written.fault()};
    return show(invocation, *written, done);
}

Outcome<ExitCode> remove(Invocation& invocation) {
    return change(invocation, Text::tr("Deleted:"),
                  [](Records& records, const Dot& record) { return records.remove(record); });
}

Outcome<ExitCode> restore(Invocation& invocation) {
    return change(invocation, Text::tr("Restored:"),
                  [](Records& records, const Dot& record) { return records.restore(record); });
}

Outcome<ExitCode> set(Invocation& invocation) {
    if (invocation.arguments.has("--from")) return setFromFile(invocation);
    const auto assignments = assignmentsFrom(invocation.arguments);
    if (!assignments) return Failure{assignments.fault()};
    if (!invocation.arguments.has("ID") || assignments->empty())
        return Failure{usageNotice(Text::tr("There is nothing to set."),
                                   Text::tr("Write “puente set ID field=value”, or --from FILE."))};
    return change(invocation, Text::tr("Changed:"),
                  [&](Records& records, const Dot& record) { return records.set(record, *assignments); });
}

} // namespace

std::vector<Command> editCommands() {
    const PositionalSpec id{"ID", Text::tr("The record: its id, the beginning of it, or its reference.")};
    const PositionalSpec values{
        "FIELD=VALUE", Text::tr("What each field gets; += and -= for one element of a set, nothing to empty it."),
        false, true};
    return {
        {
            .path = "add",
            .summary = Text::tr("Enter a record."),
            .positionals = {{"TYPE", Text::tr("Its type; “puente schema” shows them.")}, values},
            .options = {spaceOption()},
            .run = add,
        },
        {
            .path = "set",
            .summary = Text::tr("Change fields of a record."),
            .positionals = {{id.name, id.help, false}, values},
            .options = {spaceOption(),
                        {"--from", Text::tr("FILE"),
                         Text::tr("Many changes: one JSON object a line, {record, field, value}.")}},
            .run = set,
        },
        {
            .path = "delete",
            .summary = Text::tr("Delete a record; its history stays, and what others write meanwhile is shown."),
            .positionals = {id},
            .options = {spaceOption()},
            .run = remove,
        },
        {
            .path = "restore",
            .summary = Text::tr("Bring back a deleted record."),
            .positionals = {id},
            .options = {spaceOption()},
            .run = restore,
        },
    };
}

} // namespace puente
