#include <QTest>

#include "tests/support/replica_fixture.h"

#include <algorithm>

using namespace puente;
using namespace puente::test;

namespace {

using SegmentRun = std::vector<Bytes>;

/// Feeds a replica until it has taken everything: a segment that came too early comes again.
void feedUntilTaken(Peer& peer, SegmentRun segments, Prng& prng, std::size_t bunchMax) {
    while (!segments.empty()) {
        SegmentRun early;
        for (std::size_t begin = 0; begin < segments.size();) {
            const std::size_t size = std::min(segments.size() - begin, 1 + prng.below(bunchMax));
            const SegmentRun bunch(segments.begin() + static_cast<std::ptrdiff_t>(begin),
                                   segments.begin() + static_cast<std::ptrdiff_t>(begin + size));
            const auto outcomes = peer.receive(bunch).outcomes;
            for (std::size_t i = 0; i < size; ++i)
                if (outcomes[i] == Reception::Gap) early.push_back(bunch[i]);
            begin += size;
        }
        expects(early.size() < segments.size());
        segments = std::move(early);
    }
}

/// Offices that wrote, met and contradicted each other; what each of them sealed lies in `segments`.
struct Fleet {
    std::vector<std::unique_ptr<Peer>> offices;
    SegmentRun segments;
    Hash expected;

    Fleet(std::uint64_t seed, std::size_t count, int rounds) {
        Prng prng(seed);
        for (std::size_t i = 0; i < count; ++i) {
            offices.push_back(std::make_unique<Peer>(seed * 100 + i));
            if (i == 0)
                offices[0]->found();
            else
                offices[i]->join(*offices[0]);
        }
        for (const auto& office : offices)
            expects(office->replica().receive(office->space(), offices[0]->membership()).ok());
        for (int i = 0; i < 3; ++i)
            offices[0]->create({std::string("uno"), std::string("dos")});
        for (int round = 0; round < rounds; ++round) {
            Peer& office = *offices[prng.below(count)];
            act(office, prng);
            expects(office->seal(office.space()).ok());
            if (prng.chance(40)) office.sendTo(*offices[prng.below(count)]);
        }
        for (int round = 0; round < 2; ++round) // each to each
            for (const auto& from : offices)
                for (const auto& to : offices)
                    if (from != to) from->sendTo(*to);
        for (const auto& office : offices)
            for (Bytes& segment : office->segments())
                segments.push_back(std::move(segment));
        expected = offices[0]->stateHash();
        for (const auto& office : offices)
            expects(office->stateHash() == expected);
    }

    static void act(Peer& office, Prng& prng) {
        std::vector<Dot> records;
        expects(office
                    ->forEach(office.space(), 1,
                              [&](const Dot& id, const RecordState&) {
                                  records.push_back(id);
                                  return true;
                              })
                    .ok());
        if (records.empty() || prng.chance(15)) {
            office.create({std::string("nuevo")});
            return;
        }
        const Dot record = records[prng.below(records.size())];
        if (prng.chance(10))
            office.remove(record);
        else if (prng.chance(20))
            office.commit({{.kind = Operation::Kind::Add,
                            .record = record,
                            .field = 12,
                            .value = static_cast<std::int64_t>(prng.below(100))}});
        else
            office.write(record, 8 + static_cast<std::uint32_t>(prng.below(3)), std::to_string(prng.next()));
    }
};

/// An office that has the members and keys of a fleet, and nothing else; as often as one likes.
class Newcomers {
public:
    explicit Newcomers(Fleet& fleet) : m_invite(offer(*fleet.offices[0])) {
        Peer& admin = *fleet.offices[0];
        Peer first(kSeed);
        first.enter(m_invite, {});
        expects(admin->admit(*first->ownJoinRequest(admin.space())).ok());
        m_membership = admin.membership();
    }
    std::unique_ptr<Peer> next() const {
        auto peer = std::make_unique<Peer>(kSeed);
        peer->enter(m_invite, m_membership);
        return peer;
    }

private:
    static constexpr std::uint64_t kSeed = 999'999;
    static Invite offer(Peer& admin) {
        const auto invite = admin->offerInvite(admin.space(), Role::Editor, instantOf(1'900'000'000'000), "A");
        expects(invite.ok());
        return *invite;
    }

    Invite m_invite;
    std::vector<Replica::Arrival> m_membership;
};

} // namespace

/// The state is a function of the set of accepted segments, whatever way and in whatever order they came.
class ConvergenceTest : public QObject {
    Q_OBJECT

private slots:
    void all720OrdersOfSixSegmentsAgree() {
        Fleet fleet(1, 3, 5);
        QCOMPARE(fleet.segments.size(), 6U);
        const Newcomers newcomers(fleet);
        std::sort(fleet.segments.begin(), fleet.segments.end());
        Prng prng(1);
        int orders = 0;
        do {
            const auto peer = newcomers.next();
            feedUntilTaken(*peer, fleet.segments, prng, 1);
            QVERIFY(peer->stateHash() == fleet.expected);
            ++orders;
        } while (std::next_permutation(fleet.segments.begin(), fleet.segments.end()));
        QCOMPARE(orders, 720);
    }

    void aThousandRandomOrdersOfManySegmentsAgree() {
        Fleet fleet(2, 4, 55);
        QVERIFY(fleet.segments.size() > 50);
        QVERIFY(fleet.offices[0]->counts().conflicts > 0);
        const Newcomers newcomers(fleet);
        Prng prng(2);
        for (int round = 0; round < 1'000; ++round) {
            const auto peer = newcomers.next();
            prng.shuffle(fleet.segments);
            feedUntilTaken(*peer, fleet.segments, prng, 6);
            QVERIFY(peer->stateHash() == fleet.expected);
            QCOMPARE(peer->counts().ignoredRetirements, 0U);
        }
    }

    void rebuildingGivesTheSameBytes() {
        Fleet fleet(3, 3, 60);
        for (const auto& office : fleet.offices) {
            office->create({std::string("sin sellar")});
            const auto before = rows(*office);
            const Hash hash = office->stateHash();
            QVERIFY(office->replica().rebuild().ok());
            QVERIFY(office->stateHash() == hash);
            QVERIFY(rows(*office) == before);
        }
    }

private:
    static std::vector<std::pair<std::int64_t, Bytes>> rows(Peer& peer) {
        std::vector<std::pair<std::int64_t, Bytes>> rows;
        Statement& statement = peer->database().prepare(
            "SELECT id, coalesce(type, -1) || '/' || conflicts || '/' || flags || '/' || hex(handle) || hex(cells) "
            "FROM record ORDER BY id");
        while (*statement.step())
            rows.emplace_back(statement.integer(0),
                              Bytes(bytesOf(statement.text(1)).begin(), bytesOf(statement.text(1)).end()));
        statement.reset();
        return rows;
    }
};

QTEST_APPLESS_MAIN(ConvergenceTest)
#include "convergence_test.moc"
