#pragma once

#include <cstdint>

namespace puente {

/// Raised when the tables or what is put in them change; the tables are then made again from the replica.
inline constexpr std::int64_t kCatalogueVersion = 1;

// A record's number in all tables is its dot in one integer: see sync/replica/packed_dot.h.
inline constexpr const char* kCatalogueTables = R"sql(
DROP TABLE IF EXISTS catalogue_space;
DROP TABLE IF EXISTS catalogue_record;
DROP TABLE IF EXISTS catalogue_reference;
DROP TABLE IF EXISTS catalogue_stale;
DROP TABLE IF EXISTS catalogue_words;
CREATE TABLE catalogue_space (number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE) STRICT;
CREATE TABLE catalogue_record (
    id INTEGER PRIMARY KEY, space INTEGER NOT NULL, type INTEGER NOT NULL, key TEXT NOT NULL) STRICT;
CREATE INDEX catalogue_record_key ON catalogue_record (space, type, key);
CREATE TABLE catalogue_reference (
    source INTEGER NOT NULL, target INTEGER NOT NULL, joins INTEGER NOT NULL,
    PRIMARY KEY (source, target, joins)) STRICT, WITHOUT ROWID;
CREATE INDEX catalogue_reference_target ON catalogue_reference (target, joins);
CREATE TABLE catalogue_stale (id INTEGER PRIMARY KEY) STRICT;
CREATE VIRTUAL TABLE catalogue_words USING fts5 (body, tokenize = 'unicode61 remove_diacritics 2');
)sql";

} // namespace puente
