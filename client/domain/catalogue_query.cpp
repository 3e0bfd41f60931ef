#include "client/domain/catalogue.h"

#include "client/domain/catalogue_tables.h"
#include "client/domain/fold.h"
#include "client/domain/record_view.h"
#include "client/domain/value_text.h"
#include "sync/replica/packed_dot.h"

#include <algorithm>
#include <set>

namespace puente {

namespace {

constexpr int kNestingMax = 4;                ///< of records named in names of records
constexpr std::size_t kComponentSizeMax = 64; ///< joined records that are shown as one
constexpr std::size_t kAnswersMax = 16;       ///< of find(): more is as good as many
constexpr std::int64_t kRankedMax = 5000;     ///< matches of a search that are put in order of how well they match
constexpr std::size_t kOpenWordMin = 3;       ///< letters that a word needs to stand for all that begin so

/// Runs a statement that was bound, and gives the record ids in its first column.
std::vector<Dot> recordsOf(Statement& select) {
    std::vector<Dot> records;
    for (;;) {
        const auto row = select.step();
        if (!row.ok() || !*row) break;
        records.push_back(unpackDot(select.integer(0)));
    }
    select.reset();
    return records;
}

/// The user's words as an FTS5 query: each a phrase, so that no character in it is an operator, the last one open at
/// its end. "1.a) mig" becomes "1.a)" "mig"*.
std::string wordQuery(std::string_view text) {
    std::string query;
    std::size_t lastSize = 0;
    const std::string folded = fold(text);
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        std::string word = folded.substr(at, end - at);
        word.erase(std::remove(word.begin(), word.end(), '"'), word.end());
        const bool hasLetters = std::any_of(word.begin(), word.end(), [](char letter) {
            return (letter & 0x80) != 0 || (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z');
        });
        if (hasLetters) {
            query += (query.empty() ? "\"" : " \"") + word + "\"";
            lastSize = word.size();
        }
        at = end + 1;
    }
    return lastSize < kOpenWordMin ? query : query + "*";
}

} // namespace

std::string escapedKeyPart(std::string_view part) {
    std::string escaped;
    for (const char letter : part) {
        if (letter == kKeyDivider || letter == '\\') escaped.push_back('\\');
        escaped.push_back(letter);
    }
    return escaped;
}

// --- joined records -------------------------------------------------------------------------------------------------

std::vector<Dot> Catalogue::joinedTo(const Dot& record) const {
    std::set<Dot> known{record};
    std::vector<Dot> component{record};
    for (std::size_t i = 0; i < component.size() && component.size() < kComponentSizeMax; ++i) {
        Statement& select = m_replica.database().prepare(
            "SELECT target FROM catalogue_reference WHERE source = ?1 AND joins = 1 "
            "UNION SELECT source FROM catalogue_reference WHERE target = ?1 AND joins = 1 LIMIT 64");
        for (const Dot& neighbour : recordsOf(select.bind(1, pack(component[i]))))
            if (known.insert(neighbour).second) component.push_back(neighbour);
    }
    return component;
}

Result<std::optional<Component>, ReplicaFault> Catalogue::component(const Dot& record) const {
    std::vector<ComponentMember> members;
    for (const Dot& id : joinedTo(record)) {
        auto state = m_replica.record(id);
        if (!state) return Failure{state.fault()};
        if (state->has_value() && (*state)->isCreated()) members.push_back({id, std::move(**state)});
    }
    if (members.empty()) return std::optional<Component>();
    return std::optional(Component(std::move(members), m_replica.logs()));
}

Dot Catalogue::canonical(const Dot& record) const {
    const std::vector<Dot> joined = joinedTo(record);
    if (joined.size() == 1) return record;
    const auto found = component(record);
    return found.ok() && found->has_value() ? (*found)->id() : record;
}

Result<Done, ReplicaFault> Catalogue::forEach(const SpaceId& space, const RecordType& type,
                                              const std::function<bool(const Component&)>& visit) const {
    Statement& select = m_replica.database().prepare(
        "SELECT source FROM catalogue_reference WHERE joins = 1 UNION SELECT target FROM catalogue_reference "
        "WHERE joins = 1");
    const std::vector<Dot> list = recordsOf(select);
    const std::set<Dot> joined(list.begin(), list.end());
    std::set<Dot> shown;
    std::optional<ReplicaFault> fault;
    const auto visited = m_replica.forEach(space, type.number, [&](const Dot& record, const RecordState& state) {
        if (!joined.contains(record)) return visit(Component({{record, state}}, m_replica.logs()));
        if (shown.contains(record)) return true;
        const auto whole = component(record);
        if (!whole) {
            fault = whole.fault();
            return false;
        }
        if (!whole->has_value()) return true;
        for (const ComponentMember& member : (*whole)->members())
            shown.insert(member.id);
        return visit(**whole);
    });
    if (fault) return Failure{*fault};
    return visited;
}

std::vector<Dot> Catalogue::canonicalOnce(std::vector<Dot> records) const {
    std::vector<Dot> once;
    for (const Dot& record : records)
        if (const Dot id = canonical(record); std::find(once.begin(), once.end(), id) == once.end()) once.push_back(id);
    return once;
}

std::vector<Dot> Catalogue::referringTo(const Dot& record) const {
    std::vector<Dot> sources;
    for (const Dot& member : joinedTo(record)) {
        Statement& select =
            m_replica.database().prepare("SELECT source FROM catalogue_reference WHERE target = ? AND joins = 0");
        const std::vector<Dot> found = recordsOf(select.bind(1, pack(member)));
        sources.insert(sources.end(), found.begin(), found.end());
    }
    return sources;
}

// --- natural keys ---------------------------------------------------------------------------------------------------

std::string Catalogue::keyFrom(const Component& component, const RecordType& type, int depth) const {
    std::string key;
    bool isEmpty = true;
    const NoRecordNames none;
    for (const std::string& name : type.naturalKey) {
        const Field& field = *type.field(name);
        const FieldState state = component.field(field.number);
        const LiveValue* shown = component.displayedIn(state);
        std::string part;
        if (const Reference* reference = shown ? std::get_if<Reference>(&shown->value) : nullptr)
            part = keyText(reference->record, depth + 1);
        else if (shown)
            part = machineText(&field, shown->value, none);
        isEmpty = isEmpty && part.empty();
        if (&name != &type.naturalKey.front()) key.push_back(kKeyDivider);
        key += escapedKeyPart(part);
    }
    return isEmpty ? std::string() : key;
}

std::string Catalogue::keyText(const Dot& record, int depth) const {
    if (depth > kNestingMax) return {};
    const auto found = component(record);
    if (!found.ok() || !found->has_value()) return {};
    const auto symbol = (*found)->type();
    const RecordType* type = symbol ? m_schema.type(symbol->number) : nullptr;
    return type ? keyFrom(**found, *type, depth) : std::string();
}

std::string Catalogue::keyText(const Dot& record) const {
    return keyText(record, 0);
}

std::vector<Dot> Catalogue::withKeyBetween(const SpaceId& space, const RecordType& type, std::string_view first,
                                           std::string_view last) const {
    Statement& select = m_replica.database().prepare(
        "SELECT id FROM catalogue_record WHERE space = ? AND type = ? AND key BETWEEN ? AND ? LIMIT ?");
    select.bind(1, spaceNumber(space)).bind(2, std::int64_t{type.number}).bind(3, first).bind(4, last);
    return recordsOf(select.bind(5, static_cast<std::int64_t>(kAnswersMax)));
}

std::vector<Dot> Catalogue::findByKey(const SpaceId& space, const RecordType& type, std::string_view key) const {
    const std::string folded = fold(key);
    if (folded.empty()) return {};
    return canonicalOnce(withKeyBetween(space, type, folded, folded));
}

std::vector<Dot> Catalogue::findWhole(const SpaceId& space, const RecordType& type, std::string_view text) const {
    std::vector<Dot> found = findByKey(space, type, text);
    return found.empty() ? findByKey(space, type, escapedKeyPart(text)) : found;
}

std::vector<Dot> Catalogue::findByBeginning(const SpaceId& space, const RecordType& type, std::string_view text) const {
    const auto beginningWith = [&](const std::string& part) {
        const std::string first = fold(part) + kKeyDivider;
        return canonicalOnce(withKeyBetween(space, type, first, first + "\xf4\x8f\xbf\xbf"));
    };
    std::vector<Dot> found;
    if (type.naturalKey.size() > 1) found = beginningWith(escapedKeyPart(text));
    // Several parts, as they are written in the key: "monitoring_group|III".
    if (found.empty() && type.naturalKey.size() > 2 && text.find(kKeyDivider) != std::string_view::npos)
        found = beginningWith(std::string(text));
    const std::string said = fold(text);
    for (const SpokenName& spoken : type.spokenNames) {
        const std::string before = fold(spoken.before), after = spoken.after.empty() ? "" : " " + fold(spoken.after);
        if (!found.empty() || said.size() <= before.size() + after.size()) continue;
        if (!said.starts_with(before) || !said.ends_with(after)) continue;
        const std::string gap = said.substr(before.size(), said.size() - before.size() - after.size());
        found = beginningWith(spoken.keyBefore + escapedKeyPart(gap));
    }
    return found;
}

std::vector<Dot> Catalogue::findByHandle(const SpaceId& space, std::span<const std::string> types,
                                         std::string_view text) const {
    const std::string handle = fold(text);
    if (handle.size() < kHandlePrefixMin) return {};
    const auto found = m_replica.findByHandle(handle, kAnswersMax);
    if (!found) return {};
    std::vector<Dot> fitting;
    for (const Dot& record : *found) {
        if (m_replica.spaceOf(record) != space) continue;
        const auto whole = component(record);
        if (!whole.ok() || !whole->has_value()) continue;
        const auto symbol = (*whole)->type();
        const RecordType* type = symbol ? m_schema.type(symbol->number) : nullptr;
        const bool fits = types.empty() || (type && std::find(types.begin(), types.end(), type->name) != types.end());
        if (fits) fitting.push_back(record);
    }
    return canonicalOnce(std::move(fitting));
}

std::vector<Dot> Catalogue::find(const SpaceId& space, std::span<const std::string> types,
                                 std::string_view text) const {
    // A whole key anywhere goes before the beginning of one: "CRM04-04" is the agreement, not one of its commitments.
    for (const auto way : {&Catalogue::findWhole, &Catalogue::findByBeginning}) {
        std::vector<Dot> found;
        for (const RecordType& type : m_schema.types()) {
            if (!types.empty() && std::find(types.begin(), types.end(), type.name) == types.end()) continue;
            const std::vector<Dot> more = (this->*way)(space, type, text);
            found.insert(found.end(), more.begin(), more.end());
        }
        if (!found.empty()) return found;
    }
    return findByHandle(space, types, text);
}

std::vector<Duplicates> Catalogue::duplicates(const SpaceId& space) const {
    struct Repeated {
        std::uint32_t type;
        std::string key;
    };
    std::vector<Repeated> repeated;
    Statement& select = m_replica.database().prepare(
        "SELECT type, key FROM catalogue_record WHERE space = ? AND key <> '' GROUP BY type, key HAVING count(*) > 1");
    select.bind(1, spaceNumber(space));
    for (auto row = select.step(); row.ok() && *row; row = select.step())
        repeated.push_back({static_cast<std::uint32_t>(select.integer(0)), std::string(select.text(1))});
    select.reset();

    std::vector<Duplicates> found;
    for (const Repeated& one : repeated) {
        const RecordType* type = m_schema.type(one.type);
        if (!type) continue;
        std::vector<Dot> records = canonicalOnce(withKeyBetween(space, *type, one.key, one.key));
        if (records.size() < 2) continue;
        std::sort(records.begin(), records.end(),
                  [&](const Dot& a, const Dot& b) { return comesBefore(a, b, m_replica.logs()); });
        found.push_back({type, keyText(records.front()), std::move(records)});
    }
    return found;
}

std::vector<Dot> Catalogue::search(const SpaceId& space, std::string_view text, std::size_t most) const {
    const std::string query = wordQuery(text);
    if (query.empty()) return {};
    // Ranking looks at every match; a word that stands nearly everywhere tells nothing worth that.
    Database& database = m_replica.database();
    Statement& count =
        database.prepare("SELECT count(*) FROM (SELECT 1 FROM catalogue_words WHERE catalogue_words MATCH ? LIMIT ?)");
    const auto row = count.bind(1, std::string_view(query)).bind(2, kRankedMax + 1).step();
    const bool ranks = row.ok() && *row && count.integer(0) <= kRankedMax;
    count.reset();
    Statement& select =
        ranks ? database.prepare("SELECT r.id FROM catalogue_words w JOIN catalogue_record r ON r.id = w.rowid "
                                 "WHERE catalogue_words MATCH ? AND r.space = ? ORDER BY w.rank LIMIT ?")
              : database.prepare("SELECT r.id FROM catalogue_words w JOIN catalogue_record r ON r.id = w.rowid "
                                 "WHERE catalogue_words MATCH ? AND r.space = ? ORDER BY w.rowid DESC LIMIT ?");
    select.bind(1, std::string_view(query)).bind(2, spaceNumber(space)).bind(3, static_cast<std::int64_t>(most));
    return canonicalOnce(recordsOf(select));
}

// --- names ----------------------------------------------------------------------------------------------------------

std::vector<Dot> CatalogueNames::find(std::span<const std::string> types, std::string_view text) const {
    return m_catalogue.find(m_space, types, text);
}

std::string CatalogueNames::nameOf(const Dot& record) const {
    const std::string key = m_catalogue.keyText(record);
    if (!key.empty()) {
        const std::vector<Dot> found = m_catalogue.find(m_space, {}, key);
        if (found.size() == 1 && found.front() == m_catalogue.canonical(record)) return key;
    }
    return handleOf(record, m_catalogue.replica().logs());
}

std::string CatalogueNames::titleOf(const Dot& record, Language language) const {
    const auto whole = m_catalogue.component(record);
    if (m_depth >= kNestingMax || !whole.ok() || !whole->has_value())
        return handleOf(record, m_catalogue.replica().logs());
    const auto symbol = (*whole)->type();
    const RecordType* type = symbol ? m_catalogue.schema().type(symbol->number) : nullptr;
    if (!type) return handleOf(record, m_catalogue.replica().logs());
    ++m_depth;
    std::string title = titleFrom(**whole, *type, language, *this);
    --m_depth;
    return title.empty() ? handleOf(record, m_catalogue.replica().logs()) : title;
}

} // namespace puente
