#include "client/cli/text_input.h"

#include "client/core/platform/files.h"
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
    for (char letter = 0; text.size() <= kTextSizeMax && std::cin.get(letter);)
        text.push_back(letter);
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
