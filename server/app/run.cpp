#include "server/app/verbs.h"

#include <QCoreApplication>

#include "common/base/system_entropy.h"
#include "server/app/platform/error_stream.h"
#include "server/app/platform/process.h"
#include "server/app/qt_messages.h"
#include "sync/sql/fault_listener.h"

#include <algorithm>

namespace puente {

namespace {

constexpr std::size_t kOtherFiles = 64; // the store, the loopback port and what the system keeps open

/// Where clients find it: as it was said on this command line, or as the folder says.
HostAndPort reachableAt(const Arguments& arguments, const RunningServer& server) {
    HostAndPort place = server.home().config().reachable;
    if (arguments.reachable)
        place = *arguments.reachable;
    else if (arguments.listen)
        place = *arguments.listen;
    if (place.port == 0) place.port = server.port();
    return place;
}

RunOptions optionsOf(const Arguments& arguments, const Home& home) {
    RunOptions options{arguments.listen.value_or(home.config().listen), arguments.controlPort, arguments.limits};
    const std::size_t files = raiseFileLimit();
    const std::size_t most = files > 2 * kOtherFiles ? files - kOtherFiles : kOtherFiles;
    if (most < options.limits.connectionsMax)
        sayLine(ServerText::tr("The system allows %1 connections only (open files).").arg(most));
    options.limits.connectionsMax = std::min(options.limits.connectionsMax, most);
    return options;
}

} // namespace

Result<Done, Notice> runServer(const Arguments& arguments) {
    SystemClock clock;
    ErrorStream errorStream;
    EventLog events(clock, errorStream);
    const QtMessages messages(events);
    const SqlFaultListener faults([&events](SqlFault fault, int code) {
        events.write(Event::StoreFault, {{"fault", fault}, {"code", code}});
    });
    auto home = Home::open(arguments.home);
    if (!home) return Failure{home.fault()};
    const RunOptions options = optionsOf(arguments, *home);
    SystemEntropy entropy;
    StopRequest stopRequest;
    auto server = RunningServer::start(std::move(*home), options, entropy, events);
    if (!server) return Failure{server.fault()};
    RunningServer& running = **server;

    QObject::connect(&stopRequest, &StopRequest::requested, &running, [&] {
        sayLine(ServerText::tr("Stopping; conversations get a few seconds to end."));
        running.stop();
    });
    QObject::connect(&running, &RunningServer::stopped, qApp, [] { QCoreApplication::exit(0); });
    QObject::connect(&running, &RunningServer::storeFailed, qApp, [] { QCoreApplication::exit(1); });
    printLine(QString::fromStdString(toText(running.home().address(reachableAt(arguments, running)))));
    sayLine(ServerText::tr("Listening on port %1; metrics on http://127.0.0.1:%2/metrics.")
                .arg(running.port())
                .arg(running.controlPort()));
    if (QCoreApplication::exec() == 0) return Done{};
    return Failure{Notice{ExitCode::Internal, ServerText::tr("The disk failed; nothing more was acknowledged."),
                          ServerText::tr("Check the disk, then start again; nothing that was acknowledged is lost.")}};
}

} // namespace puente
