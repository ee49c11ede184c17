-- Is every acknowledged record of a demo's ledger in the store, and exactly once?
-- With the directory of the demo in $D:
--   sqlite3 :memory: ".mode tabs" ".import $D/ledger.tsv ledger" \
--     "ATTACH '$D/hub.db' AS hub" ".mode list" ".headers on" ".read ledger-check.sql"
-- missing and twice must be 0.
WITH laid AS (
  SELECT
    c.device,
    c.epoch,
    c.first_seq,
    c.last_seq,
    COALESCE(
      MAX(c.last_seq) OVER (
        PARTITION BY c.device, c.epoch
        ORDER BY c.first_seq, c.last_seq
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
      0) AS reached
  FROM hub.telemetry_chunk AS c
),
wanted AS (
  SELECT
    device,
    CAST(epoch AS INTEGER) AS epoch,
    CAST(acknowledged AS INTEGER) AS acknowledged
  FROM ledger
),
found AS (
  SELECT
    w.device,
    w.epoch,
    w.acknowledged,
    COALESCE(SUM(MAX(0, MIN(l.last_seq, w.acknowledged) - MAX(l.reached, l.first_seq - 1))), 0)
      AS present,
    COALESCE(SUM(MAX(0, MIN(l.reached, l.last_seq) - l.first_seq + 1)), 0) AS twice
  FROM wanted AS w
  LEFT JOIN laid AS l ON l.device = w.device AND l.epoch = w.epoch
  GROUP BY w.device, w.epoch, w.acknowledged
)
SELECT
  COALESCE(SUM(acknowledged), 0) AS acknowledged,
  COALESCE(SUM(present), 0) AS present,
  COALESCE(SUM(acknowledged - present), 0) AS missing,
  COALESCE(SUM(twice), 0) AS twice
FROM found;
