#include "client/domain/follow_up/deadline.h"

#include "client/domain/calendar.h"
#include "client/domain/day_text.h"
#include "client/domain/fold.h"
#include "client/domain/follow_up/record_scan.h"

#include <algorithm>
#include <array>
#include <utility>

namespace puente {

namespace {

constexpr std::array<std::pair<Light, std::string_view>, 5> kWords{{{Light::Closed, "closed"},
                                                                    {Light::Overdue, "overdue"},
                                                                    {Light::DueSoon, "due_soon"},
                                                                    {Light::OnTime, "on_time"},
                                                                    {Light::Undated, "undated"}}};

std::string termText(const std::optional<Value>& value) {
    if (!value) return {};
    if (const auto* day = std::get_if<Day>(&*value)) return formatDay(*day);
    const auto* text = std::get_if<std::string>(&*value);
    return text ? *text : std::string();
}

/// The name of the field that says when a record of this type is due.
std::string_view dueField(const RecordType& type) {
    return type.field("response_due") ? "response_due" : "due";
}

/// The name of the field whose enumerator can close it.
std::string_view closingField(const RecordType& type) {
    return type.field("answer") ? "answer" : "status";
}

} // namespace

std::string_view wordOf(Light light) {
    return std::find_if(kWords.begin(), kWords.end(), [&](const auto& pair) { return pair.first == light; })->second;
}

std::optional<Light> lightFromWord(std::string_view word) {
    const auto found =
        std::find_if(kWords.begin(), kWords.end(), [&](const auto& pair) { return pair.second == word; });
    return found == kWords.end() ? std::nullopt : std::optional(found->first);
}

Light Deadline::on(Day today, int soonDays) const {
    if (isClosed) return Light::Closed;
    if (!day) return Light::Undated;
    if (*day < today) return Light::Overdue;
    return day->number - today.number <= soonDays ? Light::DueSoon : Light::OnTime;
}

Deadlines::Deadlines(const Catalogue& catalogue, const SpaceId& space)
    : m_catalogue(catalogue), m_space(space), m_names(catalogue, space) {
    readExtensions();
}

void Deadlines::readExtensions() {
    // A list with an extension missing would call late what is not: better none, and the caller meets the fault itself.
    const auto read = scan(m_catalogue, m_space, "extension", [&](const RecordReader& extension) {
        const auto record = target(m_catalogue, extension, "record");
        const auto live = extension.live("new_due");
        if (record && live)
            m_extensions[*record].push_back({.id = extension.id(),
                                             .oldDue = termText(extension.value("old_due")),
                                             .newDue = termText(live->value),
                                             .reason = extension.text("reason"),
                                             .grantedBy = extension.text("granted_by"),
                                             .granted = extension.day("granted"),
                                             .live = live});
    });
    if (!read) m_extensions.clear();
    for (auto& [record, extensions] : m_extensions) {
        std::sort(extensions.begin(), extensions.end(), [](const Extension& a, const Extension& b) {
            return std::tie(a.granted, a.live->stamp, a.newDue) < std::tie(b.granted, b.live->stamp, b.newDue);
        });
        for (Extension& extension : extensions)
            extension.isContested = std::any_of(extensions.begin(), extensions.end(), [&](const Extension& other) {
                return other.oldDue == extension.oldDue && other.newDue != extension.newDue;
            });
    }
}

std::vector<Extension> Deadlines::extensionsOf(const Dot& record) const {
    const auto found = m_extensions.find(m_catalogue.canonical(record));
    return found == m_extensions.end() ? std::vector<Extension>{} : found->second;
}

void Deadlines::readReports() const {
    m_reported.emplace();
    (void)scan(m_catalogue, m_space, "update", [&](const RecordReader& update) {
        const auto subject = target(m_catalogue, update, "subject");
        const auto quarter = readQuarter(update.text("quarter"));
        if (!subject || !quarter) return;
        Day& last = m_reported->try_emplace(*subject, quarter->days().last).first->second;
        last = std::max(last, quarter->days().last);
    });
}

std::optional<Day> Deadlines::reportedUntil(const Dot& record) const {
    if (!m_reported) readReports();
    const auto found = m_reported->find(record);
    return found == m_reported->end() ? std::nullopt : std::optional(found->second);
}

std::optional<Day> Deadlines::beginOf(const Dot& meeting) const {
    const auto component = m_catalogue.component(meeting);
    const RecordType* type = m_catalogue.schema().type("meeting");
    if (!type || !component.ok() || !component->has_value()) return std::nullopt;
    return RecordReader(**component, *type).day("start");
}

std::optional<Day> Deadlines::dayOf(const DueTerm& term, const RecordReader& record) const {
    TermContext context;
    switch (term.kind) {
    case DueTerm::Kind::Counted:
    case DueTerm::Kind::AtMeeting: {
        context.notified = record.day("notified") ? record.day("notified") : record.day("received");
        const std::vector<std::string> meeting{"meeting"};
        if (const auto named = record.reference("due_meeting")) {
            context.meeting = beginOf(*named);
        } else if (!term.meeting.empty()) {
            const std::vector<Dot> found = m_names.find(meeting, term.meeting);
            if (found.size() == 1) context.meeting = beginOf(found.front());
        }
        break;
    }
    case DueTerm::Kind::Recurring:
        context.reported = reportedUntil(record.id());
        context.since = record.day("notified") ? record.day("notified") : record.day("meeting_date");
        break;
    default: break;
    }
    return lastDayOf(term, context);
}

void Deadlines::extend(const Dot& record, Deadline& deadline) const {
    const auto found = m_extensions.find(record);
    if (found == m_extensions.end()) return;
    const std::vector<Extension>& extensions = found->second;
    deadline.extensions = extensions.size();
    deadline.inForce = extensions.back().newDue;
    deadline.isContested =
        std::any_of(extensions.begin(), extensions.end(), [](const Extension& each) { return each.isContested; });
}

Deadline Deadlines::of(const RecordReader& record) const {
    Deadline deadline;
    deadline.isClosed = record.isClosedBy(closingField(record.type()));
    deadline.original = deadline.inForce = termText(record.value(dueField(record.type())));
    extend(record.id(), deadline);
    deadline.term = readTerm(deadline.inForce);
    deadline.day = dayOf(deadline.term, record);
    deadline.originalDay = deadline.extensions == 0 ? deadline.day : dayOf(readTerm(deadline.original), record);
    return deadline;
}

bool isCollective(std::string_view responsible) {
    constexpr std::array<std::string_view, 18> kEverybody{"paises miembros",
                                                          "member countries",
                                                          "member states",
                                                          "estados miembros",
                                                          "todos",
                                                          "todos los paises",
                                                          "all",
                                                          "all countries",
                                                          "all member countries",
                                                          "gobiernos",
                                                          "governments",
                                                          "gobiernos participantes",
                                                          "paises de la crm",
                                                          "crm countries",
                                                          "rcm countries",
                                                          "paises participantes",
                                                          "paises",
                                                          "countries"};
    return std::find(kEverybody.begin(), kEverybody.end(), fold(responsible)) != kEverybody.end();
}

} // namespace puente
