#include <QTest>

#include "common/crypto/aead.h"
#include "common/crypto/detached_aead.h"
#include "tests/support/seeded_entropy.h"

#include <algorithm>

using namespace puente;

namespace {

constexpr std::size_t kNonce = DetachedAead::kNonceSize, kTag = DetachedAead::kTagSize;

struct Sample {
    Bytes key, associated, plain;
    Bytes whole; ///< as libsodium seals it: nonce, ciphertext, tag

    explicit Sample(std::size_t size) {
        test::SeededEntropy entropy(size + 1);
        key = Bytes(DetachedAead::kKeySize), associated = Bytes(24), plain = Bytes(size);
        entropy.fill(key);
        entropy.fill(associated);
        entropy.fill(plain);
        whole = aeadSeal(key, plain, associated, entropy);
    }
    ByteView nonce() const { return ByteView(whole).first(kNonce); }
    ByteView sealed() const { return ByteView(whole).subspan(kNonce, plain.size()); }
    ByteView tag() const { return ByteView(whole).last(kTag); }
};

constexpr std::size_t kSizes[] = {0, 1, 15, 16, 17, 63, 64, 65, 255, 256, 1000, 4032, 4056, 65'536};

} // namespace

/// Two libraries, one cipher: what one of them seals the other opens, and says no to the same things.
class DetachedAeadTest : public QObject {
    Q_OBJECT

private slots:
    void itSealsBitForBitAsLibsodiumDoes() {
        const DetachedAead cipher;
        for (const std::size_t size : kSizes) {
            const Sample sample(size);
            Bytes sealed(size), tag(kTag);
            cipher.seal(sample.key, sample.nonce(), sample.associated, sample.plain, sealed, tag);
            QVERIFY(equal(sealed, sample.sealed()));
            QVERIFY(equal(tag, sample.tag()));
        }
    }
    void itOpensWhatLibsodiumSealed() {
        const DetachedAead cipher;
        for (const std::size_t size : kSizes) {
            const Sample sample(size);
            Bytes plain(size, 1);
            QVERIFY(cipher.open(sample.key, sample.nonce(), sample.associated, sample.sealed(), sample.tag(), plain));
            QVERIFY(equal(plain, sample.plain));
        }
    }
    void inItsOwnPlaceToo() {
        const DetachedAead cipher;
        const Sample sample(4032);
        Bytes page = sample.plain, tag(kTag);
        cipher.seal(sample.key, sample.nonce(), sample.associated, page, page, tag);
        QVERIFY(equal(page, sample.sealed()));
        QVERIFY(cipher.open(sample.key, sample.nonce(), sample.associated, page, tag, page));
        QVERIFY(equal(page, sample.plain));
    }
    void anyFlippedBitIsNoticedAndLeavesZeros() {
        const DetachedAead cipher;
        const Sample sample(100);
        const Bytes zeros(100, 0);
        const auto opens = [&](ByteView key, ByteView nonce, ByteView associated, ByteView sealed, ByteView tag) {
            Bytes plain(100, 1);
            const bool isOpen = cipher.open(key, nonce, associated, sealed, tag, plain);
            return isOpen || !equal(plain, zeros);
        };
        const auto flipped = [](ByteView bytes, std::size_t bit) {
            Bytes other(bytes.begin(), bytes.end());
            other[bit / 8] = static_cast<std::uint8_t>(other[bit / 8] ^ (1U << bit % 8));
            return other;
        };
        const ByteView key = sample.key, nonce = sample.nonce(), associated = sample.associated;
        const ByteView sealed = sample.sealed(), tag = sample.tag();
        for (std::size_t bit = 0; bit < key.size() * 8; ++bit)
            QVERIFY(!opens(flipped(key, bit), nonce, associated, sealed, tag));
        for (std::size_t bit = 0; bit < nonce.size() * 8; ++bit)
            QVERIFY(!opens(key, flipped(nonce, bit), associated, sealed, tag));
        for (std::size_t bit = 0; bit < associated.size() * 8; ++bit)
            QVERIFY(!opens(key, nonce, flipped(associated, bit), sealed, tag));
        for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit)
            QVERIFY(!opens(key, nonce, associated, flipped(sealed, bit), tag));
        for (std::size_t bit = 0; bit < tag.size() * 8; ++bit)
            QVERIFY(!opens(key, nonce, associated, sealed, flipped(tag, bit)));
        // And a refusal leaves nothing behind that would spoil the next one.
        Bytes plain(100);
        QVERIFY(cipher.open(key, nonce, associated, sealed, tag, plain));
    }
};

QTEST_APPLESS_MAIN(DetachedAeadTest)
#include "detached_aead_test.moc"
