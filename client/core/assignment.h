#pragma once

#include "client/core/notice.h"
#include "client/domain/catalogue.h"
#include "client/domain/edit.h"

#include <string>
#include <string_view>
#include <vector>

namespace puente {

/// What somebody wants a field to hold: "due=2026-12-01", "themes+=trata", "themes-=trata", "due=" for nothing.
struct Assignment {
    enum class Kind { Set, Add, Remove };

    std::string field;
    Kind kind = Kind::Set;
    std::string value;
    std::vector<std::string> elements = {}; ///< of a set, when they are given one by one instead of in `value`
};

Outcome<Assignment> assignmentFromText(std::string_view text);

/// Puts an assignment into an edit of a record of this type. Text in a field for dates or records is kept as the text
/// it is, and `remarks` says so; what is no value of a choice or no number is refused.
Outcome<Done> apply(const Assignment& assignment, const RecordType& type, const RecordNames& names, Language language,
                    Edit& edit, std::vector<std::string>& remarks);

/// The field of that name; or what fields there are.
Outcome<const Field*> findField(const RecordType& type, std::string_view name, Language language);

} // namespace puente
