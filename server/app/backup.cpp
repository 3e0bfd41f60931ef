#include "server/app/verbs.h"

#include <QDateTime>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

#include "common/base/system_entropy.h"
#include "server/app/control_client.h"

namespace puente {

namespace {

QString targetOf(const Arguments& arguments) {
    if (!arguments.out.isEmpty()) return QDir(arguments.out).absolutePath();
    const QString time = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    return arguments.home + QStringLiteral("-backup-") + time;
}

/// By the running server, since nobody else may open its store; by ourselves when none runs.
Result<Done, Notice> backUp(const Home& home, const QString& target) {
    const auto control = ControlFile::read(home.folder());
    const auto answer = control ? askRunningServer(*control, "POST", "/backup", target.toUtf8()) : std::nullopt;
    if (answer && answer->status == 200) return Done{};
    if (answer) {
        const QStringList lines = QString::fromUtf8(answer->body).split(u'\n');
        return Failure{Notice{static_cast<ExitCode>(lines.value(0).toInt()), lines.value(1), lines.value(2)}};
    }
    SystemEntropy entropy;
    auto store = home.openStore(entropy);
    if (!store) return Failure{store.fault()};
    auto documents = home.openDocuments();
    if (!documents) return Failure{documents.fault()};
    return home.backUp(**store, **documents, target);
}

} // namespace

Result<Done, Notice> runBackup(const Arguments& arguments) {
    const auto home = Home::open(arguments.home);
    if (!home) return Failure{home.fault()};
    const QString target = targetOf(arguments);
    if (auto done = backUp(*home, target); !done) return done;
    const QJsonObject object{{QStringLiteral("backup"), target}};
    printLine(arguments.json ? QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) : target);
    return Done{};
}

} // namespace puente
