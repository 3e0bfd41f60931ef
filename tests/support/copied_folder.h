#pragma once

#include "tests/support/sync_world.h"

#include <QFile>
#include <QTemporaryDir>

namespace puente::test {

/// The folder of an office that keeps its replica in a file: it can be copied, and the copy lives a life of its own.
class CopiedFolder {
public:
    Database open(const QString& name) {
        auto database = Database::open({.path = m_folder.filePath(name).toStdString()});
        expects(database.ok());
        return std::move(*database);
    }
    /// The office must be closed.
    void copy(const QString& from, const QString& to) {
        expects(QFile::copy(m_folder.filePath(from), m_folder.filePath(to)));
    }

private:
    QTemporaryDir m_folder;
};

} // namespace puente::test
