#include "client/core/cases.h"

#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/day_text.h"
#include "client/domain/fold.h"
#include "client/domain/sealed_field.h"
#include "client/domain/value_text.h"

#include <algorithm>

namespace puente {

namespace {

constexpr std::size_t kCodeSize = 8;  ///< bytes: 13 letters, too many to try out
constexpr std::size_t kCodeGroup = 4; ///< letters between two dashes

/// A code that can be read out and written down: no i, l, o or u.
std::string newCode(Entropy& entropy) {
    Bytes random(kCodeSize);
    entropy.fill(random);
    std::string code;
    for (const char letter : toBase32(random)) {
        if (!code.empty() && code.size() % (kCodeGroup + 1) == kCodeGroup) code += '-';
        code += letter;
    }
    return code;
}

std::string bareCode(std::string_view code) {
    std::string bare;
    for (const char letter : fold(code))
        if (letter != '-' && letter != ' ') bare += letter;
    return bare;
}

std::string wordsOf(const RecordView& view) {
    std::string words;
    for (const FieldView& field : view.fields)
        for (const ValueView& value : field.values)
            if (!value.isErased) words += " " + value.display;
    return words;
}

} // namespace

Outcome<Cases> Cases::in(Records& records) {
    if (auto fits = records.mustBeRestricted(); !fits) return Failure{fits.fault()};
    return Cases(records);
}

Outcome<Cases::New> Cases::read(std::string_view text) {
    const RecordType& caseType = *Schema::builtIn().type("case");
    std::vector<Assignment> fields;
    std::size_t number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, end - at);
        if (line.ends_with('\r')) line.remove_suffix(1);
        at = end + 1;
        ++number;
        const std::size_t colon = line.find(':');
        const std::string head = foldName(line.substr(0, std::min(colon, line.size())));
        const auto field = std::find_if(caseType.fields.begin(), caseType.fields.end(), [&](const Field& known) {
            return foldName(known.name) == head || foldName(known.label.spanish) == head ||
                   foldName(known.label.english) == head;
        });
        const bool isHead = colon != std::string_view::npos && field != caseType.fields.end();
        if (isHead && field->isSealed)
            fields.push_back({field->name, Assignment::Kind::Set, std::string(trimmed(line.substr(colon + 1)))});
        else if (isHead || (fields.empty() && !trimmed(line).empty()))
            return Failure{Notice{ExitCode::DataInvalid,
                                  Text::tr("Line %1 does not say which field it is.").arg(number),
                                  {},
                                  Text::tr("Begin it with the field's name, for example “Relato: …”.")}};
        else if (!fields.empty())
            fields.back().value += "\n" + std::string(line);
    }
    New wanted;
    for (Assignment& field : fields) {
        field.value = std::string(trimmed(field.value));
        if (field.field == "kind")
            wanted.kind = field.value;
        else if (!field.value.empty())
            wanted.fields.push_back(std::move(field));
    }
    return wanted;
}

Outcome<std::string> Cases::open(const New& wanted) {
    Replica& replica = m_records->workspace().replica();
    const auto key = replica.createErasableKey(m_records->space());
    if (!key) return Failure{writeNotice(replica, m_records->space(), key.fault())};
    const std::string code = newCode(m_records->workspace().entropy());
    std::vector<Assignment> fields{{"receipt_code", Assignment::Kind::Set, code},
                                   {"key", Assignment::Kind::Set, keyText(*key)},
                                   {"kind", Assignment::Kind::Set, wanted.kind},
                                   {"status", Assignment::Kind::Set, "received"}};
    const auto says = [&](std::string_view name) {
        return std::any_of(wanted.fields.begin(), wanted.fields.end(),
                           [&](const Assignment& one) { return one.field == name; });
    };
    if (!says("received")) fields.push_back({"received", Assignment::Kind::Set, formatDay(m_records->today())});
    if (!says("receiving"))
        fields.push_back({"receiving", Assignment::Kind::Set, m_records->workspace().office().organization});
    fields.insert(fields.end(), wanted.fields.begin(), wanted.fields.end());
    const auto added = m_records->add(type("case"), fields);
    if (!added) return Failure{added.fault()};
    return code;
}

Outcome<Dot> Cases::find(std::string_view code) const {
    const std::string wanted = bareCode(code);
    std::vector<Dot> found;
    const auto done = m_records->catalogue().forEach(m_records->space(), type("case"), [&](const Component& component) {
        if (bareCode(RecordReader(component, type("case")).text("receipt_code")) == wanted)
            found.push_back(component.id());
        return true;
    });
    if (!done) return Failure{noticeOf(done.fault())};
    if (found.size() == 1) return found.front();
    return Failure{Notice{ExitCode::Pending, Text::tr("There is no case with this receipt code."), std::string(code),
                          Text::tr("Check it letter by letter; “puente case list” shows those there are.")}};
}

Outcome<std::vector<RecordView>> Cases::belongingTo(const Dot& record, const char* typeName) const {
    std::vector<RecordView> views;
    for (const Dot& other : m_records->catalogue().referringTo(record)) {
        auto seen = m_records->view(other);
        if (!seen) return Failure{seen.fault()};
        if (seen->type == &type(typeName) && !seen->isDeleted) views.push_back(std::move(*seen));
    }
    std::sort(views.begin(), views.end(), [](const RecordView& a, const RecordView& b) {
        const auto rank = [](const RecordView& view) {
            const FieldView* number = view.find("number");
            const auto* value = number ? std::get_if<std::int64_t>(&number->values.front().live.value) : nullptr;
            return std::pair(value ? *value : 0, view.handle);
        };
        return rank(a) < rank(b);
    });
    return views;
}

Outcome<std::vector<RecordView>> Cases::followUps(const Dot& record) const {
    return belongingTo(record, "case_follow_up");
}

Outcome<std::vector<RecordView>> Cases::referrals(const Dot& record) const {
    return belongingTo(record, "referral");
}

Outcome<std::vector<RecordView>> Cases::search(std::string_view words) const {
    std::vector<Dot> all;
    const auto done = m_records->catalogue().forEach(m_records->space(), type("case"), [&](const Component& component) {
        all.push_back(component.id());
        return true;
    });
    if (!done) return Failure{noticeOf(done.fault())};
    const std::vector<std::string> wanted = splitWords(fold(words));
    std::vector<RecordView> found;
    for (const Dot& record : all) {
        auto seen = view(record);
        const auto notes = followUps(record);
        if (!seen || !notes) return Failure{!seen ? seen.fault() : notes.fault()};
        std::string text = wordsOf(*seen);
        for (const RecordView& note : *notes)
            text += wordsOf(note);
        text = fold(text);
        const bool holds = std::all_of(wanted.begin(), wanted.end(),
                                       [&](const std::string& word) { return text.find(word) != std::string::npos; });
        if (holds) found.push_back(std::move(*seen));
    }
    std::sort(found.begin(), found.end(), [](const RecordView& a, const RecordView& b) {
        return machineTextIn(a, "receipt_code") < machineTextIn(b, "receipt_code");
    });
    return found;
}

Outcome<ErasableId> Cases::keyOf(const Dot& record) const {
    const auto seen = view(record);
    if (!seen) return Failure{seen.fault()};
    if (const auto key = keyFromText(machineTextIn(*seen, "key"))) return *key;
    return Failure{Notice{ExitCode::DataInvalid, Text::tr("This case names no key."), seen->handle,
                          Text::tr("It was entered by another program; ask who entered it.")}};
}

Outcome<Done> Cases::mustBeOpen(const Dot& record) const {
    const auto seen = view(record);
    if (!seen) return Failure{seen.fault()};
    if (machineTextIn(*seen, "status") != kCaseDeleted) return Done{};
    return Failure{Notice{ExitCode::DataInvalid, Text::tr("This case was deleted."),
                          machineTextIn(*seen, "receipt_code"), Text::tr("Nothing can be written to it any more.")}};
}

Outcome<Done> Cases::setStatus(const Dot& record, std::string_view status) {
    if (auto open = mustBeOpen(record); !open) return Failure{open.fault()};
    const Enumerator* meant = findEnumerator(*type("case").field("status"), status);
    if (meant && meant->name == kCaseDeleted)
        return Failure{usageNotice(Text::tr("A case is not deleted by its status."),
                                   Text::tr("“puente case delete CODE” deletes what it says, everywhere."))};
    const auto written = m_records->set(record, {{"status", Assignment::Kind::Set, std::string(status)}});
    if (!written) return Failure{written.fault()};
    return Done{};
}

Outcome<Done> Cases::follow(const Dot& record, const std::string& text, Day day) {
    if (auto open = mustBeOpen(record); !open) return Failure{open.fault()};
    const auto notes = followUps(record);
    if (!notes) return Failure{notes.fault()};
    const auto added =
        m_records->add(type("case_follow_up"), {{"case", Assignment::Kind::Set, m_records->names().nameOf(record)},
                                                {"date", Assignment::Kind::Set, formatDay(day)},
                                                {"text", Assignment::Kind::Set, text},
                                                {"number", Assignment::Kind::Set, std::to_string(notes->size() + 1)}});
    if (!added) return Failure{added.fault()};
    return Done{};
}

Outcome<std::map<std::string, std::size_t>> Cases::countsIn(const Quarter& quarter) const {
    const auto all = search({});
    if (!all) return Failure{all.fault()};
    std::map<std::string, std::size_t> counts;
    for (const RecordView& one : *all) {
        const auto received = parseDay(machineTextIn(one, "received"));
        if (received && quarter.days().contains(*received)) ++counts[machineTextIn(one, "kind")];
    }
    return counts;
}

} // namespace puente
