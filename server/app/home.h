#pragma once

#include "common/crypto/identity.h"
#include "server/app/notice.h"
#include "server/relay/tls_identity.h"
#include "sync/document/document_store.h"
#include "sync/session/server_address.h"
#include "sync/store/sqlite_store.h"

#include <memory>

namespace puente {

/// What a server's folder says of how it is reached.
struct ServerConfig {
    HostAndPort listen;    ///< where it listens
    HostAndPort reachable; ///< what clients are told
};

/// A server's folder: its keys, its configuration and its two stores. Only its owner may read it. docs/server.md lists
/// the files.
class Home {
public:
    /// Makes a folder for a new server, keys included. One that has something in it already is refused.
    static Result<Home, Notice> create(const QString& folder, const ServerConfig& config, Entropy& entropy);
    static Result<Home, Notice> open(const QString& folder);

    const QString& folder() const { return m_folder; }
    const ServerConfig& config() const { return m_config; }
    const TlsIdentity& tls() const { return m_tls; }
    const SigningKey& signer() const { return m_signer; }
    /// As clients are told it, reachable at `place`.
    ServerAddress address(const HostAndPort& place) const;

    QString storePath() const;
    /// Before openDocuments(): a store whose documents are gone begins another life.
    Result<std::unique_ptr<SqliteStore>, Notice> openStore(Entropy& entropy) const;
    QString documentsPath() const;
    Result<std::unique_ptr<DocumentStore>, Notice> openDocuments() const;
    /// Bytes of both stores' files.
    std::uint64_t storeSize() const;

    /// A copy of all of it in a new folder; opened there, it is another instance of the same server.
    Result<Done, Notice> backUp(SqliteStore& store, DocumentStore& documents, const QString& target) const;

private:
    Home(QString folder, ServerConfig config, TlsIdentity tls, SigningKey signer)
        : m_folder(std::move(folder)), m_config(std::move(config)), m_tls(std::move(tls)), m_signer(std::move(signer)) {
    }

    QString m_folder;
    ServerConfig m_config;
    TlsIdentity m_tls;
    SigningKey m_signer;
};

/// Writes a file that only its owner may read, whole or not at all.
bool writePrivately(const QString& path, const QByteArray& content);

} // namespace puente
