#pragma once

#include "client/core/qr.h"
#include "common/base/bytes.h"

#include <memory>
#include <optional>
#include <string_view>

namespace puente {

/// Where something stands on the page: points (1/72 inch) from its upper left corner.
struct PagePoint {
    float left = 0;
    float top = 0;
};

enum class PageFont { Plain, Bold, Fixed, FixedBold };

/// A text's looks.
struct PageStyle {
    PageFont font = PageFont::Plain;
    float size = 10;
};

/// One A4 page of text, lines and QR codes, as a PDF that holds nothing but what is seen on it: no date, no author, and
/// uncompressed, so that anybody can look. Letters outside Windows-1252 are shown as '?'.
class PdfPage {
public:
    static constexpr float kWidth = 595;
    static constexpr float kHeight = 842;

    PdfPage();
    ~PdfPage();
    PdfPage(const PdfPage&) = delete;
    PdfPage& operator=(const PdfPage&) = delete;

    /// One line; its foot stands at `at`.
    void line(PagePoint at, PageStyle style, std::string_view text);
    /// Lines no wider than `width`, broken at blanks, or within a word that is wider. Returns where the next line would
    /// stand.
    float paragraph(PagePoint at, float width, PageStyle style, std::string_view text);
    void rule(PagePoint at, float width);
    void frame(PagePoint at, float width, float height);
    /// A QR code with its quiet zone, `side` wide.
    void qr(PagePoint at, float side, const QrCode& code);

    /// The document; nothing if memory ran out on the way.
    std::optional<Bytes> finish();

private:
    struct Document;
    float widthOf(PageStyle style, const std::string& text) const;
    std::size_t lengthThatFits(float width, PageStyle style, std::string_view text) const;

    std::unique_ptr<Document> m_document;
};

} // namespace puente
