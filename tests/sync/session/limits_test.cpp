#include <QTest>

#include "tests/support/relay_world.h"

using namespace puente;
using namespace puente::test;

/// Every bound of a conversation and every quota holds: the peer is told which, the server goes on for all others.
class LimitsTest : public QObject {
    Q_OBJECT

private slots:
    void aFrameBeyondItsBoundEndsTheConversation();
    void tooManySpacesEndTheConversation();
    void tooManyFramesEndTheConversation();
    void tooManyExchangesEndTheConversation();
    void refusalsThatNobodyTakesEndTheConversation();
    void whoSaysNothingIsLeft();
    void aStrangerMustShowSoonWhoItIs();
    void whoStallsWithinAFrameIsLeft();
    void whoFallsSilentIsLeft();
    void whoKeepsTakingIsNotSilent();
    void aClockThatJumpsBackKeepsNobodyWaiting();
    void aRequestForAnotherServerProvesNothing();
    void aRequestChangedOnTheWayProvesNothing();
    void anotherVersionIsNamed();
    void framesThatMakeNoSenseHere_data();
    void framesThatMakeNoSenseHere();
    void whatArrivedBeforeAFaultStays();
    void aStoppedServerSaysSo();
    void quotas_data();
    void quotas();
    void aFullDiskRefusesAndTheConversationGoesOn();
    void aFailingDiskAcknowledgesNothing();
};

namespace {

using Fault = Responder::Fault;

bool endedWith(HandClient& client, SessionError error) {
    const std::vector<Frame> frames = client.listen();
    return !frames.empty() && frames.back() == Frame(ErrorFrame{error});
}

/// A store whose disk refuses every write.
class BrokenStore final : public Store {
public:
    BrokenStore(Store& store, StoreFault fault) : m_store(store), m_fault(fault) {}

    InstanceId instance() const override { return m_store.instance(); }
    Result<LogPosition, StoreFault> append(const SpaceId&, std::span<const NewEntry>) override {
        return Failure{m_fault};
    }
    Result<LogPosition, StoreFault> end(const SpaceId& space) override { return m_store.end(space); }
    Result<std::optional<Hash>, StoreFault> runningAt(const SpaceId& space, std::uint64_t position) override {
        return m_store.runningAt(space, position);
    }
    Result<std::vector<Entry>, StoreFault> read(const SpaceId& space, std::uint64_t after,
                                                std::optional<EntryKind> kind, std::size_t bytesMax) override {
        return m_store.read(space, after, kind, bytesMax);
    }
    Result<std::vector<Entry>, StoreFault> readLog(const SpaceId& space, const LogId& log, std::uint32_t after,
                                                   std::size_t bytesMax) override {
        return m_store.readLog(space, log, after, bytesMax);
    }
    Result<std::vector<LogHeight>, StoreFault> heights(const SpaceId& space) override { return m_store.heights(space); }
    Result<Height, StoreFault> height(const SpaceId& space, const LogId& log) override {
        return m_store.height(space, log);
    }
    Result<bool, StoreFault> contains(const SpaceId& space, const Hash& entry) override {
        return m_store.contains(space, entry);
    }
    Result<Usage, StoreFault> usageOfSpace(const SpaceId& space) override { return m_store.usageOfSpace(space); }
    Result<Usage, StoreFault> usageOfDevice(const DeviceId& device) override { return m_store.usageOfDevice(device); }
    Result<std::vector<SpaceId>, StoreFault> spaces() override { return m_store.spaces(); }
    Result<std::vector<SpaceId>, StoreFault> spacesOf(const OrganizationId& organization) override {
        return m_store.spacesOf(organization);
    }
    Result<Done, StoreFault> putJoin(const SpaceId&, const WaitingJoin&) override { return Failure{m_fault}; }
    Result<std::vector<WaitingJoin>, StoreFault> joins(const SpaceId& space) override { return m_store.joins(space); }
    Result<Done, StoreFault> removeJoin(const SpaceId&, const Hash&) override { return Failure{m_fault}; }

private:
    Store& m_store;
    StoreFault m_fault;
};

} // namespace

void LimitsTest::aFrameBeyondItsBoundEndsTheConversation() {
    RelayWorld world;
    HandClient client(world.relay, world.editor);
    const auto done = client.sendBytes(Bytes{0xff, 0xff, 0xff, 0x7f});
    QVERIFY(!done && done.fault() == Fault::TooMuch);
    QVERIFY(endedWith(client, SessionError::TooMuch));
}

void LimitsTest::tooManySpacesEndTheConversation() {
    RelayWorld world;
    SessionLimits limits;
    limits.spacesMax = 2;
    for (const int count : {2, 3}) {
        HandClient client(world.relay, world.editor, limits);
        std::vector<RequestFrame::Space> spaces;
        for (int i = 1; i <= count; ++i)
            spaces.push_back(client.from(*SpaceId::from(Bytes(16, static_cast<std::uint8_t>(i)))));
        const auto done = client.send(client.request(spaces));
        QCOMPARE(done.ok(), count == 2);
        if (!done) QVERIFY(done.fault() == Fault::TooMuch && endedWith(client, SessionError::TooMuch));
    }
}

void LimitsTest::tooManyFramesEndTheConversation() {
    RelayWorld world;
    SessionLimits limits;
    limits.framesMax = 10;
    HandClient client(world.relay, world.editor, limits);
    QVERIFY(client.send(client.request({client.from(world.space)})));
    for (int i = 1; i < 10; ++i)
        QVERIFY(client.send(pushOf(world.records[0])));
    const auto done = client.send(pushOf(world.records[0]));
    QVERIFY(!done && done.fault() == Fault::TooMuch);
    QVERIFY(endedWith(client, SessionError::TooMuch));
}

void LimitsTest::tooManyExchangesEndTheConversation() {
    RelayWorld world;
    SessionLimits limits;
    limits.exchangesMax = 3;
    HandClient client(world.relay, world.editor, limits);
    for (int i = 0; i < 3; ++i)
        QVERIFY(!only<ReceiptFrame>(client.handOver(world.space, {})).empty());
    QVERIFY(client.send(client.request({client.from(world.space)})));
    const auto done = client.send(EndFrame{});
    QVERIFY(!done && done.fault() == Fault::TooMuch);
    QVERIFY(endedWith(client, SessionError::TooMuch));
}

void LimitsTest::refusalsThatNobodyTakesEndTheConversation() {
    RelayWorld world;
    HandClient client(world.relay, world.editor);
    QVERIFY(client.send(client.request({client.from(world.space)})));
    const Bytes junk = encodeFrame(PushFrame{EntryKind::Membership, world.space, Bytes(200, 1)});
    Result<Done, Fault> done = Done{};
    for (int i = 0; i < 40'000 && done; ++i)
        done = client.sendBytes(junk);
    QVERIFY(!done && done.fault() == Fault::TooMuch);
}

void LimitsTest::whoSaysNothingIsLeft() {
    RelayWorld world;
    HandClient client(world.relay, world.editor);
    QVERIFY(client.wait(std::chrono::seconds(10)));
    const auto done = client.wait(std::chrono::milliseconds(1));
    QVERIFY(!done && done.fault() == Fault::TimedOut);
    QVERIFY(endedWith(client, SessionError::TooSlow));
}

void LimitsTest::aStrangerMustShowSoonWhoItIs() {
    RelayWorld world;
    HandClient client(world.relay, world.editor);
    QVERIFY(client.sendBytes(Bytes{0, 0, 8, 0, 1})); // a request of half a megabyte
    QVERIFY(client.wait(std::chrono::seconds(10)));
    const auto done = client.wait(std::chrono::milliseconds(1));
    QVERIFY(!done && done.fault() == Fault::TimedOut);
}

void LimitsTest::whoStallsWithinAFrameIsLeft() {
    RelayWorld world;
    HandClient client(world.relay, world.editor);
    QVERIFY(client.send(client.request({client.from(world.space)})));
    const Bytes frame = encodeFrame(pushOf(world.records[0]));
    for (std::size_t i = 0; i < 30; ++i) { // a byte a second is no sign of life
        QVERIFY(client.sendBytes(ByteView(frame).subspan(i, 1)));
        QVERIFY(client.wait(std::chrono::seconds(1)));
    }
    const auto done = client.wait(std::chrono::seconds(1));
    QVERIFY(!done && done.fault() == Fault::TimedOut);
}

void LimitsTest::whoFallsSilentIsLeft() {
    RelayWorld world;
    HandClient client(world.relay, world.editor);
    QVERIFY(client.send(client.request({client.from(world.space)})));
    QVERIFY(client.wait(std::chrono::seconds(30)));
    QVERIFY(client.send(pushOf(world.records[0]))); // a whole frame is one
    QVERIFY(client.wait(std::chrono::seconds(30)));
    const auto done = client.wait(std::chrono::milliseconds(1));
    QVERIFY(!done && done.fault() == Fault::TimedOut);
}

void LimitsTest::whoKeepsTakingIsNotSilent() {
    RelayWorld world;
    std::vector<Frame> pushes;
    for (const Segment& segment : opaqueLog(world.space, world.editor, 20, 64 * 1024))
        pushes.push_back(pushOf(segment));
    HandClient(world.relay, world.editor).handOver(world.space, pushes);
    HandClient client(world.relay, world.reader);
    QVERIFY(client.send(client.request({client.from(world.space)})) && client.send(EndFrame{}));
    while (client.responder().hasOutput()) {
        QVERIFY(client.wait(std::chrono::seconds(20)));
        (void)client.listenOnce();
    }
    QVERIFY(client.wait(std::chrono::seconds(30 + 512))); // half a megabyte of it may still be under way
    QVERIFY(!client.wait(std::chrono::seconds(1)));
}

void LimitsTest::aClockThatJumpsBackKeepsNobodyWaiting() {
    RelayWorld world;
    HandClient client(world.relay, world.editor);
    QVERIFY(client.send(client.request({client.from(world.space)})));
    QVERIFY(client.wait(-std::chrono::hours(24 * 365)));
    QVERIFY(client.wait(std::chrono::seconds(30)));
    QVERIFY(!client.wait(std::chrono::seconds(1)));
}

void LimitsTest::aRequestForAnotherServerProvesNothing() {
    RelayWorld world;
    HandClient client(world.relay, world.editor);
    const ServerId other = RelayWorld::signer(77).publicId<ServerId>();
    const auto done = client.send(client.request({client.from(world.space)}, other));
    QVERIFY(!done && done.fault() == Fault::Proof);
    QVERIFY(endedWith(client, SessionError::Proof));
}

void LimitsTest::aRequestChangedOnTheWayProvesNothing() {
    RelayWorld world;
    HandClient model(world.relay, world.editor);
    const Bytes request = encodeFrame(model.request({model.from(world.space, world.cursor(), 3)}));
    for (std::size_t bit = 5 * 8; bit < request.size() * 8; ++bit) {
        Bytes flipped = request;
        flipped[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        HandClient client(world.relay, world.editor);
        QVERIFY(!client.sendBytes(flipped));
    }
}

void LimitsTest::anotherVersionIsNamed() {
    RelayWorld world;
    HandClient client(world.relay, world.editor);
    Bytes request = encodeFrame(client.request({client.from(world.space)}));
    request[5] = kProtocolVersion + 1;
    const auto done = client.sendBytes(request);
    QVERIFY(!done && done.fault() == Fault::Version);
    QVERIFY(endedWith(client, SessionError::Version));
}

void LimitsTest::framesThatMakeNoSenseHere_data() {
    QTest::addColumn<int>("what");
    QTest::newRow("an entry before the request") << 0;
    QTest::newRow("a join request before the request") << 1;
    QTest::newRow("the end of nothing") << 2;
    QTest::newRow("two requests in one flight") << 3;
    QTest::newRow("wanting what was not compared") << 4;
    QTest::newRow("what only servers say") << 5;
    QTest::newRow("a frame during the answer") << 6;
    QTest::newRow("another device in the same conversation") << 7;
}

void LimitsTest::framesThatMakeNoSenseHere() {
    QFETCH(int, what);
    RelayWorld world;
    HandClient client(world.relay, world.editor);
    const Frame request = client.request({client.from(world.space)});
    if (what > 2) QVERIFY(client.send(request));
    Result<Done, Fault> done = Done{};
    if (what == 0) done = client.send(pushOf(world.records[0]));
    if (what == 1) done = client.send(JoinFrame{});
    if (what == 2) done = client.send(EndFrame{});
    if (what == 3) done = client.send(request);
    if (what == 4) done = client.send(WantFrame{world.space, {}, {}});
    if (what == 5) done = client.send(StatusFrame{});
    if (what == 6) {
        QVERIFY(client.send(EndFrame{}));
        done = client.send(request);
    }
    if (what == 7) {
        client.talk({});
        HandClient other(world.relay, world.founder);
        done = client.send(other.request({other.from(world.space)}));
    }
    QVERIFY(!done && done.fault() == Fault::Protocol);
    QVERIFY(endedWith(client, SessionError::Protocol));
}

void LimitsTest::whatArrivedBeforeAFaultStays() {
    RelayWorld world;
    const auto log = opaqueLog(world.space, world.editor, 1);
    HandClient client(world.relay, world.editor);
    QVERIFY(client.send(client.request({client.from(world.space)})) && client.send(pushOf(log[0])));
    QVERIFY(!client.send(StatusFrame{}));
    QVERIFY(*world.store.contains(world.space, log[0].hash()));
}

void LimitsTest::aStoppedServerSaysSo() {
    RelayWorld world;
    const auto log = opaqueLog(world.space, world.editor, 1);
    HandClient client(world.relay, world.editor);
    QVERIFY(client.send(client.request({client.from(world.space)})) && client.send(pushOf(log[0])));
    client.responder().stop(SessionError::ShuttingDown);
    QVERIFY(endedWith(client, SessionError::ShuttingDown));
    QVERIFY(*world.store.contains(world.space, log[0].hash()));
}

void LimitsTest::quotas_data() {
    QTest::addColumn<int>("reason");
    QTest::addColumn<QString>("quota");
    QTest::newRow("bytes of a space") << int(Refusal::OverSpaceQuota) << "space bytes";
    QTest::newRow("bytes of a device") << int(Refusal::OverDeviceQuota) << "device bytes";
    QTest::newRow("segments of a device") << int(Refusal::OverDeviceQuota) << "device entries";
    QTest::newRow("spaces") << int(Refusal::TooManySpaces) << "spaces";
}

void LimitsTest::quotas() {
    QFETCH(int, reason);
    QFETCH(QString, quota);
    QuotaLimits limits;
    const std::uint64_t twoSegments = 2 * (kSegmentOverhead + 256);
    RelayWorld measured;
    if (quota == "space bytes") limits.spaceBytesMax = measured.store.usageOfSpace(measured.space)->bytes + twoSegments;
    if (quota == "device bytes") limits.deviceBytesMax = twoSegments;
    if (quota == "device entries") limits.deviceEntriesMax = 2;
    if (quota == "spaces") limits.spacesMax = 1;
    RelayWorld world(limits);
    std::vector<Frame> pushes;
    if (quota == "spaces")
        pushes = {pushOf(foundSpace(world.outsider))};
    else
        for (const Segment& segment : opaqueLog(world.space, world.editor, 3))
            pushes.push_back(pushOf(segment));

    // The same whether they come together or one by one.
    HandClient client(world.relay, world.editor);
    auto refused = only<RefusedFrame>(client.handOver(world.space, pushes));
    QCOMPARE(refused.size(), std::size_t{1});
    QCOMPARE(int(refused[0].reason), reason);
    QVERIFY(refused[0].entry ==
            entryHash(std::get<PushFrame>(pushes.back()).kind, std::get<PushFrame>(pushes.back()).bytes));
    refused = only<RefusedFrame>(HandClient(world.relay, world.editor).handOver(world.space, {pushes.back()}));
    QCOMPARE(refused.size(), std::size_t{1});
    QCOMPARE(int(refused[0].reason), reason);
}

void LimitsTest::aFullDiskRefusesAndTheConversationGoesOn() {
    RelayWorld world;
    BrokenStore full(world.store, StoreFault::Full);
    Relay relay(full, world.serverKey, {});
    const auto log = opaqueLog(world.space, world.editor, 2);
    const auto answer = HandClient(relay, world.editor).handOver(world.space, {pushOf(log[0]), pushOf(log[1])});
    QCOMPARE(only<RefusedFrame>(answer).size(), std::size_t{2});
    QVERIFY(only<RefusedFrame>(answer).front().reason == Refusal::ServerFull);
    QVERIFY(only<ReceiptFrame>(answer).front().ownHeight == 0);

    // What was not stored is not remembered as if it were.
    Relay mended(world.store, world.serverKey, {});
    QVERIFY(only<RefusedFrame>(HandClient(mended, world.editor).handOver(world.space, {pushOf(log[0])})).empty());
}

void LimitsTest::aFailingDiskAcknowledgesNothing() {
    RelayWorld world;
    BrokenStore failing(world.store, StoreFault::Failed);
    Relay relay(failing, world.serverKey, {});
    const auto log = opaqueLog(world.space, world.editor, 1);
    const auto answer = HandClient(relay, world.editor).handOver(world.space, {pushOf(log[0])});
    QVERIFY(answer == std::vector<Frame>{ErrorFrame{SessionError::Storage}});
}

QTEST_APPLESS_MAIN(LimitsTest)
#include "limits_test.moc"
