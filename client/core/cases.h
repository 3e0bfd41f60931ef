#pragma once

#include "client/core/records.h"
#include "client/domain/calendar.h"
#include "client/domain/case_count.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace puente {

/// Cases (denuncias and what is like them) of one restricted space.
///
/// Everything that is told in a case is sealed under a key of its own: outside the code, its status and that key's id,
/// nothing of it stands readable in any file of a replica, no index holds a word of it, and deleting the key deletes
/// the case on every replica that hears of it. All methods refuse a space that is not restricted.
class Cases {
public:
    static Outcome<Cases> in(Records& records);

    struct New {
        std::string kind; ///< name or label of an enumerator
        std::vector<Assignment> fields;
    };
    /// Reads what is told in a case from a text of lines "field: value", each field by its name or either label;
    /// further lines belong to the field above them. Nothing of a case is ever given on a command line, which others
    /// can see.
    static Outcome<New> read(std::string_view text);
    /// Enters a case under a new key and gives its receipt code.
    Outcome<std::string> open(const New& wanted);

    /// The case of that receipt code; dashes and capitals do not count.
    Outcome<Dot> find(std::string_view code) const;
    Outcome<RecordView> view(const Dot& record) const { return m_records->view(record); }
    /// Cases in which all these words stand, in any field or follow-up; none for all of them. Opened one by one, since
    /// no index may know their words. By receipt code.
    Outcome<std::vector<RecordView>> search(std::string_view words) const;
    /// What was noted about a case, in order.
    Outcome<std::vector<RecordView>> followUps(const Dot& record) const;
    Outcome<std::vector<RecordView>> referrals(const Dot& record) const;

    Outcome<Done> setStatus(const Dot& record, std::string_view status);
    Outcome<Done> follow(const Dot& record, const std::string& text, Day day);

    /// Copies a case, with what was noted about it, into another restricted space of this device, under a key of that
    /// space and the same receipt code; here a referral says so. Twice copies nothing more.
    Outcome<Done> refer(const Dot& record, Records& target, const std::string& reason, Day day);

    /// Erases the key of a case and what stands in clear of it. The code, and that it was deleted, stay.
    Outcome<Done> erase(const Dot& record);
    Outcome<ErasureStatus> erasureOf(const Dot& record) const;

    /// How many cases of each kind (name of the enumerator) were received in a quarter; deleted ones are not counted,
    /// for nobody knows any more when they came.
    Outcome<std::map<std::string, std::size_t>> countsIn(const Quarter& quarter) const;

private:
    explicit Cases(Records& records) : m_records(&records) {}
    Outcome<std::vector<RecordView>> belongingTo(const Dot& record, const char* type) const;
    const RecordType& type(const char* name) const { return *m_records->catalogue().schema().type(name); }
    Outcome<Done> copyInto(Cases& there, const Dot& record, const std::string& remark, Day day) const;
    Outcome<ErasableId> keyOf(const Dot& record) const;
    Outcome<Done> mustBeOpen(const Dot& record) const;

    Records* m_records; // not owned
};

/// The name of the status of a case that was deleted.
inline constexpr const char* kCaseDeleted = "deleted";

/// Writes counts, as countsIn() gives them, into another space, but for those below kCaseCountMin; what stands there
/// already is corrected. How many were written.
Outcome<std::size_t> shareCounts(Records& target, const Quarter& quarter,
                                 const std::map<std::string, std::size_t>& counts);

} // namespace puente
