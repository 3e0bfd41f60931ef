#include "client/core/directory.h"

#include "client/core/act.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/day_text.h"
#include "client/domain/value_text.h"

namespace puente {

namespace {

constexpr std::size_t kNameWidth = 48, kWideWidth = 60;

Sheet organizationsSheet(const std::vector<OrganizationRecord>& organizations) {
    Sheet sheet{.name = "organizations",
                .title = Text::tr("Organisations"),
                .columns = {{"country", Text::tr("COUNTRY")},
                            {"name", Text::tr("NAME"), kNameWidth},
                            {"acronym", Text::tr("ACRONYM")},
                            {"kind", Text::tr("KIND")},
                            {"network", Text::tr("NETWORK"), kNameWidth},
                            {"aliases", Text::tr("OTHER NAMES"), kWideWidth},
                            {"valid_from", ""},
                            {"valid_to", Text::tr("UNTIL")}}};
    for (const OrganizationRecord& one : organizations)
        sheet.rows.push_back({one.country,
                              one.name,
                              one.acronym,
                              {one.kind, labelOf("organization", "kind", one.kind)},
                              one.network,
                              joined(one.aliases, "; "),
                              Cell::day(one.from),
                              Cell::day(one.to)});
    return sheet;
}

Sheet focalPointsSheet(const std::vector<FocalPoint>& points) {
    Sheet sheet{.name = "focal_points",
                .title = Text::tr("Focal points"),
                .columns = {{"country", Text::tr("COUNTRY")},
                            {"organization", Text::tr("ORGANISATION"), kNameWidth},
                            {"standing", Text::tr("STANDING")},
                            {"name", Text::tr("NAME"), kNameWidth},
                            {"position", Text::tr("POSITION"), kNameWidth},
                            {"contact", Text::tr("CONTACT"), kWideWidth},
                            {"from", Text::tr("FROM")},
                            {"to", Text::tr("UNTIL")}}};
    for (const FocalPoint& point : points)
        sheet.rows.push_back({point.country,
                              point.organization,
                              {point.standing, labelOf("focal_point", "standing", point.standing)},
                              point.name,
                              point.position,
                              point.contact,
                              Cell::day(point.from),
                              Cell::day(point.to)});
    return sheet;
}

Sheet spacesSheet(const std::vector<NationalSpace>& spaces) {
    Sheet sheet{.name = "national_spaces",
                .title = Text::tr("National spaces"),
                .columns = {{"country", Text::tr("COUNTRY")},
                            {"name", Text::tr("NAME"), kNameWidth},
                            {"side", Text::tr("SIDE")},
                            {"calendar", Text::tr("CALENDAR"), kWideWidth},
                            {"contact", Text::tr("CONTACT"), kWideWidth},
                            {"members", Text::tr("MEMBERS"), kWideWidth}}};
    for (const NationalSpace& space : spaces)
        sheet.rows.push_back({space.country,
                              space.name,
                              {space.side, labelOf("national_space", "side", space.side)},
                              space.calendar,
                              space.contact,
                              joined(space.members, "; ")});
    return sheet;
}

} // namespace

std::string labelOf(const char* typeName, const char* fieldName, std::string_view name) {
    const RecordType* type = Schema::builtIn().type(typeName);
    const Field* field = type ? type->field(fieldName) : nullptr;
    const Enumerator* enumerator = field && !name.empty() ? findEnumerator(*field, name) : nullptr;
    return enumerator ? enumerator->label.in(language()) : std::string(name);
}

Sheet termsSheet(const std::vector<TermSpan>& terms) {
    Sheet sheet{.name = "terms",
                .title = Text::tr("Offices and their terms"),
                .columns = {{"role", Text::tr("FUNCTION")},
                            {"holder", Text::tr("HOLDER"), kNameWidth},
                            {"country", Text::tr("COUNTRY")},
                            {"from", Text::tr("FROM")},
                            {"to", Text::tr("UNTIL")}}};
    for (const TermSpan& term : terms)
        sheet.rows.push_back({{term.role, labelOf("term", "role", term.role)},
                              term.holderName,
                              term.country,
                              Cell::day(term.from),
                              Cell::day(term.to)});
    return sheet;
}

std::vector<Sheet> directorySheets(const Directory& directory) {
    return {organizationsSheet(directory.organizations), focalPointsSheet(directory.focalPoints),
            termsSheet(directory.terms), spacesSheet(directory.spaces)};
}

Outcome<TermWritten> beginTerm(Records& records, const NewTerm& term) {
    const auto terms = termsOf(records.catalogue(), records.space(), language());
    if (!terms) return Failure{noticeOf(terms.fault())};
    const auto organizations = Organizations::read(records.catalogue(), records.space());
    if (!organizations) return Failure{noticeOf(organizations.fault())};
    const OrganizationRecord* holder = organizations->of(term.holder);
    const std::string country = term.country.empty() && holder ? holder->country : term.country;
    const Succession succession = succeed(*terms, term.role, term.holder, country, term.from);
    if (succession.obstacle)
        return Failure{Notice{ExitCode::DataInvalid,
                              Text::tr("A term of that office begins on %1 already: %2.")
                                  .arg(formatDay(*succession.obstacle->from))
                                  .arg(succession.obstacle->holderName),
                              labelOf("term", "role", term.role),
                              Text::tr("Nothing was changed. Correct that one with “puente set %1 from=DAY”.")
                                  .arg(handleOf(succession.obstacle->record, records.workspace().replica().logs()))}};
    Act act(records);
    for (const TermSpan& ended : succession.ended)
        if (auto done = act.set(ended.record, {}, {{"to", Day{term.from.number - 1}}}); !done)
            return Failure{done.fault()};
    std::vector<Assignment> texts{given("role", term.role)};
    if (!country.empty()) texts.push_back(given("country", country));
    Act::Values values{{"holder", Reference{term.holder}}, {"from", term.from}};
    if (term.to) values.emplace_back("to", *term.to);
    const auto entered = act.add("term", texts, values);
    if (!entered) return Failure{entered.fault()};
    if (const auto done = act.commit(); !done) return Failure{done.fault()};
    return TermWritten{act.entered(*entered), succession.ended};
}

Outcome<std::string> roleNamed(std::string_view text) {
    const Field& field = *Schema::builtIn().type("term")->field("role");
    if (const Enumerator* enumerator = findEnumerator(field, text)) return enumerator->name;
    std::string names;
    for (const Enumerator& enumerator : field.enumerators)
        names += (names.empty() ? "" : ", ") + enumerator.name;
    return Failure{usageNotice(Text::tr("There is no office “%1”.").arg(text), Text::tr("There are: %1").arg(names))};
}

} // namespace puente
