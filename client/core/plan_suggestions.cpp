#include "client/core/plans.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/fold.h"

#include <algorithm>
#include <charconv>

namespace puente {

namespace {

/// The number after `prefix` in a code such as "1.2"; 0 for another code.
unsigned numberAfter(const std::string& prefix, const std::string& code) {
    unsigned number = 0;
    if (!code.starts_with(prefix)) return 0;
    const char* end = code.data() + code.size();
    const auto [stop, fault] = std::from_chars(code.data() + prefix.size(), end, number);
    return fault == std::errc() && stop == end && number < 1'000'000 ? number : 0;
}

/// The code after the last one below `under`.
std::string nextCode(const PlanTree& tree, const std::string& under) {
    const std::string prefix = under.empty() ? "" : under + ".";
    unsigned last = 0;
    for (const PlanLine& line : tree.lines)
        last = std::max(last, numberAfter(prefix, line.code));
    return prefix + std::to_string(last + 1);
}

const PlanLine* findLine(const PlanTree& tree, const std::string& code) {
    const auto found = std::find_if(tree.lines.begin(), tree.lines.end(),
                                    [&](const PlanLine& line) { return fold(line.code) == fold(code); });
    return found == tree.lines.end() ? nullptr : &*found;
}

} // namespace

Outcome<Dot> Plans::suggest(const Dot& plan, const std::string& kind, const std::string& text) {
    if (trimmed(text).empty())
        return Failure{usageNotice(Text::tr("The suggestion is empty."), Text::tr("Write what you suggest."))};
    const RecordType& suggestion = type("suggestion");
    const std::string& own = m_records.workspace().office().organization;
    const auto view = this->view(plan);
    if (!view) return Failure{view.fault()};
    for (const SuggestionView& known : view->suggestions)
        if (known.organization == own && fold(known.text) == fold(text))
            return Failure{Notice{ExitCode::DataInvalid, Text::tr("This office has suggested that already."),
                                  known.handle, Text::tr("“puente plan show” says what became of it.")}};
    Edit edit = Edit::create(suggestion, ownLogNumber(m_records.workspace().replica(), m_records.space()));
    setField(edit, suggestion, "plan", Reference{plan});
    setField(edit, suggestion, "organization", own);
    setSymbol(edit, suggestion, "kind", kind);
    setField(edit, suggestion, "text", std::string(trimmed(text)));
    Dot record = edit.record();
    const auto sequence = m_records.commit(edit.operations());
    if (!sequence) return Failure{sequence.fault()};
    record.sequence = *sequence;
    return record;
}

Outcome<std::vector<Operation>> Plans::acceptAction(const Component& suggestion, const Decision& decision, Edit edit,
                                                    std::string& code) const {
    const RecordType &suggestionType = type("suggestion"), &lineType = type("line_of_action");
    const RecordReader record(suggestion, suggestionType);
    const Dot plan = m_records.catalogue().canonical(*record.reference("plan"));
    const auto read = tree(plan);
    if (!read) return Failure{read.fault()};
    const PlanLine* parent = findLine(*read, decision.under);
    if (!decision.under.empty() && !parent)
        return Failure{usageNotice(Text::tr("The plan has no line “%1”.").arg(decision.under),
                                   Text::tr("“puente plan show” shows its lines."), "--under")};
    code = decision.code.empty() ? nextCode(*read, parent ? parent->code : std::string()) : decision.code;
    if (findLine(*read, code))
        return Failure{usageNotice(Text::tr("The plan has a line “%1” already.").arg(code),
                                   Text::tr("Give another code, or none: then it is the next free one."), "--code")};
    Edit line = Edit::create(lineType, ownLogNumber(m_records.workspace().replica(), m_records.space()));
    setField(line, lineType, "plan", Reference{plan});
    setField(line, lineType, "code", code);
    setSymbol(line, lineType, "level", "activity");
    if (parent) setField(line, lineType, "parent", Reference{parent->record.id()});
    setField(line, lineType, language() == Language::Spanish ? "text_es" : "text_en", record.text("text"));
    setField(edit, suggestionType, "line", Reference{line.record()});
    std::vector<Operation> operations = line.operations();
    operations.insert(operations.end(), edit.operations().begin(), edit.operations().end());
    return operations;
}

Outcome<Plans::Decided> Plans::decide(const std::string& text, const Decision& decision) {
    const RecordType& suggestionType = type("suggestion");
    if (!decision.accepts && trimmed(decision.reason).empty())
        return Failure{usageNotice(Text::tr("Whoever suggested it must be told why it is refused."),
                                   Text::tr("Add the reason: --reason TEXT."), "--reason")};
    const auto found = m_records.find(text);
    if (!found) return Failure{found.fault()};
    const auto suggestion = component(*found);
    if (!suggestion) return Failure{suggestion.fault()};
    const auto symbol = suggestion->type();
    const RecordReader record(*suggestion, suggestionType);
    if (!symbol || symbol->number != suggestionType.number || !record.reference("plan"))
        return Failure{usageNotice(Text::tr("“%1” is not a suggestion for a plan.").arg(text),
                                   Text::tr("“puente plan show” shows the suggestions and their ids."))};
    if (!record.symbol("decision").empty())
        return Failure{Notice{ExitCode::DataInvalid,
                              Text::tr("This suggestion was decided already by %1.").arg(record.text("decided_by")),
                              record.text("text"), Text::tr("“puente plan show” shows how.")}};

    Edit edit = Edit::of(*suggestion);
    setSymbol(edit, suggestionType, "decision", decision.accepts ? "accepted" : "refused");
    if (!trimmed(decision.reason).empty())
        setField(edit, suggestionType, "reason", std::string(trimmed(decision.reason)));
    setField(edit, suggestionType, "decided_by", m_records.workspace().office().organization);
    setField(edit, suggestionType, "decided", decision.day);
    Decided decided{.text = record.text("text")};
    std::vector<Operation> operations = edit.operations();
    if (decision.accepts && record.symbol("kind") == "theme") {
        const auto plan = component(*record.reference("plan"));
        if (!plan) return Failure{plan.fault()};
        Edit themes = Edit::of(*plan);
        themes.add(type("plan").field("themes")->number, decided.text);
        operations.insert(operations.end(), themes.operations().begin(), themes.operations().end());
        decided.theme = decided.text;
    } else if (decision.accepts) {
        auto with = acceptAction(*suggestion, decision, std::move(edit), decided.code);
        if (!with) return Failure{with.fault()};
        operations = std::move(*with);
    }
    const auto sequence = m_records.commit(std::move(operations));
    if (!sequence) return Failure{sequence.fault()};
    return decided;
}

} // namespace puente
