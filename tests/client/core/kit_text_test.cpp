#include <QTest>

#include "client/core/kit_text.h"
#include "client/core/syllables.h"
#include "common/crypto/hash.h"
#include "tests/support/seeded_entropy.h"
#include "tests/support/vectors.h"

using namespace puente;

namespace {

using Words = std::vector<std::string>;

std::string joined(const Words& words, std::string_view between = " ") {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? std::string() : std::string(between)) + word;
    return text;
}

KitFault faultOf(std::string_view text) {
    const auto root = kitFromText(text);
    return root ? KitFault{} : root.fault();
}

KitFault unknownWord(std::size_t position) {
    return {KitFault::Kind::UnknownWord, position};
}

bool isKitOf(const OrganizationRoot& root, std::string_view text) {
    const auto read = kitFromText(text);
    return read.ok() && equal(read->reveal(), root.reveal());
}

Words anyKit(std::uint64_t seed) {
    test::SeededEntropy entropy(seed);
    return kitWords(OrganizationRoot::generate(entropy));
}

/// The three syllables of a word.
Words syllablesOf(std::string_view word) {
    Words syllables;
    for (std::string_view rest = word; !rest.empty();)
        syllables.push_back(syllableOf(*takeSyllable(rest)));
    return syllables;
}

Share sameShare(std::uint8_t threshold, std::uint8_t total, std::uint8_t index) {
    test::SeededEntropy entropy(total);
    auto shares = splitSecret(Bytes(32, threshold), {threshold, total}, entropy);
    return std::move(shares[index - 1U]);
}

bool isSame(const Share& a, const Share& b) {
    return a.set == b.set && a.counts == b.counts && a.index == b.index && equal(a.data.reveal(), b.data.reveal());
}

} // namespace

/// What a tired person types is understood, or the program says which word to look at again.
class KitTextTest : public QObject {
    Q_OBJECT

private slots:
    void aKitComesBackFromItsWordsAndItsLine() {
        test::SeededEntropy entropy(1);
        for (int round = 0; round < 200; ++round) {
            const OrganizationRoot root = OrganizationRoot::generate(entropy);
            QCOMPARE(kitWords(root).size(), kKitWords);
            QVERIFY(isKitOf(root, joined(kitWords(root))));
            QVERIFY(isKitOf(root, kitText(root)));
        }
    }
    void aShareComesBackFromItsWordsAndItsLine() {
        for (std::uint8_t total = 2; total <= kSharesMax; ++total)
            for (std::uint8_t threshold = 2; threshold <= total; ++threshold) {
                const Share share = sameShare(threshold, total, total);
                QCOMPARE(shareWords(share).size(), kShareWords);
                QVERIFY(isSame(*shareFromText(joined(shareWords(share))), share));
                QVERIFY(isSame(*shareFromText(shareText(share)), share));
            }
    }
    void theWayOfTypingDoesNotMatter_data() {
        QTest::addColumn<std::string>("text");
        const Words words = anyKit(7);
        std::string shouted = joined(words), accented = joined(words), numbered, alike = joined(words);
        for (char& c : shouted)
            c = static_cast<char>(std::toupper(c));
        for (const auto& [plain, other] : {std::pair("a", "á"), {"e", "É"}, {"i", "ï"}, {"o", "o\u0301"}, {"u", "Ü"}})
            for (std::size_t at = 0; (at = accented.find(plain, at)) != std::string::npos; at += 3)
                accented.replace(at, 1, other);
        for (std::size_t i = 0; i < words.size(); ++i)
            numbered += std::to_string(i + 1) + (i % 2 == 0 ? ".\t" : ": ") + words[i] + (i % 5 == 4 ? "\r\n" : "   ");
        for (char& c : alike)
            c = c == 'b' ? 'v' : c == 's' ? 'z' : c == 'k' ? 'c' : c;

        QTest::newRow("in capitals") << shouted;
        QTest::newRow("with accents") << accented;
        QTest::newRow("numbered, in rows") << numbered;
        QTest::newRow("one word a line") << "\n" + joined(words, "\n") + "\n";
        QTest::newRow("with commas and dashes") << joined(words, ", ") + " — ";
        QTest::newRow("without any blank") << joined(words, "");
        QTest::newRow("as it sounds") << alike;
    }
    void theWayOfTypingDoesNotMatter() {
        QFETCH(std::string, text);
        test::SeededEntropy entropy(7);
        QVERIFY(isKitOf(OrganizationRoot::generate(entropy), text));
    }
    void everyWrongSyllableIsFoundInItsWord() {
        // Each of the 75 syllables of a kit against each other one: certain, not just likely.
        const Words words = anyKit(2);
        for (std::size_t place = 0; place < words.size(); ++place)
            for (std::size_t syllable = 0; syllable < 3; ++syllable)
                for (std::size_t number = 0; number < kSyllables; ++number) {
                    Words parts = syllablesOf(words[place]);
                    if (parts[syllable] == syllableOf(number)) continue;
                    parts[syllable] = syllableOf(number);
                    Words wrong = words;
                    wrong[place] = joined(parts, "");
                    QVERIFY(faultOf(joined(wrong)) == unknownWord(place + 1));
                }
    }
    void syllablesThatChangedPlacesAreFoundInTheirWord() {
        for (std::uint64_t seed = 0; seed < 100; ++seed) {
            const Words words = anyKit(seed);
            for (std::size_t place = 0; place < words.size(); ++place)
                for (const auto& [one, other] : {std::pair(0, 1), {1, 2}, {0, 2}}) {
                    Words parts = syllablesOf(words[place]), wrong = words;
                    if (parts[one] == parts[other]) continue;
                    std::swap(parts[one], parts[other]);
                    wrong[place] = joined(parts, "");
                    QVERIFY(faultOf(joined(wrong)) == unknownWord(place + 1));
                }
        }
    }
    void wordsThatChangedPlacesAreFound() {
        for (std::uint64_t seed = 0; seed < 1000; ++seed) {
            Words words = anyKit(seed);
            for (std::size_t place = 1; place < words.size(); ++place) {
                Words swapped = words;
                std::swap(swapped[place - 1], swapped[place]);
                QVERIFY(faultOf(joined(swapped)) == unknownWord(place));
            }
        }
    }
    void everyOtherWordInAPlaceIsFound() {
        // One of 64 passes for a right word at its place; then the checksum of all of them finds it.
        int namedElsewhere = 0, tried = 0;
        for (std::uint64_t seed = 0; seed < 1000; ++seed) {
            const Words words = anyKit(seed), others = anyKit(seed + 1'000'000);
            for (std::size_t place = 0; place < words.size(); ++place) {
                Words wrong = words;
                wrong[place] = others[(place + seed) % words.size()];
                if (wrong[place] == words[place]) continue;
                const KitFault fault = faultOf(joined(wrong));
                QVERIFY(!kitFromText(joined(wrong)));
                namedElsewhere += fault != unknownWord(place + 1);
                ++tried;
            }
        }
        QVERIFY(tried > 20'000);
        QVERIFY2(namedElsewhere < tried / 20, qPrintable(QString::number(namedElsewhere)));
    }
    void aRightWordOfAnotherKitIsFoundByTheChecksum() {
        int damaged = 0;
        for (std::uint64_t seed = 0; seed < 1000; ++seed) {
            const Words words = anyKit(seed), others = anyKit(seed + 1'000'000);
            for (std::size_t place = 1; place < words.size(); ++place) {
                Words wrong = words;
                wrong[place] = others[place]; // its own check fits: the checksum alone can tell
                if (wrong[place] == words[place]) continue;
                QVERIFY(faultOf(joined(wrong)) == KitFault{KitFault::Kind::Damaged});
                ++damaged;
            }
        }
        QVERIFY(damaged > 20'000);
    }
    void aMissingWordOrOneTooManyIsFoundInItsPlace() {
        const Words words = anyKit(3);
        for (std::size_t place = 0; place < words.size(); ++place) {
            Words missing = words, twice = words;
            missing.erase(missing.begin() + static_cast<std::ptrdiff_t>(place));
            twice.insert(twice.begin() + static_cast<std::ptrdiff_t>(place), words[place]);
            QVERIFY(faultOf(joined(missing)) == unknownWord(place + 1));
            QVERIFY(faultOf(joined(twice)) == unknownWord(place + 2));
        }
    }
    void everyMissingOrForeignLetterIsFound() {
        const std::string text = joined(anyKit(4));
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (text[at] == ' ') continue;
            const std::size_t place = static_cast<std::size_t>(std::count(text.begin(), text.begin() + at, ' ')) + 1;
            std::string foreign = text, missing = text;
            foreign.replace(at, 1, "ж");
            missing.erase(at, 1);
            QVERIFY(faultOf(foreign) == unknownWord(place));
            QVERIFY(!kitFromText(missing));
        }
    }
    void everyFlippedBitOfALineIsFound() {
        test::SeededEntropy entropy(5);
        const std::string line = kitText(OrganizationRoot::generate(entropy));
        const std::size_t start = line.find(':') + 1;
        const Bytes bytes = *fromBase64Url(std::string_view(line).substr(start));
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            Bytes flipped = bytes;
            flipped[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
            QVERIFY(faultOf(line.substr(0, start) + toBase64Url(flipped)) == KitFault{KitFault::Kind::Damaged});
        }
    }
    void aLineMayBeBroken() {
        test::SeededEntropy entropy(6);
        const OrganizationRoot root = OrganizationRoot::generate(entropy);
        std::string line = kitText(root);
        line.insert(30, "\r\n  ");
        QVERIFY(isKitOf(root, "  " + line + "\n"));
    }
    void somethingElseIsNotAKit_data() {
        QTest::addColumn<std::string>("text");
        const Share share = sameShare(2, 3, 1);
        QTest::newRow("nothing") << std::string();
        QTest::newRow("numbers") << std::string("1. 2. 3.");
        QTest::newRow("an invite") << std::string("puente-invite:AQID");
        QTest::newRow("a share's line") << shareText(share);
        QTest::newRow("a share's words") << joined(shareWords(share));
    }
    void somethingElseIsNotAKit() {
        QFETCH(std::string, text);
        QVERIFY(faultOf(text) == KitFault{KitFault::Kind::NotAKit});
    }
    void aKitIsNotAShare() {
        test::SeededEntropy entropy(8);
        const OrganizationRoot root = OrganizationRoot::generate(entropy);
        for (const std::string& text : {kitText(root), joined(kitWords(root))})
            QVERIFY(shareFromText(text).fault() == KitFault{KitFault::Kind::NotAKit});
    }
    void theVectorsAreWhatIsWritten() {
        const auto& file = test::readVectors("recovery_kit_v1.json");
        const auto secret = fromHex(file["kit"]["root"].get<std::string>());
        const OrganizationRoot root = OrganizationRoot::fromSecret(*secret);
        QCOMPARE(kitText(root), file["kit"]["text"].get<std::string>());
        QCOMPARE(joined(kitWords(root)), file["kit"]["words"].get<std::string>());
        std::vector<Share> shares;
        for (const auto& vector : file["shares"]) {
            shares.push_back(*shareFromText(vector["words"].get<std::string>()));
            QCOMPARE(shareText(shares.back()), vector["text"].get<std::string>());
            QCOMPARE(joined(shareWords(shares.back())), vector["words"].get<std::string>());
        }
        QVERIFY(equal(combineShares(shares)->reveal(), root.reveal()));
    }
    void everyBadVectorIsRefusedAsItSays() {
        const std::map<std::string, KitFault::Kind> kinds{{"not a kit", KitFault::Kind::NotAKit},
                                                          {"damaged", KitFault::Kind::Damaged},
                                                          {"unknown word", KitFault::Kind::UnknownWord},
                                                          {"unknown version", KitFault::Kind::UnknownVersion}};
        for (const auto& vector : test::readVectors("recovery_kit_v1.json")["bad"]) {
            const auto text = vector["text"].get<std::string>();
            const KitFault wanted{kinds.at(vector["fault"].get<std::string>()),
                                  vector.value("position", std::size_t{0})};
            const bool isShare = vector["as"].get<std::string>() == "share";
            const KitFault fault = isShare ? shareFromText(text).fault() : faultOf(text);
            QVERIFY2(fault == wanted, qPrintable(QString::fromStdString(vector["what"].get<std::string>())));
        }
    }
};

QTEST_APPLESS_MAIN(KitTextTest)
#include "kit_text_test.moc"
