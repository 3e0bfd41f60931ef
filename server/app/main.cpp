#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include "server/app/platform/process.h"
#include "server/app/verbs.h"

namespace {

puente::Result<puente::Done, puente::Notice> run(const puente::Arguments& arguments) {
    switch (arguments.verb) {
    case puente::Verb::Init: return puente::runInit(arguments);
    case puente::Verb::Run: return puente::runServer(arguments);
    case puente::Verb::Status: return puente::runStatus(arguments);
    case puente::Verb::Backup: return puente::runBackup(arguments);
    }
    puente::contractBroken();
}

} // namespace

int main(int argc, char** argv) {
    puente::keepPrivate();
    QCoreApplication application(argc, argv);
    QTranslator translator; // English is the source text; other languages fall back to it
    if (translator.load(QLocale(), QStringLiteral("puente-server"), QStringLiteral("_"),
                        QStringLiteral(":/translations")))
        QCoreApplication::installTranslator(&translator);

    const auto arguments = puente::parseArguments(argc, argv);
    if (!arguments) return static_cast<int>(arguments.fault());
    const auto done = run(*arguments);
    if (done) return static_cast<int>(puente::ExitCode::Done);
    puente::sayLine(QStringLiteral("puente-server: ") + done.fault().what + u'\n' + done.fault().whatToDo);
    return static_cast<int>(done.fault().code);
}
