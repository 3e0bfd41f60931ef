#include <QTest>

#include "common/codec/writer.h"
#include "tests/support/effort.h"
#include "tests/support/random_frame.h"

using namespace puente;
using namespace puente::test;

/// A frame has one encoding, which comes back as the same frame; any other bytes are refused, at their length's first
/// bytes if that is beyond the bounds.
class FrameTest : public QObject {
    Q_OBJECT

private slots:
    void everyFrameComesBack();
    void framesAreCutFromAnyStream();
    void whatDecodesHasNoOtherEncoding();
    void aFrameCutShortIsRefused();
    void anyBytesAreFramesOrAFault();
    void aLengthBeyondItsBoundIsRefusedAtOnce_data();
    void aLengthBeyondItsBoundIsRefusedAtOnce();
    void otherVersionsAndTypesHaveNames();
    void listsOutOfOrderAreRefused();
    void theBufferKeepsNothingThatWasRead();
};

namespace {

/// A frame without its length.
Bytes bodyOf(const Frame& frame) {
    const Bytes whole = encodeFrame(frame);
    return {whole.begin() + 4, whole.end()};
}

Bytes header(std::uint32_t size, FrameType type) {
    Writer writer;
    writer.u32(size);
    writer.u8(static_cast<std::uint8_t>(type));
    return writer.take();
}

/// True for a frame of one of these kinds: the rest of it, whatever its size, is bytes.
template <typename... Kinds>
bool isOpenEnded(const Frame& frame) {
    return (std::holds_alternative<Kinds>(frame) || ...);
}

} // namespace

void FrameTest::everyFrameComesBack() {
    Prng prng(1);
    for (std::size_t number = 0; number < effort(5000); ++number) {
        const Frame frame = anyFrame(prng, number);
        const auto decoded = decodeFrame(bodyOf(frame));
        QVERIFY(decoded.ok());
        QVERIFY(*decoded == frame);
    }
}

void FrameTest::framesAreCutFromAnyStream() {
    Prng prng(2);
    Bytes stream;
    std::vector<Frame> sent;
    for (std::size_t number = 0; number < 200; ++number) {
        sent.push_back(anyFrame(prng, number));
        append(stream, encodeFrame(sent.back()));
    }
    FrameReader reader{SessionLimits{}};
    std::vector<Frame> received;
    for (std::size_t at = 0; at < stream.size();) {
        const std::size_t size = std::min(stream.size() - at, 1 + prng.below(90));
        reader.feed(ByteView(stream).subspan(at, size));
        at += size;
        for (auto frame = reader.next(); frame.ok() && *frame; frame = reader.next())
            received.push_back(std::move(**frame));
    }
    QVERIFY(received == sent);
    QVERIFY(!reader.unfinishedSize());
}

void FrameTest::whatDecodesHasNoOtherEncoding() {
    Prng prng(3);
    for (std::size_t number = 0; number < kFrameTypeCount * effort(6); ++number) {
        const Bytes body = bodyOf(anyFrame(prng, number));
        for (std::size_t bit = 0; bit < body.size() * 8; ++bit) {
            Bytes flipped = body;
            flipped[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
            const auto decoded = decodeFrame(flipped);
            if (decoded) QVERIFY(bodyOf(*decoded) == flipped);
        }
    }
}

void FrameTest::aFrameCutShortIsRefused() {
    Prng prng(4);
    for (std::size_t number = 0; number < kFrameTypeCount * 4; ++number) {
        const Frame frame = anyFrame(prng, number);
        const Bytes body = bodyOf(frame);
        for (std::size_t size = 0; size < body.size(); ++size) {
            const auto decoded = decodeFrame(ByteView(body).first(size));
            // What ends with an entry's bytes may be a shorter entry; it is never the same frame.
            if (decoded) QVERIFY(*decoded != frame);
        }
        if (isOpenEnded<PushFrame, JoinFrame, EntryFrame, OfferFrame, PieceFrame, IndexFrame, ServedPieceFrame>(frame))
            continue;
        for (std::size_t size = 0; size < body.size(); ++size)
            QVERIFY(!decodeFrame(ByteView(body).first(size)));
        Bytes longer = body;
        longer.push_back(0);
        QVERIFY(!decodeFrame(longer));
    }
}

void FrameTest::anyBytesAreFramesOrAFault() {
    Prng prng(5);
    for (std::size_t round = 0; round < effort(20'000); ++round) {
        Bytes body = bodyOf(anyFrame(prng, round));
        for (std::size_t damage = 1 + prng.below(4); damage > 0; --damage)
            body[prng.below(body.size())] = static_cast<std::uint8_t>(prng.next());
        const auto decoded = decodeFrame(body);
        if (decoded) QVERIFY(bodyOf(*decoded) == body);
    }
}

void FrameTest::aLengthBeyondItsBoundIsRefusedAtOnce_data() {
    QTest::addColumn<quint32>("size");
    QTest::addColumn<int>("type");
    QTest::addColumn<bool>("refused");
    const SessionLimits limits;
    const auto control = static_cast<quint32>(limits.controlFrameMax), data = static_cast<quint32>(limits.dataFrameMax);
    QTest::newRow("nothing at all") << 0U << int(FrameType::End) << true;
    QTest::newRow("largest control frame") << control << int(FrameType::Want) << false;
    QTest::newRow("control frame one too long") << control + 1 << int(FrameType::Want) << true;
    QTest::newRow("largest segment") << data << int(FrameType::PushSegment) << false;
    QTest::newRow("segment one too long") << data + 1 << int(FrameType::PushSegment) << true;
    QTest::newRow("2^31") << 0x80000000U << int(FrameType::Segment) << true;
    QTest::newRow("2^32 - 1") << 0xffffffffU << int(FrameType::Segment) << true;
}

void FrameTest::aLengthBeyondItsBoundIsRefusedAtOnce() {
    QFETCH(quint32, size);
    QFETCH(int, type);
    QFETCH(bool, refused);
    FrameReader reader{SessionLimits{}};
    reader.feed(header(size, FrameType(type)));
    const auto frame = reader.next();
    QCOMPARE(!frame, refused);
    if (refused && size > 0) QVERIFY(frame.fault() == FrameFault::TooLarge);
    if (!refused) QVERIFY(!*frame && reader.unfinishedSize() == std::optional<std::size_t>(4 + size));
}

void FrameTest::otherVersionsAndTypesHaveNames() {
    Bytes request = bodyOf(RequestFrame{});
    request[1] = kProtocolVersion + 1;
    QVERIFY(decodeFrame(request).fault() == FrameFault::UnknownVersion);
    QVERIFY(decodeFrame(Bytes{200}).fault() == FrameFault::UnknownType);
    QVERIFY(decodeFrame(Bytes{0}).fault() == FrameFault::UnknownType);
    QVERIFY(decodeFrame({}).fault() == FrameFault::Malformed);
}

void FrameTest::listsOutOfOrderAreRefused() {
    Prng prng(6);
    RequestFrame request;
    request.spaces = {{*SpaceId::from(Bytes(16, 2)), 1, 0, {}}, {*SpaceId::from(Bytes(16, 1)), 1, 0, {}}};
    QVERIFY(!decodeFrame(bodyOf(request)));
    request.spaces[1].space = request.spaces[0].space;
    QVERIFY(!decodeFrame(bodyOf(request)));

    const LogHeight low{{*DeviceId::from(Bytes(32, 1)), 1}, {1, {}}}, high{{*DeviceId::from(Bytes(32, 1)), 2}, {1, {}}};
    QVERIFY(decodeFrame(bodyOf(WantFrame{{}, {low, high}, {}})).ok());
    QVERIFY(!decodeFrame(bodyOf(WantFrame{{}, {high, low}, {}})));
    QVERIFY(!decodeFrame(bodyOf(WantFrame{{}, {low, low}, {}})));
    const Hash first = *Hash::from(Bytes(32, 1)), second = *Hash::from(Bytes(32, 2));
    QVERIFY(decodeFrame(bodyOf(HeightsFrame{{}, 0, {}, {first, second}})).ok());
    QVERIFY(!decodeFrame(bodyOf(HeightsFrame{{}, 0, {}, {second, first}})));
    const OwnFrame::Item item{7, EntryKind::Segment, {}};
    QVERIFY(!decodeFrame(bodyOf(OwnFrame{{}, {item, item}})));
    const LogHeight empty{{{}, 1}, {0, {}}};
    QVERIFY(!decodeFrame(bodyOf(WantFrame{{}, {empty}, {}})));
}

void FrameTest::theBufferKeepsNothingThatWasRead() {
    // A stream whose pieces always end within a frame must not make the reader keep all of it.
    const Bytes frame = encodeFrame(JoinFrame{Bytes(1000, 7)});
    SessionLimits limits;
    FrameReader reader(limits);
    reader.feed(ByteView(frame).first(10));
    for (int round = 0; round < 1000; ++round) {
        reader.feed(ByteView(frame).subspan(10));
        reader.feed(ByteView(frame).first(10));
        const auto next = reader.next();
        QVERIFY(next.ok() && *next);
        QVERIFY(!*reader.next());
    }
    QVERIFY(reader.bufferSize() < 3 * frame.size());
}

QTEST_APPLESS_MAIN(FrameTest)
#include "frame_test.moc"
