#pragma once

#include "client/core/notice.h"
#include "client/core/text_width.h"

#include <string>
#include <string_view>
#include <vector>

namespace puente {

/// Where a command writes: data to the standard output, everything else to the standard error.
///
/// Text that others wrote may hold control characters; to a person they are shown as a replacement character, so that
/// nobody's record drives anybody's terminal.
class Console {
public:
    struct Options {
        bool json = false;
        bool quiet = false;
        bool colors = false;
        bool progress = false; ///< somebody watches the standard error
    };
    explicit Console(Options options) : m_options(options) {}

    bool json() const { return m_options.json; }
    bool showsProgress() const { return m_options.progress && !m_options.json && !m_options.quiet; }

    /// Data, exactly as it is.
    void data(std::string_view text);
    /// A line of data for people.
    void line(const std::string& text);
    /// A line that tells what was done: left out with --quiet and with --json.
    void say(const std::string& text);
    /// Something wrong that does not stop the command. Never left out.
    void warn(const std::string& text);
    /// Why the command did not do what was asked. Never left out.
    void fail(const Notice& notice);

    /// A line whose beginning stands out where colours are welcome.
    void line(const std::string& strong, const std::string& rest);

    /// Rows under a heading, in columns as wide as their widest cell, the last one excepted.
    void table(const std::vector<std::string>& heading, const std::vector<std::vector<std::string>>& rows);

private:
    Options m_options;
};

/// The same text with its control characters replaced.
std::string printable(std::string_view text);

} // namespace puente
