#include "client/domain/archive_statement.h"

#include "client/domain/day_text.h"
#include "client/domain/follow_up/labelled_text.h"

namespace puente {

namespace {

constexpr std::string_view kContextLine = "Puente archive, version 1";
constexpr std::string_view kSpace = "Espacio / Space", kSpaceId = "Identificador / Identifier",
                           kOrganization = "Organización / Organisation", kDate = "Fecha / Date",
                           kSums = "SHA-256 de SHA256SUMS";
constexpr std::size_t kStatementSizeMax = 64 * 1024;

} // namespace

std::string archiveStatementText(const ArchiveStatement& statement) {
    return LabelledText(kContextLine)
        .add(kSpace, statement.space)
        .add(kSpaceId, statement.spaceId)
        .add(kOrganization, statement.organization)
        .add(kDate, formatDay(statement.date))
        .add(kSums, toHex(statement.sums.view()))
        .take();
}

std::optional<ArchiveStatement> readArchiveStatement(std::string_view text) {
    if (text.size() > kStatementSizeMax || !isUtf8(text)) return std::nullopt;
    const auto lines = readLabelled(kContextLine, text);
    if (!lines) return std::nullopt;
    ArchiveStatement statement;
    for (const LabelledValue& line : *lines) {
        if (line.label == kSpace) statement.space = line.value;
        if (line.label == kSpaceId) statement.spaceId = line.value;
        if (line.label == kOrganization) statement.organization = line.value;
        if (line.label == kDate) {
            const auto date = parseDay(line.value);
            if (!date) return std::nullopt;
            statement.date = *date;
        }
        if (line.label == kSums) {
            const auto bytes = fromHex(line.value);
            const auto sums = bytes ? Sha256::from(*bytes) : std::nullopt;
            if (!sums) return std::nullopt;
            statement.sums = *sums;
        }
    }
    if (archiveStatementText(statement) != text) return std::nullopt; // also when a line is missing
    return statement;
}

} // namespace puente
