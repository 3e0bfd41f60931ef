#include <QTest>

#include "tests/support/effort.h"
#include "tests/support/prng.h"
#include "tests/support/replica_fixture.h"

#include <algorithm>

using namespace puente;
using namespace puente::test;

/// Two admins, two editors, and one office that is thrown out or demoted by either admin, at any moment, while all of
/// them write and hand each other whatever they have in any order.
class Story {
public:
    explicit Story(std::uint64_t seed) : m_prng(seed) {
        for (std::uint64_t i = 0; i < 5; ++i)
            m_peers.push_back(std::make_unique<Peer>(seed * 10 + i + 1));
        peer(0).found();
        peer(1).join(peer(0), Role::Admin);
        for (std::size_t i = 2; i < 5; ++i)
            peer(i).join(peer(0));
        for (std::size_t i = 1; i < 5; ++i)
            peer(0).sendTo(peer(i));
    }

    void live(int steps) {
        for (int step = 0; step < steps; ++step) {
            const std::size_t who = m_prng.below(5);
            const std::uint64_t what = m_prng.below(100);
            if (what < 35)
                write(who);
            else if (what < 85)
                peer(who).sendTo(peer(m_prng.below(5)));
            else
                actOnVictim(m_prng.below(2));
        }
    }
    /// Everybody hears everything from everybody, the victim's last words included, each in another order.
    void settle() {
        for (int round = 0; round < 3; ++round)
            for (int i = 0; i < 8; ++i)
                peer(m_prng.below(5)).sendTo(peer(m_prng.below(5)));
        for (int round = 0; round < 2; ++round)
            for (std::size_t from = 0; from < 5; ++from)
                for (std::size_t to = 0; to < 5; ++to)
                    if (from != to) peer(from).sendTo(peer(to));
        for (std::size_t admin = 0; admin < 2; ++admin)
            m_rotated += peer(admin)->tendKeys(space())->rotated ? 1 : 0;
        for (std::size_t from = 0; from < 2; ++from)
            for (std::size_t to = 0; to < 5; ++to)
                if (from != to) peer(from).sendTo(peer(to));
    }

    std::string fault() {
        const Membership& membership = peer(0)->membership(space());
        for (std::size_t i = 1; i < 5; ++i) {
            if (!membership.find(peer(i).device())) continue; // who is out hears nothing more
            if (peer(i)->membership(space()) != membership) return "members differ at " + std::to_string(i);
            if (peer(i).stateHash() != peer(0).stateHash()) return "states differ at " + std::to_string(i);
        }
        for (std::size_t i = 0; i < 4; ++i) {
            const Hash before = peer(i).stateHash();
            if (!peer(i)->rebuild() || peer(i).stateHash() != before) return "a rebuild differs";
            if (recordsOf(i, peer(0)) != m_written[i]) return "a member's records are lost";
        }
        m_quarantined = peer(0).counts().quarantined;
        return {};
    }

    std::uint64_t m_quarantined = 0, m_acts = 0, m_rotated = 0;

private:
    static constexpr std::size_t kVictim = 4;

    Peer& peer(std::size_t i) { return *m_peers[i]; }
    const SpaceId& space() { return peer(0).space(); }

    void write(std::size_t who) {
        if (peer(who)->findSpace(space())->role.value_or(Role::Reader) == Role::Reader) return;
        if (m_prng.chance(70) || m_records.empty()) {
            const Dot record = peer(who).create({std::string("de ") + std::to_string(who)});
            ++m_written[who];
            m_records.emplace_back(who, record);
            return;
        }
        const auto& [author, record] = m_records[m_prng.below(m_records.size())];
        const auto isTheirs = [&](const LogId& log) { return log.device == peer(author).device(); };
        if (std::ranges::none_of(peer(who)->logs(), isTheirs)) return; // never heard of
        const Dot here = peer(who).dot(peer(author), record.sequence, record.index);
        if (const auto state = peer(who)->record(here); state && *state)
            peer(who).write(here, kFirstSchemaField, std::string("cambiado por ") + std::to_string(who));
    }
    void actOnVictim(std::size_t admin) {
        const OrganizationId victim = peer(kVictim).keys().certificate.organization;
        const bool done = m_prng.chance(50) ? peer(admin)->removeOrganization(space(), victim).ok()
                                            : peer(admin)->changeRole(space(), victim, Role::Reader).ok();
        m_acts += done ? 1 : 0;
        if (m_prng.chance(50)) m_rotated += peer(admin)->tendKeys(space())->rotated ? 1 : 0;
    }
    std::size_t recordsOf(std::size_t author, Peer& at) {
        std::size_t count = 0;
        const DeviceId device = peer(author).device();
        const auto look = [&](const Dot& id, const RecordState&) {
            count += at->logs()[id.log].device == device ? 1 : 0;
            return true;
        };
        return at->forEach(space(), 1, look).ok() ? count : 0;
    }

    Prng m_prng;
    std::vector<std::unique_ptr<Peer>> m_peers;
    std::vector<std::pair<std::size_t, Dot>> m_records;
    std::array<std::size_t, 5> m_written{};
};

/// Whatever the order, those who remain agree on everything, and have lost nothing of their own.
class ClosingConvergenceTest : public QObject {
    Q_OBJECT

private slots:
    void membersAgreeWhoeverIsThrownOutWhenever() {
        std::uint64_t quarantined = 0, acts = 0, rotated = 0;
        for (std::uint64_t seed = 1; seed <= effort(40); ++seed) {
            Story story(seed);
            story.live(60);
            story.settle();
            const std::string fault = story.fault();
            QVERIFY2(fault.empty(), qPrintable(QString("seed %1: %2").arg(seed).arg(QString::fromStdString(fault))));
            quarantined += story.m_quarantined;
            acts += story.m_acts;
            rotated += story.m_rotated;
        }
        qInfo("%llu acts, %llu rotations, %llu segments in quarantine", static_cast<unsigned long long>(acts),
              static_cast<unsigned long long>(rotated), static_cast<unsigned long long>(quarantined));
        QVERIFY(quarantined > 0 && rotated > 0);
    }
};

QTEST_APPLESS_MAIN(ClosingConvergenceTest)
#include "closing_convergence_test.moc"
