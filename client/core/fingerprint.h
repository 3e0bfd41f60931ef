#pragma once

#include "sync/membership/record.h"

#include <string>

namespace puente {

/// Four words that stand for the keys of an office and its device, to be compared aloud: whoever hears the same four
/// from the office itself knows that nobody stands between. They hold 72 bits of a hash, so that making another key
/// with the same words is out of reach.
///
/// The words are made of 64 syllables that sound different in Spanish and in English alike (no b beside v, no s beside
/// z, no silent h), so that two offices read the same words whatever they speak.
std::string fingerprintWords(const DeviceCertificate& certificate);

/// Four words for an organisation itself, whatever its devices.
std::string fingerprintWords(const OrganizationId& organization);

} // namespace puente
