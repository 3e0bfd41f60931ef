#include "client/core/documents.h"

#include "client/core/known_record.h"
#include "client/core/platform/files.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/record_reader.h"
#include "sync/document/document_cipher.h"

#include <algorithm>
#include <charconv>

namespace puente {

namespace {

Notice changedNotice(const std::string& path) {
    return {ExitCode::DataInvalid, Text::tr("The file changed while it was read. Nothing was attached."), path,
            Text::tr("Close it in the program that writes it, and attach it again.")};
}

Notice tooLargeNotice(const std::string& path) {
    return {ExitCode::DataInvalid, Text::tr("The file is too large."), path,
            Text::tr("A file may have at most 1 GiB. Divide it.")};
}

std::string fileNameOf(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

/// The name without its ending, to begin with as a title.
std::string titleOf(const std::string& name) {
    const std::size_t dot = name.rfind('.');
    return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

/// "3" after "2"; "2" after what is no number, since the one that is replaced was the first.
std::string versionAfter(const std::string& version) {
    unsigned number = 0;
    const auto read = std::from_chars(version.data(), version.data() + version.size(), number);
    const bool isNumber = read.ec == std::errc{} && read.ptr == version.data() + version.size() && number < 1'000'000;
    return std::to_string(isNumber ? number + 1 : 2);
}

/// Draws nonces and remembers them: a document is sealed twice, once to know what it will be and once to store it, and
/// both must come to the same bytes. What is stored is checked against the first time, so no nonce is used for two
/// texts that anybody gets to see.
class NonceRecord final : public Entropy {
public:
    explicit NonceRecord(Entropy& source) : m_source(source) {}
    void fill(std::span<std::uint8_t> target) override {
        m_source.fill(target);
        append(m_drawn, target);
    }
    const Bytes& drawn() const { return m_drawn; }

private:
    Entropy& m_source;
    Bytes m_drawn;
};

class NonceReplay final : public Entropy {
public:
    explicit NonceReplay(const Bytes& drawn) : m_drawn(drawn) {}
    void fill(std::span<std::uint8_t> target) override {
        expects(target.size() <= m_drawn.size() - m_at);
        std::copy_n(m_drawn.begin() + static_cast<std::ptrdiff_t>(m_at), target.size(), target.begin());
        m_at += target.size();
    }

private:
    const Bytes& m_drawn;
    std::size_t m_at = 0;
};

} // namespace

/// A file that is read several times, from its beginning to its end, and must be the same each time.
class AttachedFile {
public:
    static Outcome<AttachedFile> open(const std::string& path) {
        auto file = platform::InputFile::open(path, kDocumentSizeMax, platform::Links::Refuse);
        if (!file && file.fault() == platform::FileFault::TooLarge) return Failure{tooLargeNotice(path)};
        if (!file) return Failure{noticeOf(file.fault(), path)};
        const auto state = file->state();
        if (!state) return Failure{noticeOf(state.fault(), path)};
        return AttachedFile(std::move(*file), path, *state);
    }

    const std::string& path() const { return m_path; }
    std::uint64_t size() const { return m_state.size; }

    /// Exactly so many bytes, from where the last call ended.
    Outcome<Bytes> next(std::size_t size) {
        Bytes bytes;
        while (bytes.size() < size) {
            const auto piece = m_file.next(size - bytes.size());
            if (!piece) return Failure{noticeOf(piece.fault(), m_path)};
            if (piece->empty()) return Failure{changedNotice(m_path)};
            append(bytes, *piece);
        }
        return bytes;
    }
    /// At its end: that nothing follows and nobody wrote to it, and back to the beginning.
    Outcome<Done> finishRound() {
        const auto more = m_file.next(1);
        const auto state = m_file.state();
        if (!more) return Failure{noticeOf(more.fault(), m_path)};
        if (!state) return Failure{noticeOf(state.fault(), m_path)};
        if (!more->empty() || *state != m_state) return Failure{changedNotice(m_path)};
        if (const auto done = m_file.rewind(); !done) return Failure{noticeOf(done.fault(), m_path)};
        return Done{};
    }

private:
    AttachedFile(platform::InputFile file, std::string path, const platform::InputFile::State& state)
        : m_file(std::move(file)), m_path(std::move(path)), m_state(state) {}

    platform::InputFile m_file;
    std::string m_path;
    platform::InputFile::State m_state;
};

namespace {

Outcome<Hash> contentOf(AttachedFile& file) {
    Hasher hasher = contentHasher();
    for (std::uint64_t left = file.size(); left > 0;) {
        const auto piece = file.next(static_cast<std::size_t>(std::min<std::uint64_t>(left, kDocumentChunkSize)));
        if (!piece) return Failure{piece.fault()};
        hasher.add(*piece);
        left -= piece->size();
    }
    if (auto done = file.finishRound(); !done) return Failure{done.fault()};
    return hasher.finish();
}

struct SealingKeyPair {
    ErasableId id;
    ErasableKey key;
};

/// What the file will be when it is sealed; nothing is stored.
Outcome<DocumentIndex> indexOf(AttachedFile& file, const SealingKeyPair& key, Entropy& entropy) {
    DocumentSealer sealer(key.key, key.id, file.size(), entropy);
    while (!sealer.isDone()) {
        const auto plain = file.next(sealer.wanted());
        if (!plain) return Failure{plain.fault()};
        (void)sealer.sealNext(*plain);
    }
    if (auto done = file.finishRound(); !done) return Failure{done.fault()};
    return sealer.finish();
}

/// Seals the file again, to the same bytes, into the store.
Outcome<Done> storeSealed(AttachedFile& file, const SealingKeyPair& key, Entropy& nonces, const DocumentIndex& index,
                          const SpaceId& space, DocumentStore& store) {
    if (const auto added = store.add(space, index); !added) return Failure{noticeOf(added.fault(), {})};
    DocumentSealer sealer(key.key, key.id, file.size(), nonces);
    std::uint64_t offset = 0;
    while (!sealer.isDone()) {
        const auto plain = file.next(sealer.wanted());
        if (!plain) return Failure{plain.fault()};
        const Bytes sealed = sealer.sealNext(*plain);
        const auto written = store.write(space, index.id(), offset, sealed);
        if (!written) return Failure{noticeOf(written.fault(), {})};
        if (*written != DocumentStore::Written::Taken) return Failure{changedNotice(file.path())};
        offset += sealed.size();
    }
    if (auto done = file.finishRound(); !done) return Failure{done.fault()};
    if (const auto kept = store.keep(); !kept) return Failure{noticeOf(kept.fault(), {})};
    return Done{};
}

Outcome<DocumentId> sealInto(DocumentStore& store, const SpaceId& space, AttachedFile& file, const SealingKeyPair& key,
                             Entropy& entropy) {
    NonceRecord nonces(entropy);
    const auto index = indexOf(file, key, nonces);
    if (!index) return Failure{index.fault()};
    NonceReplay again(nonces.drawn());
    if (auto stored = storeSealed(file, key, again, *index, space, store); !stored) {
        (void)store.remove(space, index->id());
        return Failure{stored.fault()};
    }
    return index->id();
}

/// The fields that a new record gets although nobody gave them: its file's name as a title, and of the document that it
/// replaces what stays the same.
std::vector<Assignment> completed(const std::vector<Assignment>& given, const RecordType& type,
                                  const std::string& title, const RecordReader* older) {
    std::vector<Assignment> fields = given;
    const auto otherwise = [&](const char* name, const std::string& value) {
        const bool isGiven = std::any_of(given.begin(), given.end(), [&](const Assignment& one) {
            return type.field(one.field, language()) == type.field(name);
        });
        if (!isGiven && !value.empty()) fields.push_back({name, Assignment::Kind::Set, value});
    };
    otherwise("title", older ? older->text("title") : title);
    if (!older) return fields;
    for (const char* name : {"kind", "language", "visibility"})
        otherwise(name, std::string(older->symbol(name)));
    otherwise("version", versionAfter(older->text("version")));
    return fields;
}

/// The field by which a record of this type refers to documents; nullptr if it has none.
const Field* documentsField(const RecordType& type) {
    for (const char* name : {"documents", "materials"})
        if (const Field* field = type.field(name)) return field;
    return nullptr;
}

} // namespace

Outcome<Dot> Documents::write(const New& wanted, const Edit& draft, const ErasableId& key,
                              const DocumentManifest& manifest) {
    const Replica& replica = m_records->workspace().replica();
    const RecordType& type = typeNamed(*m_records, "document");
    const auto opened = replica.erasableKey(space(), key);
    if (!opened || !*opened) return Failure{!opened ? noticeOf(opened.fault()) : noticeOf(ReplicaFault::NoKey)};
    const std::uint32_t field = type.field(kFileField)->number;
    auto sealed = sealValue(**opened, {space(), key, field}, manifestText(manifest), replica.logs(),
                            m_records->workspace().entropy());
    expects(sealed.has_value());

    Edit edit = draft;
    edit.set(field, Value(std::move(*sealed)));
    if (wanted.replaces) edit.set(type.field("replaces")->number, Reference{*wanted.replaces});
    std::vector<Operation> more;
    if (wanted.belongsTo) {
        const auto owner = readRecord(*m_records, *wanted.belongsTo);
        if (!owner) return Failure{owner.fault()};
        if (!*owner) return Failure{noticeOf(ReplicaFault::UnknownRecord)};
        if (const Field* list = documentsField(*(*owner)->type)) {
            Edit referring = Edit::of((*owner)->component);
            referring.add(list->number, Reference{edit.record()});
            if (auto kept = m_records->keepRules(referring, *(*owner)->type); !kept) return Failure{kept.fault()};
            more = referring.operations();
        } else {
            edit.add(type.field("about")->number, Reference{*wanted.belongsTo});
        }
    }
    std::vector<Operation> operations = edit.operations();
    operations.insert(operations.end(), more.begin(), more.end());
    Dot record = edit.record();
    const auto sequence = m_records->commit(std::move(operations));
    if (!sequence) return Failure{sequence.fault()};
    record.sequence = *sequence;
    return record;
}

Outcome<Documents::Attached> Documents::attachFile(const New& wanted, AttachedFile& file) {
    const std::string name = manifestName(fileNameOf(wanted.path));
    const RecordType& type = typeNamed(*m_records, "document");
    std::optional<KnownRecord> older;
    if (wanted.replaces) {
        auto read = readRecord(*m_records, *wanted.replaces);
        if (!read) return Failure{read.fault()};
        older = std::move(*read);
    }
    const std::optional<RecordReader> olderReader = older ? std::optional(older->reader()) : std::nullopt;

    Attached attached{.record = {}, .name = name, .size = file.size(), .sealedSize = sealedDocumentSize(file.size())};
    const auto fields = completed(wanted.fields, type, titleOf(name), olderReader ? &*olderReader : nullptr);
    // What keeps the record from being made is said before anything is sealed.
    const auto draft = m_records->draft(type, fields, attached.remarks);
    if (!draft) return Failure{draft.fault()};

    const auto content = contentOf(file);
    if (!content) return Failure{content.fault()};
    DocumentManifest manifest{
        .document = {}, .size = file.size(), .content = *content, .name = name, .type = std::string(mediaTypeOf(name))};
    const auto same = sameContent(*content, file.size());
    if (!same) return Failure{same.fault()};
    ErasableId key;
    if (*same) {
        attached.wasKnown = true;
        key = (*same)->key;
        manifest.document = (*same)->manifest->document;
    } else {
        Workspace& workspace = m_records->workspace();
        const auto made = workspace.replica().createErasableKey(space());
        if (!made) return Failure{writeNotice(workspace.replica(), space(), made.fault())};
        key = *made;
        auto opened = workspace.replica().erasableKey(space(), key);
        if (!opened || !*opened) return Failure{noticeOf(!opened ? opened.fault() : ReplicaFault::NoKey)};
        const auto document = sealInto(*m_store, space(), file, {key, std::move(**opened)}, workspace.entropy());
        if (!document) return Failure{document.fault()};
        manifest.document = *document;
    }
    const auto record = write(wanted, *draft, key, manifest);
    if (!record) return Failure{record.fault()};
    attached.record = *record;
    return attached;
}

Outcome<Documents::Attached> Documents::attach(const New& wanted) {
    auto file = AttachedFile::open(wanted.path);
    if (!file) return Failure{file.fault()};
    return attachFile(wanted, *file);
}

} // namespace puente
