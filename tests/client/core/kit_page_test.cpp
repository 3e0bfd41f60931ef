#include <QTest>

#include "client/core/fingerprint.h"
#include "client/core/kit_page.h"
#include "client/core/kit_text.h"
#include "tests/support/seeded_entropy.h"

#include <QFile>
#include <QTemporaryDir>

#include <filesystem>

using namespace puente;

namespace {

OrganizationRoot anyRoot() {
    test::SeededEntropy entropy(1);
    return OrganizationRoot::generate(entropy);
}

KitDetails details(const OrganizationRoot& root, std::size_t spaces = 2) {
    KitDetails details{"Ministerio de Migración", root.id(), {}};
    for (std::size_t i = 0; i < spaces; ++i) {
        KitSpace space{"Espacio " + std::to_string(i + 1), {}, "puente-server:sync.example.org:7443#AQEB.AgIC"};
        space.id.bytes.fill(static_cast<std::uint8_t>(i + 1));
        details.spaces.push_back(space);
    }
    return details;
}

/// The text of a string in a PDF: what is not plain stands there as three octal digits.
std::string unescaped(std::string_view text) {
    std::string plain;
    for (; !text.empty(); text.remove_prefix(1)) {
        if (text.front() != '\\') {
            plain += text.front();
            continue;
        }
        plain += static_cast<char>(std::stoi(std::string(text.substr(1, 3)), nullptr, 8));
        text.remove_prefix(3);
    }
    return plain;
}

/// What is shown on an uncompressed page, piece by piece: the strings before the operator Tj.
std::vector<std::string> shown(const Bytes& page) {
    std::vector<std::string> pieces;
    const std::string_view text = textOf(page);
    for (std::size_t end = text.find(") Tj"); end != std::string_view::npos; end = text.find(") Tj", end + 1)) {
        const std::size_t start = text.rfind('\n', end) + 1;
        pieces.push_back(unescaped(text.substr(start + 1, end - start - 1)));
    }
    return pieces;
}

bool shows(const Bytes& page, const std::string& piece) {
    const auto pieces = shown(page);
    return std::ranges::find(pieces, piece) != pieces.end();
}

} // namespace

/// The paper holds what a person needs to come back, once, and nothing that is not seen.
class KitPageTest : public QObject {
    Q_OBJECT

private slots:
    void aKitShowsAllItsWordsInTheirPlaces() {
        const OrganizationRoot root = anyRoot();
        const Bytes page = *kitPage(root, details(root));
        const auto pieces = shown(page);
        const auto words = kitWords(root);
        for (std::size_t i = 0; i < words.size(); ++i) {
            const auto word = std::ranges::find(pieces, words[i]);
            QVERIFY(word != pieces.begin() && word != pieces.end());
            QCOMPARE(*std::prev(word), std::to_string(i + 1));
        }
    }
    void theLineUnderTheCodeIsTheKit() {
        const OrganizationRoot root = anyRoot();
        const Bytes page = *kitPage(root, details(root));
        std::string pieces;
        for (const std::string& piece : shown(page))
            pieces += piece;
        QVERIFY(pieces.find(kitText(root)) != std::string::npos);
    }
    void aKitSaysWhoseItIsAndWhereItBelongs() {
        const OrganizationRoot root = anyRoot();
        const Bytes page = *kitPage(root, details(root));
        QVERIFY(shows(page, "Ministerio de Migraci\xf3n")); // Windows-1252, as its fonts are read
        QVERIFY(shows(page, "Fingerprint of the organisation: " + fingerprintWords(root.id())));
        QVERIFY(shows(page, "Espacio 2"));
        QVERIFY(shows(page, std::string("02020202020202020202020202020202")));
        QVERIFY(shows(page, "puente-server:sync.example.org:7443#AQEB.AgIC"));
    }
    void moreSpacesThanFitAreCounted() {
        const OrganizationRoot root = anyRoot();
        const Bytes page = *kitPage(root, details(root, 40));
        std::size_t listed = 0;
        for (std::size_t i = 1; i <= 40; ++i)
            listed += shows(page, "Espacio " + std::to_string(i));
        QVERIFY(listed >= 3 && listed < 40);
        QVERIFY(shows(page, "and " + std::to_string(40 - listed) + " more"));
    }
    void aNameOfAnyLengthLeavesRoomForTheRest() {
        const OrganizationRoot root = anyRoot();
        KitDetails named = details(root);
        named.organization = std::string(5000, 'W');
        named.spaces[0].name = std::string(5000, 'W');
        const Bytes page = *kitPage(root, named);
        for (const std::string& word : kitWords(root))
            QVERIFY(shows(page, word));
        QVERIFY(page.size() < 200'000);
    }
    void whatAPdfReadsAsItsOwnIsShownAsItIs() {
        const OrganizationRoot root = anyRoot();
        KitDetails named = details(root);
        named.spaces[0].name = "(a\\b) % <c> “d” \u014d";
        QVERIFY(shows(*kitPage(root, named), "(a\\b) % <c> \x93"
                                             "d\x94 ?"));
    }
    void aShareShowsItsWordsAndWhoKeepsIt() {
        const OrganizationRoot root = anyRoot();
        test::SeededEntropy entropy(2);
        const auto shares = splitSecret(root.reveal(), {2, 3}, entropy);
        const Bytes page = *sharePage(shares[1], details(root), "José");
        for (const std::string& word : shareWords(shares[1]))
            QVERIFY(shows(page, word));
        QVERIFY(shows(page, "Trustee's share 2 of 3"));
        QVERIFY(shows(page, "Kept by: Jos\xe9"));
        for (const std::string& word : kitWords(root))
            if (word != kitWords(root)[0]) QVERIFY(!shows(page, word)); // nothing of the root itself
    }
    void aPageHoldsNothingThatIsNotSeen() {
        const OrganizationRoot root = anyRoot();
        const Bytes page = *kitPage(root, details(root));
        QVERIFY(page == *kitPage(root, details(root))); // no date, no random id
        for (const char* hidden : {"/CreationDate", "/ModDate", "/Author", "/Title", "/Metadata", "/ID", "/Filter"})
            QVERIFY2(textOf(page).find(hidden) == std::string_view::npos, hidden);
    }
    void theFileIsItsOwnersAndTheOnlyOne() {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("kit.pdf")).toStdString();
        const OrganizationRoot root = anyRoot();
        QVERIFY(writeKitPage(path, root, details(root)).ok());
        QCOMPARE(std::filesystem::status(path).permissions(),
                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
        QVERIFY(equal(*platform::readFile(path, 1'000'000), *kitPage(root, details(root))));
        const auto files = std::filesystem::directory_iterator(folder.path().toStdString());
        QCOMPARE(std::distance(begin(files), end(files)), std::ptrdiff_t{1});
    }
    void noFileIsEverWrittenOver() {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("kit.pdf")).toStdString();
        const std::string link = folder.filePath(QStringLiteral("link.pdf")).toStdString();
        const OrganizationRoot root = anyRoot();
        QVERIFY(platform::createSecretFile(path, bytesOf("mine")).ok());
        std::filesystem::create_symlink(folder.filePath(QStringLiteral("elsewhere")).toStdString(), link);
        for (const std::string& taken : {path, link})
            QVERIFY(writeKitPage(taken, root, details(root)).fault() == platform::FileFault::Exists);
        QVERIFY(equal(*platform::readFile(path, 100), bytesOf("mine")));
        QVERIFY(!platform::exists(folder.filePath(QStringLiteral("elsewhere")).toStdString()));
    }
    void aFolderThatIsNotThereIsSaid() {
        const OrganizationRoot root = anyRoot();
        QVERIFY(writeKitPage("/nowhere/kit.pdf", root, details(root)).fault() == platform::FileFault::NotFound);
    }
};

QTEST_APPLESS_MAIN(KitPageTest)
#include "kit_page_test.moc"
