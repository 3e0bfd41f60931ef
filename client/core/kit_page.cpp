#include "client/core/kit_page.h"

#include "client/core/fingerprint.h"
#include "client/core/kit_text.h"
#include "client/core/pdf_page.h"
#include "client/core/text.h"

#include <sodium.h>

namespace puente {

namespace {

constexpr float kLeft = 51;
constexpr float kTextWidth = PdfPage::kWidth - 2 * kLeft;
constexpr float kLowest = PdfPage::kHeight - 72; // Letter paper is 50 points shorter
constexpr std::size_t kColumns = 5;
constexpr float kQrSide = 150;

constexpr PageStyle kTitle{PageFont::Bold, 22};
constexpr PageStyle kName{PageFont::Bold, 14};
constexpr PageStyle kHeading{PageFont::Bold, 11};
constexpr PageStyle kBody{PageFont::Plain, 10};
constexpr PageStyle kSmall{PageFont::Plain, 8};
constexpr PageStyle kNumber{PageFont::Plain, 8};
constexpr PageStyle kWord{PageFont::FixedBold, 13};
constexpr PageStyle kAddress{PageFont::Fixed, 7};

/// What differs between the two pages.
struct Content {
    std::string title;
    std::string subtitle;
    std::vector<std::string> instructions;
    std::vector<std::string> words;
    std::string line; ///< what the QR code holds
};

/// A page that is written from top to bottom.
class Sheet {
public:
    void heading(const Content& content, const KitDetails& details) {
        m_page.line({kLeft, 66}, kTitle, content.title);
        m_top = m_page.paragraph({kLeft, 92}, kTextWidth, kName, clipped(details.organization));
        if (!content.subtitle.empty())
            m_top = m_page.paragraph({kLeft, m_top}, kTextWidth, kBody, clipped(content.subtitle));
        m_page.line(
            {kLeft, m_top + 2}, kBody,
            Text::tr("Fingerprint of the organisation: %1").arg(fingerprintWords(details.organizationId)).str());
        m_page.rule({kLeft, m_top + 12}, kTextWidth);
        m_top += 30;
    }
    void instructions(const std::vector<std::string>& sentences) {
        for (const std::string& sentence : sentences) {
            m_page.line({kLeft, m_top}, kBody, "•");
            m_top = m_page.paragraph({kLeft + 12, m_top}, kTextWidth - 12, kBody, sentence) + 3;
        }
    }
    /// Numbered, down one column and on in the next.
    void words(const std::vector<std::string>& words) {
        const std::size_t rows = (words.size() + kColumns - 1) / kColumns;
        const float height = 21 * static_cast<float>(rows) + 12, columnWidth = kTextWidth / kColumns;
        m_page.frame({kLeft, m_top + 4}, kTextWidth, height);
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::size_t column = i / rows, row = i % rows;
            const float left = kLeft + 10 + columnWidth * static_cast<float>(column);
            const float top = m_top + 24 + 21 * static_cast<float>(row);
            m_page.line({left, top}, kNumber, std::to_string(i + 1));
            m_page.line({left + 14, top}, kWord, words[i]);
        }
        m_top += height + 26;
    }
    /// The code on the left, the spaces beside it.
    void codeAndSpaces(const std::string& line, const std::vector<KitSpace>& spaces) {
        const std::optional<QrCode> code = QrCode::of(line);
        if (!code) return; // never: a line has some hundred letters
        m_page.qr({kLeft - 8, m_top - 14}, kQrSide, *code);
        m_page.paragraph({kLeft, m_top + kQrSide - 6}, kQrSide - 16, kAddress, line);
        const float left = kLeft + kQrSide + 6, width = kTextWidth - kQrSide - 6;
        m_page.line({left, m_top}, kHeading, Text::tr("Spaces").str());
        float top = m_top + 16;
        for (std::size_t i = 0; i < spaces.size(); ++i) {
            if (top + 42 > kLowest) {
                m_page.line({left, top}, kSmall, Text::tr("and %1 more").arg(spaces.size() - i).str());
                return;
            }
            top = space({left, top}, width, spaces[i]) + 5;
        }
    }
    std::optional<Bytes> finish() { return m_page.finish(); }

private:
    float space(PagePoint at, float width, const KitSpace& space) {
        at.top = m_page.paragraph(at, width, {PageFont::Bold, 9}, clipped(space.name));
        at.top = m_page.paragraph(at, width, kAddress, toHex(space.id.view()));
        return m_page.paragraph(at, width, kAddress, space.server.empty() ? Text::tr("no server").str() : space.server);
    }
    /// A name may be as long as it likes; what does not fit on the page would push off what must be on it.
    static std::string clipped(const std::string& name) {
        constexpr std::size_t kLettersMax = 100;
        std::size_t letters = 0;
        for (std::size_t i = 0; i < name.size(); ++i)
            if ((static_cast<unsigned char>(name[i]) & 0xc0U) != 0x80 && ++letters > kLettersMax)
                return name.substr(0, i) + "…";
        return name;
    }

    PdfPage m_page;
    float m_top = 0;
};

std::optional<Bytes> pageOf(const Content& content, const KitDetails& details) {
    Sheet sheet;
    sheet.heading(content, details);
    sheet.instructions(content.instructions);
    sheet.words(content.words);
    sheet.codeAndSpaces(content.line, details.spaces);
    return sheet.finish();
}

Content contentOf(const OrganizationRoot& root) {
    return {
        Text::tr("Recovery kit"),
        {},
        {Text::tr(
             "With this page the organisation comes back to its spaces when its computers or passphrases are lost. "
             "Whoever has it can act as the organisation."),
         Text::tr("Keep it on paper, locked away and apart from the computers. Do not photograph or send it, and "
                  "delete the file once it is printed."),
         Text::tr(
             "To recover: install Puente on a new computer, run “puente recover” and type the words in the order of "
             "their numbers, or scan the code. Capitals, accents and blanks do not matter."),
         Text::tr("If it may have been seen or copied, tell the administrators of your spaces at once.")},
        kitWords(root),
        kitText(root)};
}

Content contentOf(const Share& share, const std::string& trustee) {
    return {
        Text::tr("Trustee's share %1 of %2").arg(share.index).arg(share.counts.total),
        trustee.empty() ? std::string() : Text::tr("Kept by: %1").arg(trustee).str(),
        {Text::tr("With any %1 of these %2 shares the organisation comes back to its spaces when its computers or "
                  "passphrases are lost. Fewer reveal nothing.")
             .arg(share.counts.threshold)
             .arg(share.counts.total),
         Text::tr("Keep it on paper, locked away, and never in the same place as another share: whoever has %1 of them "
                  "can act as the organisation.")
             .arg(share.counts.threshold),
         Text::tr("Hand it only to somebody of the organisation whom you know in person and who tells you why. On the "
                  "telephone, compare the fingerprint first."),
         Text::tr(
             "To recover: install Puente on a new computer, run “puente recover” and type the words in the order of "
             "their numbers, or scan the code. Capitals, accents and blanks do not matter.")},
        shareWords(share),
        shareText(share)};
}

Result<Done, platform::FileFault> written(const std::string& path, std::optional<Bytes> page) {
    if (!page) return Failure{platform::FileFault::Failed};
    const auto done = platform::createSecretFile(path, *page);
    sodium_memzero(page->data(), page->size());
    return done;
}

} // namespace

std::optional<Bytes> kitPage(const OrganizationRoot& root, const KitDetails& details) {
    return pageOf(contentOf(root), details);
}

std::optional<Bytes> sharePage(const Share& share, const KitDetails& details, const std::string& trustee) {
    return pageOf(contentOf(share, trustee), details);
}

Result<Done, platform::FileFault> writeKitPage(const std::string& path, const OrganizationRoot& root,
                                               const KitDetails& details) {
    return written(path, kitPage(root, details));
}

Result<Done, platform::FileFault> writeSharePage(const std::string& path, const Share& share, const KitDetails& details,
                                                 const std::string& trustee) {
    return written(path, sharePage(share, details, trustee));
}

} // namespace puente
