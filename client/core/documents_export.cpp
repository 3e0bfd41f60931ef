#include "client/core/documents.h"

#include "client/core/platform/files.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/file_name.h"
#include "client/domain/fold.h"
#include "sync/document/document_cipher.h"

#include <filesystem>
#include <map>

namespace puente {

namespace {

Notice notHereNotice(const KnownDocument& document) {
    switch (document.here) {
    case KnownDocument::Here::Erased:
        return {ExitCode::Pending, Text::tr("This document was deleted; nobody can read it any more."), document.title,
                Text::tr("“puente document deletion” shows who has confirmed it.")};
    case KnownDocument::Here::Unreadable:
        return {ExitCode::Pending, Text::tr("The key of this document has not arrived, or it is damaged."),
                document.title, Text::tr("Synchronise, and try again.")};
    case KnownDocument::Here::Missing:
    case KnownDocument::Here::Part:
    case KnownDocument::Here::Whole: break;
    }
    return {ExitCode::Pending, Text::tr("This document is not here yet, or not all of it."), document.title,
            Text::tr("“puente document fetch %1” brings it.").arg(document.handle)};
}

Notice damagedNotice(const KnownDocument& document) {
    return {ExitCode::DataInvalid, Text::tr("What is here of this document is not what its record says."),
            document.title, Text::tr("Nothing was written. Fetch it again, and tell the office that attached it.")};
}

/// What stands in the folder under this name already, as systems see it that do not tell capitals apart; empty for
/// nothing.
std::string sameNameIn(const std::string& folder, const std::string& name) {
    std::error_code error;
    const std::string wanted = fold(name);
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (const std::string known = entry->path().filename().string(); fold(known) == wanted) return known;
    return {};
}

} // namespace

Outcome<Done> Documents::read(const KnownDocument& document, const PieceSink& sink) const {
    if (document.here != KnownDocument::Here::Whole) return Failure{notHereNotice(document)};
    const auto key = m_records->workspace().replica().erasableKey(space(), document.key);
    if (!key) return Failure{noticeOf(key.fault())};
    const auto index = m_store->index(space(), document.manifest->document);
    if (!index) return Failure{noticeOf(index.fault(), {})};
    if (!*key || !*index) return Failure{damagedNotice(document)};
    Hasher hasher = contentHasher();
    std::uint64_t size = 0;
    for (std::uint32_t chunk = 0; chunk < (*index)->chunkCount(); ++chunk) {
        const auto sealed = m_store->read(space(), document.manifest->document, (*index)->spanOf(chunk).begin);
        if (!sealed) return Failure{noticeOf(sealed.fault(), {})};
        if (!*sealed) return Failure{damagedNotice(document)};
        const auto plain = openDocumentChunk(**key, **index, document.manifest->size, chunk, **sealed);
        if (!plain) return Failure{damagedNotice(document)};
        hasher.add(*plain);
        size += plain->size();
        if (auto done = sink(*plain); !done) return done;
    }
    const bool isSame = size == document.manifest->size && hasher.finish() == document.manifest->content;
    return isSame ? Outcome<Done>(Done{}) : Failure{damagedNotice(document)};
}

Outcome<std::vector<KnownDocument>> Documents::dropDamaged() {
    const auto all = list();
    if (!all) return Failure{all.fault()};
    std::vector<KnownDocument> damaged;
    std::map<DocumentId, bool> looked; // several records may name one document
    for (const KnownDocument& document : *all) {
        if (document.bytesHere == 0) continue;
        const DocumentId& id = document.manifest->document;
        const auto [at, isNew] = looked.emplace(id, false);
        if (isNew) {
            const auto index = m_store->index(space(), id);
            const auto before = m_store->missing(space(), id);
            if (!index || !before) return Failure{noticeOf(!index ? index.fault() : before.fault(), {})};
            for (std::uint32_t chunk = 0; *index && chunk < (*index)->chunkCount(); ++chunk)
                if (const auto read = m_store->read(space(), id, (*index)->spanOf(chunk).begin); !read)
                    return Failure{noticeOf(read.fault(), {})};
            const auto after = m_store->missing(space(), id);
            if (!after) return Failure{noticeOf(after.fault(), {})};
            at->second = *before != *after;
        }
        if (at->second) damaged.push_back(document);
    }
    return damaged;
}

Outcome<std::string> Documents::exportTo(const KnownDocument& document, const std::string& folder,
                                         bool replaces) const {
    if (document.here != KnownDocument::Here::Whole) return Failure{notHereNotice(document)};
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error))
        return Failure{usageNotice(Text::tr("There is no such folder."), Text::tr("Check its name."), folder)};
    const std::string name = safeFileName(document.manifest->name), path = folder + "/" + name;
    const std::string there = sameNameIn(folder, name);
    if (!there.empty() && (!replaces || there != name))
        return Failure{usageNotice(Text::tr("There is such a file already."),
                                   Text::tr("Choose another folder, or say --replace if that file may go."),
                                   folder + "/" + there)};
    auto file = platform::OutputFile::beside(path, platform::Access::Owner);
    if (!file) return Failure{noticeOf(file.fault(), path)};
    const auto done = read(document, [&](ByteView piece) -> Outcome<Done> {
        if (const auto kept = file->write(piece); !kept) return Failure{noticeOf(kept.fault(), path)};
        return Done{};
    });
    if (!done) return Failure{done.fault()};
    const auto placed = replaces ? file->replace() : file->create();
    if (!placed) return Failure{noticeOf(placed.fault(), path)};
    return path;
}

} // namespace puente
