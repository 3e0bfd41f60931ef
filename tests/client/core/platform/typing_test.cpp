#include <QTest>

#include "client/core/platform/process.h"

#include <array>
#include <fcntl.h>
#include <stdlib.h>
#include <thread>
#include <unistd.h>

using namespace puente;

namespace {

/// The two ends of a terminal of our own: the keys that a person would press, and what the program reads.
struct Terminal {
    int keys = ::posix_openpt(O_RDWR | O_NOCTTY);
    int input = -1;

    Terminal() {
        if (::grantpt(keys) == 0 && ::unlockpt(keys) == 0) input = ::open(::ptsname(keys), O_RDWR | O_NOCTTY);
    }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;
    ~Terminal() {
        ::close(input);
        ::close(keys);
    }
    void type(std::string_view text) const {
        const auto written = ::write(keys, text.data(), text.size());
        QCOMPARE(written, static_cast<ssize_t>(text.size()));
    }
};

constexpr std::chrono::milliseconds kShort{50}, kLong{20'000};

} // namespace

/// A program that waits for a person notices that nobody is there.
class TypingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nobodyTypes() {
        const Terminal terminal;
        QVERIFY(terminal.input >= 0);
        const auto begin = std::chrono::steady_clock::now();
        QVERIFY(!platform::isTyped(terminal.input, kShort));
        QVERIFY(std::chrono::steady_clock::now() - begin >= kShort);
    }
    void halfALineIsNoAnswer() {
        const Terminal terminal;
        terminal.type("no entire line");
        QVERIFY(!platform::isTyped(terminal.input, kShort));
        terminal.type("\n");
        QVERIFY(platform::isTyped(terminal.input, kLong));
    }
    void aLineThatComesInTimeIsWaitedFor() {
        const Terminal terminal;
        std::thread person([&] {
            std::this_thread::sleep_for(kShort);
            terminal.type("y\n");
        });
        const bool isTyped = platform::isTyped(terminal.input, kLong);
        person.join();
        QVERIFY(isTyped);
    }
    void theEndOfInputIsAnAnswer() {
        const Terminal terminal;
        terminal.type("\x04");
        QVERIFY(platform::isTyped(terminal.input, kLong));
    }
    void whatIsNoTerminalIsNotWaitedFor() {
        std::array<int, 2> pipe{};
        QCOMPARE(::pipe(pipe.data()), 0);
        QVERIFY(platform::isTyped(pipe[0], kLong)); // at once, though nothing is in it
        ::close(pipe[0]);
        ::close(pipe[1]);
    }
};

QTEST_GUILESS_MAIN(TypingTest)
#include "typing_test.moc"
