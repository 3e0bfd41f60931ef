#include "client/core/agenda.h"

#include "client/core/act.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/fold.h"
#include "client/domain/follow_up/record_scan.h"

#include <algorithm>

namespace puente {

namespace {

constexpr std::size_t kTitleSizeMax = 200; // in bytes; a title is a line

Outcome<std::int64_t> lastOrder(const Records& records, const Dot& meeting) {
    const auto items = agendaOf(records.catalogue(), records.space(), meeting);
    if (!items) return Failure{noticeOf(items.fault())};
    std::int64_t last = 0;
    for (const AgendaItem& item : *items)
        last = std::max(last, item.order);
    return last;
}

Outcome<Dot> enter(Act& act, const Dot& meeting, const NewAgendaItem& item, std::int64_t order) {
    Act::Values values{{"meeting", Reference{meeting}}, {"order", order}};
    for (const Dot& record : item.records)
        values.emplace_back("records", Reference{record});
    return act.add("agenda_item", {given("title", item.title), given("section", std::string(wordOf(item.section)))},
                   values);
}

Outcome<Done> refuseKnownReference(const Records& records, const std::string& reference) {
    const auto type = records.type("agreement");
    if (!type) return Failure{type.fault()};
    const std::vector<Dot> known = records.catalogue().findByKey(records.space(), **type, escapedKeyPart(reference));
    if (known.empty()) return Done{};
    return Failure{Notice{ExitCode::DataInvalid, Text::tr("There is a record “%1” already.").arg(reference),
                          (*type)->label.in(language()),
                          Text::tr("Nothing was changed. Give the new agreement another reference.")}};
}

/// What of a point an agreement derives from: its records, but for what is only a part of another one of them.
std::vector<Dot> sourcesOf(const Records& records, const Dot& item, const std::vector<Dot>& about) {
    std::vector<Dot> sources;
    for (const Dot& record : about) {
        bool isPart = false;
        (void)readOne(records.catalogue(), record, [&](const RecordReader& reader) {
            for (const char* field : {"agreement", "proposal"}) {
                const auto whole = target(records.catalogue(), reader, field);
                isPart = isPart || (whole && std::find(about.begin(), about.end(), *whole) != about.end());
            }
        });
        if (!isPart) sources.push_back(record);
    }
    return sources.empty() ? std::vector<Dot>{item} : sources;
}

/// What a point is about: the meeting it belongs to and its records.
struct ItemAbout {
    std::optional<Dot> meeting;
    std::vector<Dot> records;
};

Outcome<ItemAbout> readItem(const Records& records, const Dot& item) {
    ItemAbout about;
    const auto done = readOne(records.catalogue(), item, [&](const RecordReader& record) {
        about = {target(records.catalogue(), record, "meeting"), targets(records.catalogue(), record, "records")};
    });
    if (!done) return Failure{noticeOf(done.fault())};
    return about;
}

std::vector<Assignment> textsOf(const ResultingAgreement& agreement, const std::string& outcome) {
    const std::string title = agreement.title.empty() ? outcome : agreement.title;
    std::vector<Assignment> texts{given("reference", agreement.reference), given("kind", "agreement"),
                                  given("title", std::string(clipped(title, kTitleSizeMax))),
                                  given("status", "pending")};
    if (!agreement.due.empty()) texts.push_back(given("due", agreement.due));
    if (!agreement.responsible.empty()) texts.push_back(given("responsible", agreement.responsible));
    if (title != outcome) texts.push_back(given("description", outcome));
    return texts;
}

Outcome<Dot> enterAgreement(Act& act, const Records& records, const Dot& item, const std::string& outcome,
                            const ResultingAgreement& agreement) {
    if (auto fresh = refuseKnownReference(records, agreement.reference); !fresh) return Failure{fresh.fault()};
    const auto about = readItem(records, item);
    if (!about) return Failure{about.fault()};
    Act::Values values;
    if (about->meeting) {
        values.emplace_back("meeting", Reference{*about->meeting});
        (void)readOne(records.catalogue(), *about->meeting, [&](const RecordReader& meeting) {
            if (const auto start = meeting.day("start")) values.emplace_back("meeting_date", *start);
        });
    }
    auto entered = act.add("agreement", textsOf(agreement, outcome), values);
    if (!entered) return entered;
    for (const Dot& source : sourcesOf(records, item, about->records)) {
        const auto link =
            act.add("link", {given("relation", "derives")}, {{"from", Reference{*entered}}, {"to", Reference{source}}});
        if (!link) return link;
    }
    return entered;
}

} // namespace

std::string sectionText(AgendaSection section) {
    switch (section) {
    case AgendaSection::PastDecisions: return Text::tr("Past decisions");
    case AgendaSection::Overdue: return Text::tr("Overdue");
    case AgendaSection::Undated: return Text::tr("Without a date that is certain");
    case AgendaSection::New: return Text::tr("New matters");
    }
    return {};
}

std::string pointTitle(const AgendaPoint& point) {
    if (point.name.empty()) return Text::tr("The others of this part: %1 records").arg(point.records.size());
    const bool saysItself =
        point.title.empty() || point.title == point.name || point.name.find('|') != std::string::npos;
    const std::string text = saysItself && !point.title.empty() ? point.title : point.name;
    return std::string(clipped(saysItself ? text : point.name + ": " + point.title, kTitleSizeMax));
}

Outcome<Day> meetingDay(const Records& records, const Dot& meeting) {
    std::optional<Day> start;
    const auto done =
        readOne(records.catalogue(), meeting, [&](const RecordReader& record) { start = record.day("start"); });
    if (!done) return Failure{noticeOf(done.fault())};
    return start.value_or(records.today());
}

Outcome<std::size_t> makeAgenda(Records& records, const Dot& meeting, Day day) {
    const auto points = proposeAgenda(records.catalogue(), records.space(), records.deadlines(),
                                      {.meeting = meeting, .day = day, .language = language()});
    if (!points) return Failure{noticeOf(points.fault())};
    auto order = lastOrder(records, meeting);
    if (!order) return Failure{order.fault()};
    Act act(records);
    for (const AgendaPoint& point : *points) {
        const auto entered = enter(act, meeting, {pointTitle(point), point.section, point.records}, ++*order);
        if (!entered) return Failure{entered.fault()};
    }
    if (const auto done = act.commit(); !done) return Failure{done.fault()};
    return points->size();
}

Outcome<Dot> addAgendaItem(Records& records, const Dot& meeting, const NewAgendaItem& item) {
    const auto order = lastOrder(records, meeting);
    if (!order) return Failure{order.fault()};
    Act act(records);
    const auto entered = enter(act, meeting, item, *order + 1);
    if (!entered) return entered;
    if (const auto done = act.commit(); !done) return Failure{done.fault()};
    return act.entered(*entered);
}

Outcome<OutcomeWritten> writeOutcome(Records& records, const Dot& item, const std::string& text,
                                     const std::optional<ResultingAgreement>& agreement) {
    Act act(records);
    Act::Values values;
    std::optional<Dot> entered;
    if (agreement) {
        const auto made = enterAgreement(act, records, item, text, *agreement);
        if (!made) return Failure{made.fault()};
        entered = *made;
        values.emplace_back("resulting", Reference{*made});
    }
    if (auto done = act.set(item, {given("outcome", text)}, values); !done) return Failure{done.fault()};
    const auto changed = act.commit();
    if (!changed) return Failure{changed.fault()};
    if (entered) entered = act.entered(*entered);
    return OutcomeWritten{entered, *changed, act.remarks()};
}

} // namespace puente
