#pragma once

#include "sync/erasable/erasable_key.h"
#include "sync/store/memory_store.h"
#include "tests/support/document_samples.h"
#include "tests/support/hand_client.h"

namespace puente::test {

/// A server with one space on it: its founder, an editor, a reader, and an office that nobody let in.
struct RelayWorld {
    Office founder = Office::make(1), editor = Office::make(2), reader = Office::make(3), outsider = Office::make(4);
    SigningKey serverKey = signer(5);
    SigningKey editorInvite = inviteKey(1), readerInvite = inviteKey(2), openInvite = inviteKey(3);
    MemoryStore store{*InstanceId::from(Bytes(16, 1))};
    QuotaLimits quotas;
    MembershipRecord creation = foundSpace(founder);
    SpaceId space = creation.space();
    std::vector<MembershipRecord> records = memberRecords();
    std::unique_ptr<DocumentStore> documents = documentStore();
    Relay relay{store, serverKey, quotas, documents.get()};

    RelayWorld() : RelayWorld(QuotaLimits{}) {}
    explicit RelayWorld(const QuotaLimits& limits) : quotas(limits) {
        HandClient client(relay, founder);
        std::vector<Frame> pushes;
        for (const MembershipRecord& record : records)
            pushes.push_back(pushOf(record));
        client.handOver(space, pushes);
    }

    /// Where the server's log of the space stands.
    WireCursor cursor() { return {store.instance(), *store.end(space)}; }

    static SigningKey signer(std::uint64_t seed) {
        SeededEntropy entropy(seed);
        return SigningKey::generate(entropy);
    }

private:
    std::vector<MembershipRecord> memberRecords() const {
        std::vector<MembershipRecord> made{creation};
        const auto add = [&](const MembershipAct& act) {
            made.push_back(actIn(creation.space(), founder, {made.back().hash()}, act));
        };
        add(offerOf(editorInvite, Role::Editor));
        add(admissionOf(creation.space(), editorInvite, Role::Editor, editor));
        add(offerOf(readerInvite, Role::Reader));
        add(admissionOf(creation.space(), readerInvite, Role::Reader, reader));
        add(offerOf(openInvite, Role::Editor));
        return made;
    }
};

/// The object of the key that documents of that space are sealed under: without it a server takes none.
inline const ErasableObject& documentKey() {
    static const ErasableObject object = [] {
        const Office founder = Office::make(1);
        SeededEntropy entropy(6);
        const ErasableKey key = ErasableKey::generate(entropy);
        return sealErasableKey(key, foundSpace(founder).space(), epochKey(1), founder.signing, entropy);
    }();
    return object;
}

inline Frame pushOf(const SpaceId& space, EntryKind kind, ByteView wire) {
    return PushFrame{kind, space, {wire.begin(), wire.end()}};
}

/// The same, with that key on it.
struct DocumentWorld : RelayWorld {
    DocumentWorld() : DocumentWorld(QuotaLimits{}) {}
    explicit DocumentWorld(const QuotaLimits& limits) : RelayWorld(limits) {
        HandClient client(relay, founder);
        client.handOver(space, {pushOf(space, EntryKind::Erasable, documentKey().wire())});
    }

    static SealedDocument document(std::size_t size, std::uint64_t seed = 1) {
        return SealedDocument::make(size, seed, documentKey().name().id());
    }
};

} // namespace puente::test
