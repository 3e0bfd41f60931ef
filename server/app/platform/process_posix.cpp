#include "server/app/platform/process.h"

#include <QSocketNotifier>

#include "common/base/expects.h"

#include <csignal>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace puente {

namespace {

int s_stopPipe[2] = {-1, -1};

// Only what a signal handler may do: one write.
void onSignal(int) {
    const char byte = 1;
    if (write(s_stopPipe[1], &byte, 1) < 0) return; // full: it has been asked before
}

} // namespace

void keepPrivate() {
    umask(077);
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifdef __linux__
    prctl(PR_SET_DUMPABLE, 0);
#endif
}

std::size_t raiseFileLimit() {
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0) return 1024;
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    getrlimit(RLIMIT_NOFILE, &files);
    return static_cast<std::size_t>(files.rlim_cur);
}

struct StopRequest::Pipe {
    std::unique_ptr<QSocketNotifier> notifier;
};

StopRequest::StopRequest() : m_pipe(std::make_unique<Pipe>()) {
    expects(pipe(s_stopPipe) == 0);
    m_pipe->notifier = std::make_unique<QSocketNotifier>(s_stopPipe[0], QSocketNotifier::Read);
    connect(m_pipe->notifier.get(), &QSocketNotifier::activated, this, [this] {
        m_pipe->notifier->setEnabled(false);
        Q_EMIT requested();
    });
    struct sigaction action {};
    action.sa_handler = onSignal;
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
}

StopRequest::~StopRequest() {
    struct sigaction action {};
    action.sa_handler = SIG_DFL;
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
    m_pipe->notifier.reset();
    close(s_stopPipe[0]);
    close(s_stopPipe[1]);
}

} // namespace puente
