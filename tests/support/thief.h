#pragma once

#include "tests/support/membership_builder.h"

#include <algorithm>

namespace puente::test {

/// The keys of whoever the server would put in an honest one's place.
inline const Office& thief() {
    static const Office office = Office::make(666);
    return office;
}

/// One key in place of another.
struct Substitution {
    Bytes honest, own;
};

template <typename HonestId, typename OwnId>
Substitution put(const OwnId& own, const HonestId& honest) {
    return {{honest.view().begin(), honest.view().end()}, {own.view().begin(), own.view().end()}};
}

/// Puts one for the other wherever it stands; how often it did.
inline int substitute(Bytes& bytes, const Substitution& keys) {
    int count = 0;
    for (auto at = bytes.begin();
         (at = std::search(at, bytes.end(), keys.honest.begin(), keys.honest.end())) != bytes.end(); ++count)
        at = std::copy(keys.own.begin(), keys.own.end(), at);
    return count;
}

} // namespace puente::test
