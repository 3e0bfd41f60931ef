#include "client/domain/publication.h"

#include "client/domain/day_text.h"
#include "client/domain/record_reader.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace puente {

namespace {

using Json = nlohmann::ordered_json;

/// Names for the public: a record that is not published has none.
class PublishedNames final : public RecordNames {
public:
    PublishedNames(const Publisher& publisher, const CatalogueNames& names) : m_publisher(publisher), m_names(names) {}

    std::vector<Dot> find(std::span<const std::string> types, std::string_view text) const override {
        return m_names.find(types, text);
    }
    std::string nameOf(const Dot& record) const override {
        return m_publisher.isPublished(record) ? m_names.nameOf(record) : std::string();
    }
    std::string titleOf(const Dot& record, Language language) const override {
        return m_publisher.isPublished(record) ? m_names.titleOf(record, language) : std::string();
    }

private:
    const Publisher& m_publisher;
    const CatalogueNames& m_names;
};

bool saysPublic(const RecordReader& record) {
    return record.symbol("visibility") == "public";
}

/// Leaves of a view what everybody may see.
PublishedRecord publicPart(const RecordType& type, RecordView view) {
    PublishedRecord published{&type, std::move(view), {}};
    std::vector<FieldView>& fields = published.view.fields;
    for (const FieldView& field : fields)
        if (field.field && field.field->publication == Publication::Public && field.isInConflict)
            published.heldBack.push_back(field.name);
    std::erase_if(fields, [](const FieldView& field) {
        return !field.field || field.field->publication != Publication::Public || field.isInConflict;
    });
    for (FieldView& field : fields) // a reference to what is not published has lost its name
        std::erase_if(field.values, [](const ValueView& value) { return value.machine.empty(); });
    std::erase_if(fields, [](const FieldView& field) { return field.values.empty(); });
    return published;
}

std::string shownIn(const FieldView* field) {
    std::string text;
    if (field)
        for (const ValueView& value : field->values)
            text += (text.empty() ? "" : "; ") + value.display;
    return text;
}

Json both(const Wording& wording) {
    return {{"es", wording.spanish}, {"en", wording.english}};
}

Json typeJson(const RecordType& type) {
    Json fields = Json::object();
    for (const Field& field : type.fields)
        if (field.publication == Publication::Public) {
            Json json{{"label", both(field.label)}};
            for (const Enumerator& enumerator : field.enumerators)
                json["values"][enumerator.name] = both(enumerator.label);
            fields[field.name] = std::move(json);
        }
    return {{"label", both(type.label)}, {"fields", std::move(fields)}};
}

Json recordJson(const PublishedRecord& record) {
    Json json{{"id", record.view.handle}};
    for (const FieldView& field : record.view.fields) {
        if (!field.isSet) {
            json[field.name] = field.values.front().machine;
            continue;
        }
        json[field.name] = Json::array();
        for (const ValueView& value : field.values)
            json[field.name].push_back(value.machine);
    }
    return json;
}

} // namespace

Result<Publisher, ReplicaFault> Publisher::of(const Catalogue& catalogue, const SpaceId& space) {
    Publisher publisher(catalogue, space);
    if (const auto fault = publisher.decide()) return Failure{*fault};
    return publisher;
}

std::optional<ReplicaFault> Publisher::decide() {
    std::map<Dot, std::set<Dot>> following; // by the record that decides
    for (const RecordType& type : m_catalogue->schema().types()) {
        if (type.isRestricted) continue;
        const auto read = m_catalogue->forEach(m_space, type, [&](const Component& component) {
            const RecordReader record(component, type);
            if (type.isAlwaysPublished || saysPublic(record)) m_published.insert(record.id());
            if (!type.publishedWith.empty())
                if (const auto decides = record.reference(type.publishedWith))
                    following[m_catalogue->canonical(*decides)].insert(record.id());
            return true;
        });
        if (!read) return read.fault();
    }
    // A record follows one that may itself follow another: an update its commitment, that its agreement.
    std::vector<Dot> reached(m_published.begin(), m_published.end());
    while (!reached.empty()) {
        const Dot record = reached.back();
        reached.pop_back();
        for (const Dot& follower : following[record])
            if (m_published.insert(follower).second) reached.push_back(follower);
    }
    return std::nullopt;
}

Result<std::vector<PublishedRecord>, ReplicaFault> Publisher::records(const RecordType& type, Language language) const {
    std::vector<PublishedRecord> records;
    if (type.isRestricted) return records;
    const CatalogueNames all(*m_catalogue, m_space);
    const PublishedNames names(*this, all);
    const RecordViews views(m_catalogue->replica(), m_catalogue->schema(), names, language);
    const auto read = m_catalogue->forEach(m_space, type, [&](const Component& component) {
        if (isPublished(component.id())) records.push_back(publicPart(type, views.of(component)));
        return true;
    });
    if (!read) return Failure{read.fault()};
    std::sort(records.begin(), records.end(), [&](const PublishedRecord& a, const PublishedRecord& b) {
        return m_catalogue->keyText(a.view.id) < m_catalogue->keyText(b.view.id);
    });
    return records;
}

std::vector<std::vector<std::string>> publishedTable(const RecordType& type,
                                                     const std::vector<PublishedRecord>& records, Language language) {
    std::vector<const Field*> fields;
    for (const Field& field : type.fields)
        if (field.publication == Publication::Public) fields.push_back(&field);
    std::vector<std::vector<std::string>> rows{{}};
    for (const Field* field : fields)
        rows.front().push_back(field->label.in(language));
    for (const PublishedRecord& record : records) {
        std::vector<std::string> row;
        for (const Field* field : fields)
            row.push_back(shownIn(record.view.find(field->name)));
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<std::string, ReplicaFault> publishedJson(const Publisher& publisher, const Schema& schema, Day asOf) {
    Json types = Json::object(), records = Json::object();
    for (const RecordType& type : schema.types()) {
        const auto published = publisher.records(type, Language::Spanish);
        if (!published) return Failure{published.fault()};
        if (published->empty()) continue;
        types[type.name] = typeJson(type);
        for (const PublishedRecord& record : *published)
            records[type.name].push_back(recordJson(record));
    }
    const Json json{
        {"format", "puente-publication-1"}, {"as_of", formatDay(asOf)}, {"types", types}, {"records", records}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace puente
