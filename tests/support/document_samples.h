#pragma once

#include "sync/document/document_cipher.h"
#include "sync/document/document_store.h"
#include "tests/support/seeded_entropy.h"

#include <memory>

namespace puente::test {

inline std::unique_ptr<DocumentStore> documentStore(const std::string& path = ":memory:") {
    auto database = Database::open(documentFile(path));
    expects(database.ok());
    auto store = DocumentStore::open(std::move(*database));
    expects(store.ok());
    return std::move(*store);
}

/// A document sealed: its plain bytes, its index and its sealed chunks, one behind the other.
struct SealedDocument {
    ErasableKey key;
    Bytes plain;
    DocumentIndex index;
    Bytes sealed;

    static SealedDocument make(std::size_t size, std::uint64_t seed = 1,
                               const ErasableId& id = *ErasableId::from(Bytes(16, 9))) {
        SeededEntropy entropy(seed);
        ErasableKey key = ErasableKey::generate(entropy);
        Bytes plain(size);
        for (std::size_t i = 0; i < size; ++i)
            plain[i] = static_cast<std::uint8_t>(i * 31 + seed);
        DocumentSealer sealer(key, id, size, entropy);
        Bytes sealed;
        for (std::size_t at = 0; !sealer.isDone();) {
            const std::size_t wanted = sealer.wanted();
            append(sealed, sealer.sealNext(ByteView(plain).subspan(at, wanted)));
            at += wanted;
        }
        DocumentIndex index = sealer.finish();
        return {std::move(key), std::move(plain), std::move(index), std::move(sealed)};
    }

    const DocumentId& id() const { return index.id(); }
    ByteView part(std::uint64_t begin, std::uint64_t end) const {
        return ByteView(sealed).subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
    }
    ByteView chunk(std::uint32_t number) const { return part(index.spanOf(number).begin, index.spanOf(number).end); }

    void putInto(DocumentStore& store, const SpaceId& space) const {
        expects(store.add(space, index).ok());
        expects(*store.write(space, id(), 0, sealed) == DocumentStore::Written::Taken);
        expects(store.keep().ok());
    }
    bool isWholeIn(DocumentStore& store, const SpaceId& space) const {
        const auto missing = store.missing(space, id());
        if (!missing.ok() || !*missing || !(*missing)->empty()) return false;
        for (std::uint64_t at = 0; at < sealed.size();) {
            const auto read = store.read(space, id(), at);
            if (!read.ok() || !*read || !equal(**read, part(at, at + (*read)->size()))) return false;
            at += (*read)->size();
        }
        return true;
    }
};

} // namespace puente::test
