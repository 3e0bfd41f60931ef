#include <QTest>

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include "tests/support/deprived.h"
#include "tests/support/effort.h"
#include "tests/support/sealing_child.h"

#include <algorithm>
#include <csignal>
#include <map>

#include <sys/resource.h>

using namespace puente;
using namespace puente::test;

namespace {

constexpr std::size_t kEndless = 1'000'000'000;
constexpr int kNoFilter = 99; // what a child ends with where nothing can be denied

enum class Deprived { Nothing, CallFails, CallVanishes, NeverThere, NoDeviceEither };

bool deprive(Deprived kind) {
    switch (kind) {
    case Deprived::Nothing: return true;
    case Deprived::CallFails: return denyForGood({{SYS_getrandom, EIO}});
    case Deprived::CallVanishes:
    case Deprived::NeverThere: return denyForGood({{SYS_getrandom, ENOSYS}});
    case Deprived::NoDeviceEither: return denyForGood({{SYS_getrandom, ENOSYS}, {SYS_openat, ENOENT}});
    }
    return false;
}

/// The signal that ended what tried to seal two things without randomness; 0 if it sealed them.
int sealDeprived(Deprived kind, const std::string& folder, const std::string& report) {
    const pid_t child = ::fork();
    if (child == 0) {
        const rlimit none{0, 0}; // it is meant to abort
        ::setrlimit(RLIMIT_CORE, &none);
        const bool before = kind == Deprived::NeverThere || kind == Deprived::NoDeviceEither;
        const int file = ::open(report.c_str(), O_WRONLY | O_CREAT, 0600);
        const Bytes key = fileAt(folder + "/key");
        if (before && !deprive(kind)) ::_exit(kNoFilter);
        SystemEntropy entropy;
        if (!before) aeadSeal(key, {}, {}, entropy); // a good start
        if (!before && !deprive(kind)) ::_exit(kNoFilter);
        for (int i = 0; i < 2; ++i) {
            const Bytes sealed = aeadSeal(key, {}, {}, entropy);
            if (::write(file, sealed.data(), Nonce::kSize) != ssize_t{Nonce::kSize}) ::_exit(1);
        }
        ::_exit(0);
    }
    int status = 0;
    expects(child > 0 && ::waitpid(child, &status, 0) == child);
    return WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
}

/// What this program does when the test starts it again as a child.
int live(const QStringList& arguments) {
    const std::string folder = arguments[2].toStdString(), report = arguments[3].toStdString();
    const std::size_t count = arguments[4].toULongLong();
    if (arguments[1] == "deprived") return sealDeprived(static_cast<Deprived>(count), folder, report);
    SealingChild child(folder, report);
    if (arguments[1] == "rows") child.writeRows(static_cast<int>(count));
    child.sealPieces(count, arguments[1] == "twins");
    return 0;
}

void copyFolder(const QString& from, const QString& to) {
    std::filesystem::copy(from.toStdString(), to.toStdString());
}

std::vector<Nonce> noncesIn(const QString& folder) {
    std::vector<Nonce> all;
    for (const QFileInfo& file : QDir(folder).entryInfoList({"report*"}, QDir::Files)) {
        const Bytes bytes = fileAt(file.filePath().toStdString());
        for (std::size_t at = 0; at + Nonce::kSize <= bytes.size();
             at += Nonce::kSize) // what a kill cut off is left out
            all.push_back(*Nonce::from(ByteView(bytes).subspan(at, Nonce::kSize)));
    }
    return all;
}

} // namespace

/// One key never seals two things under one nonce, whatever happens to the programs and folders that hold it; and
/// without the system's randomness nothing is sealed at all. Each child is a process of its own that draws from the
/// real system.
class NonceTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    void start(QProcess& child, const QString& what, const QString& folder, const QString& report, std::size_t count) {
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(),
                    {"--child", what, path(folder), path(report), QString::number(count)});
    }
    static bool endsWell(QProcess& child) {
        return child.waitForFinished(120'000) && child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0;
    }
    /// Kills it as soon as the file is that large: in the midst of its work.
    static bool isKilledAt(QProcess& child, const QString& file, std::size_t size) {
        while (QFileInfo(file).size() < static_cast<qint64>(size) && !child.waitForFinished(1))
            if (child.state() == QProcess::NotRunning) return false;
        child.kill();
        return child.waitForFinished(20'000) && child.exitStatus() == QProcess::CrashExit;
    }
    /// Each sealed page and frame of a folder, by its nonce. False when one nonce is that of two different pieces.
    static bool gather(const QString& folder, std::map<Nonce, Bytes>& pieces) {
        const auto add = [&](ByteView piece) {
            const auto nonce = Nonce::from(piece.last(PageSeal::kOverhead).subspan(24, Nonce::kSize));
            const auto [found, isNew] = pieces.try_emplace(*nonce, Bytes(piece.begin(), piece.end()));
            return isNew || equal(found->second, piece);
        };
        const Bytes pages = fileAt(folder.toStdString() + "/replica.db");
        const Bytes log = fileAt(folder.toStdString() + "/replica.db-swal");
        bool once = true;
        for (std::size_t at = 0; at + kPageSize <= pages.size(); at += kPageSize)
            once = add(ByteView(pages).subspan(at, kPageSize)) && once;
        constexpr std::size_t kHeader = kLogHeaderSize + PageSeal::kOverhead;
        if (log.size() >= kHeader) once = add(ByteView(log).first(kHeader)) && once;
        for (std::size_t at = kHeader; at + kFrameSize <= log.size(); at += kFrameSize)
            once = add(ByteView(log).subspan(at, kFrameSize)) && once;
        return once;
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(QDir().mkpath(path("office")));
        QFile key(path("office/key"));
        QVERIFY(key.open(QIODevice::WriteOnly) && key.write(QByteArray(32, 'k')) == 32);
    }
    void amongAMillionNoneOccursTwice() {
        const std::size_t total = std::min(effort(1'000'000), std::size_t{4'000'000}), part = total / 8;
        QVERIFY(QDir().mkpath(path("drawn")));
        { // Both copies of a folder go on at the same time, and a process that is copied while it runs.
            copyFolder(path("office"), path("copy"));
            QProcess one, other, twins;
            start(one, "pieces", "office", "drawn/report-one", part);
            start(other, "pieces", "copy", "drawn/report-other", part);
            start(twins, "twins", "office", "drawn/report-twins", part);
            QVERIFY(endsWell(one) && endsWell(other) && endsWell(twins));
        }
        for (const QString name :
             {"drawn/report-1", "drawn/report-2", "drawn/report-3"}) { // Killed, the folder put back.
            QProcess child;
            start(child, "pieces", "copy", name, kEndless);
            QVERIFY(isKilledAt(child, path(name), part * Nonce::kSize));
            QVERIFY(QDir(path("copy")).removeRecursively());
            copyFolder(path("office"), path("copy"));
        }
        std::vector<Nonce> nonces = noncesIn(path("drawn"));
        QVERIFY(nonces.size() >= total);
        std::ranges::sort(nonces);
        QVERIFY2(std::ranges::adjacent_find(nonces) == nonces.end(), "a nonce occurs twice");
    }
    void copiesOfARealFolderNeverSealAlike() {
        QVERIFY(QDir().mkpath(path("real")));
        QVERIFY(QFile::copy(path("office/key"), path("real/key")));
        QProcess first, one, other, killed, restored;
        start(first, "rows", "real", "none", 20);
        QVERIFY(endsWell(first));
        for (const QString copy : {"real-one", "real-other", "real-killed", "real-restored"})
            copyFolder(path("real"), path(copy));
        start(one, "rows", "real-one", "none", 100);
        start(other, "rows", "real-other", "none", 100);
        QVERIFY(endsWell(one) && endsWell(other));
        start(killed, "rows", "real-killed", "none", kEndless);
        QVERIFY(isKilledAt(killed, path("real-killed/replica.db-swal"), 150 * kFrameSize));
        start(restored, "rows", "real-restored", "none", 100);
        QVERIFY(endsWell(restored));
        std::map<Nonce, Bytes> pieces;
        for (const QString folder : {"real", "real-one", "real-other", "real-killed", "real-restored"})
            QVERIFY2(gather(path(folder), pieces), qPrintable(folder));
        QVERIFY(pieces.size() > 500);
    }
    void withoutRandomnessNothingIsSealed_data() {
        QTest::addColumn<Deprived>("kind");
        QTest::addColumn<int>("signal");
        QTest::addColumn<std::size_t>("sealed");
        QTest::newRow("all is well") << Deprived::Nothing << 0 << std::size_t{2};
        QTest::newRow("the system's call fails") << Deprived::CallFails << SIGABRT << std::size_t{0};
        QTest::newRow("the system's call is gone") << Deprived::CallVanishes << SIGABRT << std::size_t{0};
        QTest::newRow("an older system, with its device") << Deprived::NeverThere << 0 << std::size_t{2};
        QTest::newRow("neither call nor device") << Deprived::NoDeviceEither << SIGABRT << std::size_t{0};
    }
    void withoutRandomnessNothingIsSealed() {
        QFETCH(Deprived, kind);
        QFETCH(int, signal);
        QFETCH(std::size_t, sealed);
        QFile::remove(path("report"));
        QProcess child;
        start(child, "deprived", "office", "report", static_cast<std::size_t>(kind));
        QVERIFY(child.waitForFinished(60'000) && child.exitStatus() == QProcess::NormalExit);
        if (child.exitCode() == kNoFilter) QSKIP("this system lets nobody deny a call");
        QCOMPARE(child.exitCode(), signal);
        std::vector<Nonce> nonces = noncesIn(m_folder.path());
        QCOMPARE(nonces.size(), sealed);
        QVERIFY(nonces.empty() || nonces[0] != nonces[1]);
    }
};

int main(int count, char** arguments) {
    const QCoreApplication application(count, arguments);
    if (application.arguments().value(1) == "--child") return live(application.arguments().mid(1));
    NonceTest test;
    return QTest::qExec(&test, count, arguments);
}
#include "nonce_test.moc"
