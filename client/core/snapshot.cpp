#include "client/core/readiness.h"

#include "client/core/act.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/day_text.h"
#include "client/domain/fold.h"
#include "client/domain/follow_up/record_scan.h"

#include <sstream>

namespace puente {

namespace {

std::vector<SnapshotHead> headsOf(const Records& records) {
    std::vector<SnapshotHead> heads;
    for (const LogHeight& log : records.workspace().replica().heights(records.space()))
        heads.push_back(
            {toHex(log.log.device.view()), log.log.incarnation, log.height.sequence, toHex(log.height.head.view())});
    return heads;
}

Outcome<Done> refuseSecond(const Records& records, const Dot& meeting, Day day) {
    std::optional<Dot> known;
    const auto done = scan(records.catalogue(), records.space(), "snapshot", [&](const RecordReader& snapshot) {
        const bool isOwn = fold(snapshot.text("organization")) == fold(records.workspace().office().organization);
        if (isOwn && snapshot.day("taken") == day && target(records.catalogue(), snapshot, "meeting") == meeting)
            known = snapshot.id();
    });
    if (!done) return Failure{noticeOf(done.fault())};
    if (!known) return Done{};
    return Failure{Notice{ExitCode::DataInvalid, Text::tr("This office has frozen the board of that day already."),
                          formatDay(day),
                          Text::tr("What is frozen stays as it is. To take it again, “puente delete %1” first.")
                              .arg(handleOf(*known, records.workspace().replica().logs()))}};
}

} // namespace

std::string headsText(const std::vector<SnapshotHead>& heads) {
    std::string text;
    for (const SnapshotHead& head : heads)
        text += head.device + " " + std::to_string(head.incarnation) + " " + std::to_string(head.height) + " " +
                head.hash + "\n";
    return text;
}

std::vector<SnapshotHead> headsFrom(std::string_view text) {
    std::vector<SnapshotHead> heads;
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        SnapshotHead head;
        if (words >> head.device >> head.incarnation >> head.height >> head.hash) heads.push_back(std::move(head));
    }
    return heads;
}

Outcome<Frozen> freeze(Records& records, const Dot& meeting, Day day, const ReadinessBoard& board) {
    if (auto fresh = refuseSecond(records, meeting, day); !fresh) return Failure{fresh.fault()};
    Workspace& workspace = records.workspace();
    // What this office wrote and has not handed over yet is part of what the board was made from.
    if (const auto sealed = workspace.replica().seal(records.space()); !sealed)
        return Failure{writeNotice(workspace.replica(), records.space(), sealed.fault())};
    const std::vector<SnapshotHead> heads = headsOf(records);
    Act act(records);
    const auto entered = act.add("snapshot",
                                 {given("organization", workspace.office().organization),
                                  given("heads", headsText(heads)), given("board", boardText(records, meeting, board))},
                                 {{"meeting", Reference{meeting}}, {"taken", day}});
    if (!entered) return Failure{entered.fault()};
    if (const auto done = act.commit(); !done) return Failure{done.fault()};
    return Frozen{act.entered(*entered), heads.size()};
}

} // namespace puente
