#pragma once

namespace puente {

/// Ends the program: a caller broke a contract, and going on could damage what a person entered.
[[noreturn]] void contractBroken();

/// Checks a contract. It stays on in release builds; its cost is one predictable branch.
inline void expects(bool held) {
    if (!held) [[unlikely]]
        contractBroken();
}

} // namespace puente
