#pragma once

#include "client/domain/catalogue.h"
#include "client/domain/due_term.h"
#include "client/domain/record_reader.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace puente {

/// How something that is due stands on a day. Never stored.
enum class Light : std::uint8_t {
    Closed,  ///< its status says that it is no longer waited for
    Overdue, ///< its last day is over
    DueSoon, ///< its last day is at most so many days away
    OnTime,  ///< there is time left
    Undated, ///< no last day can be said: there is no term, or it is not certain, or what it counts from is not known
};

/// The word for machines: "overdue", "due_soon", "on_time", "undated", "closed"; nothing for another word.
std::string_view wordOf(Light light);
std::optional<Light> lightFromWord(std::string_view word);

inline constexpr int kSoonDays = 30;

/// When one record is due.
struct Deadline {
    std::string original; ///< the term as it stands in the record; empty for none
    std::string inForce;  ///< that of the last extension, or the original one
    DueTerm term;         ///< what `inForce` means
    std::optional<Day> day;
    std::optional<Day> originalDay;
    std::size_t extensions = 0;
    bool isContested = false; ///< two extensions replace the same term: people should look
    bool isClosed = false;

    Light on(Day today, int soonDays = kSoonDays) const;
};

/// A later term that was granted for a record.
struct Extension {
    Dot id;
    std::string oldDue; ///< the term that it replaces
    std::string newDue;
    std::string reason;
    std::string grantedBy;         ///< as it is written
    std::optional<Day> granted;    ///< when
    std::optional<LiveValue> live; ///< the new term as it was written: by whom
    bool isContested = false;      ///< another one replaces the same term by another term
};

/// Works out when records of one space are due: terms, the meetings they name, extensions, and what was last reported.
///
/// It reads extensions and reports once, when it is made; the catalogue must outlive it.
class Deadlines {
public:
    Deadlines(const Catalogue& catalogue, const SpaceId& space);

    /// Of a record of any type; without a `due` or `response_due` field there is no term.
    Deadline of(const RecordReader& record) const;

    /// The last of the quarters that reports name for a record; nothing for none.
    std::optional<Day> reportedUntil(const Dot& record) const;

    /// The extensions of a record in the order of their granting; the last one is in force.
    std::vector<Extension> extensionsOf(const Dot& record) const;

private:
    void readExtensions();
    void readReports() const;
    void extend(const Dot& record, Deadline& deadline) const;
    std::optional<Day> dayOf(const DueTerm& term, const RecordReader& record) const;
    std::optional<Day> beginOf(const Dot& meeting) const;

    const Catalogue& m_catalogue;
    SpaceId m_space;
    CatalogueNames m_names;
    std::map<Dot, std::vector<Extension>> m_extensions;
    mutable std::optional<std::map<Dot, Day>> m_reported; // read when the first recurring term is met
};

/// True for "Países miembros", "Member Countries" and their like: everybody, which in practice is nobody.
bool isCollective(std::string_view responsible);

} // namespace puente
