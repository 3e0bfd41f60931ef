#include "server/app/home.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace puente {

namespace {

constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;
const QString kConfigFile = QStringLiteral("server.json");
const QString kTlsKeyFile = QStringLiteral("tls-key.pem");
const QString kReceiptKeyFile = QStringLiteral("receipt-key");
const QString kStoreFile = QStringLiteral("store.db");
const QString kDocumentsFile = QStringLiteral("documents.db");

QString textOf(const HostAndPort& place) {
    const bool bracketed = place.host.find(':') != std::string::npos;
    return QString::fromStdString((bracketed ? "[" + place.host + "]" : place.host) + ":" + std::to_string(place.port));
}

std::optional<HostAndPort> placeOf(const QJsonValue& value) {
    auto place = hostAndPortFromText(value.toString().toStdString());
    return place ? std::optional(*place) : std::nullopt;
}

std::optional<ServerConfig> parseConfig(const QByteArray& json) {
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto listen = placeOf(object.value(QLatin1String("listen")));
    const auto reachable = placeOf(object.value(QLatin1String("public")));
    if (!listen || !reachable) return std::nullopt;
    return ServerConfig{*listen, *reachable};
}

QByteArray encodeConfig(const ServerConfig& config) {
    const QJsonObject object{{QStringLiteral("listen"), textOf(config.listen)},
                             {QStringLiteral("public"), textOf(config.reachable)}};
    return QJsonDocument(object).toJson();
}

std::optional<SigningKey> parseSigner(const QByteArray& text) {
    const auto seed = fromBase64Url(text.trimmed().toStdString());
    if (!seed || seed->size() != 32) return std::nullopt;
    return SigningKey::fromSeed(*seed);
}

std::optional<QByteArray> read(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    return file.read(64 * 1024);
}

Notice cannotWrite(const QString& folder) {
    return {ExitCode::Internal, ServerText::tr("The folder %1 cannot be written.").arg(folder),
            ServerText::tr("Check that it exists, who owns it, and the space left on the disk.")};
}

Notice damaged(const QString& file) {
    return {ExitCode::DataInvalid, ServerText::tr("%1 is missing or damaged.").arg(file),
            ServerText::tr("Restore the folder from a backup; `puente-server backup` makes one.")};
}

/// A new folder, or an empty one, that only its owner may enter.
bool makeFolder(const QString& folder) {
    const QDir dir(folder);
    if (dir.exists() && !dir.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) return false;
    return dir.mkpath(QStringLiteral(".")) && QFile::setPermissions(folder, kOwnerOnly | QFile::ExeOwner);
}

Notice storeNotice(SqlFault fault, const QString& path) {
    switch (fault) {
    case SqlFault::Busy:
        return {ExitCode::Busy, ServerText::tr("%1 is in use by another process.").arg(path),
                ServerText::tr("Stop the puente-server that runs on this folder first.")};
    case SqlFault::Full:
        return {ExitCode::Internal, ServerText::tr("The disk is full: %1.").arg(path),
                ServerText::tr("Free some space and start again; nothing that was acknowledged is lost.")};
    case SqlFault::ReadOnly:
    case SqlFault::CannotOpen:
        return {ExitCode::Internal, ServerText::tr("%1 cannot be opened for writing.").arg(path),
                ServerText::tr("Check the owner and the permissions of the folder.")};
    case SqlFault::Newer:
        return {ExitCode::DataInvalid, ServerText::tr("%1 was written by a newer version.").arg(path),
                ServerText::tr("Install that version of puente-server.")};
    case SqlFault::NotSealed: // the store is never sealed
    case SqlFault::WrongKey:
    case SqlFault::Misplaced:
    case SqlFault::CutOff:
    case SqlFault::Corrupt:
        return {ExitCode::DataInvalid, ServerText::tr("%1 is damaged.").arg(path),
                ServerText::tr("Restore a backup, or begin with an empty store: the clients fill it again.")};
    case SqlFault::Storage: break;
    }
    return {ExitCode::Internal, ServerText::tr("The disk failed while reading or writing %1.").arg(path),
            ServerText::tr("Check the disk, then start again; nothing that was acknowledged is lost.")};
}

} // namespace

bool writePrivately(const QString& path, const QByteArray& content) {
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(kOwnerOnly) &&
           file.write(content) == content.size() && file.commit();
}

Result<Home, Notice> Home::create(const QString& folder, const ServerConfig& config, Entropy& entropy) {
    if (QFile::exists(QDir(folder).filePath(kConfigFile)))
        return Failure{Notice{ExitCode::Usage, ServerText::tr("There is a server in %1 already.").arg(folder),
                              ServerText::tr("Start it with `puente-server run`, or name another folder.")}};
    if (!makeFolder(folder))
        return Failure{Notice{ExitCode::Usage, ServerText::tr("%1 cannot become a server's folder.").arg(folder),
                              ServerText::tr("Name a folder that does not exist yet, or is empty.")}};
    const SigningKey signer = SigningKey::generate(entropy);
    const QByteArray seed = QByteArray::fromStdString(toBase64Url(signer.revealSeed()));
    const QDir dir(folder);
    // The configuration comes last: a folder that has one is whole.
    const bool written = writePrivately(dir.filePath(kTlsKeyFile), TlsIdentity::generateKey()) &&
                         writePrivately(dir.filePath(kReceiptKeyFile), seed + "\n") &&
                         writePrivately(dir.filePath(kConfigFile), encodeConfig(config));
    if (!written) return Failure{cannotWrite(folder)};
    auto home = open(folder);
    if (!home) return home;
    if (auto store = home->openStore(entropy); !store) return Failure{store.fault()};
    if (auto documents = home->openDocuments(); !documents) return Failure{documents.fault()};
    return home;
}

Result<Home, Notice> Home::open(const QString& folder) {
    const QDir dir(folder);
    const auto config = read(dir.filePath(kConfigFile));
    if (!config)
        return Failure{Notice{ExitCode::Usage, ServerText::tr("There is no server in %1.").arg(folder),
                              ServerText::tr("Make one with `puente-server init --home %1`.").arg(folder)}};
    const auto parsed = parseConfig(*config);
    if (!parsed) return Failure{damaged(dir.filePath(kConfigFile))};
    auto tls = TlsIdentity::fromKey(read(dir.filePath(kTlsKeyFile)).value_or(QByteArray()));
    if (!tls) return Failure{damaged(dir.filePath(kTlsKeyFile))};
    auto signer = parseSigner(read(dir.filePath(kReceiptKeyFile)).value_or(QByteArray()));
    if (!signer) return Failure{damaged(dir.filePath(kReceiptKeyFile))};
    return Home(dir.absolutePath(), *parsed, std::move(*tls), std::move(*signer));
}

ServerAddress Home::address(const HostAndPort& place) const {
    return {place.host, place.port, m_tls.pin(), m_signer.publicId<ServerId>(), {}};
}

QString Home::storePath() const {
    return QDir(m_folder).filePath(kStoreFile);
}

Result<std::unique_ptr<SqliteStore>, Notice> Home::openStore(Entropy& entropy) const {
    const bool isOlder = QFile::exists(storePath());
    auto database = Database::open({.path = storePath().toStdString()});
    if (!database) return Failure{storeNotice(database.fault(), storePath())};
    auto store = SqliteStore::open(std::move(*database), entropy);
    if (!store) return Failure{storeNotice(store.fault(), storePath())};
    // Documents that were lost, or that a version without them never had: only under another instance id do clients ask
    // again what is here. Before the file is begun, so that a crash in between changes nothing.
    if (isOlder && QFile(documentsPath()).size() == 0)
        if (auto begun = (*store)->beginAnotherLife(entropy); !begun)
            return Failure{storeNotice(begun.fault(), storePath())};
    return std::move(*store);
}

QString Home::documentsPath() const {
    return QDir(m_folder).filePath(kDocumentsFile);
}

Result<std::unique_ptr<DocumentStore>, Notice> Home::openDocuments() const {
    auto database = Database::open(documentFile(documentsPath().toStdString()));
    if (!database) return Failure{storeNotice(database.fault(), documentsPath())};
    auto documents = DocumentStore::open(std::move(*database));
    if (!documents) return Failure{storeNotice(documents.fault(), documentsPath())};
    return std::move(*documents);
}

std::uint64_t Home::storeSize() const {
    qint64 size = 0;
    for (const QString& path : {storePath(), documentsPath()})
        size += QFile(path).size() + QFile(path + QStringLiteral("-wal")).size();
    return static_cast<std::uint64_t>(size);
}

Result<Done, Notice> Home::backUp(SqliteStore& store, DocumentStore& documents, const QString& target) const {
    if (!makeFolder(target))
        return Failure{Notice{ExitCode::Usage, ServerText::tr("%1 cannot become a backup.").arg(target),
                              ServerText::tr("Name a folder that does not exist yet, or is empty.")}};
    const QDir dir(target);
    if (auto copied = store.backupTo(dir.filePath(kStoreFile).toStdString()); !copied)
        return Failure{storeNotice(copied.fault(), dir.filePath(kStoreFile))};
    if (auto copied = documents.backupTo(dir.filePath(kDocumentsFile).toStdString()); !copied)
        return Failure{storeNotice(copied.fault(), dir.filePath(kDocumentsFile))};
    for (const QString& file : {kTlsKeyFile, kReceiptKeyFile, kConfigFile}) {
        const auto content = read(QDir(m_folder).filePath(file));
        if (!content || !writePrivately(dir.filePath(file), *content)) return Failure{cannotWrite(target)};
    }
    return Done{};
}

} // namespace puente
