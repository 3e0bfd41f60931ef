#pragma once

#include <QString>

#include "client/domain/schema.h"

#include <concepts>
#include <string>
#include <string_view>

namespace puente {

/// A sentence for people, in their language: the English source is looked up among the translations. Places are
/// filled in order: Text::tr("%1 of %2").arg(3).arg(7).
class Text {
public:
    static Text tr(const char* source);

    Text arg(std::string_view value) const;
    Text arg(std::integral auto value) const { return arg(std::string_view(std::to_string(value))); }

    operator std::string() const { return str(); }
    std::string str() const { return m_text.toStdString(); }
    friend std::string operator+(const std::string& before, const Text& text) { return before + text.str(); }
    friend std::string operator+(const Text& text, const std::string& after) { return text.str() + after; }

private:
    QString m_text;
};

/// The language that `PUENTE_LANG`, else the locale asks for: English when it says so, Spanish otherwise.
Language wantedLanguage();

/// Installs the translations of that language; once, where a program starts.
void installTranslations(Language language);
/// The language that was installed.
Language language();

/// A number of bytes as people write it: "812 B", "14.2 kB", "3.1 MB".
std::string bytesText(std::uint64_t bytes);

} // namespace puente
