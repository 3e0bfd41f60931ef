#include "client/cli/console.h"

#include "client/core/text.h"

#include <algorithm>
#include <cstdio>

namespace puente {

namespace {

void writeTo(std::FILE* stream, std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stream);
}

} // namespace

std::string printable(std::string_view text) {
    std::string shown;
    shown.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool isControl = (byte < 0x20 && text[i] != '\n' && text[i] != '\t') || byte == 0x7f;
        // The controls of ISO 6429 beyond ASCII, U+0080 to U+009F, are c2 80 to c2 9f.
        const bool isHighControl =
            byte == 0xc2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0;
        if (isControl || isHighControl)
            shown += "\xef\xbf\xbd";
        else
            shown += text[i];
        if (isHighControl) ++i;
    }
    return shown;
}

void Console::data(std::string_view text) {
    writeTo(stdout, text);
}

void Console::line(const std::string& text) {
    writeTo(stdout, printable(text) + '\n');
}

void Console::say(const std::string& text) {
    if (!m_options.quiet && !m_options.json) line(text);
}

void Console::warn(const std::string& text) {
    writeTo(stderr, printable(text) + '\n');
}

void Console::fail(const Notice& notice) {
    warn("puente: " + notice.what);
    if (!notice.where.empty()) warn(std::string("  ") + Text::tr("Where: %1").arg(notice.where));
    if (!notice.whatToDo.empty()) warn(std::string("  ") + Text::tr("What to do: %1").arg(notice.whatToDo));
}

void Console::line(const std::string& strong, const std::string& rest) {
    const std::string shown = printable(strong);
    writeTo(stdout, (m_options.colors ? "\x1b[1m" + shown + "\x1b[0m" : shown) + printable(rest) + '\n');
}

void Console::table(const std::vector<std::string>& heading, const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const std::string& cell : heading)
        widths.push_back(widthOf(cell));
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i)
            widths[i] = std::max(widths[i], widthOf(row[i]));

    std::string text;
    const auto addRow = [&](const std::vector<std::string>& row) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            text += printable(row[i]);
            if (i + 1 < row.size()) text.append(widths[i] - widthOf(row[i]) + 2, ' ');
        }
        text += '\n';
    };
    addRow(heading);
    for (const auto& row : rows)
        addRow(row);
    data(text);
}

} // namespace puente
