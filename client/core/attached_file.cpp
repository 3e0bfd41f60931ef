#include "client/core/attached_file.h"

#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/document_manifest.h"
#include "sync/document/document_cipher.h"

#include <algorithm>

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

Outcome<AttachedFile> AttachedFile::open(const std::string& path) {
    auto file = platform::InputFile::open(path, kDocumentSizeMax, platform::Links::Refuse);
    if (!file && file.fault() == platform::FileFault::TooLarge) return Failure{tooLargeNotice(path)};
    if (!file) return Failure{noticeOf(file.fault(), path)};
    const auto state = file->state();
    if (!state) return Failure{noticeOf(state.fault(), path)};
    return AttachedFile(std::move(*file), path, *state);
}

/// Exactly so many bytes, from where the last call ended.
Outcome<Bytes> AttachedFile::next(std::size_t size) {
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
Outcome<Done> AttachedFile::finishRound() {
    const auto more = m_file.next(1);
    const auto state = m_file.state();
    if (!more) return Failure{noticeOf(more.fault(), m_path)};
    if (!state) return Failure{noticeOf(state.fault(), m_path)};
    if (!more->empty() || *state != m_state) return Failure{changedNotice(m_path)};
    if (const auto done = m_file.rewind(); !done) return Failure{noticeOf(done.fault(), m_path)};
    return Done{};
}

Outcome<Hash> AttachedFile::content() {
    Hasher hasher = contentHasher();
    for (std::uint64_t left = size(); left > 0;) {
        const auto piece = next(static_cast<std::size_t>(std::min<std::uint64_t>(left, kDocumentChunkSize)));
        if (!piece) return Failure{piece.fault()};
        hasher.add(*piece);
        left -= piece->size();
    }
    if (auto done = finishRound(); !done) return Failure{done.fault()};
    return hasher.finish();
}

/// What the file will be when it is sealed; nothing is stored.
Outcome<DocumentIndex> AttachedFile::index(const ErasableId& id, const ErasableKey& key, Entropy& entropy) {
    DocumentSealer sealer(key, id, size(), entropy);
    while (!sealer.isDone()) {
        const auto plain = next(sealer.wanted());
        if (!plain) return Failure{plain.fault()};
        (void)sealer.sealNext(*plain);
    }
    if (auto done = finishRound(); !done) return Failure{done.fault()};
    return sealer.finish();
}

/// Seals the file again, to the same bytes, into the store.
Outcome<Done> AttachedFile::store(DocumentStore& store, const SpaceId& space, const DocumentIndex& index,
                                  const ErasableKey& key, const Hash& content, Entropy& nonces) {
    if (const auto added = store.add(space, index); !added) return Failure{noticeOf(added.fault(), {})};
    DocumentSealer sealer(key, index.key(), size(), nonces);
    Hasher hasher = contentHasher();
    std::uint64_t offset = 0;
    while (!sealer.isDone()) {
        const auto plain = next(sealer.wanted());
        if (!plain) return Failure{plain.fault()};
        hasher.add(*plain);
        const Bytes sealed = sealer.sealNext(*plain);
        const auto written = store.write(space, index.id(), offset, sealed);
        if (!written) return Failure{noticeOf(written.fault(), {})};
        if (*written != DocumentStore::Written::Taken) return Failure{changedNotice(m_path)};
        offset += sealed.size();
    }
    if (auto done = finishRound(); !done) return done;
    if (hasher.finish() != content) return Failure{changedNotice(m_path)};
    if (const auto kept = store.keep(); !kept) return Failure{noticeOf(kept.fault(), {})};
    return Done{};
}

Outcome<DocumentId> AttachedFile::sealInto(DocumentStore& documents, const SpaceId& space, const ErasableId& id,
                                           const ErasableKey& key, const Hash& content, Entropy& entropy) {
    NonceRecord nonces(entropy);
    const auto known = index(id, key, nonces);
    if (!known) return Failure{known.fault()};
    NonceReplay again(nonces.drawn());
    if (auto stored = store(documents, space, *known, key, content, again); !stored) {
        (void)documents.remove(space, known->id());
        return Failure{stored.fault()};
    }
    return known->id();
}

} // namespace puente
