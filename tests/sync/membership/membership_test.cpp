#include <QTest>

#include "tests/support/membership_builder.h"

using namespace puente;
using namespace puente::test;

/// Who may do what in a space follows from the set of its records alone, and from nothing a stranger or a member
/// without the right can add to it.
class MembershipTest : public QObject {
    Q_OBJECT

    const Office m_founder = Office::make(1);
    const Office m_editor = Office::make(2);
    const Office m_other = Office::make(3);
    const SigningKey m_invite = inviteKey(1);
    const SigningKey m_secondInvite = inviteKey(2);
    const MembershipRecord m_create = foundSpace(m_founder);
    const SpaceId m_space = m_create.space();

    MembershipRecord act(const Office& author, std::vector<Hash> parents, const MembershipAct& act) const {
        return actIn(m_space, author, std::move(parents), act);
    }
    MembershipRecord offer(const Office& author, std::vector<Hash> parents, const SigningKey& invite, Role role) const {
        return act(author, std::move(parents), offerOf(invite, role));
    }
    MembershipRecord admit(const Office& author, std::vector<Hash> parents, const SigningKey& invite, Role role,
                           const Office& joiner) const {
        return act(author, std::move(parents), admissionOf(m_space, invite, role, joiner));
    }
    Membership of(const std::vector<MembershipRecord>& records) const { return evaluate(m_space, records); }
    static bool isIgnored(const Membership& membership, const MembershipRecord& record) {
        return membership.ignored.contains(record.hash());
    }

private slots:
    void theFounderIsAdmin() {
        const Membership membership = of({m_create});
        QCOMPARE(membership.members.size(), std::size_t{1});
        QVERIFY(membership.isAdmin(m_founder.device()));
        QVERIFY(membership.heads == std::vector{m_create.hash()});
    }
    void anotherSpacesFoundationCountsForNothing() {
        const Membership membership = of({foundSpace(m_founder, 1)});
        QVERIFY(membership.members.empty() && membership.heads.empty() && membership.ignored.empty());
    }
    void anInvitedEditorIsAdmitted() {
        const auto offered = offer(m_founder, {m_create.hash()}, m_invite, Role::Editor);
        const auto admitted = admit(m_founder, {offered.hash()}, m_invite, Role::Editor, m_editor);
        const Membership membership = of({m_create, offered, admitted});
        const Member* editor = membership.find(m_editor.device());
        QVERIFY(editor && editor->mayWrite() && !editor->mayAdmit());
        QVERIFY(editor->admittedBy == admitted.hash());
        QVERIFY(membership.invites.at(m_invite.publicId<InviteId>()).usedBy == m_editor.device());
        QVERIFY(membership.heads == std::vector{admitted.hash()});
        QVERIFY(membership.ignored.empty());
    }
    void aRecordWaitsForItsParents() {
        const auto offered = offer(m_founder, {m_create.hash()}, m_invite, Role::Editor);
        const auto admitted = admit(m_founder, {offered.hash()}, m_invite, Role::Editor, m_editor);
        const Membership membership = of({m_create, admitted});
        QVERIFY(!membership.find(m_editor.device()));
        QVERIFY(membership.ignored.empty());
        QVERIFY(membership.heads == std::vector{m_create.hash()});
    }

    void onlyAnAdminInvites_data() {
        QTest::addColumn<bool>("isMember");
        QTest::newRow("stranger") << false;
        QTest::newRow("editor") << true;
    }
    void onlyAnAdminInvites() {
        QFETCH(bool, isMember);
        std::vector<MembershipRecord> records{m_create};
        if (isMember) {
            records.push_back(offer(m_founder, {m_create.hash()}, m_invite, Role::Editor));
            records.push_back(admit(m_founder, {records.back().hash()}, m_invite, Role::Editor, m_editor));
        }
        records.push_back(offer(m_editor, {records.back().hash()}, m_secondInvite, Role::Admin));
        const Membership membership = of(records);
        QVERIFY(isIgnored(membership, records.back()));
        QVERIFY(!membership.invites.contains(m_secondInvite.publicId<InviteId>()));
        QVERIFY(membership.heads == std::vector{records[records.size() - 2].hash()});
    }
    void onlyAnAdminAdmits() {
        const auto offered = offer(m_founder, {m_create.hash()}, m_invite, Role::Admin);
        const auto admitted = admit(m_editor, {offered.hash()}, m_invite, Role::Admin, m_editor);
        const Membership membership = of({m_create, offered, admitted});
        QVERIFY(isIgnored(membership, admitted) && !membership.find(m_editor.device()));
    }
    void anAdminMayNotActBeforeItsAdmission() {
        const auto offered = offer(m_founder, {m_create.hash()}, m_invite, Role::Admin);
        const auto admitted = admit(m_founder, {offered.hash()}, m_invite, Role::Admin, m_editor);
        const auto early = offer(m_editor, {offered.hash()}, m_secondInvite, Role::Admin);
        const auto late = offer(m_editor, {admitted.hash()}, inviteKey(3), Role::Admin);
        const Membership membership = of({m_create, offered, admitted, early, late});
        QVERIFY(isIgnored(membership, early));
        QVERIFY(!isIgnored(membership, late));
    }
    void theRoleCannotBeRaised() {
        const auto offered = offer(m_founder, {m_create.hash()}, m_invite, Role::Reader);
        const auto admitted = admit(m_founder, {offered.hash()}, m_invite, Role::Admin, m_editor);
        const Membership membership = of({m_create, offered, admitted});
        QVERIFY(isIgnored(membership, admitted) && !membership.find(m_editor.device()));
    }
    void anInviteCannotBeOfferedAgainWithAnotherRole() {
        const auto offered = offer(m_founder, {m_create.hash()}, m_invite, Role::Reader);
        const auto again = offer(m_founder, {offered.hash()}, m_invite, Role::Admin);
        const auto admitted = admit(m_founder, {again.hash()}, m_invite, Role::Admin, m_editor);
        const Membership membership = of({m_create, offered, again, admitted});
        QVERIFY(isIgnored(membership, again) && isIgnored(membership, admitted));
    }
    void anInviteMustBeOfferedBeforeItIsUsed() {
        for (std::uint64_t seed = 10; seed < 20; ++seed) { // whichever of the two comes first in the common order
            const SigningKey invite = inviteKey(seed);
            const auto offered = offer(m_founder, {m_create.hash()}, invite, Role::Editor);
            const auto admitted = admit(m_founder, {m_create.hash()}, invite, Role::Editor, m_editor);
            const Membership membership = of({m_create, offered, admitted});
            QVERIFY(isIgnored(membership, admitted) && !membership.find(m_editor.device()));
        }
    }
    void anInviteServesOnce() {
        const auto offered = offer(m_founder, {m_create.hash()}, m_invite, Role::Editor);
        const auto first = admit(m_founder, {offered.hash()}, m_invite, Role::Editor, m_editor);
        const auto second = admit(m_founder, {first.hash()}, m_invite, Role::Editor, m_other);
        const Membership membership = of({m_create, offered, first, second});
        QVERIFY(membership.find(m_editor.device()) && !membership.find(m_other.device()));
        QVERIFY(isIgnored(membership, second));
    }
    void ofTwoConcurrentAdmissionsNoneHoldsUntilOneIsConfirmed() {
        const auto offered = offer(m_founder, {m_create.hash()}, m_invite, Role::Editor);
        const auto one = admit(m_founder, {offered.hash()}, m_invite, Role::Editor, m_editor);
        const auto two = admit(m_founder, {offered.hash()}, m_invite, Role::Editor, m_other);
        const Membership both = of({m_create, offered, one, two});
        QVERIFY(!both.find(m_editor.device()) && !both.find(m_other.device()));
        QVERIFY(both.invites.at(m_invite.publicId<InviteId>()).isContested());
        QVERIFY(both.former.at(m_editor.device()).isSuspended && both.former.at(m_other.device()).isSuspended);

        const auto confirmed = act(m_founder, both.heads, Confirm{two.hash()});
        const Membership settled = of({m_create, offered, one, two, confirmed});
        QVERIFY(!settled.find(m_editor.device()) && settled.find(m_other.device()));
        QVERIFY(!settled.former.at(m_editor.device()).isSuspended);
        QVERIFY(settled.invites.at(m_invite.publicId<InviteId>()).usedBy == m_other.device());
        QVERIFY(settled.isRotationOwed); // the other may have been sent the key
    }
    void theSameJoinerAdmittedTwiceIsNoContest() {
        const auto offered = offer(m_founder, {m_create.hash()}, m_invite, Role::Editor);
        const auto one = admit(m_founder, {offered.hash()}, m_invite, Role::Editor, m_editor);
        const auto two =
            act(m_founder, {m_create.hash(), offered.hash()}, admissionOf(m_space, m_invite, Role::Editor, m_editor));
        const Membership membership = of({m_create, offered, one, two});
        QVERIFY(membership.find(m_editor.device()) && membership.former.empty() && membership.ignored.empty());
    }
    void whoIsSuspendedMayDoNothing() {
        const auto offered = offer(m_founder, {m_create.hash()}, m_invite, Role::Admin);
        const auto one = admit(m_founder, {offered.hash()}, m_invite, Role::Admin, m_editor);
        const auto two = admit(m_founder, {offered.hash()}, m_invite, Role::Admin, m_other);
        const auto acted = offer(m_editor, {one.hash()}, m_secondInvite, Role::Admin);
        QVERIFY(isIgnored(of({m_create, offered, one, two, acted}), acted));
        QVERIFY(!isIgnored(of({m_create, offered, one, acted}), acted));
    }
    void aMemberIsNotAdmittedTwice() {
        const auto offered = offer(m_founder, {m_create.hash()}, m_invite, Role::Reader);
        const auto first = admit(m_founder, {offered.hash()}, m_invite, Role::Reader, m_editor);
        const auto secondOffer = offer(m_founder, {first.hash()}, m_secondInvite, Role::Admin);
        const auto second = admit(m_founder, {secondOffer.hash()}, m_secondInvite, Role::Admin, m_editor);
        const Membership membership = of({m_create, offered, first, secondOffer, second});
        QVERIFY(isIgnored(membership, second));
        QVERIFY(membership.find(m_editor.device())->role == Role::Reader);

        const auto laterLife = admissionOf(m_space, m_secondInvite, Role::Admin, m_editor, 2); // a log not begun yet
        const auto third = act(m_founder, {secondOffer.hash()}, laterLife);
        const Membership still = of({m_create, offered, first, secondOffer, third});
        QVERIFY(isIgnored(still, third));
        QVERIFY(still.find(m_editor.device())->admittedBy == first.hash());
    }
    void anInviteOfAnotherSpaceOpensNothing() {
        const MembershipRecord elsewhere = foundSpace(m_founder, 9);
        const auto offered = actIn(elsewhere.space(), m_founder, {elsewhere.hash()}, offerOf(m_invite, Role::Admin));
        const auto admitted = admit(m_founder, {m_create.hash()}, m_invite, Role::Admin, m_editor);
        const Membership membership = of({m_create, elsewhere, offered, admitted});
        QVERIFY(membership.invites.empty());
        QVERIFY(isIgnored(membership, admitted));
    }
};

QTEST_APPLESS_MAIN(MembershipTest)
#include "membership_test.moc"
