#include "server/relay/tls_identity.h"

#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslDiffieHellmanParameters>
#include <QSslKey>

#include "common/base/expects.h"

#include <openssl/bio.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>

#include <memory>

namespace puente {

namespace {

struct Free {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(BIO* bio) const { BIO_free_all(bio); }
};
using Key = std::unique_ptr<EVP_PKEY, Free>;
using Certificate = std::unique_ptr<X509, Free>;
using Bio = std::unique_ptr<BIO, Free>;

constexpr long kValidFor = 100L * 365 * 24 * 3600; // nobody looks at it: see TlsIdentity

QByteArray contentOf(const Bio& bio) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

Key parseKey(const QByteArray& pem) {
    const Bio bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    const auto noPassphrase = [](char*, int, int, void*) { return -1; };
    Key key(PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassphrase, nullptr));
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_EC) return nullptr;
    char group[32] = {};
    EVP_PKEY_get_utf8_string_param(key.get(), OSSL_PKEY_PARAM_GROUP_NAME, group, sizeof group, nullptr);
    return std::string_view(group) == "prime256v1" ? std::move(key) : nullptr;
}

Pin pinOf(EVP_PKEY* key) {
    unsigned char* der = nullptr;
    const int size = i2d_PUBKEY(key, &der);
    expects(size > 0);
    const QByteArray hash =
        QCryptographicHash::hash(QByteArray(reinterpret_cast<char*>(der), size), QCryptographicHash::Sha256);
    OPENSSL_free(der);
    return *Pin::from(bytesOf({hash.constData(), static_cast<std::size_t>(hash.size())}));
}

/// Says nothing about who or where the server is.
Certificate certify(EVP_PKEY* key) {
    Certificate certificate(X509_new());
    std::uint64_t serial = 0;
    expects(RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial) == 1);
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), serial >> 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -24L * 3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), kValidFor);
    X509_NAME* name = X509_get_subject_name(certificate.get());
    const auto* text = reinterpret_cast<const unsigned char*>("puente");
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, text, -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    X509_set_pubkey(certificate.get(), key);
    expects(X509_sign(certificate.get(), key, EVP_sha256()) > 0);
    return certificate;
}

} // namespace

QByteArray TlsIdentity::generateKey() {
    const Key key(EVP_EC_gen("P-256"));
    expects(key != nullptr); // without randomness there is no server
    const Bio bio(BIO_new(BIO_s_mem()));
    expects(PEM_write_bio_PKCS8PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1);
    return contentOf(bio);
}

std::optional<TlsIdentity> TlsIdentity::fromKey(const QByteArray& keyPem) {
    const Key key = parseKey(keyPem);
    if (!key) return std::nullopt;
    const Certificate certificate = certify(key.get());
    const Bio bio(BIO_new(BIO_s_mem()));
    expects(PEM_write_bio_X509(bio.get(), certificate.get()) == 1);
    TlsIdentity identity;
    identity.m_pin = pinOf(key.get());
    identity.m_keyPem = keyPem;
    identity.m_certificatePem = contentOf(bio);
    return identity;
}

QSslConfiguration TlsIdentity::configuration() const {
    QSslConfiguration configuration;
    configuration.setProtocol(QSsl::TlsV1_3OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setCaCertificates({});
    configuration.setLocalCertificate(QSslCertificate(m_certificatePem, QSsl::Pem));
    configuration.setPrivateKey(QSslKey(m_keyPem, QSsl::Ec, QSsl::Pem, QSsl::PrivateKey));
    // A conversation is one connection: a ticket would be bytes for nothing, and one more thing to keep secret.
    configuration.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    // TLS 1.3 agrees keys by curves; Qt's default parameters would be refused as too small, and the handshake with
    // them.
    configuration.setDiffieHellmanParameters(QSslDiffieHellmanParameters());
    return configuration;
}

} // namespace puente
