#include "client/core/find_record.h"

#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/follow_up/organizations.h"

namespace puente {

Outcome<Dot> findOf(const Records& records, const char* typeName, std::string_view text) {
    const std::vector<std::string> types{typeName};
    const std::vector<Dot> found = records.catalogue().find(records.space(), types, text);
    if (found.size() == 1) return found.front();
    if (found.empty() && types.front() == "organization") {
        const auto organizations = Organizations::read(records.catalogue(), records.space());
        if (!organizations) return Failure{noticeOf(organizations.fault())};
        if (const OrganizationRecord* organization = organizations->named(text)) return organization->record;
    }
    const auto any = records.find(text);
    if (!any) return Failure{any.fault()};
    const auto type = records.type(typeName);
    if (!type) return Failure{type.fault()};
    return Failure{usageNotice(Text::tr("“%1” is not of the type “%2”.").arg(text).arg((*type)->label.in(language())),
                               Text::tr("“puente list %1” shows those there are.").arg(typeName))};
}

} // namespace puente
