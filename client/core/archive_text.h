#pragma once

#include <string_view>

namespace puente {

// The names of what an archive always holds, and the page that explains it to whoever finds it.
inline constexpr std::string_view kArchiveReadme = "README.txt";
inline constexpr std::string_view kArchiveSums = "SHA256SUMS";
inline constexpr std::string_view kArchiveStatement = "archive.statement.txt";
inline constexpr std::string_view kArchiveSignature = "archive.sig";
inline constexpr std::string_view kArchiveKey = "archive.pem";
inline constexpr std::string_view kArchiveCertificate = "archive.certificate.txt";

extern const std::string_view kArchiveReadmeText; ///< in Spanish and English

} // namespace puente
