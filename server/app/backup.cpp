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

Notice notMade(const QString& target) {
    return {ExitCode::Internal, ServerText::tr("The server made no backup in %1.").arg(target),
            ServerText::tr("Stop it and make the backup again: a stopped server's folder is copied by this command.")};
}

/// What the server said of a backup that it did not make; nothing that was not made is called done.
std::optional<Notice> noticeIn(const QByteArray& body) {
    const QStringList lines = QString::fromUtf8(body).split(u'\n');
    const int code = lines.value(0).toInt();
    for (const ExitCode known : {ExitCode::Usage, ExitCode::NoServer, ExitCode::Refused, ExitCode::DataInvalid,
                                 ExitCode::Busy, ExitCode::Internal})
        if (code == static_cast<int>(known)) return Notice{known, lines.value(1), lines.value(2)};
    return std::nullopt;
}

/// By the running server, since nobody else may open its store; by ourselves when none runs.
Result<Done, Notice> backUp(const Home& home, const QString& target) {
    const auto answer = askServerOf(home, "POST", "/backup", target.toUtf8());
    if (answer && answer->status == 200) return Done{};
    if (answer) return Failure{noticeIn(answer->body).value_or(notMade(target))};
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
    if (!Home::open(target)) return Failure{notMade(target)}; // whoever said that it is done
    const QJsonObject object{{QStringLiteral("backup"), target}};
    printLine(arguments.json ? QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) : target);
    return Done{};
}

} // namespace puente
