#include "client/cli/office_options.h"

#include "client/core/replica_notice.h"
#include "client/core/text.h"

#include <charconv>

namespace puente {

namespace {

Outcome<Office> officeFrom(const Arguments& arguments) {
    const auto kind = organizationKindFromWord(arguments.text("--kind"));
    if (!kind)
        return Failure{usageNotice(Text::tr("That is not a kind of organisation."),
                                   Text::tr("Say civil_society, government, secretariat or international."),
                                   arguments.text("--kind"))};
    const std::string country = arguments.text("--country");
    const bool isCode = country.size() == 2 && country.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == country.npos;
    if (!isCode)
        return Failure{usageNotice(Text::tr("That is not a country's code."),
                                   Text::tr("Give its two capital letters, such as CR or MX."), country)};
    Office office{arguments.text("--organization"), country, *kind, arguments.text("--person")};
    if (!office.isStorable())
        return Failure{usageNotice(Text::tr("A name is too long, or its characters are damaged."),
                                   Text::tr("Give --organization and --person at most %1 bytes of UTF-8.")
                                       .arg(std::uint64_t{Office::kTextSizeMax}))};
    return office;
}

Outcome<PassphraseCost> costFrom(const Arguments& arguments) {
    PassphraseCost cost;
    if (!arguments.has("--kdf-memory")) return cost;
    const std::string text = arguments.text("--kdf-memory");
    std::uint32_t mebibytes = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), mebibytes);
    if (read.ec == std::errc() && read.ptr == text.data() + text.size() && mebibytes <= 1024)
        cost.memoryKibibytes = mebibytes * 1024;
    else
        cost.memoryKibibytes = 0;
    if (!isAcceptable(cost))
        return Failure{usageNotice(Text::tr("That amount of memory is not permitted."),
                                   Text::tr("Give a number of MiB from 64 to 1024."), text)};
    return cost;
}

} // namespace

std::vector<OptionSpec> officeOptions() {
    return {
        {"--organization", Text::tr("NAME"), Text::tr("What the office is called."), true},
        {"--country", "XX", Text::tr("Its country, as two capital letters."), true},
        {"--kind", Text::tr("KIND"), "civil_society, government, secretariat, international", true},
        {"--person", Text::tr("NAME"), Text::tr("Who is named beside what is written here.")},
        {"--kdf-memory", "MIB", Text::tr("Memory that each try of a passphrase takes: 64 to 1024, else 128.")},
    };
}

Outcome<Workspace::NewReplica> newReplicaFrom(const Arguments& arguments) {
    const auto office = officeFrom(arguments);
    if (!office) return Failure{office.fault()};
    const auto cost = costFrom(arguments);
    if (!cost) return Failure{cost.fault()};
    return Workspace::NewReplica{*office, *cost};
}

} // namespace puente
