#include "client/core/fingerprint.h"

#include "client/core/syllables.h"
#include "common/crypto/hash.h"

namespace puente {

namespace {

constexpr int kSyllablesInAll = 12;
constexpr int kSyllablesInWord = 3;

std::string wordsOf(const Hash& hash) {
    std::string words;
    for (int i = 0; i < kSyllablesInAll; ++i) {
        std::size_t number = 0;
        for (int bit = 6 * i; bit < 6 * (i + 1); ++bit)
            number = number << 1 | (hash.bytes[bit / 8] >> (7 - bit % 8) & 1U);
        if (i > 0 && i % kSyllablesInWord == 0) words += ' ';
        words += syllableOf(number);
    }
    return words;
}

} // namespace

std::string fingerprintWords(const DeviceCertificate& certificate) {
    return wordsOf(Hasher(Purpose::Fingerprint)
                       .add(certificate.organization.view())
                       .add(certificate.device.view())
                       .add(certificate.sealing.view())
                       .finish());
}

std::string fingerprintWords(const OrganizationId& organization) {
    return wordsOf(hashOf(Purpose::Fingerprint, organization.view()));
}

} // namespace puente
