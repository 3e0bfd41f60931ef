#include "client/core/handover.h"

#include "client/core/directory.h"
#include "client/core/due_sheet.h"
#include "client/core/handover_sheets.h"
#include "client/core/platform/files.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/day_text.h"
#include "client/domain/follow_up/record_scan.h"

#include <filesystem>
#include <system_error>

namespace puente {

namespace {

/// One file of the pack.
struct PackFile {
    std::string name;
    std::string content;
};

Outcome<Done> refuseRestricted(const Records& records) {
    bool isRestricted = false;
    const auto done = scan(records.catalogue(), records.space(), "space_profile", [&](const RecordReader& profile) {
        isRestricted = isRestricted || profile.symbol("kind") == "restricted";
    });
    if (!done) return Failure{noticeOf(done.fault())};
    if (!isRestricted) return Done{};
    return Failure{Notice{ExitCode::Refused, Text::tr("Nothing of a restricted space is handed over in files."),
                          records.workspace().replica().findSpace(records.space())->name,
                          Text::tr("Name the space that the office works in: --space.")}};
}

std::string readme(const Records& records, const std::string& role, Day day, const std::vector<PackTable>& tables) {
    const SpaceInfo& space = *records.workspace().replica().findSpace(records.space());
    std::string text = Text::tr("HANDOVER: %1").arg(labelOf("term", "role", role)) + "\n";
    text += Text::tr("Space “%1”, as of %2, written by %3.")
                .arg(space.name)
                .arg(formatDay(day))
                .arg(records.workspace().office().organization) +
            "\n\n";
    text += Text::tr("Each table below is also in a file of this folder, for a spreadsheet:").str() + "\n";
    for (const PackTable& table : tables)
        text +=
            "  " + table.file + ".csv: " + table.sheet.title + ", " + std::to_string(table.sheet.rows.size()) + "\n";
    for (const PackTable& table : tables)
        text += "\n" + plainText(table.sheet);
    return text;
}

Notice unwritable(const std::string& folder, const std::error_code& error) {
    return {ExitCode::Internal, Text::tr("The folder cannot be written: %1").arg(error.message()), folder,
            Text::tr("Nothing was changed.")};
}

/// Writes all files beside the folder's place and moves them there when they are complete.
Outcome<Done> writeFolder(const std::string& folder, const std::vector<PackFile>& files) {
    const std::string making = folder + ".part";
    std::error_code error;
    if (platform::exists(folder) || platform::exists(making))
        return Failure{usageNotice(Text::tr("There is something of that name already."),
                                   Text::tr("Name a folder that is not there yet: --out FOLDER."),
                                   platform::exists(folder) ? folder : making)};
    if (const auto made = platform::makePrivateFolder(making); !made) return Failure{noticeOf(made.fault(), making)};
    for (const PackFile& file : files) {
        const auto written =
            platform::createFile(making + "/" + file.name, bytesOf(file.content), platform::Access::Everyone);
        if (written) continue;
        std::filesystem::remove_all(making, error);
        return Failure{noticeOf(written.fault(), folder + "/" + file.name)};
    }
    std::filesystem::rename(making, folder, error);
    if (!error) return Done{};
    const Notice notice = unwritable(folder, error);
    std::filesystem::remove_all(making, error);
    return Failure{notice};
}

} // namespace

Outcome<std::vector<Sheet>> bodySheets(const Records& records, const std::string& role, Day day) {
    const auto terms = termsOf(records.catalogue(), records.space(), language());
    if (!terms) return Failure{noticeOf(terms.fault())};
    std::vector<TermSpan> members;
    for (const TermSpan& term : *terms)
        if (term.role == role && term.isInForceOn(day)) members.push_back(term);
    const auto due =
        listDue(records.catalogue(), records.space(), records.deadlines(), {.today = day, .language = language()});
    if (!due) return Failure{noticeOf(due.fault())};
    Sheet seats = termsSheet(members);
    seats.name = "members";
    seats.title = Text::tr("Members: %1").arg(labelOf("term", "role", role));
    return std::vector<Sheet>{std::move(seats), dueSheet(records, "due", Text::tr("Everything that is open"), *due)};
}

Outcome<std::vector<std::string>> writeHandover(const Records& records, const std::string& role, Day day,
                                                const std::string& folder) {
    if (auto allowed = refuseRestricted(records); !allowed) return Failure{allowed.fault()};
    const auto tables = handoverTables(records, day);
    if (!tables) return Failure{tables.fault()};
    std::vector<PackFile> files{{Text::tr("README.txt"), readme(records, role, day, *tables)}};
    for (const PackTable& table : *tables)
        files.push_back({table.file + ".csv", csvText(table.sheet)});
    if (auto done = writeFolder(folder, files); !done) return Failure{done.fault()};
    std::vector<std::string> names;
    for (const PackFile& file : files)
        names.push_back(file.name);
    return names;
}

} // namespace puente
