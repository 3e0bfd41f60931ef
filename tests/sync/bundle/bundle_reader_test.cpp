#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "common/codec/writer.h"
#include "sync/bundle/bundle.h"
#include "tests/support/membership_samples.h"
#include "tests/support/paths.h"

using namespace puente;
using namespace puente::test;

/// A bundle is believed whole or not at all: whatever was cut, changed, spliced or added, not one entry comes out.
/// tests/vectors/bundle_v1.json holds the examples; PUENTE_WRITE_VECTORS=1 writes it anew.
class BundleReaderTest : public QObject {
    Q_OBJECT

    struct Frame {
        std::uint8_t type;
        Bytes payload;
    };
    struct Altered {
        std::string what;
        std::string fault;
        Bytes bytes;
    };

    const MembershipSamples m_samples;
    const MembershipRecord m_second = foundSpace(m_samples.founder, 1);

    static Bytes copyOf(ByteView bytes) { return {bytes.begin(), bytes.end()}; }
    static Result<Bundle, BundleFault> read(ByteView bytes, std::size_t pieceSize = 512);
    static std::string faultOf(ByteView bytes);
    Segment segment() const;
    std::vector<Frame> frames() const;
    Bytes header(std::uint16_t spaces = 2) const;
    /// What the trailer claims more than is there.
    struct Lie {
        std::uint64_t entries = 0, size = 0;
    };
    Bytes bundleOf(Bytes start, const std::vector<Frame>& frames, Lie lie) const;
    Bytes bundleOf(Bytes start, const std::vector<Frame>& frames) const {
        return bundleOf(std::move(start), frames, {});
    }
    Bytes bundle() const { return bundleOf(header(), frames()); }
    std::vector<Altered> altered() const;

private slots:
    void whatWasWrittenIsReadInPiecesOfAnySize() {
        const Bytes bytes = bundle();
        for (const std::size_t pieceSize : {std::size_t{1}, std::size_t{7}, std::size_t{512}, bytes.size()}) {
            const auto bundle = read(bytes, pieceSize);
            QVERIFY(bundle.ok());
            QVERIFY(bundle->exporter == m_samples.founder.device());
            QCOMPARE(bundle->entries, std::uint64_t{7});
            QCOMPARE(bundle->spaces.size(), std::size_t{2});
            std::size_t entries = 0;
            for (const Bundle::Space& space : bundle->spaces)
                entries += space.entries.size() + space.joinRequests.size();
            QCOMPARE(entries, std::size_t{7});
        }
    }
    void anEmptyBundleIsSound() { QVERIFY(read(bundleOf(header(0), {})).ok()); }
    void aCutAnywhereIsTruncated() {
        const Bytes bytes = bundle();
        for (std::size_t size = 1; size < bytes.size(); ++size)
            QCOMPARE(faultOf(ByteView(bytes).first(size)), std::string("Truncated"));
        QCOMPARE(faultOf({}), std::string("NotABundle"));
    }
    void aFlipAnywhereIsRefused() {
        const Bytes bytes = bundle();
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            Bytes flipped = bytes;
            flipped[bit / 8] = static_cast<std::uint8_t>(flipped[bit / 8] ^ 1U << (bit % 8));
            QVERIFY2(!read(flipped, bytes.size()).ok(), qPrintable(QString("bit %1").arg(bit)));
        }
    }
    void twoBundlesSplicedAreRefused() {
        const Bytes one = bundle();
        const Bytes other = bundleOf(header(), {frames()[0], frames()[1], frames()[6]});
        for (std::size_t at = 1; at < std::min(one.size(), other.size()); ++at) {
            Bytes spliced(one.begin(), one.begin() + static_cast<std::ptrdiff_t>(at));
            spliced.insert(spliced.end(), other.begin() + static_cast<std::ptrdiff_t>(at), other.end());
            if (spliced == one || spliced == other) continue; // the same bytes stand before or after
            QVERIFY2(!read(spliced).ok(), qPrintable(QString("at %1").arg(at)));
        }
    }
    void aFaultIsForGood() {
        BundleReader reader;
        const Bytes bytes = bundle();
        QVERIFY(!reader.feed(bytesOf("PUENTEB1 but not really: forty-two bytes and more")).ok());
        QVERIFY(!reader.feed(bytes).ok());
        QVERIFY(reader.finish().fault() == BundleFault::Damaged);
    }
    void aLengthIsRefusedBeforeItsBytesCome() {
        Bytes bytes = header();
        append(bytes, Bytes{3, 0xff, 0xff, 0xff, 0xff});
        BundleReader reader;
        QVERIFY(!reader.feed(bytes).ok());
    }
    void whatCanBeErasedNeedsVersionTwo() {
        Bytes start = header();
        start[7] = '2';
        QVERIFY(read(bundleOf(start, frames())).ok());
        std::vector<Frame> more = frames();
        for (const int type : {7, 8, 9})
            more.push_back({static_cast<std::uint8_t>(type),
                            Bytes(177, 1)}); // whether an entry is to be believed is for the replica to say
        const auto bundle = read(bundleOf(start, more));
        QVERIFY(bundle.ok());
        QVERIFY(bundle->spaces.back().entries.back().kind == EntryKind::Confirmation);
        QCOMPARE(faultOf(bundleOf(header(), more)), std::string("Damaged"));
        more.back() = {7, Bytes(250, 1)};
        QCOMPARE(faultOf(bundleOf(start, more)), std::string("Damaged"));
    }
    void everyRuleHasItsFault() {
        for (const Altered& one : altered())
            QVERIFY2(faultOf(one.bytes) == one.fault, one.what.c_str());
    }
    void theVectorsHold();
};

Result<Bundle, BundleFault> BundleReaderTest::read(ByteView bytes, std::size_t pieceSize) {
    BundleReader reader;
    for (std::size_t at = 0; at < bytes.size(); at += pieceSize) {
        const auto fed = reader.feed(bytes.subspan(at, std::min(pieceSize, bytes.size() - at)));
        if (!fed) return Failure{fed.fault()};
    }
    return reader.finish();
}

std::string BundleReaderTest::faultOf(ByteView bytes) {
    const auto bundle = read(bytes);
    if (bundle) return {};
    switch (bundle.fault()) {
    case BundleFault::NotABundle: return "NotABundle";
    case BundleFault::Truncated: return "Truncated";
    case BundleFault::Damaged: return "Damaged";
    case BundleFault::Newer: return "Newer";
    case BundleFault::TooLarge: return "TooLarge";
    }
    return {};
}

Segment BundleReaderTest::segment() const {
    SegmentHeader header;
    header.space = m_samples.space;
    header.log.device = m_samples.founder.device();
    header.first = header.last = 1;
    header.paddedSize = 256;
    return Segment::sign(header, Bytes(256 + 40, 0xab), m_samples.founder.signing);
}

/// Two spaces, the lower id first.
std::vector<BundleReaderTest::Frame> BundleReaderTest::frames() const {
    const std::vector<Frame> first{
        {5, copyOf(m_samples.space.view())}, {1, copyOf(m_samples.create.wire())},
        {1, copyOf(m_samples.offer.wire())}, {1, copyOf(m_samples.admit.wire())},
        {2, copyOf(m_samples.keys.wire())},  {4, copyOf(m_samples.request.wire())},
        {3, copyOf(segment().wire())},
    };
    const std::vector<Frame> second{{5, copyOf(m_second.space().view())}, {1, copyOf(m_second.wire())}};
    const bool inOrder = m_samples.space < m_second.space();
    std::vector<Frame> all = inOrder ? first : second;
    for (const Frame& frame : inOrder ? second : first)
        all.push_back(frame);
    return all;
}

Bytes BundleReaderTest::header(std::uint16_t spaces) const {
    Writer writer;
    writer.raw(bytesOf("PUENTEB1"));
    writer.id(m_samples.founder.device());
    writer.u16(spaces);
    return writer.take();
}

Bytes BundleReaderTest::bundleOf(Bytes start, const std::vector<Frame>& frames, Lie lie) const {
    Writer writer;
    writer.raw(start);
    std::uint64_t entries = 0;
    for (const Frame& frame : frames) {
        if (frame.type != 5) ++entries;
        writer.u8(frame.type);
        writer.u32(static_cast<std::uint32_t>(frame.payload.size()));
        writer.raw(frame.payload);
    }
    Writer covered;
    covered.u64(entries + lie.entries);
    covered.u64(writer.size() + lie.size);
    covered.id(hashOf(Purpose::Bundle, writer.view()));
    Bytes message = copyOf(m_samples.founder.device().view());
    append(message, covered.view());
    writer.u8(6);
    writer.u32(112);
    writer.raw(covered.view());
    writer.id(m_samples.founder.signing.sign(Purpose::Bundle, message));
    return writer.take();
}

/// Signed anew where that is possible, so that only the rule stands in their way.
std::vector<BundleReaderTest::Altered> BundleReaderTest::altered() const {
    const Bytes good = bundle();
    std::vector<Altered> all;
    const auto add = [&](const char* what, const char* fault, Bytes bytes) {
        all.push_back({what, fault, std::move(bytes)});
    };
    add("the end is missing", "Truncated", Bytes(good.begin(), good.end() - 1));
    add("a byte is flipped", "Damaged", [&] {
        Bytes bytes = good;
        bytes[100] ^= 1;
        return bytes;
    }());
    add("bytes after the trailer", "Damaged", [&] {
        Bytes bytes = good;
        bytes.push_back(0);
        return bytes;
    }());
    add("another file", "NotABundle", copyOf(bytesOf("SQLite format 3 and what else a database begins with")));
    add("a newer version", "Newer", [&] {
        Bytes start = header();
        start[7] = '3';
        return bundleOf(start, frames());
    }());
    const auto addFrames = [&](const char* what, std::vector<Frame> changed) {
        add(what, "Damaged", bundleOf(header(), changed));
    };
    std::vector<Frame> some = frames();
    addFrames("an entry before the first space", {some[1], some[0], some.back()});
    addFrames("fewer spaces than the header says", {some[0], some[1]});
    addFrames("a space twice", {some[0], some[0]});
    some.push_back({7, {1}});
    addFrames("an unknown type", some);
    some.back() = {1, Bytes(kMembershipRecordSizeMax + 1)};
    addFrames("an entry beyond its bound", some);
    some.back() = {1, {}};
    addFrames("an empty entry", some);
    add("more spaces than the header says", "Damaged", bundleOf(header(1), frames()));
    add("a trailer that counts one entry more", "Damaged", bundleOf(header(), frames(), {.entries = 1}));
    add("a trailer that counts one byte more", "Damaged", bundleOf(header(), frames(), {.size = 1}));
    add("a trailer by another device", "Damaged", [&] {
        Bytes start = header();
        const DeviceId other = m_samples.joiner.device();
        std::copy(other.bytes.begin(), other.bytes.end(), start.begin() + 8);
        return bundleOf(start, frames());
    }());
    return all;
}

void BundleReaderTest::theVectorsHold() {
    const auto hex = [](ByteView bytes) { return QString::fromStdString(toHex(bytes)); };
    QJsonArray refused;
    for (const Altered& one : altered())
        refused.append(QJsonObject{{"what", QString::fromStdString(one.what)},
                                   {"fault", QString::fromStdString(one.fault)},
                                   {"bytes", hex(one.bytes)}});
    const QJsonObject vectors{{"exporter", hex(m_samples.founder.device().view())},
                              {"exporter_seed", hex(m_samples.founder.signing.revealSeed())},
                              {"spaces", 2},
                              {"entries", 7},
                              {"bundle", hex(bundle())},
                              {"refused", refused}};
    QFile file(test::vectorPath("bundle_v1.json"));
    if (qEnvironmentVariableIsSet("PUENTE_WRITE_VECTORS")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(vectors).toJson());
        return;
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(QJsonDocument::fromJson(file.readAll()).object() == vectors);
}

QTEST_APPLESS_MAIN(BundleReaderTest)
#include "bundle_reader_test.moc"
