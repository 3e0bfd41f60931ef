#pragma once

#include "client/cli/command.h"
#include "client/core/rights.h"
#include "client/core/roster.h"

namespace puente {

/// The space that a verb is about, and everybody in it.
struct SpaceAndRoster {
    Workspace& workspace;
    SpaceId space;
    Roster roster;
};
Outcome<SpaceAndRoster> rosterFor(Invocation& invocation);

/// What an act came to, as JSON with `--json`, and what it made due, in words.
void printAct(Console& console, const ActDone& done);
/// How the other administrators confirm a removal, if they have not; after printAct().
void sayHowToConfirm(Console& console, const ActDone& done);
/// That the act travels with the next contact.
void sayPassItOn(Console& console);

} // namespace puente
