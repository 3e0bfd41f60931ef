#include "client/domain/follow_up/plan_tree.h"

#include "client/domain/fold.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace puente {

namespace {

bool isDigit(char character) {
    return character >= '0' && character <= '9';
}

/// Cuts a run of digits, or one other character, off the front.
std::string_view takePiece(std::string_view& text) {
    std::size_t size = 1;
    if (isDigit(text.front()))
        while (size < text.size() && isDigit(text[size]))
            ++size;
    const std::string_view piece = text.substr(0, size);
    text.remove_prefix(size);
    return piece;
}

std::string_view withoutZeros(std::string_view digits) {
    return digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1));
}

/// Lays the lines of a plan out as a tree.
class Layout {
public:
    Layout(const Catalogue& catalogue, const RecordType& type, std::vector<Component> lines)
        : m_catalogue(catalogue), m_type(type), m_lines(std::move(lines)) {
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            const std::string code = fold(codeOf(i));
            const std::size_t first = code.empty() ? i : m_byCode.try_emplace(code, i).first->second;
            m_byId.emplace(m_lines[i].id(), first);
            if (first != i) m_twins[first].push_back(i);
        }
    }

    void fill(PlanTree& tree) {
        std::vector<std::size_t> top;
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            const RecordReader line(m_lines[i], m_type);
            const auto parent = parentOf(i);
            for (const char* field : {"plan", "parent"})
                if (isContested(i, field)) tree.problems.push_back({PlanProblem::Kind::Conflict, line.id(), field});
            if (line.value("parent") && !parent)
                tree.problems.push_back({PlanProblem::Kind::LostParent, line.id(), "parent"});
            if (m_byId.at(line.id()) != i) continue; // it stands beside its twin
            if (parent)
                m_children[*parent].push_back(i);
            else
                top.push_back(i);
        }
        place(tree, top, 0);
        for (std::size_t i = 0; i < m_lines.size(); ++i) { // what nothing at the top leads to goes round in a circle
            if (m_placed.contains(m_byId.at(m_lines[i].id()))) continue;
            tree.problems.push_back({PlanProblem::Kind::Circle, m_lines[i].id(), "parent"});
            place(tree, {i}, 0);
        }
    }

private:
    std::string codeOf(std::size_t i) const { return RecordReader(m_lines[i], m_type).text("code"); }
    std::optional<std::size_t> parentOf(std::size_t i) const {
        const auto parent = RecordReader(m_lines[i], m_type).value("parent");
        if (const auto* code = parent ? std::get_if<std::string>(&*parent) : nullptr) { // as a table names it
            const auto found = m_byCode.find(fold(*code));
            return found == m_byCode.end() ? std::nullopt : std::optional(found->second);
        }
        const auto* named = parent ? std::get_if<Reference>(&*parent) : nullptr;
        const auto found = named ? m_byId.find(m_catalogue.canonical(named->record)) : m_byId.end();
        return found == m_byId.end() ? std::nullopt : std::optional(found->second);
    }

    /// True when a reference names several records. Two that were joined are one.
    bool isContested(std::size_t i, std::string_view field) const {
        const FieldState state = m_lines[i].field(m_type.field(field)->number);
        std::set<Value> named;
        for (const LiveValue& live : state.values) {
            const auto* reference = std::get_if<Reference>(&live.value);
            named.insert(reference ? Value(Reference{m_catalogue.canonical(reference->record)}) : live.value);
        }
        return named.size() > 1;
    }

    bool comesFirst(std::size_t a, std::size_t b) const {
        const RecordReader left(m_lines[a], m_type), right(m_lines[b], m_type);
        const auto order = [](const RecordReader& line) {
            return line.number("order").value_or(std::numeric_limits<std::int64_t>::max());
        };
        if (order(left) != order(right)) return order(left) < order(right);
        const std::string leftCode = left.text("code"), rightCode = right.text("code");
        if (leftCode != rightCode) return codeComesBefore(leftCode, rightCode);
        return comesBefore(left.id(), right.id(), m_catalogue.replica().logs());
    }

    void add(PlanTree& tree, std::size_t i, int depth) const {
        const RecordReader line(m_lines[i], m_type);
        const auto parent = parentOf(i);
        tree.lines.push_back({.record = m_lines[i],
                              .code = line.text("code"),
                              .level = std::string(line.symbol("level")),
                              .parentCode = parent ? codeOf(*parent) : std::string(),
                              .depth = depth});
    }

    void place(PlanTree& tree, std::vector<std::size_t> siblings, int depth) {
        std::sort(siblings.begin(), siblings.end(), [&](std::size_t a, std::size_t b) { return comesFirst(a, b); });
        for (const std::size_t i : siblings) {
            if (!m_placed.insert(i).second) continue;
            add(tree, i, depth);
            for (const std::size_t twin : m_twins[i])
                add(tree, twin, depth);
            place(tree, m_children[i], depth + 1);
        }
    }

    const Catalogue& m_catalogue;
    const RecordType& m_type;
    std::vector<Component> m_lines;
    std::map<Dot, std::size_t> m_byId;
    std::map<std::string, std::size_t> m_byCode;
    std::map<std::size_t, std::vector<std::size_t>> m_children, m_twins;
    std::set<std::size_t> m_placed;
};

} // namespace

bool codeComesBefore(std::string_view a, std::string_view b) {
    const std::string_view wholeA = a, wholeB = b;
    while (!a.empty() && !b.empty()) {
        const std::string_view left = takePiece(a), right = takePiece(b);
        if (left == right) continue;
        if (!isDigit(left.front()) || !isDigit(right.front())) return left < right;
        const std::string_view one = withoutZeros(left), other = withoutZeros(right);
        if (one.size() != other.size()) return one.size() < other.size();
        if (one != other) return one < other;
    }
    if (a.empty() != b.empty()) return a.empty();
    return wholeA < wholeB; // "01" and "1"
}

Result<std::vector<Component>, ReplicaFault> recordsAbout(const Catalogue& catalogue, const SpaceId& space,
                                                          const RecordType& type, std::string_view field,
                                                          const Dot& record) {
    const std::uint32_t number = type.field(field)->number;
    std::vector<Component> found;
    const auto done = catalogue.forEach(space, type, [&](const Component& component) {
        const FieldState state = component.field(number);
        const bool isAbout = std::any_of(state.values.begin(), state.values.end(), [&](const LiveValue& live) {
            const auto* reference = std::get_if<Reference>(&live.value);
            return reference && catalogue.canonical(reference->record) == record;
        });
        if (isAbout) found.push_back(component);
        return true;
    });
    if (!done) return Failure{done.fault()};
    std::sort(found.begin(), found.end(), [&](const Component& a, const Component& b) {
        return comesBefore(a.id(), b.id(), catalogue.replica().logs());
    });
    return found;
}

Result<PlanTree, ReplicaFault> readPlan(const Catalogue& catalogue, const SpaceId& space, const Component& plan) {
    const RecordType& type = *catalogue.schema().type("line_of_action");
    auto lines = recordsAbout(catalogue, space, type, "plan", plan.id());
    if (!lines) return Failure{lines.fault()};
    PlanTree tree{.plan = plan, .lines = {}, .problems = {}};
    Layout(catalogue, type, std::move(*lines)).fill(tree);
    return tree;
}

} // namespace puente
