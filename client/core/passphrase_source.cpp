#include "client/core/passphrase_source.h"

#include <QString>

#include "client/core/platform/files.h"
#include "client/core/platform/process.h"
#include "client/core/text.h"

#include <algorithm>

namespace puente {

namespace {

constexpr std::size_t kFileSizeMax = 4096;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF"; ///< some editors put it before a text

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

/// One spelling of what looks the same (Unicode NFC): keyboards and editors differ in how they write "é". What is no
/// text stays as it is.
SecretText inOneSpelling(SecretText text) {
    const std::string_view typed = text.view();
    const bool isPlain = std::all_of(typed.begin(), typed.end(), [](char byte) { return (byte & 0x80) == 0; });
    if (isPlain || !isUtf8(typed)) return text;
    QString composed =
        QString::fromUtf8(typed.data(), static_cast<qsizetype>(typed.size())).normalized(QString::NormalizationForm_C);
    QByteArray bytes = composed.toUtf8();
    SecretText result(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    composed.fill(QChar(0));
    bytes.fill(0);
    return result;
}

Outcome<SecretText> askOnTerminal(const std::string& prompt) {
    auto typed = platform::askWithoutEcho(prompt);
    if (!typed) return Failure{noTerminal()};
    return inOneSpelling(std::move(*typed));
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
    std::string_view text = textOf(*content);
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    SecretText line(text.substr(0, text.find_first_of("\r\n")));
    wipe(*content);
    return inOneSpelling(std::move(line));
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
