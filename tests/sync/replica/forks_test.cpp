#include <QTest>

#include "sync/bundle/bundle.h"
#include "tests/support/copied_folder.h"
#include "tests/support/pump.h"

using namespace puente;
using namespace puente::test;
using Incident = SyncSummary::Incident;

/// A folder that was copied, a backup that was restored, a device that lies: nobody's accepted work is lost, and all
/// come to the same state, whatever they heard first.
class ForksTest : public QObject {
    Q_OBJECT

    /// A founder in memory, and an editor whose folder can be copied.
    struct World {
        CopiedFolder folder;
        SyncServer server;
        SyncOffice founder{1}, other{3};
        SyncOffice editor{2, folder.open("editor")};
        SpaceId space;
        bool hasServer;

        explicit World(bool withServer = true) : hasServer(withServer) {
            space = *founder.replica().createSpace("Plan", hasServer ? "somewhere" : "", "Secretaría");
            if (!hasServer) {
                for (SyncOffice* office : {&editor, &other}) {
                    founder.invite(space, Role::Editor, *office);
                    QVERIFY(founder.replica().admit(*office->replica().ownJoinRequest(space)).ok());
                    carry(founder, *office);
                }
                return;
            }
            for (SyncOffice* office : {&editor, &other}) {
                founder.invite(space, Role::Editor, *office);
                exchange(founder);
                exchange(*office); // asks
                exchange(founder); // is admitted
                exchange(*office);
            }
        }
        SyncSummary exchange(SyncOffice& office) { return sync(office, server, space); }
        void exchangeAll(std::initializer_list<SyncOffice*> offices) {
            for (int round = 0; round < 4; ++round)
                for (SyncOffice* office : offices)
                    exchange(*office);
        }
        BundleReport carry(SyncOffice& from, SyncOffice& to) {
            auto writer = BundleWriter::begin(from.replica(), from.keys(), {{.space = space}});
            BundleReader reader;
            for (auto piece = writer->next(); !piece->empty(); piece = writer->next())
                expects(reader.feed(*piece).ok());
            return *importBundle(to.replica(), std::move(*reader.finish()));
        }
        /// Three records that everybody has; then the folder is copied, and both copies write.
        SyncOffice part(int editorWrites, int copyWrites) {
            editor.write(space, 3);
            if (hasServer) exchangeAll({&editor, &founder, &other});
            for (SyncOffice* office : {&founder, &other})
                if (!hasServer) carry(editor, *office);
            SyncOffice copy = copyOfEditor();
            editor.write(space, editorWrites);
            copy.write(space, copyWrites);
            return copy;
        }
        /// The copy's own life: the same keys, but not the same chance.
        SyncOffice copyOfEditor() {
            editor.close();
            folder.copy("editor", "copy");
            editor.reopen(folder.open("editor"));
            SyncOffice copy(2, folder.open("copy"));
            for (int i = 0; i < 100; ++i)
                (void)copy.entropy().draw<SpaceId>();
            return copy;
        }
        /// The same, once it has written three change sets and handed them over.
        SyncOffice copyOfEditorInUse() {
            editor.write(space, 3);
            exchange(editor);
            return copyOfEditor();
        }
    };

private slots:
    void aRestoredBackupThatWroteMeanwhileLosesNothing();
    void aRestoredBackupThatWroteNothingCatchesUpInSilence();
    void bothCopiesOfAFolderKeepWhatTheyWrote();
    void theOtherBranchIsAskedForWhenItWentByUnseen();
    void theBranchThatCountsIsAskedForWhenOnlyTheStatementCame();
    void anOfficeWhoseLogWasCutHearsOfNoFork();
    void threeCopiesComeToOneState();
    void withoutAServerTheStickBringsItToLight();
    void whoMeetsBothBranchesProvesIt();
    void itMakesNoDifferenceWhichBranchCameFirst();
    void theServerTakesABranchThatItsDeviceStatedOnly();
    void whatACopyHadSentCountsAgainOnceItSaysSo();
    void aRebuildComesToTheSame();

private:
    static bool areEqual(const SpaceId& space, std::initializer_list<SyncOffice*> offices) {
        const Hash first = (*offices.begin())->state(space);
        return std::all_of(offices.begin(), offices.end(), [&](auto* office) { return office->state(space) == first; });
    }
};

void ForksTest::aRestoredBackupThatWroteMeanwhileLosesNothing() {
    World world;
    SyncOffice restored = world.copyOfEditorInUse();
    world.editor.write(world.space, 4); // after the backup
    world.exchange(world.editor);
    world.editor.close(); // the disk that broke
    restored.write(world.space, 2);

    const SyncSummary summary = world.exchange(restored);
    QVERIFY(hasIncident(summary, Incident::OwnLogForked) && summary.receipt);
    QCOMPARE(summary.writtenAgain, 2U);
    QCOMPARE(restored.recordCount(world.space), std::uint64_t{9});
    QCOMPARE(restored.replica().findSpace(world.space)->ownLog.incarnation, 2U);
    QCOMPARE(restored.replica().counts(world.space)->undelivered, std::uint64_t{0});
    world.exchange(world.founder);
    QVERIFY(areEqual(world.space, {&restored, &world.founder}));
    QVERIFY(!hasIncident(world.exchange(restored), Incident::OwnLogForked)); // once is enough
}

void ForksTest::aRestoredBackupThatWroteNothingCatchesUpInSilence() {
    World world;
    SyncOffice restored = world.copyOfEditorInUse();
    world.editor.write(world.space, 4);
    world.exchange(world.editor);
    const SyncSummary summary = world.exchange(restored);
    QVERIFY(!hasIncident(summary, Incident::OwnLogForked));
    restored.write(world.space);
    world.exchange(restored);
    QCOMPARE(restored.recordCount(world.space), std::uint64_t{8});
    QCOMPARE(restored.replica().findSpace(world.space)->ownLog.incarnation, 1U);
}

void ForksTest::bothCopiesOfAFolderKeepWhatTheyWrote() {
    World world;
    SyncOffice copy = world.copyOfEditorInUse();
    for (int round = 1; round <= 3; ++round) {
        world.editor.write(world.space, 2);
        copy.write(world.space, 3);
        world.exchangeAll({&world.editor, &copy, &world.founder});
        QCOMPARE(world.founder.recordCount(world.space), static_cast<std::uint64_t>(3 + 5 * round));
        QVERIFY(areEqual(world.space, {&world.editor, &copy, &world.founder}));
    }
    // They have parted for good: from now on each has a log of its own.
    QVERIFY(world.editor.replica().findSpace(world.space)->ownLog != copy.replica().findSpace(world.space)->ownLog);
    QCOMPARE(world.founder.replica().counts(world.space)->forks, std::uint64_t{1});
}

// The line broke after the cursor had passed the segments that the server took for this device's own.
void ForksTest::theOtherBranchIsAskedForWhenItWentByUnseen() {
    World world;
    SyncOffice copy = world.copyOfEditorInUse();
    world.editor.write(world.space, 1);
    world.exchange(world.editor);
    copy.write(world.space, 2);
    Replica::Cursor cursor = world.editor.replica().cursor(world.space);
    cursor.delivered = copy.replica().cursor(world.space).delivered;
    QVERIFY(copy.replica().setCursor(world.space, cursor).ok());
    world.exchangeAll({&copy, &world.editor, &world.founder});
    QCOMPARE(copy.recordCount(world.space), std::uint64_t{6});
    QCOMPARE(copy.replica().counts(world.space)->undelivered, std::uint64_t{0});
    QVERIFY(areEqual(world.space, {&copy, &world.editor, &world.founder}));
}

void ForksTest::theBranchThatCountsIsAskedForWhenOnlyTheStatementCame() {
    World world;
    SyncOffice copy = world.copyOfEditorInUse();
    copy.write(world.space, 1);
    world.exchange(copy);
    world.editor.write(world.space, 2);
    Replica::Cursor cursor = copy.replica().cursor(world.space);
    cursor.delivered = world.editor.replica().cursor(world.space).delivered;
    QVERIFY(world.editor.replica().setCursor(world.space, cursor).ok());
    world.carry(world.editor, copy); // so that it knows of the fork
    world.exchange(copy);
    std::vector<Replica::Arrival> records;
    for (const MembershipRecord& record : *copy.replica().membershipRecords(world.space))
        records.push_back({EntryKind::Membership, Bytes(record.wire().begin(), record.wire().end())});
    QVERIFY(world.editor.replica().receive(world.space, std::move(records)).ok());
    QVERIFY(world.editor.replica().lacksOwnBranch(world.space));
    world.exchangeAll({&world.editor, &copy, &world.founder});
    QVERIFY(!world.editor.replica().lacksOwnBranch(world.space));
    QCOMPARE(world.editor.recordCount(world.space), std::uint64_t{6});
    QVERIFY(areEqual(world.space, {&copy, &world.editor, &world.founder}));
}

void ForksTest::anOfficeWhoseLogWasCutHearsOfNoFork() {
    World world;
    world.editor.write(world.space, 3);
    world.exchange(world.editor);
    const OrganizationId organization = world.editor.keys().certificate.organization;
    QVERIFY(world.founder.replica().changeRole(world.space, organization, Role::Reader).ok());
    world.exchange(world.founder);
    for (int contact = 0; contact < 2; ++contact) {
        const SyncSummary summary = world.exchange(world.editor);
        QVERIFY(summary.receipt && !hasIncident(summary, Incident::OwnLogForked));
        QVERIFY(!world.editor.replica().cursor(world.space).asksToCompare());
    }
    QCOMPARE(world.editor.recordCount(world.space), std::uint64_t{0});
}

void ForksTest::threeCopiesComeToOneState() {
    World world;
    world.editor.write(world.space, 1);
    world.exchange(world.editor);
    SyncOffice oldest = world.copyOfEditor();
    world.editor.write(world.space, 2);
    world.exchange(world.editor);
    world.editor.close();
    world.folder.copy("editor", "second");
    world.editor.reopen(world.folder.open("editor"));
    SyncOffice second(2, world.folder.open("second"));
    (void)second.entropy().draw<SpaceId>();
    world.editor.write(world.space, 2);
    oldest.write(world.space, 2);
    second.write(world.space, 2);
    world.exchangeAll({&second, &world.editor, &oldest, &world.founder});
    QCOMPARE(world.founder.recordCount(world.space), std::uint64_t{9});
    QVERIFY(areEqual(world.space, {&world.editor, &oldest, &second, &world.founder}));
}

void ForksTest::withoutAServerTheStickBringsItToLight() {
    World world(false);
    SyncOffice copy = world.part(2, 4);
    world.carry(world.editor, world.founder);
    const BundleReport report = world.carry(world.founder, copy);
    QCOMPARE(report.spaces.at(0).writtenAgain, 4U);
    world.carry(copy, world.founder);
    world.carry(world.founder, world.editor);
    world.carry(world.editor, world.founder);
    world.carry(world.founder, copy);
    QCOMPARE(world.founder.recordCount(world.space), std::uint64_t{9});
    QVERIFY(areEqual(world.space, {&world.editor, &copy, &world.founder}));
}

void ForksTest::whoMeetsBothBranchesProvesIt() {
    World world;
    SyncOffice copy = world.part(2, 4);
    world.exchange(world.editor);
    world.exchange(world.founder);
    const BundleReport report = world.carry(copy, world.founder); // one on the wire, one on a stick
    QCOMPARE(report.spaces.at(0).refused + report.spaces.at(0).quarantined, std::uint64_t{1});
    QCOMPARE(world.founder.recordCount(world.space), std::uint64_t{3}); // neither counts
    QCOMPARE(world.founder.replica().counts(world.space)->forks, std::uint64_t{1});
    world.exchange(world.founder);
    world.exchange(world.other); // who has never seen the other branch
    QCOMPARE(world.other.recordCount(world.space), std::uint64_t{3});
    QVERIFY(areEqual(world.space, {&world.founder, &world.other}));
    QVERIFY(world.founder.replica().membership(world.space).members.contains(world.editor.device()));
}

void ForksTest::itMakesNoDifferenceWhichBranchCameFirst() {
    World world(false);
    SyncOffice copy = world.part(2, 4);
    world.carry(world.editor, world.founder);
    world.carry(copy, world.other);
    QCOMPARE(world.founder.recordCount(world.space), std::uint64_t{5});
    QCOMPARE(world.other.recordCount(world.space), std::uint64_t{7});
    world.carry(world.founder, world.other);
    world.carry(world.other, world.founder);
    QCOMPARE(world.founder.recordCount(world.space), std::uint64_t{3});
    QVERIFY(areEqual(world.space, {&world.founder, &world.other}));
}

void ForksTest::theServerTakesABranchThatItsDeviceStatedOnly() {
    World world;
    SyncOffice copy = world.part(2, 4);
    QVERIFY(copy.replica().seal(world.space).ok());
    world.exchange(world.editor);
    const auto height = [&] {
        const auto heights = *world.server.store().heights(world.space);
        return std::find_if(heights.begin(), heights.end(),
                            [&](const LogHeight& log) {
                                return log.log == LogId{world.editor.device(), 1};
                            })
            ->height.sequence;
    };
    QCOMPARE(height(), std::uint64_t{5});
    // A device that lies: it states the branch that the server does not have.
    const auto branch = *copy.replica().segmentsAfter(world.space, {copy.device(), 1}, 3, 1 << 20);
    QCOMPARE(branch.size(), std::size_t{1});
    const StateFork statement{.incarnation = 1,
                              .from = {.sequence = 3, .head = branch[0].header().previous},
                              .closedAt = {.sequence = 7, .head = branch[0].hash()},
                              .otherHead = {},
                              .nextIncarnation = 2};
    const MembershipRecord record = MembershipRecord::sign(
        {world.space, copy.device(), copy.replica().membership(world.space).heads, statement}, {}, copy.keys().signing);
    const Bytes wire(record.wire().begin(), record.wire().end()),
        segment(branch[0].wire().begin(), branch[0].wire().end());
    QVERIFY(world.founder.replica()
                .receive(world.space, {{EntryKind::Membership, wire}, {EntryKind::Segment, segment}})
                .ok());
    QCOMPARE(world.founder.recordCount(world.space), std::uint64_t{7});
    QVERIFY(world.founder.replica().compareNext(world.space).ok());
    world.exchangeAll({&world.founder, &world.other});
    QCOMPARE(height(), std::uint64_t{7});
    QCOMPARE(world.other.recordCount(world.space), std::uint64_t{7});
    QVERIFY(areEqual(world.space, {&world.founder, &world.other}));
    world.exchangeAll({&world.editor, &world.founder, &world.other});
    QCOMPARE(world.other.recordCount(world.space), std::uint64_t{9}); // and what the other copy had is written again
    QVERIFY(areEqual(world.space, {&world.founder, &world.other, &world.editor}));
}

void ForksTest::whatACopyHadSentCountsAgainOnceItSaysSo() {
    World world;
    SyncOffice copy = world.part(2, 4);
    world.exchange(world.editor);
    world.exchange(world.founder);
    world.carry(copy, world.founder);
    world.exchangeAll({&world.founder, &world.other});
    QCOMPARE(world.other.recordCount(world.space), std::uint64_t{3}); // proven, so closed
    world.exchangeAll({&world.editor, &world.founder, &world.other});
    QCOMPARE(world.other.recordCount(world.space),
             std::uint64_t{5}); // its own branch counts, and nothing was done twice
    world.exchangeAll({&copy, &world.editor, &world.founder, &world.other});
    QCOMPARE(world.other.recordCount(world.space), std::uint64_t{9});
    QVERIFY(areEqual(world.space, {&world.founder, &world.other, &world.editor, &copy}));
}

void ForksTest::aRebuildComesToTheSame() {
    World world;
    SyncOffice copy = world.part(2, 4);
    world.exchangeAll({&world.editor, &copy, &world.founder});
    for (SyncOffice* office : {&world.editor, &copy, &world.founder}) {
        const Hash before = office->state(world.space);
        QVERIFY(office->replica().rebuild().ok());
        QVERIFY(office->state(world.space) == before);
    }
}

QTEST_GUILESS_MAIN(ForksTest)
#include "forks_test.moc"
