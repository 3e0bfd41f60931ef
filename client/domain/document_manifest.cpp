#include "client/domain/document_manifest.h"

#include "client/domain/fold.h"
#include "client/domain/text_encoding.h"
#include "common/base/expects.h"
#include "sync/document/document_index.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace puente {

namespace {

constexpr std::size_t kTextMax = 2048; ///< a name whose every byte is escaped, and all the rest
constexpr std::string_view kDocument = R"({"document":")", kSize = R"(","size":)", kContent = R"(,"content":")",
                           kName = R"(","name":")", kType = R"(","type":")", kEnd = R"("})";

/// True for what moves a cursor or hides what stands beside it: C0 and C1, DEL.
bool isControl(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20 || byte == 0x7F) return true;
    return byte == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
}

bool isName(std::string_view name) {
    if (name.empty() || name.size() > kManifestNameMax || !isUtf8(name)) return false;
    for (std::size_t at = 0; at < name.size(); ++at)
        if (isControl(name, at)) return false;
    return true;
}

bool isMediaType(std::string_view type) {
    const std::size_t slash = type.find('/');
    if (type.size() > kManifestTypeMax || slash == 0 || slash == std::string_view::npos || slash + 1 == type.size())
        return false;
    return std::all_of(type.begin(), type.end(), [&, at = std::size_t{0}](char letter) mutable {
        if (at++ == slash) return true;
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' || letter == '.' ||
               letter == '+';
    });
}

bool isSound(const DocumentManifest& manifest) {
    return manifest.size <= kDocumentSizeMax && isName(manifest.name) && isMediaType(manifest.type);
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') out += '\\';
        out += letter;
    }
    return out;
}

/// Reads a manifest from its beginning to its end; after a step that failed all others do too.
class ManifestReader {
public:
    explicit ManifestReader(std::string_view text) : m_rest(text) {}

    void expect(std::string_view literal) {
        if (m_rest.starts_with(literal))
            m_rest.remove_prefix(literal.size());
        else
            m_ok = false;
    }
    template <typename IdType>
    IdType id() {
        const std::string_view digits = m_rest.substr(0, 2 * IdType::kSize);
        m_rest.remove_prefix(digits.size());
        const bool isLower = std::none_of(digits.begin(), digits.end(), [](char c) { return c >= 'A' && c <= 'F'; });
        const auto bytes = isLower ? fromHex(digits) : std::nullopt;
        const auto id = bytes ? IdType::from(*bytes) : std::nullopt;
        m_ok = m_ok && id.has_value();
        return id.value_or(IdType{});
    }
    std::uint64_t number() {
        std::uint64_t number = 0;
        const auto read = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), number);
        const auto length = static_cast<std::size_t>(read.ptr - m_rest.data());
        m_ok = m_ok && read.ec == std::errc{} && (length == 1 || m_rest.front() != '0');
        m_rest.remove_prefix(length);
        return number;
    }
    std::string text() {
        std::string text;
        std::size_t at = 0;
        while (at < m_rest.size() && m_rest[at] != '"') {
            if (m_rest[at] == '\\') ++at;
            if (at < m_rest.size()) text += m_rest[at++];
        }
        m_rest.remove_prefix(std::min(at, m_rest.size()));
        return text;
    }
    bool isAtEnd() const { return m_ok && m_rest.empty(); }

private:
    std::string_view m_rest;
    bool m_ok = true;
};

/// Endings of files as offices send them, and what they stand for.
constexpr std::array<std::pair<std::string_view, std::string_view>, 21> kMediaTypes{{
    {"csv", "text/csv"},
    {"doc", "application/msword"},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"gif", "image/gif"},
    {"html", "text/html"},
    {"jpeg", "image/jpeg"},
    {"jpg", "image/jpeg"},
    {"md", "text/markdown"},
    {"mp3", "audio/mpeg"},
    {"mp4", "video/mp4"},
    {"odp", "application/vnd.oasis.opendocument.presentation"},
    {"ods", "application/vnd.oasis.opendocument.spreadsheet"},
    {"odt", "application/vnd.oasis.opendocument.text"},
    {"pdf", "application/pdf"},
    {"png", "image/png"},
    {"ppt", "application/vnd.ms-powerpoint"},
    {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    {"txt", "text/plain"},
    {"xls", "application/vnd.ms-excel"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"zip", "application/zip"},
}};

} // namespace

std::string manifestText(const DocumentManifest& manifest) {
    expects(isSound(manifest));
    std::string text(kDocument);
    text += toHex(manifest.document.view());
    text.append(kSize).append(std::to_string(manifest.size));
    text.append(kContent).append(toHex(manifest.content.view()));
    text.append(kName).append(escaped(manifest.name));
    text.append(kType).append(manifest.type).append(kEnd);
    return text;
}

std::optional<DocumentManifest> manifestFromText(std::string_view text) {
    if (text.size() > kTextMax) return std::nullopt;
    ManifestReader reader(text);
    DocumentManifest manifest;
    reader.expect(kDocument);
    manifest.document = reader.id<DocumentId>();
    reader.expect(kSize);
    manifest.size = reader.number();
    reader.expect(kContent);
    manifest.content = reader.id<Hash>();
    reader.expect(kName);
    manifest.name = reader.text();
    reader.expect(kType);
    manifest.type = reader.text();
    reader.expect(kEnd);
    if (!reader.isAtEnd() || !isSound(manifest)) return std::nullopt;
    // One text for one manifest: an escape that was not needed is another text.
    if (manifestText(manifest) != text) return std::nullopt;
    return manifest;
}

std::string manifestName(std::string_view fileName) {
    const std::string read = isUtf8(fileName) ? std::string(fileName) : fromWindows1252(fileName);
    std::string name;
    for (std::size_t at = 0; at < read.size(); ++at) {
        if (!isControl(read, at)) {
            name += read[at];
            continue;
        }
        name += '_';
        if (static_cast<unsigned char>(read[at]) == 0xC2) ++at;
    }
    name = std::string(clipped(name, kManifestNameMax));
    return name.empty() ? "_" : name;
}

std::string_view mediaTypeOf(std::string_view fileName) {
    const std::size_t dot = fileName.rfind('.');
    if (dot != std::string_view::npos) {
        const std::string ending = fold(fileName.substr(dot + 1));
        for (const auto& [known, type] : kMediaTypes)
            if (ending == known) return type;
    }
    return "application/octet-stream";
}

} // namespace puente
