#include "sync/document/document_store.h"
#include "sync/session/responder.h"
#include "sync/store/memory_store.h"
#include "tests/support/seeded_entropy.h"

using namespace puente;

// A server that is told anything at all answers or hangs up; it never crashes and never stores what nobody signed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static test::SeededEntropy entropy(1);
    static const SigningKey signer = SigningKey::generate(entropy);
    MemoryStore store(InstanceId{});
    const auto documents = *DocumentStore::open(std::move(*Database::open({.path = ":memory:"})));
    Relay relay(store, signer, QuotaLimits{}, documents.get());
    Responder responder(relay, SessionLimits{}, instantOf(1'000'000));
    (void)responder.feed({data, size}, instantOf(1'000'001));
    for (int i = 0; i < 100 && !responder.takeOutput().empty(); ++i) {
    }
    expects(store.spaces()->empty() && documents->documents(SpaceId{})->empty());
    return 0;
}
