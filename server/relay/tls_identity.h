#pragma once

#include <QByteArray>
#include <QSslConfiguration>

#include "sync/session/server_address.h"

#include <optional>

namespace puente {

/// The TLS side of a server's identity: an EC P-256 key, and a certificate that the key signs for itself. Clients pin
/// the key and look at nothing else in the certificate, so it is made anew at every start and never expires in their
/// eyes.
///
/// P-256 and not Ed25519, since Qt 6.4 cannot hold an Ed25519 key: its pin would be the hash of nothing.
class TlsIdentity {
public:
    /// A new private key, PKCS #8 in PEM. Its randomness is libcrypto's own.
    static QByteArray generateKey();
    /// The identity of this key; nothing unless it is an EC P-256 private key in PEM.
    static std::optional<TlsIdentity> fromKey(const QByteArray& keyPem);

    const Pin& pin() const { return m_pin; }
    /// TLS 1.3 only, no session tickets, no client certificates.
    QSslConfiguration configuration() const;

private:
    TlsIdentity() = default;

    Pin m_pin;
    QByteArray m_keyPem;
    QByteArray m_certificatePem;
};

} // namespace puente
