#include "server/app/verbs.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

#include "common/base/system_entropy.h"

namespace puente {

namespace {

bool isEveryAddress(const std::string& host) {
    return host == "::" || host == "0.0.0.0";
}

/// What clients are told when nobody said it: where the server listens, or else what this machine is called.
HostAndPort reachableAt(const HostAndPort& listen) {
    if (!isEveryAddress(listen.host)) return listen;
    const HostAndPort place{QSysInfo::machineHostName().toStdString(), listen.port};
    sayLine(ServerText::tr("Clients will look for this server as %1; if they know it by another name, use --public.")
                .arg(QString::fromStdString(place.host)));
    return place;
}

} // namespace

Result<Done, Notice> runInit(const Arguments& arguments) {
    ServerConfig config;
    config.listen = arguments.listen.value_or(HostAndPort{"::", kDefaultPort});
    config.reachable = arguments.reachable ? *arguments.reachable : reachableAt(config.listen);
    SystemEntropy entropy;
    const auto home = Home::create(arguments.home, config, entropy);
    if (!home) return Failure{home.fault()};
    const QString address = QString::fromStdString(toText(home->address(config.reachable)));
    if (arguments.json)
        printLine(QString::fromUtf8(
            QJsonDocument(QJsonObject{{QStringLiteral("address"), address}}).toJson(QJsonDocument::Compact)));
    else
        printLine(address);
    if (config.reachable.port == 0)
        sayLine(ServerText::tr("Port 0 is a free one at each start: clients need the address that `run` prints."));
    sayLine(ServerText::tr("Start it with: puente-server run --home %1").arg(arguments.home));
    return Done{};
}

} // namespace puente
