#include <QTest>

#include "common/crypto/organization_root.h"
#include "tests/support/seeded_entropy.h"

#include <type_traits>

using namespace puente;

/// An organisation is its root: the same 32 bytes give the same keys, wherever they are typed in again.
class OrganizationRootTest : public QObject {
    Q_OBJECT

private slots:
    void theRootIsTheOneOfTheVector() {
        Bytes secret(OrganizationRoot::kSize);
        for (std::size_t i = 0; i < secret.size(); ++i)
            secret[i] = static_cast<std::uint8_t>(i);
        const OrganizationRoot root = OrganizationRoot::fromSecret(secret);
        QVERIFY(equal(root.reveal(), secret));
        QCOMPARE(toHex(root.id().view()),
                 std::string("f3ab04f9fa934e7c5166d86cf03ca42007ced359f06d8f45af030825f110fb25"));
        QCOMPARE(toHex(root.recovery().publicId().view()),
                 std::string("4281fc2657ea378a845655cfc8a84145c2a09009093b2504585cf4ba80c42712"));
    }
    void theSecretGivesTheSameOrganizationAgain() {
        test::SeededEntropy entropy(1);
        const OrganizationRoot root = OrganizationRoot::generate(entropy);
        const OrganizationRoot again = OrganizationRoot::fromSecret(root.reveal());
        QVERIFY(again.id() == root.id());
        QVERIFY(verify(again.id(), Purpose::DeviceCertificate, Bytes{1},
                       root.signing().sign(Purpose::DeviceCertificate, Bytes{1})));
        QVERIFY(again.recovery().open(sealTo(root.recovery().publicId(), Bytes{1, 2}, entropy)) == (Bytes{1, 2}));
    }
    void theKeysAreNeitherTheRootNorEachOther() {
        test::SeededEntropy entropy(2);
        const OrganizationRoot root = OrganizationRoot::generate(entropy);
        QVERIFY(!equal(root.signing().revealSeed(), root.recovery().revealSeed()));
        QVERIFY(!equal(root.signing().revealSeed(), root.reveal()));
        QVERIFY(!equal(root.recovery().revealSeed(), root.reveal()));
    }
    void anotherBitIsAnotherOrganization() {
        test::SeededEntropy entropy(3);
        const OrganizationRoot root = OrganizationRoot::generate(entropy);
        for (std::size_t bit = 0; bit < OrganizationRoot::kSize * 8; ++bit) {
            Bytes secret(root.reveal().begin(), root.reveal().end());
            secret[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
            const OrganizationRoot other = OrganizationRoot::fromSecret(secret);
            QVERIFY(other.id() != root.id());
            QVERIFY(other.recovery().publicId() != root.recovery().publicId());
        }
    }
    void aRootMovesAndNeverCopies() {
        static_assert(!std::is_copy_constructible_v<OrganizationRoot> && !std::is_copy_assignable_v<OrganizationRoot>);
        test::SeededEntropy entropy(4);
        OrganizationRoot root = OrganizationRoot::generate(entropy);
        const OrganizationId id = root.id();
        const OrganizationRoot moved = std::move(root);
        QVERIFY(moved.id() == id);
        QVERIFY(OrganizationRoot::fromSecret(moved.reveal()).id() == id);
    }
};

QTEST_APPLESS_MAIN(OrganizationRootTest)
#include "organization_root_test.moc"
