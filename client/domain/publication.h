#pragma once

#include "client/domain/catalogue.h"
#include "client/domain/record_view.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace puente {

/// One record as everybody may see it.
struct PublishedRecord {
    const RecordType* type = nullptr;
    RecordView view;                   ///< public fields only; no field in conflict
    std::vector<std::string> heldBack; ///< names of public fields that wait for a decision
};

/// The part of a space that may be shown to everybody.
///
/// A record is published if its `visibility` says "public"; one of a type without that field if the record that it
/// belongs to is (a commitment with its agreement), or if its type always is. Of a published record only public fields
/// are shown. What refers to a record that is not published shows nothing of it, neither its title nor its key. A value
/// that waits for a decision is held back, for none of several is what the offices say. Types of restricted spaces are
/// never part of it, whatever their records say. Worked out from what was indexed when it was made; the catalogue must
/// outlive it.
class Publisher {
public:
    static Result<Publisher, ReplicaFault> of(const Catalogue& catalogue, const SpaceId& space);

    bool isPublished(const Dot& record) const { return m_published.contains(m_catalogue->canonical(record)); }
    std::size_t count() const { return m_published.size(); }

    /// Those of a type, in order of their natural keys.
    Result<std::vector<PublishedRecord>, ReplicaFault> records(const RecordType& type, Language language) const;

private:
    Publisher(const Catalogue& catalogue, const SpaceId& space) : m_catalogue(&catalogue), m_space(space) {}
    std::optional<ReplicaFault> decide();

    const Catalogue* m_catalogue; // not owned
    SpaceId m_space;
    std::set<Dot> m_published;
};

/// The published records of a type as a table: heads and values in a language, one row a record.
std::vector<std::vector<std::string>> publishedTable(const RecordType& type,
                                                     const std::vector<PublishedRecord>& records, Language language);

/// The whole publication as JSON: types with their labels and fields in both languages, records with machine texts.
Result<std::string, ReplicaFault> publishedJson(const Publisher& publisher, const Schema& schema, Day asOf);

} // namespace puente
