#include "client/domain/follow_up/approval_statement.h"

#include "client/domain/day_text.h"
#include "client/domain/follow_up/labelled_text.h"

#include <array>
#include <map>

namespace puente {

namespace {

constexpr std::string_view kContextLine = "Puente plan approval, version 1";
constexpr std::string_view kPlan = "Plan", kYear = "Año / Year", kVersion = "SHA-256",
                           kOrganization = "Organización / Organisation", kCountry = "País / Country",
                           kDecision = "Decisión / Decision", kReservation = "Reserva / Reservation",
                           kReason = "Motivo / Reason", kDate = "Fecha / Date";
constexpr std::size_t kStatementSizeMax = 64 * 1024;

struct DecisionWords {
    ApprovalDecision decision;
    std::string_view word;
    std::string_view text;
};
constexpr std::array<DecisionWords, 3> kDecisions{
    {{ApprovalDecision::Approved, "approved", "aprueba / approves"},
     {ApprovalDecision::WithReservation, "with_reservation", "aprueba con reserva / approves with a reservation"},
     {ApprovalDecision::Rejected, "rejected", "rechaza / rejects"}}};

const DecisionWords& wordsFor(ApprovalDecision decision) {
    return kDecisions[static_cast<std::size_t>(decision) - 1];
}

} // namespace

std::string_view wordOf(ApprovalDecision decision) {
    return wordsFor(decision).word;
}

std::string statementText(const ApprovalStatement& statement) {
    const bool isRejection = statement.decision == ApprovalDecision::Rejected;
    return LabelledText(kContextLine)
        .add(kPlan, statement.plan)
        .add(kYear, statement.year)
        .add(kVersion, toHex(statement.version.view()))
        .add(kOrganization, statement.organization)
        .add(kCountry, statement.country)
        .add(kDecision, wordsFor(statement.decision).text)
        .add(isRejection ? kReason : kReservation, statement.remark)
        .add(kDate, formatDay(statement.date))
        .take();
}

std::optional<ApprovalStatement> readStatement(std::string_view text) {
    if (text.size() > kStatementSizeMax || !isUtf8(text)) return std::nullopt;
    const auto values = readLabelled(kContextLine, text);
    if (!values) return std::nullopt;
    std::map<std::string_view, std::string_view> by;
    for (const LabelledValue& value : *values)
        by[value.label] = value.value;

    ApprovalStatement statement{.plan = std::string(by[kPlan]),
                                .year = std::string(by[kYear]),
                                .version = {},
                                .organization = std::string(by[kOrganization]),
                                .country = std::string(by[kCountry]),
                                .decision = ApprovalDecision::Approved,
                                .remark = {},
                                .date = {}};
    const auto version = fromHex(by[kVersion]);
    const auto date = parseDay(by[kDate]);
    const DecisionWords* decision = nullptr;
    for (const DecisionWords& known : kDecisions)
        if (known.text == by[kDecision]) decision = &known;
    if (!version || version->size() != Sha256::kSize || !date || !decision) return std::nullopt;
    statement.version = *Sha256::from(*version);
    statement.date = *date;
    statement.decision = decision->decision;
    statement.remark = std::string(by[decision->decision == ApprovalDecision::Rejected ? kReason : kReservation]);
    const bool needsRemark = statement.decision != ApprovalDecision::Approved;
    if (needsRemark == statement.remark.empty()) return std::nullopt;
    if (statement.organization.empty() || statement.country.size() != 2) return std::nullopt;
    if (statementText(statement) != text) return std::nullopt;
    return statement;
}

} // namespace puente
