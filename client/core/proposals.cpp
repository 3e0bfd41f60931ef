#include "client/core/proposals.h"

#include "client/core/act.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/core/voices.h"
#include "client/domain/fold.h"
#include "client/domain/follow_up/record_scan.h"

#include <algorithm>
#include <array>

namespace puente {

namespace {

Outcome<KnownRecord> proposalFor(const Records& records, const std::string& text) {
    auto known = findRecord(records, text, {"agreement"});
    if (!known) return known;
    const std::string_view kind = known->reader().symbol("kind");
    if (kind == "proposal" || kind == "declaration") return known;
    return Failure{usageNotice(Text::tr("“%1” is neither a proposal nor a declaration.").arg(text),
                               Text::tr("If it is one: puente set %1 kind=proposal").arg(text))};
}

/// What an organisation has entered, or others for it, about a proposal.
Outcome<std::optional<KnownRecord>> responseOf(const Records& records, const Dot& proposal, const std::string& name) {
    const auto organizations = organizationsOf(records);
    if (!organizations) return Failure{organizations.fault()};
    for (const std::vector<Dot> found = records.catalogue().referringTo(proposal); const Dot& each : found) {
        auto known = readRecord(records, each);
        if (!known) return known;
        if (!*known || (*known)->type->name != "proposal_response") continue;
        const auto answers = (*known)->reader().reference("proposal");
        if (!answers || records.catalogue().canonical(*answers) != proposal) continue;
        if (organizations->areSame((*known)->reader().text("organization"), name)) return known;
    }
    return std::optional<KnownRecord>{};
}

/// Puts fields into the response of an organisation, which is made if it is missing.
Outcome<Dot> putResponse(Act& act, const Records& records, const Dot& proposal, const std::string& organization,
                         const std::optional<KnownRecord>& known, Act::Values fields) {
    if (known) {
        if (auto done = act.change(known->id(), fields); !done) return Failure{done.fault()};
        return known->id();
    }
    fields.emplace_back("proposal", Value(Reference{proposal}));
    fields.emplace_back("organization", Value(organization));
    return act.create(typeNamed(records, "proposal_response"), fields);
}

Outcome<ProposalWritten> finish(Act& act, const Dot& proposal, const Dot& response,
                                std::vector<std::string> remarks = {}) {
    ProposalWritten written{.proposal = proposal, .response = response, .changed = !act.isEmpty()};
    written.remarks = std::move(remarks);
    if (auto done = act.commit(); !done) return Failure{done.fault()};
    written.response = act.entered(response);
    return written;
}

/// The new agreement that a proposal becomes: what it says stays as it was proposed.
Outcome<Dot> agreementFrom(Act& act, const Records& records, const RecordReader& proposal, const ProposalAnswer& answer,
                           std::vector<std::string>& remarks) {
    const RecordType& type = proposal.type();
    if (!records.names().find(std::vector<std::string>{"agreement"}, answer.asAgreement).empty())
        return Failure{Notice{ExitCode::DataInvalid,
                              Text::tr("There is a record “%1” already.").arg(answer.asAgreement),
                              {},
                              Text::tr("If it came of this proposal, name it with --agreement.")}};
    Act::Values fields{{"reference", Value(answer.asAgreement)},
                       {"kind", symbolFrom(type, "kind", "agreement")},
                       {"force", symbolFrom(type, "force", "decided")},
                       {"origin", symbolFrom(type, "origin", "joint")},
                       {"status", symbolFrom(type, "status", "pending")}};
    constexpr std::array<std::string_view, 6> kKept{"title_es",       "title_en", "description_es",
                                                    "description_en", "language", "responsible"};
    for (const std::string_view field : kKept)
        if (auto value = proposal.value(field)) fields.emplace_back(field, std::move(value));
    for (const std::string_view field : {std::string_view("countries"), std::string_view("themes")})
        for (Value& element : proposal.elements(field))
            fields.emplace_back(field, std::move(element));
    if (!answer.due.empty()) {
        auto due = valueFrom(records, type, "due", answer.due, remarks);
        if (!due) return Failure{due.fault()};
        fields.emplace_back("due", std::move(*due));
    }
    return act.create(type, fields);
}

/// The link that says so already.
Outcome<std::optional<Dot>> findLink(const Records& records, const Dot& from, std::string_view relation,
                                     const Dot& to) {
    for (const std::vector<Dot> found = records.catalogue().referringTo(from); const Dot& each : found) {
        const auto known = readRecord(records, each);
        if (!known) return Failure{known.fault()};
        if (!*known || (*known)->type->name != "link") continue;
        const RecordReader link = (*known)->reader();
        const auto begins = link.reference("from"), ends = link.reference("to");
        if (begins && ends && records.catalogue().canonical(*begins) == from &&
            records.catalogue().canonical(*ends) == to && link.symbol("relation") == relation)
            return std::optional(link.id());
    }
    return std::optional<Dot>{};
}

Dot createLink(Act& act, const Records& records, const Dot& from, std::string_view relation, const Dot& to) {
    const RecordType& type = typeNamed(records, "link");
    return act.create(type, {{"from", Value(Reference{from})},
                             {"to", Value(Reference{to})},
                             {"relation", symbolFrom(type, "relation", relation)}});
}

/// The agreement that came of a proposal, if the answer names one, linked to it.
Outcome<std::optional<Dot>> resultFor(Act& act, const Records& records, const KnownRecord& proposal,
                                      const ProposalAnswer& answer, std::vector<std::string>& remarks) {
    if (!answer.asAgreement.empty()) {
        const auto made = agreementFrom(act, records, proposal.reader(), answer, remarks);
        if (!made) return Failure{made.fault()};
        createLink(act, records, *made, "derives", proposal.id());
        return std::optional(*made);
    }
    if (answer.agreement.empty()) return std::optional<Dot>{};
    const auto known = findRecord(records, answer.agreement, {"agreement"});
    if (!known) return Failure{known.fault()};
    if (known->id() == proposal.id())
        return Failure{usageNotice(Text::tr("A proposal cannot come of itself."),
                                   Text::tr("Name another agreement, or make a new one with --as-agreement."))};
    const auto link = findLink(records, known->id(), "derives", proposal.id());
    if (!link) return Failure{link.fault()};
    if (!*link) createLink(act, records, known->id(), "derives", proposal.id());
    return std::optional(known->id());
}

std::optional<Notice> flawOf(const ProposalAnswer& answer, bool isRejected) {
    if (trimmed(answer.reason).empty())
        return usageNotice(Text::tr("An answer needs its reason."), Text::tr("Write it after --reason."));
    if (!answer.agreement.empty() && !answer.asAgreement.empty())
        return usageNotice(Text::tr("--agreement and --as-agreement do not go together."),
                           Text::tr("Give only one of them."));
    if (isRejected && !(answer.agreement.empty() && answer.asAgreement.empty()))
        return usageNotice(Text::tr("No agreement comes of a rejected proposal."),
                           Text::tr("Answer accepted or partly, or leave the agreement out."));
    if (!answer.due.empty() && answer.asAgreement.empty())
        return usageNotice(Text::tr("--due is the term of a new agreement."), Text::tr("Give --as-agreement too."));
    return std::nullopt;
}

} // namespace

Outcome<ProposalWritten> receiveProposal(Records& records, const ProposalStep& step) {
    const auto proposal = proposalFor(records, step.proposal);
    if (!proposal) return Failure{proposal.fault()};
    const std::string name = step.organization.empty() ? records.workspace().office().organization : step.organization;
    const auto known = responseOf(records, proposal->id(), name);
    if (!known) return Failure{known.fault()};
    std::vector<std::string> remarks;
    Act::Values fields;
    if (!*known || !(*known)->reader().value("received")) fields.emplace_back("received", Value(step.day));
    if (!step.due.empty()) {
        auto due = valueFrom(records, typeNamed(records, "proposal_response"), "response_due", step.due, remarks);
        if (!due) return Failure{due.fault()};
        const auto there = *known ? (*known)->reader().value("response_due") : std::nullopt;
        if (there && *there != *due)
            return Failure{Notice{ExitCode::DataInvalid, Text::tr("The answer has a term already."), step.proposal,
                                  Text::tr("A later one is granted: puente extend %1 --until TERM --reason TEXT")
                                      .arg(handleOf((*known)->id(), records.workspace().replica().logs()))}};
        fields.emplace_back("response_due", std::move(*due));
    }
    Act act(records);
    const auto response = putResponse(act, records, proposal->id(), name, *known, std::move(fields));
    if (!response) return Failure{response.fault()};
    return finish(act, proposal->id(), *response, std::move(remarks));
}

Outcome<ProposalWritten> acknowledgeProposal(Records& records, const ProposalStep& step) {
    const auto proposal = proposalFor(records, step.proposal);
    if (!proposal) return Failure{proposal.fault()};
    const std::string& own = records.workspace().office().organization;
    const auto known = responseOf(records, proposal->id(), own);
    if (!known) return Failure{known.fault()};
    Act::Values fields;
    if (!*known || !(*known)->reader().value("acknowledged")) fields.emplace_back("acknowledged", Value(step.day));
    if (!*known || !(*known)->reader().value("received")) fields.emplace_back("received", Value(step.day));
    Act act(records);
    const auto response = putResponse(act, records, proposal->id(), own, *known, std::move(fields));
    if (!response) return Failure{response.fault()};
    return finish(act, proposal->id(), *response);
}

Outcome<ProposalWritten> answerProposal(Records& records, const ProposalAnswer& answer) {
    const auto proposal = proposalFor(records, answer.proposal);
    if (!proposal) return Failure{proposal.fault()};
    std::vector<std::string> remarks;
    const RecordType& type = typeNamed(records, "proposal_response");
    const auto word = valueFrom(records, type, "answer", answer.answer, remarks);
    if (!word) return Failure{word.fault()};
    if (auto flaw = flawOf(answer, *word == symbolFrom(type, "answer", "rejected"))) return Failure{std::move(*flaw)};
    const std::string& own = records.workspace().office().organization;
    const auto known = responseOf(records, proposal->id(), own);
    if (!known) return Failure{known.fault()};

    // The same answer once more is no new one, whatever the day.
    const auto holds = [&](std::string_view field, const Value& value) {
        return *known && (*known)->reader().value(field) == value;
    };
    const bool isSame = holds("answer", *word) && holds("reason", Value(answer.reason));
    const auto earlier = *known ? (*known)->reader().reference("resulting") : std::nullopt;
    if (isSame && earlier && !answer.asAgreement.empty()) {
        const auto result = readRecord(records, *earlier);
        if (!result) return Failure{result.fault()};
        if (*result && fold((*result)->reader().text("reference")) == fold(answer.asAgreement)) {
            ProposalWritten written{.proposal = proposal->id(), .response = (*known)->id()};
            written.agreement = (*result)->id();
            return written;
        }
    }
    Act act(records);
    const auto resulting = resultFor(act, records, *proposal, answer, remarks);
    if (!resulting) return Failure{resulting.fault()};
    Act::Values fields{{"answer", *word}, {"reason", Value(answer.reason)}};
    if (const Value day = answer.day; !isSame) fields.emplace_back("answered", day);
    if (*resulting) {
        const Value result = Reference{**resulting};
        fields.emplace_back("resulting", result);
    }
    const auto response = putResponse(act, records, proposal->id(), own, *known, std::move(fields));
    if (!response) return Failure{response.fault()};
    auto written = finish(act, proposal->id(), *response, std::move(remarks));
    if (written && *resulting) written->agreement = act.entered(**resulting);
    return written;
}

Outcome<std::vector<SimilarProposal>> similarProposals(const Records& records, const Dot& proposal) {
    const auto self = readRecord(records, proposal);
    if (!self) return Failure{self.fault()};
    expects(self->has_value());
    const auto wordsOf = [](const RecordReader& reader) {
        return reader.text("title_es") + " " + reader.text("title_en");
    };
    const RecordReader own = (*self)->reader();
    const std::string words = wordsOf(own);
    const auto day = own.day("meeting_date");
    std::vector<SimilarProposal> found;
    const auto read = scan(records.catalogue(), records.space(), "agreement", [&](const RecordReader& other) {
        const bool isProposal = other.symbol("kind") == "proposal" || other.symbol("kind") == "declaration";
        const auto otherDay = other.day("meeting_date");
        if (!isProposal || other.id() == own.id() || (day && otherDay && *day < *otherDay)) return;
        const Likeness likeness = likenessOf(words, wordsOf(other));
        if (likeness.percent() >= kLikenessWorthSaying) found.push_back({other.id(), likeness});
    });
    if (!read) return Failure{noticeOf(read.fault())};
    for (SimilarProposal& each : found) {
        const auto link = findLink(records, own.id(), "repeats", each.record);
        if (!link) return Failure{link.fault()};
        each.isLinked = link->has_value();
    }
    std::stable_sort(found.begin(), found.end(), [](const SimilarProposal& a, const SimilarProposal& b) {
        return a.likeness.percent() > b.likeness.percent();
    });
    return found;
}

Outcome<Linked> linkRecords(Records& records, const Dot& from, const std::string& relation, const Dot& to) {
    if (from == to)
        return Failure{usageNotice(Text::tr("A record is not linked to itself."), Text::tr("Name two records."))};
    std::vector<std::string> remarks;
    const RecordType& type = typeNamed(records, "link");
    const auto value = valueFrom(records, type, "relation", relation, remarks);
    if (!value) return Failure{value.fault()};
    const std::string& name = type.field("relation")->enumerator(std::get<Symbol>(*value).number)->name;
    const auto known = findLink(records, from, name, to);
    if (!known) return Failure{known.fault()};
    if (*known) return Linked{**known, false};
    Act act(records);
    const Dot created = createLink(act, records, from, name, to);
    if (auto done = act.commit(); !done) return Failure{done.fault()};
    return Linked{act.entered(created), true};
}

} // namespace puente
