#pragma once

#include "tests/support/evil_server.h"
#include "tests/support/membership_builder.h"

#include <algorithm>

namespace puente::test {

/// The world of three, and a fourth who is admitted and has read nothing yet.
struct NewcomerWorld : SyncWorld {
    SyncOffice newcomer{4};

    NewcomerWorld() {
        editor.write(space);
        for (SyncOffice* office : {&editor, &founder})
            sync(*office, server, space);
        founder.invite(space, Role::Editor, newcomer);
        for (SyncOffice* office : {&founder, &newcomer, &founder})
            sync(*office, server, space);
    }
    bool isWell() { return endsWell({&newcomer, &founder, &editor, &reader}, server, space, 1); }
};

/// The keys of whoever the server would put in an honest one's place.
inline const Office& thief() {
    static const Office office = Office::make(666);
    return office;
}

/// True when a key of the thief's stands among the members'.
inline bool isAmongMembers(SyncOffice& office, const SpaceId& space) {
    for (const auto& [device, member] : office.replica().membership(space).members) {
        const DeviceCertificate &its = member.certificate, &own = thief().certificate;
        if (its.device == own.device || its.sealing == own.sealing || its.organization == own.organization ||
            its.recovery == own.recovery)
            return true;
    }
    return false;
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
