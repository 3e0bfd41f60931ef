#include "tests/support/relay_world.h"

using namespace puente;
using namespace puente::test;

// A member who may say anything at all about documents gets an answer or is left; nothing of a document is taken that
// its index does not name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static DocumentWorld world; // with a key under which documents are taken
    static const SealedDocument document = DocumentWorld::document(1'000);
    static const Bytes request = [] {
        RequestFrame frame;
        frame.device = world.founder.device();
        frame.proof = world.founder.signing.sign(Purpose::SessionProof, frame.proofMessage(world.relay.id()));
        return encodeFrame(frame);
    }();
    const auto documents = documentStore();
    document.putInto(*documents, SpaceId{});
    document.putInto(*documents, world.space);
    Relay relay(world.store, world.serverKey, QuotaLimits{}, documents.get());
    const Instant now = instantOf(1'000'000);
    Responder responder(relay, SessionLimits{}, now);
    expects(responder.feed(request, now).ok());
    (void)responder.feed({data, size}, now + std::chrono::seconds(1));
    for (int i = 0; i < 100 && !responder.takeOutput().empty(); ++i) {
    }
    (void)responder.connectionLost();
    expects(document.isWholeIn(*documents, SpaceId{}) && document.isWholeIn(*documents, world.space));
    return 0;
}
