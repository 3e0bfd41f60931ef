#include <QTest>

#include "sync/erasable/erasable_key.h"
#include "tests/support/seeded_entropy.h"

using namespace puente;
using namespace puente::test;

namespace {

SpaceId aSpace() {
    return *SpaceId::from(Bytes(16, 7));
}

SealedPlace place(std::uint8_t key = 1, std::uint32_t field = 8) {
    return {.space = aSpace(), .key = *ErasableId::from(Bytes(16, key)), .field = field};
}

/// Every flipped bit is refused.
template <typename Entry>
void refusesEveryFlippedBit(ByteView wire) {
    QVERIFY(Entry::parse(Bytes(wire.begin(), wire.end())).has_value());
    for (std::size_t bit = 0; bit < wire.size() * 8; ++bit) {
        Bytes flipped(wire.begin(), wire.end());
        flipped[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        QVERIFY(!Entry::parse(flipped).has_value());
    }
    for (std::size_t size = 0; size < wire.size(); ++size)
        QVERIFY(!Entry::parse(Bytes(wire.begin(), wire.begin() + static_cast<std::ptrdiff_t>(size))).has_value());
}

} // namespace

/// What can be erased is bound to its maker, its key and its place, byte by byte.
class ErasableTest : public QObject {
    Q_OBJECT

private:
    SeededEntropy m_entropy{1};
    SigningKey m_maker = SigningKey::generate(m_entropy);
    SpaceKey m_epoch = SpaceKey::generate(m_entropy);
    ErasableKey m_key = ErasableKey::generate(m_entropy);
    ErasableObject m_object = sealErasableKey(m_key, aSpace(), m_epoch, m_maker, m_entropy);
    std::vector<LogId> m_logs{{m_maker.publicId<DeviceId>(), 1}, {m_maker.publicId<DeviceId>(), 2}};

private Q_SLOTS:
    void theObjectGivesTheKeyBack() {
        QCOMPARE(m_object.wire().size(), kErasableObjectSize);
        const auto opened = openErasableKey(m_object, m_epoch);
        QVERIFY(opened && equal(opened->reveal(), m_key.reveal()));
        QVERIFY(!openErasableKey(m_object, SpaceKey::generate(m_entropy)));
    }

    void anObjectWithAnotherKeyThanItsNameSaysDoesNotOpen() {
        ErasableObject::Content content = m_object.content();
        content.name.commitment = ErasableKey::generate(m_entropy).commitment();
        content.sealed = m_epoch.seal(Purpose::ErasableObject, m_key.reveal(),
                                      ErasableObject::associated(content.name, content.key), m_entropy);
        QVERIFY(!openErasableKey(ErasableObject::sign(content, m_maker), m_epoch));
    }

    void theHashNamesTheKeyWhateverItsSealing() {
        const ErasableObject again = sealErasableKey(m_key, aSpace(), m_epoch, m_maker, m_entropy);
        QVERIFY(!equal(again.wire(), m_object.wire()));
        QVERIFY(again.hash() == m_object.hash());
        QVERIFY(ErasableName::hashIn(m_object.wire()) == m_object.hash());
        const Erasure erasure = Erasure::sign(m_object.name(), m_maker);
        QVERIFY(ErasableName::hashIn(erasure.wire()) == m_object.hash());
        QVERIFY(erasure.hash() != m_object.hash());
        ErasableName others = m_object.name();
        others.maker = SigningKey::generate(m_entropy).publicId<DeviceId>();
        QVERIFY(others.id() != m_object.name().id());
    }

    void aFlippedBitIsRefused() {
        refusesEveryFlippedBit<ErasableObject>(m_object.wire());
        refusesEveryFlippedBit<Erasure>(Erasure::sign(m_object.name(), m_maker).wire());
        const ErasureConfirmation::Content content{
            .space = aSpace(), .author = m_maker.publicId<DeviceId>(), .erased = {place(1).key, place(2).key}};
        refusesEveryFlippedBit<ErasureConfirmation>(ErasureConfirmation::sign(content, m_maker).wire());
    }

    void everyKindOfValueComesBack() {
        const std::vector<Value> values{std::string("relato"), std::int64_t{-5}, Symbol{7}, Day{-3},
                                        Reference{{.log = 1, .sequence = 4, .index = 2}}};
        for (const Value& value : values) {
            const auto sealed = sealValue(m_key, place(), value, m_logs, m_entropy);
            QVERIFY(sealed && sealed->kind == kSealedValueKind && keyOfSealed(*sealed) == place().key);
            QCOMPARE(sealed->payload.size(), 16U + 24U + 256U + 16U);
            const auto opened = openValue(m_key, place(), *sealed, m_logs);
            QVERIFY(opened.ok() && *opened == value);
        }
    }

    void aReferenceCrossesToOtherNumbers() {
        const Value value = Reference{{.log = 1, .sequence = 4, .index = 2}};
        const auto sealed = sealValue(m_key, place(), value, m_logs, m_entropy);
        const std::vector<LogId> swapped{m_logs[1], m_logs[0]};
        QVERIFY(*openValue(m_key, place(), *sealed, swapped) ==
                Value(Reference{{.log = 0, .sequence = 4, .index = 2}}));
        const auto unknown = openValue(m_key, place(), *sealed, std::span(m_logs).first(1));
        QVERIFY(!unknown.ok() && unknown.fault() == SealedValueFault::Unreadable);
    }

    void aSealedValueOpensOnlyInItsPlace() {
        const auto sealed = sealValue(m_key, place(), std::string("relato"), m_logs, m_entropy);
        const auto faultAt = [&](const SealedPlace& where) { return openValue(m_key, where, *sealed, m_logs).fault(); };
        QCOMPARE(faultAt(place(1, 9)), SealedValueFault::Damaged);
        QCOMPARE(faultAt(place(2)), SealedValueFault::AnotherKey);
        SealedPlace elsewhere = place();
        elsewhere.space = *SpaceId::from(Bytes(16, 9));
        QCOMPARE(faultAt(elsewhere), SealedValueFault::Damaged);
        QCOMPARE(openValue(ErasableKey::generate(m_entropy), place(), *sealed, m_logs).fault(),
                 SealedValueFault::Damaged);
        QCOMPARE(openValue(m_key, place(), Opaque{.kind = 17, .payload = sealed->payload}, m_logs).fault(),
                 SealedValueFault::NotSealed);
        QVERIFY(!sealValue(m_key, place(), Opaque{.kind = 17, .payload = {}}, m_logs, m_entropy));
        QVERIFY(!sealValue(m_key, place(), Reference{{.log = 0, .sequence = 0, .index = 0}}, m_logs, m_entropy));
    }
};

QTEST_APPLESS_MAIN(ErasableTest)
#include "erasable_test.moc"
