#include "client/core/document_packs.h"

#include "client/core/file_pieces.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/file_name.h"
#include "sync/document/document_pack.h"

#include <filesystem>
#include <map>
#include <set>

namespace puente {

namespace {

Notice packNotice(DocumentPackFault fault, const std::string& path) {
    const std::string again = Text::tr("Copy it again, or have it written again; the other parts are good without it.");
    switch (fault) {
    case DocumentPackFault::NotAPack:
        return {ExitCode::DataInvalid, Text::tr("That file is no part of a pack of documents."), path,
                Text::tr("Name a file that “puente document pack” wrote.")};
    case DocumentPackFault::Truncated:
        return {ExitCode::DataInvalid, Text::tr("The end of this part is missing. Nothing of it was taken."), path,
                again};
    case DocumentPackFault::Damaged:
        return {ExitCode::DataInvalid, Text::tr("This part is damaged. Nothing of it was taken."), path, again};
    case DocumentPackFault::Newer:
        return {ExitCode::DataInvalid, Text::tr("A newer version of Puente wrote this part."), path,
                Text::tr("Install that version, or a later one.")};
    }
    return {};
}

/// Two digits, or as many as the count has.
std::string padded(std::size_t number, std::size_t count) {
    std::string text = std::to_string(number);
    const std::size_t width = std::max<std::size_t>(2, std::to_string(count).size());
    return std::string(width - std::min(width, text.size()), '0') + text;
}

/// What of the pack is written: the documents that are here whole, each once, with their indexes.
struct PackContent {
    std::vector<DocumentIndex> indexes;
    std::vector<KnownDocument> lacks;
};

Outcome<PackContent> contentOf(const Documents& documents, const std::vector<KnownDocument>& wanted) {
    PackContent content;
    std::set<DocumentId> once; // several records may have the same file
    for (const KnownDocument& document : wanted) {
        if (document.here == KnownDocument::Here::Erased) continue;
        if (document.here != KnownDocument::Here::Whole) {
            content.lacks.push_back(document);
            continue;
        }
        if (!once.insert(document.manifest->document).second) continue;
        auto index = documents.store().index(documents.space(), document.manifest->document);
        if (!index) return Failure{noticeOf(index.fault(), {})};
        if (*index) content.indexes.push_back(std::move(**index));
    }
    return content;
}

Outcome<std::uint64_t> writePart(const Documents& documents, const std::vector<DocumentIndex>& indexes,
                                 const std::vector<DocumentPackSlice>& slices, const DocumentPackPart& part,
                                 const std::string& path) {
    auto file = platform::OutputFile::beside(path, platform::Access::Everyone);
    if (!file) return Failure{noticeOf(file.fault(), path)};
    DocumentPackWriter writer;
    std::uint64_t size = 0;
    std::optional<platform::FileFault> failed;
    const auto put = [&](const Bytes& piece) {
        size += piece.size();
        if (const auto done = file->write(piece); !done) failed = done.fault();
        return !failed;
    };
    bool goesOn = put(writer.begin(part));
    for (const DocumentPackSlice& slice : slices) {
        const DocumentIndex& index = indexes[slice.document];
        goesOn = goesOn && put(writer.index(index));
        for (std::uint32_t chunk = slice.begin; goesOn && chunk < slice.end; ++chunk) {
            const auto sealed = documents.store().read(documents.space(), index.id(), index.spanOf(chunk).begin);
            if (!sealed) return Failure{noticeOf(sealed.fault(), {})};
            if (!*sealed) // the disk changed it since it was looked at
                return Failure{Notice{ExitCode::DataInvalid, Text::tr("A document here was damaged on the disk."), path,
                                      Text::tr("Fetch it again: “puente document fetch”.")}};
            goesOn = put(writer.chunk(chunk, **sealed));
        }
    }
    goesOn = goesOn && put(writer.end());
    if (!goesOn) return Failure{noticeOf(*failed, path)};
    if (const auto placed = file->create(); !placed) return Failure{noticeOf(placed.fault(), path)};
    return size;
}

/// By document, what records say of it, each for itself: one may lie about what another has.
using ByDocument = std::multimap<DocumentId, KnownDocument>;

/// The documents that records name: only these are taken from a pack.
Outcome<ByDocument> byDocument(const Documents& documents) {
    auto listed = documents.list();
    if (!listed) return Failure{listed.fault()};
    ByDocument known;
    for (KnownDocument& document : *listed)
        if (document.manifest) known.emplace(document.manifest->document, std::move(document));
    return known;
}

bool isAny(const ByDocument& known, const DocumentId& id, const std::function<bool(const KnownDocument&)>& what) {
    const auto [begin, end] = known.equal_range(id);
    return std::any_of(begin, end, [&](const auto& one) { return what(one.second); });
}

/// Puts what is read of a sound part into the store.
class IntoStore final : public DocumentPackReader::Taker {
public:
    IntoStore(const Documents& documents, ByDocument known) : m_documents(documents), m_known(std::move(known)) {}

    void index(const DocumentIndex& index) override {
        const bool isKnown = isAny(m_known, index.id(), [&](const KnownDocument& known) {
            return known.key == index.key() && known.sealedSize == index.sealedSize();
        });
        m_index = isKnown ? std::optional(index) : std::nullopt;
        if (!isKnown) { // of a part each document stands in it once
            ++(isErased(index.key()) ? m_erased : m_unknown);
            return;
        }
        if (const auto added = m_documents.store().add(m_documents.space(), index); !added) m_fault = added.fault();
    }
    void chunk(std::uint32_t number, ByteView sealed) override {
        if (!m_index || m_fault) return;
        DocumentStore& store = m_documents.store();
        const auto here = store.read(m_documents.space(), m_index->id(), m_index->spanOf(number).begin);
        if (!here) m_fault = here.fault();
        if (m_fault || *here) return;
        const auto written = store.write(m_documents.space(), m_index->id(), m_index->spanOf(number).begin, sealed);
        if (!written)
            m_fault = written.fault();
        else if (*written == DocumentStore::Written::Taken) {
            m_new.insert(m_index->id());
            m_bytes += sealed.size();
        }
    }

    std::optional<SqlFault> fault() const { return m_fault; }
    const std::set<DocumentId>& touched() const { return m_new; }
    std::size_t unknown() const { return m_unknown; }
    std::size_t erased() const { return m_erased; }
    std::uint64_t bytes() const { return m_bytes; }

private:
    bool isErased(const ErasableId& key) const {
        const Replica& replica = m_documents.records().workspace().replica();
        const auto status = replica.erasureStatus(m_documents.space(), key);
        return status && status->isErased;
    }

    const Documents& m_documents;
    ByDocument m_known;
    std::optional<DocumentIndex> m_index;
    std::set<DocumentId> m_new;
    std::size_t m_unknown = 0, m_erased = 0;
    std::uint64_t m_bytes = 0;
    std::optional<SqlFault> m_fault;
};

/// Reads a part from its beginning to its end.
Outcome<DocumentPackPart> readThrough(platform::InputFile& file, const std::string& path,
                                      DocumentPackReader::Taker& taker) {
    if (const auto done = file.rewind(); !done) return Failure{noticeOf(done.fault(), path)};
    DocumentPackReader reader(taker);
    const auto read = readPieces(file, path, [&](ByteView piece) -> Outcome<Done> {
        if (const auto fed = reader.feed(piece); !fed) return Failure{packNotice(fed.fault(), path)};
        return Done{};
    });
    if (!read) return Failure{read.fault()};
    const auto part = reader.finish();
    if (!part) return Failure{packNotice(part.fault(), path)};
    return *part;
}

} // namespace

Outcome<PackReport> writePack(const Documents& documents, const PackWish& wish) {
    std::error_code error;
    if (!std::filesystem::is_directory(wish.folder, error))
        return Failure{usageNotice(Text::tr("There is no such folder."), Text::tr("Check its name."), wish.folder)};
    auto content = contentOf(documents, wish.documents);
    if (!content) return Failure{content.fault()};
    PackReport report{
        .files = {}, .documents = content->indexes.size(), .bytes = 0, .lacks = std::move(content->lacks)};
    const auto parts = packParts(content->indexes, wish.partSize > 0 ? wish.partSize : kDocumentPackSizeMax);
    if (parts.size() > kDocumentPackPartsMax)
        return Failure{usageNotice(Text::tr("That would be too many parts."), Text::tr("Make them larger."))};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string file = safeFileName(wish.name) + "-" + padded(i + 1, parts.size()) + "-of-" +
                                 padded(parts.size(), parts.size()) + ".puente-doc";
        const std::string path = wish.folder + "/" + file;
        const DocumentPackPart part{documents.space(), static_cast<std::uint32_t>(i + 1),
                                    static_cast<std::uint32_t>(parts.size())};
        const auto size = writePart(documents, content->indexes, parts[i], part, path);
        if (!size) return Failure{size.fault()};
        report.bytes += *size;
        report.files.push_back(path);
    }
    return report;
}

Outcome<UnpackReport> readPack(Workspace& workspace, const std::string& path) {
    auto file = platform::InputFile::open(path, kDocumentPackSizeMax, platform::Links::Refuse);
    if (!file) return Failure{noticeOf(file.fault(), path)};
    DocumentPackReader::Taker nobody;
    const auto part = readThrough(*file, path, nobody);
    if (!part) return Failure{part.fault()};
    const SpaceInfo* space = workspace.replica().findSpace(part->space);
    if (!space)
        return Failure{Notice{ExitCode::Refused,
                              Text::tr("These documents are of a space that this office does not take part in."), path,
                              Text::tr("Join first, with an invite: “puente join”.")}};
    const auto records = Records::in(workspace, part->space);
    if (!records) return Failure{records.fault()};
    const auto documents = Documents::in(**records);
    if (!documents) return Failure{documents.fault()};
    auto known = byDocument(*documents);
    if (!known) return Failure{known.fault()};

    IntoStore taker(*documents, std::move(*known));
    const auto taken = readThrough(*file, path, taker);
    const auto kept = documents->store().keep();
    if (!taken) return Failure{taken.fault()};
    if (taker.fault() || !kept) return Failure{noticeOf(taker.fault() ? *taker.fault() : kept.fault(), {})};

    const auto after = byDocument(*documents);
    if (!after) return Failure{after.fault()};
    UnpackReport report{.spaceName = space->name,
                        .part = part->number,
                        .partCount = part->count,
                        .documents = taker.touched().size(),
                        .bytes = taker.bytes(),
                        .completed = 0,
                        .withoutRecord = taker.unknown(),
                        .erased = taker.erased()};
    for (const DocumentId& document : taker.touched())
        if (isAny(*after, document, [](const KnownDocument& one) { return one.here == KnownDocument::Here::Whole; }))
            ++report.completed;
    return report;
}

} // namespace puente
