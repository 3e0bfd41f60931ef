#include <QTest>

#include "tests/support/membership_builder.h"

#include <list>

using namespace puente;
using namespace puente::test;

/// The table of docs/formats/membership_rules.md: whatever admins, thieves and roots do behind each other's backs,
/// there is one answer, and it is the one that is written down.
class HardCasesTest : public QObject {
    Q_OBJECT

    // Founders by rank, and others; "a" and "b" are founders with a second device.
    const Office m_a = Office::make(1), m_b = Office::make(2), m_c = Office::make(3), m_d = Office::make(4);
    const Office m_a2 = m_a.another(1), m_b2 = m_b.another(2);
    const Office m_e = Office::make(5), m_f = Office::make(6);

    /// A log as it is written, and what it comes to.
    struct Log {
        std::vector<MembershipRecord> records;
        SpaceId space;

        explicit Log(const std::vector<const Office*>& founders) : records{foundSpace(founders)} {
            space = records[0].space();
        }
        Hash root() const { return records[0].hash(); }
        Hash keep(MembershipRecord record) {
            records.push_back(std::move(record));
            return records.back().hash();
        }
        Hash act(const Office& author, std::vector<Hash> parents, const MembershipAct& act) {
            return keep(actIn(space, author, std::move(parents), act));
        }
        Hash rootAct(const Office& author, std::vector<Hash> parents, const MembershipAct& act) {
            return keep(rootActIn(space, author, std::move(parents), act));
        }
        Hash offer(const Office& author, std::vector<Hash> parents, std::uint64_t invite, Role role) {
            return act(author, std::move(parents), offerOf(inviteKey(invite), role));
        }
        Hash admit(const Office& author, std::vector<Hash> parents, std::uint64_t invite, Role role,
                   const Office& joiner, std::uint32_t incarnation = 1) {
            return act(author, std::move(parents), admissionOf(space, inviteKey(invite), role, joiner, incarnation));
        }
        /// Offers and admits one after the other.
        Hash bring(const Office& author, std::vector<Hash> parents, std::uint64_t invite, Role role,
                   const Office& joiner) {
            return admit(author, {offer(author, std::move(parents), invite, role)}, invite, role, joiner);
        }
        Membership outcome() const { return evaluate(space, records); }
        bool has(const Office& device) const { return outcome().members.contains(device.device()); }
        bool holds(const Hash& record) const { return !outcome().ignored.contains(record); }
        std::optional<VoidReason> why(const Hash& record) const {
            const Membership membership = outcome();
            const auto found = membership.ignored.find(record);
            return found == membership.ignored.end() ? std::nullopt : std::optional(found->second);
        }
        const InviteState invite(std::uint64_t seed) const {
            return outcome().invites.at(inviteKey(seed).publicId<InviteId>());
        }
    };

    static MembershipAct remove(const Office& office, Cuts cuts = {}) {
        return RemoveOrganization{office.organization(), std::move(cuts)};
    }
    static MembershipAct revoke(const Office& office, Cuts cuts = {}) {
        return RevokeDevice{office.device(), std::move(cuts)};
    }
    static MembershipAct role(const Office& office, Role role, std::uint32_t incarnation = 1, Cuts cuts = {}) {
        return ChangeRole{office.organization(), role, incarnation, std::move(cuts)};
    }
    static MembershipAct recover(const Office& device, std::vector<DeviceId> revoked = {}) {
        return Recover{device.certificate, std::move(revoked), {}};
    }
    static Cuts cutAt(const Office& device, std::uint64_t sequence) {
        return {{}, {{{device.device(), 1}, {sequence, Hash{{1}}}}}};
    }
    static MembershipAct rotate(std::uint32_t number, std::uint64_t key) {
        return RotateEpoch{number, epochKey(key).commitment()};
    }

private slots:
    void ofTwoFoundersWhoRemoveEachOtherTheEarlierStands() {
        Log log({&m_a, &m_b, &m_c});
        log.act(m_b, {log.root()}, remove(m_a));
        log.act(m_a, {log.root()}, remove(m_b));
        QVERIFY(log.has(m_a) && !log.has(m_b) && log.has(m_c));
    }
    void theLaterStandsIfAMajorityKnewOnlyOfHis() {
        Log log({&m_a, &m_b, &m_c});
        const Hash removal = log.act(m_b, {log.root()}, remove(m_a));
        log.act(m_c, {removal}, Confirm{removal});
        const Hash late = log.act(m_a, {log.root()}, remove(m_b));
        QVERIFY(!log.has(m_a) && log.has(m_b));
        QVERIFY(log.why(late) == VoidReason::Outlawed);
        QVERIFY(log.outcome().removals[0].isConfirmed);
    }
    void anyRecordThatKnowsARemovalConfirmsIt() {
        Log log({&m_a, &m_b, &m_c});
        const Hash removal = log.act(m_b, {log.root()}, remove(m_a));
        log.offer(m_c, {removal}, 1, Role::Reader);
        log.act(m_a, {log.root()}, remove(m_b));
        QVERIFY(!log.has(m_a) && log.has(m_b));
    }
    void whoKnewBothRemovalsConfirmsNeither() {
        Log log({&m_a, &m_b, &m_c});
        const Hash lower = log.act(m_b, {log.root()}, remove(m_a));
        const Hash higher = log.act(m_a, {log.root()}, remove(m_b));
        log.act(m_c, {lower, higher}, Confirm{lower});
        QVERIFY(log.has(m_a) && !log.has(m_b));
    }
    void ofTwoAdminsTheRemoversRootConfirms() {
        Log log({&m_a, &m_b});
        const Hash removal = log.act(m_b, {log.root()}, remove(m_a));
        log.act(m_a, {log.root()}, remove(m_b));
        QVERIFY(log.has(m_a) && !log.has(m_b));
        log.act(m_b, {removal}, Confirm{removal}); // his device alone is not enough
        QVERIFY(log.has(m_a) && !log.has(m_b));
        log.rootAct(m_b, {removal}, Confirm{removal});
        QVERIFY(!log.has(m_a) && log.has(m_b));
    }
    void theThiefOfTheFirstFoundersLaptopWinsUntilAMajorityHasConfirmed_data() {
        QTest::addColumn<int>("admins");
        QTest::newRow("two") << 2;
        QTest::newRow("three") << 3;
        QTest::newRow("four") << 4;
    }
    void theThiefOfTheFirstFoundersLaptopWinsUntilAMajorityHasConfirmed() {
        QFETCH(int, admins);
        std::vector<const Office*> founders{&m_a, &m_b, &m_c, &m_d};
        founders.resize(static_cast<std::size_t>(admins));
        Log log(founders);
        const Hash removal = log.act(m_b, {log.root()}, revoke(m_a));
        Hash stolen = log.root();
        for (std::size_t i = 1; i < founders.size(); ++i)
            stolen = log.act(m_a, {stolen}, remove(*founders[i]));
        QVERIFY(log.has(m_a) && !log.has(m_b)); // his rank is the highest: that is why a majority beats rank
        if (admins == 2)
            log.rootAct(m_b, {removal}, Confirm{removal});
        else
            log.act(m_c, {removal}, Confirm{removal});
        QVERIFY(!log.has(m_a));
        for (std::size_t i = 1; i < founders.size(); ++i)
            QVERIFY(log.has(*founders[i]));
        QVERIFY(log.why(stolen) == VoidReason::Outlawed || log.why(stolen) == VoidReason::NotAuthorized);
    }
    void theOrganisationsRootBeatsItsStolenDevice() {
        Log log({&m_a, &m_b, &m_c});
        for (const Office* victim : {&m_b, &m_c})
            log.act(m_a, {log.root()}, remove(*victim));
        log.rootAct(m_a, {log.root()}, recover(m_a2, {m_a.device()}));
        QVERIFY(log.has(m_b) && log.has(m_c) && log.has(m_a2) && !log.has(m_a));
    }
    void aStolenDeviceCannotRemoveItsOrganisationAgainstTheRoot() {
        Log log({&m_a, &m_b, &m_c});
        const Hash removal = log.act(m_a, {log.root()}, remove(m_a));
        log.act(m_b, {removal}, rotate(2, 5)); // others went on in good faith
        log.act(m_c, {removal}, Confirm{removal});
        QVERIFY(!log.has(m_a));
        log.rootAct(m_a, {log.root()}, recover(m_a2, {m_a.device()}));
        QVERIFY(log.has(m_a2) && !log.has(m_a));
        QVERIFY(log.why(removal) == VoidReason::Outlawed);
    }
    void anOrganisationMayLeaveByItsDeviceOrItsRoot() {
        for (const bool isByRoot : {false, true}) {
            Log log({&m_a, &m_b});
            if (isByRoot)
                log.rootAct(m_b, {log.root()}, remove(m_b));
            else
                log.act(m_b, {log.root()}, remove(m_b));
            QVERIFY(log.has(m_a) && !log.has(m_b) && log.outcome().isRotationOwed);
        }
    }
    void aStrangersRootBreaksNoRing() {
        Log log({&m_a, &m_b, &m_c});
        const Hash theft = log.act(m_c, {log.root()}, remove(m_b));
        log.act(m_b, {log.root()}, remove(m_c));
        log.rootAct(m_f, {theft}, revoke(m_b)); // signed by a key that anybody could have made
        QVERIFY(log.has(m_b) && !log.has(m_c));
    }
    void onesOwnRootLiftsNoRemovalAboveItsRank() {
        Log log({&m_a, &m_b, &m_c});
        const Office second = m_c.another(9);
        const Hash both = log.bring(m_a, {log.root()}, 1, Role::Admin, second);
        const Hash theft = log.act(second, {both}, remove(m_b));
        log.act(m_b, {both}, remove(m_c));
        log.rootAct(m_c, {theft}, revoke(m_c)); // brings the theft along
        log.act(m_c, {both}, remove(m_b));
        QVERIFY(log.has(m_b) && !log.has(m_c) && !log.has(second));
    }
    void ofARingOfThreeTheEarliestFoundersActComesFirst() {
        Log log({&m_a, &m_b, &m_c});
        log.act(m_a, {log.root()}, remove(m_b));
        const Hash second = log.act(m_b, {log.root()}, remove(m_c));
        log.act(m_c, {log.root()}, remove(m_a));
        QVERIFY(log.why(second) == VoidReason::NotAuthorized);
        QVERIFY(!log.has(m_a) && !log.has(m_b) && log.has(m_c)); // and nothing then stands against the third's
    }
    void whatTheRemovedDidWithoutKnowingIsVoidWithAllThatRestsOnIt() {
        Log log({&m_a, &m_b, &m_c});
        const Hash offered = log.offer(m_b, {log.root()}, 1, Role::Admin);
        const Hash admitted = log.admit(m_b, {offered}, 1, Role::Admin, m_e);
        const Hash blow = log.act(m_e, {admitted}, remove(m_c));
        QVERIFY(log.has(m_e) && !log.has(m_c));
        log.act(m_a, {log.root()}, remove(m_b));
        QVERIFY(!log.has(m_e) && log.has(m_c) && !log.holds(admitted) && !log.holds(blow));
    }
    void whatTheRemovedHadDoneAndTheRemoverKnewHolds() {
        Log log({&m_a, &m_b});
        const Hash admitted = log.bring(m_b, {log.root()}, 1, Role::Editor, m_e);
        log.act(m_a, {admitted}, remove(m_b));
        QVERIFY(log.has(m_e) && !log.has(m_b));
    }
    void aRemovalByOneWhoWasRemovedMeanwhileIsVoid() {
        Log log({&m_a, &m_b, &m_c});
        const Hash removal = log.act(m_b, {log.root()}, remove(m_c));
        log.act(m_a, {log.root()}, remove(m_b));
        QVERIFY(log.has(m_c) && !log.has(m_b) && log.why(removal) == VoidReason::NotAuthorized);
    }
    void twoMayRemoveTheSameOneAndTheLowerCutIsKept() {
        Log log({&m_a, &m_b, &m_c});
        const Hash one = log.act(m_a, {log.root()}, remove(m_c, cutAt(m_c, 9)));
        const Hash two = log.act(m_b, {log.root()}, remove(m_c, cutAt(m_c, 4)));
        QVERIFY(log.holds(one) && log.holds(two) && !log.has(m_c));
        QCOMPARE(log.outcome().writing.at(m_c.device()).closings.size(), std::size_t{2});
    }
    void aDemotedAdminsActsWithoutKnowledgeOfItAreVoid() {
        Log log({&m_a, &m_b});
        const Hash admitted = log.bring(m_b, {log.root()}, 1, Role::Editor, m_e);
        log.act(m_a, {log.root()}, role(m_b, Role::Editor));
        QVERIFY(!log.has(m_e) && log.has(m_b) && log.why(admitted));
        QVERIFY(!log.outcome().isAdmin(m_b.device()) && !log.outcome().isRotationOwed);
    }
    void ofConcurrentRolesTheLowestCounts() {
        Log log({&m_a, &m_b, &m_c});
        const Hash joined = log.bring(m_a, {log.root()}, 1, Role::Editor, m_e);
        log.act(m_b, {joined}, role(m_e, Role::Reader));
        log.act(m_c, {joined}, role(m_e, Role::Admin));
        QVERIFY(log.outcome().members.at(m_e.device()).role == Role::Reader);
        log.act(m_a, log.outcome().heads, role(m_e, Role::Admin));
        QVERIFY(log.outcome().isAdmin(m_e.device()));
    }
    void whoWasRaisedTwiceMayActOnEither() {
        Log log({&m_a, &m_b});
        const Hash joined = log.bring(m_a, {log.root()}, 1, Role::Editor, m_e);
        for (const Office* admin : {&m_a, &m_b}) {
            const Hash raised = log.act(*admin, {joined}, role(m_e, Role::Admin));
            QVERIFY(log.holds(log.offer(m_e, {raised}, admin == &m_a ? 7 : 8, Role::Reader)));
        }
        QVERIFY(log.outcome().ignored.empty());
    }
    void whoIsMadeAdminAgainKeepsWhatItDidMeanwhile() {
        Log log({&m_a, &m_b});
        log.act(m_a, {log.root()}, role(m_b, Role::Admin));
        for (std::uint64_t invite = 1; invite <= 8; ++invite) // some of a smaller hash than his, some of a greater
            log.offer(m_b, {log.root()}, invite, Role::Reader);
        QVERIFY(log.outcome().ignored.empty());
    }
    void whoIsRaisedAgainGetsNothingBackFromBefore() {
        Log log({&m_a, &m_b});
        const Hash again = log.act(m_a, {log.root()}, role(m_b, Role::Admin));
        const Hash demoted = log.act(m_a, {again}, role(m_b, Role::Editor));
        log.act(m_a, {demoted}, role(m_b, Role::Admin));
        QVERIFY(log.why(log.offer(m_b, {log.root()}, 1, Role::Reader)) == VoidReason::NotAuthorized);
        QVERIFY(log.why(log.offer(m_b, {again}, 2, Role::Reader)) == VoidReason::NotAuthorized);
    }
    void theLastAdminStays() {
        Log log({&m_a, &m_b});
        const Hash second = log.act(m_a, {log.root()}, remove(m_b));
        for (const MembershipAct& act : {remove(m_a), revoke(m_a), role(m_a, Role::Editor)})
            QVERIFY(log.why(log.act(m_a, {second}, act)) == VoidReason::LastAdmin);
        QVERIFY(log.why(log.rootAct(m_a, {second}, revoke(m_a))) == VoidReason::LastAdmin);
        QVERIFY(log.outcome().isAdmin(m_a.device()));
    }
    void twoAdminsWhoLeaveAtOnceLeaveOne() {
        Log log({&m_a, &m_b});
        log.act(m_a, {log.root()}, remove(m_a));
        log.act(m_b, {log.root()}, remove(m_b));
        QCOMPARE(log.outcome().members.size(), std::size_t{1});
    }
    void aRemovedOrganisationReturnsInAHigherIncarnationOnly_data() {
        QTest::addColumn<unsigned>("incarnation");
        QTest::addColumn<bool>("knowsOfIt");
        QTest::addColumn<bool>("returns");
        QTest::newRow("the same") << 1U << true << false;
        QTest::newRow("the next") << 2U << true << true;
        QTest::newRow("admitted by one who did not know") << 2U << false << false;
    }
    void aRemovedOrganisationReturnsInAHigherIncarnationOnly() {
        QFETCH(unsigned, incarnation);
        QFETCH(bool, knowsOfIt);
        QFETCH(bool, returns);
        Log log({&m_a, &m_b});
        const Hash joined = log.bring(m_a, {log.root()}, 1, Role::Editor, m_e);
        const Hash removal = log.act(m_a, {joined}, remove(m_e));
        const Hash offered = log.offer(m_b, {knowsOfIt ? removal : joined}, 2, Role::Editor);
        log.admit(m_b, {offered}, 2, Role::Editor, m_e, incarnation);
        QCOMPARE(log.has(m_e), returns);
        if (!returns) return;
        const WritingRights rights = log.outcome().writing.at(m_e.device());
        QVERIFY(rights.closings.size() == 1 && rights.closings[0].until == 2); // the old logs stay cut
    }
    void aRemovalWithoutKnowledgeOfTheReturnStillRemoves() {
        Log log({&m_a, &m_b});
        const Hash joined = log.bring(m_a, {log.root()}, 1, Role::Editor, m_e);
        const Hash removal = log.act(m_a, {joined}, remove(m_e));
        const Hash offered = log.offer(m_a, {removal}, 2, Role::Editor);
        log.admit(m_a, {offered}, 2, Role::Editor, m_e, 2);
        QVERIFY(log.has(m_e));
        log.act(m_b, {joined}, remove(m_e));
        QVERIFY(!log.has(m_e));
    }
    void ofTwoAdmissionsOnOneInviteNoneHoldsUntilOneIsConfirmed() {
        Log log({&m_a, &m_b});
        const Hash offered = log.offer(m_a, {log.root()}, 1, Role::Editor);
        const Hash one = log.admit(m_a, {offered}, 1, Role::Editor, m_e);
        const Hash two = log.admit(m_b, {offered}, 1, Role::Editor, m_f);
        QVERIFY(!log.has(m_e) && !log.has(m_f) && log.invite(1).isContested());
        log.act(m_a, {one, two}, Confirm{two});
        QVERIFY(!log.has(m_e) && log.has(m_f) && log.outcome().isRotationOwed);
    }
    void twoConfirmationsOfOneAdmissionAreOne() {
        Log log({&m_a, &m_b});
        const Hash offered = log.offer(m_a, {log.root()}, 1, Role::Admin);
        const Hash one = log.admit(m_a, {offered}, 1, Role::Admin, m_e);
        const Hash two = log.admit(m_b, {offered}, 1, Role::Admin, m_f);
        for (const Office* admin : {&m_a, &m_b}) {
            const Hash confirmed = log.act(*admin, {one, two}, Confirm{two});
            QVERIFY(log.holds(log.offer(m_f, {confirmed}, admin == &m_a ? 7 : 8, Role::Reader)));
        }
        QVERIFY(log.outcome().ignored.empty());
    }
    void whenEachAdmissionIsConfirmedOneStands() {
        Log log({&m_a, &m_b});
        const Hash offered = log.offer(m_a, {log.root()}, 1, Role::Editor);
        const Hash one = log.admit(m_a, {offered}, 1, Role::Editor, m_e);
        const Hash two = log.admit(m_b, {offered}, 1, Role::Editor, m_f);
        const Hash first = log.act(m_a, {one, two}, Confirm{one});
        const Hash second = log.act(m_b, {one, two}, Confirm{two});
        QCOMPARE(log.has(m_e), first < second);
        QCOMPARE(log.has(m_f), second < first);
    }
    void aRemovedAdminsAdmissionSuspendsNobody() {
        Log log({&m_a, &m_b});
        const Hash offered = log.offer(m_a, {log.root()}, 1, Role::Editor);
        log.admit(m_a, {offered}, 1, Role::Editor, m_e);
        log.admit(m_b, {offered}, 1, Role::Editor, m_f);
        QVERIFY(!log.has(m_e));
        log.act(m_a, {offered}, remove(m_b));
        QVERIFY(log.has(m_e) && !log.has(m_f));
    }
    void aPhonyRivalOfAMemberHoldsItsActsUpForNobody() {
        Log log({&m_a, &m_b, &m_c, &m_d});
        const Hash offered = log.offer(m_d, {log.root()}, 1, Role::Admin);
        log.admit(m_a, {offered}, 1, Role::Admin, m_e);
        log.act(m_c, {offered}, role(m_a, Role::Editor));
        const bool expected = log.has(m_e);
        log.admit(m_d, {offered}, 1, Role::Admin, m_c, 3); // as if a member had come by the same invite
        QCOMPARE(log.has(m_e), expected);
    }
    void removingSuspendedOnesEndsThem() {
        Log log({&m_a, &m_b});
        const Hash offered = log.offer(m_a, {log.root()}, 1, Role::Editor);
        const Hash one = log.admit(m_a, {offered}, 1, Role::Editor, m_e);
        const Hash two = log.admit(m_b, {offered}, 1, Role::Editor, m_f);
        const Hash removal = log.act(m_a, {one, two}, remove(m_e));
        log.act(m_a, {removal}, Confirm{one});
        QVERIFY(!log.has(m_e) && !log.has(m_f));
        QVERIFY(!log.outcome().organizations.contains(m_e.organization()));
    }
    void oneJoinerAdmittedTwiceMayActOnEither() {
        Log log({&m_a, &m_b});
        const Hash offered = log.offer(m_a, {log.root()}, 1, Role::Admin);
        for (const Office* admin : {&m_a, &m_b}) {
            const Hash admitted = log.admit(*admin, {offered}, 1, Role::Admin, m_e);
            QVERIFY(log.holds(log.offer(m_e, {admitted}, admin == &m_a ? 7 : 8, Role::Reader)));
        }
        QVERIFY(log.has(m_e) && log.outcome().ignored.empty());
    }
    void anInviteForOneOrganisationServesNoOther() {
        Log log({&m_a});
        OfferInvite offer = offerOf(inviteKey(1), Role::Editor);
        offer.organization = m_e.organization();
        const Hash offered = log.act(m_a, {log.root()}, offer);
        QVERIFY(log.why(log.admit(m_a, {offered}, 1, Role::Editor, m_f)) == VoidReason::InviteInvalid);
        log.admit(m_a, {offered}, 1, Role::Editor, m_e);
        QVERIFY(log.has(m_e) && !log.has(m_f));
    }
    void aWithdrawnInviteServesNobodyWhoKnows() {
        Log log({&m_a, &m_b});
        const Hash offered = log.offer(m_a, {log.root()}, 1, Role::Editor);
        const Hash withdrawn = log.act(m_a, {offered}, WithdrawInvite{inviteKey(1).publicId<InviteId>()});
        const Hash late = log.admit(m_a, {withdrawn}, 1, Role::Editor, m_e);
        QVERIFY(log.why(late) == VoidReason::InviteInvalid && !log.has(m_e));
        log.admit(m_b, {offered}, 1, Role::Editor, m_f); // by one who did not
        QVERIFY(log.has(m_f));
    }
    void anAdmissionRaisesNoRole() {
        Log log({&m_a});
        const Hash offered = log.offer(m_a, {log.root()}, 1, Role::Reader);
        QVERIFY(log.why(log.admit(m_a, {offered}, 1, Role::Admin, m_e)) == VoidReason::InviteInvalid);
    }
    void anotherSpacesInviteOpensNothing() {
        Log log({&m_a});
        const MembershipRecord elsewhere = foundSpace(m_a, 9);
        log.keep(elsewhere);
        log.keep(actIn(elsewhere.space(), m_a, {elsewhere.hash()}, offerOf(inviteKey(1), Role::Admin)));
        QVERIFY(log.why(log.admit(m_a, {log.root()}, 1, Role::Admin, m_e)) == VoidReason::InviteInvalid);
    }
    void aSecondDeviceKeepsItsOrganisationsRole() {
        Log log({&m_a});
        const Hash joined = log.bring(m_a, {log.root()}, 1, Role::Reader, m_e);
        log.bring(m_a, {joined}, 2, Role::Admin, m_e.another(1));
        QVERIFY(log.outcome().organizations.at(m_e.organization()).role == Role::Reader);
        QVERIFY(!log.outcome().isAdmin(m_e.another(1).device()));
    }
    void recoveringWithoutRevokingKeepsBothDevices() {
        Log log({&m_a, &m_b});
        log.rootAct(m_b, {log.root()}, recover(m_b2));
        QVERIFY(log.has(m_b) && log.has(m_b2) && !log.outcome().isRotationOwed);
    }
    void recoveringWithRevokingOwesARotation() {
        Log log({&m_a, &m_b});
        const Hash recovered = log.rootAct(m_b, {log.root()}, recover(m_b2, {m_b.device()}));
        QVERIFY(!log.has(m_b) && log.has(m_b2) && log.outcome().isRotationOwed);
        QVERIFY(log.holds(log.act(m_b2, {recovered}, rotate(2, 5))));
        QVERIFY(!log.outcome().isRotationOwed);
    }
    void anotherOrganisationsRootRecoversNothing() {
        Log log({&m_a, &m_b});
        log.rootAct(m_b, {log.root()}, recover(m_b2, {m_a.device()}));
        QVERIFY(log.has(m_a) && log.has(m_b2));
        QVERIFY(log.why(log.rootAct(m_f, {log.root()}, recover(m_f))) == VoidReason::NotAuthorized);
    }
    void concurrentRotationsBothCountAndOneIsCurrent() {
        Log log({&m_a, &m_b});
        const Hash one = log.act(m_a, {log.root()}, rotate(2, 5));
        const Hash two = log.act(m_b, {log.root()}, rotate(2, 6));
        const Membership outcome = log.outcome();
        QVERIFY(outcome.epochs.size() == 3 && outcome.currentEpoch()->record == std::max(one, two));
        QVERIFY(log.why(log.act(m_a, {one, two}, rotate(4, 7))) == VoidReason::NoSuchTarget);
    }
    void aRotationThatDidNotKnowOfARemovalLeavesItOwed() {
        Log log({&m_a, &m_b, &m_c});
        const Hash removal = log.act(m_a, {log.root()}, remove(m_c));
        const Hash early = log.act(m_b, {log.root()}, rotate(2, 5));
        QVERIFY(log.outcome().isRotationOwed);
        log.act(m_b, {removal, early}, rotate(3, 6));
        QVERIFY(!log.outcome().isRotationOwed);
    }
    void aRevokedDevicesLogsAreCutWhereTheActSays() {
        Log log({&m_a, &m_b});
        const Hash removal = log.act(m_a, {log.root()}, revoke(m_b, cutAt(m_b, 7)));
        const Closing closing = log.outcome().writing.at(m_b.device()).closings.at(0);
        QVERIFY(closing.by == removal && closing.heightOf({m_b.device(), 1}).sequence == 7);
        QVERIFY(closing.concerns({m_b.device(), 99}) && closing.heightOf({m_b.device(), 2}).sequence == 0);
    }
    void aReaderWritesAgainInTheIncarnationThatWasGiven() {
        Log log({&m_a});
        const Hash joined = log.bring(m_a, {log.root()}, 1, Role::Editor, m_e);
        const Hash demoted = log.act(m_a, {joined}, role(m_e, Role::Reader, 1, cutAt(m_e, 3)));
        log.act(m_a, {demoted}, role(m_e, Role::Editor, 2));
        const Closing closing = log.outcome().writing.at(m_e.device()).closings.at(0);
        QVERIFY(closing.concerns({m_e.device(), 1}) && !closing.concerns({m_e.device(), 2}));
        QVERIFY(closing.heightOf({m_e.device(), 1}).sequence == 3);
    }
    void aForkStatementClosesOneIncarnation() {
        Log log({&m_a});
        log.act(m_a, {log.root()}, StateFork{1, {}, {5, Hash{{1}}}, {}, 2});
        const Closing closing = log.outcome().writing.at(m_a.device()).closings.at(0);
        QVERIFY(closing.concerns({m_a.device(), 1}) && !closing.concerns({m_a.device(), 2}));
        QVERIFY(closing.heightOf({m_a.device(), 1}).sequence == 5);
    }
    void aDemotionLeavesAForkStatementInForce() {
        Log log({&m_a, &m_b, &m_c});
        const Hash demoted = log.act(m_a, {log.root()}, role(m_b, Role::Reader));
        log.act(m_c, {demoted}, Confirm{demoted});
        QVERIFY(log.holds(log.act(m_b, {log.root()}, StateFork{1, {}, {5, Hash{{1}}}, {}, 2})));
    }
    void aProvenForkClosesItsLogWhereItForked() {
        Log log({&m_a, &m_b});
        const Hash proven = log.act(m_a, {log.root()}, forkProofOf(log.space, m_b));
        QVERIFY(log.holds(proven) && log.has(m_b)); // it is closed, nobody is removed
        const Closing closing = log.outcome().writing.at(m_b.device()).closings.at(0);
        QVERIFY(closing.concerns({m_b.device(), 1}) && !closing.concerns({m_b.device(), 2}));
        QCOMPARE(closing.heightOf({m_b.device(), 1}).sequence, std::uint64_t{0});
    }
    void whatADeviceStatesOfItsForkCountsMoreThanTheProof() {
        Log log({&m_a, &m_b});
        log.act(m_a, {log.root()}, forkProofOf(log.space, m_b));
        log.act(m_b, {log.root()}, StateFork{1, {}, {5, Hash{{1}}}, {}, 2});
        const auto closings = log.outcome().writing.at(m_b.device()).closings;
        QVERIFY(closings.size() == 1 && closings[0].namesBranch());
        QCOMPARE(closings[0].heightOf({m_b.device(), 1}).sequence, std::uint64_t{5});
    }
    void ofTwoStatementsTheOneThatKeepsMoreCounts() {
        Log log({&m_a, &m_b});
        log.act(m_b, {log.root()}, StateFork{1, {}, {5, Hash{{1}}}, {}, 2});
        log.act(m_b, {log.root()}, StateFork{1, {}, {7, Hash{{2}}}, {}, 3});
        const auto closings = log.outcome().writing.at(m_b.device()).closings;
        QVERIFY(closings.size() == 1 && closings[0].heightOf({m_b.device(), 1}).head == Hash{{2}});
    }
    void aStrangerProvesNothing() {
        Log log({&m_a, &m_b});
        const Hash proven = log.act(m_c, {log.root()}, forkProofOf(log.space, m_b));
        QVERIFY(!log.holds(proven) && log.outcome().writing.at(m_b.device()).closings.empty());
    }
    void anybodysCertificateForAnAdminsKeysMakesItNobodys() {
        Log log({&m_a, &m_b, &m_c});
        const Hash offered = log.offer(m_c, {log.root()}, 1, Role::Editor);
        const Hash joined = log.admit(m_c, {offered}, 1, Role::Editor, m_f);
        const Hash second = log.offer(m_c, {joined}, 2, Role::Editor);
        Office phony = Office::make(2); // the second founder's device, certified by another root
        phony.certificate = DeviceCertificate::issue(m_f.root, m_b.device(), m_b.sealing.publicId());
        const Hash claim = log.admit(m_c, {second}, 2, Role::Editor, phony, 3);
        const Hash removal = log.act(m_c, {second, claim}, remove(m_f));
        log.act(m_a, {removal}, rotate(2, 5)); // a majority knows of that removal
        const Hash defence = log.act(m_b, {log.root()}, remove(m_c));
        QVERIFY(log.holds(defence) && !log.has(m_c) && log.has(m_b));
    }
    void aRevokedDevicesSignatureMakesNoMajority() {
        Log log({&m_a, &m_b, &m_c});
        const Office old = m_c.another(7);
        const Hash both = log.bring(m_a, {log.root()}, 1, Role::Admin, old);
        const Hash lost = log.rootAct(m_c, {both}, revoke(old));
        log.act(m_a, {lost}, remove(m_b));
        const Hash coup = log.act(m_b, {lost}, remove(m_a));
        log.act(old, {coup}, Confirm{coup}); // the lost device lends its voice
        QVERIFY(log.has(m_a) && !log.has(m_b));
    }
    void whoKnowsItselfRevokedLendsNobodyItsVoice() {
        Log log({&m_a, &m_b, &m_c, &m_d});
        const Hash lost = log.act(m_d, {log.root()}, revoke(m_c));
        log.act(m_a, {log.root()}, remove(m_b));
        const Hash coup = log.act(m_b, {log.root()}, remove(m_a));
        log.act(m_c, {lost, coup}, Confirm{coup});
        QVERIFY(log.has(m_a) && !log.has(m_b));
        log.offer(m_d, {lost}, 1, Role::Admin);
        const Hash back = log.admit(m_d, {log.records.back().hash()}, 1, Role::Admin, m_c, 2);
        log.act(m_c, {back, coup}, Confirm{coup}); // a member again
        QVERIFY(log.has(m_b) && !log.has(m_a));
    }
    void aRootUndoesWhatRestsOnItsDevices() {
        Log log({&m_a, &m_b, &m_c});
        const Hash joined = log.bring(m_a, {log.root()}, 1, Role::Admin, m_e); // by the thief of A's laptop
        const Hash removal = log.act(m_e, {joined}, remove(m_a));
        for (const Office* admin : {&m_b, &m_c})
            log.act(*admin, {removal}, Confirm{removal});
        QVERIFY(!log.has(m_a) && log.has(m_e));
        log.rootAct(m_a, {log.root()}, recover(m_a2, {m_a.device()}));
        QVERIFY(log.has(m_a2) && !log.has(m_e));
    }
    void whoWasRemovedForGoodCannotMoveOthersByBackDating() {
        Log log({&m_a, &m_b, &m_c});
        const Hash removal = log.act(m_b, {log.root()}, remove(m_a));
        const Hash confirmed = log.act(m_c, {removal}, Confirm{removal});
        const Membership before = log.outcome();
        for (const Hash& parent : {log.root(), removal, confirmed})
            for (const MembershipAct& act : {remove(m_b), revoke(m_c), role(m_c, Role::Reader)})
                log.act(m_a, {parent}, act);
        QVERIFY(log.outcome().members == before.members && log.outcome().organizations == before.organizations);
    }
};

QTEST_APPLESS_MAIN(HardCasesTest)
#include "hard_cases_test.moc"
