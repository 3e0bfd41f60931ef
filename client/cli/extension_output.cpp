#include "client/cli/extension_output.h"

#include "client/cli/record_output.h"
#include "client/cli/times.h"
#include "client/core/text.h"
#include "client/domain/day_text.h"
#include "client/domain/fold.h"

namespace puente {

namespace {

std::string who(const Records& records, const Extension& extension) {
    std::string text = Text::tr("granted by %1").arg(extension.grantedBy);
    if (extension.granted) text += ", " + formatDay(*extension.granted);
    const Author author = records.authorOf(*extension.live);
    if (fold(author.organization) != fold(extension.grantedBy))
        text += " (" + Text::tr("entered by %1").arg(authorText(author)).str() + ")";
    return text;
}

} // namespace

void printExtensions(Console& console, const Records& records, const Dot& record) {
    const std::vector<Extension> extensions = records.deadlines().extensionsOf(record);
    if (extensions.empty()) return;
    console.line("");
    console.line(Text::tr("Extensions"), ": " + std::to_string(extensions.size()));
    bool isContested = false;
    for (const Extension& extension : extensions) {
        const std::string from = extension.oldDue.empty() ? std::string(Text::tr("no term")) : extension.oldDue;
        console.line("  " + from + " → " + extension.newDue + "  " + who(records, extension) +
                     (extension.isContested ? "  (!)" : ""));
        console.line("    " + Text::tr("Reason: %1").arg(extension.reason).str());
        isContested = isContested || extension.isContested;
    }
    if (!isContested) return;
    console.line(Text::tr("(!) Several extensions replace the same term. Take back the one that does not hold:"));
    for (const Extension& extension : extensions)
        if (extension.isContested)
            console.line("  puente delete " + handleOf(extension.id, records.workspace().replica().logs()) + "   → " +
                         extension.newDue);
}

void writeExtensions(JsonWriter& json, const Records& records, const Dot& record) {
    json.beginArray();
    for (const Extension& extension : records.deadlines().extensionsOf(record)) {
        const Author author = records.authorOf(*extension.live);
        json.beginObject()
            .member("id", handleOf(extension.id, records.workspace().replica().logs()))
            .member("old_due", extension.oldDue)
            .member("new_due", extension.newDue)
            .member("reason", extension.reason)
            .member("granted_by", extension.grantedBy)
            .key("granted");
        extension.granted ? json.value(formatDay(*extension.granted)) : json.null();
        json.member("entered_by", author.organization)
            .member("at", isoTime(instantOf(author.stamp)))
            .member("contested", extension.isContested)
            .endObject();
    }
    json.endArray();
}

} // namespace puente
