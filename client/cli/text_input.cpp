#include "client/cli/text_input.h"

#include "client/cli/typed_line.h"
#include "client/core/platform/files.h"
#include "client/core/platform/process.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/fold.h"

#include <iostream>
#include <iterator>

namespace puente {

namespace {

constexpr std::size_t kTextSizeMax = std::size_t{128} * 1024;

Outcome<std::string> fromStandardInput() {
    std::string text;
    for (char letter = '\n'; text.size() <= kTextSizeMax;) {
        if (letter == '\n' && !platform::isTyped(0, kUnattendedMax))
            return Failure{usageNotice(Text::tr("Nobody has typed anything for %1 minutes, so the replica was locked. "
                                                "Nothing was entered.")
                                           .arg(kUnattendedMax.count()),
                                       Text::tr("Write the text into a file and name it with --from."))};
        if (!std::cin.get(letter)) break;
        text.push_back(letter);
    }
    return text;
}

Outcome<std::string> fromFile(const std::string& path) {
    const auto bytes = platform::readFile(path, kTextSizeMax + 1);
    if (!bytes) return Failure{noticeOf(bytes.fault(), path)};
    return std::string(bytes->begin(), bytes->end());
}

} // namespace

Outcome<std::string> textFrom(const std::string& path) {
    const auto text = path == "-" ? fromStandardInput() : fromFile(path);
    if (!text) return Failure{text.fault()};
    const std::string where = path == "-" ? std::string(Text::tr("standard input")) : path;
    if (text->size() > kTextSizeMax)
        return Failure{Notice{ExitCode::DataInvalid, Text::tr("The text is too long."), where,
                              Text::tr("At most 128 KiB; put the rest into another note.")}};
    if (!isUtf8(*text))
        return Failure{
            Notice{ExitCode::DataInvalid, Text::tr("This is not UTF-8 text."), where, Text::tr("Save it as UTF-8.")}};
    const std::string_view bare = trimmed(*text);
    if (bare.empty())
        return Failure{
            Notice{ExitCode::DataInvalid, Text::tr("The text is empty."), where, Text::tr("Write something in it.")}};
    return std::string(bare);
}

} // namespace puente
