#include "client/core/text.h"

#include <QCoreApplication>
#include <QTranslator>

#include <array>

namespace puente {

namespace {

Language s_language = Language::English;

} // namespace

Text Text::tr(const char* source) {
    Text text;
    text.m_text = QCoreApplication::translate("Text", source);
    return text;
}

Text Text::arg(std::string_view value) const {
    Text filled;
    filled.m_text = m_text.arg(QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())));
    return filled;
}

Language wantedLanguage() {
    for (const char* name : {"PUENTE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
        const QByteArray value = qgetenv(name).toLower();
        if (!value.isEmpty()) return value.startsWith("en") ? Language::English : Language::Spanish;
    }
    return Language::Spanish;
}

void installTranslations(Language language) {
    s_language = language;
    if (language == Language::English) return; // the source texts are English
    static QTranslator translator;
    if (translator.load(QStringLiteral(":/translations/puente_es.qm")))
        QCoreApplication::installTranslator(&translator);
}

Language language() {
    return s_language;
}

std::string bytesText(std::uint64_t bytes) {
    if (bytes < 1000) return std::to_string(bytes) + " B";
    static constexpr std::array kUnits{"kB", "MB", "GB", "TB"};
    double amount = static_cast<double>(bytes) / 1000;
    std::size_t unit = 0;
    for (; amount >= 999.95 && unit + 1 < kUnits.size(); amount /= 1000)
        ++unit;
    return QString::number(amount, 'f', 1).toStdString() + ' ' + kUnits[unit];
}

} // namespace puente
