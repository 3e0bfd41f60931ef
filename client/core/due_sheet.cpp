#include "client/core/due_sheet.h"

#include "client/core/due.h"
#include "client/core/text.h"
#include "client/domain/day_text.h"

namespace puente {

namespace {

constexpr std::size_t kNameWidth = 28, kTermWidth = 28, kWhoWidth = 36, kTitleWidth = 72;

} // namespace

Sheet dueSheet(const Records& records, std::string name, std::string title, const std::vector<DueItem>& items) {
    Sheet sheet{.name = std::move(name),
                .title = std::move(title),
                .columns = {{"light", Text::tr("LIGHT")},
                            {"type", ""},
                            {"name", Text::tr("NAME"), kNameWidth},
                            {"country", Text::tr("COUNTRY")},
                            {"due", Text::tr("DUE"), kTermWidth},
                            {"effective_due", ""},
                            {"responsible", Text::tr("WHO"), kWhoWidth},
                            {"title", Text::tr("TITLE"), kTitleWidth}}};
    for (const DueItem& item : items) {
        const Deadline& deadline = item.deadline;
        const std::string shown = deadline.day ? formatDay(*deadline.day) : deadline.inForce;
        sheet.rows.push_back({{std::string(wordOf(item.light)), lightText(item.light)},
                              item.type->name,
                              records.names().nameOf(item.record),
                              item.country,
                              {deadline.inForce, shown},
                              Cell::day(deadline.day),
                              item.responsible,
                              item.title});
    }
    return sheet;
}

} // namespace puente
