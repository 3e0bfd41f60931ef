#include <QTest>

#include "tests/support/membership_samples.h"

using namespace puente;
using namespace puente::test;

/// An invite's line of text comes back as the same invite, or says what is the matter with it.
class InviteTest : public QObject {
    Q_OBJECT

    const MembershipSamples m_samples;

private slots:
    void anInviteIsReadAgain() {
        const std::string text = toText(m_samples.invite());
        const auto read = inviteFromText(text);
        QVERIFY(read && *read == m_samples.invite());
        QVERIFY(read->id() == m_samples.inviteKey.publicId<InviteId>());
    }
    void anInviteSurvivesItsWayByMail() {
        std::string text = toText(m_samples.invite());
        for (std::size_t at = 70; at < text.size(); at += 72)
            text.insert(at, "\r\n ");
        QVERIFY(inviteFromText(" " + text + "\n").ok());
    }
    void aMistypedInviteIsDamaged() {
        const std::string text = toText(m_samples.invite());
        for (std::size_t at = std::string_view("puente-invite:").size(); at < text.size(); ++at) {
            std::string other = text;
            other[at] = other[at] == 'A' ? 'B' : 'A';
            QVERIFY(inviteFromText(other).fault() == InviteFault::Damaged);
            const auto cut = inviteFromText(text.substr(0, at));
            QVERIFY(!cut && cut.fault() == InviteFault::Damaged);
        }
    }
    void somethingElseIsNotAnInvite() {
        QVERIFY(inviteFromText("").fault() == InviteFault::NotAnInvite);
        QVERIFY(inviteFromText("puente-server:host:1#x").fault() == InviteFault::NotAnInvite);
    }
    void anInviteOfANewerVersionSaysSo() {
        Bytes payload = *fromBase64Url(std::string_view(toText(m_samples.invite())).substr(14));
        payload.resize(payload.size() - 4);
        payload[0] = 2;
        const Hash checksum = hashOf(Purpose::Fingerprint, payload);
        append(payload, checksum.view().first(4));
        QVERIFY(inviteFromText("puente-invite:" + toBase64Url(payload)).fault() == InviteFault::UnknownVersion);
    }
};

QTEST_APPLESS_MAIN(InviteTest)
#include "invite_test.moc"
