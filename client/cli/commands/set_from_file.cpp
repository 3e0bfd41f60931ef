#include "client/cli/commands/commands.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "client/cli/record_output.h"
#include "client/core/platform/files.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"

namespace puente {

namespace {

constexpr std::size_t kFileSizeMax = std::size_t{256} * 1024 * 1024;

std::optional<std::string> textOf(const QJsonValue& value) {
    if (value.isString()) return value.toString().toStdString();
    if (value.isNull()) return std::string();
    if (value.isDouble() && value.toDouble() == static_cast<double>(value.toInteger()))
        return std::to_string(value.toInteger());
    return std::nullopt;
}

/// The elements of a JSON array of texts or numbers.
std::optional<std::vector<std::string>> elementsOf(const QJsonArray& array) {
    std::vector<std::string> elements;
    for (const auto& each : array) {
        const auto text = textOf(each);
        if (!text || text->empty()) return std::nullopt;
        elements.push_back(*text);
    }
    return elements;
}

std::optional<Records::Line> lineFrom(std::size_t number, const QByteArray& text) {
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    const QJsonValue record = object["record"], field = object["field"], value = object["value"];
    if (!record.isString() || !field.isString() || value.isUndefined()) return std::nullopt;
    Records::Line line{number, record.toString().toStdString(), {}};
    line.assignment.field = field.toString().toStdString();
    if (value.isArray()) {
        auto elements = elementsOf(value.toArray());
        if (!elements) return std::nullopt;
        line.assignment.elements = std::move(*elements);
        return line;
    }
    auto single = textOf(value);
    if (!single) return std::nullopt;
    line.assignment.value = std::move(*single);
    return line;
}

struct Lines {
    std::vector<Records::Line> good;
    std::vector<Records::LineFault> bad;
};

Lines linesFrom(ByteView content) {
    Lines lines;
    std::size_t number = 0;
    const QByteArray all =
        QByteArray::fromRawData(reinterpret_cast<const char*>(content.data()), static_cast<qsizetype>(content.size()));
    for (const QByteArray& text : all.split('\n')) {
        ++number;
        if (text.trimmed().isEmpty()) continue;
        if (auto line = lineFrom(number, text))
            lines.good.push_back(std::move(*line));
        else
            lines.bad.push_back(
                {number, usageNotice(Text::tr("This line is not {\"record\": …, \"field\": …, \"value\": …}."))});
    }
    return lines;
}

void printReport(Console& console, const Records::LinesReport& report) {
    warnAbout(console, report.remarks);
    for (const Records::LineFault& fault : report.faults)
        console.warn(Text::tr("Line %1: %2 %3").arg(fault.number).arg(fault.notice.what).arg(fault.notice.whatToDo));
    if (console.json()) {
        JsonWriter json;
        json.beginObject()
            .member("changed", std::uint64_t{report.changed})
            .member("unchanged", std::uint64_t{report.unchanged})
            .key("errors")
            .beginArray();
        for (const Records::LineFault& fault : report.faults)
            json.beginObject()
                .member("line", std::uint64_t{fault.number})
                .member("error", fault.notice.what)
                .endObject();
        console.data(json.endArray().endObject().takeLine());
    }
    console.say(Text::tr("Changed: %1. The same already: %2. Left out: %3.")
                    .arg(report.changed)
                    .arg(report.unchanged)
                    .arg(report.faults.size()));
}

} // namespace

Outcome<ExitCode> setFromFile(Invocation& invocation) {
    const std::string path = invocation.arguments.text("--from");
    const auto content = platform::readFile(path, kFileSizeMax);
    if (!content) return Failure{noticeOf(content.fault(), path)};
    Lines lines = linesFrom(*content);
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    auto report = (*records)->setLines(lines.good);
    if (!report) return Failure{report.fault()};
    report->faults.insert(report->faults.end(), lines.bad.begin(), lines.bad.end());
    std::sort(report->faults.begin(), report->faults.end(),
              [](const auto& a, const auto& b) { return a.number < b.number; });
    printReport(invocation.console, *report);
    return report->faults.empty() ? ExitCode::Done : ExitCode::PartlyDone;
}

} // namespace puente
