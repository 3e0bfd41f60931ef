#include "client/cli/quarter_option.h"

#include "client/core/replica_notice.h"
#include "client/core/text.h"

namespace puente {

OptionSpec quarterOption(std::string help, bool required) {
    return {"--quarter", Text::tr("QUARTER"), std::move(help), required};
}

Outcome<Quarter> quarterFrom(const Arguments& arguments, const Quarter& otherwise) {
    if (!arguments.has("--quarter")) return otherwise;
    if (const auto quarter = readQuarter(arguments.text("--quarter"))) return *quarter;
    return Failure{usageNotice(Text::tr("“%1” is not a quarter.").arg(arguments.text("--quarter")),
                               Text::tr("Write year and quarter, for example 2026-Q3."), "--quarter")};
}

} // namespace puente
