#include "client/core/fingerprint.h"

#include "common/crypto/hash.h"

#include <array>

namespace puente {

namespace {

constexpr std::array<std::string_view, 13> kConsonants{"b", "d", "f", "g", "k", "l", "m",
                                                       "n", "p", "r", "s", "t", "ch"};
constexpr std::string_view kVowels = "aeiou";
constexpr int kSyllables = 12;
constexpr int kSyllablesInWord = 3;

std::string syllable(std::size_t number) { // 0 to 63
    return std::string(kConsonants[number / kVowels.size()]) + kVowels[number % kVowels.size()];
}

} // namespace

std::string fingerprintWords(const DeviceCertificate& certificate) {
    const Hash hash = Hasher(Purpose::Fingerprint)
                          .add(certificate.organization.view())
                          .add(certificate.device.view())
                          .add(certificate.sealing.view())
                          .finish();
    std::string words;
    for (int i = 0; i < kSyllables; ++i) {
        std::size_t number = 0;
        for (int bit = 6 * i; bit < 6 * (i + 1); ++bit)
            number = number << 1 | (hash.bytes[bit / 8] >> (7 - bit % 8) & 1U);
        if (i > 0 && i % kSyllablesInWord == 0) words += ' ';
        words += syllable(number);
    }
    return words;
}

} // namespace puente
