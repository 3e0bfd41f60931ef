#pragma once

#include <QObject>

#include <memory>

namespace puente {

/// Files made from now on are the owner's alone, and no memory image of this process is ever written or read.
void keepPrivate();

/// Allows as many open files as the system lets; how many that is.
std::size_t raiseFileLimit();

/// Turns a request to end the process (SIGTERM, SIGINT) into a signal of an object. One at a time.
class StopRequest final : public QObject {
    Q_OBJECT

public:
    StopRequest();
    ~StopRequest() override;

Q_SIGNALS:
    void requested();

private:
    struct Pipe;
    std::unique_ptr<Pipe> m_pipe;
};

} // namespace puente
