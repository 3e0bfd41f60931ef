#include "client/domain/follow_up/trace.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace puente {

namespace {

/// A record that refers to the one above by this field hangs on it.
struct Branch {
    std::string_view type, field, relation;
};
constexpr std::array<Branch, 5> kBranches{{{"proposal_response", "proposal", "response"},
                                           {"commitment", "agreement", "commitment"},
                                           {"extension", "record", "extension"},
                                           {"update", "subject", "update"},
                                           {"proposal_response", "resulting", "results_from"}}};

/// When a record was begun: what came first is told first, on every device alike.
Stamp enteredAt(const Component& component) {
    const FieldState type = component.field(kTypeField);
    const LiveValue* shown = component.displayedIn(type);
    return shown ? shown->stamp : Stamp{};
}

class Tracer {
public:
    explicit Tracer(const Catalogue& catalogue) : m_catalogue(catalogue) {}

    Result<TraceNode, ReplicaFault> unfold(TraceNode node, int depth);

private:
    struct Kept { // what a reader refers to
        Component component;
        const RecordType* type = nullptr;
    };
    Result<std::optional<Kept>, ReplicaFault> read(const Dot& record) const;
    Result<std::vector<TraceNode>, ReplicaFault> below(const RecordReader& record);
    void addOwn(const RecordReader& record, std::vector<TraceNode>& nodes) const;
    void addReferring(const RecordReader& referring, const Dot& above, std::vector<TraceNode>& nodes);
    void addLink(const RecordReader& link, const Dot& above, std::vector<TraceNode>& nodes);

    const Catalogue& m_catalogue;
    std::set<Dot> m_unfolded;
    std::set<Dot> m_links; // each link is told once, from the end that is met first
};

Result<std::optional<Tracer::Kept>, ReplicaFault> Tracer::read(const Dot& record) const {
    auto component = m_catalogue.component(record);
    if (!component) return Failure{component.fault()};
    if (!*component || (*component)->isDeleted()) return std::optional<Kept>{};
    const auto symbol = (*component)->type();
    const RecordType* type = symbol ? m_catalogue.schema().type(symbol->number) : nullptr;
    if (!type) return std::optional<Kept>{};
    return std::optional(Kept{std::move(**component), type});
}

void Tracer::addOwn(const RecordReader& record, std::vector<TraceNode>& nodes) const {
    if (record.type().name == "proposal_response")
        if (const auto resulting = record.reference("resulting"))
            nodes.push_back({.record = m_catalogue.canonical(*resulting), .relation = "resulting"});
    if (record.type().name == "update")
        for (const std::vector<Dot> documents = record.references("documents"); const Dot& document : documents)
            nodes.push_back({.record = m_catalogue.canonical(document), .relation = "document"});
    // Seen from the agreement that came of it, the proposal stands below its response.
    if (record.type().name == "proposal_response")
        if (const auto proposal = record.reference("proposal"))
            if (!m_unfolded.contains(m_catalogue.canonical(*proposal)))
                nodes.push_back({.record = m_catalogue.canonical(*proposal), .relation = "proposal"});
}

void Tracer::addLink(const RecordReader& link, const Dot& above, std::vector<TraceNode>& nodes) {
    const auto from = link.reference("from"), to = link.reference("to");
    if (!from || !to || !m_links.insert(link.id()).second) return;
    const bool isInbound = m_catalogue.canonical(*to) == above;
    nodes.push_back({.record = m_catalogue.canonical(isInbound ? *from : *to),
                     .relation = std::string(link.symbol("relation")),
                     .isInbound = isInbound});
}

void Tracer::addReferring(const RecordReader& referring, const Dot& above, std::vector<TraceNode>& nodes) {
    if (referring.type().name == "link") {
        addLink(referring, above, nodes);
        return;
    }
    for (const Branch& branch : kBranches) {
        const auto target = referring.type().name == branch.type ? referring.reference(branch.field) : std::nullopt;
        if (!target || m_catalogue.canonical(*target) != above) continue;
        // The way up is known to whoever came down it.
        if (branch.relation == "results_from" && m_unfolded.contains(referring.id())) continue;
        nodes.push_back({.record = referring.id(), .relation = std::string(branch.relation)});
    }
}

Result<std::vector<TraceNode>, ReplicaFault> Tracer::below(const RecordReader& record) {
    std::vector<TraceNode> nodes;
    addOwn(record, nodes);
    std::set<Dot> sources;
    for (const std::vector<Dot> all = m_catalogue.referringTo(record.id()); const Dot& source : all)
        sources.insert(m_catalogue.canonical(source));
    std::vector<std::pair<Stamp, Kept>> referring;
    for (const Dot& source : sources) {
        auto known = read(source);
        if (!known) return Failure{known.fault()};
        if (*known) referring.emplace_back(enteredAt((*known)->component), std::move(**known));
    }
    std::sort(referring.begin(), referring.end(), [&](const auto& a, const auto& b) {
        if (a.first != b.first) return a.first < b.first;
        return comesBefore(a.second.component.id(), b.second.component.id(), m_catalogue.replica().logs());
    });
    for (const auto& [stamp, known] : referring)
        addReferring(RecordReader(known.component, *known.type), record.id(), nodes);
    const auto rank = [](const TraceNode& node) {
        const auto* found = std::find_if(kBranches.begin(), kBranches.end(),
                                         [&](const Branch& branch) { return branch.relation == node.relation; });
        return found - kBranches.begin();
    };
    std::stable_sort(nodes.begin(), nodes.end(),
                     [&](const TraceNode& a, const TraceNode& b) { return rank(a) < rank(b); });
    return nodes;
}

Result<TraceNode, ReplicaFault> Tracer::unfold(TraceNode node, int depth) {
    const auto known = read(node.record);
    if (!known) return Failure{known.fault()};
    if (!*known) return node;
    if (!m_unfolded.insert(node.record).second) {
        node.isRepeated = true;
        return node;
    }
    const RecordReader record((*known)->component, *(*known)->type);
    for (const std::vector<Value> evidence = record.elements("evidence"); const Value& each : evidence)
        if (const auto* text = std::get_if<std::string>(&each)) node.evidence.push_back(*text);
    std::sort(node.evidence.begin(), node.evidence.end());
    if (depth >= kTraceDepthMax) {
        node.isCut = true;
        return node;
    }
    auto nodes = below(record);
    if (!nodes) return Failure{nodes.fault()};
    for (TraceNode& child : *nodes) {
        auto unfolded = unfold(std::move(child), depth + 1);
        if (!unfolded) return unfolded;
        node.children.push_back(std::move(*unfolded));
    }
    return node;
}

} // namespace

Result<TraceNode, ReplicaFault> traceOf(const Catalogue& catalogue, const Dot& record) {
    return Tracer(catalogue).unfold({.record = catalogue.canonical(record)}, 0);
}

} // namespace puente
