#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "sync/erasable/erasable_key.h"
#include "tests/support/paths.h"
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

QString hex(ByteView bytes) {
    return QString::fromStdString(toHex(bytes));
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
/// tests/vectors/erasable_v1.json holds the examples; PUENTE_WRITE_VECTORS=1 writes it anew.
class ErasableTest : public QObject {
    Q_OBJECT

private:
    SeededEntropy m_entropy{1};
    SigningKey m_maker = SigningKey::generate(m_entropy);
    SpaceKey m_epoch = SpaceKey::generate(m_entropy);
    ErasableKey m_key = ErasableKey::generate(m_entropy);
    ErasableObject m_object = sealErasableKey(m_key, aSpace(), m_epoch, m_maker, m_entropy);
    QJsonObject vectors();
    QJsonArray refused(const Erasure& erasure, const ErasureConfirmation::Content& confirmed);

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

    void theVectorsHold();

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

QJsonArray ErasableTest::refused(const Erasure& erasure, const ErasureConfirmation::Content& confirmed) {
    QJsonArray array;
    const auto add = [&](const char* what, Bytes bytes, Purpose purpose) {
        append(bytes, m_maker.sign(purpose, bytes).view()); // only the rule stands in their way
        if (ErasableObject::parse(bytes) || Erasure::parse(bytes) || ErasureConfirmation::parse(bytes)) return;
        array.append(QJsonObject{{"what", what}, {"bytes", hex(bytes)}});
    };
    const auto unsignedOf = [](ByteView wire) { return Bytes(wire.begin(), wire.end() - 64); };
    Bytes other = unsignedOf(erasure.wire());
    other[0] = 2;
    add("an erasure of another version", other, Purpose::Erasure);
    add("an erasure signed as a confirmation", unsignedOf(erasure.wire()), Purpose::ErasureConfirmation);
    other = unsignedOf(m_object.wire());
    other.push_back(0);
    add("an object of another size", other, Purpose::ErasableObject);
    const ErasureConfirmation confirmation = ErasureConfirmation::sign(confirmed, m_maker);
    other = unsignedOf(confirmation.wire());
    std::swap_ranges(other.end() - 32, other.end() - 16, other.end() - 16);
    add("a confirmation whose ids do not ascend", other, Purpose::ErasureConfirmation);
    other = unsignedOf(confirmation.wire());
    other.resize(other.size() - 32);
    other.back() = 0;
    add("a confirmation of nothing", other, Purpose::ErasureConfirmation);
    return array;
}

QJsonObject ErasableTest::vectors() {
    SeededEntropy entropy(2);
    const SpaceKey epoch = SpaceKey::fromBytes(Bytes(32, 11));
    const SigningKey maker = SigningKey::fromSeed(Bytes(32, 12));
    const ErasableKey key = ErasableKey::fromBytes(Bytes(32, 13));
    m_maker = SigningKey::fromSeed(Bytes(32, 12));
    m_object = sealErasableKey(key, aSpace(), epoch, maker, entropy);
    const Erasure erasure = Erasure::sign(m_object.name(), maker);
    const ErasureConfirmation::Content confirmed{
        .space = aSpace(), .author = maker.publicId<DeviceId>(), .erased = {place(1).key, place(2).key}};
    SealedPlace where = place();
    where.key = m_object.name().id();
    const auto sealed = sealValue(key, where, std::string("relato"), {}, entropy);
    return {{"space", hex(aSpace().view())},
            {"epoch_key", hex(epoch.reveal())},
            {"maker_seed", hex(maker.revealSeed())},
            {"erasable_key", hex(key.reveal())},
            {"commitment", hex(key.commitment().view())},
            {"id", hex(where.key.view())},
            {"object", hex(m_object.wire())},
            {"object_hash", hex(m_object.hash().view())},
            {"erasure", hex(erasure.wire())},
            {"erasure_hash", hex(erasure.hash().view())},
            {"confirmation", hex(ErasureConfirmation::sign(confirmed, maker).wire())},
            {"field", 8},
            {"text", "relato"},
            {"sealed_value", hex(sealed->payload)},
            {"refused", refused(erasure, confirmed)}};
}

void ErasableTest::theVectorsHold() {
    QFile file(vectorPath("erasable_v1.json"));
    const QJsonObject made = vectors();
    QCOMPARE(made["refused"].toArray().size(), 5);
    if (qEnvironmentVariableIsSet("PUENTE_WRITE_VECTORS")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(made).toJson());
        return;
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(QJsonDocument::fromJson(file.readAll()).object() == made);
}

QTEST_APPLESS_MAIN(ErasableTest)
#include "erasable_test.moc"
