#include "client/core/due.h"

#include "client/core/text.h"
#include "client/domain/day_text.h"

namespace puente {

std::string lightText(Light light) {
    switch (light) {
    case Light::Closed: return Text::tr("✓ closed");
    case Light::Overdue: return Text::tr("■ overdue");
    case Light::DueSoon: return Text::tr("▲ due soon");
    case Light::OnTime: return Text::tr("● on time");
    case Light::Undated: return Text::tr("○ undated");
    }
    return {};
}

std::vector<ComputedView> computedFrom(const Deadline& deadline, const RecordType& type, Day today) {
    std::vector<ComputedView> views;
    for (const ComputedField& field : type.computed) {
        ComputedView view{&field, {}, {}};
        if (field.name == "effective_due") {
            view.machine = view.display = deadline.day ? formatDay(*deadline.day) : std::string();
        } else if (field.name == "light") {
            view.machine = wordOf(deadline.on(today));
            view.display = lightText(deadline.on(today));
        }
        views.push_back(std::move(view));
    }
    return views;
}

std::string quarterText(const Quarter& quarter) {
    std::string text = formatQuarter(quarter);
    if (language() == Language::Spanish) text[text.size() - 2] = 'T';
    return text;
}

} // namespace puente
