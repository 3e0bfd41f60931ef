#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace puente {

/// How the other verbs reach the server that runs on a folder: a loopback port, and a token that proves that whoever
/// asks may read the folder. In the folder while the server runs.
struct ControlFile {
    quint16 port = 0;
    QByteArray token;

    static std::optional<ControlFile> read(const QString& folder);
    bool write(const QString& folder) const;
    static void remove(const QString& folder);
};

} // namespace puente
