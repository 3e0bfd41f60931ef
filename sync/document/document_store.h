#pragma once

#include "sync/document/document_index.h"
#include "sync/sql/database.h"

#include <memory>

namespace puente {

/// The sealed chunks that one replica or server has, of the documents of its spaces: one SQLite file beside its other.
/// It holds no key and reads nothing; a chunk enters only if it is the one that its document's index names.
/// Tables: docs/formats/document.md. One owner, one thread.
class DocumentStore {
public:
    /// Opens or begins the file.
    static Result<std::unique_ptr<DocumentStore>, SqlFault> open(Database database);

    /// Makes room for a document of this space; nothing new for one that is there. Of two spaces that have the same
    /// document each has its own.
    Result<Done, SqlFault> add(const SpaceId& space, const DocumentIndex& index,
                               const std::optional<DeviceId>& handedOverBy = std::nullopt);
    Result<std::optional<DocumentIndex>, SqlFault> index(const SpaceId& space, const DocumentId& document);

    /// The bytes that are still to come, ascending; none for a whole document. Counts what write() was given, kept or
    /// not.
    Result<std::vector<DocumentSpan>, SqlFault> missing(const SpaceId& space, const DocumentId& document);

    enum class Written {
        Taken,
        Misplaced,  ///< beyond the end, or not where its chunk goes on: what is missing() says where
        NotTheChunk ///< with it its chunk was full, and was another one: its bytes were dropped, and are missing again
    };
    /// Takes bytes from `offset` on; those that are here already are skipped. Nothing is durable before keep().
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

    Database& database() { return m_database; }

private:
    explicit DocumentStore(Database database) : m_database(std::move(database)) {}

    Database m_database;
};

} // namespace puente
