#include "client/core/platform/process.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <fcntl.h>
#include <poll.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <sys/resource.h>
#include <termios.h>
#include <unistd.h>

namespace puente::platform {

namespace {

/// The terminal with its echo off; it is on again afterwards, whatever happens.
class SilentTerminal {
public:
    SilentTerminal() : m_terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC)) {
        if (m_terminal < 0 || ::tcgetattr(m_terminal, &m_before) != 0) return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_silent = ::tcsetattr(m_terminal, TCSAFLUSH, &silent) == 0;
    }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;
    ~SilentTerminal() {
        if (m_silent) ::tcsetattr(m_terminal, TCSAFLUSH, &m_before);
        if (m_terminal >= 0) ::close(m_terminal);
    }

    bool isReady() const { return m_silent; }
    void write(const std::string& text) const {
        const ssize_t ignored = ::write(m_terminal, text.data(), text.size());
        static_cast<void>(ignored); // a prompt that was not seen is no reason to stop
    }
    std::optional<SecretText> readLine() const {
        SecretText line;
        char byte = 0;
        while (::read(m_terminal, &byte, 1) == 1) {
            if (byte == '\n') return line;
            line.push(byte);
        }
        return std::nullopt;
    }

private:
    int m_terminal;
    termios m_before{};
    bool m_silent = false;
};

} // namespace

void keepMemoryPrivate() {
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
#ifdef __linux__
    ::prctl(PR_SET_DUMPABLE, 0);
#endif
}

std::optional<SecretText> askWithoutEcho(const std::string& prompt) {
    const SilentTerminal terminal;
    if (!terminal.isReady()) return std::nullopt;
    terminal.write(prompt);
    auto line = terminal.readLine();
    terminal.write("\n");
    return line;
}

bool isTyped(int descriptor, std::chrono::milliseconds patience) {
    if (!isTerminal(descriptor)) return true;
    const auto end = std::chrono::steady_clock::now() + patience;
    pollfd input{descriptor, POLLIN, 0};
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        const int found = ::poll(&input, 1, static_cast<int>(std::max<std::int64_t>(left.count(), 0)));
        if (found >= 0 || errno != EINTR) return found != 0; // whoever reads meets the error
    }
}

bool isTerminal(int descriptor) {
    return ::isatty(descriptor) == 1;
}

} // namespace puente::platform
