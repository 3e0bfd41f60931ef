#include "client/core/minutes.h"

#include "client/core/agenda.h"
#include "client/core/readiness.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/core/text_width.h"
#include "client/domain/follow_up/record_scan.h"
#include "client/domain/value_text.h"

#include <algorithm>
#include <tuple>

namespace puente {

namespace {

constexpr std::size_t kDeviceDigits = 8;

std::string underlined(const std::string& heading) {
    return heading + "\n" + std::string(widthOf(heading), '-') + "\n";
}

/// A field's value as people read it; empty for none.
std::string shown(const Records& records, const RecordReader& record, std::string_view field) {
    const auto value = record.value(field);
    return value ? displayText(record.type().field(field), *value, language(), records.names()) : std::string();
}

/// Puts the minutes together, part by part.
class Minutes {
public:
    Minutes(const Records& records, const Dot& meeting) : m_records(records), m_meeting(meeting) {}

    Outcome<std::string> write() {
        for (const auto part : {&Minutes::addHead, &Minutes::addAttendance, &Minutes::addAgenda,
                                &Minutes::addAgreements, &Minutes::addSnapshot})
            if (const auto done = (this->*part)(); !done) return Failure{noticeOf(done.fault())};
        return m_text;
    }

private:
    using Part = Result<Done, ReplicaFault>;
    const Catalogue& catalogue() const { return m_records.catalogue(); }
    bool isOfMeeting(const RecordReader& record) const { return target(catalogue(), record, "meeting") == m_meeting; }
    void addLabelled(const RecordReader& record, std::initializer_list<const char*> fields);
    void addItem(const AgendaItem& item, std::size_t number);
    void addHeads(const RecordReader& snapshot);
    std::string ownerOf(const std::string& device) const;

    Part addHead();
    Part addAttendance();
    Part addAgenda();
    Part addAgreements();
    Part addSnapshot();

    const Records& m_records;
    const Dot& m_meeting;
    std::vector<Dot> m_resulting;
    std::string m_text;
};

void Minutes::addLabelled(const RecordReader& record, std::initializer_list<const char*> fields) {
    for (const char* field : fields)
        if (const std::string text = shown(m_records, record, field); !text.empty())
            m_text += record.type().field(field)->label.in(language()) + ": " + text + "\n";
}

Minutes::Part Minutes::addHead() {
    m_text += Text::tr("MINUTES").str() + "\n" + m_records.names().titleOf(m_meeting, language()) + "\n\n";
    return readOne(catalogue(), m_meeting, [&](const RecordReader& meeting) {
        addLabelled(meeting, {"place", "country", "modality", "start", "end", "ppt", "quarter"});
    });
}

Minutes::Part Minutes::addAttendance() {
    std::vector<std::string> lines;
    const auto done = scan(catalogue(), m_records.space(), "attendance", [&](const RecordReader& record) {
        if (!isOfMeeting(record)) return;
        std::string line = calledIn(record, "organization", m_records.names(), language()) + ": " +
                           shown(m_records, record, "presence");
        if (const auto people = record.number("people")) line += " (" + std::to_string(*people) + ")";
        lines.push_back(std::move(line));
    });
    if (!done) return done;
    std::sort(lines.begin(), lines.end());
    m_text += "\n" + underlined(Text::tr("Attendance"));
    if (lines.empty()) m_text += Text::tr("Nothing was noted.") + std::string("\n");
    for (const std::string& line : lines)
        m_text += line + "\n";
    return Done{};
}

void Minutes::addItem(const AgendaItem& item, std::size_t number) {
    m_text += std::to_string(number) + ". " + item.title + "\n";
    if (!item.outcome.empty()) m_text += "   " + Text::tr("Outcome: %1").arg(item.outcome) + "\n";
    for (const Dot& agreement : item.resulting)
        m_text += "   " + Text::tr("Agreed: %1").arg(m_records.names().nameOf(agreement)) + "\n";
}

Minutes::Part Minutes::addAgenda() {
    const auto items = agendaOf(catalogue(), m_records.space(), m_meeting);
    if (!items) return Failure{items.fault()};
    m_text += "\n" + underlined(Text::tr("Agenda"));
    if (items->empty()) m_text += Text::tr("Nothing was noted.") + std::string("\n");
    for (std::size_t i = 0; i < items->size(); ++i) {
        const AgendaItem& item = (*items)[i];
        if (i == 0 || (*items)[i - 1].section != item.section) m_text += "\n" + sectionText(item.section) + "\n";
        addItem(item, i + 1);
        m_resulting.insert(m_resulting.end(), item.resulting.begin(), item.resulting.end());
    }
    return Done{};
}

Minutes::Part Minutes::addAgreements() {
    std::vector<std::string> lines;
    const auto done = scan(catalogue(), m_records.space(), "agreement", [&](const RecordReader& agreement) {
        const bool resulted = std::find(m_resulting.begin(), m_resulting.end(), agreement.id()) != m_resulting.end();
        if (!resulted && !isOfMeeting(agreement)) return;
        std::string line = agreement.text("reference") + "  " + titleIn(agreement, language()) + "\n";
        for (const char* field : {"responsible", "due"})
            if (const std::string text = shown(m_records, agreement, field); !text.empty())
                line += "   " + agreement.type().field(field)->label.in(language()) + ": " + text + "\n";
        lines.push_back(std::move(line));
    });
    if (!done) return done;
    std::sort(lines.begin(), lines.end());
    m_text += "\n" + underlined(Text::tr("What was agreed"));
    if (lines.empty()) m_text += Text::tr("Nothing was noted.") + std::string("\n");
    for (const std::string& line : lines)
        m_text += line;
    return Done{};
}

std::string Minutes::ownerOf(const std::string& device) const {
    for (const LogId& log : m_records.workspace().replica().logs())
        if (toHex(log.device.view()) == device)
            return m_records.workspace().replica().organizationName(m_records.space(), log.device);
    return {};
}

void Minutes::addHeads(const RecordReader& snapshot) {
    m_text += "\n" + underlined(Text::tr("State of the records (%1)").arg(shown(m_records, snapshot, "taken")));
    m_text += Text::tr("Frozen by %1. Whoever has these logs up to these heights has what lay before the meeting.")
                  .arg(snapshot.text("organization")) +
              std::string("\n\n");
    for (const SnapshotHead& head : headsFrom(snapshot.text("heads")))
        m_text += Text::tr("%1, device %2, log %3, height %4:")
                      .arg(ownerOf(head.device))
                      .arg(head.device.substr(0, kDeviceDigits))
                      .arg(head.incarnation)
                      .arg(head.height) +
                  std::string("\n   ") + head.hash + "\n";
}

Minutes::Part Minutes::addSnapshot() {
    std::optional<Dot> last;
    std::tuple<std::optional<Day>, Stamp> newest;
    auto done = scan(catalogue(), m_records.space(), "snapshot", [&](const RecordReader& snapshot) {
        const auto live = snapshot.live("heads");
        if (!isOfMeeting(snapshot) || !live) return;
        const std::tuple<std::optional<Day>, Stamp> rank{snapshot.day("taken"), live->stamp};
        if (last && rank <= newest) return;
        newest = rank;
        last = snapshot.id();
    });
    if (!done || !last) return done;
    return readOne(catalogue(), *last, [&](const RecordReader& snapshot) { addHeads(snapshot); });
}

} // namespace

Outcome<std::string> minutesOf(const Records& records, const Dot& meeting) {
    return Minutes(records, meeting).write();
}

Outcome<std::string> storedMinutes(const Records& records, const Dot& meeting) {
    std::string text;
    const auto done =
        readOne(records.catalogue(), meeting, [&](const RecordReader& record) { text = record.text("minutes"); });
    if (!done) return Failure{noticeOf(done.fault())};
    return text;
}

Outcome<Records::Written> storeMinutes(Records& records, const Dot& meeting, const std::string& text) {
    return records.set(meeting, {{"minutes", Assignment::Kind::Set, text}});
}

} // namespace puente
