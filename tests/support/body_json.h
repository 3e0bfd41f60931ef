#pragma once

#include "sync/segment/body.h"

#include <nlohmann/json.hpp>

namespace puente::test {

/// A body as the vectors in tests/vectors write it down for people.
nlohmann::json toJson(const SegmentBody& body);

/// Bytes in hexadecimal; the test data is our own, so anything else ends the test.
Bytes bytesFromHex(const nlohmann::json& digits);

} // namespace puente::test
