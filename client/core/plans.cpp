#include "client/core/plans.h"

#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/day_text.h"
#include "client/domain/fold.h"
#include "client/domain/follow_up/record_scan.h"

#include <algorithm>

namespace puente {

namespace {

constexpr std::size_t kProblemsShown = 5;

std::string plainText(const std::optional<Value>& value) {
    if (!value) return {};
    if (const auto* number = std::get_if<std::int64_t>(&*value)) return std::to_string(*number);
    const auto* text = std::get_if<std::string>(&*value);
    return text ? *text : std::string();
}

std::string problemText(const Records& records, const PlanProblem& problem) {
    const std::string name = records.names().nameOf(problem.record);
    switch (problem.kind) {
    case PlanProblem::Kind::Conflict:
        return Text::tr("%1: several values stand in the field %2.").arg(name).arg(problem.field);
    case PlanProblem::Kind::SameCode:
        return Text::tr("%1: two lines have this code and say different things.").arg(name);
    case PlanProblem::Kind::NoCode: return Text::tr("%1: this line has no code.").arg(name);
    case PlanProblem::Kind::LostParent:
        return Text::tr("%1: it is part of something that is no line of this plan.").arg(name);
    case PlanProblem::Kind::Circle: return Text::tr("%1: it is part of itself.").arg(name);
    case PlanProblem::Kind::Newer:
        return Text::tr("%1: the field %2 was written by a newer version.").arg(name).arg(problem.field);
    case PlanProblem::Kind::TooLong:
        return Text::tr("%1: its text is longer than %2 kB.").arg(name).arg(kPlanTextSizeMax / 1024);
    }
    return {};
}

Notice problemsNotice(const Records& records, const std::vector<PlanProblem>& problems, const std::string& plan) {
    std::string what = Text::tr("The plan has no certain text yet.");
    for (std::size_t i = 0; i < std::min(problems.size(), kProblemsShown); ++i)
        what += " " + problemText(records, problems[i]);
    if (problems.size() > kProblemsShown)
        what += " " + Text::tr("And %1 more.").arg(problems.size() - kProblemsShown).str();
    return {
        ExitCode::Pending, what, plan,
        Text::tr("Decide what is to stand there (“puente conflicts”, “puente resolve”, “puente duplicates”, “puente "
                 "set”), and try again.")};
}

} // namespace

void setField(Edit& edit, const RecordType& type, std::string_view field, Value value) {
    edit.set(type.field(field)->number, std::move(value));
}

void setSymbol(Edit& edit, const RecordType& type, std::string_view field, std::string_view enumerator) {
    const Field& known = *type.field(field);
    for (const Enumerator& each : known.enumerators)
        if (each.name == enumerator) edit.set(known.number, Symbol{each.number});
}

Outcome<Component> Plans::component(const Dot& record) const {
    auto found = m_records.catalogue().component(record);
    if (!found) return Failure{noticeOf(found.fault())};
    if (!*found) return Failure{noticeOf(ReplicaFault::UnknownRecord)};
    return std::move(**found);
}

Outcome<Dot> Plans::find(const std::string& text) const {
    std::vector<Dot> found;
    std::string known;
    const RecordType& plan = type("plan");
    const auto read = m_records.catalogue().forEach(m_records.space(), plan, [&](const Component& component) {
        const RecordReader record(component, plan);
        const std::string year = plainText(record.value("year")), title = record.text("title");
        if (text == year || fold(text) == fold(title)) found.push_back(component.id());
        known += (known.empty() ? "" : ", ") + title + " (" + year + ")";
        return true;
    });
    if (!read) return Failure{noticeOf(read.fault())};
    if (found.size() == 1) return found.front();
    if (found.size() > 1)
        return Failure{usageNotice(Text::tr("Several plans are called “%1”.").arg(text),
                                   Text::tr("Give the id of the one you mean: “puente list plan” shows them. “puente "
                                            "duplicates” finds what was entered twice."))};
    const auto record = m_records.find(text);
    if (!record) {
        if (record.fault().code != ExitCode::Pending) return Failure{record.fault()};
        return Failure{Notice{ExitCode::Pending, Text::tr("There is no plan “%1”.").arg(text), record.fault().where,
                              known.empty() ? Text::tr("Enter one: “puente add plan year=2027 title=…”.").str()
                                            : Text::tr("There are: %1").arg(known).str()}};
    }
    const auto whole = component(*record);
    if (!whole) return Failure{whole.fault()};
    if (const auto symbol = whole->type(); symbol && symbol->number == plan.number) return whole->id();
    return Failure{usageNotice(Text::tr("“%1” is not a plan.").arg(text),
                               Text::tr("“puente list plan” shows the plans there are."))};
}

Outcome<PlanTree> Plans::tree(const Dot& plan) const {
    const auto whole = component(plan);
    if (!whole) return Failure{whole.fault()};
    auto read = readPlan(m_records.catalogue(), m_records.space(), *whole);
    if (!read) return Failure{noticeOf(read.fault())};
    return std::move(*read);
}

Outcome<FrozenPlan> Plans::freeze(const Dot& plan) const {
    const auto read = tree(plan);
    if (!read) return Failure{read.fault()};
    auto frozen = puente::freeze(*read, m_records.catalogue().schema());
    if (!frozen) return Failure{problemsNotice(m_records, frozen.fault(), m_records.names().nameOf(plan))};
    return std::move(*frozen);
}

SuggestionView Plans::suggestionView(const Component& component) const {
    const RecordReader record(component, type("suggestion"));
    SuggestionView view{.record = component.id(),
                        .handle = handleOf(component.id(), m_records.workspace().replica().logs()),
                        .organization = record.text("organization"),
                        .kind = std::string(record.symbol("kind")),
                        .text = record.text("text"),
                        .decision = std::string(record.symbol("decision")),
                        .reason = record.text("reason"),
                        .decidedBy = record.text("decided_by"),
                        .decided = record.day("decided")};
    if (const auto line = record.reference("line"))
        if (const auto whole = m_records.catalogue().component(*line); whole && *whole)
            view.line = RecordReader(**whole, type("line_of_action")).text("code");
    return view;
}

Outcome<PlanView> Plans::view(const Dot& plan) const {
    auto read = tree(plan);
    if (!read) return Failure{read.fault()};
    const RecordReader record(read->plan, type("plan"));
    PlanView view{.handle = handleOf(plan, m_records.workspace().replica().logs()),
                  .title = record.text("title"),
                  .year = plainText(record.value("year")),
                  .themes = texts(record, "themes"),
                  .axes = texts(record, "axes"),
                  .tree = *read,
                  .suggestions = {}};
    const auto suggestions =
        recordsAbout(m_records.catalogue(), m_records.space(), type("suggestion"), "plan", read->plan.id());
    if (!suggestions) return Failure{noticeOf(suggestions.fault())};
    for (const Component& suggestion : *suggestions)
        view.suggestions.push_back(suggestionView(suggestion));
    return view;
}

} // namespace puente
