#include "client/core/cases.h"

#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/day_text.h"
#include "client/domain/sealed_field.h"
#include "client/domain/value_text.h"

#include <algorithm>
#include <set>

namespace puente {

namespace {

/// The fields of a view as assignments, but for those that a copy has of its own.
std::vector<Assignment> assignmentsOf(const RecordView& view, const std::set<std::string_view>& left) {
    std::vector<Assignment> assignments;
    for (const FieldView& field : view.fields)
        if (field.field && !left.contains(field.name))
            assignments.push_back({field.name, Assignment::Kind::Set, field.values.front().machine});
    return assignments;
}

} // namespace

Outcome<Done> Cases::copyInto(Cases& there, const Dot& record, const std::string& remark, Day day) const {
    Records& target = *there.m_records;
    const auto seen = view(record);
    const auto notes = followUps(record);
    if (!seen || !notes) return Failure{!seen ? seen.fault() : notes.fault()};
    const auto key = target.workspace().replica().createErasableKey(target.space());
    if (!key) return Failure{writeNotice(target.workspace().replica(), target.space(), key.fault())};
    std::vector<Assignment> fields = assignmentsOf(*seen, {"key", "status"});
    fields.push_back({"key", Assignment::Kind::Set, keyText(*key)});
    fields.push_back({"status", Assignment::Kind::Set, "received"});
    const auto added = target.add(type("case"), fields);
    if (!added) return Failure{added.fault()};
    for (const RecordView& note : *notes) {
        std::vector<Assignment> copied = assignmentsOf(note, {"case"});
        copied.push_back({"case", Assignment::Kind::Set, target.names().nameOf(added->record)});
        if (const auto put = target.add(type("case_follow_up"), copied); !put) return Failure{put.fault()};
    }
    return there.follow(added->record, remark, day);
}

Outcome<Done> Cases::refer(const Dot& record, Records& target, const std::string& reason, Day day) {
    if (auto open = mustBeOpen(record); !open) return Failure{open.fault()};
    auto there = Cases::in(target);
    if (!there) return Failure{there.fault()};
    const auto seen = view(record);
    if (!seen) return Failure{seen.fault()};
    const Replica& replica = m_records->workspace().replica();
    const std::string &from = replica.findSpace(m_records->space())->name,
                      &to = replica.findSpace(target.space())->name;

    // The copy first: if this is cut off behind it, the next try finds it there and only the referral is missing.
    if (!there->find(machineTextIn(*seen, "receipt_code")))
        if (auto copied = copyInto(*there, record, Text::tr("Referred from “%1”: %2").arg(from).arg(reason), day);
            !copied)
            return copied;
    const auto known = referrals(record);
    if (!known) return Failure{known.fault()};
    const bool isNoted = std::any_of(known->begin(), known->end(),
                                     [&](const RecordView& referral) { return machineTextIn(referral, "to") == to; });
    if (isNoted) return Done{};
    const auto added =
        m_records->add(type("referral"), {{"case", Assignment::Kind::Set, m_records->names().nameOf(record)},
                                          {"to", Assignment::Kind::Set, to},
                                          {"date", Assignment::Kind::Set, formatDay(day)},
                                          {"reason", Assignment::Kind::Set, reason}});
    if (!added) return Failure{added.fault()};
    return setStatus(record, "referred");
}

Outcome<Done> Cases::erase(const Dot& record) {
    const auto key = keyOf(record);
    if (!key) return Failure{key.fault()};
    Replica& replica = m_records->workspace().replica();
    const auto erased = replica.eraseKey(m_records->space(), *key);
    if (!erased) return Failure{writeNotice(replica, m_records->space(), erased.fault())};
    const auto component = m_records->catalogue().component(record);
    if (!component || !component->has_value()) return Failure{noticeOf(ReplicaFault::UnknownRecord)};
    const RecordType& caseType = type("case");
    Edit edit = Edit::of(**component);
    for (const Field& field : caseType.fields)
        if (field.isSealed) edit.clear(field.number);
    edit.set(caseType.field("status")->number, Symbol{findEnumerator(*caseType.field("status"), kCaseDeleted)->number});
    std::vector<Operation> operations = edit.operations();
    for (const char* name : {"case_follow_up", "referral"}) {
        const auto parts = belongingTo(record, name);
        if (!parts) return Failure{parts.fault()};
        for (const RecordView& part : *parts) {
            const auto whole = m_records->catalogue().component(part.id);
            if (!whole || !whole->has_value()) continue;
            Edit removal = Edit::of(**whole);
            removal.remove();
            operations.insert(operations.end(), removal.operations().begin(), removal.operations().end());
        }
    }
    if (operations.empty()) return Done{};
    if (const auto sequence = m_records->commit(std::move(operations)); !sequence) return Failure{sequence.fault()};
    return Done{};
}

Outcome<ErasureStatus> Cases::erasureOf(const Dot& record) const {
    const auto key = keyOf(record);
    if (!key) return Failure{key.fault()};
    auto status = m_records->workspace().replica().erasureStatus(m_records->space(), *key);
    if (!status) return Failure{noticeOf(status.fault())};
    return std::move(*status);
}

Outcome<std::size_t> shareCounts(Records& target, const Quarter& quarter,
                                 const std::map<std::string, std::size_t>& counts) {
    const RecordType& type = *Schema::builtIn().type("case_count");
    const std::string &body = target.workspace().office().organization, when = formatQuarter(quarter);
    std::size_t shared = 0;
    for (const auto& [kind, count] : counts) {
        if (count < kCaseCountMin) continue;
        const std::vector<Assignment> fields{{"quarter", Assignment::Kind::Set, when},
                                             {"kind", Assignment::Kind::Set, kind},
                                             {"organization", Assignment::Kind::Set, body},
                                             {"count", Assignment::Kind::Set, std::to_string(count)}};
        const std::string key =
            escapedKeyPart(when) + kKeyDivider + escapedKeyPart(kind) + kKeyDivider + escapedKeyPart(body);
        const std::vector<Dot> known = target.catalogue().findByKey(target.space(), type, key);
        const auto written = known.empty() ? target.add(type, fields) : target.set(known.front(), fields);
        if (!written) return Failure{written.fault()};
        ++shared;
    }
    return shared;
}

} // namespace puente
