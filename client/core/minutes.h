#pragma once

#include "client/core/records.h"

#include <string>

namespace puente {

/// The minutes of a meeting as the records have it, in the language of the program: attendance, agenda with outcomes,
/// what was agreed, and the last frozen board with the heads of all logs, by which anybody checks what lay before it.
Outcome<std::string> minutesOf(const Records& records, const Dot& meeting);

/// The text that was stored as its minutes; empty for none.
Outcome<std::string> storedMinutes(const Records& records, const Dot& meeting);
Outcome<Records::Written> storeMinutes(Records& records, const Dot& meeting, const std::string& text);

} // namespace puente
