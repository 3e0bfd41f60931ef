#include <QTest>

#include "common/codec/reader.h"
#include "common/codec/writer.h"
#include "tests/support/prng.h"

using namespace puente;

/// What a Writer wrote comes back; anything else stops the Reader for good, and never costs memory.
class ReaderTest : public QObject {
    Q_OBJECT

private slots:
    void whatWasWrittenComesBack() {
        test::Prng prng(1);
        for (int round = 0; round < 10'000; ++round) {
            const std::uint64_t number = prng.next() >> prng.below(64);
            Writer writer;
            writer.varint(number);
            writer.zigzag(static_cast<std::int64_t>(number));
            writer.u16(static_cast<std::uint16_t>(number));
            writer.u32(static_cast<std::uint32_t>(number));
            writer.u64(number);
            writer.text("año");
            Reader reader(writer.view());
            QCOMPARE(reader.varint(), number);
            QCOMPARE(reader.zigzag(), static_cast<std::int64_t>(number));
            QCOMPARE(reader.u16(), static_cast<std::uint16_t>(number));
            QCOMPARE(reader.u32(), static_cast<std::uint32_t>(number));
            QCOMPARE(reader.u64(), number);
            QVERIFY(reader.text(10) == "año");
            QVERIFY(reader.finished());
        }
    }
    void everyVarintItAcceptsIsTheOneThatIsWritten() {
        test::Prng prng(2);
        for (int round = 0; round < 20'000; ++round) {
            Bytes bytes(1 + prng.below(11));
            for (std::uint8_t& byte : bytes)
                byte = static_cast<std::uint8_t>(prng.next() | (prng.chance(70) ? 0x80 : 0));
            Reader reader(bytes);
            const std::uint64_t number = reader.varint();
            if (!reader.ok()) continue;
            Writer writer;
            writer.varint(number);
            QVERIFY(equal(writer.view(), ByteView(bytes).first(bytes.size() - reader.remaining())));
        }
    }
    void afterAFaultItYieldsNothingMore() {
        const Bytes bytes{0x80, 0x00, 0x07, 0x07};
        Reader reader(bytes);
        QCOMPARE(reader.varint(), 0U);
        QVERIFY(!reader.ok());
        QCOMPARE(reader.u8(), std::uint8_t{0});
        QVERIFY(reader.raw(1).empty());
        QVERIFY(!reader.finished());
    }
    void aLengthBeyondTheEndIsRefused() {
        const Bytes bytes{0x05, 'a', 'b'};
        Reader reader(bytes);
        QVERIFY(reader.blob(100).empty());
        QVERIFY(!reader.ok());
    }
    void aLengthBeyondTheBoundIsRefused() {
        const Bytes bytes{0x02, 'a', 'b'};
        Reader reader(bytes);
        QVERIFY(reader.blob(1).empty());
        QVERIFY(!reader.ok());
    }
    void aCountOfMoreThanCanBeThereIsRefused() {
        const Bytes bytes{0x02, 1, 2, 3};
        Reader enough(bytes), tooFew(bytes);
        QCOMPARE(enough.count(10, 1), std::size_t{2});
        QCOMPARE(tooFew.count(10, 2), std::size_t{0});
        QVERIFY(enough.ok() && !tooFew.ok());
    }
    void aCountNearTheTopDoesNotWrapRound() {
        Writer writer;
        writer.varint(std::uint64_t{1} << 61);
        writer.u64(0);
        Reader reader(writer.view());
        QCOMPARE(reader.count(std::numeric_limits<std::size_t>::max(), 8), std::size_t{0});
        QVERIFY(!reader.ok());
    }
};

QTEST_APPLESS_MAIN(ReaderTest)
#include "reader_test.moc"
