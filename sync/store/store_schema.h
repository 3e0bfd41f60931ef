#pragma once

#include <array>

namespace puente {

/// Run in order, each once; never edited after a release. docs/formats/store.md explains the tables.
inline constexpr std::array kStoreMigrations{
    R"sql(
CREATE TABLE life (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    instance BLOB NOT NULL CHECK (length(instance) = 16),
    is_copy INTEGER NOT NULL
) STRICT;

CREATE TABLE space (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    position INTEGER NOT NULL,
    running BLOB NOT NULL CHECK (length(running) = 32),
    bytes INTEGER NOT NULL,
    entries INTEGER NOT NULL
) STRICT;

CREATE TABLE log (
    space INTEGER NOT NULL REFERENCES space,
    device BLOB NOT NULL CHECK (length(device) = 32),
    incarnation INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    head BLOB NOT NULL CHECK (length(head) = 32),
    PRIMARY KEY (space, device, incarnation)
) STRICT, WITHOUT ROWID;

-- The bytes come last, so that reading the other columns never walks their overflow pages.
CREATE TABLE entry (
    number INTEGER PRIMARY KEY,
    space INTEGER NOT NULL REFERENCES space,
    position INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    running BLOB NOT NULL CHECK (length(running) = 32),
    device BLOB,
    incarnation INTEGER,
    first INTEGER,
    last INTEGER,
    bytes BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX entry_by_position ON entry (space, position);
CREATE UNIQUE INDEX entry_by_hash ON entry (space, hash);
CREATE INDEX entry_by_log ON entry (space, device, incarnation, last) WHERE kind = 3;
CREATE INDEX entry_by_kind ON entry (space, kind, position) WHERE kind < 3;

CREATE TABLE device (
    id BLOB PRIMARY KEY CHECK (length(id) = 32),
    bytes INTEGER NOT NULL,
    entries INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE organization (
    id BLOB NOT NULL CHECK (length(id) = 32),
    space INTEGER NOT NULL REFERENCES space,
    PRIMARY KEY (id, space)
) STRICT, WITHOUT ROWID;

CREATE TABLE waiting_join (
    space BLOB NOT NULL CHECK (length(space) = 16),
    invite BLOB NOT NULL CHECK (length(invite) = 32),
    request BLOB NOT NULL,
    PRIMARY KEY (space, invite)
) STRICT, WITHOUT ROWID;
)sql",
    R"sql(
DROP INDEX entry_by_kind;
CREATE INDEX entry_by_kind ON entry (space, kind, position) WHERE kind <> 3;
)sql",
};

} // namespace puente
