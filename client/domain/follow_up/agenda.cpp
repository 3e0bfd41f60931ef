#include "client/domain/follow_up/agenda.h"

#include "client/domain/follow_up/due_list.h"
#include "client/domain/follow_up/record_scan.h"
#include "client/domain/record_view.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

namespace puente {

namespace {

constexpr std::array<std::pair<AgendaSection, std::string_view>, 4> kWords{
    {{AgendaSection::PastDecisions, "past_decisions"},
     {AgendaSection::Overdue, "overdue"},
     {AgendaSection::Undated, "undated"},
     {AgendaSection::New, "new"}}};

/// A decision that a later meeting looks back on.
bool isDecision(const RecordReader& agreement) {
    const std::string_view kind = agreement.symbol("kind");
    return kind != "proposal" && kind != "declaration" && agreement.symbol("force") != "noted" &&
           agreement.symbol("status") != "superseded";
}

/// Puts an agenda together point by point; what is on it already is not proposed again.
class Proposal {
public:
    Proposal(const Catalogue& catalogue, const SpaceId& space, const AgendaQuery& query)
        : m_catalogue(catalogue), m_space(space), m_query(query), m_names(catalogue, space) {}

    Result<Done, ReplicaFault> skipWhatIsOnIt() {
        const auto items = agendaOf(m_catalogue, m_space, m_query.meeting);
        if (!items) return Failure{items.fault()};
        for (const AgendaItem& item : *items) {
            m_covered.insert(item.records.begin(), item.records.end());
            m_covered.insert(item.resulting.begin(), item.resulting.end());
        }
        // What this meeting itself decides is for the next one to look back on.
        return scan(m_catalogue, m_space, "agreement", [&](const RecordReader& agreement) {
            if (target(m_catalogue, agreement, "meeting") == m_query.meeting) m_covered.insert(agreement.id());
        });
    }
    Result<Done, ReplicaFault> addPastDecisions();
    Result<Done, ReplicaFault> addDue(const Deadlines& deadlines);
    Result<Done, ReplicaFault> addNew();
    std::vector<AgendaPoint> take();

private:
    void add(AgendaSection section, const Dot& subject, const Dot& record);
    Dot subjectOf(const Dot& record) const;
    void describe(AgendaPoint& point) const;
    Result<std::set<Dot>, ReplicaFault> answeredProposals() const;
    void sortByName(std::vector<Dot>& records) const;

    const Catalogue& m_catalogue;
    const SpaceId& m_space;
    const AgendaQuery& m_query;
    CatalogueNames m_names;
    std::set<Dot> m_covered;
    std::vector<AgendaPoint> m_points; // each with its records, sections in order
};

/// The agreement of a commitment, the proposal of a response; everything else is about itself.
Dot Proposal::subjectOf(const Dot& record) const {
    Dot subject = record;
    (void)readOne(m_catalogue, record, [&](const RecordReader& reader) {
        for (const char* field : {"agreement", "proposal"})
            if (const auto referred = target(m_catalogue, reader, field)) subject = *referred;
    });
    return subject;
}

void Proposal::add(AgendaSection section, const Dot& subject, const Dot& record) {
    if (m_covered.contains(record)) return;
    const auto same = std::find_if(m_points.begin(), m_points.end(),
                                   [&](const AgendaPoint& point) { return point.records.front() == subject; });
    if (same == m_points.end()) {
        // Of an agreement that is on the agenda its commitments are too, whichever of them are due.
        if (subject != record && m_covered.contains(subject)) return;
        m_points.push_back({.section = section, .records = {subject}});
        m_covered.insert(subject);
        if (subject != record) m_points.back().records.push_back(record);
    } else {
        same->records.push_back(record);
    }
    m_covered.insert(record);
}

void Proposal::sortByName(std::vector<Dot>& records) const {
    std::vector<std::pair<std::string, Dot>> named;
    for (const Dot& record : records)
        named.emplace_back(m_names.nameOf(record), record);
    std::sort(named.begin(), named.end(), [&](const auto& a, const auto& b) {
        if (a.first != b.first) return a.first < b.first;
        return comesBefore(a.second, b.second, m_catalogue.replica().logs());
    });
    std::transform(named.begin(), named.end(), records.begin(), [](const auto& pair) { return pair.second; });
}

Result<Done, ReplicaFault> Proposal::addPastDecisions() {
    const auto previous = previousMeeting(m_catalogue, m_space, m_query.meeting);
    if (!previous) return Failure{previous.fault()};
    if (!*previous) return Done{};
    std::set<Dot> resulted;
    const auto items = agendaOf(m_catalogue, m_space, **previous);
    if (!items) return Failure{items.fault()};
    for (const AgendaItem& item : *items)
        resulted.insert(item.resulting.begin(), item.resulting.end());
    std::vector<Dot> decisions;
    const auto done = scan(m_catalogue, m_space, "agreement", [&](const RecordReader& agreement) {
        const bool isOfIt = target(m_catalogue, agreement, "meeting") == *previous || resulted.contains(agreement.id());
        if (isOfIt && isDecision(agreement)) decisions.push_back(agreement.id());
    });
    if (!done) return done;
    sortByName(decisions);
    for (const Dot& decision : decisions)
        add(AgendaSection::PastDecisions, decision, decision);
    return Done{};
}

Result<Done, ReplicaFault> Proposal::addDue(const Deadlines& deadlines) {
    const auto due = listDue(m_catalogue, m_space, deadlines, {.today = m_query.day, .language = m_query.language});
    if (!due) return Failure{due.fault()};
    for (const auto& [light, section] :
         {std::pair(Light::Overdue, AgendaSection::Overdue), std::pair(Light::Undated, AgendaSection::Undated)})
        for (const DueItem& item : *due) {
            const bool isProposal = item.type->name == "proposal_response" && light == Light::Undated;
            if (item.light == light && !isProposal) add(section, subjectOf(item.record), item.record);
        }
    return Done{};
}

Result<std::set<Dot>, ReplicaFault> Proposal::answeredProposals() const {
    std::set<Dot> answered;
    const auto done = scan(m_catalogue, m_space, "proposal_response", [&](const RecordReader& response) {
        if (const auto proposal = target(m_catalogue, response, "proposal"); proposal && response.value("answer"))
            answered.insert(*proposal);
    });
    if (!done) return Failure{done.fault()};
    return answered;
}

Result<Done, ReplicaFault> Proposal::addNew() {
    const auto answered = answeredProposals();
    if (!answered) return Failure{answered.fault()};
    std::vector<Dot> waiting;
    auto done = scan(m_catalogue, m_space, "agreement", [&](const RecordReader& agreement) {
        const bool isOpen = agreement.symbol("kind") == "proposal" && !agreement.isClosedBy("status");
        if (isOpen && !answered->contains(agreement.id())) waiting.push_back(agreement.id());
    });
    if (!done) return done;
    done = scan(m_catalogue, m_space, "suggestion", [&](const RecordReader& suggestion) {
        if (!suggestion.value("decision")) waiting.push_back(suggestion.id());
    });
    if (!done) return done;
    sortByName(waiting);
    for (const Dot& record : waiting)
        add(AgendaSection::New, record, record);
    return Done{};
}

void Proposal::describe(AgendaPoint& point) const {
    const Dot& subject = point.records.front();
    point.name = m_names.nameOf(subject);
    point.title = m_names.titleOf(subject, m_query.language);
}

std::vector<AgendaPoint> Proposal::take() {
    std::stable_sort(m_points.begin(), m_points.end(),
                     [](const AgendaPoint& a, const AgendaPoint& b) { return a.section < b.section; });
    std::vector<AgendaPoint> agenda;
    std::size_t inSection = 0;
    for (AgendaPoint& point : m_points) {
        if (agenda.empty() || agenda.back().section != point.section) inSection = 0;
        if (++inSection <= m_query.pointsMax) {
            describe(point);
            agenda.push_back(std::move(point));
        } else if (inSection == m_query.pointsMax + 1) {
            agenda.push_back(std::move(point)); // without a name: it gathers the rest
        } else {
            std::vector<Dot>& rest = agenda.back().records;
            rest.insert(rest.end(), point.records.begin(), point.records.end());
        }
    }
    return agenda;
}

} // namespace

std::string_view wordOf(AgendaSection section) {
    return std::find_if(kWords.begin(), kWords.end(), [&](const auto& pair) { return pair.first == section; })->second;
}

std::optional<AgendaSection> sectionFromWord(std::string_view word) {
    const auto found =
        std::find_if(kWords.begin(), kWords.end(), [&](const auto& pair) { return pair.second == word; });
    return found == kWords.end() ? std::nullopt : std::optional(found->first);
}

Result<std::optional<Dot>, ReplicaFault> previousMeeting(const Catalogue& catalogue, const SpaceId& space,
                                                         const Dot& meeting) {
    std::string kind;
    std::optional<Day> start;
    auto done = readOne(catalogue, meeting, [&](const RecordReader& record) {
        kind = record.symbol("kind");
        start = record.day("start");
    });
    if (!done) return Failure{done.fault()};
    std::optional<std::pair<Day, Dot>> latest;
    done = scan(catalogue, space, "meeting", [&](const RecordReader& other) {
        const auto began = other.day("start");
        if (other.id() == meeting || other.symbol("kind") != kind || !began || (start && *began >= *start)) return;
        if (!latest || latest->first < *began ||
            (latest->first == *began && comesBefore(other.id(), latest->second, catalogue.replica().logs())))
            latest.emplace(*began, other.id());
    });
    if (!done) return Failure{done.fault()};
    return latest ? std::optional(latest->second) : std::nullopt;
}

Result<std::vector<AgendaItem>, ReplicaFault> agendaOf(const Catalogue& catalogue, const SpaceId& space,
                                                       const Dot& meeting) {
    std::vector<AgendaItem> items;
    const auto done = scan(catalogue, space, "agenda_item", [&](const RecordReader& record) {
        if (target(catalogue, record, "meeting") != meeting) return;
        items.push_back({.record = record.id(),
                         .section = sectionFromWord(record.symbol("section")).value_or(AgendaSection::New),
                         .order = record.number("order").value_or(0),
                         .title = record.text("title"),
                         .outcome = record.text("outcome"),
                         .records = targets(catalogue, record, "records"),
                         .resulting = targets(catalogue, record, "resulting")});
    });
    if (!done) return Failure{done.fault()};
    std::sort(items.begin(), items.end(), [&](const AgendaItem& a, const AgendaItem& b) {
        const auto rank = [](const AgendaItem& item) { return std::tie(item.section, item.order, item.title); };
        if (rank(a) != rank(b)) return rank(a) < rank(b);
        return comesBefore(a.record, b.record, catalogue.replica().logs());
    });
    return items;
}

Result<std::vector<AgendaPoint>, ReplicaFault> proposeAgenda(const Catalogue& catalogue, const SpaceId& space,
                                                             const Deadlines& deadlines, const AgendaQuery& query) {
    Proposal proposal(catalogue, space, query);
    if (auto done = proposal.skipWhatIsOnIt(); !done) return Failure{done.fault()};
    if (auto done = proposal.addPastDecisions(); !done) return Failure{done.fault()};
    if (auto done = proposal.addDue(deadlines); !done) return Failure{done.fault()};
    if (auto done = proposal.addNew(); !done) return Failure{done.fault()};
    return proposal.take();
}

} // namespace puente
