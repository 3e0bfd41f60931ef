#pragma once

#include "common/base/expects.h"

#include <chrono>
#include <csignal>
#include <string>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace puente::test {

/// A program on a terminal of its own, run by a user who is not root and to whom the system allows cores, in a folder
/// that is this user's. It ends with this object. Linux only.
class HeldProgram {
public:
    HeldProgram(const std::string& folder, std::vector<std::string> command) {
        std::vector<char*> arguments;
        for (std::string& word : command)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        m_process = ::forkpty(&m_terminal, nullptr, nullptr, nullptr);
        expects(m_process >= 0);
        if (m_process == 0) become(folder, arguments.data());
    }
    HeldProgram(const HeldProgram&) = delete;
    HeldProgram& operator=(const HeldProgram&) = delete;
    ~HeldProgram() {
        ::close(m_terminal);
        if (!m_isEnded) end(SIGKILL);
    }

    /// Who runs it: this user, or nobody in particular where this user is root.
    static uid_t user() { return ::geteuid() == 0 ? uid_t{65'534} : ::geteuid(); }
    /// Gives a folder to that user.
    static void give(const std::string& folder) {
        if (::geteuid() == 0) expects(::chown(folder.c_str(), user(), gid_t(-1)) == 0);
    }

    /// Waits until it has said that much. False when it ended before, or said nothing for half a minute.
    bool says(const std::string& words) {
        while (m_said.find(words) == std::string::npos)
            if (!hears()) return false;
        return true;
    }
    /// Whether it ended by itself.
    bool isOver() {
        siginfo_t ended{};
        return ::waitid(P_PID, static_cast<id_t>(m_process), &ended, WEXITED | WNOHANG | WNOWAIT) == 0 &&
               ended.si_pid == m_process;
    }
    /// A file of the system's about it, such as "limits".
    std::string about(const std::string& name) const { return "/proc/" + std::to_string(m_process) + "/" + name; }
    /// Whether another program of the same user may read such a file.
    bool isReadableByItsUser(const std::string& name) const {
        const pid_t reader = ::fork();
        expects(reader >= 0);
        if (reader == 0) {
            const bool isUser = ::geteuid() == user() || ::setuid(user()) == 0;
            char byte = 0;
            ::_exit(isUser && ::read(::open(about(name).c_str(), O_RDONLY), &byte, 1) == 1 ? 0 : 1);
        }
        int status = 0;
        expects(::waitpid(reader, &status, 0) == reader);
        return status == 0;
    }

    /// How it ended, as of waitpid(), of a signal to it or of itself when `signal` is 0.
    int end(int signal) {
        if (signal != 0)
            ::kill(m_process, signal);
        else
            while (hears()) // or it would wait for somebody to read
                ;
        int status = 0;
        expects(::waitpid(m_process, &status, 0) == m_process);
        m_isEnded = true;
        return status;
    }

private:
    bool hears() {
        pollfd terminal{.fd = m_terminal, .events = POLLIN, .revents = 0};
        char bytes[512];
        const ssize_t count = ::poll(&terminal, 1, 30'000) == 1 ? ::read(m_terminal, bytes, sizeof bytes) : -1;
        if (count > 0) m_said.append(bytes, static_cast<std::size_t>(count));
        return count > 0;
    }
    [[noreturn]] static void become(const std::string& folder, char** arguments) {
        rlimit cores{};
        ::getrlimit(RLIMIT_CORE, &cores);
        cores.rlim_cur = cores.rlim_max;
        ::setrlimit(RLIMIT_CORE, &cores);
        for (const char* name : {"HOME", "TMPDIR"}) // whatever it writes is in there
            ::setenv(name, folder.c_str(), 1);
        ::setenv("PUENTE_LANG", "en", 1);
        ::setenv("LANGUAGE", "en", 1);
        ::unsetenv("PUENTE_PASSPHRASE_FILE");
        if (::chdir(folder.c_str()) == 0 && (::geteuid() == user() || ::setuid(user()) == 0))
            ::execvp(arguments[0], arguments);
        ::_exit(127);
    }

    pid_t m_process = 0;
    int m_terminal = -1;
    bool m_isEnded = false;
    std::string m_said;
};

} // namespace puente::test
