-- One text for SQLite and PostgreSQL. Times are milliseconds since 1970 on the hub's wall clock
-- unless a name says mono, which is the device's monotonic clock. Flags are 0 or 1.

CREATE TABLE store (
  only_row SMALLINT NOT NULL PRIMARY KEY,
  site TEXT NOT NULL,
  generation BIGINT NOT NULL,
  created_ms BIGINT NOT NULL
);

-- Who may write: a hub that starts takes every partition with a higher token; each transaction
-- checks that the token still holds, so a hub that was thought dead cannot write any more.
CREATE TABLE partition_owner (
  partition SMALLINT NOT NULL PRIMARY KEY,
  token BIGINT NOT NULL,
  owner TEXT NOT NULL,
  since_ms BIGINT NOT NULL
);

CREATE TABLE device (
  device TEXT NOT NULL PRIMARY KEY,
  panel TEXT NOT NULL,
  os TEXT NOT NULL,
  arch TEXT NOT NULL,
  version TEXT NOT NULL,
  memory_mb BIGINT NOT NULL,
  local_url TEXT NOT NULL,
  protocol SMALLINT NOT NULL,
  capabilities TEXT NOT NULL,
  first_seen_ms BIGINT NOT NULL
);

CREATE TABLE contact (
  device TEXT NOT NULL PRIMARY KEY,
  phase TEXT NOT NULL,
  connection BIGINT NOT NULL,
  heard_ms BIGINT NOT NULL,
  next_contact_ms BIGINT NOT NULL
);

CREATE TABLE badge (
  badge TEXT NOT NULL PRIMARY KEY,
  labels TEXT NOT NULL,
  created_ms BIGINT NOT NULL,
  retired_ms BIGINT NOT NULL
);

CREATE TABLE binding (
  token BIGINT NOT NULL PRIMARY KEY,
  badge TEXT NOT NULL,
  device TEXT NOT NULL,
  from_ms BIGINT NOT NULL,
  to_ms BIGINT NOT NULL,
  ending TEXT NOT NULL
);

CREATE INDEX binding_by_badge ON binding (badge, token);

CREATE TABLE wearing (
  serial BIGINT NOT NULL PRIMARY KEY,
  badge TEXT NOT NULL,
  wearer TEXT NOT NULL,
  from_ms BIGINT NOT NULL,
  to_ms BIGINT NOT NULL
);

CREATE TABLE person (
  wearer TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  company TEXT NOT NULL,
  social TEXT NOT NULL,
  link TEXT NOT NULL,
  role TEXT NOT NULL,
  changed_ms BIGINT NOT NULL
);

CREATE TABLE layer (
  kind TEXT NOT NULL,
  scope TEXT NOT NULL,
  wanted TEXT NOT NULL,
  generation BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  who TEXT NOT NULL,
  changed_ms BIGINT NOT NULL,
  PRIMARY KEY (kind, scope)
);

-- badge '' = pushed to all; screen '' = the push has ended
CREATE TABLE pushed (
  badge TEXT NOT NULL PRIMARY KEY,
  screen TEXT NOT NULL,
  until_ms BIGINT NOT NULL,
  generation BIGINT NOT NULL,
  revision BIGINT NOT NULL
);

CREATE TABLE announcement (
  announcement TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  words TEXT NOT NULL,
  until_ms BIGINT NOT NULL,
  kind TEXT NOT NULL,
  scope TEXT NOT NULL,
  generation BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  withdrawn SMALLINT NOT NULL
);

CREATE TABLE schedule (
  only_row SMALLINT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  link TEXT NOT NULL,
  zone TEXT NOT NULL,
  sessions TEXT NOT NULL,
  generation BIGINT NOT NULL,
  revision BIGINT NOT NULL
);

-- message: what the device reported last, in the form of the wire
CREATE TABLE twin (
  device TEXT NOT NULL PRIMARY KEY,
  message ${bytes} NOT NULL,
  received_ms BIGINT NOT NULL
);

-- above: ranges beyond the contiguous mark, for example 5-9,12-12
CREATE TABLE marks (
  device TEXT NOT NULL,
  epoch BIGINT NOT NULL,
  contiguous BIGINT NOT NULL,
  above TEXT NOT NULL,
  PRIMARY KEY (device, epoch)
);

CREATE TABLE counters (
  only_row SMALLINT NOT NULL PRIMARY KEY,
  revision BIGINT NOT NULL,
  token BIGINT NOT NULL
);

CREATE TABLE frame (
  hash TEXT NOT NULL PRIMARY KEY,
  frame ${bytes} NOT NULL,
  received_ms BIGINT NOT NULL
);

CREATE TABLE note (
  id ${serial},
  wall_ms BIGINT NOT NULL,
  kind TEXT NOT NULL,
  badge TEXT NOT NULL,
  device TEXT NOT NULL,
  who TEXT NOT NULL,
  words TEXT NOT NULL
);

CREATE INDEX note_by_badge ON note (badge, id);

-- Each row holds the samples first_seq to last_seq without a gap, so that plain SQL can tell which
-- records are stored, and whether any is stored twice.
CREATE TABLE telemetry_chunk (
  partition SMALLINT NOT NULL,
  device TEXT NOT NULL,
  epoch BIGINT NOT NULL,
  first_seq BIGINT NOT NULL,
  last_seq BIGINT NOT NULL,
  count INTEGER NOT NULL,
  received_ms BIGINT NOT NULL,
  sent_mono_ms BIGINT NOT NULL,
  columns ${bytes} NOT NULL,
  CHECK (count = last_seq - first_seq + 1)
);

CREATE UNIQUE INDEX telemetry_chunk_once ON telemetry_chunk (device, epoch, first_seq);
