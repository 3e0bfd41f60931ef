#pragma once

#include "client/core/records.h"

namespace puente {

/// The record of this type that a person means; a notice says what there is instead. An organisation answers to its
/// aliases and acronym too.
Outcome<Dot> findOf(const Records& records, const char* typeName, std::string_view text);

} // namespace puente
