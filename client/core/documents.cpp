#include "client/core/documents.h"

#include "client/core/known_record.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/follow_up/record_scan.h"
#include "client/domain/sealed_field.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace puente {

/// What is looked up once for a whole list.
struct Documents::Holdings {
    std::map<DocumentId, DocumentStore::Held> held;
    std::map<DocumentId, DocumentMarks::There> there;
};

namespace {

std::optional<DocumentManifest> manifestIn(const OpenedValue& opened) {
    if (opened.state != OpenedValue::State::Open) return std::nullopt;
    const auto* text = std::get_if<std::string>(&opened.value);
    return text ? manifestFromText(*text) : std::nullopt;
}

KnownDocument::Here hereOf(const KnownDocument& document) {
    if (document.bytesHere == 0) return KnownDocument::Here::Missing;
    return document.bytesHere < document.sealedSize ? KnownDocument::Here::Part : KnownDocument::Here::Whole;
}

/// The records that refer to a record, and it itself.
std::set<Dot> withThoseReferring(const Catalogue& catalogue, const Dot& record) {
    std::set<Dot> found{catalogue.canonical(record)};
    for (const Dot& other : catalogue.referringTo(record))
        found.insert(catalogue.canonical(other));
    return found;
}

} // namespace

Outcome<Documents> Documents::in(Records& records) {
    const auto store = records.workspace().documents();
    if (!store) return Failure{store.fault()};
    const auto marks = DocumentMarks::in(records.workspace());
    if (!marks) return Failure{marks.fault()};
    Documents documents(records, **store, *marks);
    if (auto dropped = documents.dropUnfinished(); !dropped) return Failure{dropped.fault()};
    return documents;
}

Outcome<bool> Documents::isAnyIn(const Records& records) {
    bool isAny = records.workspace().hasDocuments();
    const auto done = scan(records.catalogue(), records.space(), "document",
                           [&](const RecordReader& record) { isAny = isAny || record.live(kFileField).has_value(); });
    if (!done) return Failure{noticeOf(done.fault())};
    return isAny;
}

Outcome<Documents::Holdings> Documents::holdings() const {
    Holdings holdings;
    const auto held = m_store->documents(space());
    if (!held) return Failure{noticeOf(held.fault(), {})};
    for (const DocumentStore::Held& one : *held)
        holdings.held.emplace(one.document, one);
    auto there = m_marks.of(space());
    if (!there) return Failure{there.fault()};
    holdings.there = std::move(*there);
    return holdings;
}

std::optional<KnownDocument> Documents::knownFrom(const RecordReader& record, const Holdings& holdings) const {
    const Replica& replica = m_records->workspace().replica();
    const auto live = record.live(kFileField);
    const auto opened =
        live ? openSealed(replica, space(), record.type().field(kFileField)->number, live->value) : std::nullopt;
    if (!opened) return std::nullopt; // nothing there, or nothing that was sealed: a member's own mischief
    KnownDocument document{.record = record.id(),
                           .handle = handleOf(record.id(), replica.logs()),
                           .title = record.text("title"),
                           .kind = std::string(record.symbol("kind")),
                           .language = std::string(record.symbol("language")),
                           .version = record.text("version")};
    document.by = m_records->authorOf(*live).organization;
    document.key = *keyOfSealed(std::get<Opaque>(live->value));
    document.manifest = manifestIn(*opened);
    if (opened->state == OpenedValue::State::Erased) document.here = KnownDocument::Here::Erased;
    if (!document.manifest) return document;

    document.sealedSize = sealedDocumentSize(document.manifest->size);
    const auto held = holdings.held.find(document.manifest->document);
    // A manifest may name anything: what is here counts only if it was sealed under this record's own key.
    if (held != holdings.held.end() && held->second.key == document.key &&
        held->second.sealedSize == document.sealedSize)
        document.bytesHere = held->second.bytesHere;
    document.here = hereOf(document);
    if (const auto mark = holdings.there.find(document.manifest->document); mark != holdings.there.end())
        document.there = mark->second;
    return document;
}

Outcome<std::vector<KnownDocument>> Documents::list() const {
    const auto holdings = this->holdings();
    if (!holdings) return Failure{holdings.fault()};
    std::vector<KnownDocument> documents;
    std::set<Dot> replaced;
    const auto done = scan(m_records->catalogue(), space(), "document", [&](const RecordReader& record) {
        if (auto document = knownFrom(record, *holdings)) documents.push_back(std::move(*document));
        if (const auto older = target(m_records->catalogue(), record, "replaces")) replaced.insert(*older);
    });
    if (!done) return Failure{noticeOf(done.fault())};
    for (KnownDocument& document : documents)
        document.isReplaced = replaced.contains(document.record);
    std::sort(documents.begin(), documents.end(), [](const KnownDocument& a, const KnownDocument& b) {
        return std::tie(a.title, a.language, a.version, a.handle) < std::tie(b.title, b.language, b.version, b.handle);
    });
    return documents;
}

Outcome<DocumentStanding> Documents::standing() const {
    const auto all = list();
    if (!all) return Failure{all.fault()};
    DocumentStanding standing;
    std::set<DocumentId> once;
    for (const KnownDocument& document : *all) {
        const bool isHere = document.here == KnownDocument::Here::Whole;
        if ((!isHere && !document.isMissing()) || !once.insert(document.manifest->document).second) continue;
        if (document.isMissing()) {
            ++standing.missing;
            standing.missingBytes += document.sealedSize - document.bytesHere;
        } else if (document.there != DocumentMarks::There::Whole) {
            ++standing.unsent;
            standing.unsentBytes += document.sealedSize;
        }
    }
    return standing;
}

Outcome<DocumentStanding> documentStandingIn(Records& records) {
    const auto isAny = Documents::isAnyIn(records);
    if (!isAny) return Failure{isAny.fault()};
    if (!*isAny) return DocumentStanding{};
    const auto documents = Documents::in(records);
    if (!documents) return Failure{documents.fault()};
    return documents->standing();
}

Outcome<std::vector<KnownDocument>> Documents::papersOf(const Dot& meeting) const {
    auto all = list();
    if (!all) return all;
    const Catalogue& catalogue = m_records->catalogue();
    const std::set<Dot> concerned = withThoseReferring(catalogue, meeting);
    std::set<Dot> papers;
    for (const Dot& record : concerned) {
        const auto known = readRecord(*m_records, record);
        if (!known) return Failure{known.fault()};
        if (!*known) continue;
        const RecordReader reader = (*known)->reader();
        for (const Field& field : reader.type().fields)
            if (field.kind == FieldKind::Reference && field.isSet)
                for (const Dot& one : targets(catalogue, reader, field.name))
                    papers.insert(one);
    }
    const auto done = scan(catalogue, space(), "document", [&](const RecordReader& record) {
        for (const Dot& about : targets(catalogue, record, "about"))
            if (concerned.contains(about)) papers.insert(record.id());
    });
    if (!done) return Failure{noticeOf(done.fault())};
    std::erase_if(*all, [&](const KnownDocument& document) { return !papers.contains(document.record); });
    return all;
}

Outcome<std::optional<Dot>> Documents::nextMeeting(Day today) const {
    std::optional<std::pair<Day, Dot>> next;
    const auto done = scan(m_records->catalogue(), space(), "meeting", [&](const RecordReader& meeting) {
        const auto start = meeting.day("start"), end = meeting.day("end");
        if (!start || (end ? *end : *start) < today) return;
        if (!next || *start < next->first) next = {*start, meeting.id()};
    });
    if (!done) return Failure{noticeOf(done.fault())};
    return next ? std::optional(next->second) : std::nullopt;
}

Outcome<KnownDocument> Documents::known(const Dot& record) const {
    const auto all = list();
    if (!all) return Failure{all.fault()};
    const Dot wanted = m_records->catalogue().canonical(record);
    for (const KnownDocument& document : *all)
        if (document.record == wanted) return document;
    return Failure{Notice{ExitCode::Pending, Text::tr("This record has no file."),
                          handleOf(record, m_records->workspace().replica().logs()),
                          Text::tr("“puente document list” shows the documents that have one.")}};
}

Outcome<KnownDocument> Documents::find(std::string_view text) const {
    const auto record = findRecord(*m_records, text, {"document"});
    if (!record) return Failure{record.fault()};
    return known(record->id());
}

Outcome<std::vector<KnownDocument>> Documents::sharing(const KnownDocument& document) const {
    auto all = list();
    if (!all) return all;
    std::erase_if(
        *all, [&](const KnownDocument& other) { return other.key != document.key || other.record == document.record; });
    return all;
}

Outcome<Done> Documents::eraseKey(const ErasableId& key) {
    Replica& replica = m_records->workspace().replica();
    const auto erased = replica.eraseKey(space(), key);
    if (!erased) return Failure{writeNotice(replica, space(), erased.fault())};
    const auto removed = m_store->removeSealedUnder(space(), key);
    if (!removed) return Failure{noticeOf(removed.fault(), {})};
    return Done{};
}

Outcome<ErasureStatus> Documents::erasureOf(const KnownDocument& document) const {
    auto status = m_records->workspace().replica().erasureStatus(space(), document.key);
    if (!status) return Failure{noticeOf(status.fault())};
    return std::move(*status);
}

Outcome<std::uint64_t> removeErasedDocuments(Workspace& workspace, const SpaceId& space) {
    std::uint64_t count = 0;
    if (!workspace.hasDocuments()) return count;
    const auto store = workspace.documents();
    if (!store) return Failure{store.fault()};
    const auto held = (*store)->documents(space);
    if (!held) return Failure{noticeOf(held.fault(), {})};
    for (const DocumentStore::Held& one : *held) {
        const auto status = workspace.replica().erasureStatus(space, one.key);
        if (!status) return Failure{noticeOf(status.fault())};
        if (!status->isErased) continue;
        const auto removed = (*store)->removeSealedUnder(space, one.key);
        if (!removed) return Failure{noticeOf(removed.fault(), {})};
        count += *removed;
    }
    return count;
}

} // namespace puente
