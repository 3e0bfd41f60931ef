#pragma once

#include "client/domain/follow_up/record_scan.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace puente {

/// An organisation on record.
struct OrganizationRecord {
    Dot record;
    std::string name, nameEn, acronym, network;
    std::vector<std::string> aliases = {};
    std::string country = {}; ///< ISO 3166; empty for none
    std::string kind = {};    ///< government, civil_society, secretariat, international; empty for none
    std::optional<Day> from, to;

    bool isGovernment() const { return kind == "government"; }
    bool isValidOn(Day day) const { return (!from || *from <= day) && (!to || day <= *to); }
};

/// The organisations of a space, and whom a text means by one of their names.
class Organizations {
public:
    static Result<Organizations, ReplicaFault> read(const Catalogue& catalogue, const SpaceId& space);

    /// By name.
    const std::vector<OrganizationRecord>& all() const { return m_all; }
    const OrganizationRecord* of(const Dot& record) const;
    /// The one that answers to this name, English name, alias or acronym; upper case and accents do not count.
    /// Nothing when several do: acronyms are the same in more than one country.
    const OrganizationRecord* named(std::string_view text) const;
    /// The one that a field names, as a record or in words.
    const OrganizationRecord* in(const Catalogue& catalogue, const RecordReader& record, std::string_view field) const;
    /// True when one of the names in "Cancillería; INM y OIM" is this organisation's.
    bool names(std::string_view responsible, const OrganizationRecord& organization) const;
    /// True when one of those names is any organisation's.
    bool namesAny(std::string_view responsible) const;

private:
    std::vector<const OrganizationRecord*> namedIn(std::string_view responsible) const;

    std::vector<OrganizationRecord> m_all;
    std::map<std::string, std::vector<std::size_t>> m_byName; // folded
    std::map<Dot, std::size_t> m_byRecord;
};

} // namespace puente
