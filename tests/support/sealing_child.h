#pragma once

#include "common/base/expects.h"
#include "common/base/system_entropy.h"
#include "common/crypto/aead.h"
#include "sync/sql/database.h"
#include "sync/sql/page_seal.h"
#include "tests/support/plain_disk.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace puente::test {

using Nonce = Id<struct NonceTag, 24>;

/// Everything that a replica keeps sealed under one key, and the programs that work with it: each is a process of its
/// own, draws from the real system, and may be killed at any moment.
class SealingChild {
public:
    /// `folder` holds the key; `report` gets the nonces, 24 bytes each, as they were drawn.
    SealingChild(const std::string& folder, const std::string& report)
        : m_folder(folder), m_key(fileAt(folder + "/key")), m_seal(m_key), m_report(report) {}

    /// Seals short things with both of the program's functions, so often; twice as often again in two processes if it
    /// `divides`: as when a running machine is copied.
    void sealPieces(std::size_t count, bool divides) {
        Entropy& entropy = m_entropy;
        write(count, m_report, entropy);
        if (!divides) return;
        const pid_t twin = ::fork();
        expects(twin >= 0);
        write(count, twin == 0 ? m_report + "-twin" : m_report, entropy);
        if (twin == 0) ::_exit(0);
        int status = 0;
        expects(::waitpid(twin, &status, 0) == twin && status == 0);
    }
    /// Writes pages into the folder's sealed database, transaction by transaction, and leaves its log as it is.
    void writeRows(int transactions) {
        auto database = Database::open(
            {.path = m_folder + "/replica.db", .seal = SealWith{.key = m_key, .entropy = m_entropy, .mayMake = true}});
        expects(database && database->execute("CREATE TABLE IF NOT EXISTS word(text BLOB) STRICT").ok());
        Bytes own(3'000);
        m_entropy.fill(own);
        for (; transactions > 0; --transactions)
            expects(database->prepare("INSERT INTO word VALUES(?)").bind(1, ByteView(own)).run().ok());
        ::_exit(0); // nothing is closed, nothing tidied
    }

private:
    void write(std::size_t count, const std::string& path, Entropy& entropy) {
        const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        expects(file >= 0);
        Bytes nonces;
        for (std::size_t i = 0; i < count; ++i) {
            append(nonces, i % 2 == 0 ? nonceOfValue(entropy) : nonceOfPage(entropy));
            if (nonces.size() < 24'000 && i + 1 < count) continue;
            expects(::write(file, nonces.data(), nonces.size()) == ssize_t(nonces.size()));
            nonces.clear();
        }
        ::close(file);
    }
    ByteView nonceOfValue(Entropy& entropy) {
        m_sealed = aeadSeal(m_key, m_plain, {}, entropy);
        return ByteView(m_sealed).first(Nonce::kSize);
    }
    ByteView nonceOfPage(Entropy& entropy) {
        m_sealed.resize(m_plain.size() + PageSeal::kOverhead);
        m_seal.seal({.kind = PagePlace::Kind::Mark, .file = {}, .number = 1}, m_plain, m_sealed, entropy);
        return ByteView(m_sealed).subspan(m_plain.size() + 24, Nonce::kSize);
    }

    std::string m_folder;
    Bytes m_key;
    PageSeal m_seal;
    std::string m_report;
    SystemEntropy m_entropy;
    Bytes m_plain = Bytes(16), m_sealed;
};

} // namespace puente::test
