#pragma once

#include "client/domain/calendar.h"
#include "client/domain/follow_up/record_scan.h"

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

    bool isGovernment() const { return kind == "government"; }
    bool isCivilSociety() const { return kind == "civil_society"; }
};

/// An organisation on record.
struct OrganizationRecord {
    Dot record;
    std::string name, nameEn, acronym, network;
    std::vector<std::string> aliases = {};
    std::string country = {}; ///< ISO 3166; empty for none
    std::string kind = {};    ///< government, civil_society, secretariat, international; empty for none
    std::optional<Day> from, to;

    bool isGovernment() const { return kind == "government"; }
    bool isValidOn(Day day) const { return isWithin(day, from, to); }
    /// By its name, English name or an alias. Not by its acronym: those are the same in more than one country.
    bool isCalled(std::string_view text) const;
};

/// The organisations of a space, and whom a text means by one of their names: name, English name, alias or acronym;
/// upper case and accents do not count. Made once, for the records there are then.
class Organizations {
public:
    Organizations() = default; ///< knows nobody
    static Result<Organizations, ReplicaFault> read(const Catalogue& catalogue, const SpaceId& space);

    /// By name.
    const std::vector<OrganizationRecord>& all() const { return m_all; }
    const OrganizationRecord* of(const Dot& record) const;
    /// The one that answers to this name; nothing when several do.
    const OrganizationRecord* named(std::string_view text) const;
    std::vector<const OrganizationRecord*> allNamed(std::string_view text) const;
    /// The one that a field names, as a record or in words.
    const OrganizationRecord* in(const Catalogue& catalogue, const RecordReader& record, std::string_view field) const;
    /// True when one of the names in "Cancillería; INM y OIM" is this organisation's.
    bool names(std::string_view responsible, const OrganizationRecord& organization) const;
    /// True when one of them may be another name of the office that is called so, on record or not.
    bool namesOffice(std::string_view responsible, std::string_view office) const;
    /// True when one of those names is any organisation's.
    bool namesAny(std::string_view responsible) const;

    /// What is known of the office that is called so; of several namesakes what they agree in.
    OfficeProfile profileOf(std::string_view office) const;
    /// True for two names of one organisation, whether it is on record or not.
    bool areSame(std::string_view one, std::string_view other) const;

private:
    std::vector<const OrganizationRecord*> namedIn(std::string_view responsible) const;

    std::vector<OrganizationRecord> m_all;
    std::map<std::string, std::vector<std::size_t>> m_byName; // folded
    std::map<Dot, std::size_t> m_byRecord;
};

} // namespace puente
