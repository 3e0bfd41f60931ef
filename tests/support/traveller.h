#pragma once

#include "sync/session/document_courier.h"
#include "tests/support/pump.h"
#include "tests/support/relay_world.h"

namespace puente::test {

/// A device with its own documents, which talks to the server of a world.
struct Traveller {
    RelayWorld& world;
    const Office& office;
    std::unique_ptr<DocumentStore> store = documentStore();
    SeededEntropy entropy{7};
    PumpOf<DocumentCourier> pump = {};

    DocumentCourier courier(std::vector<DocumentWish> handOver, std::vector<DocumentWish> fetch,
                            const SessionLimits& limits = {}) {
        return {*store, office.signing, entropy, {world.relay.id(), std::move(handOver), std::move(fetch), limits}};
    }
    std::vector<DocumentTransfer> talk(std::vector<DocumentWish> handOver, std::vector<DocumentWish> fetch) {
        DocumentCourier client = courier(std::move(handOver), std::move(fetch));
        Responder server(world.relay, {}, pump.now);
        isDone = pump.run(client, server);
        return client.transfers();
    }
    DocumentTransfer handOver(const SealedDocument& document) { return talk({wish(document)}, {}).front(); }
    DocumentTransfer fetch(const SealedDocument& document) { return talk({}, {wish(document)}).front(); }
    DocumentWish wish(const SealedDocument& document) const { return {world.space, document.id()}; }
    void cutUpAfter(std::uint64_t bytes) { pump = {.cutUpAfter = bytes}; }
    void cutDownAfter(std::uint64_t bytes) { pump = {.cutDownAfter = bytes}; }

    bool isDone = false;
};

} // namespace puente::test
