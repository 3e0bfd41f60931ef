#include <QTest>

#include "tests/support/evil_server.h"

#include <algorithm>

using namespace puente;
using namespace puente::test;

namespace {

using Incident = SyncSummary::Incident;

bool hasKey(SyncOffice& office, const SpaceId& space, const ErasableId& id) {
    return office.replica().erasableKey(space, id)->has_value();
}

std::vector<Entry> storedObjects(SyncServer& server, const SpaceId& space) {
    return *server.store().read(space, 0, EntryKind::Erasable, std::size_t{1} << 30);
}

Bytes objectOf(SyncOffice& office, const SpaceId& space) {
    return office.replica().erasableEntries(space)->front().bytes;
}

bool isErasure(const EntryFrame& entry) {
    return entry.kind == EntryKind::Erasure;
}

/// Adds this to what the office hands over, and gives the server's reasons for not taking something.
std::vector<Refusal> refusalsOf(SyncWorld& world, SyncOffice& office, EntryKind kind, const Bytes& bytes) {
    EvilServer liar(world.server);
    liar.onUp = [&](std::vector<Frame>& frames) {
        if (frames.empty() || !std::holds_alternative<EndFrame>(frames.back())) return;
        frames.insert(frames.end() - 1, Frame(PushFrame{kind, world.space, bytes}));
    };
    (void)liar.meet(office, world.space);
    std::vector<Refusal> reasons;
    for (const Frame& frame : liar.sentDown)
        if (const auto* refused = std::get_if<RefusedFrame>(&frame)) reasons.push_back(refused->reason);
    return reasons;
}

} // namespace

/// Keys and what erases them travel by the server and by bundle, and a server that hides one is seen.
class ErasingExchangeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void byTheServer() {
        SyncWorld world;
        const ErasableId id = *world.editor.replica().createErasableKey(world.space);
        for (SyncOffice* office : {&world.editor, &world.founder, &world.reader})
            QVERIFY(sync(*office, world.server, world.space).incidents.empty());
        for (SyncOffice* office : {&world.founder, &world.reader})
            QVERIFY(hasKey(*office, world.space, id));
        QVERIFY(!storedObjects(world.server, world.space)[0].bytes.empty());

        QVERIFY(world.editor.replica().eraseKey(world.space, id).ok());
        for (SyncOffice* office : {&world.editor, &world.founder, &world.reader, &world.editor}) {
            const SyncSummary summary = sync(*office, world.server, world.space);
            QVERIFY(summary.receipt && summary.incidents.empty() && summary.refused.empty());
            QVERIFY(!hasKey(*office, world.space, id));
        }
        QVERIFY(storedObjects(world.server, world.space)[0].bytes.empty());
        const auto status = world.editor.replica().erasureStatus(world.space, id);
        QVERIFY(status->atServer && status->isStanding && status->missing.empty());
        QCOMPARE(status->confirmed.size(), 3U);
    }

    void whoComesLaterHearsOfWhatWasErasedAndOfWhatWasNot() {
        SyncWorld world;
        const ErasableId kept = *world.founder.replica().createErasableKey(world.space);
        const ErasableId erased = *world.founder.replica().createErasableKey(world.space);
        sync(world.founder, world.server, world.space);
        QVERIFY(world.founder.replica().eraseKey(world.space, erased).ok());
        sync(world.founder, world.server, world.space);
        SyncOffice late(9);
        world.founder.invite(world.space, Role::Editor, late);
        for (SyncOffice* office : {&world.founder, &late, &world.founder, &late}) {
            const SyncSummary summary = sync(*office, world.server, world.space);
            QVERIFY(summary.incidents.empty());
        }
        QVERIFY(hasKey(late, world.space, kept) && !hasKey(late, world.space, erased));
        QVERIFY(late.replica().erasureStatus(world.space, erased)->isErased);
    }

    void byBundleInBothDirections() {
        SyncWorld world;
        const ErasableId id = *world.editor.replica().createErasableKey(world.space);
        carry(world.editor, world.founder, world.space);
        QVERIFY(hasKey(world.founder, world.space, id));
        QVERIFY(world.founder.replica().eraseKey(world.space, id).ok());
        const Bytes late = bundleOf(world.editor, world.space);
        carry(world.founder, world.editor, world.space);
        QVERIFY(!hasKey(world.editor, world.space, id));
        carry(world.editor, world.founder, world.space);
        const auto status = world.founder.replica().erasureStatus(world.space, id);
        QCOMPARE(status->confirmed.size(), 2U);
        QVERIFY(status->missing == std::vector{world.reader.device()});
        QVERIFY(importBundle(world.founder.replica(), bundleFrom(late)).ok());
        QVERIFY(!hasKey(world.founder, world.space, id));
        for (SyncOffice* office : {&world.editor, &world.founder, &world.reader, &world.founder})
            QVERIFY(sync(*office, world.server, world.space).refused.empty());
        QVERIFY(world.founder.replica().erasureStatus(world.space, id)->missing.empty());
    }

    void anEmptiedServerIsFilledAgain() {
        SyncWorld world;
        const MemoryStore before = world.server.copy();
        const ErasableId kept = *world.editor.replica().createErasableKey(world.space);
        const ErasableId erased = *world.editor.replica().createErasableKey(world.space);
        sync(world.editor, world.server, world.space);
        QVERIFY(world.editor.replica().eraseKey(world.space, erased).ok());
        sync(world.editor, world.server, world.space);
        world.server.become(before);
        sync(world.editor, world.server, world.space);
        QVERIFY(sync(world.editor, world.server, world.space).refused.empty());
        QCOMPARE(storedObjects(world.server, world.space).size(), 1U);
        QVERIFY(sync(world.founder, world.server, world.space).incidents.empty());
        QVERIFY(hasKey(world.founder, world.space, kept));
        QVERIFY(world.founder.replica().erasureStatus(world.space, erased)->isErased);
    }

    void theServerTakesNoLateCopy() {
        SyncWorld world;
        const ErasableId id = *world.editor.replica().createErasableKey(world.space);
        const Bytes object = objectOf(world.editor, world.space);
        QVERIFY(world.editor.replica().eraseKey(world.space, id).ok());
        sync(world.editor, world.server, world.space);
        QVERIFY(refusalsOf(world, world.founder, EntryKind::Erasable, object) == std::vector{Refusal::Erased});
    }

    void theServerTakesNoErasureByWhoHasNoRight() {
        SyncWorld world;
        const ErasableId id = *world.founder.replica().createErasableKey(world.space);
        sync(world.founder, world.server, world.space);
        const auto name = ErasableObject::parse(objectOf(world.founder, world.space))->name();
        const auto by = [&](const SigningKey& author) {
            const Erasure erasure = Erasure::sign(name, author);
            return Bytes(erasure.wire().begin(), erasure.wire().end());
        };
        const auto reasons = [&](const SigningKey& author) {
            return refusalsOf(world, world.editor, EntryKind::Erasure, by(author));
        };
        QVERIFY(reasons(world.editor.keys().signing) == std::vector{Refusal::ReadOnly}); // another office's
        QVERIFY(reasons(world.reader.keys().signing) == std::vector{Refusal::ReadOnly});
        QVERIFY(reasons(SyncOffice(77).keys().signing) == std::vector{Refusal::NotMember});
        QVERIFY(!storedObjects(world.server, world.space)[0].bytes.empty());
        QVERIFY(hasKey(world.founder, world.space, id));
    }

    void aServerThatHidesAnErasureIsSeen() {
        SyncWorld world;
        const ErasableId id = *world.founder.replica().createErasableKey(world.space);
        sync(world.founder, world.server, world.space);
        sync(world.editor, world.server, world.space);
        QVERIFY(world.founder.replica().eraseKey(world.space, id).ok());
        sync(world.founder, world.server, world.space);
        EvilServer liar(world.server);
        liar.onDown = without<EntryFrame>(isErasure);
        QVERIFY(hasIncident(liar.meet(world.editor, world.space), Incident::Withheld));
        // As if the office had handed it over itself.
        liar.onDown = [&](std::vector<Frame>& frames) {
            for (Frame& frame : frames)
                if (const auto* entry = std::get_if<EntryFrame>(&frame); entry && isErasure(*entry))
                    frame =
                        OwnFrame{world.space, {{entry->position, entry->kind, entryHash(entry->kind, entry->bytes)}}};
        };
        QVERIFY(hasIncident(liar.meet(world.editor, world.space), Incident::Withheld));
        QVERIFY(hasKey(world.editor, world.space, id));
        const auto status = world.founder.replica().erasureStatus(world.space, id);
        QVERIFY(std::ranges::count(status->missing, world.editor.device()) == 1); // and that is what the founder sees
        QVERIFY(sync(world.editor, world.server, world.space).incidents.empty());
        QVERIFY(!hasKey(world.editor, world.space, id));
    }

    void aServerThatCallsAnObjectErasedIsSeen() {
        SyncWorld world;
        (void)*world.founder.replica().createErasableKey(world.space);
        sync(world.founder, world.server, world.space);
        EvilServer liar(world.server);
        liar.onDown = [&](std::vector<Frame>& frames) {
            for (Frame& frame : frames)
                if (const auto* entry = std::get_if<EntryFrame>(&frame); entry && entry->kind == EntryKind::Erasable)
                    frame =
                        OwnFrame{world.space, {{entry->position, entry->kind, entryHash(entry->kind, entry->bytes)}}};
        };
        QVERIFY(hasIncident(liar.meet(world.editor, world.space), Incident::Withheld));
    }

    void aServerThatDropsAnErasureSaysNoReceiptForIt() {
        SyncWorld world;
        const ErasableId id = *world.founder.replica().createErasableKey(world.space);
        sync(world.founder, world.server, world.space);
        QVERIFY(world.founder.replica().eraseKey(world.space, id).ok());
        EvilServer liar(world.server);
        liar.onUp = without<PushFrame>([](const PushFrame& push) { return push.kind == EntryKind::Erasure; });
        (void)liar.meet(world.founder, world.space);
        QVERIFY(!world.founder.replica().erasureStatus(world.space, id)->atServer);
        sync(world.founder, world.server, world.space);
        QVERIFY(world.founder.replica().erasureStatus(world.space, id)->atServer);
    }
};

QTEST_APPLESS_MAIN(ErasingExchangeTest)
#include "erasing_exchange_test.moc"
