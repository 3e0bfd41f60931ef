#pragma once

#include "client/core/document_marks.h"
#include "client/core/file_pieces.h"
#include "client/core/records.h"
#include "client/domain/document_manifest.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace puente {

class AttachedFile;

/// A record of a document that has a file, and what is here of that.
struct KnownDocument {
    enum class Here : std::uint8_t {
        Missing,   ///< its record only
        Part,      ///< some bytes of it
        Whole,     ///< all of it
        Erased,    ///< its key was erased here: nobody reads it any more
        Unreadable ///< its key has not come yet, or what was sealed is no manifest
    };

    Dot record;
    std::string handle;
    std::string title;
    std::string kind; ///< name of the enumerator
    std::string language;
    std::string version;
    std::string by = {};     ///< the organisation that attached it
    bool isReplaced = false; ///< another record says that it replaces this one
    ErasableId key = {};
    std::optional<DocumentManifest> manifest = {}; ///< for what is readable
    Here here = Here::Unreadable;
    std::uint64_t sealedSize = 0; ///< what it costs to send
    std::uint64_t bytesHere = 0;  ///< of those
    DocumentMarks::There there = DocumentMarks::There::Unknown;

    /// What can be fetched: it is not here, or not all of it.
    bool isMissing() const { return here == Here::Missing || here == Here::Part; }
};

/// How the files of a space stand; each counted once, although several records may name it.
struct DocumentStanding {
    std::size_t missing = 0; ///< that can be fetched
    std::uint64_t missingBytes = 0;
    std::size_t unsent = 0; ///< that are here, and of which the server is not known to have all
    std::uint64_t unsentBytes = 0;
};

/// The files of one space: a record says what a file is, an erasable key seals it, and its sealed chunks lie in the
/// workspace's document store. Everything here works without a network. The records must outlive it.
class Documents {
public:
    /// First removes what an attach() left that met a crash: a file that no record names.
    static Outcome<Documents> in(Records& records);
    /// True when a record of the space has a file, or chunks are here already.
    static Outcome<bool> isAnyIn(const Records& records);

    Records& records() const { return *m_records; }
    const SpaceId& space() const { return m_records->space(); }
    DocumentStore& store() const { return *m_store; }
    DocumentMarks& marks() { return m_marks; }

    /// All documents with a file; those that were replaced too. By title, language, version.
    Outcome<std::vector<KnownDocument>> list() const;
    Outcome<DocumentStanding> standing() const;
    /// Those that belong to a meeting: that are about it or about a record that refers to it, and those to which such a
    /// record refers.
    Outcome<std::vector<KnownDocument>> papersOf(const Dot& meeting) const;
    /// The earliest meeting of that day or later; nothing if none is known.
    Outcome<std::optional<Dot>> nextMeeting(Day today) const;
    Outcome<KnownDocument> find(std::string_view text) const;
    Outcome<KnownDocument> known(const Dot& record) const;

    struct New {
        std::string path;
        std::vector<Assignment> fields;
        std::optional<Dot> belongsTo; ///< a record that shall refer to it, or that it is about
        std::optional<Dot> replaces;
    };
    struct Attached {
        Dot record;
        std::string name;
        std::uint64_t size = 0;
        std::uint64_t sealedSize = 0;
        bool wasKnown = false; ///< the same bytes are here already, of this space, and are not stored again
        std::vector<std::string> remarks = {};
    };
    /// Makes the record of a document, and seals a file as its content, piece by piece: no copy in clear is made
    /// anywhere. Only an ordinary file is taken, and none that changes while it is read.
    Outcome<Attached> attach(const New& wanted);

    /// Gives a file's content in clear, piece by piece, each checked alone. Only when this returns well is all of it
    /// what the record says: what was given before a fault must not be used.
    Outcome<Done> read(const KnownDocument& document, const PieceSink& sink) const;

    /// Looks at every chunk that is here. Of the documents that it gives, the disk has changed something: that is
    /// missing from now on, and can be fetched again.
    Outcome<std::vector<KnownDocument>> dropDamaged();

    /// Writes a file in clear into a folder, under a safe name made of its own, and gives its path. It appears only
    /// when every byte was checked; nothing is opened or run. Something of that name is replaced only if `replaces`.
    Outcome<std::string> exportTo(const KnownDocument& document, const std::string& folder, bool replaces) const;

    /// The other records whose file is sealed under the same key: they lose it too.
    Outcome<std::vector<KnownDocument>> sharing(const KnownDocument& document) const;
    /// Erases the key of a document, here at once and elsewhere when others hear of it, and removes its chunks.
    Outcome<Done> erase(const KnownDocument& document) { return eraseKey(document.key); }
    Outcome<ErasureStatus> erasureOf(const KnownDocument& document) const;

private:
    Documents(Records& records, DocumentStore& store, DocumentMarks marks)
        : m_records(&records), m_store(&store), m_marks(marks) {}

    struct Holdings;
    Outcome<Holdings> holdings() const;
    std::optional<KnownDocument> knownFrom(const RecordReader& record, const Holdings& holdings) const;
    Outcome<Done> eraseKey(const ErasableId& key);
    Outcome<std::optional<KnownDocument>> sameContent(const Hash& content, std::uint64_t size) const;
    Outcome<Attached> attachFile(const New& wanted, AttachedFile& file);
    Outcome<KnownDocument> sealAnew(AttachedFile& file, const Hash& content);
    Outcome<Done> dropUnfinished();
    Outcome<Dot> write(const New& wanted, const Edit& draft, const ErasableId& key, const DocumentManifest& manifest);

    Records* m_records;     // not owned
    DocumentStore* m_store; // not owned
    DocumentMarks m_marks;
};

/// Of a space, also of one without any document: nothing is made for it then.
Outcome<DocumentStanding> documentStandingIn(Records& records);

/// Removes the chunks of all documents of a space whose key was erased, whoever said so; after every contact. How many.
Outcome<std::uint64_t> removeErasedDocuments(Workspace& workspace, const SpaceId& space);

} // namespace puente
