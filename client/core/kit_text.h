#pragma once

#include "common/base/result.h"
#include "common/crypto/organization_root.h"
#include "common/crypto/shamir.h"

#include <string>
#include <string_view>
#include <vector>

namespace puente {

/// An organisation's root, or one trustee's share of it, as a person keeps it: one line that a QR code holds
/// ("puente-kit:…", "puente-share:…"), or words to be read from paper and typed. Both hold the same bytes and the same
/// checksum; docs/formats/recovery_kit.md.
std::string kitText(const OrganizationRoot& root);
std::vector<std::string> kitWords(const OrganizationRoot& root);

std::string shareText(const Share& share);
std::vector<std::string> shareWords(const Share& share);

inline constexpr std::size_t kKitWords = 25;
inline constexpr std::size_t kShareWords = 37;

/// What is wrong with what somebody typed or pasted.
struct KitFault {
    enum class Kind {
        NotAKit,        ///< something else altogether; a share where a kit belongs is something else too
        Damaged,        ///< the checksum does not fit; nothing says where
        UnknownWord,    ///< the word at `position` is not the one that was written there, or is missing or too much
        UnknownVersion, ///< made by a later version of the program
    };

    Kind kind = Kind::Damaged;
    std::size_t position = 0; ///< of the first wrong word, from 1; else 0

    friend bool operator==(const KitFault&, const KitFault&) = default;
};

/// The root that a line or words hold.
Result<OrganizationRoot, KitFault> kitFromText(std::string_view text);
/// The share that a line or words hold.
Result<Share, KitFault> shareFromText(std::string_view text);

} // namespace puente
