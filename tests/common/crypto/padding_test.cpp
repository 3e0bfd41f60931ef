#include <QTest>

#include "common/crypto/padding.h"

#include <set>

using namespace puente;

/// Padding hides all but a few bits of a size, costs little, and comes off in exactly one way.
class PaddingTest : public QObject {
    Q_OBJECT

private slots:
    void itCostsAtMostTwelvePercentAboveTheFloor() {
        for (std::size_t size = 1; size < 300'000; size += 1 + size / 500) {
            const std::size_t padded = paddedSize(size);
            QVERIFY(padded >= size && padded >= kPaddedSizeMin);
            QVERIFY(size <= kPaddedSizeMin || padded * 100 <= size * 112);
        }
    }
    void aPaddedSizeIsPaddedToItself() {
        for (std::size_t size = 0; size < 100'000; size += 7)
            QCOMPARE(paddedSize(paddedSize(size)), paddedSize(size));
    }
    void sizesNeverShrinkAsTheirContentGrows() {
        for (std::size_t size = 1; size < 100'000; ++size)
            QVERIFY(paddedSize(size) >= paddedSize(size - 1));
    }
    void fewSizesAreSeen() {
        std::set<std::size_t> seen;
        for (std::size_t size = 0; size <= 1024 * 1024; ++size)
            seen.insert(paddedSize(size));
        QCOMPARE(seen.size(), std::size_t{257});
    }
    void whatWasPaddedComesBack() {
        for (std::size_t size = 0; size < 3000; ++size) {
            const Bytes plain(size, static_cast<std::uint8_t>(size % 2 == 0 ? 0 : 0x80));
            const Bytes padded = pad(plain);
            const auto back = unpad(padded);
            QVERIFY(back.has_value());
            QVERIFY(equal(*back, plain));
        }
    }
    void anyOtherPaddingIsRefused() {
        Bytes padded = pad(Bytes(300, 0xab));
        Bytes longer = padded, shorter = padded;
        longer.push_back(0);
        shorter.pop_back();
        QVERIFY(!unpad(longer));
        QVERIFY(!unpad(shorter));
        padded[300] = 0x40;
        QVERIFY(!unpad(padded));
        QVERIFY(!unpad({}));
    }
};

QTEST_APPLESS_MAIN(PaddingTest)
#include "padding_test.moc"
