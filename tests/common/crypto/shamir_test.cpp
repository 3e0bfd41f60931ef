#include <QTest>

#include "common/crypto/shamir.h"
#include "tests/support/seeded_entropy.h"

#include <bitset>
#include <set>

using namespace puente;

namespace {

/// "Randomness" that is one byte over and over, so that a test can go through all of it.
class SameByte final : public Entropy {
public:
    explicit SameByte(std::uint8_t byte) : m_byte(byte) {}
    void fill(std::span<std::uint8_t> target) override { std::fill(target.begin(), target.end(), m_byte); }

private:
    std::uint8_t m_byte;
};

Bytes anySecret(Entropy& entropy) {
    Bytes secret(kSharedSecretSize);
    entropy.fill(secret);
    return secret;
}

Share copyOf(const Share& share) {
    Share copy;
    copy.set = share.set;
    copy.counts = share.counts;
    copy.index = share.index;
    std::ranges::copy(share.data.reveal(), copy.data.writable().begin());
    return copy;
}

std::vector<Share> chosen(const std::vector<Share>& shares, const std::bitset<kSharesMax>& which) {
    std::vector<Share> some;
    for (std::size_t i = 0; i < shares.size(); ++i)
        if (which[i]) some.push_back(copyOf(shares[i]));
    return some;
}

std::vector<Share> firstOf(const std::vector<Share>& shares, std::size_t count) {
    return chosen(shares, std::bitset<kSharesMax>((1U << count) - 1));
}

std::optional<CombineFault> faultOf(std::span<const Share> shares) {
    const auto secret = combineShares(shares);
    return secret ? std::nullopt : std::optional(secret.fault());
}

} // namespace

/// Any k of n trustees give the secret back; fewer, altered or foreign shares never do, and say why.
class ShamirTest : public QObject {
    Q_OBJECT

private slots:
    void anyThresholdOfSharesGivesTheSecretAndNoFewerDo() {
        test::SeededEntropy entropy(1);
        for (std::uint8_t total = 2; total <= 6; ++total)
            for (std::uint8_t threshold = 2; threshold <= total; ++threshold) {
                const Bytes secret = anySecret(entropy);
                const auto shares = splitSecret(secret, {threshold, total}, entropy);
                QCOMPARE(shares.size(), std::size_t{total});
                for (unsigned which = 1; which < 1U << total; ++which) {
                    const auto some = chosen(shares, which);
                    const auto combined = combineShares(some);
                    QCOMPARE(combined.ok(), some.size() >= threshold);
                    if (combined) QVERIFY(equal(combined->reveal(), secret));
                    if (!combined) QVERIFY(combined.fault() == CombineFault::TooFew);
                }
            }
    }
    void sixteenOfSixteenIsTheMost() {
        test::SeededEntropy entropy(2);
        const Bytes secret = anySecret(entropy);
        const auto shares = splitSecret(secret, {16, 16}, entropy);
        QVERIFY(equal(combineShares(shares)->reveal(), secret));
        QVERIFY(faultOf(firstOf(shares, 15)) == CombineFault::TooFew);
    }
    void sharesInAnyOrderGiveTheSame() {
        test::SeededEntropy entropy(3);
        const Bytes secret = anySecret(entropy);
        const auto shares = splitSecret(secret, {3, 3}, entropy);
        std::array<std::size_t, 3> order{0, 1, 2};
        do {
            std::vector<Share> some;
            for (const std::size_t i : order)
                some.push_back(copyOf(shares[i]));
            QVERIFY(equal(combineShares(some)->reveal(), secret));
        } while (std::ranges::next_permutation(order).found);
    }
    void tooFewSharesThatClaimToBeEnoughAreFound() {
        test::SeededEntropy entropy(4);
        for (int round = 0; round < 200; ++round) {
            auto shares = firstOf(splitSecret(anySecret(entropy), {3, 5}, entropy), 2);
            for (Share& share : shares)
                share.counts.threshold = 2;
            QVERIFY(faultOf(shares) == CombineFault::Altered);
        }
    }
    void oneShareOfTwoSaysNothingWhateverTheSecret() {
        // Over all coefficients a byte of a share takes every value once, so each secret is as likely as any other.
        for (const int byte : {0, 1, 255}) {
            const Bytes secret(kSharedSecretSize, static_cast<std::uint8_t>(byte));
            std::array<std::set<std::uint8_t>, 3> seen;
            for (int coefficient = 0; coefficient < 256; ++coefficient) {
                SameByte entropy(static_cast<std::uint8_t>(coefficient));
                for (const Share& share : splitSecret(secret, {2, 3}, entropy))
                    seen[share.index - 1U].insert(share.data.reveal()[0]);
            }
            for (const auto& values : seen)
                QCOMPARE(values.size(), std::size_t{256});
        }
    }
    void everyFlippedBitOfAShareIsFound() {
        test::SeededEntropy entropy(5);
        const auto shares = splitSecret(anySecret(entropy), {2, 3}, entropy);
        for (const std::size_t given : {2U, 3U})
            for (std::size_t bit = 0; bit < kShareDataSize * 8; ++bit) {
                auto some = firstOf(shares, given);
                some[bit % given].data.writable()[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
                QVERIFY(faultOf(some) == CombineFault::Altered);
            }
    }
    void aShareUnderAnotherIndexIsFound() {
        test::SeededEntropy entropy(6);
        auto some = firstOf(splitSecret(anySecret(entropy), {2, 3}, entropy), 2);
        some[1].index = 3;
        QVERIFY(faultOf(some) == CombineFault::Altered);
    }
    void sharesOfTwoSplittingsNeverMix() {
        test::SeededEntropy entropy(7);
        const Bytes secret = anySecret(entropy);
        const auto one = splitSecret(secret, {2, 3}, entropy), other = splitSecret(secret, {2, 3}, entropy);
        QVERIFY(one[0].set != other[0].set);
        std::vector<Share> mixed;
        mixed.push_back(copyOf(one[0]));
        mixed.push_back(copyOf(other[1]));
        QVERIFY(faultOf(mixed) == CombineFault::MixedSets);
        mixed[1].set = mixed[0].set; // not even when somebody says that they do
        QVERIFY(faultOf(mixed) == CombineFault::Altered);
    }
    void aSetUnderAnotherNameIsFound() {
        test::SeededEntropy entropy(8);
        auto shares = firstOf(splitSecret(anySecret(entropy), {2, 3}, entropy), 2);
        for (Share& share : shares)
            share.set.bytes[0] ^= 1;
        QVERIFY(faultOf(shares) == CombineFault::Altered);
    }
    void theSameShareTwiceIsNotTwo() {
        test::SeededEntropy entropy(9);
        const auto shares = splitSecret(anySecret(entropy), {2, 3}, entropy);
        std::vector<Share> twice;
        twice.push_back(copyOf(shares[0]));
        twice.push_back(copyOf(shares[0]));
        QVERIFY(faultOf(twice) == CombineFault::Repeated);
        QVERIFY(faultOf({}) == CombineFault::TooFew);
    }
    void countsHaveBounds() {
        QVERIFY(isAcceptable({2, 2}) && isAcceptable({2, 3}) && isAcceptable({16, 16}));
        QVERIFY(!isAcceptable({1, 3}) && !isAcceptable({4, 3}) && !isAcceptable({2, 17}) && !isAcceptable({0, 0}));
    }
};

QTEST_APPLESS_MAIN(ShamirTest)
#include "shamir_test.moc"
