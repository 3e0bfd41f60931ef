#include "client/core/voices.h"

#include "client/core/replica_notice.h"
#include "client/core/text.h"

namespace puente {

namespace {

std::string kindText(std::string_view kind) {
    if (kind == "government") return Text::tr("a government office");
    if (kind == "civil_society") return Text::tr("a civil-society office");
    if (kind == "secretariat") return Text::tr("a secretariat");
    return Text::tr("an international body");
}

Notice notice(const OfficeProfile& own, Voice voice, Standing standing, const std::string& country,
              const std::string& organization) {
    switch (standing) {
    case Standing::WrongCountry:
        return {ExitCode::Refused,
                Text::tr("A government reports for its own country only; this is the word of %1.").arg(country),
                own.name, Text::tr("The government of %1 writes it from its own office.").arg(country)};
    case Standing::WrongOffice:
        return {
            ExitCode::Refused, Text::tr("Only %1 answers in its own name.").arg(organization), own.name,
            Text::tr("%1 writes it from its own office; a note or a link may be added from here.").arg(organization)};
    default: break;
    }
    if (voice == Voice::Government)
        return {ExitCode::Refused,
                Text::tr("The status is the government's word, and this is %1.").arg(kindText(own.kind)), own.name,
                own.kind == "civil_society"
                    ? Text::tr("Write your own: puente commitment assess COMMITMENT STATUS --reason TEXT")
                    : Text::tr("The government of the country writes it from its own office.")};
    return {ExitCode::Refused,
            Text::tr("The assessment is civil society's word, and this is %1.").arg(kindText(own.kind)), own.name,
            own.kind == "government" ? Text::tr("Write your own: puente commitment report COMMITMENT STATUS")
                                     : Text::tr("A civil-society office writes it from its own office.")};
}

} // namespace

Outcome<Organizations> organizationsOf(const Records& records) {
    auto organizations = Organizations::read(records.catalogue(), records.space());
    if (!organizations) return Failure{noticeOf(organizations.fault())};
    return std::move(*organizations);
}

OfficeProfile ownProfile(const Workspace& workspace) {
    const Office& office = workspace.office();
    return {office.organization, std::string(wordOf(office.kind)), office.country};
}

std::optional<Notice> silenced(const Records& records, const RecordType& type, std::string_view field,
                               const std::string& country, const std::string& organization) {
    const Voice voice = voiceOf(type, field);
    if (voice == Voice::Anybody) return std::nullopt;
    const OfficeProfile own = ownProfile(records.workspace());
    const auto organizations = organizationsOf(records);
    if (!organizations) return organizations.fault();
    const Standing standing = standingOf(own, voice, country, organization, *organizations);
    if (standing == Standing::Own || standing == Standing::Unknown) return std::nullopt;
    return notice(own, voice, standing, country, organization);
}

std::optional<Notice> silenced(const Records& records, const Edit& edit, const RecordType& type) {
    const auto resulting = [&](std::string_view name) -> std::optional<Value> {
        const Field* field = type.field(name);
        return field ? edit.resulting(field->number) : std::nullopt;
    };
    std::string country, organization;
    if (const auto value = resulting("country"))
        if (const auto* symbol = std::get_if<Symbol>(&*value))
            if (const Enumerator* known = type.field("country")->enumerator(symbol->number)) country = known->name;
    if (const auto value = resulting("organization"))
        if (const auto* text = std::get_if<std::string>(&*value)) organization = *text;
    for (const Operation& operation : edit.operations())
        if (const Field* field = type.field(operation.field))
            if (auto notice = silenced(records, type, field->name, country, organization)) return notice;
    return std::nullopt;
}

std::string foreignMark(const Organizations& organizations, const Author& author, Voice voice, std::string_view country,
                        std::string_view organization) {
    const OfficeProfile profile = organizations.profileOf(author.organization);
    const std::string name =
        author.organization.empty() ? std::string(Text::tr("an unknown office")) : author.organization;
    switch (standingOf(profile, voice, country, organization, organizations)) {
    case Standing::Own:
    case Standing::Unknown: return {};
    case Standing::WrongKind: return Text::tr("written by %1, %2").arg(name).arg(kindText(profile.kind));
    case Standing::WrongCountry: return Text::tr("written by %1, of %2").arg(name).arg(profile.country);
    case Standing::WrongOffice: return Text::tr("written by %1").arg(name);
    }
    return {};
}

} // namespace puente
