#include <QTest>

#include "sync/bundle/bundle.h"
#include "tests/support/seeded_entropy.h"

using namespace puente;
using namespace puente::test;

namespace {

class StandingClock final : public Clock {
public:
    Instant now() const override { return instantOf(1'790'000'000'000); }
};

DeviceKeys keysFrom(Entropy& entropy) {
    const OrganizationRoot root = OrganizationRoot::generate(entropy);
    SigningKey signing = SigningKey::generate(entropy);
    SealingKey sealing = SealingKey::generate(entropy);
    const auto certificate = DeviceCertificate::issue(root, signing.publicId<DeviceId>(), sealing.publicId());
    return {std::move(signing), std::move(sealing), certificate};
}

constexpr std::uint32_t kTitle = kFirstSchemaField;

/// One office: a replica in memory, and what it does with sticks.
struct Office {
    SeededEntropy entropy;
    StandingClock clock;
    DeviceKeys keys;
    std::unique_ptr<Replica> replica;

    explicit Office(std::uint64_t seed) : entropy(seed), keys(keysFrom(entropy)) {
        replica = std::move(*Replica::open(std::move(*Database::open({.path = ":memory:"})), keys, entropy, clock));
    }

    void write(const SpaceId& space, const std::string& title) {
        const Dot record{replicaLog(space), 0, 0};
        const std::vector<Operation> operations{
            {Operation::Kind::Write, record, kTypeField, Symbol{1}},
            {Operation::Kind::Write, record, kTitle, title},
        };
        QVERIFY(replica->commit(space, "Ana", 1, operations).ok());
    }
    std::uint32_t replicaLog(const SpaceId& space) const {
        const auto& logs = replica->logs();
        const LogId own = replica->findSpace(space)->ownLog;
        return static_cast<std::uint32_t>(std::find(logs.begin(), logs.end(), own) - logs.begin());
    }
    Bytes stick(std::vector<BundleWish> wishes) {
        auto writer = BundleWriter::begin(*replica, keys, std::move(wishes));
        expects(writer.ok());
        Bytes file;
        while (true) {
            const auto piece = writer->next();
            expects(piece.ok());
            if (piece->empty()) return file;
            append(file, *piece);
        }
    }
    BundleReport take(ByteView file) {
        BundleReader reader;
        expects(reader.feed(file).ok());
        auto bundle = reader.finish();
        expects(bundle.ok());
        const auto report = importBundle(*replica, std::move(*bundle));
        expects(report.ok());
        return *report;
    }
    Hash state(const SpaceId& space) const { return *replica->stateHash(space); }
};

} // namespace

/// Offices that never share a network agree by carrying files, and a file can be taken twice, late, or not at all
/// without harm.
class BundleExchangeTest : public QObject {
    Q_OBJECT

    /// A space that `second` has joined, by sticks alone.
    static SpaceId sharedSpace(Office& first, Office& second) {
        const SpaceId space = *first.replica->createSpace("Regional", "", "San José");
        first.write(space, "Acuerdo 1");
        const auto invite = first.replica->offerInvite(space, Role::Editor, instantOf(1'800'000'000'000), "San José");
        expects(second.replica->askToJoin(*invite, "Tegucigalpa").ok());
        const BundleReport asked = first.take(second.stick({{space}}));
        expects(asked.spaces.size() == 1 && asked.spaces[0].joinRequests == 1);
        const auto waiting = first.replica->waitingJoiners(space);
        expects(waiting.size() == 1 && first.replica->admit(waiting[0].request).ok());
        second.take(first.stick({{space}}));
        return space;
    }

private slots:
    void anOfficeJoinsAndReadsBySticksAlone() {
        Office first(1), second(2);
        const SpaceId space = sharedSpace(first, second);
        QVERIFY(second.replica->findSpace(space)->role == Role::Editor);
        QVERIFY(second.state(space) == first.state(space));
        QCOMPARE(second.replica->counts(space)->records, std::uint64_t{1});
    }
    void whatBothWroteApartIsTheSameAfterTwoSticks() {
        Office first(1), second(2);
        const SpaceId space = sharedSpace(first, second);
        first.write(space, "de la primera");
        second.write(space, "de la segunda");
        first.take(second.stick({{space}}));
        second.take(first.stick({{space}}));
        QVERIFY(second.state(space) == first.state(space));
        QCOMPARE(first.replica->counts(space)->records, std::uint64_t{3});
    }
    void whatWasWrittenBeforeTheKeyCameWaitsForIt() {
        // Found by SIM_SEED=634: the stick could not be written at all.
        Office first(1), second(2);
        const SpaceId space = *first.replica->createSpace("Regional", "", "San José");
        const auto invite = first.replica->offerInvite(space, Role::Editor, instantOf(1'800'000'000'000), "San José");
        QVERIFY(second.replica->askToJoin(*invite, "Tegucigalpa").ok());
        first.take(second.stick({{space}}));
        QVERIFY(first.replica->admit(first.replica->waitingJoiners(space).at(0).request).ok());
        const auto records = first.replica->membershipRecords(space);
        std::vector<Replica::Arrival> admission; // without the key that goes with it
        for (const MembershipRecord& record : *records)
            admission.push_back({EntryKind::Membership, Bytes(record.wire().begin(), record.wire().end())});
        QVERIFY(second.replica->receive(space, std::move(admission)).ok());
        second.write(space, "antes de la llave");

        first.take(second.stick({{space}}));
        QCOMPARE(first.replica->counts(space)->records, std::uint64_t{0});
        second.take(first.stick({{space}}));
        first.take(second.stick({{space}}));
        QCOMPARE(first.replica->counts(space)->records, std::uint64_t{1});
    }
    void takingItAgainChangesNothing() {
        Office first(1), second(2);
        const SpaceId space = sharedSpace(first, second);
        first.write(space, "otra");
        const Bytes file = first.stick({{space}});
        const BundleReport once = second.take(file);
        const Hash state = second.state(space);
        const BundleReport twice = second.take(file);
        QCOMPARE(once.spaces[0].changeSets, std::uint32_t{1});
        QCOMPARE(twice.spaces[0].changeSets, std::uint32_t{0});
        QCOMPARE(twice.spaces[0].accepted, std::uint64_t{0});
        QCOMPARE(twice.spaces[0].already, once.spaces[0].accepted + once.spaces[0].already);
        QVERIFY(second.state(space) == state);
    }
    void aStickCarriesOnlyWhatIsNewWhereThatIsKnown() {
        Office first(1), second(2), third(3);
        const SpaceId space = sharedSpace(first, second);
        for (int i = 0; i < 50; ++i)
            first.write(space, "acuerdo número " + std::to_string(i));
        second.take(first.stick({{space}}));
        first.write(space, "el último");
        const Bytes all = first.stick({{space}});
        const Bytes news = first.stick({{space, second.replica->heights(space)}});
        QVERIFY(news.size() + 2 * (kSegmentOverhead + 256) <= all.size()); // two segments stay at home
        const BundleReport report = second.take(news);
        QCOMPARE(report.spaces[0].changeSets, std::uint32_t{1});
        QCOMPARE(report.spaces[0].refused, std::uint64_t{0});
        QVERIFY(second.state(space) == first.state(space));
    }
    void whoLacksWhatIsBelowRefusesTheGap() {
        Office first(1), second(2);
        const SpaceId space = sharedSpace(first, second);
        const Hash before = second.state(space);
        first.write(space, "una");
        first.stick({{space}}); // seals it
        const auto above = first.replica->heights(space);
        first.write(space, "otra");
        const BundleReport report = second.take(first.stick({{space, above}}));
        QCOMPARE(report.spaces[0].refused, std::uint64_t{1});
        QVERIFY(second.state(space) == before);
    }
    void aForeignSpaceIsLeftOutAndSaid() {
        Office first(1), second(2);
        const SpaceId shared = sharedSpace(first, second);
        const SpaceId foreign = *first.replica->createSpace("Nacional", "", "San José");
        first.write(foreign, "ajeno");
        first.write(shared, "común");
        const BundleReport report = second.take(first.stick({{foreign}, {shared}}));
        QCOMPARE(report.spaces.size(), std::size_t{2});
        for (const BundleReport::Space& space : report.spaces) {
            QCOMPARE(space.known, space.id == shared);
            QCOMPARE(space.changeSets, std::uint32_t{space.known ? 1U : 0U});
        }
        QVERIFY(!second.replica->findSpace(foreign));
    }
    void aCutOrFlippedStickAppliesNothing() {
        Office first(1), second(2);
        const SpaceId space = sharedSpace(first, second);
        first.write(space, "lo que no debe llegar a medias");
        const Bytes file = first.stick({{space}});
        const Hash before = second.state(space);
        for (std::size_t at = 0; at < file.size(); at += 512) {
            BundleReader cut;
            if (cut.feed(ByteView(file).first(at))) QVERIFY(!cut.finish().ok());
            Bytes flipped = file;
            flipped[at] ^= 0x10;
            BundleReader reader;
            if (reader.feed(flipped)) QVERIFY(!reader.finish().ok());
        }
        QVERIFY(second.state(space) == before);
        second.take(file);
        QVERIFY(second.state(space) == first.state(space));
    }
    void anUnknownSpaceCannotBeWritten() {
        Office first(1);
        const auto writer = BundleWriter::begin(*first.replica, first.keys, {{SpaceId{}}});
        QVERIFY(!writer.ok() && writer.fault() == ReplicaFault::UnknownSpace);
    }
};

QTEST_APPLESS_MAIN(BundleExchangeTest)
#include "bundle_exchange_test.moc"
