#include "client/core/records.h"

#include "client/core/due.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/calendar.h"

#include <algorithm>

namespace puente {

namespace {

constexpr std::size_t kCandidatesShown = 5;

std::string typeNames(const Schema& schema) {
    std::string names;
    for (const RecordType& type : schema.types())
        names += (names.empty() ? "" : ", ") + type.name;
    return names;
}

} // namespace

Records::Records(Workspace& workspace, const SpaceId& space, std::unique_ptr<Catalogue> catalogue)
    : m_workspace(workspace), m_space(space), m_catalogue(std::move(catalogue)), m_names(*m_catalogue, space),
      m_views(workspace.replica(), m_catalogue->schema(), m_names, language()) {
}

Outcome<std::unique_ptr<Records>> Records::in(Workspace& workspace, const SpaceId& space) {
    auto catalogue = Catalogue::open(workspace.replica(), Schema::builtIn());
    if (!catalogue) return Failure{noticeOf(catalogue.fault())};
    if (const auto indexed = (*catalogue)->index(); !indexed) return Failure{noticeOf(indexed.fault())};
    return std::unique_ptr<Records>(new Records(workspace, space, std::move(*catalogue)));
}

Notice Records::notFound(std::string_view text) const {
    return {ExitCode::Pending, Text::tr("There is no record “%1”.").arg(text),
            m_workspace.replica().findSpace(m_space)->name,
            Text::tr("“puente list” and “puente search” show the records there are.")};
}

Notice Records::ambiguous(std::string_view text, const std::vector<Dot>& found) const {
    std::string candidates;
    for (std::size_t i = 0; i < std::min(found.size(), kCandidatesShown); ++i)
        candidates += (i == 0 ? "" : ", ") + handleOf(found[i], m_workspace.replica().logs());
    return usageNotice(Text::tr("Several records are called “%1”.").arg(text),
                       Text::tr("Give more of the id of the one you mean: %1").arg(candidates));
}

Outcome<Dot> Records::find(std::string_view text) const {
    std::vector<Dot> found = m_catalogue->find(m_space, {}, text);
    if (found.empty() && text.size() >= kHandlePrefixMin) { // a deleted record answers to its id only
        const auto byHandle = m_workspace.replica().findByHandle(text, kCandidatesShown);
        if (!byHandle) return Failure{noticeOf(byHandle.fault())};
        for (const Dot& record : *byHandle)
            if (m_workspace.replica().spaceOf(record) == m_space) found.push_back(m_catalogue->canonical(record));
    }
    if (found.empty()) return Failure{notFound(text)};
    if (found.size() > 1) return Failure{ambiguous(text, found)};
    return found.front();
}

Outcome<const RecordType*> Records::type(std::string_view name) const {
    if (const RecordType* type = m_catalogue->schema().type(name)) return type;
    return Failure{usageNotice(Text::tr("There is no type of record “%1”.").arg(name),
                               Text::tr("There are: %1").arg(typeNames(m_catalogue->schema())))};
}

Outcome<Component> Records::component(const Dot& record) const {
    auto component = m_catalogue->component(record);
    if (!component) return Failure{noticeOf(component.fault())};
    if (!*component) return Failure{notFound(handleOf(record, m_workspace.replica().logs()))};
    return std::move(**component);
}

const RecordType* Records::typeOf(const Component& component) const {
    const auto symbol = component.type();
    return symbol ? m_catalogue->schema().type(symbol->number) : nullptr;
}

Outcome<bool> Records::isRestricted() const {
    bool restricted = false;
    const RecordType* type = m_catalogue->schema().type("space_profile");
    const auto read = m_catalogue->forEach(m_space, *type, [&](const Component& component) {
        restricted = restricted || RecordReader(component, *type).symbol("kind") == "restricted";
        return true;
    });
    if (!read) return Failure{noticeOf(read.fault())};
    return restricted;
}

Day Records::today() const {
    return dayOf(m_workspace.now());
}

const Deadlines& Records::deadlines() const {
    if (!m_deadlines) m_deadlines = std::make_unique<Deadlines>(*m_catalogue, m_space);
    return *m_deadlines;
}

RecordView Records::viewOf(const Component& component, const RecordType* type) const {
    RecordView view = m_views.of(component, type);
    if (type && !type->computed.empty() && !view.isDeleted)
        view.computed = computedFrom(deadlines().of(RecordReader(component, *type)), *type, today());
    return view;
}

Outcome<RecordView> Records::view(const Dot& record) const {
    const auto found = component(record);
    if (!found) return Failure{found.fault()};
    return viewOf(*found, typeOf(*found));
}

Outcome<RecordFilter> Records::filter(const RecordType& type, const std::vector<std::string>& conditions,
                                      bool overdue) const {
    RecordFilter filter(type);
    if (overdue && !type.field("due"))
        return Failure{usageNotice(Text::tr("Records of the type %1 are never due.").arg(type.name))};
    filter.judgeBy(deadlines(), today());
    if (overdue) filter.standsAt(Light::Overdue);
    for (const std::string& condition : conditions) {
        const auto added = filter.where(condition, m_names);
        if (added) continue;
        if (added.fault() == FilterFault::UnknownLight)
            return Failure{usageNotice(Text::tr("“%1” does not say how something due stands.").arg(condition),
                                       Text::tr("Say light=overdue, due_soon, on_time, undated or closed."))};
        if (added.fault() == FilterFault::UnknownField)
            return Failure{findField(type, condition.substr(0, condition.find('=')), language()).fault()};
        return Failure{assignmentFromText(condition).fault()};
    }
    return filter;
}

Outcome<Done> Records::forEach(const RecordType& type, const RecordFilter& filter,
                               const std::function<bool(const RecordView&)>& visit) const {
    const auto done = m_catalogue->forEach(m_space, type, [&](const Component& component) {
        return !filter.matches(component, m_names) || visit(viewOf(component, &type));
    });
    if (!done) return Failure{noticeOf(done.fault())};
    return Done{};
}

Outcome<std::vector<RecordView>> Records::inConflict() const {
    std::vector<Dot> records;
    const auto done = m_workspace.replica().forEachConflict(m_space, [&](const Dot& record, const RecordState&) {
        const Dot canonical = m_catalogue->canonical(record);
        if (std::find(records.begin(), records.end(), canonical) == records.end()) records.push_back(canonical);
        return true;
    });
    if (!done) return Failure{noticeOf(done.fault())};
    std::vector<RecordView> views;
    for (const Dot& record : records) {
        auto seen = view(record);
        if (!seen) return Failure{seen.fault()};
        if (!seen->conflicts().empty()) views.push_back(std::move(*seen));
    }
    return views;
}

Outcome<std::vector<RecordView>> Records::search(std::string_view text, std::size_t most) const {
    std::vector<RecordView> views;
    for (const Dot& record : m_catalogue->search(m_space, text, most)) {
        auto seen = view(record);
        if (!seen) return Failure{seen.fault()};
        views.push_back(std::move(*seen));
    }
    return views;
}

} // namespace puente
