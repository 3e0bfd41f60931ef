#include "sync/replica/migrations.h"

#include <array>

namespace puente {

namespace {

constexpr const char* kInitial = R"sql(
CREATE TABLE meta(
    id INTEGER PRIMARY KEY CHECK(id = 1),
    device BLOB NOT NULL,
    clock_time INTEGER NOT NULL,
    clock_counter INTEGER NOT NULL
) STRICT;

-- The truth: what was said, as it was said.

CREATE TABLE space(
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    server TEXT NOT NULL,
    own_log INTEGER NOT NULL DEFAULT 0,
    join_request BLOB,
    cursor_instance BLOB NOT NULL,
    cursor_position INTEGER NOT NULL DEFAULT 0,
    cursor_running BLOB NOT NULL,
    delivered INTEGER NOT NULL DEFAULT 0,
    ignored INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE log(
    number INTEGER PRIMARY KEY,
    space INTEGER NOT NULL REFERENCES space(number),
    device BLOB NOT NULL,
    incarnation INTEGER NOT NULL,
    height INTEGER NOT NULL DEFAULT 0,
    head BLOB NOT NULL,
    UNIQUE(space, device, incarnation)
) STRICT;
CREATE TABLE segment(
    id INTEGER PRIMARY KEY,
    log INTEGER NOT NULL REFERENCES log(number),
    last INTEGER NOT NULL,
    first INTEGER NOT NULL,
    hash BLOB NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE(log, last)
) STRICT;
CREATE TABLE pending(
    id INTEGER PRIMARY KEY,
    body BLOB NOT NULL
) STRICT;
CREATE TABLE membership(
    id INTEGER PRIMARY KEY,
    space INTEGER NOT NULL REFERENCES space(number),
    hash BLOB NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE(space, hash)
) STRICT;
CREATE TABLE key_object(
    id INTEGER PRIMARY KEY,
    space INTEGER NOT NULL REFERENCES space(number),
    hash BLOB NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE(space, hash)
) STRICT;
CREATE TABLE join_request(
    space INTEGER NOT NULL REFERENCES space(number),
    invite BLOB NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY(space, invite)
) STRICT;
CREATE TABLE delivered(
    space INTEGER NOT NULL REFERENCES space(number),
    hash BLOB NOT NULL,
    PRIMARY KEY(space, hash)
) STRICT, WITHOUT ROWID;
CREATE TABLE parked(
    id INTEGER PRIMARY KEY,
    space INTEGER NOT NULL REFERENCES space(number),
    kind INTEGER NOT NULL,
    hash BLOB NOT NULL,
    log_device BLOB NOT NULL,
    first INTEGER NOT NULL,
    reason INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE(space, hash)
) STRICT;
CREATE INDEX parked_log ON parked(space, log_device);
CREATE TABLE quarantine(
    id INTEGER PRIMARY KEY,
    space INTEGER NOT NULL REFERENCES space(number),
    log INTEGER NOT NULL REFERENCES log(number),
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    hash BLOB NOT NULL,
    adopted INTEGER NOT NULL DEFAULT 0,
    own INTEGER NOT NULL DEFAULT 0,
    bytes BLOB NOT NULL,
    UNIQUE(space, hash)
) STRICT;
CREATE INDEX quarantine_log ON quarantine(log, first);
CREATE TABLE person(
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- Caches: made from the tables above, and again by rebuild().

CREATE TABLE record(
    id INTEGER PRIMARY KEY,
    space INTEGER NOT NULL,
    type INTEGER,
    handle BLOB NOT NULL,
    conflicts INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    cells BLOB NOT NULL
) STRICT;
CREATE INDEX record_type ON record(space, type);
CREATE INDEX record_handle ON record(handle);
CREATE INDEX record_attention ON record(space) WHERE conflicts > 0 OR flags >= 4;
CREATE TABLE seen(
    log INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    of_log INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    head BLOB NOT NULL,
    PRIMARY KEY(log, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE waiting(
    id INTEGER PRIMARY KEY,
    of_log INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    by INTEGER NOT NULL,
    seen_limit INTEGER NOT NULL,
    record INTEGER NOT NULL,
    field INTEGER NOT NULL,
    retired INTEGER NOT NULL
) STRICT;
CREATE INDEX waiting_for ON waiting(of_log, sequence);
CREATE TABLE retiring(
    record INTEGER NOT NULL,
    by INTEGER NOT NULL,
    PRIMARY KEY(record, by)
) STRICT, WITHOUT ROWID;
CREATE TABLE index_queue(
    record INTEGER PRIMARY KEY
) STRICT;
)sql";

// Rows of `erasable` are never removed: an erased one holds zeros.
constexpr const char* kErasable = R"sql(
CREATE TABLE erasable(
    id INTEGER PRIMARY KEY,
    space INTEGER NOT NULL REFERENCES space(number),
    erasable BLOB NOT NULL,
    hash BLOB NOT NULL,
    maker BLOB NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE(space, erasable)
) STRICT;
CREATE INDEX erasable_maker ON erasable(space, maker);
CREATE TABLE erasure(
    id INTEGER PRIMARY KEY,
    space INTEGER NOT NULL REFERENCES space(number),
    erasable BLOB NOT NULL,
    hash BLOB NOT NULL,
    author BLOB NOT NULL,
    done INTEGER NOT NULL DEFAULT 0,
    bytes BLOB NOT NULL,
    UNIQUE(space, hash)
) STRICT;
CREATE INDEX erasure_erasable ON erasure(space, erasable);
CREATE INDEX erasure_author ON erasure(space, author);
CREATE INDEX erasure_waiting ON erasure(space) WHERE done = 0;
CREATE TABLE confirmation(
    id INTEGER PRIMARY KEY,
    space INTEGER NOT NULL REFERENCES space(number),
    hash BLOB NOT NULL,
    author BLOB NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE(space, hash)
) STRICT;
CREATE INDEX confirmation_author ON confirmation(space, author);
CREATE TABLE confirmed(
    space INTEGER NOT NULL REFERENCES space(number),
    erasable BLOB NOT NULL,
    device BLOB NOT NULL,
    PRIMARY KEY(space, erasable, device)
) STRICT, WITHOUT ROWID;
)sql";

constexpr const char* kReceipts = R"sql(
CREATE TABLE receipt(
    id INTEGER PRIMARY KEY,
    space INTEGER NOT NULL REFERENCES space(number),
    server BLOB NOT NULL,
    instance BLOB NOT NULL,
    position INTEGER NOT NULL,
    running BLOB NOT NULL,
    proves INTEGER NOT NULL DEFAULT 0,
    bytes BLOB NOT NULL,
    UNIQUE(space, server, instance, position, running)
) STRICT;
)sql";

constexpr const char* kWritten = R"sql(
ALTER TABLE log ADD COLUMN written INTEGER NOT NULL DEFAULT 0;
UPDATE log SET written = coalesce((SELECT max(pending.id >> 16 & 0xffffffff) FROM pending
                                   WHERE pending.id >> 48 = log.number), 0);
)sql";

constexpr std::array kMigrations{kInitial, kErasable, kReceipts, kWritten};

} // namespace

std::span<const char* const> replicaMigrations() {
    return kMigrations;
}

} // namespace puente
