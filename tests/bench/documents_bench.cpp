// A large document to a real server on loopback and back, beside the speed of sealing alone; what both sides take of
// memory for it; and what a slow line that keeps breaking costs, in modelled time.
#include <QCoreApplication>

#include "client/core/conversation.h"
#include "client/core/tls_transport.h"
#include "common/base/system_entropy.h"
#include "common/crypto/aead.h"
#include "sync/document/document_cipher.h"
#include "sync/session/document_courier.h"
#include "tests/bench/report.h"
#include "tests/bench/server_process.h"
#include "tests/support/relay_world.h"
#include "tests/support/slow_line.h"

using namespace puente;
using namespace puente::bench;

namespace {

constexpr std::uint64_t kLargeSize = 300'000'000;
constexpr std::uint64_t kOnSlowLine = 20'000'000;
constexpr double kMega = 1e6;

std::unique_ptr<DocumentStore> storeAt(const std::filesystem::path& path) {
    return test::documentStore(path.string());
}

/// Seals a document of this size into the store, chunk by chunk, as a client does.
DocumentIndex sealInto(DocumentStore& store, const SpaceId& space, std::uint64_t size, Entropy& entropy) {
    // The index is known only when all is sealed, so it is sealed twice, with the same nonces.
    const ErasableKey key = ErasableKey::generate(entropy);
    const Bytes plain(kDocumentChunkSize, 7);
    const auto seal = [&](const std::function<void(ByteView)>& take) {
        test::SeededEntropy nonces(1);
        DocumentSealer sealer(key, test::documentKey().name().id(), size, nonces);
        while (!sealer.isDone())
            take(sealer.sealNext(ByteView(plain).first(sealer.wanted())));
        return sealer.finish();
    };
    DocumentIndex index = seal([](ByteView) {});
    expects(store.add(space, index).ok());
    std::uint64_t at = 0;
    seal([&](ByteView sealed) {
        expects(*store.write(space, index.id(), at, sealed) == DocumentStore::Written::Taken);
        at += sealed.size();
    });
    expects(store.keep().ok());
    return index;
}

/// Bytes a second that libsodium seals, in chunks of a document's size.
double sealingSpeed() {
    SystemEntropy entropy;
    const Bytes key(32, 1), plain(kDocumentChunkSize, 2);
    constexpr int kChunks = 8'000;
    const double seconds = secondsOf([&] {
        for (int i = 0; i < kChunks; ++i)
            expects(!aeadSeal(key, plain, {}, entropy).empty());
    });
    return kChunks * static_cast<double>(kDocumentChunkSize) / seconds;
}

/// Hands the record that founds a space to a server.
class Founding final : public Conversation {
public:
    Founding(const test::Office& office, const MembershipRecord& record, const ServerId& server) {
        RequestFrame request;
        request.device = office.device();
        request.proof = office.signing.sign(Purpose::SessionProof, request.proofMessage(server));
        for (const Frame& frame :
             {Frame(request), test::pushOf(record),
              test::pushOf(record.space(), EntryKind::Erasable, test::documentKey().wire()), Frame(EndFrame{})})
            append(m_output, encodeFrame(frame));
    }
    bool start(Instant) override { return true; }
    bool feed(ByteView bytes, Instant) override {
        m_reader.feed(bytes);
        for (auto frame = m_reader.next(); frame.ok() && *frame; frame = m_reader.next())
            m_isDone = m_isDone || std::holds_alternative<EndFrame>(**frame);
        return true;
    }
    bool tick(Instant) override { return true; }
    Bytes takeOutput() override { return std::exchange(m_output, {}); }
    bool isDone() const override { return m_isDone; }
    void connectionLost() override {}

private:
    Bytes m_output;
    FrameReader m_reader{SessionLimits{}};
    bool m_isDone = false;
};

double move(const ServerProcess& server, DocumentStore& store, const test::Office& office, const DocumentWish& wish,
            bool isUp) {
    const SystemClock clock;
    SystemEntropy entropy;
    using Wishes = std::vector<DocumentWish>;
    DocumentCourier courier(
        store, office.signing, entropy,
        {server.address().server, isUp ? Wishes{wish} : Wishes{}, isUp ? Wishes{} : Wishes{wish}, {}});
    ConversationOf<DocumentCourier> conversation(courier);
    const double seconds = secondsOf([&] { expects(converse(server.address(), conversation, clock, {}).ok()); });
    expects(courier.transfers().front().isDone);
    return seconds;
}

void measureLoopback(const std::filesystem::path& folder) {
    const double sealing = sealingSpeed();
    report("sealing alone, chunks of 64 KiB", sealing / kMega, "MB/s");
    const test::Office office = test::Office::make(1);
    const MembershipRecord creation = test::foundSpace(office);
    const ServerProcess server(folder / "server");
    Founding founding(office, creation, server.address().server);
    expects(converse(server.address(), founding, SystemClock(), {}).ok());
    SystemEntropy entropy;
    const auto from = storeAt(folder / "from.db"), to = storeAt(folder / "to.db");
    const DocumentIndex index = sealInto(*from, creation.space(), kLargeSize, entropy);
    const DocumentWish wish{creation.space(), index.id()};
    const auto size = static_cast<double>(index.sealedSize());
    const double up = size / move(server, *from, office, wish, true);
    const double down = size / move(server, *to, office, wish, false);
    expects((*to->missing(wish.space, wish.document))->empty());
    report("a document of 300 MB up over loopback", up / kMega, "MB/s");
    report("a document of 300 MB down over loopback", down / kMega, "MB/s");
    report("a document up, of the speed of sealing", up / sealing, "");
    report("a document down, of the speed of sealing", down / sealing, "");
    report("a document of 300 MB: peak memory of the client", peakMemory(), "MiB");
    report("a document of 300 MB: peak memory of the server", server.memoryPeak(), "MiB");
}

void measureSlowLine(const std::filesystem::path& folder, bool isUp) {
    test::DocumentWorld world;
    world.documents = storeAt(folder / (isUp ? "line-server-up.db" : "line-server-down.db"));
    Relay relay(world.store, world.serverKey, world.quotas, world.documents.get());
    const auto store = storeAt(folder / (isUp ? "line-up.db" : "line-down.db"));
    SystemEntropy entropy;
    const DocumentIndex index = sealInto(isUp ? *store : *world.documents, world.space, kOnSlowLine, entropy);
    const std::vector<DocumentWish> wishes{{world.space, index.id()}}, none;
    test::SlowLine line({56'000, std::chrono::milliseconds(300), std::chrono::seconds(60)});
    const Instant begin = line.now();
    int talks = 0;
    for (bool isDone = false; !isDone; ++talks) {
        DocumentCourier client(*store, world.founder.signing, entropy,
                               {relay.id(), isUp ? wishes : none, isUp ? none : wishes, {}});
        Responder server(relay, {}, line.now());
        isDone = line.talk(client, server) && client.transfers()[0].isDone;
        expects(line.isAlive());
    }
    const std::string row = std::string("20 MB at 56 kbit/s, 600 ms, cut every minute, ") + (isUp ? "up" : "down");
    const auto size = static_cast<double>(index.sealedSize());
    const auto sent = static_cast<double>(isUp ? line.sentUp() : line.sentDown());
    report(row + ": sent beyond the document", (sent / size - 1) * 100, "%");
    report(row + ": conversations", talks, "");
    report(row + ": time", static_cast<double>((line.now() - begin).count()) / 60'000, "min");
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    if (argc != 3) return 2;
    const std::filesystem::path folder = argv[2];
    std::filesystem::create_directories(folder);
    measureLoopback(folder);
    measureSlowLine(folder, true);
    measureSlowLine(folder, false);
    return 0;
}
