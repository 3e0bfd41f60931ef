#include "client/cli/rights_output.h"

#include "client/cli/exchange_output.h"
#include "client/cli/json_writer.h"
#include "client/core/text.h"

namespace puente {

Outcome<SpaceAndRoster> rosterFor(Invocation& invocation) {
    const auto space = invocation.space();
    if (!space) return Failure{space.fault()};
    Workspace& workspace = **invocation.workspace();
    return SpaceAndRoster{workspace, *space, rosterOf(workspace, *space)};
}

void printAct(Console& console, const ActDone& done) {
    if (console.json())
        console.data(JsonWriter()
                         .beginObject()
                         .member("record", toHex(done.record.view()))
                         .member("confirmed", done.isConfirmed)
                         .member("keys_renewed", done.keys.renewed)
                         .member("keys_forwarded", done.keys.forwarded)
                         .endObject()
                         .takeLine());
    sayKeys(console, done.keys.renewed, done.keys.forwarded);
}

void sayHowToConfirm(Console& console, const ActDone& done) {
    if (done.isConfirmed) return;
    console.say(
        Text::tr("It holds at once. So that nobody overturns it later, the other administrators confirm it with "
                 "“puente confirm %1”; where you are the only other one, you do so with your recovery kit: "
                 "“puente confirm %1 --kit FILE”.")
            .arg(shortId(done.record.view())));
}

void sayPassItOn(Console& console) {
    console.say(Text::tr("Run “puente sync”, or export a bundle, so that the others learn of it."));
}

} // namespace puente
