#include "tests/support/paths.h"

namespace puente::test {

QString sourcePath(const QString& name) {
    return QStringLiteral(PUENTE_SOURCE_DIR "/") + name;
}

QString programPath(const QString& name) {
    return QStringLiteral(PUENTE_BIN_DIR "/") + name;
}

QString dataPath(const QString& name) {
    return sourcePath("tests/data/" + name);
}

QString vectorPath(const QString& name) {
    return sourcePath("tests/vectors/" + name);
}

} // namespace puente::test
