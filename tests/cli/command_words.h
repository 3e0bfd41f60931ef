#pragma once

#include <QStringList>

/// The words of a command line; quotes hold spaces together, as in a shell.
inline QStringList wordsOf(const QString& line) {
    QStringList words;
    QString word;
    bool quoted = false, started = false;
    for (const QChar character : line) {
        if (character == '"') {
            quoted = !quoted;
            started = true;
        } else if (character == ' ' && !quoted) {
            if (started || !word.isEmpty()) words << word;
            word.clear();
            started = false;
        } else {
            word += character;
        }
    }
    if (started || !word.isEmpty()) words << word;
    return words;
}
