#include "client/domain/follow_up/due_list.h"

#include "client/domain/fold.h"
#include "client/domain/follow_up/duties.h"
#include "client/domain/record_view.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <tuple>

namespace puente {

namespace {

constexpr std::array<const char*, 4> kWaitedFor{"agreement", "commitment", "line_of_action", "proposal_response"};

/// The records of a type that some record of another type refers to by a field.
std::set<Dot> referredTo(const Catalogue& catalogue, const SpaceId& space, const char* typeName, const char* field) {
    std::set<Dot> found;
    (void)scan(catalogue, space, typeName, [&](const RecordReader& record) {
        if (const auto referred = target(catalogue, record, field)) found.insert(*referred);
    });
    return found;
}

bool fallsTo(const DueItem& item, const RecordReader& record, const std::string& country) {
    if (country.empty()) return true;
    if (!item.country.empty()) return item.country == country;
    const std::vector<std::string> countries = symbols(record, "countries");
    return std::find(countries.begin(), countries.end(), country) != countries.end();
}

std::string responsibleOf(const RecordReader& record) {
    std::string who = record.text("responsible");
    return who.empty() ? record.text("organization") : who;
}

} // namespace

Result<std::vector<DueItem>, ReplicaFault> listDue(const Catalogue& catalogue, const SpaceId& space,
                                                   const Deadlines& deadlines, const DueQuery& query) {
    const std::set<Dot> split = referredTo(catalogue, space, "commitment", "agreement");
    const CatalogueNames names(catalogue, space);
    const std::string wanted = fold(query.responsible);
    std::vector<DueItem> items;
    for (const char* name : kWaitedFor) {
        const RecordType* type = catalogue.schema().type(name);
        if (!type) continue;
        const auto read = catalogue.forEach(space, *type, [&](const Component& component) {
            const RecordReader record(component, *type);
            if (isOnlySaid(record)) return true;
            DueItem item{.record = record.id(), .type = type, .deadline = deadlines.of(record)};
            item.light = item.deadline.on(query.today, query.soonDays);
            if (item.light == Light::Closed) return true;
            item.responsible = responsibleOf(record);
            item.country = record.symbol("country");
            item.isCollective = isCollective(item.responsible);
            const bool isSplit = split.contains(record.id());
            item.isUnassigned = !isSplit && item.country.empty() && (item.responsible.empty() || item.isCollective);
            if (!fallsTo(item, record, query.country)) return true;
            if (!wanted.empty() && fold(item.responsible).find(wanted) == std::string::npos) return true;
            item.title = titleFrom(component, *type, query.language, names);
            items.push_back(std::move(item));
            return true;
        });
        if (!read) return Failure{read.fault()};
    }
    std::sort(items.begin(), items.end(), [&](const DueItem& a, const DueItem& b) {
        const auto rank = [](const DueItem& item) {
            return item.deadline.day ? item.deadline.day->number : std::numeric_limits<std::int32_t>::max();
        };
        if (rank(a) != rank(b)) return rank(a) < rank(b);
        return comesBefore(a.record, b.record, catalogue.replica().logs());
    });
    return items;
}

} // namespace puente
