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

bool OrganizationRecord::isCalled(std::string_view text) const {
    const std::string wanted = fold(text);
    const auto fits = [&](const std::string& own) { return !own.empty() && fold(own) == wanted; };
    return fits(name) || fits(nameEn) || std::any_of(aliases.begin(), aliases.end(), fits);
}

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
            if (name.empty()) continue;
            std::vector<std::size_t>& found = book.m_byName[fold(name)];
            if (found.empty() || found.back() != i) found.push_back(i);
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
    const auto found = allNamed(text);
    return found.size() == 1 ? found.front() : nullptr;
}

std::vector<const OrganizationRecord*> Organizations::allNamed(std::string_view text) const {
    std::vector<const OrganizationRecord*> all;
    if (const auto found = m_byName.find(fold(text)); found != m_byName.end())
        for (const std::size_t at : found->second)
            all.push_back(&m_all[at]);
    return all;
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

bool Organizations::namesOffice(std::string_view responsible, std::string_view office) const {
    if (office.empty()) return false;
    const std::vector<std::string> parts = partsOf(responsible);
    return std::any_of(parts.begin(), parts.end(), [&](const std::string& part) { return areSame(part, office); });
}

bool Organizations::namesAny(std::string_view responsible) const {
    return !namedIn(responsible).empty();
}

OfficeProfile Organizations::profileOf(std::string_view office) const {
    const auto found = allNamed(office);
    if (found.empty()) return {.name = std::string(office)};
    OfficeProfile profile{found.front()->name, found.front()->kind, found.front()->country};
    for (const OrganizationRecord* other : found) {
        if (other->kind != profile.kind) profile.kind.clear();
        if (other->country != profile.country) profile.country.clear();
    }
    return profile;
}

bool Organizations::areSame(std::string_view one, std::string_view other) const {
    if (fold(one) == fold(other)) return true;
    const auto own = allNamed(one), theirs = allNamed(other);
    return std::find_first_of(own.begin(), own.end(), theirs.begin(), theirs.end()) != own.end();
}

} // namespace puente
