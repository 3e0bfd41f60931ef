#pragma once

#include "client/domain/component.h"
#include "client/domain/record_names.h"
#include "client/domain/schema.h"
#include "sync/replica/replica.h"

#include <string>
#include <vector>

namespace puente {

/// Who wrote a value, and when.
struct Author {
    std::string organization; ///< empty if this device does not know its name
    std::string person;
    DeviceId device;
    Stamp stamp;
};

/// One value as people and machines see it.
struct ValueView {
    LiveValue live;
    std::string machine;     ///< see machineText()
    std::string display;     ///< see displayText()
    bool keptAsText = false; ///< text in a field that is meant to hold something else
    bool isErased = false;   ///< it was sealed under a key that is gone
    bool isUnknown = false;  ///< a kind of value, or an enumerator, that this version has no name for
};

struct FieldView {
    std::uint32_t number = 0;
    const Field* field = nullptr; ///< nullptr: a newer version's
    std::string name;             ///< for machines; "#17" for an unknown field
    std::string label;
    bool isSet = false;
    bool isInConflict = false;
    /// Each distinct value once, the one to show first; of a set, its elements in order of their text. `resolve`
    /// counts from 1 in this order, which is the same on every device.
    std::vector<ValueView> values;
};

/// What was worked out from a record.
struct ComputedView {
    const ComputedField* field = nullptr;
    std::string machine; ///< empty for nothing
    std::string display;
};

/// What is to be seen of one record (or of several that were joined).
struct RecordView {
    Dot id;
    SpaceId space;
    std::string handle;
    std::vector<std::string> otherHandles; ///< of the records that were joined to it
    const RecordType* type = nullptr;      ///< nullptr: a newer version's, or deleted
    std::uint32_t typeNumber = 0;          ///< 0 when deleted
    std::string title;
    bool isDeleted = false;
    bool isEditedWhileDeleted = false;
    std::vector<FieldView> fields;           ///< those that hold something, in the schema's order, unknown ones last
    std::vector<ComputedView> computed = {}; ///< in the schema's order; see Records

    const FieldView* find(std::string_view name) const;
    /// The names of the fields in conflict.
    std::vector<std::string> conflicts() const;
};

/// The machine text of a field's first value; empty for none.
std::string machineTextIn(const RecordView& view, std::string_view field);

/// Makes views of the records of one replica. All it is given must outlive it.
class RecordViews {
public:
    RecordViews(const Replica& replica, const Schema& schema, const RecordNames& names, Language language)
        : m_replica(replica), m_schema(schema), m_names(names), m_language(language) {}

    RecordView of(const Component& component) const;
    /// `type` is what to take a deleted record for.
    RecordView of(const Component& component, const RecordType* type) const;
    Author authorOf(const SpaceId& space, const LiveValue& value) const;

private:
    FieldView fieldView(const Component& component, const RecordType* type, std::uint32_t number) const;
    ValueView valueView(const SpaceId& space, const Field* field, std::uint32_t number, const LiveValue& live) const;

    const Replica& m_replica;
    const Schema& m_schema;
    const RecordNames& m_names;
    Language m_language;
};

/// The text that names a record to people, whatever its local log number is.
std::string handleOf(const Dot& record, const std::vector<LogId>& logs);

/// What a record is about, from the fields that its type names for that.
std::string titleFrom(const Component& component, const RecordType& type, Language language, const RecordNames& names);

} // namespace puente
