#include "client/core/extending.h"

#include "client/core/act.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/day_text.h"
#include "client/domain/fold.h"

#include <algorithm>

namespace puente {

namespace {

/// Why what people call `name` cannot be extended to `until`; nothing if it can.
std::optional<Notice> obstacle(const Deadline& now, const Value& until, const std::string& name) {
    if (now.isClosed)
        return Notice{ExitCode::DataInvalid, Text::tr("It is closed already: it needs no extension."), name,
                      Text::tr("If it is open again, change its status first.")};
    const auto* day = std::get_if<Day>(&until);
    if (day && now.day && *day <= *now.day)
        return Notice{ExitCode::DataInvalid,
                      Text::tr("%1 is not later than the term in force, %2.").arg(formatDay(*day)).arg(now.inForce),
                      name, Text::tr("Give a later day with --until.")};
    return std::nullopt;
}

std::string textOf(const Value& term) {
    if (const auto* day = std::get_if<Day>(&term)) return formatDay(*day);
    const auto* text = std::get_if<std::string>(&term);
    return text ? *text : std::string();
}

} // namespace

Outcome<Extended> extendTerm(Records& records, const ExtensionWish& wish) {
    const auto known =
        findRecord(records, wish.record, {"agreement", "commitment", "line_of_action", "proposal_response"});
    if (!known) return Failure{known.fault()};
    if (trimmed(wish.reason).empty())
        return Failure{usageNotice(Text::tr("An extension needs its reason."), Text::tr("Write it after --reason."))};
    const RecordType& type = typeNamed(records, "extension");
    Extended extended{.record = known->id(), .extension = {}, .oldDue = {}, .newDue = {}};
    const auto until = valueFrom(records, type, "new_due", wish.until, extended.remarks);
    if (!until) return Failure{until.fault()};
    const Deadline deadline = records.deadlines().of(known->reader());
    extended.oldDue = deadline.inForce;
    extended.newDue = textOf(*until);

    const std::string& office = records.workspace().office().organization;
    const std::vector<Extension> earlier = records.deadlines().extensionsOf(known->id());
    const auto same = std::find_if(earlier.begin(), earlier.end(), [&](const Extension& each) {
        return each.newDue == extended.newDue && fold(each.grantedBy) == fold(office);
    });
    if (same != earlier.end()) {
        extended.extension = same->id;
        extended.oldDue = same->oldDue;
        return extended;
    }
    if (auto notice = obstacle(deadline, *until, wish.record)) return Failure{std::move(*notice)};

    Act::Values fields{{"record", Value(Reference{known->id()})},
                       {"new_due", *until},
                       {"reason", Value(wish.reason)},
                       {"granted_by", Value(office)},
                       {"granted", Value(wish.granted.value_or(records.today()))}};
    if (!extended.oldDue.empty()) {
        const auto day = parseDay(extended.oldDue);
        fields.emplace_back("old_due", day ? Value(*day) : Value(extended.oldDue));
    }
    Act act(records);
    const Dot created = act.create(type, fields);
    if (auto done = act.commit(); !done) return Failure{done.fault()};
    extended.extension = act.entered(created);
    extended.changed = true;
    return extended;
}

} // namespace puente
