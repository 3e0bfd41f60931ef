#include "server/app/control_file.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include "server/app/home.h"

namespace puente {

namespace {

QString pathIn(const QString& folder) {
    return QDir(folder).filePath(QStringLiteral("control.json"));
}

} // namespace

std::optional<ControlFile> ControlFile::read(const QString& folder) {
    QFile file(pathIn(folder));
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.read(4096)).object();
    const int port = object.value(QLatin1String("port")).toInt();
    if (port <= 0 || port > 65535) return std::nullopt;
    return ControlFile{static_cast<quint16>(port), object.value(QLatin1String("token")).toString().toUtf8(),
                       object.value(QLatin1String("proof")).toString().toUtf8()};
}

bool ControlFile::write(const QString& folder) const {
    const QJsonObject object{{QStringLiteral("port"), port},
                             {QStringLiteral("token"), QString::fromUtf8(token)},
                             {QStringLiteral("proof"), QString::fromUtf8(proof)}};
    return writePrivately(pathIn(folder), QJsonDocument(object).toJson());
}

void ControlFile::remove(const QString& folder) {
    QFile::remove(pathIn(folder));
}

} // namespace puente
