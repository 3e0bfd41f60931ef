#pragma once

#include "client/core/notice.h"
#include "client/core/platform/files.h"
#include "sync/document/document_store.h"
#include "sync/erasable/erasable_key.h"

#include <string>

namespace puente {

/// A file that is being attached: an ordinary one of at most kDocumentSizeMax bytes, no link. It is read several times
/// from its beginning to its end, piece by piece, and must be the same each time: one that changed meanwhile is
/// refused.
class AttachedFile {
public:
    static Outcome<AttachedFile> open(const std::string& path);

    std::uint64_t size() const { return m_state.size; }
    /// See contentHasher().
    Outcome<Hash> content();
    /// Seals it into the store under a key; durable when it returns. `content` is what content() gave. After a fault
    /// nothing of it is left there.
    Outcome<DocumentId> sealInto(DocumentStore& documents, const SpaceId& space, const ErasableId& id,
                                 const ErasableKey& key, const Hash& content, Entropy& entropy);

private:
    AttachedFile(platform::InputFile file, std::string path, const platform::InputFile::State& state)
        : m_file(std::move(file)), m_path(std::move(path)), m_state(state) {}

    Outcome<Bytes> next(std::size_t size);
    Outcome<Done> finishRound();
    Outcome<DocumentIndex> index(const ErasableId& id, const ErasableKey& key, Entropy& entropy);
    Outcome<Done> store(DocumentStore& store, const SpaceId& space, const DocumentIndex& index, const ErasableKey& key,
                        const Hash& content, Entropy& nonces);

    platform::InputFile m_file;
    std::string m_path;
    platform::InputFile::State m_state;
};

} // namespace puente
