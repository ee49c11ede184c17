package io.baedge.bench.torture;

import io.baedge.hubserver.store.LedgerCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// What badges believed, and the question to the store whether it is true, asked by `sqlite3`. A
/// badge says how many records were acknowledged, not which: after a loss on the way there may be a
/// hole that is filled a moment later. So acknowledged records are counted, and durable ones must
/// be there without a hole.
final class LedgerBook {
  private record Key(String device, long epoch) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = device.compareTo(other.device);
      return order != 0 ? order : Long.compare(epoch, other.epoch);
    }
  }

  private record Line(long taken, long acknowledged, long durable) {
    Line max(Line other) {
      return new Line(
          Math.max(taken, other.taken),
          Math.max(acknowledged, other.acknowledged),
          Math.max(durable, other.durable));
    }
  }

  private static final String COUNTED =
      """
      WITH laid AS (
        SELECT device, epoch, first_seq, last_seq,
          COALESCE(MAX(last_seq) OVER (PARTITION BY device, epoch ORDER BY first_seq, last_seq
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS reached
        FROM hub.telemetry_chunk),
      found AS (
        SELECT CAST(w.acknowledged AS INTEGER) AS acknowledged,
          COALESCE(SUM(MAX(0, l.last_seq - MAX(l.reached, l.first_seq - 1))), 0) AS present,
          COALESCE(SUM(MAX(0, MIN(l.reached, l.last_seq) - l.first_seq + 1)), 0) AS twice
        FROM ledger AS w LEFT JOIN laid AS l
          ON l.device = w.device AND l.epoch = CAST(w.epoch AS INTEGER)
        GROUP BY w.device, w.epoch)
      SELECT COALESCE(SUM(acknowledged), 0), COALESCE(SUM(present), 0),
        COALESCE(SUM(MAX(0, acknowledged - present)), 0), COALESCE(SUM(twice), 0)
      FROM found;
      """;

  private final TreeMap<Key, Line> lines = new TreeMap<>();

  /// What the store says.
  ///
  /// @param claimed records that must be there
  /// @param missing of them
  /// @param twice records stored more than once
  record Found(long claimed, long missing, long twice) {
    boolean good() {
      return missing == 0 && twice == 0;
    }
  }

  /// What must be in the store.
  enum Claim {
    /// What badges were told to be stored.
    ACKNOWLEDGED,
    /// What they had on the card or acknowledged, and at the least as many as were acknowledged.
    DURABLE
  }

  /// Notes what a badge says now.
  void note(Badge badge) {
    badge
        .outbox()
        .filter(_ -> !badge.device().isEmpty())
        .ifPresent(
            outbox ->
                lines.merge(
                    new Key(badge.device(), outbox.epoch()),
                    new Line(outbox.taken(), outbox.acknowledged(), outbox.durable()),
                    Line::max));
  }

  /// How many epochs were seen.
  int epochs() {
    return lines.size();
  }

  long acknowledged() {
    return lines.values().stream().mapToLong(Line::acknowledged).sum();
  }

  /// Asks the store. The file may be in use.
  Found check(Path database, Path scratch, Claim claim) throws TortureFailed, InterruptedException {
    List<String> table = new ArrayList<>();
    table.add("device\tepoch\ttaken\tacknowledged");
    lines.forEach(
        (key, line) -> {
          long wanted =
              switch (claim) {
                case ACKNOWLEDGED -> line.acknowledged();
                case DURABLE -> Math.max(line.acknowledged(), line.durable());
              };
          table.add(key.device() + '\t' + key.epoch() + '\t' + line.taken() + '\t' + wanted);
        });
    try {
      Path ledger = Files.write(scratch.resolve("ledger.tsv"), table);
      String question = claim == Claim.ACKNOWLEDGED ? COUNTED : LedgerCheck.sql();
      Path sql = Files.writeString(scratch.resolve("ledger-check.sql"), question);
      String said =
          Shell.run(
              "sqlite3",
              ":memory:",
              ".timeout 10000",
              ".mode tabs",
              ".import " + ledger + " ledger",
              "ATTACH '" + database + "' AS hub",
              ".mode list",
              ".read " + sql);
      String[] numbers = said.lines().reduce("", (_, last) -> last).split("\\|", -1);
      return new Found(
          Long.parseLong(numbers[0]), Long.parseLong(numbers[2]), Long.parseLong(numbers[3]));
    } catch (IOException e) {
      throw new TortureFailed("the ledger cannot be written: " + e.getMessage(), e);
    }
  }
}
