#pragma once

#include "client/core/records.h"
#include "client/domain/record_reader.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace puente {

/// Several records changed in one go, as one change set: all of it stands, or nothing. The records must outlive it.
class Act {
public:
    /// The names of fields and what they get; nothing empties a field.
    using Fields = std::vector<std::pair<std::string_view, std::optional<Value>>>;

    explicit Act(Records& records) : m_records(records) {}

    /// A new record. Its id is good for references within this act, and commit() makes it good for everything.
    Dot create(const RecordType& type, const Fields& fields);
    /// Changes to what is there; those that change nothing do not count.
    Outcome<Done> change(const Dot& record, const Fields& fields);

    bool isEmpty() const { return m_operations.empty(); }
    std::size_t size() const { return m_operations.size(); } ///< how many operations it has gathered
    /// Makes the change set durable and gives a record that this act created the id it has from now on.
    Outcome<Done> commit();
    Dot finalId(Dot created) const;

private:
    Records& m_records;
    std::vector<Operation> m_operations;
    std::uint32_t m_sequence = 0;
};

/// A record that is at hand, with its type.
struct KnownRecord {
    Component component;
    const RecordType* type = nullptr;
    RecordReader reader() const { return {component, *type}; }
    Dot id() const { return component.id(); }
};

/// The record of that id; nothing if it was deleted or is of a type that this version does not know.
Outcome<std::optional<KnownRecord>> readRecord(const Records& records, const Dot& record);
/// The record that people call so. Of another type than one of these it is refused with a word on what it is.
Outcome<KnownRecord> findRecord(const Records& records, std::string_view text,
                                std::initializer_list<std::string_view> types);

/// What somebody typed, as a value of a field; or why not. See apply().
Outcome<Value> valueFrom(const Records& records, const RecordType& type, std::string_view field,
                         const std::string& text, std::vector<std::string>& remarks);
/// An enumerator as a value; it must exist.
Value symbolFrom(const RecordType& type, std::string_view field, std::string_view enumerator);
/// A type of the schema that this program was built with; it must exist.
const RecordType& typeNamed(const Records& records, std::string_view name);

} // namespace puente
