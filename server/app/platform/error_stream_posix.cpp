#include "server/app/platform/error_stream.h"

#include <cerrno>
#include <csignal>
#include <poll.h>
#include <unistd.h>

namespace puente {

namespace {

/// Takes a line at once: a pipe that can be written to has room for PIPE_BUF bytes, and lines are far shorter.
bool hasRoom() {
    pollfd stream{STDERR_FILENO, POLLOUT, 0};
    return poll(&stream, 1, 0) == 1 && (stream.revents & POLLOUT) != 0;
}

} // namespace

ErrorStream::ErrorStream() {
    std::signal(SIGPIPE, SIG_IGN);
}

bool ErrorStream::take(std::string_view line) {
    if (!hasRoom()) return false;
    ssize_t written = -1;
    do {
        written = ::write(STDERR_FILENO, line.data(), line.size());
    } while (written < 0 && errno == EINTR);
    return written == static_cast<ssize_t>(line.size());
}

} // namespace puente
