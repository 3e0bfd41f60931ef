#include "client/domain/follow_up/organizations.h"

#include "client/domain/fold.h"

#include <algorithm>
#include <array>

namespace puente {

namespace {

OrganizationRecord organizationFrom(const RecordReader& record) {
    return {.record = record.id(),
            .name = record.text("name"),
            .nameEn = record.text("name_en"),
            .acronym = record.text("acronym"),
            .network = record.text("network"),
            .aliases = texts(record, "aliases"),
            .country = std::string(record.symbol("country")),
            .kind = std::string(record.symbol("kind")),
            .from = record.day("valid_from"),
            .to = record.day("valid_to")};
}

/// "A; B y C" in its parts; the whole comes first, since a name may hold an "y" itself.
std::vector<std::string> partsOf(std::string_view text) {
    constexpr std::array<std::string_view, 5> kDividers{";", ",", "/", " y ", " and "};
    std::vector<std::string> parts{std::string(text)};
    for (const std::string_view divider : kDividers) {
        const std::vector<std::string> before = parts;
        for (const std::string& part : before) {
            std::size_t begin = 0;
            if (part.find(divider) == std::string::npos) continue;
            for (auto at = part.find(divider);; at = part.find(divider, begin)) {
                parts.push_back(part.substr(begin, at == std::string::npos ? at : at - begin));
                if (at == std::string::npos) break;
                begin = at + divider.size();
            }
        }
    }
    return parts;
}

} // namespace

Result<Organizations, ReplicaFault> Organizations::read(const Catalogue& catalogue, const SpaceId& space) {
    Organizations book;
    const auto done = scan(catalogue, space, "organization",
                           [&](const RecordReader& record) { book.m_all.push_back(organizationFrom(record)); });
    if (!done) return Failure{done.fault()};
    std::stable_sort(
        book.m_all.begin(), book.m_all.end(),
        [](const OrganizationRecord& a, const OrganizationRecord& b) { return fold(a.name) < fold(b.name); });
    for (std::size_t i = 0; i < book.m_all.size(); ++i) {
        const OrganizationRecord& organization = book.m_all[i];
        std::vector<std::string> names = organization.aliases;
        names.insert(names.end(), {organization.name, organization.nameEn, organization.acronym});
        for (const std::string& name : names) {
            std::vector<std::size_t>& found = book.m_byName[fold(name)];
            if (!name.empty() && (found.empty() || found.back() != i)) found.push_back(i);
        }
        book.m_byRecord[organization.record] = i;
    }
    return book;
}

const OrganizationRecord* Organizations::of(const Dot& record) const {
    const auto found = m_byRecord.find(record);
    return found == m_byRecord.end() ? nullptr : &m_all[found->second];
}

const OrganizationRecord* Organizations::named(std::string_view text) const {
    const auto found = m_byName.find(fold(text));
    return found == m_byName.end() || found->second.size() != 1 ? nullptr : &m_all[found->second.front()];
}

const OrganizationRecord* Organizations::in(const Catalogue& catalogue, const RecordReader& record,
                                            std::string_view field) const {
    if (const auto referred = target(catalogue, record, field)) return of(*referred);
    return named(record.text(field));
}

std::vector<const OrganizationRecord*> Organizations::namedIn(std::string_view responsible) const {
    std::vector<const OrganizationRecord*> found;
    for (const std::string& part : partsOf(responsible))
        if (const OrganizationRecord* organization = named(part)) found.push_back(organization);
    return found;
}

bool Organizations::names(std::string_view responsible, const OrganizationRecord& organization) const {
    const auto found = namedIn(responsible);
    return std::find(found.begin(), found.end(), &organization) != found.end();
}

bool Organizations::namesAny(std::string_view responsible) const {
    return !namedIn(responsible).empty();
}

} // namespace puente
