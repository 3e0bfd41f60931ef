#include "client/cli/commands/commands.h"

#include "client/cli/day_option.h"
#include "client/cli/proposal_output.h"
#include "client/cli/record_output.h"
#include "client/core/act.h"
#include "client/core/proposals.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/core/voices.h"

#include <algorithm>

namespace puente {

namespace {

Outcome<Day> dayAt(const Invocation& invocation, const Records& records) {
    return dayFrom(invocation.arguments, "--at", records.today());
}

Outcome<ExitCode> list(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto day = dayAt(invocation, **records);
    if (!day) return Failure{day.fault()};
    auto items = listProposals((*records)->catalogue(), (*records)->space(), (*records)->deadlines(), *day);
    if (!items) return Failure{noticeOf(items.fault())};
    const bool onlyOpen = invocation.arguments.has("--open"), onlyLate = invocation.arguments.has("--unanswered");
    items->erase(std::remove_if(items->begin(), items->end(),
                                [&](const ProposalItem& item) {
                                    return (onlyOpen && !item.clock.isOpen()) || (onlyLate && !item.clock.isLate(*day));
                                }),
                 items->end());
    const auto organizations = organizationsOf(**records);
    if (!organizations) return Failure{organizations.fault()};
    if (invocation.console.json())
        writeProposals(invocation.console, **records, *organizations, *items, *day);
    else if (items->empty())
        invocation.console.say(Text::tr("No proposal fits."));
    else
        printProposals(invocation.console, **records, *organizations, *items, *day);
    return items->empty() ? ExitCode::Pending : ExitCode::Done;
}

Outcome<ExitCode> showWritten(Invocation& invocation, const ProposalWritten& written, const std::string& done) {
    const Records& records = **invocation.records();
    const auto view = records.view(written.response);
    if (!view) return Failure{view.fault()};
    warnAbout(invocation.console, written.remarks);
    if (printedAsJson(invocation.console, *view)) return ExitCode::Done;
    std::string text = written.changed ? done : std::string(Text::tr("Nothing changed:"));
    text += " " + records.names().nameOf(written.proposal) + ", " + fieldText(*view, "organization");
    if (const std::string answer = fieldText(*view, "answer"); !answer.empty()) text += ", " + answer;
    if (written.agreement) text += " → " + records.names().nameOf(*written.agreement);
    invocation.console.say(text);
    return ExitCode::Done;
}

using Step = Outcome<ProposalWritten> (*)(Records&, const ProposalStep&);

Outcome<ExitCode> take(Invocation& invocation, Step step, const std::string& done) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto day = dayAt(invocation, **records);
    if (!day) return Failure{day.fault()};
    const auto written = step(**records, {.proposal = invocation.arguments.text("REF"),
                                          .day = *day,
                                          .organization = invocation.arguments.text("--organization"),
                                          .due = invocation.arguments.text("--due")});
    if (!written) return Failure{written.fault()};
    return showWritten(invocation, *written, done);
}

Outcome<ExitCode> receive(Invocation& invocation) {
    return take(invocation, receiveProposal, Text::tr("Received:"));
}

Outcome<ExitCode> acknowledge(Invocation& invocation) {
    return take(invocation, acknowledgeProposal, Text::tr("Acknowledged:"));
}

Outcome<ExitCode> answer(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto day = dayAt(invocation, **records);
    if (!day) return Failure{day.fault()};
    const Arguments& arguments = invocation.arguments;
    const auto written = answerProposal(**records, {.proposal = arguments.text("REF"),
                                                    .day = *day,
                                                    .answer = arguments.text("ANSWER"),
                                                    .reason = arguments.text("--reason"),
                                                    .agreement = arguments.text("--agreement"),
                                                    .asAgreement = arguments.text("--as-agreement"),
                                                    .due = arguments.text("--due")});
    if (!written) return Failure{written.fault()};
    return showWritten(invocation, *written, Text::tr("Answered:"));
}

Outcome<ExitCode> repeats(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto proposal = findRecord(**records, invocation.arguments.text("REF"), {"agreement"});
    if (!proposal) return Failure{proposal.fault()};
    if (invocation.arguments.has("--of")) {
        const auto other = findRecord(**records, invocation.arguments.text("--of"), {"agreement"});
        if (!other) return Failure{other.fault()};
        const auto linked = linkRecords(**records, proposal->id(), "repeats", other->id());
        if (!linked) return Failure{linked.fault()};
        return showLink(invocation, *linked);
    }
    const auto found = similarProposals(**records, proposal->id());
    if (!found) return Failure{found.fault()};
    showSimilar(invocation.console, **records, proposal->id(), *found);
    return found->empty() ? ExitCode::Pending : ExitCode::Done;
}

} // namespace

std::vector<Command> proposalCommands() {
    const PositionalSpec reference{"REF", Text::tr("The proposal or declaration: its reference or its id.")};
    const OptionSpec at = dayOption("--at", Text::tr("The day on which it happened; today unless said."));
    return {
        {
            .path = "proposal list",
            .summary = Text::tr("How far each proposal and declaration has come at each organisation."),
            .options = {spaceOption(),
                        {"--open", "", Text::tr("Only those that wait for an answer.")},
                        {"--unanswered", "", Text::tr("Only those whose term is over without an answer.")},
                        dayOption("--at", Text::tr("As of this day instead of today."))},
            .run = list,
        },
        {
            .path = "proposal receive",
            .summary = Text::tr("Enter that a proposal has arrived; from then on its term runs."),
            .positionals = {reference},
            .options = {spaceOption(),
                        {"--due", Text::tr("TERM"), Text::tr("Until when it should be answered.")},
                        {"--organization", Text::tr("NAME"),
                         Text::tr("Where it has arrived; this office unless said.")},
                        at},
            .run = receive,
        },
        {
            .path = "proposal acknowledge",
            .summary = Text::tr("This office says that it has the proposal."),
            .positionals = {reference},
            .options = {spaceOption(), at},
            .run = acknowledge,
        },
        {
            .path = "proposal answer",
            .summary = Text::tr("This office answers a proposal, with the reason."),
            .positionals = {reference, {"ANSWER", Text::tr("accepted, partly or rejected.")}},
            .options = {spaceOption(),
                        {"--reason", Text::tr("TEXT"), Text::tr("Why."), true},
                        {"--agreement", Text::tr("REF"), Text::tr("An agreement there is already, which came of it.")},
                        {"--as-agreement", Text::tr("NEWREF"),
                         Text::tr("Make an agreement of it, with this reference.")},
                        {"--due", Text::tr("TERM"), Text::tr("The term of the new agreement.")},
                        at},
            .run = answer,
        },
        {
            .path = "proposal repeats",
            .summary = Text::tr("Earlier proposals that say the same, by the words of their titles."),
            .positionals = {reference},
            .options = {spaceOption(), {"--of", Text::tr("REF"), Text::tr("Say that it repeats this one.")}},
            .run = repeats,
        },
    };
}

} // namespace puente
