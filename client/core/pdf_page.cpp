#include "client/core/pdf_page.h"

#include <array>
#include <string>

#include <hpdf.h>

namespace puente {

namespace {

struct Typographic {
    char32_t character;
    char windows1252;
};

/// What our texts use of Windows-1252 beyond Latin-1.
constexpr std::array<Typographic, 9> kTypographic{{{U'€', '\x80'},
                                                   {U'…', '\x85'},
                                                   {U'‘', '\x91'},
                                                   {U'’', '\x92'},
                                                   {U'“', '\x93'},
                                                   {U'”', '\x94'},
                                                   {U'•', '\x95'},
                                                   {U'–', '\x96'},
                                                   {U'—', '\x97'}}};

char windows1252(char32_t character) {
    if (character >= 0x20 && character < 0x7f) return static_cast<char>(character);
    if (character >= 0xa0 && character <= 0xff) return static_cast<char>(character);
    for (const auto& [known, byte] : kTypographic)
        if (known == character) return byte;
    return '?';
}

/// One character of well-formed UTF-8, which is cut off.
char32_t takeCharacter(std::string_view& text) {
    const auto lead = static_cast<std::uint8_t>(text.front());
    const std::size_t more = lead < 0xc0 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    char32_t character = more == 0 ? lead : lead & (0x3fU >> more);
    for (std::size_t i = 1; i <= more && i < text.size(); ++i)
        character = character << 6 | (static_cast<std::uint8_t>(text[i]) & 0x3fU);
    text.remove_prefix(std::min(more + 1, text.size()));
    return character;
}

std::string windows1252(std::string_view text) {
    std::string converted;
    while (!text.empty())
        converted += windows1252(takeCharacter(text));
    return converted;
}

} // namespace

// Without a handler of its own the library only remembers its first fault and lets later calls pass, so nothing jumps
// out of it; finish() asks once for all.
struct PdfPage::Document {
    HPDF_Doc handle = HPDF_New(nullptr, nullptr);
    HPDF_Page page = nullptr;
    std::array<HPDF_Font, 4> fonts{};

    Document() {
        HPDF_SetCompressionMode(handle, HPDF_COMP_NONE);
        page = HPDF_AddPage(handle);
        HPDF_Page_SetSize(page, HPDF_PAGE_SIZE_A4, HPDF_PAGE_PORTRAIT);
        HPDF_Page_SetWidth(page, kWidth);
        HPDF_Page_SetHeight(page, kHeight);
        std::size_t next = 0;
        for (const char* name : {"Helvetica", "Helvetica-Bold", "Courier", "Courier-Bold"})
            fonts[next++] = HPDF_GetFont(handle, name, "WinAnsiEncoding");
    }
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;
    ~Document() { HPDF_Free(handle); }

    void setFont(PageStyle style) const {
        HPDF_Page_SetFontAndSize(page, fonts[static_cast<std::size_t>(style.font)], style.size);
    }
};

PdfPage::PdfPage() : m_document(std::make_unique<Document>()) {
}

PdfPage::~PdfPage() = default;

void PdfPage::line(PagePoint at, PageStyle style, std::string_view text) {
    HPDF_Page_BeginText(m_document->page);
    m_document->setFont(style);
    HPDF_Page_TextOut(m_document->page, at.left, kHeight - at.top, windows1252(text).c_str());
    HPDF_Page_EndText(m_document->page);
}

float PdfPage::widthOf(PageStyle style, const std::string& text) const {
    const HPDF_Font font = m_document->fonts[static_cast<std::size_t>(style.font)];
    const auto* bytes = reinterpret_cast<const HPDF_BYTE*>(text.data());
    const HPDF_TextWidth measured = HPDF_Font_TextWidth(font, bytes, static_cast<HPDF_UINT>(text.size()));
    return static_cast<float>(measured.width) * style.size / 1000;
}

std::size_t PdfPage::lengthThatFits(float width, PageStyle style, std::string_view text) const {
    std::size_t fits = 0, lastBlank = 0;
    for (std::string_view rest = text; !rest.empty();) {
        takeCharacter(rest);
        const std::size_t length = text.size() - rest.size();
        if (widthOf(style, windows1252(text.substr(0, length))) > width) break;
        fits = length;
        if (rest.empty() || rest.front() == ' ') lastBlank = length;
    }
    if (lastBlank > 0) return lastBlank;
    return fits > 0 ? fits : text.size(); // narrower than a letter: it has to stand somewhere
}

float PdfPage::paragraph(PagePoint at, float width, PageStyle style, std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = lengthThatFits(width, style, text);
        line(at, style, text.substr(0, length));
        text.remove_prefix(length);
        while (text.starts_with(' '))
            text.remove_prefix(1);
        at.top += style.size * 1.3F;
    }
    return at.top;
}

void PdfPage::rule(PagePoint at, float width) {
    HPDF_Page_SetLineWidth(m_document->page, 0.6F);
    HPDF_Page_MoveTo(m_document->page, at.left, kHeight - at.top);
    HPDF_Page_LineTo(m_document->page, at.left + width, kHeight - at.top);
    HPDF_Page_Stroke(m_document->page);
}

void PdfPage::frame(PagePoint at, float width, float height) {
    HPDF_Page_SetLineWidth(m_document->page, 0.6F);
    HPDF_Page_Rectangle(m_document->page, at.left, kHeight - at.top - height, width, height);
    HPDF_Page_Stroke(m_document->page);
}

void PdfPage::qr(PagePoint at, float side, const QrCode& code) {
    const float square = side / static_cast<float>(code.size() + 2 * kQrQuietZone);
    const auto offset = [&](std::size_t squares) { return static_cast<float>(squares + kQrQuietZone) * square; };
    for (std::size_t row = 0; row < code.size(); ++row)
        for (std::size_t column = 0; column < code.size(); ++column)
            if (code.isDark(row, column))
                HPDF_Page_Rectangle(m_document->page, at.left + offset(column), kHeight - at.top - offset(row) - square,
                                    square, square);
    HPDF_Page_Fill(m_document->page);
}

std::optional<Bytes> PdfPage::finish() {
    HPDF_Doc handle = m_document->handle;
    if (HPDF_GetError(handle) != HPDF_OK || HPDF_SaveToStream(handle) != HPDF_OK) return std::nullopt;
    Bytes document(HPDF_GetStreamSize(handle));
    auto size = static_cast<HPDF_UINT32>(document.size());
    HPDF_ReadFromStream(handle, document.data(), &size);
    if (size != document.size()) return std::nullopt;
    return document;
}

} // namespace puente
