#include "client/domain/follow_up/plan_text.h"

#include "client/domain/day_text.h"
#include "client/domain/fold.h"
#include "client/domain/follow_up/labelled_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

namespace puente {

namespace {

constexpr std::string_view kContextLine = "Puente work plan, version 1";
constexpr std::string_view kAllGovernments = "todos los gobiernos / all governments";

/// What of a record is frozen, under which label. All the rest, such as notes, may change without a new version.
struct FrozenField {
    std::string_view field;
    std::string_view label;
};
constexpr std::array<FrozenField, 7> kPlanFields{{{"title", "Título / Title"},
                                                  {"year", "Año / Year"},
                                                  {"start", "Comienza / Starts"},
                                                  {"end", "Termina / Ends"},
                                                  {"quorum", "Quórum / Quorum"},
                                                  {"themes", "Tema del año / Theme of the year"},
                                                  {"axes", "Eje / Axis"}}};
constexpr std::array<FrozenField, 8> kLineFields{{{"level", "Nivel / Level"},
                                                  {"text_es", "Texto en español / Text in Spanish"},
                                                  {"text_en", "Texto en inglés / Text in English"},
                                                  {"responsible", "Responsable / Responsible"},
                                                  {"due", "Plazo / Due"},
                                                  {"indicator", "Indicador / Indicator"},
                                                  {"target", "Meta / Target"},
                                                  {"weight", "Peso / Weight"}}};
constexpr std::string_view kLineLabel = "Línea / Line", kParentLabel = "Parte de / Part of";
/// These decide where a line stands, so they must be certain as well; what refers to others readPlan() looks at.
constexpr std::array<std::string_view, 2> kPlacingFields{"code", "order"};
/// Words of the format, whatever the schema may call these one day.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kLevels{
    {{"axis", "eje / axis"}, {"line", "línea / line"}, {"activity", "actividad / activity"}}};

class Freezing {
public:
    Freezing(const PlanTree& tree, const Schema& schema)
        : m_tree(tree), m_planType(*schema.type("plan")), m_lineType(*schema.type("line_of_action")),
          m_problems(tree.problems) {}

    Result<FrozenPlan, std::vector<PlanProblem>> run() {
        LabelledText text(kContextLine);
        for (const FrozenField& frozen : kPlanFields)
            write(text, m_tree.plan, m_planType, frozen, 0);
        for (const PlanLine& line : m_tree.lines)
            writeLine(text, line);
        FrozenPlan plan{.text = text.take(), .version = {}};
        if (plan.text.size() > kPlanTextSizeMax) m_problems.push_back({PlanProblem::Kind::TooLong, m_tree.plan.id()});
        if (!m_problems.empty()) return Failure{std::move(m_problems)};
        plan.version = sha256(bytesOf(plan.text));
        return plan;
    }

private:
    void writeLine(LabelledText& text, const PlanLine& line) {
        for (const std::string_view field : kPlacingFields)
            refuseConflict(line.record, m_lineType, field);
        if (line.code.empty()) m_problems.push_back({PlanProblem::Kind::NoCode, line.record.id(), "code"});
        LabelledText own;
        own.add(kLineLabel, line.code).add(kParentLabel, line.parentCode, 2);
        for (const FrozenField& frozen : kLineFields)
            write(own, line.record, m_lineType, frozen, 2);
        const std::string written = own.take();
        const auto [known, isNew] = m_byCode.try_emplace(fold(line.code), &line, written);
        if (isNew)
            text.block(written);
        else if (known->second.second != written) // two that say the same are one line that was entered twice
            m_problems.push_back(
                {PlanProblem::Kind::SameCode, line.record.id(), "code", known->second.first->record.id()});
    }

    bool refuseConflict(const Component& record, const RecordType& type, std::string_view field) {
        if (!record.isInConflict(type.field(field)->number)) return false;
        m_problems.push_back({PlanProblem::Kind::Conflict, record.id(), std::string(field)});
        return true;
    }

    void write(LabelledText& text, const Component& record, const RecordType& type, const FrozenField& frozen,
               std::size_t indent) {
        const Field& field = *type.field(frozen.field);
        if (!field.isSet && refuseConflict(record, type, frozen.field)) return;
        std::vector<std::string> values;
        for (const FieldState state = record.field(field.number); const LiveValue& live : state.values) {
            auto value = plainText(field, live.value);
            if (!value)
                m_problems.push_back({PlanProblem::Kind::Newer, record.id(), field.name});
            else
                values.push_back(std::move(*value));
        }
        if (values.empty() && frozen.field == "quorum") values.emplace_back(kAllGovernments);
        std::sort(values.begin(), values.end());
        values.erase(std::unique(values.begin(), values.end()), values.end());
        for (const std::string& value : values)
            text.add(frozen.label, value, indent);
    }

    static std::optional<std::string> plainText(const Field& field, const Value& value) {
        if (const auto* text = std::get_if<std::string>(&value)) return *text;
        if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
        if (const auto* day = std::get_if<Day>(&value)) return formatDay(*day);
        const auto* symbol = std::get_if<Symbol>(&value);
        const Enumerator* enumerator = symbol ? field.enumerator(symbol->number) : nullptr;
        for (const auto& [name, word] : kLevels)
            if (enumerator && enumerator->name == name) return std::string(word);
        return std::nullopt;
    }

    const PlanTree& m_tree;
    const RecordType& m_planType;
    const RecordType& m_lineType;
    std::vector<PlanProblem> m_problems;
    std::map<std::string, std::pair<const PlanLine*, std::string>> m_byCode;
};

} // namespace

Result<FrozenPlan, std::vector<PlanProblem>> freeze(const PlanTree& tree, const Schema& schema) {
    return Freezing(tree, schema).run();
}

} // namespace puente
