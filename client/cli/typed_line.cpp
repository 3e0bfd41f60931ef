#include "client/cli/typed_line.h"

#include "client/core/platform/process.h"
#include "client/core/text.h"

#include <iostream>

namespace puente {

std::optional<std::string> typedLine(Console& console) {
    if (!platform::isTyped(0, kUnattendedMax)) {
        console.warn(
            Text::tr("Nobody has answered for %1 minutes, so the replica was locked.").arg(kUnattendedMax.count()));
        return std::nullopt;
    }
    std::string line;
    if (!std::getline(std::cin, line)) return std::nullopt;
    return line;
}

} // namespace puente
