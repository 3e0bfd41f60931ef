#pragma once

#include "client/domain/component.h"
#include "client/domain/record_names.h"
#include "client/domain/schema.h"
#include "sync/replica/replica.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace puente {

/// Records that are not joined but have the same natural key: two offices entered the same thing.
struct Duplicates {
    const RecordType* type = nullptr;
    std::string key;
    std::vector<Dot> records; ///< at least two, in the order of comesBefore()
};

/// What makes records quick to find: natural keys, joins, and all words, in tables of the replica's own file.
///
/// The tables follow the replica's index queue, batch by batch, and can always be made again; everything asked here is
/// answered from what was indexed so far, so call index() first. Tables: docs/decisions/0064.
class Catalogue {
public:
    /// Both must outlive the catalogue. Makes the tables if they are missing or of another version.
    static Result<std::unique_ptr<Catalogue>, ReplicaFault> open(Replica& replica, const Schema& schema);
    /// Has the next opening make them again, whatever they hold.
    static Result<Done, SqlFault> forget(Database& database);

    /// Takes at most `most` records off the queue, in one transaction. True if more are waiting.
    Result<bool, ReplicaFault> indexSome(std::size_t most = 2000);
    /// Until none is waiting.
    Result<Done, ReplicaFault> index();

    const Replica& replica() const { return m_replica; }
    const Schema& schema() const { return m_schema; }

    /// The record and whatever was joined to it; nothing if there is no such record.
    Result<std::optional<Component>, ReplicaFault> component(const Dot& record) const;
    /// The id under which the record is seen: its own, or that of the component it was joined into.
    Dot canonical(const Dot& record) const;
    /// Calls with each record of a type, joined ones once and deleted ones not at all. Stops when told false.
    Result<Done, ReplicaFault> forEach(const SpaceId& space, const RecordType& type,
                                       const std::function<bool(const Component&)>& visit) const;

    /// The records with this natural key, as keyText() makes it; upper case and accents do not count.
    std::vector<Dot> findByKey(const SpaceId& space, const RecordType& type, std::string_view key) const;
    /// See RecordNames::find().
    std::vector<Dot> find(const SpaceId& space, std::span<const std::string> types, std::string_view text) const;
    /// The natural key of a record: the machine texts of its parts, divided by '|'. Empty if all of them are.
    std::string keyText(const Dot& record) const;
    /// Records that `text` is found in: every word, the last one, from three letters, also as the beginning of a longer
    /// one; best first, or the newest first if there are thousands.
    std::vector<Dot> search(const SpaceId& space, std::string_view text, std::size_t most) const;
    std::vector<Duplicates> duplicates(const SpaceId& space) const;
    /// The records of the space that refer to this one: the commitments and updates of an agreement, the comments on
    /// it.
    std::vector<Dot> referringTo(const Dot& record) const;

private:
    Catalogue(Replica& replica, const Schema& schema) : m_replica(replica), m_schema(schema) {}

    Result<Done, ReplicaFault> makeTables();
    Result<Done, ReplicaFault> enqueueAll();
    Result<Done, ReplicaFault> enqueue(std::int64_t record);
    Result<std::vector<Dot>, ReplicaFault> takeStale(std::size_t most);
    Result<Done, ReplicaFault> indexRecord(const Dot& record);
    Result<Done, ReplicaFault> indexReferences(const Dot& record, const RecordState* state);
    Result<Done, ReplicaFault> indexWords(const Dot& record, const RecordState* state);
    Result<Done, ReplicaFault> indexKey(const Dot& record, const RecordState* state);
    std::int64_t spaceNumber(const SpaceId& space) const;
    std::string keyFrom(const Component& component, const RecordType& type, int depth) const;
    std::string keyText(const Dot& record, int depth) const;
    std::vector<Dot> joinedTo(const Dot& record) const;
    std::vector<Dot> withKeyBetween(const SpaceId& space, const RecordType& type, std::string_view first,
                                    std::string_view last) const;
    std::vector<Dot> canonicalOnce(std::vector<Dot> records) const;
    std::vector<Dot> findWhole(const SpaceId& space, const RecordType& type, std::string_view text) const;
    std::vector<Dot> findByBeginning(const SpaceId& space, const RecordType& type, std::string_view text) const;
    std::vector<Dot> findByHandle(const SpaceId& space, std::span<const std::string> types,
                                  std::string_view text) const;

    Replica& m_replica;
    const Schema& m_schema;
};

/// How records of one space are called in text. The catalogue must outlive it.
class CatalogueNames final : public RecordNames {
public:
    CatalogueNames(const Catalogue& catalogue, const SpaceId& space) : m_catalogue(catalogue), m_space(space) {}

    std::vector<Dot> find(std::span<const std::string> types, std::string_view text) const override;
    std::string nameOf(const Dot& record) const override;
    std::string titleOf(const Dot& record, Language language) const override;

private:
    const Catalogue& m_catalogue;
    SpaceId m_space;
    mutable int m_depth = 0; // titles may name records whose titles name records
};

/// One part of a natural key, so that it can be told from its neighbours.
std::string escapedKeyPart(std::string_view part);
inline constexpr char kKeyDivider = '|';

} // namespace puente
