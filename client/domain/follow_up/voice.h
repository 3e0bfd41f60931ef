#pragma once

#include "client/domain/follow_up/organizations.h"

#include <string_view>

namespace puente {

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

/// Whether `office` speaks in its own name when it writes this field of this record. `organizations` tells apart the
/// names of the one that answers.
Standing standingOf(const OfficeProfile& office, Voice voice, std::string_view country, std::string_view organization,
                    const Organizations& organizations);

} // namespace puente
