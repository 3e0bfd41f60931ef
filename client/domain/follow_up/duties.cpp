#include "client/domain/follow_up/duties.h"

#include <array>

namespace puente {

namespace {

constexpr std::array<const char*, 3> kDuties{"agreement", "commitment", "line_of_action"};

bool isOnlySaid(const RecordReader& record) {
    return record.symbol("force") == "noted" || record.symbol("kind") == "declaration" ||
           record.symbol("kind") == "proposal";
}

/// A status that was entered together with its record says nothing of when it came to be: an import brings the past.
std::optional<Day> closedOn(const RecordReader& record) {
    const auto status = record.live("status");
    if (!status || !record.isClosedBy("status")) return std::nullopt;
    const Dot& id = record.id();
    if (status->dot.log == id.log && status->dot.sequence == id.sequence) return std::nullopt;
    return dayOf(instantOf(static_cast<std::int64_t>(status->stamp.time)));
}

std::optional<Day> beginOf(const Catalogue& catalogue, const Dot& meeting) {
    std::optional<Day> start;
    (void)readOne(catalogue, meeting, [&](const RecordReader& record) { start = record.day("start"); });
    return start;
}

/// Since when an agreement is one: it was notified, or the meeting that adopted it took place.
std::optional<Day> begunOn(const Catalogue& catalogue, const RecordReader& record) {
    for (const char* field : {"notified", "meeting_date"})
        if (const auto day = record.day(field)) return day;
    for (const char* field : {"meeting", "agreement", "plan"}) {
        const auto referred = target(catalogue, record, field);
        if (!referred) continue;
        if (std::string_view(field) == "meeting") return beginOf(catalogue, *referred);
        std::optional<Day> begun;
        (void)readOne(catalogue, *referred, [&](const RecordReader& other) {
            begun = std::string_view(field) == "plan" ? other.day("start") : begunOn(catalogue, other);
        });
        return begun;
    }
    return std::nullopt;
}

Duty dutyFrom(const Catalogue& catalogue, const Deadlines& deadlines, const RecordReader& record) {
    return {.record = record.id(),
            .agreement = target(catalogue, record, "agreement"),
            .country = std::string(record.symbol("country")),
            .responsible = record.text("responsible"),
            .coResponsible = texts(record, "co_responsible"),
            .deadline = deadlines.of(record),
            .status = std::string(record.symbol("status")),
            .begun = begunOn(catalogue, record),
            .closed = closedOn(record)};
}

} // namespace

Result<std::vector<Duty>, ReplicaFault> dutiesOf(const Catalogue& catalogue, const SpaceId& space,
                                                 const Deadlines& deadlines) {
    std::vector<Duty> duties;
    std::set<Dot> split;
    for (const char* type : kDuties) {
        const auto done = scan(catalogue, space, type, [&](const RecordReader& record) {
            if (isOnlySaid(record)) return;
            duties.push_back(dutyFrom(catalogue, deadlines, record));
            if (duties.back().agreement) split.insert(*duties.back().agreement);
        });
        if (!done) return Failure{done.fault()};
    }
    for (Duty& duty : duties)
        duty.isSplit = split.contains(duty.record);
    return duties;
}

bool fallsTo(const Duty& duty, const OrganizationRecord& organization, const Organizations& organizations) {
    if (duty.isSplit) return false;
    if (organizations.names(duty.responsible, organization)) return true;
    for (const std::string& name : duty.coResponsible)
        if (organizations.names(name, organization)) return true;
    return !duty.country.empty() && duty.country == organization.country && organization.isGovernment() &&
           !organizations.namesAny(duty.responsible);
}

Result<Reports, ReplicaFault> Reports::read(const Catalogue& catalogue, const SpaceId& space,
                                            const Organizations& organizations) {
    Reports reports;
    const auto done = scan(catalogue, space, "update", [&](const RecordReader& update) {
        const auto subject = target(catalogue, update, "subject");
        const auto quarter = readQuarter(update.text("quarter"));
        if (!subject || !quarter) return;
        const OrganizationRecord* author = organizations.in(catalogue, update, "organization");
        reports.m_authors[{*subject, *quarter}].insert(author ? std::optional(author->record) : std::nullopt);
    });
    if (!done) return Failure{done.fault()};
    return reports;
}

bool Reports::cover(const Duty& duty, const Quarter& quarter, const OrganizationRecord* organization) const {
    const auto isBy = [&](const Dot& subject, bool counted) {
        const auto found = m_authors.find({subject, quarter});
        if (found == m_authors.end()) return false;
        if (!organization) return true;
        return found->second.contains(organization->record) || (counted && found->second.contains(std::nullopt));
    };
    // What somebody reports on the whole agreement is a report on its own share too; nobody's is nobody's share.
    return isBy(duty.record, true) || (duty.agreement && isBy(*duty.agreement, false));
}

} // namespace puente
