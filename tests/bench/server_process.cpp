#include "tests/bench/server_process.h"

#include <QCoreApplication>

#include "common/base/expects.h"

#include <fstream>
#include <string>

namespace puente::bench {

namespace {

QString program() {
    return QCoreApplication::applicationDirPath() + "/puente-server";
}

} // namespace

ServerProcess::ServerProcess(const std::filesystem::path& home) {
    const QString folder = QString::fromStdString(home.string());
    const QStringList place{"--home", folder, "--listen", "127.0.0.1:0"};
    QProcess init;
    init.setStandardOutputFile(QProcess::nullDevice());
    init.start(program(), QStringList{"init"} + place);
    expects(init.waitForFinished(10'000) && init.exitCode() == 0);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(program(), QStringList{"run"} + place + QStringList{"--max-per-ip", "2000"});
    QByteArray line;
    while (!line.contains("puente-server:")) {
        expects(m_process.waitForReadyRead(10'000));
        line += m_process.readAllStandardOutput();
    }
    const QByteArray found = line.mid(line.indexOf("puente-server:")).split('\n').front().trimmed();
    const auto address = serverAddressFromText(found.toStdString());
    expects(address.ok());
    m_address = *address;
}

ServerProcess::~ServerProcess() {
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) m_process.kill();
}

double ServerProcess::memory() const {
    return memoryOf("VmRSS:");
}

double ServerProcess::memoryPeak() const {
    return memoryOf("VmHWM:");
}

double ServerProcess::memoryOf(const char* what) const {
    std::ifstream status("/proc/" + std::to_string(m_process.processId()) + "/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(what)) return std::stod(line.substr(6)) / 1024;
    return 0;
}

} // namespace puente::bench
