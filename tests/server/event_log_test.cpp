#include <QTest>

#include <QByteArray>
#include <QHostAddress>
#include <QString>

#include "common/crypto/secret_text.h"
#include "tests/support/heard_events.h"
#include "tests/support/replica_fixture.h"

#include <filesystem>
#include <set>

using namespace puente;

namespace {

/// What a line may be given.
template <typename T>
constexpr bool canBeSaid = std::is_constructible_v<EventValue, T>;
template <typename T>
constexpr bool canBeKey = std::is_constructible_v<EventWord, T>;
template <typename T>
constexpr bool canBeShortened = requires(const T& id) {
    shortened(id);
};

static_assert(canBeSaid<std::uint64_t> && canBeSaid<int> && canBeSaid<Duration> && canBeSaid<EventWord>);
static_assert(canBeSaid<SessionError> && canBeSaid<Refusal> && canBeSaid<SqlFault>);
static_assert(canBeSaid<ShortId> && canBeSaid<Withheld>);
static_assert(canBeShortened<DeviceId> && canBeShortened<SpaceId>);

// Texts, and what texts are made of.
static_assert(!canBeSaid<std::string> && !canBeSaid<const std::string&> && !canBeSaid<std::string_view>);
static_assert(!canBeSaid<const char*> && !canBeSaid<char*> && !canBeSaid<char (&)[8]> && !canBeSaid<SecretText>);
static_assert(!canBeSaid<char> && !canBeSaid<signed char> && !canBeSaid<unsigned char> && !canBeSaid<bool>);
static_assert(!canBeSaid<wchar_t> && !canBeSaid<char8_t> && !canBeSaid<char16_t> && !canBeSaid<char32_t>);
static_assert(!canBeSaid<QString> && !canBeSaid<QStringView> && !canBeSaid<QByteArray> && !canBeSaid<QChar>);
static_assert(!canBeSaid<QHostAddress> && !canBeSaid<std::filesystem::path>);
// Bytes, and ids that are not shortened.
static_assert(!canBeSaid<Bytes> && !canBeSaid<ByteView> && !canBeSaid<std::byte> && !canBeSaid<void*>);
static_assert(!canBeSaid<DeviceId> && !canBeSaid<SpaceId> && !canBeSaid<OrganizationId> && !canBeSaid<Hash>);
static_assert(!canBeShortened<OrganizationId> && !canBeShortened<InviteId> && !canBeShortened<DocumentId> &&
              !canBeShortened<KeyId> && !canBeShortened<Hash> && !canBeShortened<Bytes>);
// An enum without words, whatever the word for it would be.
enum class Nameless { One };
static_assert(!canBeSaid<Nameless>);
// Keys are the program's words, and nothing else makes a word.
static_assert(!canBeKey<std::string> && !canBeKey<std::string_view> && !canBeKey<const char*> &&
              !canBeKey<char (&)[8]> && !canBeKey<QString>);

template <typename IdType>
IdType countingId() {
    IdType id;
    for (std::size_t i = 0; i < id.bytes.size(); ++i)
        id.bytes[i] = static_cast<std::uint8_t>(0xa0 + i);
    return id;
}

} // namespace

/// The event log says what happened and no more, in lines that stay the same, and cannot be made to say it endlessly.
class EventLogTest : public QObject {
    Q_OBJECT

private:
    std::string line(std::size_t number) const { return m_heard.lines.at(number); }
    void turnAway(int times = 1) {
        for (int i = 0; i < times; ++i)
            m_log->write(Event::TurnedAway, {{"limit", "max-per-ip"}});
    }

    void causeEverything() {
        for (const EventValue device : {EventValue("none"), EventValue(shortened(countingId<DeviceId>()))}) {
            for (int error = 1; error <= static_cast<int>(SessionError::TooSlow); ++error)
                endConversation(static_cast<SessionError>(error), device);
            for (const EventWord how : {EventWord("done"), EventWord("left"), EventWord("cut")})
                endConversation(how, device);
            for (int reason = 1; reason <= static_cast<int>(Refusal::NoDocuments); ++reason)
                m_log->write(Event::Refused, {{"reason", static_cast<Refusal>(reason)},
                                              {"count", 1'000'000},
                                              {"device", device},
                                              {"space", shortened(countingId<SpaceId>())}});
        }
        for (const EventWord limit : {EventWord("max-connections"), EventWord("max-per-ip")})
            m_log->write(Event::TurnedAway, {{"limit", limit}});
        m_log->write(Event::HandshakeFailed, {{"how", "left"}, {"seconds", Duration(10)}});
    }
    void endConversation(EventValue how, EventValue device) {
        m_log->write(Event::ConversationEnded, {{"how", how},
                                                {"seconds", Duration(12'345)},
                                                {"bytes_in", 12'345'678},
                                                {"bytes_out", 12'345'678},
                                                {"device", device}});
    }

    test::HandClock m_clock; // 2026-02-02T02:40:00Z
    test::HeardEvents m_heard;
    std::unique_ptr<EventLog> m_log;

private Q_SLOTS:
    void init() {
        m_clock = {};
        m_heard = {};
        m_log = std::make_unique<EventLog>(m_clock, m_heard);
    }

    void aLineIsTimeEventAndFields() {
        m_log->write(Event::Stopping);
        m_clock.advance(Duration(61'999));
        m_log->write(Event::ConversationEnded, {{"how", SessionError::TooMuch},
                                                {"seconds", Duration(1'005)},
                                                {"bytes_in", std::uint64_t{18'446'744'073'709'551'615U}},
                                                {"balance", -7},
                                                {"device", shortened(countingId<DeviceId>())},
                                                {"space", shortened(countingId<SpaceId>())}});
        QCOMPARE(m_heard.lines.size(), 2U);
        QCOMPARE(line(0), std::string("2026-02-02T02:40:00Z stopping\n"));
        QCOMPARE(line(1), std::string("2026-02-02T02:41:01Z conversation_ended how=TooMuch seconds=1.005 "
                                      "bytes_in=18446744073709551615 balance=-7 device=a0a1a2a3 space=a0a1a2a3\n"));
    }

    void whatIsWithheldIsASize() {
        const std::string token = "canario-secreto";
        m_log->write(Event::ControlRefused, {{"token", withheld(bytesOf(token))}});
        m_log->write(Event::LibraryMessage, {{"text", withheld({})}});
        QCOMPARE(line(0), std::string("2026-02-02T02:40:00Z control_refused token=withheld:15\n"));
        QCOMPARE(line(1), std::string("2026-02-02T02:40:00Z library_message text=withheld:0\n"));
    }

    /// Words are what operators' programs look for: each is one, and no two are the same.
    void everyFaultHasAWordOfItsOwn() {
        std::set<std::string> words;
        const std::size_t faults = static_cast<std::size_t>(SqlFault::CutOff) + 1;
        for (std::size_t fault = 0; fault < faults; ++fault)
            words.insert(EventValue(static_cast<SqlFault>(fault)).text());
        QCOMPARE(words.size(), faults);
        for (int reason = 1; reason <= static_cast<int>(Refusal::NoDocuments); ++reason)
            words.insert("refused " + EventValue(static_cast<Refusal>(reason)).text());
        QCOMPARE(words.size(), faults + static_cast<std::size_t>(Refusal::NoDocuments));
    }

    void theFirstIsSaidAndThenACountOnceAMinute() {
        turnAway(1000);
        QCOMPARE(m_heard.lines.size(), 1U);
        m_clock.advance(Duration(59'999));
        m_log->tick();
        turnAway();
        QCOMPARE(m_heard.lines.size(), 1U);
        m_clock.advance(Duration(1));
        m_log->tick();
        QCOMPARE(m_heard.lines.size(), 2U);
        QCOMPARE(
            line(1),
            std::string("2026-02-02T02:41:00Z more event=turned_away limit=max-per-ip count=1000 seconds=60.000\n"));
        turnAway(5); // the count was this minute's line
        QCOMPARE(m_heard.lines.size(), 2U);
        m_clock.advance(EventLog::kWindow);
        turnAway(); // without a tick in between
        QCOMPARE(m_heard.lines.size(), 3U);
        QVERIFY(m_heard.hold(" count=5 "));
    }

    void whenItWasQuietForAMinuteTheNextIsAFirstOne() {
        turnAway();
        m_clock.advance(EventLog::kWindow);
        m_log->tick();
        turnAway();
        QCOMPARE(m_heard.count("turned_away limit=max-per-ip"), 2U);
        QCOMPARE(m_heard.count("more"), 0U);
    }

    /// Who makes noise of one kind does not hide another.
    void eachKindHasItsOwnLimit() {
        for (std::uint64_t i = 0; i < 1000; ++i)
            m_log->write(Event::ConversationEnded, {{"how", SessionError::Protocol}, {"bytes_in", i}});
        QCOMPARE(m_heard.lines.size(), EventLog::linesMax(Event::ConversationEnded));
        m_log->write(Event::ConversationEnded, {{"how", "done"}, {"bytes_in", 1}});
        m_log->write(Event::StoreFault, {{"fault", SqlFault::Full}});
        m_log->write(Event::StoreFault, {{"fault", SqlFault::Storage}});
        QCOMPARE(m_heard.count("conversation_ended how=done"), 1U);
        QCOMPARE(m_heard.count("store_fault"), 2U);
    }

    /// All that who attacks can cause, as fast as it likes, for an hour: docs/server.md says what that is in a day.
    void anHourOfEverythingIsAFewMegabytes() {
        for (int round = 0; round < 3600; ++round) {
            for (int again = 0; again < 30; ++again)
                causeEverything();
            m_clock.advance(Duration(1000));
            m_log->tick();
        }
        std::size_t size = 0;
        for (const std::string& said : m_heard.lines)
            size += said.size();
        QVERIFY(size > 1'000'000);
        QVERIFY2(size < 100'000'000 / 24, qPrintable(QString::number(size)));
    }

    void whatWasHeldBackIsSaidAtTheEnd() {
        turnAway(8);
        m_log->flush();
        QCOMPARE(line(1),
                 std::string("2026-02-02T02:40:00Z more event=turned_away limit=max-per-ip count=7 seconds=0.000\n"));
    }

    void aClockPutBackSilencesNothing() {
        turnAway(3);
        m_clock.advance(-std::chrono::hours(24 * 365));
        turnAway();
        QCOMPARE(m_heard.lines.size(), 2U);
        m_clock.advance(EventLog::kWindow);
        turnAway();
        QVERIFY(m_heard.lines.size() == 3U && m_heard.hold("2025-02-02T02:41:00Z"));
    }

    void linesThatNobodyTookAreCounted() {
        m_heard.takes = false;
        m_log->write(Event::Stopping);
        m_log->write(Event::BackupMade);
        m_heard.takes = true;
        m_log->write(Event::Stopped);
        QCOMPARE(m_heard.lines.size(), 2U);
        QCOMPARE(line(0), std::string("2026-02-02T02:40:00Z lost count=2\n"));
        QCOMPARE(line(1), std::string("2026-02-02T02:40:00Z stopped\n"));
    }
};

QTEST_GUILESS_MAIN(EventLogTest)
#include "event_log_test.moc"
