#include "client/core/passphrase_source.h"

#include "client/core/platform/files.h"
#include "client/core/platform/process.h"
#include "client/core/text.h"

#include <algorithm>

namespace puente {

namespace {

constexpr std::size_t kFileSizeMax = 4096;

Notice noTerminal() {
    return {.code = ExitCode::Usage,
            .what = Text::tr("The passphrase cannot be asked for: there is no terminal."),
            .whatToDo = Text::tr("Name a file that holds it with --passphrase-file or PUENTE_PASSPHRASE_FILE.")};
}

std::size_t charactersIn(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80; // all but the continuation bytes of UTF-8
    }));
}

Outcome<SecretText> askOnTerminal(const std::string& prompt) {
    auto typed = platform::askWithoutEcho(prompt);
    if (!typed) return Failure{noTerminal()};
    return std::move(*typed);
}

} // namespace

Outcome<SecretText> PassphraseSource::fromFile() const {
    auto file = platform::InputFile::open(m_file, kFileSizeMax, platform::Links::Follow);
    auto content =
        file ? file->next(kFileSizeMax) : Failure{file.fault()}; // read once, so that one copy is to be wiped
    if (!content)
        return Failure{Notice{.code = ExitCode::Usage,
                              .what = Text::tr("The file with the passphrase cannot be read."),
                              .where = m_file,
                              .whatToDo = Text::tr("Check the name and that you may read it.")}};
    const std::string_view text = textOf(*content);
    SecretText line(text.substr(0, text.find_first_of("\r\n")));
    wipe(*content);
    return line;
}

Outcome<SecretText> PassphraseSource::ask() const {
    if (!m_file.empty()) return fromFile();
    return askOnTerminal(Text::tr("Passphrase: "));
}

Outcome<SecretText> PassphraseSource::askNew() const {
    auto passphrase = m_file.empty() ? askOnTerminal(Text::tr("New passphrase: ")) : fromFile();
    if (!passphrase) return passphrase;
    if (charactersIn(*passphrase) < kPassphraseLengthMin)
        return Failure{Notice{.code = ExitCode::Usage,
                              .what = Text::tr("The passphrase is too short."),
                              .whatToDo = Text::tr("Take at least %1 characters; four or five words are easy to keep.")
                                              .arg(kPassphraseLengthMin)}};
    if (!m_file.empty()) return passphrase;
    const auto repeated = askOnTerminal(Text::tr("The same again: "));
    if (!repeated) return Failure{repeated.fault()};
    if (repeated->view() != passphrase->view())
        return Failure{Notice{.code = ExitCode::Usage,
                              .what = Text::tr("The two passphrases are not the same."),
                              .whatToDo = Text::tr("Start again.")}};
    return passphrase;
}

} // namespace puente
