#pragma once

#include <array>

namespace puente {

/// Run in order, each once; never edited after a release. docs/formats/document.md explains the tables.
inline constexpr std::array kDocumentMigrations{
    R"sql(
CREATE TABLE document (
    number INTEGER PRIMARY KEY,
    space BLOB NOT NULL CHECK (length(space) = 16),
    id BLOB NOT NULL CHECK (length(id) = 32),
    key BLOB NOT NULL CHECK (length(key) = 16),
    device BLOB CHECK (length(device) = 32),
    sealed_size INTEGER NOT NULL,
    bytes_here INTEGER NOT NULL,
    content BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX document_by_id ON document (space, id);
CREATE INDEX document_by_key ON document (space, key);

-- The place of a chunk is its document's number times 65536, and its own number.
CREATE TABLE chunk (
    place INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;
CREATE TABLE unfinished (
    place INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;

-- Who is a space or the device that handed documents over.
CREATE TABLE held (
    who BLOB PRIMARY KEY,
    bytes INTEGER NOT NULL,
    documents INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql",
};

} // namespace puente
