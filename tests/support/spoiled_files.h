#pragma once

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace puente::test {

// What somebody with access to a disk does to its files, for the transcripts; each says why it could not.

inline QString changeFile(const QString& path, const auto& change) {
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite)) return "cannot open " + path;
    QByteArray content = file.readAll();
    if (!change(content)) return path + " is too short";
    return file.seek(0) && file.write(content) == content.size() ? QString() : "cannot write " + path;
}

inline QString flipByte(const QString& path, qsizetype at) {
    return changeFile(path, [&](QByteArray& content) {
        if (at >= content.size()) return false;
        content[at] = char(content[at] ^ 1);
        return true;
    });
}

/// Pages count from 1.
inline QString swapPages(const QString& path, qsizetype one, qsizetype other) {
    constexpr qsizetype kSize = 4096;
    return changeFile(path, [&](QByteArray& content) {
        if (one * kSize > content.size() || other * kSize > content.size()) return false;
        const QByteArray kept = content.mid((one - 1) * kSize, kSize);
        content.replace((one - 1) * kSize, kSize, content.mid((other - 1) * kSize, kSize));
        content.replace((other - 1) * kSize, kSize, kept);
        return true;
    });
}

inline QString putFile(const QString& from, const QString& to) {
    QFile::remove(to);
    return QFile::copy(from, to) ? QString() : "cannot copy " + from;
}

inline QString cutInHalf(const QString& path) {
    QFile file(path);
    return file.resize(file.size() / 2) ? QString() : "cannot cut " + path;
}

/// The files of an office's folder, and the passphrase that lies beside it.
inline QString copyOffice(const QString& from, const QString& to) {
    const QDir source(from);
    if (!QDir().mkpath(to)) return "cannot make " + to;
    for (const QString& name : source.entryList(QDir::Files))
        if (!QFile::copy(source.filePath(name), to + '/' + name)) return "cannot copy " + name;
    const bool isWhole = QFile::copy(from + ".passphrase", to + ".passphrase");
    return isWhole ? QString() : "cannot copy the passphrase of " + from;
}

/// True when this file, or a file of this folder, holds the text in UTF-8 or UTF-16, or has it in its name.
inline bool holdsAnywhere(const QString& path, const QString& text) {
    QStringList files{path};
    for (QDirIterator all(path, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); all.hasNext();)
        files << all.next();
    const QByteArray wide(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
    for (const QString& name : files) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly)) continue;
        const QByteArray content = file.readAll();
        if (content.contains(text.toUtf8()) || content.contains(wide) || name.contains(text)) return true;
    }
    return false;
}

} // namespace puente::test
