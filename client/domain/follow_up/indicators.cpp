#include "client/domain/follow_up/indicators.h"

#include "client/domain/follow_up/reports.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace puente {

namespace {

constexpr std::array<std::pair<Indicator, std::string_view>, 6> kWords{{{Indicator::OnTime, "on_time"},
                                                                        {Indicator::Answered, "answered"},
                                                                        {Indicator::AnsweredInTime, "answered_in_time"},
                                                                        {Indicator::Attended, "attendance"},
                                                                        {Indicator::Reported, "reports"},
                                                                        {Indicator::Pledged, "pledges"}}};

/// Counts for the organisations that were asked about.
class Counter {
public:
    Counter(const Catalogue& catalogue, const SpaceId& space, const IndicatorQuery& query, Organizations organizations)
        : m_catalogue(catalogue), m_space(space), m_query(query), m_organizations(std::move(organizations)) {
        for (const OrganizationRecord& organization : m_organizations.all())
            if (isAsked(organization)) m_asked.push_back(&organization);
    }

    Count onTime(const std::vector<Duty>& duties) const;
    Result<Count, ReplicaFault> reported(const std::vector<Duty>& duties) const;
    Result<std::pair<Count, Count>, ReplicaFault> answered(const Deadlines& deadlines) const;
    Result<Count, ReplicaFault> attended() const;
    Result<Count, ReplicaFault> pledged() const;

private:
    bool isEverybody() const { return !m_query.organization && m_query.country.empty(); }
    bool isAsked(const OrganizationRecord& organization) const {
        if (m_query.organization) return organization.record == *m_query.organization;
        return m_query.country.empty() || organization.country == m_query.country;
    }
    bool isAsked(const OrganizationRecord* organization) const {
        return organization ? isAsked(*organization) : isEverybody();
    }
    bool fallsToAsked(const Duty& duty) const {
        if (isEverybody()) return !duty.isSplit;
        return std::any_of(m_asked.begin(), m_asked.end(),
                           [&](const OrganizationRecord* one) { return fallsTo(duty, *one, m_organizations); });
    }
    std::vector<Quarter> quarters() const;
    void countReports(const Duty& duty, const Reports& reports, Count& count) const;

    const Catalogue& m_catalogue;
    const SpaceId& m_space;
    const IndicatorQuery& m_query;
    const Organizations m_organizations;
    std::vector<const OrganizationRecord*> m_asked;
};

Count Counter::onTime(const std::vector<Duty>& duties) const {
    Count count{.indicator = Indicator::OnTime};
    for (const Duty& duty : duties) {
        if (!fallsToAsked(duty) || duty.status == "superseded") continue;
        const std::optional<Day> due = duty.deadline.day;
        if (!due) {
            count.unknown += !duty.deadline.isClosed; // open, and nobody can say until when
            continue;
        }
        if (!m_query.period.contains(*due)) continue;
        switch (fulfilmentOf(duty, m_query.period.last)) {
        case Fulfilment::InTime: ++count.part, ++count.whole; break;
        case Fulfilment::Late: ++count.whole; break;
        case Fulfilment::Unknown: ++count.unknown; break;
        case Fulfilment::NotAsked: break;
        }
    }
    return count;
}

/// The quarters that end within the period: a report on one that still runs is not due yet.
std::vector<Quarter> Counter::quarters() const {
    std::vector<Quarter> quarters;
    Quarter last = quarterOf(m_query.period.last);
    if (last.days().last > m_query.period.last) last = before(last);
    for (Quarter quarter = last; quarter.days().last >= m_query.period.first; quarter = before(quarter))
        quarters.push_back(quarter);
    return quarters;
}

void Counter::countReports(const Duty& duty, const Reports& reports, Count& count) const {
    for (const Quarter& quarter : quarters()) {
        const Days days = quarter.days();
        bool isReported = false;
        if (isEverybody())
            isReported = reports.isReported(duty, quarter);
        else
            for (const OrganizationRecord* one : m_asked)
                isReported =
                    isReported || (fallsTo(duty, *one, m_organizations) && reports.isReportedBy(duty, quarter, *one));
        if (duty.begun && *duty.begun > days.last && !isReported) continue;
        const bool wasClosed = duty.deadline.isClosed && (!duty.closed || *duty.closed < days.first);
        if (wasClosed && !isReported) continue;
        if (!duty.begun && !isReported) {
            ++count.unknown; // nobody knows whether it was one yet
            continue;
        }
        ++count.whole;
        count.part += isReported;
    }
}

Result<Count, ReplicaFault> Counter::reported(const std::vector<Duty>& duties) const {
    const auto reports = Reports::read(m_catalogue, m_space, m_organizations);
    if (!reports) return Failure{reports.fault()};
    Count count{.indicator = Indicator::Reported};
    for (const Duty& duty : duties)
        if (fallsToAsked(duty)) countReports(duty, *reports, count);
    return count;
}

Result<std::pair<Count, Count>, ReplicaFault> Counter::answered(const Deadlines& deadlines) const {
    Count given{.indicator = Indicator::Answered}, inTime{.indicator = Indicator::AnsweredInTime};
    const auto done = scan(m_catalogue, m_space, "proposal_response", [&](const RecordReader& response) {
        if (!isAsked(m_organizations.named(response.text("organization")))) return;
        const bool isAnswered = response.value("answer").has_value();
        const std::optional<Day> received = response.day("received"), answeredOn = response.day("answered");
        const bool byThen = isAnswered && (!answeredOn || *answeredOn <= m_query.period.last);
        if (!received)
            ++given.unknown;
        else if (m_query.period.contains(*received))
            ++given.whole, given.part += byThen;
        const std::optional<Day> due = deadlines.of(response).day;
        if (!due || (isAnswered && !answeredOn))
            ++inTime.unknown;
        else if (m_query.period.contains(*due))
            ++inTime.whole, inTime.part += isAnswered && *answeredOn <= *due;
    });
    if (!done) return Failure{done.fault()};
    return std::pair(given, inTime);
}

Result<Count, ReplicaFault> Counter::attended() const {
    Count count{.indicator = Indicator::Attended};
    std::set<Dot> held, noted;
    auto done = scan(m_catalogue, m_space, "meeting", [&](const RecordReader& meeting) {
        const auto start = meeting.day("start");
        if (start && m_query.period.contains(*start)) held.insert(meeting.id());
    });
    if (!done) return Failure{done.fault()};
    done = scan(m_catalogue, m_space, "attendance", [&](const RecordReader& attendance) {
        const auto meeting = target(m_catalogue, attendance, "meeting");
        if (!meeting || !held.contains(*meeting)) return;
        if (!isAsked(m_organizations.in(m_catalogue, attendance, "organization"))) return;
        noted.insert(*meeting);
        const std::string_view presence = attendance.symbol("presence");
        if (presence.empty()) {
            ++count.unknown;
            return;
        }
        ++count.whole;
        count.part += presence == "present" || presence == "virtual";
    });
    if (!done) return Failure{done.fault()};
    count.unknown += held.size() - noted.size();
    return count;
}

Result<Count, ReplicaFault> Counter::pledged() const {
    Count count{.indicator = Indicator::Pledged};
    std::set<Dot> pledged, undated;
    const auto done = scan(m_catalogue, m_space, "pledge", [&](const RecordReader& pledge) {
        const OrganizationRecord* organization = m_organizations.in(m_catalogue, pledge, "organization");
        if (!organization || !isAsked(*organization)) return;
        const auto day = pledge.day("date");
        if (!day)
            undated.insert(organization->record);
        else if (m_query.period.contains(*day))
            pledged.insert(organization->record);
    });
    if (!done) return Failure{done.fault()};
    for (const OrganizationRecord* one : m_asked) {
        const bool isPledged = pledged.contains(one->record);
        if (!isPledged && undated.contains(one->record)) {
            ++count.unknown;
            continue;
        }
        if (!one->isValidOn(m_query.period.last)) continue;
        ++count.whole;
        count.part += isPledged;
    }
    return count;
}

} // namespace

std::string_view wordOf(Indicator indicator) {
    return std::find_if(kWords.begin(), kWords.end(), [&](const auto& pair) { return pair.first == indicator; })
        ->second;
}

Fulfilment fulfilmentOf(const Duty& duty, Day today) {
    const std::optional<Day> due = duty.deadline.day;
    if (!due || duty.status == "superseded") return Fulfilment::NotAsked;
    const bool isFulfilled = duty.status == "fulfilled";
    if (isFulfilled && !duty.closed) return Fulfilment::Unknown;
    if (isFulfilled && *duty.closed <= *due) return Fulfilment::InTime;
    // What is due today still has today.
    return *due < today || isFulfilled ? Fulfilment::Late : Fulfilment::NotAsked;
}

Result<std::vector<Count>, ReplicaFault> indicatorsOf(const Catalogue& catalogue, const SpaceId& space,
                                                      const Deadlines& deadlines, const IndicatorQuery& query) {
    auto organizations = Organizations::read(catalogue, space);
    if (!organizations) return Failure{organizations.fault()};
    const auto duties = dutiesOf(catalogue, space, deadlines);
    if (!duties) return Failure{duties.fault()};
    const Counter counter(catalogue, space, query, std::move(*organizations));
    const auto answers = counter.answered(deadlines);
    if (!answers) return Failure{answers.fault()};
    std::vector<Count> counts{counter.onTime(*duties), answers->first, answers->second};
    for (const auto& count : {counter.attended(), counter.reported(*duties), counter.pledged()}) {
        if (!count) return Failure{count.fault()};
        counts.push_back(*count);
    }
    return counts;
}

} // namespace puente
