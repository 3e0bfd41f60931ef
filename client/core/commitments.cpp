#include "client/core/commitments.h"

#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/core/updates.h"
#include "client/core/voices.h"
#include "client/domain/fold.h"
#include "client/domain/follow_up/commitment_list.h"

#include <algorithm>

namespace puente {

namespace {

/// The countries to split among, as the schema names them.
Outcome<std::vector<std::string>> countriesFor(const Records& records, const SplitWish& wish,
                                               const RecordReader& agreement) {
    const RecordType& type = typeNamed(records, "commitment");
    std::vector<std::string> countries, remarks;
    for (const std::string& text : wish.countries) {
        const auto value = valueFrom(records, type, "country", text, remarks);
        if (!value) return Failure{value.fault()};
        countries.push_back(type.field("country")->enumerator(std::get<Symbol>(*value).number)->name);
    }
    if (countries.empty()) countries = symbols(agreement, "countries");
    std::sort(countries.begin(), countries.end());
    return countries.empty() ? memberStates() : countries;
}

/// What an office's word is about, once it is certain that the word is its own.
Outcome<KnownRecord> commitmentFor(const Records& records, const CommitmentWord& word, const char* field) {
    auto known = findRecord(records, word.commitment, {"commitment"});
    if (!known) return known;
    if (auto notice = silenced(records, *known->type, field, std::string(known->reader().symbol("country")), {}))
        return Failure{std::move(*notice)};
    return known;
}

Outcome<Value> statusFrom(const Records& records, const RecordType& type, const char* field, const std::string& text) {
    std::vector<std::string> remarks;
    return valueFrom(records, type, field, text, remarks);
}

} // namespace

Outcome<Split> splitAgreement(Records& records, const SplitWish& wish) {
    const auto agreement = findRecord(records, wish.agreement, {"agreement"});
    if (!agreement) return Failure{agreement.fault()};
    const RecordReader reader = agreement->reader();
    if (reader.symbol("force") == "noted")
        return Failure{Notice{ExitCode::DataInvalid,
                              Text::tr("This point is only taken note of: nobody has to do anything."), wish.agreement,
                              Text::tr("If it was requested or decided, change its force first.")}};
    const auto countries = countriesFor(records, wish, reader);
    if (!countries) return Failure{countries.fault()};
    const auto existing =
        listCommitments(records.catalogue(), records.space(), records.deadlines(), {.agreement = agreement->id()});
    if (!existing) return Failure{noticeOf(existing.fault())};

    Split split{.agreement = agreement->id()};
    const RecordType& type = typeNamed(records, "commitment");
    std::optional<Value> due = reader.value("due");
    if (!wish.due.empty()) {
        auto typed = valueFrom(records, type, "due", wish.due, split.remarks);
        if (!typed) return Failure{typed.fault()};
        due = std::move(*typed);
    }
    split.added = countriesMissing(*countries, *existing);
    split.existing = countries->size() - split.added.size();
    Act act(records);
    for (const std::string& country : split.added) {
        // Without a status: that is the government's word, and nobody says it for them.
        Act::Values fields{{"agreement", Value(Reference{agreement->id()})},
                           {"country", symbolFrom(type, "country", country)}};
        if (due) fields.emplace_back("due", due);
        act.create(type, fields);
    }
    if (auto done = act.commit(); !done) return Failure{done.fault()};
    return split;
}

Outcome<WordWritten> reportCommitment(Records& records, const CommitmentWord& word) {
    const auto known = commitmentFor(records, word, "status");
    if (!known) return Failure{known.fault()};
    const auto status = statusFrom(records, *known->type, "status", word.status);
    if (!status) return Failure{status.fault()};
    Act act(records);
    Act::Values fields{{"status", *status}};
    if (word.progress) fields.emplace_back("progress", word.progress);
    if (auto done = act.change(known->id(), fields); !done) return Failure{done.fault()};

    const auto organizations = organizationsOf(records);
    if (!organizations) return Failure{organizations.fault()};
    const auto reports = Reports::read(records.catalogue(), records.space(), *organizations);
    if (!reports) return Failure{noticeOf(reports.fault())};
    const Enumerator* said = known->type->field("status")->enumerator(std::get<Symbol>(*status).number);
    const auto update = enterUpdate(act, records, *reports, *organizations,
                                    {.subject = known->id(),
                                     .quarter = word.quarter.value_or(quarterOf(records.today())),
                                     .text = word.text,
                                     .status = said->name,
                                     .progress = word.progress});
    if (!update) return Failure{update.fault()};
    WordWritten written{known->id(), std::nullopt, !act.isEmpty()};
    if (auto done = act.commit(); !done) return Failure{done.fault()};
    written.update = act.entered(*update);
    return written;
}

Outcome<WordWritten> assessCommitment(Records& records, const CommitmentWord& word) {
    const auto known = commitmentFor(records, word, "assessment");
    if (!known) return Failure{known.fault()};
    if (trimmed(word.text).empty())
        return Failure{usageNotice(Text::tr("An assessment needs its reason."), Text::tr("Write it after --reason."))};
    const auto status = statusFrom(records, *known->type, "assessment", word.status);
    if (!status) return Failure{status.fault()};
    Act act(records);
    if (auto done = act.change(known->id(), {{"assessment", *status}, {"assessment_reason", Value(word.text)}}); !done)
        return Failure{done.fault()};
    WordWritten written{known->id(), std::nullopt, !act.isEmpty()};
    if (auto done = act.commit(); !done) return Failure{done.fault()};
    return written;
}

} // namespace puente
