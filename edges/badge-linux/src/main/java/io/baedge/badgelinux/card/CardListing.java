package io.baedge.badgelinux.card;

import io.baedge.badge.BadgeEffect;
import io.baedge.badge.BadgeEvent;
import io.baedge.badge.RecordCard;
import io.baedge.kit.journal.Held;
import io.baedge.model.id.DeviceId;
import io.baedge.model.telemetry.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is on a card, as a badge that started from it now would find it.
 *
 * @param device whose card it is
 * @param epoch of the next start
 * @param problem what that start would complain about; empty when all is well
 * @param epochs with records, oldest first
 */
public record CardListing(DeviceId device, long epoch, String problem, List<Epoch> epochs) {
  private static final int PAGE = 500;

  public CardListing {
    epochs = List.copyOf(epochs);
  }

  /** Sequences without a hole, both included. */
  public record Range(long from, long to) {}

  /** The records of one start. */
  public record Epoch(long epoch, List<Range> ranges) {
    public Epoch {
      ranges = List.copyOf(ranges);
    }

    /** How many there are. */
    public long records() {
      return ranges.stream().mapToLong(range -> range.to() - range.from() + 1).sum();
    }
  }

  /**
   * Looks at a card without changing it: recovery, which cuts damaged ends off, works on a copy.
   *
   * @throws Card.Unusable when there is no card or no badge could start from it
   */
  public static CardListing of(Path directory) throws Card.Unusable {
    if (!Files.exists(directory.resolve("device.key"))) {
      throw new Card.Unusable(
          directory + " is no card: there is no device.key in it; give the directory of --state",
          null);
    }
    try {
      Path copy = Files.createTempDirectory("baedge-card-");
      try {
        copy(directory, copy);
        return listing(copy);
      } finally {
        delete(copy);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new Card.Unusable(directory + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static CardListing listing(Path copy) throws Card.Unusable {
    try (Card card = Card.open(copy)) {
      List<Epoch> epochs = new ArrayList<>();
      for (Held held : card.memory().onCard().held()) {
        epochs.add(new Epoch(held.epoch(), ranges(read(card.records(), held))));
      }
      return new CardListing(card.identity().device(), card.epoch(), card.problem(), epochs);
    }
  }

  private static List<Sample> read(RecordCard records, Held held) throws Card.Unusable {
    List<Sample> all = new ArrayList<>();
    long from = held.lowest();
    while (from <= held.highest()) {
      var page = records.fetch(new BadgeEffect.Fetch(held.epoch(), from, PAGE)).getFirst();
      if (!(page instanceof BadgeEvent.Fetched(long _, long _, List<Sample> samples))) {
        throw new Card.Unusable("the records of epoch " + held.epoch() + " cannot be read", null);
      }
      if (samples.isEmpty()) {
        break;
      }
      all.addAll(samples);
      from = samples.getLast().sequence() + 1;
    }
    return all;
  }

  private static List<Range> ranges(List<Sample> samples) {
    List<Range> ranges = new ArrayList<>();
    for (Sample sample : samples) {
      long sequence = sample.sequence();
      if (!ranges.isEmpty() && ranges.getLast().to() + 1 == sequence) {
        ranges.add(new Range(ranges.removeLast().from(), sequence));
      } else {
        ranges.add(new Range(sequence, sequence));
      }
    }
    return ranges;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.skip(1).toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
