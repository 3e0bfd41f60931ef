#include "client/domain/follow_up/readiness.h"

#include "client/domain/fold.h"
#include "client/domain/follow_up/reports.h"

#include <algorithm>
#include <map>
#include <set>

namespace puente {

namespace {

/// Fills the board in, part by part; all parts look the same rows up.
class BoardMaker {
public:
    BoardMaker(const Catalogue& catalogue, const SpaceId& space, const ReadinessFacts& facts,
               Organizations organizations, Day day)
        : m_catalogue(catalogue), m_space(space), m_facts(facts), m_organizations(std::move(organizations)) {
        m_board.day = day;
        m_board.conflicts = facts.conflicts;
    }

    Result<Done, ReplicaFault> readMeeting(const Dot& meeting);
    void addMembers();
    Result<Done, ReplicaFault> countReports(const Deadlines& deadlines);
    Result<Done, ReplicaFault> countSignatures();
    Result<Done, ReplicaFault> countAnswers();
    Result<Done, ReplicaFault> countCases();
    ReadinessBoard take();

private:
    struct Entry {
        const OrganizationRecord* organization = nullptr; ///< nothing for a member that is not on record
        ReadinessRow row;
    };
    ReadinessRow& rowOf(const OrganizationRecord& organization);
    ReadinessRow& rowNamed(const std::string& name);
    std::vector<Dot> plansOfTheMeeting(std::map<Dot, std::string>& titles);

    const Catalogue& m_catalogue;
    const SpaceId& m_space;
    const ReadinessFacts& m_facts;
    const Organizations m_organizations;
    std::optional<Day> m_start;
    std::vector<Entry> m_entries;
    ReadinessBoard m_board;
};

Result<Done, ReplicaFault> BoardMaker::readMeeting(const Dot& meeting) {
    return readOne(m_catalogue, meeting, [&](const RecordReader& record) {
        m_start = record.day("start");
        m_board.quarter = readQuarter(record.text("quarter"));
        if (!m_board.quarter && m_start) m_board.quarter = before(quarterOf(*m_start));
    });
}

ReadinessRow& BoardMaker::rowOf(const OrganizationRecord& organization) {
    for (Entry& entry : m_entries)
        if (entry.organization == &organization) return entry.row;
    m_entries.push_back({&organization, {.name = organization.name, .country = organization.country}});
    return m_entries.back().row;
}

ReadinessRow& BoardMaker::rowNamed(const std::string& name) {
    if (const OrganizationRecord* organization = m_organizations.named(name)) return rowOf(*organization);
    for (Entry& entry : m_entries)
        if (fold(entry.row.name) == fold(name)) return entry.row;
    m_entries.push_back({nullptr, {.name = name}});
    return m_entries.back().row;
}

void BoardMaker::addMembers() {
    for (const ReadinessFacts::Member& member : m_facts.members) {
        ReadinessRow& row = rowNamed(member.name);
        row.isMember = true;
        row.dataAsOf = std::max(row.dataAsOf, member.dataAsOf);
    }
}

Result<Done, ReplicaFault> BoardMaker::countReports(const Deadlines& deadlines) {
    const auto duties = dutiesOf(m_catalogue, m_space, deadlines);
    if (!duties) return Failure{duties.fault()};
    const auto reports = Reports::read(m_catalogue, m_space, m_organizations);
    if (!reports) return Failure{reports.fault()};
    if (!m_board.quarter) return Done{};
    const Quarter quarter = *m_board.quarter;
    for (const Duty& duty : *duties) {
        // What begins only after the quarter is not reported on for it; what was closed is, if somebody did.
        if (duty.isSplit || (duty.begun && *duty.begun > quarter.days().last)) continue;
        bool isAnybodys = false;
        for (const OrganizationRecord& organization : m_organizations.all()) {
            if (!organization.isValidOn(m_board.day) || !fallsTo(duty, organization, m_organizations)) continue;
            isAnybodys = true;
            const bool isReported = reports->isReportedBy(duty, quarter, organization);
            if (duty.deadline.isClosed && !isReported) continue;
            ReadinessRow& row = rowOf(organization);
            ++row.reportsDue;
            ++m_board.reportsDue;
            row.reportsReceived += isReported;
            m_board.reportsReceived += isReported;
        }
        m_board.unassignedDuties += !isAnybodys && !duty.deadline.isClosed;
    }
    return Done{};
}

/// The plans in force when the meeting begins: by their days, else by their year.
std::vector<Dot> BoardMaker::plansOfTheMeeting(std::map<Dot, std::string>& titles) {
    std::vector<Dot> plans;
    const Day day = m_start.value_or(m_board.day);
    (void)scan(m_catalogue, m_space, "plan", [&](const RecordReader& plan) {
        const auto start = plan.day("start"), end = plan.day("end");
        const bool isInForce = start && end ? *start <= day && day <= *end : plan.number("year") == yearOf(day);
        if (!isInForce) return;
        plans.push_back(plan.id());
        titles[plan.id()] = plan.text("title");
    });
    return plans;
}

Result<Done, ReplicaFault> BoardMaker::countSignatures() {
    std::map<Dot, std::string> titles;
    const std::vector<Dot> plans = plansOfTheMeeting(titles);
    std::set<std::pair<Dot, std::string>> signedBy; // plan and country, or plan and folded name
    const auto done = scan(m_catalogue, m_space, "approval", [&](const RecordReader& approval) {
        const auto plan = target(m_catalogue, approval, "plan");
        if (!plan || !approval.value("decision") || (m_facts.isSigned && !m_facts.isSigned(approval))) return;
        const OrganizationRecord* organization = m_organizations.named(approval.text("organization"));
        const std::string country(approval.symbol("country"));
        if (!country.empty()) signedBy.emplace(*plan, country);
        if (organization && organization->isGovernment()) signedBy.emplace(*plan, organization->country);
        signedBy.emplace(*plan, fold(approval.text("organization")));
    });
    if (!done) return done;
    for (const OrganizationRecord& organization : m_organizations.all()) {
        if (!organization.isGovernment() || !organization.isValidOn(m_board.day)) continue;
        const auto entry = std::find_if(m_entries.begin(), m_entries.end(),
                                        [&](const Entry& other) { return other.organization == &organization; });
        // Of a government with many offices only those are asked that take part.
        if (entry == m_entries.end()) continue;
        for (const Dot& plan : plans)
            if (!signedBy.contains({plan, organization.country}) && !signedBy.contains({plan, fold(organization.name)}))
                entry->row.signaturesMissing.push_back(titles[plan]);
    }
    return Done{};
}

Result<Done, ReplicaFault> BoardMaker::countAnswers() {
    std::set<Dot> asked;
    auto done = scan(m_catalogue, m_space, "proposal_response", [&](const RecordReader& response) {
        if (const auto proposal = target(m_catalogue, response, "proposal")) asked.insert(*proposal);
        const std::string who = response.text("organization");
        if (!response.value("answer") && !who.empty()) ++rowNamed(who).answersMissing;
    });
    if (!done) return done;
    return scan(m_catalogue, m_space, "agreement", [&](const RecordReader& agreement) {
        const bool isOpen = agreement.symbol("kind") == "proposal" && !agreement.isClosedBy("status");
        m_board.proposalsWithoutResponse += isOpen && !asked.contains(agreement.id());
    });
}

Result<Done, ReplicaFault> BoardMaker::countCases() {
    std::optional<std::size_t> count = m_facts.cases;
    if (!count) {
        const auto done = scan(m_catalogue, m_space, "case_count", [&](const RecordReader& counted) {
            const auto number = counted.number("count");
            if (number && m_board.quarter && readQuarter(counted.text("quarter")) == m_board.quarter)
                count = count.value_or(0) + static_cast<std::size_t>(*number);
        });
        if (!done) return done;
    }
    if (!count) return Done{};
    m_board.casesAreFew = *count < kCaseCountMin;
    if (!m_board.casesAreFew) m_board.cases = count;
    return Done{};
}

ReadinessBoard BoardMaker::take() {
    for (Entry& entry : m_entries)
        m_board.rows.push_back(std::move(entry.row));
    std::stable_sort(m_board.rows.begin(), m_board.rows.end(),
                     [](const ReadinessRow& a, const ReadinessRow& b) { return fold(a.name) < fold(b.name); });
    return std::move(m_board);
}

} // namespace

Result<ReadinessBoard, ReplicaFault> readinessOf(const Catalogue& catalogue, const SpaceId& space,
                                                 const Deadlines& deadlines, const Dot& meeting, Day day,
                                                 const ReadinessFacts& facts) {
    auto organizations = Organizations::read(catalogue, space);
    if (!organizations) return Failure{organizations.fault()};
    BoardMaker maker(catalogue, space, facts, std::move(*organizations), day);
    if (auto done = maker.readMeeting(meeting); !done) return Failure{done.fault()};
    maker.addMembers();
    if (auto done = maker.countReports(deadlines); !done) return Failure{done.fault()};
    if (auto done = maker.countAnswers(); !done) return Failure{done.fault()};
    if (auto done = maker.countSignatures(); !done) return Failure{done.fault()};
    if (auto done = maker.countCases(); !done) return Failure{done.fault()};
    return maker.take();
}

} // namespace puente
