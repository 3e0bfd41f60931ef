#pragma once

#include "common/base/result.h"
#include "sync/model/value.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace puente {

/// The languages in which everything that people see exists.
enum class Language : std::uint8_t { Spanish, English };

/// One text in each language.
struct Wording {
    std::string spanish;
    std::string english;

    const std::string& in(Language language) const { return language == Language::Spanish ? spanish : english; }
};

/// What a field is meant to hold. The kind belongs to the values: a date that nobody could interpret is kept as text.
/// A term is a day or the text of a due date that readTerm() can make something of.
enum class FieldKind : std::uint8_t { Text, Integer, Date, Symbol, Reference, Term };

/// Who may be shown a field outside its space: anybody, the members of other spaces that a record is exported for, or
/// nobody, whatever the record says of itself.
enum class Publication : std::uint8_t { Public, Members, None };

/// One of the values that a symbol field offers. Numbers are stored and never reused; names are for machines, labels
/// for people, and `accepts` holds further spellings that are understood.
struct Enumerator {
    std::uint32_t number = 0;
    std::string name;
    Wording label;
    std::vector<std::string> accepts;
    bool closes = false; ///< whatever has this status is no longer waited for
};

/// A field that says the same as another one in another language: title_es and title_en are both "title".
struct Translation {
    std::string of;
    Language language = Language::Spanish;
};

/// A field that must be filled in when another one has one of some values: a refusal needs its reason.
struct Requirement {
    std::string field;
    std::vector<std::string> values; ///< names of enumerators
};

struct Field {
    std::uint32_t number = 0; ///< stored; never reused; from kFirstSchemaField
    std::string name;         ///< for machines, the command line and column heads
    FieldKind kind = FieldKind::Text;
    bool isSet = false;
    bool required = false; ///< a record without it cannot be created by hand or by import
    Wording label;
    Wording help;
    std::vector<Enumerator> enumerators; ///< Symbol only
    std::vector<std::string> refersTo;   ///< Reference only: names of types; none means any
    std::optional<std::int64_t> minimum; ///< Integer only
    std::optional<std::int64_t> maximum; ///< Integer only
    std::string unit;                    ///< Integer only: may follow the digits, such as %
    int decimals = 0;                    ///< Integer only: what is stored is the number times 10 to the power of this
    bool isSealed = false; ///< its values are sealed under a key of the record's own, so that they can be erased
    std::optional<Requirement> requiredWhen;
    std::optional<Translation> translation;
    std::vector<std::string> columns; ///< further column heads that mean this field in a file
    Publication publication = Publication::Members;

    const Enumerator* enumerator(std::uint32_t symbol) const;
};

/// How people call a record of this type in a text: "XIX CRM" is "{} CRM" and leads to the natural keys that begin with
/// "vice_ministerial|XIX".
struct SpokenName {
    std::string before;
    std::string after;
    std::string keyBefore;
};

/// What is worked out from a record on a given day and never stored.
struct ComputedField {
    std::string name;
    Wording label;
    Wording help;
};

struct RecordType {
    std::uint32_t number = 0; ///< stored; never reused
    std::string name;
    Wording label;
    Wording plural;
    Wording help;
    std::vector<Field> fields;           ///< in the order in which people see them
    std::vector<std::string> naturalKey; ///< names of the fields that tell one record from another, outside the program
    std::vector<SpokenName> spokenNames;
    std::vector<std::string> title; ///< names of the fields that a list shows to tell what a record is about
    std::vector<ComputedField> computed;
    std::vector<std::pair<std::string, std::string>> order; ///< of two days the first must not be the later one
    bool isAlwaysPublished = false; ///< its public fields are no secret, such as that an organisation exists
    std::string publishedWith;      ///< name of the field whose record decides whether one of this type is published
    bool isRestricted = false;      ///< records of this type belong in restricted spaces only

    const Field* field(std::string_view fieldName) const;
    const Field* field(std::uint32_t fieldNumber) const;
    /// The field of that name, or for a name that stands for its translations ("title") the one in this language.
    const Field* field(std::string_view fieldName, Language language) const;
};

enum class SchemaFault {
    NotJson,         ///< a document cannot be read
    WrongShape,      ///< a member is missing, or is of another type than it should be
    UnknownName,     ///< something refers to a name that nothing has
    DuplicateName,   ///< two things of the same kind have the same name
    DuplicateNumber, ///< two things of the same kind have the same number
    NumberReserved,  ///< a field number below kFirstSchemaField, or a zero
};

/// Which record types there are and what they hold: read from data, and the one source that validation, import,
/// export, lists, forms and documentation derive from. The rules for changing it: docs/decisions/0060.
class Schema {
public:
    /// The schema this program was built with: client/domain/schema/*.json.
    static const Schema& builtIn();

    /// Reads documents shaped like those.
    static Result<Schema, SchemaFault> load(std::span<const std::string_view> documents);

    std::uint32_t version() const { return m_version; }
    const std::vector<RecordType>& types() const { return m_types; } ///< ascending by number
    const RecordType* type(std::string_view name) const;
    const RecordType* type(std::uint32_t number) const;

private:
    std::uint32_t m_version = 0;
    std::vector<RecordType> m_types;
};

} // namespace puente
