#include "client/cli/commands/commands.h"

#include "client/cli/record_output.h"
#include "client/cli/times.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/follow_up/trace.h"

namespace puente {

namespace {

constexpr std::size_t kTextWidth = 70;

/// How a record hangs on the one above, in the words of people.
std::string relationText(const TraceNode& node) {
    const std::string& relation = node.relation;
    if (relation == "response") return Text::tr("Response");
    if (relation == "resulting") return Text::tr("Made an agreement");
    if (relation == "results_from") return Text::tr("Came of the response");
    if (relation == "proposal") return Text::tr("Proposal");
    if (relation == "commitment") return Text::tr("Commitment");
    if (relation == "update") return Text::tr("Update");
    if (relation == "extension") return Text::tr("Extension");
    if (relation == "document") return Text::tr("Document");
    if (relation == "derives") return node.isInbound ? Text::tr("From it derives") : Text::tr("Derives from");
    if (relation == "repeats") return node.isInbound ? Text::tr("Is repeated by") : Text::tr("Repeats");
    if (relation == "answers") return node.isInbound ? Text::tr("Is answered by") : Text::tr("Answers");
    if (relation == "closes") return node.isInbound ? Text::tr("Is closed by") : Text::tr("Closes");
    return Text::tr("Related to");
}

/// The fields that say in short how a record of a type stands; the first are joined by dots.
std::vector<std::string> telling(const std::string& type) {
    if (type == "proposal_response") return {"organization", "answer", "reason"};
    if (type == "commitment") return {"status", "assessment"};
    if (type == "update") return {"quarter", "organization", "text"};
    if (type == "extension") return {"new_due", "granted_by", "reason"};
    if (type == "agreement") return {"status"};
    return {};
}

std::string textOf(const Records& records, const RecordView& view) {
    const std::string type = view.type ? view.type->name : std::string();
    std::string text;
    if (type != "proposal_response" && type != "update" && type != "extension") text = records.names().nameOf(view.id);
    if (type == "agreement" && !view.title.empty()) text += "  " + shortened(view.title, kTextWidth);
    for (const std::string& field : telling(type)) {
        std::string value = fieldText(view, field);
        if (value.empty()) continue;
        if (type == "commitment") value = view.find(field)->label + ": " + value;
        text += (text.empty() ? "" : " · ") + shortened(value, kTextWidth);
    }
    return text;
}

Outcome<Done> print(Console& console, const Records& records, const TraceNode& node, std::size_t depth) {
    const auto view = records.view(node.record);
    if (!view) return Failure{view.fault()};
    const std::string indent(depth * 2, ' ');
    std::string text = indent;
    if (!node.relation.empty()) text += relationText(node) + ": ";
    text += textOf(records, *view);
    if (node.isRepeated) text += "  " + std::string(Text::tr("(shown elsewhere)"));
    if (node.isCut) text += "  " + std::string(Text::tr("(goes on: puente trace %1)").arg(shortId(*view)));
    console.line(text);
    for (const std::string& evidence : node.evidence)
        if (!node.isRepeated) console.line(indent + "  " + Text::tr("Evidence: %1").arg(evidence).str());
    for (const TraceNode& child : node.children)
        if (auto done = print(console, records, child, depth + 1); !done) return done;
    return Done{};
}

Outcome<Done> write(JsonWriter& json, const Records& records, const TraceNode& node) {
    const auto view = records.view(node.record);
    if (!view) return Failure{view.fault()};
    json.beginObject().member("id", view->handle).member("type", view->type ? view->type->name : std::string());
    json.member("name", records.names().nameOf(node.record)).member("title", view->title);
    if (!node.relation.empty()) json.member("relation", node.relation).member("inbound", node.isInbound);
    json.member("repeated", node.isRepeated).member("cut", node.isCut);
    if (!node.isRepeated && view->type)
        for (const std::string& field : telling(view->type->name))
            if (const FieldView* seen = view->find(field); seen && !seen->values.empty())
                json.member(field, seen->values.front().machine);
    if (!node.evidence.empty()) {
        json.key("evidence").beginArray();
        for (const std::string& evidence : node.evidence)
            json.value(evidence);
        json.endArray();
    }
    json.key("children").beginArray();
    for (const TraceNode& child : node.children)
        if (auto done = write(json, records, child); !done) return done;
    json.endArray().endObject();
    return Done{};
}

Outcome<ExitCode> trace(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto record = (*records)->find(invocation.arguments.text("REF"));
    if (!record) return Failure{record.fault()};
    const auto tree = traceOf((*records)->catalogue(), *record);
    if (!tree) return Failure{noticeOf(tree.fault())};
    if (invocation.console.json()) {
        JsonWriter json;
        if (auto done = write(json, **records, *tree); !done) return Failure{done.fault()};
        invocation.console.data(json.takeLine());
        return ExitCode::Done;
    }
    if (auto done = print(invocation.console, **records, *tree, 0); !done) return Failure{done.fault()};
    if (tree->children.empty()) invocation.console.say(Text::tr("Nothing came of it so far that is on record."));
    return ExitCode::Done;
}

} // namespace

std::vector<Command> traceCommands() {
    return {{
        .path = "trace",
        .summary = Text::tr("What became of a declaration, proposal or agreement, down to the evidence."),
        .positionals = {{"REF", Text::tr("The record: its id, the beginning of it, or its reference.")}},
        .options = {spaceOption()},
        .run = trace,
    }};
}

} // namespace puente
