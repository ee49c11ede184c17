package io.baedge.badge.value;

import io.baedge.model.Now;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Asks the sources of values, each in its own pace, and keeps of each the last good value. A source
 * that fails is asked later and later; what energy and uplink forbid is not asked at all.
 */
public final class ValueSources {
  /** What follows a value's name for its age. */
  public static final String AGE = ".age";

  /** What follows a value's name for whether it is stale. */
  public static final String STALE = ".stale";

  /** What stands there then. */
  public static final String STALE_WORD = "stale";

  private static final long SAVE_SPACING_MS = 600_000;

  /** That an old value is still right is worth less of a card's life, but its age depends on it. */
  private static final long CONFIRMED_SPACING_MS = 3_600_000;

  private final ValueOrders orders;
  private final List<Source> sources = new ArrayList<>();
  private ValueLimits limits = ValueLimits.NONE;
  private SortedMap<String, String> texts = new TreeMap<>();
  private boolean changed;
  private long asks;
  private long lookMonoMs = Long.MAX_VALUE;
  private long saveDueMonoMs = Long.MAX_VALUE;
  private long savedMonoMs = Long.MIN_VALUE / 2;
  private boolean wallSynced;

  /** Sources that have not been asked; their names differ. */
  public ValueSources(ValueOrders orders, List<ValueSource> given, RandomGenerator random) {
    this.orders = orders;
    given.forEach(what -> sources.add(new Source(what, random)));
  }

  /** Whether there are any. */
  public boolean any() {
    return !sources.isEmpty();
  }

  /** Takes up what was saved before; returns what could not be read, empty when all is well. */
  public String start(byte[] saved, Now now) {
    if (sources.isEmpty()) {
      return "";
    }
    ValuesFile.Content content =
        saved.length == 0
            ? new ValuesFile.Content("", new TreeMap<>())
            : ValuesFile.read(saved, sources, now.monoMs());
    for (Source source : sources) {
      source.start(content.values().get(source.what().name()), now.monoMs());
    }
    lookMonoMs = now.monoMs();
    return content.problem();
  }

  /** Lets time pass within these limits. */
  public void tick(ValueLimits allowed, Now now) {
    limits = allowed;
    for (Source source : sources) {
      if (source.overdue(now.monoMs())) {
        String sentence =
            source.what().shownPlace() + " gave no answer within its time; see whether it hangs";
        take(source, new ValueAnswer.Failed(sentence), now);
      }
      if (source.take(limits, asks + 1, now.monoMs())) {
        asks++;
        orders.askValue(source.what(), asks, source.mark());
      }
    }
    if (now.monoMs() >= lookMonoMs || now.wallSynced() != wallSynced) {
      look(now);
    }
    if (now.monoMs() >= saveDueMonoMs) {
      saveNow(now.monoMs());
    }
  }

  /** An answer came; one that nobody waits for any more does not count. */
  public void answered(String name, long ask, ValueAnswer answer, Now now) {
    for (Source source : sources) {
      if (source.what().name().equals(name) && source.waitsFor(ask)) {
        take(source, bounded(answer), now);
      }
    }
  }

  private void take(Source source, ValueAnswer answer, Now now) {
    String before = source.problem();
    Source.Kept keptBefore = source.kept();
    boolean other = source.answered(answer, now);
    if (!Objects.equals(source.kept(), keptBefore)) {
      long spacing = other ? SAVE_SPACING_MS : CONFIRMED_SPACING_MS;
      saveDueMonoMs = Math.min(saveDueMonoMs, Math.max(now.monoMs(), savedMonoMs + spacing));
    }
    if (before.isEmpty() && !source.problem().isEmpty()) {
      orders.valueTrouble("value " + source.what().name() + ": " + source.problem());
    }
    look(now);
  }

  /** One line, as long as a value may be. */
  private static ValueAnswer bounded(ValueAnswer answer) {
    if (!(answer instanceof ValueAnswer.Read(String text, String mark))) {
      return answer;
    }
    var line = new StringBuilder();
    text.strip()
        .codePoints()
        .forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    if (line.length() > ValuesFile.TEXT_CHARS) {
      int end = ValuesFile.TEXT_CHARS - 1;
      line.setLength(Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end);
      line.append('…');
    }
    return new ValueAnswer.Read(line.toString(), mark);
  }

  private void look(Now now) {
    wallSynced = now.wallSynced();
    SortedMap<String, String> seen = new TreeMap<>();
    lookMonoMs = Long.MAX_VALUE;
    for (Source source : sources) {
      String name = source.what().name();
      Source.Kept kept = source.kept();
      if (kept != null) {
        seen.put(name, kept.text());
        long ageMs = source.ageMs(now);
        if (ageMs >= 0) {
          seen.put(name + AGE, Age.text(ageMs));
        }
        if (source.stale(now)) {
          seen.put(name + STALE, STALE_WORD);
        }
        lookMonoMs = Math.min(lookMonoMs, source.nextLookMonoMs(now));
      }
    }
    changed |= !seen.equals(texts);
    texts = seen;
  }

  /** Saves what is not saved yet. */
  public void saveNow(long monoMs) {
    if (saveDueMonoMs != Long.MAX_VALUE) {
      saveDueMonoMs = Long.MAX_VALUE;
      savedMonoMs = monoMs;
      orders.saveValues(ValuesFile.bytes(sources));
    }
  }

  /** Whether what screens show of the values has changed since the last call. */
  public boolean takeChanged() {
    boolean taken = changed;
    changed = false;
    return taken;
  }

  /** The values, their ages and whether they are stale, by what follows {@code value.}. */
  public Map<String, String> texts() {
    return texts;
  }

  /** When {@link #tick} has something to do. */
  public long deadlineMonoMs() {
    long due = Math.min(lookMonoMs, saveDueMonoMs);
    for (Source source : sources) {
      due = Math.min(due, source.deadlineMonoMs(limits));
    }
    return due;
  }

  /** The sources now. */
  public ValuesView view(Now now) {
    return new ValuesView(sources.stream().map(source -> source.view(now)).toList());
  }
}
