#include <QTest>

#include "common/crypto/identity.h"
#include "tests/support/seeded_entropy.h"

#include <sodium.h>

using namespace puente;

/// Only the owner of a key signs with it, and only the one a box was sealed to opens it.
class IdentityTest : public QObject {
    Q_OBJECT

private slots:
    void aSeedGivesTheSameKeyAgain() {
        test::SeededEntropy entropy(1);
        const SigningKey signer = SigningKey::generate(entropy);
        const SigningKey again = SigningKey::fromSeed(signer.revealSeed());
        QVERIFY(again.publicId<DeviceId>() == signer.publicId<DeviceId>());
        QVERIFY(again.sign(Purpose::Receipt, Bytes{1}) == signer.sign(Purpose::Receipt, Bytes{1}));
        const SealingKey box = SealingKey::generate(entropy);
        QVERIFY(SealingKey::fromSeed(box.revealSeed()).publicId() == box.publicId());
    }
    void everyFlippedBitOfASignatureOrMessageIsRefused() {
        test::SeededEntropy entropy(2);
        const SigningKey signer = SigningKey::generate(entropy);
        const auto id = signer.publicId<DeviceId>();
        const Bytes message{1, 2, 3, 4};
        const Signature signature = signer.sign(Purpose::Segment, message);
        QVERIFY(verify(id, Purpose::Segment, message, signature));
        for (std::size_t bit = 0; bit < Signature::kSize * 8; ++bit) {
            Signature flipped = signature;
            flipped.bytes[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
            QVERIFY(!verify(id, Purpose::Segment, message, flipped));
        }
        for (std::size_t bit = 0; bit < message.size() * 8; ++bit) {
            Bytes flipped = message;
            flipped[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
            QVERIFY(!verify(id, Purpose::Segment, flipped, signature));
        }
    }
    void aSignatureHasOneSpelling() {
        test::SeededEntropy entropy(2);
        const SigningKey signer = SigningKey::generate(entropy);
        const Signature signature = signer.sign(Purpose::Segment, Bytes{1});
        // The group's order, least byte first: a number plus this one signs the same, for who does not look.
        const Bytes order = *fromHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
        Signature other = signature;
        unsigned carried = 0;
        for (std::size_t i = 0; i < order.size(); ++i) {
            carried += other.bytes[32 + i] + unsigned{order[i]};
            other.bytes[32 + i] = static_cast<std::uint8_t>(carried);
            carried >>= 8U;
        }
        QVERIFY(verify(signer.publicId<DeviceId>(), Purpose::Segment, Bytes{1}, signature));
        QVERIFY(!verify(signer.publicId<DeviceId>(), Purpose::Segment, Bytes{1}, other));
    }
    void aKeyThatSignsEverythingIsNobodys() {
        DeviceId neutral; // times any number it is itself
        neutral.bytes[0] = 1;
        Signature signature;
        signature.bytes[0] = 1;
        QVERIFY(!verify(neutral, Purpose::Segment, Bytes{1}, signature));
    }
    void anotherSignerIsRefused() {
        test::SeededEntropy entropy(3);
        const SigningKey signer = SigningKey::generate(entropy), other = SigningKey::generate(entropy);
        const Signature signature = signer.sign(Purpose::Segment, Bytes{1});
        QVERIFY(!verify(other.publicId<DeviceId>(), Purpose::Segment, Bytes{1}, signature));
        QVERIFY(!verify(ByteView{}, Purpose::Segment, Bytes{1}, signature));
    }
    void aBoxOpensForItsRecipientOnly() {
        test::SeededEntropy entropy(4);
        const SealingKey recipient = SealingKey::generate(entropy), other = SealingKey::generate(entropy);
        const Bytes plain{1, 2, 3};
        const Bytes sealed = sealTo(recipient.publicId(), plain, entropy);
        QCOMPARE(sealed.size(), plain.size() + kSealedBoxOverhead);
        QVERIFY(recipient.open(sealed) == plain);
        QVERIFY(!other.open(sealed));
    }
    void everyFlippedBitOfABoxIsRefused() {
        test::SeededEntropy entropy(5);
        const SealingKey recipient = SealingKey::generate(entropy);
        const Bytes sealed = sealTo(recipient.publicId(), Bytes{1, 2, 3}, entropy);
        // Even the top bit of the ephemeral key, which X25519 ignores: the nonce depends on it.
        for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
            Bytes flipped = sealed;
            flipped[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
            QVERIFY2(!recipient.open(flipped), qPrintable(QString::number(bit)));
        }
        QVERIFY(!recipient.open(ByteView(sealed).first(kSealedBoxOverhead - 1)));
    }
    void aBoxIsOneOfLibsodium() {
        // Ours draws its ephemeral key from the given entropy; the format is crypto_box_seal()'s to the byte.
        test::SeededEntropy entropy(6);
        const SealingKey recipient = SealingKey::generate(entropy);
        Bytes sealed(3 + crypto_box_SEALBYTES);
        const Bytes plain{1, 2, 3};
        QCOMPARE(crypto_box_seal(sealed.data(), plain.data(), plain.size(), recipient.publicId().bytes.data()), 0);
        QVERIFY(recipient.open(sealed) == plain);
    }
};

QTEST_APPLESS_MAIN(IdentityTest)
#include "identity_test.moc"
