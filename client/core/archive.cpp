#include "client/core/archive.h"

#include "client/core/approvals.h"
#include "client/core/archive_text.h"
#include "client/core/documents.h"
#include "client/core/new_folder.h"
#include "client/core/office_signature.h"
#include "client/core/replica_notice.h"
#include "client/core/table_files.h"
#include "client/core/text.h"
#include "client/core/times.h"
#include "client/domain/csv.h"
#include "client/domain/day_text.h"
#include "client/domain/file_name.h"
#include "client/domain/follow_up/labelled_text.h"

#include <algorithm>
#include <limits>

namespace puente {

namespace {

using Row = std::vector<std::string>;

std::string_view wordOf(FieldKind kind) {
    switch (kind) {
    case FieldKind::Text: return "text";
    case FieldKind::Integer: return "number";
    case FieldKind::Date: return "day";
    case FieldKind::Symbol: return "code";
    case FieldKind::Reference: return "record";
    case FieldKind::Term: break;
    }
    return "due";
}

std::string_view wordOf(Operation::Kind kind) {
    switch (kind) {
    case Operation::Kind::Write: return "write";
    case Operation::Kind::Add: return "add";
    case Operation::Kind::Retire: break;
    }
    return "retire";
}

/// Writes one space's archive, file by file.
class ArchiveWriter {
public:
    ArchiveWriter(Records& records, NewFolder& folder) : m_records(records), m_folder(folder) {}

    Outcome<Done> tables() {
        for (const RecordType& type : schema().types()) {
            const auto rows = exportRecords(m_records, type, ExportFormat::Csv);
            if (!rows) return Failure{rows.fault()};
            const auto json = exportRecords(m_records, type, ExportFormat::Json);
            if (!json) return Failure{json.fault()};
            if (const auto done = m_folder.add("data/" + type.name + ".csv", bytesOf(*rows)); !done) return done;
            if (const auto done = m_folder.add("data/" + type.name + ".json", bytesOf(*json)); !done) return done;
        }
        return Done{};
    }

    Outcome<Done> fields() {
        std::vector<Row> rows{{"type", "field", "code", "kind", "es", "en", "help_es", "help_en"}};
        for (const RecordType& type : schema().types()) {
            rows.push_back({type.name, "", "", "type", type.label.spanish, type.label.english, type.help.spanish,
                            type.help.english});
            for (const Field& field : type.fields) {
                rows.push_back({type.name, field.name, "", std::string(wordOf(field.kind)), field.label.spanish,
                                field.label.english, field.help.spanish, field.help.english});
                for (const Enumerator& code : field.enumerators)
                    rows.push_back(
                        {type.name, field.name, code.name, "", code.label.spanish, code.label.english, "", ""});
            }
        }
        return m_folder.add("fields.csv", bytesOf(writeCsv(rows)));
    }

    /// Of all records that ever were in the space, deleted ones too.
    Outcome<Done> history() {
        const Replica& replica = m_records.workspace().replica();
        auto all = replica.findByHandle({}, std::numeric_limits<std::int32_t>::max());
        if (!all) return Failure{noticeOf(all.fault())};
        std::erase_if(*all, [&](const Dot& record) {
            return replica.spaceOf(record) != m_records.space() || m_records.catalogue().canonical(record) != record;
        });
        m_recordCount = all->size();
        return m_folder.add("history.csv", [&](const PieceSink& sink) -> Outcome<Done> {
            const Row heads{"id", "time", "organization", "device", "person", "act", "field", "value"};
            if (const auto done = sink(bytesOf(writeCsv({heads}))); !done) return done;
            for (const Dot& record : *all)
                if (const auto done = historyOf(record, sink); !done) return done;
            return Done{};
        });
    }

    Outcome<Done> members() {
        const Replica& replica = m_records.workspace().replica();
        const Membership& membership = replica.membership(m_records.space());
        std::vector<Row> rows{{"organization", "organization_key", "role", "device_key", "standing"}};
        const auto add = [&](const DeviceCertificate& device, const std::string& role, const char* standing) {
            rows.push_back({replica.organizationName(m_records.space(), device.organization),
                            toHex(device.organization.view()), role, toHex(device.device.view()), standing});
        };
        for (const auto& [id, member] : membership.members)
            add(member.certificate, std::string(puente::wordOf(member.role)), "member");
        for (const auto& [id, former] : membership.former)
            add(former.certificate, {}, "former");
        return m_folder.add("members.csv", bytesOf(writeCsv(rows)));
    }

    /// Those that somebody has signed, with what anybody needs to check it.
    Outcome<Done> plans(Day date) {
        const RecordType& type = *schema().type("plan");
        std::vector<Dot> plans;
        const auto read = m_records.catalogue().forEach(m_records.space(), type, [&](const Component& plan) {
            plans.push_back(plan.id());
            return true;
        });
        if (!read) return Failure{noticeOf(read.fault())};
        for (const Dot& plan : plans) {
            const auto signatures = signaturesOn(m_records, plan, date);
            if (!signatures) return Failure{signatures.fault()};
            if (signatures->empty()) continue;
            const auto files = planFiles(m_records, plan, date);
            if (!files) return Failure{files.fault()};
            const std::string folder = "plans/" + handleOf(plan, m_records.workspace().replica().logs()) + "/";
            for (const auto& [name, content] : *files)
                if (const auto done = m_folder.add(folder + name, content); !done) return done;
        }
        return Done{};
    }

    /// Those that are here, as they were attached; all are listed.
    Outcome<Done> documents() {
        const auto any = Documents::isAnyIn(m_records);
        if (!any) return Failure{any.fault()};
        if (!*any) return Done{};
        const auto documents = Documents::in(m_records);
        if (!documents) return Failure{documents.fault()};
        const auto all = documents->list();
        if (!all) return Failure{all.fault()};
        std::vector<Row> rows{{"id", "title", "language", "version", "name", "type", "size", "file"}};
        for (const KnownDocument& document : *all) {
            Row row{document.handle, document.title, document.language, document.version, {}, {}, {}, {}};
            if (document.manifest) {
                row[4] = document.manifest->name;
                row[5] = document.manifest->type;
                row[6] = std::to_string(document.manifest->size);
            }
            if (document.here == KnownDocument::Here::Whole) {
                row[7] = "documents/" + document.handle + "/" + safeFileName(document.manifest->name);
                const auto added =
                    m_folder.add(row[7], [&](const PieceSink& sink) { return documents->read(document, sink); });
                if (!added) return added;
            }
            if (document.isMissing()) ++m_documentsLeftOut;
            rows.push_back(std::move(row));
        }
        return m_folder.add("documents.csv", bytesOf(writeCsv(rows)));
    }

    std::uint64_t recordCount() const { return m_recordCount; }
    std::uint64_t changeCount() const { return m_changeCount; }
    std::uint64_t documentsLeftOut() const { return m_documentsLeftOut; }

private:
    const Schema& schema() const { return m_records.catalogue().schema(); }

    Outcome<Done> historyOf(const Dot& record, const PieceSink& sink) {
        const auto lines = m_records.history(record);
        if (!lines) return Failure{lines.fault()};
        const std::string handle = handleOf(record, m_records.workspace().replica().logs());
        std::vector<Row> rows;
        for (const Records::HistoryLine& line : *lines)
            rows.push_back({handle, isoTime(instantOf(line.author.stamp)), line.author.organization,
                            toHex(line.author.device.view()), line.author.person, std::string(wordOf(line.kind)),
                            line.field, line.value});
        m_changeCount += rows.size();
        return sink(bytesOf(writeCsv(rows)));
    }

    Records& m_records;
    NewFolder& m_folder;
    std::uint64_t m_recordCount = 0;
    std::uint64_t m_changeCount = 0;
    std::uint64_t m_documentsLeftOut = 0;
};

Outcome<Done> refuseRestrictedSpace(const Records& records) {
    const auto restricted = records.isRestricted();
    if (!restricted) return Failure{restricted.fault()};
    if (!*restricted) return Done{};
    return Failure{Notice{ExitCode::Refused, Text::tr("Nothing of a restricted space is written in the clear."),
                          records.workspace().replica().findSpace(records.space())->name,
                          Text::tr("“puente backup” keeps all of it, encrypted.")}};
}

/// The list of hashes, and this office's signed word for it.
Outcome<Done> sign(Records& records, NewFolder& folder, Day date, const PassphraseSource& source) {
    auto files = folder.files();
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    std::string sums;
    for (const NewFolder::Written& file : files)
        sums += toHex(file.hash.view()) + "  " + file.name + "\n";
    if (const auto done = folder.add(std::string(kArchiveSums), bytesOf(sums)); !done) return done;

    Workspace& workspace = records.workspace();
    const ArchiveStatement statement{.space = signable(workspace.replica().findSpace(records.space())->name),
                                     .spaceId = toHex(records.space().view()),
                                     .organization = signable(workspace.replica().organizationName(
                                         records.space(), workspace.keyring().organization())),
                                     .date = date,
                                     .sums = folder.files().back().hash};
    const auto proof = signForOffice(workspace, archiveStatementText(statement), source);
    if (!proof) return Failure{proof.fault()};
    const auto certificate = readCertificate(proof->certificate);
    for (const auto& [name, content] : {std::pair{kArchiveStatement, bytesOf(proof->statement)},
                                        {kArchiveSignature, proof->signature.view()},
                                        {kArchiveCertificate, bytesOf(proof->certificate)}})
        if (const auto done = folder.add(std::string(name), content); !done) return done;
    const std::string pem = pemOf(certificate->key);
    return folder.add(std::string(kArchiveKey), bytesOf(pem));
}

} // namespace

Outcome<ArchiveWritten> writeArchive(Records& records, Day date, const std::string& path,
                                     const PassphraseSource& source) {
    if (const auto may = mayAnswerForOffice(records.workspace()); !may) return Failure{may.fault()};
    if (const auto may = refuseRestrictedSpace(records); !may) return Failure{may.fault()};
    auto folder = NewFolder::at(path, platform::Access::Owner);
    if (!folder) return Failure{folder.fault()};
    ArchiveWriter writer(records, *folder);
    if (const auto done = folder->add(std::string(kArchiveReadme), bytesOf(kArchiveReadmeText)); !done)
        return Failure{done.fault()};
    if (const auto done = writer.tables(); !done) return Failure{done.fault()};
    if (const auto done = writer.fields(); !done) return Failure{done.fault()};
    if (const auto done = writer.history(); !done) return Failure{done.fault()};
    if (const auto done = writer.members(); !done) return Failure{done.fault()};
    if (const auto done = writer.plans(date); !done) return Failure{done.fault()};
    if (const auto done = writer.documents(); !done) return Failure{done.fault()};
    if (const auto done = sign(records, *folder, date, source); !done) return Failure{done.fault()};
    ArchiveWritten written{.files = folder->files().size(),
                           .bytes = 0,
                           .records = writer.recordCount(),
                           .changes = writer.changeCount(),
                           .documentsLeftOut = writer.documentsLeftOut()};
    for (const NewFolder::Written& file : folder->files())
        written.bytes += file.size;
    if (const auto done = folder->place(); !done) return Failure{done.fault()};
    return written;
}

} // namespace puente
