#include <QTest>

#include "common/crypto/identity.h"
#include "common/crypto/space_key.h"
#include "tests/support/seeded_entropy.h"

#include <set>

using namespace puente;

namespace {

constexpr Purpose kPurposes[] = {
    Purpose::Segment,           Purpose::SegmentContent, Purpose::SegmentHash, Purpose::SpaceLog, Purpose::Membership,
    Purpose::MembershipHash,    Purpose::SpaceId,        Purpose::KeyObject,   Purpose::KeyId,    Purpose::JoinRequest,
    Purpose::DeviceCertificate, Purpose::SessionProof,   Purpose::Receipt,     Purpose::Bundle,   Purpose::RecordHandle,
    Purpose::StateHash,         Purpose::Fingerprint,    Purpose::Claim,
};

} // namespace

/// What one key made for one purpose is worth nothing for another, nor with a bit changed.
class SpaceKeyTest : public QObject {
    Q_OBJECT

private slots:
    void whatWasSealedOpens() {
        test::SeededEntropy entropy(1);
        const SpaceKey key = SpaceKey::generate(entropy);
        const Bytes plain{1, 2, 3};
        const Bytes sealed = key.seal(Purpose::Segment, plain, bytesOf("header"), entropy);
        QCOMPARE(sealed.size(), plain.size() + kNonceSize + kTagSize);
        QVERIFY(key.open(Purpose::Segment, sealed, bytesOf("header")) == plain);
    }
    void everyFlippedBitIsRefused() {
        test::SeededEntropy entropy(2);
        const SpaceKey key = SpaceKey::generate(entropy);
        const Bytes associated{9, 9, 9, 9};
        const Bytes sealed = key.seal(Purpose::Segment, Bytes(40, 7), associated, entropy);
        for (std::size_t bit = 0; bit < (sealed.size() + associated.size()) * 8; ++bit) {
            Bytes flipped = sealed, flippedToo = associated;
            Bytes& target = bit < sealed.size() * 8 ? flipped : flippedToo;
            target[(bit / 8) % sealed.size()] ^= static_cast<std::uint8_t>(1U << (bit % 8));
            QVERIFY(!key.open(Purpose::Segment, flipped, flippedToo));
        }
    }
    void whatIsTooShortForATagIsRefused() {
        test::SeededEntropy entropy(2);
        const SpaceKey key = SpaceKey::generate(entropy);
        for (std::size_t size = 0; size <= kNonceSize + kTagSize; ++size)
            QVERIFY(!key.open(Purpose::Segment, Bytes(size), {}));
    }
    void aSealOpensForItsPurposeOnly() {
        test::SeededEntropy entropy(3);
        const SpaceKey key = SpaceKey::generate(entropy);
        for (const Purpose sealedFor : kPurposes) {
            const Bytes sealed = key.seal(sealedFor, Bytes(10, 7), {}, entropy);
            for (const Purpose openedFor : kPurposes)
                QCOMPARE(key.open(openedFor, sealed, {}).has_value(), sealedFor == openedFor);
        }
    }
    void aSignatureHoldsForItsPurposeOnly() {
        test::SeededEntropy entropy(4);
        const SigningKey signer = SigningKey::generate(entropy);
        const Bytes message{1, 2, 3};
        for (const Purpose signedFor : kPurposes) {
            const Signature signature = signer.sign(signedFor, message);
            for (const Purpose checkedFor : kPurposes)
                QCOMPARE(verify(signer.publicId<DeviceId>(), checkedFor, message, signature), signedFor == checkedFor);
        }
    }
    void aHashIsForItsPurposeOnly() {
        std::set<Hash> hashes;
        for (const Purpose purpose : kPurposes)
            hashes.insert(hashOf(purpose, bytesOf("the same")));
        QCOMPARE(hashes.size(), std::size(kPurposes));
    }
    void aKeyIdTellsKeySpaceAndAuthorApart() {
        test::SeededEntropy entropy(5);
        const SpaceKey one = SpaceKey::generate(entropy), other = SpaceKey::generate(entropy);
        const auto space = entropy.draw<SpaceId>(), otherSpace = entropy.draw<SpaceId>();
        const auto author = entropy.draw<DeviceId>(), otherAuthor = entropy.draw<DeviceId>();
        const std::set<KeyId> ids{one.idFor(space, author.view()), other.idFor(space, author.view()),
                                  one.idFor(otherSpace, author.view()), one.idFor(space, otherAuthor.view())};
        QCOMPARE(ids.size(), std::size_t{4});
        QVERIFY(one.idFor(space, author.view()) == SpaceKey::fromBytes(one.reveal()).idFor(space, author.view()));
    }
    void noNonceIsUsedTwice() {
        test::SeededEntropy entropy(6);
        const SpaceKey key = SpaceKey::generate(entropy);
        std::set<Bytes> nonces;
        for (int i = 0; i < 2'000; ++i) {
            const Bytes sealed = key.seal(Purpose::Segment, {}, {}, entropy);
            nonces.insert(Bytes(sealed.begin(), sealed.begin() + kNonceSize));
        }
        QCOMPARE(nonces.size(), std::size_t{2'000});
    }
};

QTEST_APPLESS_MAIN(SpaceKeyTest)
#include "space_key_test.moc"
