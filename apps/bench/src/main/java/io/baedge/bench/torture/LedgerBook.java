package io.baedge.bench.torture;

import io.baedge.hubserver.store.LedgerCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// What badges believed, and the question to the store whether it is true, asked by `sqlite3`.
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
    /// That, and what they had on the card.
    DURABLE,
    /// Everything they took; in order only when no epoch was cut off.
    TAKEN
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
                case TAKEN -> line.taken();
              };
          table.add(key.device() + '\t' + key.epoch() + '\t' + line.taken() + '\t' + wanted);
        });
    try {
      Path ledger = Files.write(scratch.resolve("ledger.tsv"), table);
      Path sql = Files.writeString(scratch.resolve("ledger-check.sql"), LedgerCheck.sql());
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
