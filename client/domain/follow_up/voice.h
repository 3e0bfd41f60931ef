#pragma once

#include "client/domain/catalogue.h"
#include "client/domain/record_reader.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace puente {

/// An office, as far as one knows it: the names of the kinds and countries are those of the schema's enumerators.
struct OfficeProfile {
    std::string name = {};
    std::string kind = {};    ///< "government", "civil_society", …; empty if it is not known
    std::string country = {}; ///< empty if it is not known, or if it has none
};

/// What the directory of organisations says of the offices that sign. Made once, for the records there are then.
class OfficeDirectory {
public:
    OfficeDirectory() = default; ///< knows nobody
    OfficeDirectory(const Catalogue& catalogue, const SpaceId& space);

    /// The one organisation that is called so, by name, acronym or alias; of several namesakes what they agree in.
    OfficeProfile find(std::string_view name) const;
    /// Its record, if there is just one organisation that is called so.
    std::optional<Dot> recordOf(std::string_view name) const;
    /// True for two names of one organisation.
    bool areSame(std::string_view one, std::string_view other) const;

private:
    struct Entry {
        Dot record;
        OfficeProfile profile;
    };
    std::multimap<std::string, Entry> m_entries; // by folded name
};

/// Who may write a field of a record, where that is not everybody.
enum class Voice : std::uint8_t {
    Anybody,
    Government,   ///< a government, of the country that the record names
    CivilSociety, ///< an office of civil society
    Answering,    ///< the organisation that the record names
};
Voice voiceOf(const RecordType& type, std::string_view field);

/// How an office stands to a field.
enum class Standing : std::uint8_t {
    Own,          ///< it is its word
    WrongKind,    ///< it is another kind of office
    WrongCountry, ///< a government, of another country
    WrongOffice,  ///< another organisation answers
    Unknown,      ///< its kind is not known here
};

/// Whether `office` speaks in its own name when it writes this field of this record. `directory` tells apart the names
/// of the organisation that answers.
Standing standingOf(const OfficeProfile& office, Voice voice, std::string_view country, std::string_view organization,
                    const OfficeDirectory& directory);

} // namespace puente
