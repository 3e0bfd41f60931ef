#include "client/core/documents.h"

#include "client/core/attached_file.h"
#include "client/core/known_record.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/record_reader.h"

#include <algorithm>
#include <charconv>

namespace puente {

namespace {

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

/// What is here whole and reads back as these bytes. A manifest alone is not enough: it may name what nobody has any
/// more, or never had, and this file would be nowhere.
Outcome<std::optional<KnownDocument>> Documents::sameContent(const Hash& content, std::uint64_t size) const {
    auto all = list();
    if (!all) return Failure{all.fault()};
    for (KnownDocument& document : *all) {
        const bool isSame = document.here == KnownDocument::Here::Whole && document.manifest->content == content &&
                            document.manifest->size == size;
        if (isSame && read(document, [](ByteView) { return Outcome<Done>(Done{}); }))
            return std::optional(std::move(document));
    }
    return std::optional<KnownDocument>();
}

/// Seals it under a key of its own: key and manifest's document of what it gives are set.
Outcome<KnownDocument> Documents::sealAnew(AttachedFile& file, const Hash& content) {
    Workspace& workspace = m_records->workspace();
    KnownDocument made;
    const auto key = workspace.replica().createErasableKey(space());
    if (!key) return Failure{writeNotice(workspace.replica(), space(), key.fault())};
    made.key = *key;
    auto opened = workspace.replica().erasableKey(space(), *key);
    if (!opened || !*opened) return Failure{noticeOf(!opened ? opened.fault() : ReplicaFault::NoKey)};
    if (auto noted = m_marks.beginAttaching(space(), *key); !noted) return Failure{noted.fault()};
    const auto document = file.sealInto(*m_store, space(), *key, **opened, content, workspace.entropy());
    if (!document) return Failure{document.fault()};
    made.manifest.emplace().document = *document;
    return made;
}

Outcome<Done> Documents::dropUnfinished() {
    const auto keys = m_marks.attaching(space());
    if (!keys) return Failure{keys.fault()};
    if (keys->empty()) return Done{};
    const auto all = list();
    if (!all) return Failure{all.fault()};
    for (const ErasableId& key : *keys) {
        const bool isNamed =
            std::any_of(all->begin(), all->end(), [&](const KnownDocument& known) { return known.key == key; });
        if (!isNamed)
            if (auto erased = eraseKey(key); !erased) return erased;
        if (auto ended = m_marks.endAttaching(space(), key); !ended) return ended;
    }
    return Done{};
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
    for (const Assignment& one : fields)
        if (type.field(one.field, language()) == type.field(kFileField))
            return Failure{usageNotice(Text::tr("What is attached is the file itself; nobody writes that field."),
                                       Text::tr("Leave it out."), one.field)};
    // What keeps the record from being made is said before anything is sealed.
    const auto draft = m_records->draft(type, fields, attached.remarks);
    if (!draft) return Failure{draft.fault()};

    const auto content = file.content();
    if (!content) return Failure{content.fault()};
    auto same = sameContent(*content, file.size());
    if (!same) return Failure{same.fault()};
    attached.wasKnown = same->has_value();
    auto sealed = *same ? Outcome<KnownDocument>(std::move(**same)) : sealAnew(file, *content);
    if (!sealed) return Failure{sealed.fault()};
    const DocumentManifest manifest{.document = sealed->manifest->document,
                                    .size = file.size(),
                                    .content = *content,
                                    .name = name,
                                    .type = std::string(mediaTypeOf(name))};
    const auto record = write(wanted, *draft, sealed->key, manifest);
    if (!record) return Failure{record.fault()};
    attached.record = *record;
    return attached;
}

Outcome<Documents::Attached> Documents::attach(const New& wanted) {
    auto file = AttachedFile::open(wanted.path);
    if (!file) return Failure{file.fault()};
    auto attached = attachFile(wanted, *file);
    // With a record the note is taken away, else what was sealed; if the disk refuses now, it will be done another day.
    if (const auto dropped = dropUnfinished(); !dropped && attached) attached->remarks.push_back(dropped.fault().what);
    return attached;
}

} // namespace puente
