#include <QTest>

#include "client/core/qr.h"

#include <algorithm>

using namespace puente;

/// A QR code looks the same in a terminal and in a file, with the light border that readers need.
class QrTest : public QObject {
    Q_OBJECT

private slots:
    void aCodeHasItsThreeCorners() {
        const QrCode code = *QrCode::of("puente-kit:test");
        for (const auto& [row, column] :
             {std::pair<std::size_t, std::size_t>(0, 0), {0, code.size() - 7}, {code.size() - 7, 0}})
            for (std::size_t i = 0; i < 7; ++i) {
                QVERIFY(code.isDark(row + i, column) && code.isDark(row, column + i) &&
                        code.isDark(row + 6, column + i));
                QVERIFY(code.isDark(row + 3, column + 3));
                QVERIFY(i == 0 || i == 6 || !code.isDark(row + 1, column + i));
            }
    }
    void outsideIsLight() {
        const QrCode code = *QrCode::of("x");
        QVERIFY(!code.isDark(code.size(), 0) && !code.isDark(0, code.size()) && !code.isDark(~std::size_t{0}, 0));
    }
    void theTerminalShowsEverySquare() {
        const QrCode code = *QrCode::of("puente-invite:AQIDBAUGBwgJCgsMDQ4PEA");
        const QStringList lines = QString::fromStdString(qrText(code)).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        const std::size_t side = code.size() + 2 * kQrQuietZone;
        QCOMPARE(static_cast<std::size_t>(lines.size()), (side + 1) / 2);
        for (std::size_t row = 0; row < side; ++row)
            for (std::size_t column = 0; column < side; ++column) {
                const QChar block = lines[static_cast<qsizetype>(row / 2)][static_cast<qsizetype>(column)];
                const bool isLight = block == QChar(0x2588) || block == QChar(row % 2 == 0 ? 0x2580 : 0x2584);
                QCOMPARE(!isLight, code.isDark(row - kQrQuietZone, column - kQrQuietZone));
            }
    }
    void theDrawingHasOneMarkADarkSquare() {
        const QrCode code = *QrCode::of("puente-kit:AQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fFegkyQ");
        const std::string svg = qrSvg(code);
        std::size_t dark = 0;
        for (std::size_t row = 0; row < code.size(); ++row)
            for (std::size_t column = 0; column < code.size(); ++column) {
                const std::string mark =
                    'M' + std::to_string(column + kQrQuietZone) + ' ' + std::to_string(row + kQrQuietZone) + "h1v1h-1z";
                QCOMPARE(svg.find(mark) != std::string::npos, code.isDark(row, column));
                dark += code.isDark(row, column);
            }
        QCOMPARE(static_cast<std::size_t>(std::ranges::count(svg, 'M')), dark);
        QVERIFY(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
    }
    void whatIsTooLongIsRefused() {
        QVERIFY(QrCode::of(std::string(2953, 'x')));
        QVERIFY(!QrCode::of(std::string(2954, 'x')));
        QVERIFY(!QrCode::of(""));
    }
};

QTEST_APPLESS_MAIN(QrTest)
#include "qr_test.moc"
