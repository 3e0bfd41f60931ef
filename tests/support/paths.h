#pragma once

#include <QString>

namespace puente::test {

// Where the things of this build lie. They are spelled out in one source only, so that everything else compiles to the
// same in every clone and comes from the compiler's cache.

QString sourcePath(const QString& name);  ///< under the project's top folder
QString programPath(const QString& name); ///< a program of this build
QString dataPath(const QString& name);    ///< under tests/data
QString vectorPath(const QString& name);  ///< under tests/vectors

} // namespace puente::test
