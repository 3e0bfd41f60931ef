#include <QTest>

#include "sync/erasable/erasable_key.h"
#include "sync/membership/key_object.h"
#include "tests/support/prng.h"
#include "tests/support/sync_world.h"

#include <bit>
#include <set>

using namespace puente;
using namespace puente::test;

namespace {

/// PADMÉ (Nikitin et al., PETS 2019) said once more, from the paper and not from common/crypto/padding: of a size with
/// E + 1 binary digits, all but the first S + 1 are zero, S being the digits of E. None is below 256.
bool isDesigned(std::size_t size) {
    if (size < 256) return false;
    const auto exponent = static_cast<std::size_t>(std::bit_width(size) - 1);
    const auto kept = static_cast<std::size_t>(std::bit_width(exponent));
    return size % (std::size_t{1} << (exponent - std::min(kept, exponent))) == 0;
}

std::string complaint(Prng& random) {
    std::string text(1 + random.below(random.below(8) == 0 ? 40'000 : 2'000), ' ');
    for (char& letter : text)
        letter = static_cast<char>(' ' + random.below(95));
    return text;
}

/// The sealed part of an entry, without nonce and tag or what a box adds; nothing for one of a fixed size.
std::optional<std::size_t> sealedPart(const Entry& entry) {
    if (entry.kind == EntryKind::Segment) return Segment::parse(entry.bytes)->header().paddedSize;
    if (entry.kind != EntryKind::Membership) return std::nullopt;
    const std::size_t details = MembershipRecord::parse(entry.bytes)->sealedDetails().size();
    return details == 0 ? std::nullopt : std::optional(details - 24 - 16);
}

} // namespace

/// What an onlooker sees of a size is what padding leaves of it: row A37 of the attacks.
class VisibleSizesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOracleKnowsItsPaper() {
        for (const std::size_t size : {256U, 272U, 512U, 544U, 1024U, 40'960U})
            QVERIFY(isDesigned(size));
        for (const std::size_t size : {0U, 16U, 255U, 257U, 264U, 528U, 1040U, 40'961U})
            QVERIFY(!isDesigned(size));
    }

    /// Half of them sealed under a key of their own, as cases are, half as fields of records.
    void tenThousandComplaintsShowDesignedSizesOnly() {
        constexpr std::uint32_t kCount = 10'000;
        Prng random(20'261'129);
        SyncOffice office(1);
        const SpaceId space = *office.replica().createSpace("Casos", {}, "Defensoría");
        const std::uint32_t own = office.replica().findSpace(space)->ownLogNumber;
        for (std::uint32_t i = 0; i < kCount; ++i) {
            Value value = complaint(random);
            if (i % 2 == 0) {
                const ErasableId id = *office.replica().createErasableKey(space);
                const auto key = office.replica().erasableKey(space, id);
                const SealedPlace place{.space = space, .key = id, .field = kFirstSchemaField};
                value = *sealValue(**key, place, value, office.replica().logs(), office.entropy());
            }
            const Dot record{own, 0, 0};
            QVERIFY(office.replica()
                        .commit(space, {}, 1,
                                {{Operation::Kind::Write, record, kTypeField, Symbol{3}, {}},
                                 {Operation::Kind::Write, record, kFirstSchemaField, value, {}}})
                        .ok());
            QVERIFY(office.replica().seal(space).ok());
        }

        std::set<std::size_t> seen;
        std::uint32_t count = 0;
        const LogId log = office.replica().logs()[own];
        for (std::uint32_t after = 0; after < kCount;) {
            const auto page = office.replica().segmentsAfter(space, log, after, std::size_t{1} << 20);
            QVERIFY(page.ok() && !page->empty());
            for (const Segment& segment : *page) {
                QVERIFY(isDesigned(segment.wire().size() - kSegmentOverhead));
                seen.insert(segment.wire().size());
                ++count;
            }
            after = page->back().header().last;
        }
        QCOMPARE(count, kCount);
        QVERIFY2(seen.size() > 20 && seen.size() < 120, std::to_string(seen.size()).c_str());
    }

    void whatAServerKeepsHasDesignedSizes() {
        SyncWorld world;
        SyncOffice guest(4);
        world.founder.invite(world.space, Role::Editor, guest);
        sync(world.founder, world.server, world.space);
        for (std::size_t size = 1; size < 5'000; size += 333)
            world.editor.write(world.space, 1, size);
        const ErasableId key = *world.editor.replica().createErasableKey(world.space);
        sync(world.editor, world.server, world.space);
        QVERIFY(world.editor.replica().eraseKey(world.space, key).ok());
        sync(world.editor, world.server, world.space);
        sync(guest, world.server, world.space);
        QCOMPARE(world.server.store().joins(world.space)->size(), 1U);
        for (const WaitingJoin& join : *world.server.store().joins(world.space))
            QVERIFY(isDesigned(JoinRequest::parse(join.request)->content().sealedDetails.size() - kSealedBoxOverhead));
        sync(world.founder, world.server, world.space);
        QVERIFY(world.founder.replica().removeOrganization(world.space, guest.keys().certificate.organization).ok());
        sync(world.founder, world.server, world.space);

        std::set<EntryKind> kinds;
        const auto entries = world.server.store().read(world.space, 0, std::nullopt, std::size_t{64} << 20);
        QVERIFY(entries.ok());
        for (const Entry& entry : *entries) {
            kinds.insert(entry.kind);
            if (const auto sealed = sealedPart(entry)) QVERIFY(isDesigned(*sealed));
            // The others have no sealed part of a variable size: keys and ids only.
            if (entry.kind == EntryKind::Erasable) QVERIFY(entry.bytes.empty() || entry.bytes.size() == 249);
            if (entry.kind == EntryKind::Erasure) QCOMPARE(entry.bytes.size(), 177U);
            if (entry.kind != EntryKind::KeyObject) continue;
            const auto object = KeyObject::parse(entry.bytes);
            for (const KeyObject::Entry& sealed : object->content().entries)
                QCOMPARE(sealed.sealed.size(), 80U);
        }
        for (const EntryKind kind : {EntryKind::Membership, EntryKind::KeyObject, EntryKind::Segment,
                                     EntryKind::Erasable, EntryKind::Erasure, EntryKind::Confirmation})
            QVERIFY(kinds.contains(kind));
    }
};

QTEST_GUILESS_MAIN(VisibleSizesTest)
#include "visible_sizes_test.moc"
