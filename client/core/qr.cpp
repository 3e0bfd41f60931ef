#include "client/core/qr.h"

#include "common/base/bytes.h"

#include <climits>
#include <memory>

#include <qrencode.h>

namespace puente {

namespace {

using Encoded = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

Encoded encoded(std::string_view text, QRecLevel level) {
    const auto size = static_cast<int>(text.size());
    return {QRcode_encodeData(size, bytesOf(text).data(), 0, level), &QRcode_free};
}

} // namespace

std::optional<QrCode> QrCode::of(std::string_view text) {
    if (text.empty() || text.size() > INT_MAX) return std::nullopt;
    Encoded made = encoded(text, QR_ECLEVEL_M);
    if (!made) made = encoded(text, QR_ECLEVEL_L); // the longest texts have to do with less against dirt
    if (!made) return std::nullopt;
    QrCode code;
    code.m_size = static_cast<std::size_t>(made->width);
    code.m_dark.resize(code.m_size * code.m_size);
    for (std::size_t i = 0; i < code.m_dark.size(); ++i)
        code.m_dark[i] = made->data[i] & 1U;
    return code;
}

bool QrCode::isDark(std::size_t row, std::size_t column) const {
    return row < m_size && column < m_size && m_dark[row * m_size + column];
}

std::string qrText(const QrCode& code) {
    static constexpr std::string_view kBlocks[2][2] = {{"█", "▀"}, {"▄", " "}}; // [upper dark][lower dark]
    std::string text;
    const std::size_t end = code.size() + 2 * kQrQuietZone;
    // Before the first square the subtraction wraps around, which is outside as well.
    for (std::size_t row = 0; row < end; row += 2) {
        for (std::size_t column = 0; column < end; ++column) {
            const bool upper = code.isDark(row - kQrQuietZone, column - kQrQuietZone);
            const bool lower = code.isDark(row + 1 - kQrQuietZone, column - kQrQuietZone);
            text += kBlocks[upper][lower];
        }
        text += '\n';
    }
    return text;
}

std::string qrSvg(const QrCode& code) {
    const std::string side = std::to_string(code.size() + 2 * kQrQuietZone);
    std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + ' ' + side +
                      "\" shape-rendering=\"crispEdges\">\n<rect width=\"" + side + "\" height=\"" + side +
                      "\" fill=\"#fff\"/>\n<path fill=\"#000\" d=\"";
    for (std::size_t row = 0; row < code.size(); ++row)
        for (std::size_t column = 0; column < code.size(); ++column) {
            if (!code.isDark(row, column)) continue;
            svg += 'M' + std::to_string(column + kQrQuietZone) + ' ' + std::to_string(row + kQrQuietZone) + "h1v1h-1z";
        }
    return svg + "\"/>\n</svg>\n";
}

} // namespace puente
