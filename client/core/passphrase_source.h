#pragma once

#include "client/core/notice.h"
#include "common/crypto/secret_text.h"

#include <functional>
#include <string>

namespace puente {

/// Where a passphrase comes from: a file that the caller or PUENTE_PASSPHRASE_FILE names, else the terminal. Never the
/// command line, which every process of the machine may read.
class PassphraseSource {
public:
    explicit PassphraseSource(std::string file) : m_file(std::move(file)) {}

    /// The passphrase of an existing replica.
    Outcome<SecretText> ask() const;
    /// A new one: typed twice when it is typed, and not too short.
    Outcome<SecretText> askNew() const;

private:
    Outcome<SecretText> fromFile() const;

    std::string m_file;
};

/// Fewer characters than this are refused for a new replica.
inline constexpr std::size_t kPassphraseLengthMin = 8;

} // namespace puente
