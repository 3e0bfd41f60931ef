#pragma once

#include "common/crypto/sha256.h"
#include "sync/model/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace puente {

enum class ApprovalDecision : std::uint8_t {
    Approved = 1,
    WithReservation = 2,
    Rejected = 3
}; ///< as the schema has it

/// "approved", "with_reservation", "rejected": for JSON and the schema.
std::string_view wordOf(ApprovalDecision decision);

/// What a government says of one exact text of a plan.
struct ApprovalStatement {
    std::string plan; ///< its title
    std::string year;
    Sha256 version; ///< of the frozen text
    std::string organization;
    std::string country; ///< ISO 3166 alpha-2
    ApprovalDecision decision = ApprovalDecision::Approved;
    std::string remark; ///< the reservation, or the reason of a rejection; empty for an approval without one
    Day date;

    friend bool operator==(const ApprovalStatement&, const ApprovalStatement&) = default;
};

/// The exact text that is signed.
std::string statementText(const ApprovalStatement& statement);
/// Takes only what statementText() writes.
std::optional<ApprovalStatement> readStatement(std::string_view text);

} // namespace puente
