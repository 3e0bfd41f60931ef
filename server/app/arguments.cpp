#include "server/app/arguments.h"

#include <QDir>

#include <CLI/CLI.hpp>

namespace puente {

namespace {

std::string tr(const char* text) {
    return ServerText::tr(text).toStdString();
}

/// A check for CLI11: what is wrong, or nothing.
std::string checkPlace(const std::string& text) {
    return hostAndPortFromText(text) ? std::string() : tr("not HOST:PORT (an IPv6 address in brackets)");
}

struct Texts {
    std::string home, listen, reachable, out;
};

void addPlaces(CLI::App& verb, Texts& texts) {
    verb.add_option("--listen", texts.listen, tr("Address and port to listen on"))->check(checkPlace);
    verb.add_option("--public", texts.reachable, tr("Host and port that clients are told"))->check(checkPlace);
}

void addLimits(CLI::App& verb, ServerLimits& limits) {
    const auto add = [&](const char* name, auto& value, const char* help) {
        verb.add_option(name, value, tr(help))->check(CLI::PositiveNumber)->capture_default_str();
    };
    add("--max-connections", limits.connectionsMax, QT_TRANSLATE_NOOP("ServerText", "Connections in all"));
    add("--max-per-ip", limits.connectionsPerHostMax, QT_TRANSLATE_NOOP("ServerText", "Connections from one address"));
    add("--space-quota", limits.quotas.spaceBytesMax, QT_TRANSLATE_NOOP("ServerText", "Bytes one space may hold"));
    add("--device-quota", limits.quotas.deviceBytesMax, QT_TRANSLATE_NOOP("ServerText", "Bytes one device may store"));
    add("--device-entries", limits.quotas.deviceEntriesMax,
        QT_TRANSLATE_NOOP("ServerText", "Segments one device may store"));
    add("--max-spaces", limits.quotas.spacesMax, QT_TRANSLATE_NOOP("ServerText", "Spaces on this server"));
    add("--max-joins", limits.quotas.joinsPerSpaceMax,
        QT_TRANSLATE_NOOP("ServerText", "Requests to join that wait in one space"));
}

CLI::App* addVerb(CLI::App& app, const char* name, const char* help, Texts& texts) {
    CLI::App* verb = app.add_subcommand(name, tr(help));
    verb->add_option("--home", texts.home, tr("The server's folder"))->required();
    return verb;
}

std::optional<HostAndPort> placeOf(const std::string& text) {
    const auto place = hostAndPortFromText(text);
    return place ? std::optional(*place) : std::nullopt;
}

} // namespace

Result<Arguments, ExitCode> parseArguments(int argc, char** argv) {
    CLI::App app(tr("The Puente server: it relays what offices write, and cannot read it."), "puente-server");
    Arguments arguments;
    Texts texts;
    app.require_subcommand(1);
    CLI::App* init = addVerb(app, "init", QT_TRANSLATE_NOOP("ServerText", "Make a server's folder and keys"), texts);
    CLI::App* run = addVerb(app, "run", QT_TRANSLATE_NOOP("ServerText", "Run the server of a folder"), texts);
    CLI::App* status =
        addVerb(app, "status", QT_TRANSLATE_NOOP("ServerText", "Show a running server's numbers"), texts);
    CLI::App* backup = addVerb(app, "backup", QT_TRANSLATE_NOOP("ServerText", "Copy a server, running or not"), texts);
    addPlaces(*init, texts);
    addPlaces(*run, texts);
    addLimits(*run, arguments.limits);
    run->add_option("--control-port", arguments.controlPort, tr("Loopback port for metrics; any free one if left out"));
    for (CLI::App* verb : {init, status, backup})
        verb->add_flag("--json", arguments.json, tr("Print JSON"));
    backup->add_option("--out", texts.out, tr("The folder to make; beside the server's own if left out"));

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) { // the library's own way to say "help" and "wrong"
        return Failure{app.exit(error) == 0 ? ExitCode::Done : ExitCode::Usage};
    }
    arguments.verb = init->parsed()     ? Verb::Init
                     : run->parsed()    ? Verb::Run
                     : status->parsed() ? Verb::Status
                                        : Verb::Backup;
    arguments.home = QDir(QString::fromStdString(texts.home)).absolutePath();
    arguments.listen = placeOf(texts.listen);
    arguments.reachable = placeOf(texts.reachable);
    arguments.out = QString::fromStdString(texts.out);
    return arguments;
}

} // namespace puente
