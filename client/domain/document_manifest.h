#pragma once

#include "common/base/ids.h"
#include "common/crypto/hash.h"

#include <optional>
#include <string>
#include <string_view>

namespace puente {

/// What a record of the type `document` says of the file that is attached to it. It stands in the field `file`, sealed
/// under the key that seals the file's chunks: who erases that key erases both. Layout: docs/formats/document.md.
struct DocumentManifest {
    DocumentId document;    ///< the sealed chunks, wherever they are
    std::uint64_t size = 0; ///< bytes of the file
    Hash content;           ///< see contentHasher()
    std::string name;       ///< what the file was called: to be shown, never a path
    std::string type;       ///< its media type, to be shown; nothing is opened by it

    friend bool operator==(const DocumentManifest&, const DocumentManifest&) = default;
};

/// The name of the field, and its number among those of a document.
inline constexpr const char* kFileField = "file";

inline constexpr std::size_t kManifestNameMax = 255; ///< bytes
inline constexpr std::size_t kManifestTypeMax = 100; ///< bytes

/// What the content of a manifest is the hash of: the bytes of the file, as they are outside.
inline Hasher contentHasher() {
    return Hasher(Purpose::DocumentContent);
}

std::string manifestText(const DocumentManifest& manifest);
/// Accepts exactly what manifestText() writes, of a file within the bounds; whatever else a member may have sealed is
/// no manifest.
std::optional<DocumentManifest> manifestFromText(std::string_view text);

/// The same name as a manifest may hold it: at most kManifestNameMax bytes, nothing that is not text.
std::string manifestName(std::string_view fileName);
/// The media type that the name's ending stands for; "application/octet-stream" for any other.
std::string_view mediaTypeOf(std::string_view fileName);

} // namespace puente
