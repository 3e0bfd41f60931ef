#include <QTest>

#include "client/domain/document_manifest.h"
#include "sync/document/document_index.h"

using namespace puente;

/// A manifest is what another office wrote: what is not exactly one is none.
class DocumentManifestTest : public QObject {
    Q_OBJECT

    static DocumentManifest sample() {
        DocumentManifest manifest;
        manifest.document.bytes.fill(0xAB);
        manifest.content.bytes.fill(0x01);
        manifest.size = 20'971'520;
        manifest.name = "Manual \"niñez\" \\ 2.pdf";
        manifest.type = "application/pdf";
        return manifest;
    }
    static std::string with(const std::string& part, const std::string& instead) {
        std::string text = manifestText(sample());
        const std::size_t at = text.find(part);
        return at == std::string::npos ? std::string() : text.replace(at, part.size(), instead);
    }

private slots:
    void hasOneText() {
        const std::string text = manifestText(sample()), id = toHex(sample().document.view()),
                          content = toHex(sample().content.view());
        QCOMPARE(text, "{\"document\":\"" + id + "\",\"size\":20971520,\"content\":\"" + content +
                           "\",\"name\":\"Manual \\\"niñez\\\" \\\\ 2.pdf\",\"type\":\"application/pdf\"}");
        QVERIFY(manifestFromText(text) == sample());
    }

    void refusesWhateverElse_data() {
        QTest::addColumn<std::string>("text");
        const std::string good = manifestText(sample()), name = "Manual", size = "20971520";
        QTest::newRow("nothing") << std::string();
        QTest::newRow("cut") << good.substr(0, good.size() - 1);
        QTest::newRow("something behind it") << good + " ";
        QTest::newRow("white space") << with(",\"size\"", ", \"size\"");
        QTest::newRow("another order") << with("document", "content");
        QTest::newRow("a further member") << with("\"}", "\",\"path\":\"/etc\"}");
        QTest::newRow("capital digits") << with("abab", "ABab");
        QTest::newRow("a short id") << with("abab", "ab");
        QTest::newRow("a size that is none") << with(size, "x");
        QTest::newRow("a negative size") << with(size, "-1");
        QTest::newRow("a size with a zero before it") << with(size, "0" + size);
        QTest::newRow("a fraction") << with(size, "1.5");
        QTest::newRow("too large") << with(size, std::to_string(kDocumentSizeMax + 1));
        QTest::newRow("beyond 64 bits") << with(size, "99999999999999999999999");
        QTest::newRow("no name") << with("Manual \\\"niñez\\\" \\\\ 2.pdf", "");
        QTest::newRow("a long name") << with(name, std::string(kManifestNameMax, 'a'));
        QTest::newRow("a huge name") << with(name, std::string(10'000'000, 'a'));
        QTest::newRow("a line end") << with(name, "a\nb");
        QTest::newRow("an escape sequence") << with(name, "a\x1B[2J");
        QTest::newRow("NUL") << with(name, std::string("a\0b", 3));
        QTest::newRow("C1") << with(name, "a\xC2\x9B"
                                          "b");
        QTest::newRow("DEL") << with(name, "a\x7F");
        QTest::newRow("no UTF-8") << with(name, "a\xFF");
        QTest::newRow("an escape that was not needed") << with(name, "\\Manual");
        QTest::newRow("an escape as in JSON") << with(name, "\\u004d");
        QTest::newRow("an open quotation") << with("2.pdf\"", "2.pdf");
        QTest::newRow("a media type that is none") << with("application/pdf", "application");
        QTest::newRow("a media type with a parameter") << with("application/pdf", "text/html;charset=x");
        QTest::newRow("a media type of a page") << with("application/pdf", "a/" + std::string(kManifestTypeMax, 'b'));
    }
    void refusesWhateverElse() {
        QFETCH(const std::string, text);
        QVERIFY(!manifestFromText(text));
    }

    void everyCutIsRefused() {
        const std::string good = manifestText(sample());
        for (std::size_t size = 0; size < good.size(); ++size)
            QVERIFY(!manifestFromText(std::string_view(good).substr(0, size)));
    }

    void aFilesNameIsMadeText() {
        QCOMPARE(manifestName("acta.pdf"), std::string("acta.pdf"));
        QCOMPARE(manifestName("a\nb\x7F.pdf"), std::string("a_b_.pdf"));
        QCOMPARE(manifestName("ni\xF1"
                              "ez.pdf"),
                 std::string("niñez.pdf")); // Windows-1252
        QCOMPARE(manifestName(std::string(300, 'a')).size(), kManifestNameMax);
        QCOMPARE(manifestName(""), std::string("_"));
        for (const char* name : {"a\nb", "\xC2\x85", "\xFF\xFE", "\x1B]0;x"}) {
            DocumentManifest manifest = sample();
            manifest.name = manifestName(name);
            QVERIFY(manifestFromText(manifestText(manifest)) == manifest);
        }
    }

    void mediaTypesGoByTheEnding() {
        QCOMPARE(mediaTypeOf("ACTA.PDF"), std::string_view("application/pdf"));
        QCOMPARE(mediaTypeOf("a.b.csv"), std::string_view("text/csv"));
        QCOMPARE(mediaTypeOf("pdf"), std::string_view("application/octet-stream"));
        QCOMPARE(mediaTypeOf("a.exe"), std::string_view("application/octet-stream"));
    }
};

QTEST_GUILESS_MAIN(DocumentManifestTest)
#include "document_manifest_test.moc"
