#pragma once

#include "sync/document/document_index.h"
#include "sync/sql/database.h"

#include <map>
#include <memory>
#include <string>

namespace puente {

/// Pages of a store's file, when it is not sealed itself: DatabaseOptions::pageSize.
inline constexpr int kDocumentPageSize = 16 * 1024;
/// How such a file is opened, and made where it is empty: the room of what is removed is given back.
inline DatabaseOptions documentFile(std::string path) {
    return {.path = std::move(path), .pageSize = kDocumentPageSize, .givesBack = true};
}

/// The sealed chunks that one replica or server has, of the documents of its spaces: one SQLite file beside its other.
/// It holds no key and reads nothing; a chunk enters only if it is the one that its document's index names.
/// Tables: docs/formats/document.md. One owner, one thread.
///
/// Of a document a few chunks may have begun and not be whole; beyond that the one that grew longest ago is dropped,
/// and missing again from its first byte. Who sends chunk by chunk never meets that.
/// A document whose index the disk has changed counts as one that was not added, until it is added again.
///
/// Nothing is durable before keep(), which happens by itself after every few MiB. After a fault all that was not kept
/// is as if it had not been.
class DocumentStore {
public:
    /// Opens or begins the file.
    static Result<std::unique_ptr<DocumentStore>, SqlFault> open(Database database);

    /// Makes room for a document of this space; nothing new for one that is there. Of two spaces that have the same
    /// document each has its own.
    Result<Done, SqlFault> add(const SpaceId& space, const DocumentIndex& index,
                               const std::optional<DeviceId>& handedOverBy = std::nullopt);
    Result<std::optional<DocumentIndex>, SqlFault> index(const SpaceId& space, const DocumentId& document);

    /// The bytes that are still to come, ascending, no two of them touching; none for a whole document, nothing for one
    /// that was not added. Counts what write() was given, kept or not.
    Result<std::optional<std::vector<DocumentSpan>>, SqlFault> missing(const SpaceId& space,
                                                                       const DocumentId& document);

    enum class Written {
        Taken,
        Misplaced,   ///< beyond the end, or not where its chunk goes on: what is missing() says where
        NotTheChunk, ///< with it its chunk was full, and was another one: its bytes were dropped, and are missing again
        NotAdded     ///< no such document here
    };
    /// Takes bytes from `offset` on; those that are here already are skipped.
    Result<Written, SqlFault> write(const SpaceId& space, const DocumentId& document, std::uint64_t offset,
                                    ByteView bytes);
    /// Makes all durable that was written, unfinished chunks too.
    Result<Done, SqlFault> keep();

    /// The sealed bytes from `offset` on, at most to the end of its chunk; nothing if that chunk is not here whole. One
    /// that the disk has changed is dropped, is missing from then on, and is not served.
    Result<std::optional<Bytes>, SqlFault> read(const SpaceId& space, const DocumentId& document, std::uint64_t offset);

    struct Held {
        DocumentId document;
        ErasableId key;
        std::uint64_t sealedSize = 0;
        std::uint64_t bytesHere = 0;
        friend bool operator==(const Held&, const Held&) = default;
    };
    /// Ascending by document.
    Result<std::vector<Held>, SqlFault> documents(const SpaceId& space);
    struct Usage {
        std::uint64_t bytes = 0; ///< sealed, of the whole documents, also of what has not come yet
        std::uint64_t documents = 0;
    };
    Result<Usage, SqlFault> usageOfSpace(const SpaceId& space);
    Result<Usage, SqlFault> usageOfDevice(const DeviceId& device); ///< that it handed over

    /// Removes the chunks, to make room; the document can be fetched again.
    Result<Done, SqlFault> remove(const SpaceId& space, const DocumentId& document);
    /// Removes all that was sealed under a key that was erased, and overwrites it in the file. How many documents.
    Result<std::uint64_t, SqlFault> removeSealedUnder(const SpaceId& space, const ErasableId& key);

    /// A consistent copy, made while in use; it appears at `path` only when it is whole.
    Result<Done, SqlFault> backupTo(const std::string& path);
    Database& database() { return m_database; }

private:
    using Name = std::pair<SpaceId, DocumentId>;
    /// How a chunk begins of which the rest is missing.
    struct Begun {
        Bytes bytes = {};
        bool isKept = false;
        std::uint64_t grown = 0; ///< when, as its document counts
    };
    using BegunChunks = std::map<std::uint32_t, Begun>;
    /// What is here of a document that is being moved.
    struct AtHand {
        std::int64_t number = 0;
        DocumentIndex index;
        std::vector<bool> isHere = {}; ///< a chunk each
        BegunChunks begun = {};        ///< few, whatever is sent
        std::uint64_t growths = 0;
        std::uint64_t bytesHere = 0;
        bool isChanged = false; ///< since it was kept
    };

    struct Row {
        std::int64_t number = 0; ///< 0 for none
        std::uint64_t sealedSize = 0;
    };

    explicit DocumentStore(Database database) : m_database(std::move(database)) {}
    Result<AtHand*, SqlFault> find(const SpaceId& space, const DocumentId& document);
    Result<std::optional<AtHand>, SqlFault> load(const SpaceId& space, const DocumentId& document);
    Result<Row, SqlFault> rowOf(const SpaceId& space, const DocumentId& document);
    Result<Done, SqlFault> noteDamage(std::int64_t number);
    Result<Done, SqlFault> mend(std::int64_t number, const SpaceId& space, const DocumentIndex& index);
    Result<Done, SqlFault> loadChunks(AtHand& document);
    Result<Done, SqlFault> loadBegun(AtHand& document);
    Result<Done, SqlFault> makeRoomAtHand(std::uint32_t chunks);
    void clearAtHand();
    Result<Done, SqlFault> beginWriting();
    Result<Done, SqlFault> addRow(const SpaceId& space, const DocumentIndex& index,
                                  const std::optional<DeviceId>& device);
    Result<Done, SqlFault> count(ByteView who, std::int64_t bytes, std::int64_t documents);
    Result<Usage, SqlFault> usageOf(ByteView who);
    Result<Written, SqlFault> writeInto(AtHand& document, std::uint32_t chunk, std::uint64_t offset, ByteView bytes);
    Result<Written, SqlFault> finish(AtHand& document, std::uint32_t chunk, ByteView sealed);
    Result<Done, SqlFault> grow(AtHand& document, std::uint32_t chunk, ByteView bytes);
    Result<Done, SqlFault> dropBegun(AtHand& document, BegunChunks::iterator begun);
    Result<Done, SqlFault> keepBegun(AtHand& document);
    Result<Done, SqlFault> keepAll();
    Result<std::optional<Bytes>, SqlFault> readFrom(AtHand& document, std::uint64_t offset);
    Result<Done, SqlFault> drop(AtHand& document, std::uint32_t chunk);
    Result<Done, SqlFault> removeRows(const Row& row, bool overwrites);
    Result<Done, SqlFault> removeRow(std::int64_t number);
    Result<Done, SqlFault> giveBack();
    void forgetAll();
    /// Forgets what was not kept, after a fault.
    template <typename Outcome>
    Outcome orForget(Outcome outcome) {
        if (!outcome) forgetAll();
        return outcome;
    }

    Database m_database;
    std::optional<Transaction> m_writing; ///< since the last keep()
    std::size_t m_unkept = 0;             ///< bytes written since then
    bool m_mayLinger = false;             ///< in the write-ahead log, something that was removed for good
    std::map<Name, AtHand> m_atHand;
    std::size_t m_chunksAtHand = 0; ///< of all their indexes
    std::size_t m_begunAtHand = 0;  ///< chunks of them all that have begun
};

} // namespace puente
