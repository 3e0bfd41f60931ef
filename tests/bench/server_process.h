#pragma once

#include <QProcess>

#include "sync/session/server_address.h"

#include <filesystem>

namespace puente::bench {

/// A real puente-server on a free loopback port, with a home of its own, ended by its own process id.
class ServerProcess {
public:
    explicit ServerProcess(const std::filesystem::path& home);
    ~ServerProcess();

    const ServerAddress& address() const { return m_address; }
    /// Resident memory now, in MiB.
    double memory() const;
    /// The most that it ever was, in MiB.
    double memoryPeak() const;

private:
    double memoryOf(const char* what) const;

    QProcess m_process;
    ServerAddress m_address;
};

} // namespace puente::bench
