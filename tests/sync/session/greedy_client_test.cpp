#include <QTest>

#include "tests/support/live_bytes.h"
#include "tests/support/prng.h"
#include "tests/support/traveller.h"

using namespace puente;
using namespace puente::test;
using Fault = Responder::Fault;

namespace {

constexpr std::size_t kMega = 1024 * 1024;

Bytes anyBytes(Prng& prng, std::size_t size) {
    Bytes bytes(size);
    for (std::uint8_t& byte : bytes)
        byte = static_cast<std::uint8_t>(prng.next());
    return bytes;
}

/// As many spans as a frame can name, of one byte each.
std::vector<DocumentSpan> fullOfSpans() {
    std::vector<DocumentSpan> spans;
    for (std::uint64_t at = 0; spans.size() < kFrameSpansMax; at += 2)
        spans.push_back({at, at + 1});
    return spans;
}

/// Names logs and hashes that nobody has, in ascending order.
WantFrame wantOfNothing(const SpaceId& space, Prng& prng, std::size_t logs, std::size_t hashes) {
    WantFrame want{space, {}, {}};
    for (std::size_t i = 0; i < logs; ++i)
        want.heights.push_back({{*DeviceId::from(anyBytes(prng, 32)), 1}, {1, *Hash::from(anyBytes(prng, 32))}});
    std::ranges::sort(want.heights, {}, &LogHeight::log);
    for (std::size_t i = 0; i < hashes; ++i)
        want.others.push_back(*Hash::from(anyBytes(prng, 32)));
    std::ranges::sort(want.others);
    return want;
}

std::size_t bytesIn(const std::vector<ServedPieceFrame>& pieces) {
    std::size_t bytes = 0;
    for (const ServedPieceFrame& piece : pieces)
        bytes += piece.bytes.size();
    return bytes;
}

void damageAll(DocumentStore& store) {
    expects(store.keep().ok());
    expects(store.database().prepare("UPDATE chunk SET bytes = zeroblob(length(bytes))").run().ok());
}

/// A client whose cursor fits nothing.
RequestFrame comparing(HandClient& client, const SpaceId& space) {
    WireCursor stale;
    stale.instance = *InstanceId::from(Bytes(16, 7));
    stale.at.position = 1;
    return client.request({client.from(space, stale)});
}

} // namespace

/// Whoever asks for much makes the server hold little, and hears that it was too much.
class GreedyClientTest : public QObject {
    Q_OBJECT

private:
    const SealedDocument m_document = SealedDocument::make(150'000);

private Q_SLOTS:
    void whatAStrangerAsksForIsNotHeld() {
        RelayWorld world;
        HandClient client(world.relay, world.outsider);
        QVERIFY(client.send(client.request({})));
        const Bytes fetch = encodeFrame(FetchFrame{world.space, m_document.id(), true, fullOfSpans()});
        const std::size_t before = liveBytes();
        for (int i = 0; i < 1000; ++i)
            QVERIFY(client.sendBytes(fetch));
        QVERIFY(liveBytes() - before < kMega);
        const auto refused = only<RefusedFrame>(client.talk({}));
        QCOMPARE(refused.size(), std::size_t{1000});
        QVERIFY(refused.back().reason == Refusal::NotMember);
    }

    void theSpansOfAFlightAreCounted() {
        RelayWorld world;
        m_document.putInto(*world.documents, world.space);
        SessionLimits limits;
        limits.spansMax = 4;
        const FetchFrame two{world.space, m_document.id(), false, {{0, 1}, {2, 3}}};
        const FetchFrame three{world.space, m_document.id(), false, {{0, 1}, {2, 3}, {4, 5}}};
        HandClient client(world.relay, world.reader, limits);
        QVERIFY(client.send(client.request({})));
        for (int flight = 0; flight < 2; ++flight) {
            QVERIFY(client.send(two) && client.send(two));
            QCOMPARE(only<ServedPieceFrame>(client.talk({})).size(), std::size_t{4});
        }
        QVERIFY(client.send(two));
        const auto sent = client.send(three);
        QVERIFY(!sent && sent.fault() == Fault::TooMuch);
        QVERIFY(SessionLimits{}.spansMax >= kFrameSpansMax);
    }

    void aMembersFullestFetchesEndTheConversation() {
        RelayWorld world;
        HandClient client(world.relay, world.reader);
        QVERIFY(client.send(client.request({})));
        const Bytes fetch = encodeFrame(FetchFrame{world.space, m_document.id(), true, fullOfSpans()});
        const std::size_t before = liveBytes();
        Result<Done, Fault> sent = Done{};
        for (int i = 0; i < 1000 && sent; ++i)
            sent = client.sendBytes(fetch);
        QVERIFY(!sent && sent.fault() == Fault::TooMuch);
        QVERIFY(liveBytes() - before < kMega);
    }

    void aClientAsksForNoMoreSpansThanAreTaken() {
        RelayWorld world;
        Traveller reader{world, world.reader};
        std::vector<SealedDocument> documents;
        std::vector<DocumentWish> wishes;
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            documents.push_back(SealedDocument::make(150'000, seed));
            const SealedDocument& document = documents.back();
            document.putInto(*world.documents, world.space);
            QVERIFY(reader.store->add(world.space, document.index)); // all but the middle one of three chunks
            QVERIFY(reader.store->write(world.space, document.id(), 65'576, document.chunk(1)));
            wishes.push_back(reader.wish(document));
        }
        SessionLimits limits;
        limits.spansMax = 4;
        for (int conversation = 0; conversation < 2; ++conversation) {
            DocumentCourier client = reader.courier({}, wishes, limits);
            Responder server(world.relay, limits, reader.pump.now);
            QVERIFY(reader.pump.run(client, server));
            std::erase_if(wishes, [&](const DocumentWish& wish) {
                return std::ranges::any_of(client.transfers(), [&](const DocumentTransfer& transfer) {
                    return transfer.isDone && transfer.wish.document == wish.document;
                });
            });
            QCOMPARE(wishes.size(), std::size_t(1 - conversation));
        }
    }

    void aChunkIsReadOnceForAllItsSpans() {
        RelayWorld world;
        m_document.putInto(*world.documents, world.space);
        FetchFrame fetch{world.space, m_document.id(), false, fullOfSpans()};
        fetch.spans.resize(10'000); // of the first chunk
        HandClient client(world.relay, world.reader);
        QVERIFY(client.send(client.request({})) && client.send(fetch));
        for (int i = 0; i < 100; ++i)
            QVERIFY(client.send(FetchFrame{world.space, m_document.id(), false, {{7, 8}}}));
        QVERIFY(client.send(EndFrame{}));
        const std::size_t served = bytesIn(only<ServedPieceFrame>(client.listenOnce()));
        QVERIFY(served > 0 && served < fetch.spans.size());
        damageAll(*world.documents);
        const auto rest = client.listen();
        QCOMPARE(served + bytesIn(only<ServedPieceFrame>(rest)), std::size_t{10'100});
        QVERIFY(only<LackingFrame>(rest).empty());
        // Another time it is read again.
        QCOMPARE(only<LackingFrame>(client.talk({FetchFrame{world.space, m_document.id(), false, {{7, 8}}}})).size(),
                 std::size_t{1});
    }

    void whatIsReadForOnePortionIsBounded() {
        RelayWorld world;
        const SealedDocument large = SealedDocument::make(20'000'000); // 306 chunks
        large.putInto(*world.documents, world.space);
        FetchFrame fetch{world.space, large.id(), false, {}};
        for (std::uint32_t chunk = 0; chunk < 300; ++chunk)
            fetch.spans.push_back({large.index.spanOf(chunk).begin, large.index.spanOf(chunk).begin + 1});
        HandClient client(world.relay, world.reader);
        QVERIFY(client.send(client.request({})) && client.send(fetch) && client.send(EndFrame{}));
        std::size_t served = 0, portions = 0;
        for (; client.responder().hasOutput(); ++portions) {
            const std::size_t now = bytesIn(only<ServedPieceFrame>(client.listenOnce()));
            QVERIFY(now <= 64);
            served += now;
        }
        QCOMPARE(served, std::size_t{300});
        QVERIFY(portions >= 5 && portions <= 10);
    }

    void whatNobodyHasIsNotHeldWhenItIsWanted() {
        RelayWorld world;
        const SpaceId unknown = *SpaceId::from(Bytes(16, 77));
        Prng prng(1);
        for (const SpaceId& space : {unknown, world.space}) {
            HandClient client(world.relay, world.reader);
            QVERIFY(only<HeightsFrame>(client.talk({comparing(client, space)})).size() == 1);
            const std::size_t before = liveBytes();
            Result<Done, Fault> sent = Done{};
            int frames = 0;
            for (; frames < 1000 && sent; ++frames)
                sent = client.send(wantOfNothing(space, prng, 4096, 0));
            QVERIFY(!sent && sent.fault() == Fault::TooMuch);
            QVERIFY(frames > 200 && liveBytes() - before < kMega);
        }
    }

    void noMoreIsWantedThanWasNamed() {
        RelayWorld world;
        const SpaceId unknown = *SpaceId::from(Bytes(16, 77));
        Prng prng(1);
        HandClient stranger(world.relay, world.outsider);
        stranger.talk({comparing(stranger, unknown)});
        const auto none = stranger.send(wantOfNothing(unknown, prng, 0, 1));
        QVERIFY(!none && none.fault() == Fault::TooMuch);
        HandClient client(world.relay, world.reader);
        const auto named = only<HeightsFrame>(client.talk({comparing(client, world.space)})).front().others;
        QVERIFY(client.send(WantFrame{world.space, {}, named}));
        const auto more = client.send(wantOfNothing(world.space, prng, 0, 1));
        QVERIFY(!more && more.fault() == Fault::TooMuch);
    }

    void whatIsWantedIsCountedOverAllSpacesOfAFlight() {
        RelayWorld world;
        SessionLimits limits;
        limits.namedMax = 10;
        Prng prng(1);
        std::vector<SpaceId> spaces;
        for (std::uint8_t i = 1; i <= 3; ++i)
            spaces.push_back(*SpaceId::from(Bytes(16, i)));
        HandClient client(world.relay, world.outsider, limits);
        for (int flight = 0; flight < 2; ++flight) {
            std::vector<RequestFrame::Space> asked;
            for (const SpaceId& space : spaces)
                asked.push_back(client.from(space, {{}, {1, {}}}));
            client.talk({client.request(asked)});
            QVERIFY(client.send(wantOfNothing(spaces[0], prng, 5, 0)));
            QVERIFY(client.send(wantOfNothing(spaces[1], prng, 5, 0)));
            if (flight == 0) client.talk({});
        }
        const auto more = client.send(wantOfNothing(spaces[2], prng, 1, 0));
        QVERIFY(!more && more.fault() == Fault::TooMuch);
    }
};

QTEST_GUILESS_MAIN(GreedyClientTest)
#include "greedy_client_test.moc"
