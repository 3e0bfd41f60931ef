#include "client/domain/value_text.h"

#include "client/domain/day_text.h"
#include "client/domain/due_term.h"
#include "client/domain/fold.h"
#include "common/base/bytes.h"

#include <algorithm>
#include <charconv>

namespace puente {

namespace {

constexpr char kDivider = ';', kEscape = '\\';
constexpr std::string_view kTrimmable = " \t\r\n\f\v";

/// Calls the one of several functions that fits what a variant holds.
template <typename... Functions>
struct Cases : Functions... {
    using Functions::operator()...;
};
template <typename... Functions>
Cases(Functions...) -> Cases<Functions...>;

ReadValue kept(std::string_view text, Reading reading) {
    return {Value(std::string(text)), reading};
}

std::optional<std::int64_t> wholeNumber(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// A number with at most so many decimals, after a point or a comma, as a whole number of its smallest unit. A text
/// with both marks, or with groups of thousands, could be read in two ways: nothing.
std::optional<std::int64_t> decimalNumber(std::string_view text, int decimals) {
    const std::size_t mark = decimals > 0 ? text.find_first_of(".,") : std::string_view::npos;
    std::string digits(text.substr(0, mark));
    if (!wholeNumber(digits)) return std::nullopt;
    std::size_t given = 0;
    if (mark != std::string_view::npos) {
        const std::string_view rest = text.substr(mark + 1);
        given = rest.size();
        if (given == 0 || given > static_cast<std::size_t>(decimals)) return std::nullopt;
        digits += rest;
    }
    digits.append(static_cast<std::size_t>(decimals) - given, '0');
    return wholeNumber(digits);
}

std::string decimalText(std::int64_t number, int decimals) {
    std::string digits = std::to_string(number);
    if (decimals == 0) return digits;
    const std::size_t sign = number < 0 ? 1 : 0, places = static_cast<std::size_t>(decimals);
    if (digits.size() - sign <= places) digits.insert(sign, places + 1 - (digits.size() - sign), '0');
    return digits.insert(digits.size() - places, 1, '.');
}

ReadValue readInteger(const Field& field, std::string_view text) {
    std::string_view digits = text;
    if (!field.unit.empty() && digits.ends_with(field.unit)) digits.remove_suffix(field.unit.size());
    const auto number = decimalNumber(trimmed(digits), field.decimals);
    if (!number) return kept(text, Reading::NotANumber);
    if ((field.minimum && *number < *field.minimum) || (field.maximum && *number > *field.maximum))
        return kept(text, Reading::OutOfRange);
    return {Value(*number)};
}

/// A day is stored as such; every other term as its text, which says more than a program could work out.
ReadValue readTermValue(std::string_view text) {
    const DueTerm term = readTerm(text);
    if (term.kind == DueTerm::Kind::Unread) return kept(text, Reading::NotATerm);
    if (term.kind == DueTerm::Kind::Exact) return {Value(term.last)};
    return {Value(std::string(text))};
}

/// A symbol that this version has no name for travels as "#17".
std::optional<Symbol> numberedSymbol(std::string_view text) {
    if (text.size() < 2 || text.front() != '#') return std::nullopt;
    const auto number = wholeNumber(text.substr(1));
    if (!number || *number < 0 || *number > 0xffffffff || text != "#" + std::to_string(*number)) return std::nullopt;
    return Symbol{static_cast<std::uint32_t>(*number)};
}

ReadValue readSymbol(const Field& field, std::string_view text) {
    if (const Enumerator* found = findEnumerator(field, text)) return {Value(Symbol{found->number})};
    if (const auto symbol = numberedSymbol(text)) return {Value(*symbol)};
    return kept(text, Reading::NotAnEnumerator);
}

ReadValue readReference(const Field& field, std::string_view text, const RecordNames& names) {
    const std::vector<Dot> found = names.find(field.refersTo, text);
    if (found.empty()) return kept(text, Reading::NoSuchRecord);
    if (found.size() > 1) return kept(text, Reading::SeveralRecords);
    return {Value(Reference{found.front()})};
}

std::string symbolText(const Field* field, Symbol symbol, const std::optional<Language>& language) {
    const Enumerator* known = field ? field->enumerator(symbol.number) : nullptr;
    if (!known) return "#" + std::to_string(symbol.number);
    return language ? known->label.in(*language) : known->name;
}

std::string opaqueText(const Opaque& opaque) {
    return "?" + std::to_string(opaque.kind) + ":" + toBase64Url(opaque.payload);
}

bool isTrimmable(char letter) {
    return kTrimmable.find(letter) != std::string_view::npos;
}

std::string escapedElement(const std::string& element) {
    std::string escaped;
    for (std::size_t at = 0; at < element.size(); ++at) {
        const bool atEnd = at == 0 || at + 1 == element.size();
        if (element[at] == kDivider || element[at] == kEscape || (atEnd && isTrimmable(element[at])))
            escaped.push_back(kEscape);
        escaped.push_back(element[at]);
    }
    return escaped;
}

/// Reads one element from `cell` at `at`, up to a divider or the end, and moves past it.
std::string takeElement(std::string_view cell, std::size_t& at) {
    std::string element;
    std::size_t keep = 0; // what an escape protects is not trimmed
    for (; at < cell.size() && cell[at] != kDivider; ++at) {
        const bool escaped = cell[at] == kEscape && at + 1 < cell.size();
        if (escaped) ++at;
        if (!escaped && isTrimmable(cell[at]) && element.empty()) continue;
        element.push_back(cell[at]);
        if (escaped || !isTrimmable(cell[at])) keep = element.size();
    }
    ++at;
    element.resize(keep);
    return element;
}

} // namespace

const Enumerator* findEnumerator(const Field& field, std::string_view text) {
    const std::string wanted = foldName(text);
    for (const Enumerator& enumerator : field.enumerators) {
        if (foldName(enumerator.name) == wanted || foldName(enumerator.label.spanish) == wanted ||
            foldName(enumerator.label.english) == wanted)
            return &enumerator;
        for (const std::string& spelling : enumerator.accepts)
            if (foldName(spelling) == wanted) return &enumerator;
    }
    return nullptr;
}

ReadValue readValue(const Field& field, std::string_view text, const RecordNames& names) {
    if (!isUtf8(text)) return {std::nullopt, Reading::NotUtf8};
    const std::string_view bare = trimmed(text);
    if (bare.empty()) return {std::nullopt, Reading::Empty};
    switch (field.kind) {
    case FieldKind::Text: return {Value(std::string(bare))};
    case FieldKind::Integer: return readInteger(field, bare);
    case FieldKind::Symbol: return readSymbol(field, bare);
    case FieldKind::Reference: return readReference(field, bare, names);
    case FieldKind::Term: return readTermValue(bare);
    case FieldKind::Date: {
        const auto day = parseDay(bare);
        return day ? ReadValue{Value(*day)} : kept(bare, Reading::NotADay);
    }
    }
    expects(false);
    return {};
}

std::string machineText(const Field* field, const Value& value, const RecordNames& names) {
    return std::visit(Cases{[](const std::string& text) { return text; },
                            [&](std::int64_t number) { return decimalText(number, field ? field->decimals : 0); },
                            [&](Symbol symbol) { return symbolText(field, symbol, std::nullopt); },
                            [](Day day) { return formatDay(day); },
                            [&](const Reference& reference) { return names.nameOf(reference.record); },
                            [](const Opaque& opaque) { return opaqueText(opaque); }},
                      value);
}

std::string displayText(const Field* field, const Value& value, Language language, const RecordNames& names) {
    return std::visit(Cases{[](const std::string& text) { return text; },
                            [&](std::int64_t number) {
                                const std::string digits = decimalText(number, field ? field->decimals : 0);
                                return field && !field->unit.empty() ? digits + " " + field->unit : digits;
                            },
                            [&](Symbol symbol) { return symbolText(field, symbol, language); },
                            [](Day day) { return formatDay(day); },
                            [&](const Reference& reference) { return names.titleOf(reference.record, language); },
                            [](const Opaque& opaque) { return opaqueText(opaque); }},
                      value);
}

std::string joined(const std::vector<std::string>& parts, std::string_view divider) {
    std::string text;
    for (const std::string& part : parts) {
        if (!text.empty()) text += divider;
        text += part;
    }
    return text;
}

std::string joinElements(const std::vector<std::string>& elements) {
    std::string cell;
    for (const std::string& element : elements) {
        if (!cell.empty()) cell.push_back(kDivider);
        cell += escapedElement(element);
    }
    return cell;
}

std::vector<std::string> splitElements(std::string_view cell) {
    std::vector<std::string> elements;
    for (std::size_t at = 0; at < cell.size();)
        if (std::string element = takeElement(cell, at); !element.empty()) elements.push_back(std::move(element));
    return elements;
}

} // namespace puente
