#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace puente {

/// How the other verbs reach the server that runs on a folder: a loopback port, a token that proves that whoever asks
/// may read the folder, and the word by which the server proves itself to whoever showed the token. In the folder while
/// the server runs, and after it was killed: another program may have the port by then.
struct ControlFile {
    quint16 port = 0;
    QByteArray token;
    QByteArray proof = {};

    static std::optional<ControlFile> read(const QString& folder);
    bool write(const QString& folder) const;
    static void remove(const QString& folder);
};

} // namespace puente
