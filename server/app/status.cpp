#include "server/app/verbs.h"

#include <QJsonDocument>
#include <QJsonObject>

#include "server/app/control_client.h"

namespace puente {

namespace {

void print(const QJsonObject& numbers) {
    for (auto number = numbers.begin(); number != numbers.end(); ++number)
        printLine(number.key().leftJustified(28) + QString::number(number.value().toInteger()));
}

} // namespace

Result<Done, Notice> runStatus(const Arguments& arguments) {
    const auto home = Home::open(arguments.home);
    if (!home) return Failure{home.fault()};
    const auto answer = askServerOf(*home, "GET", "/status", {});
    if (!answer || answer->status != 200)
        return Failure{Notice{ExitCode::NoServer, ServerText::tr("No server is running on %1.").arg(arguments.home),
                              ServerText::tr("Start it with `puente-server run --home %1`.").arg(arguments.home)}};
    const QJsonObject numbers = QJsonDocument::fromJson(answer->body).object();
    if (arguments.json)
        printLine(QString::fromUtf8(QJsonDocument(numbers).toJson(QJsonDocument::Compact)));
    else
        print(numbers);
    return Done{};
}

} // namespace puente
