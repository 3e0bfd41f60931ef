#pragma once

#include "client/core/directory.h"
#include "client/core/records.h"
#include "client/core/text.h"
#include "client/domain/follow_up/record_scan.h"
#include "client/domain/value_text.h"

namespace puente {

inline constexpr std::size_t kViewWidth = 44, kWideViewWidth = 64;

/// An enumerator, for machines and people.
inline Cell labelled(const char* type, const char* field, std::string_view name) {
    return {std::string(name), labelOf(type, field, name)};
}

/// As a heading of a column.
inline std::string upper(const std::string& text) {
    return QString::fromStdString(text).toUpper().toStdString();
}
inline std::string upperLabel(const char* type, const char* field, std::string_view name) {
    return upper(labelOf(type, field, name));
}

/// The names of what a field refers to; of what stands there as text, that.
inline std::string namesIn(const Records& records, const RecordReader& record, std::string_view field, bool asTitles) {
    std::vector<std::string> parts = texts(record, field);
    for (const Dot& dot : targets(records.catalogue(), record, field))
        parts.push_back(asTitles ? records.names().titleOf(dot, language()) : records.names().nameOf(dot));
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : "; ") + part;
    return text;
}

} // namespace puente
