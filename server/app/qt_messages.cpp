#include "server/app/qt_messages.h"

#include <QByteArray>
#include <QString>

namespace puente {

namespace {

EventLog* s_events = nullptr; // a handler of Qt's has no place to keep one

EventWord levelOf(QtMsgType type) {
    switch (type) {
    case QtDebugMsg: return "debug";
    case QtInfoMsg: return "info";
    case QtWarningMsg: return "warning";
    case QtCriticalMsg: return "critical";
    case QtFatalMsg: return "fatal";
    }
    contractBroken();
}

void onMessage(QtMsgType type, const QMessageLogContext&, const QString& message) {
    const QByteArray text = message.toUtf8();
    const ByteView bytes = bytesOf({text.constData(), static_cast<std::size_t>(text.size())});
    if (s_events != nullptr)
        s_events->write(Event::LibraryMessage, {{"level", levelOf(type)}, {"text", withheld(bytes)}});
}

} // namespace

QtMessages::QtMessages(EventLog& events) {
    s_events = &events;
    qInstallMessageHandler(onMessage);
}

QtMessages::~QtMessages() {
    qInstallMessageHandler(nullptr);
    s_events = nullptr;
}

} // namespace puente
