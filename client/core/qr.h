#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace puente {

/// The squares of a QR code.
class QrCode {
public:
    /// Nothing if the text is longer than a QR code holds: 2,953 bytes.
    static std::optional<QrCode> of(std::string_view text);

    /// How many squares a side has, without the quiet zone.
    std::size_t size() const { return m_size; }
    /// False outside as well.
    bool isDark(std::size_t row, std::size_t column) const;

private:
    QrCode() = default;

    std::size_t m_size = 0;
    std::vector<bool> m_dark;
};

/// How wide the light border of a QR code must be for every reader to find it, in squares.
inline constexpr std::size_t kQrQuietZone = 4;

/// A QR code in half blocks for a terminal, quiet zone included. The light squares are what is printed, so it reads as
/// it should on a dark terminal; on a light one it is inverted, which today's readers accept.
std::string qrText(const QrCode& code);

/// A QR code as an SVG document: it prints sharp at any size.
std::string qrSvg(const QrCode& code);

} // namespace puente
