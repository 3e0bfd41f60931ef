#include "client/domain/follow_up/due_list.h"

#include "client/domain/fold.h"
#include "client/domain/record_view.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <tuple>

namespace puente {

namespace {

constexpr std::array<const char*, 4> kWaitedFor{"agreement", "commitment", "line_of_action", "proposal_response"};

/// A point that nobody has to do anything about.
bool isOnlySaid(const RecordReader& record) {
    return record.symbol("force") == "noted" || record.symbol("kind") == "declaration" ||
           record.symbol("kind") == "proposal"; // a proposal is waited for by its responses
}

/// The records of a type that some record of another type refers to by a field.
std::set<Dot> referredTo(const Catalogue& catalogue, const SpaceId& space, const char* typeName, const char* field) {
    std::set<Dot> found;
    const RecordType* type = catalogue.schema().type(typeName);
    if (!type) return found;
    (void)catalogue.forEach(space, *type, [&](const Component& component) {
        if (const auto target = RecordReader(component, *type).reference(field))
            found.insert(catalogue.canonical(*target));
        return true;
    });
    return found;
}

bool fallsTo(const DueItem& item, const RecordReader& record, const std::string& country) {
    if (country.empty()) return true;
    if (!item.country.empty()) return item.country == country;
    const Field* countries = record.type().field("countries");
    if (!countries) return false;
    for (const std::vector<Value> values = record.elements("countries"); const Value& value : values) {
        const auto* symbol = std::get_if<Symbol>(&value);
        const Enumerator* enumerator = symbol ? countries->enumerator(symbol->number) : nullptr;
        if (enumerator && enumerator->name == country) return true;
    }
    return false;
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
