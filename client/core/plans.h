#pragma once

#include "client/core/records.h"
#include "client/domain/follow_up/plan_status.h"

#include <optional>
#include <string>
#include <vector>

namespace puente {

/// Something that an organisation suggested for a plan.
struct SuggestionView {
    Dot record;
    std::string handle;
    std::string organization;
    std::string kind; ///< "theme", "action"; empty for none
    std::string text;
    std::string decision; ///< "accepted", "refused"; empty while it is open
    std::string reason = {};
    std::string decidedBy = {};
    std::optional<Day> decided = {};
    std::string line = {}; ///< the code of the line of action that it became
};

struct PlanView {
    std::string handle, title, year;
    std::vector<std::string> themes, axes; ///< ascending
    PlanTree tree;
    std::vector<SuggestionView> suggestions; ///< in the order in which they were made
};

/// The work plans of a space: what they say, what is suggested for them, and their exact text.
class Plans {
public:
    explicit Plans(Records& records) : m_records(records) {}

    /// The plan of that year, title, or id.
    Outcome<Dot> find(const std::string& text) const;
    Outcome<PlanView> view(const Dot& plan) const;

    /// Enters a suggestion of this office; `kind` is "theme" or "action".
    Outcome<Dot> suggest(const Dot& plan, const std::string& kind, const std::string& text);

    struct Decision {
        bool accepts = false;
        std::string reason = {}; ///< a refusal needs one
        std::string code = {};   ///< of the line that an action becomes; the next free one unless said
        std::string under = {};  ///< the code of what that line is part of; nothing for a line at the top
        Day day;
    };
    struct Decided {
        std::string text;
        std::string theme = {}; ///< what became a theme of the year
        std::string code = {};  ///< the line of action that an action became
    };
    /// Decides on an open suggestion. What an accepted one becomes is written in the same change set.
    Outcome<Decided> decide(const std::string& suggestion, const Decision& decision);

    /// The exact text; a notice that says what is not certain where there is none.
    Outcome<FrozenPlan> freeze(const Dot& plan) const;

private:
    Outcome<Component> component(const Dot& record) const;
    Outcome<PlanTree> tree(const Dot& plan) const;
    Outcome<std::vector<Operation>> acceptAction(const Component& suggestion, const Decision& decision, Edit edit,
                                                 std::string& code) const;
    SuggestionView suggestionView(const Component& component) const;
    const RecordType& type(std::string_view name) const { return *m_records.catalogue().schema().type(name); }

    Records& m_records;
};

/// Sets a field by its name; a symbol by its enumerator's name.
void setField(Edit& edit, const RecordType& type, std::string_view field, Value value);
void setSymbol(Edit& edit, const RecordType& type, std::string_view field, std::string_view enumerator);

} // namespace puente
