package io.baedge.badge.value;

import io.baedge.kit.retry.Backoff;
import io.baedge.model.Now;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One source: when it is asked next, and what it said last. */
final class Source {
  /** A source that fails is asked later and later, up to so much beside its interval. */
  static final long LONGEST_BACKOFF_MS = 1_800_000;

  /** Within it the first question is asked, and the next one after a hold. */
  static final long SPREAD_MS = 5_000;

  /** The outside has its own timeout; one that does not even tell so is overdue. */
  static final long GRACE_MS = 10_000;

  private static final int JITTER_PART = 10;

  private final ValueSource what;
  private final RandomGenerator random;
  private final Backoff backoff;
  private @Nullable Kept kept;
  private boolean asking;
  private long ask;
  private long askedMonoMs;
  private long fromMonoMs;
  private long restMs;
  private long extraMs;
  private String waits = "";
  private String problem = "";
  private long asked;
  private long failed;
  private long unchanged;
  private long tooLarge;

  /**
   * A good value.
   *
   * @param atMonoMs when it was last known to be right; of one from before this start, the start
   * @param atWallMs the same on the wall clock; 0 while that was not right
   */
  record Kept(String text, String mark, long atMonoMs, long atWallMs, boolean before) {}

  Source(ValueSource what, RandomGenerator random) {
    this.what = what;
    this.random = random;
    long everyMs = what.pace().everyMs();
    this.backoff = new Backoff(everyMs, Math.max(everyMs, LONGEST_BACKOFF_MS), random);
  }

  ValueSource what() {
    return what;
  }

  void start(@Nullable Kept remembered, long monoMs) {
    kept = remembered;
    rest(0, spread(), monoMs);
  }

  private long spread() {
    return random.nextLong(Math.min(SPREAD_MS, what.pace().everyMs()) + 1);
  }

  private void rest(long untilAskedMs, long beside, long monoMs) {
    fromMonoMs = monoMs;
    restMs = untilAskedMs;
    extraMs = beside;
  }

  /** Whether it is to be asked now; afterwards it is being asked. */
  boolean take(ValueLimits limits, long number, long monoMs) {
    String hold = limits.hold(what.reach());
    if (!hold.isEmpty()) {
      waits = hold;
      return false;
    }
    if (!waits.isEmpty()) {
      // Many badges come back at once, for example when a hall's network does.
      waits = "";
      extraMs = Math.max(extraMs, monoMs - fromMonoMs - restMs * limits.factor() + spread());
    }
    if (asking || monoMs < dueMonoMs(limits)) {
      return false;
    }
    asking = true;
    ask = number;
    askedMonoMs = monoMs;
    asked++;
    return true;
  }

  String mark() {
    return kept == null ? "" : kept.mark();
  }

  private long dueMonoMs(ValueLimits limits) {
    return fromMonoMs + restMs * limits.factor() + extraMs;
  }

  boolean overdue(long monoMs) {
    return asking && monoMs >= overdueMonoMs();
  }

  private long overdueMonoMs() {
    return askedMonoMs + what.pace().timeoutMs() + GRACE_MS;
  }

  boolean waitsFor(long number) {
    return asking && ask == number;
  }

  /** Takes in an answer; returns whether the text is another one. */
  boolean answered(ValueAnswer answer, Now now) {
    asking = false;
    return switch (answer) {
      case ValueAnswer.Read(String text, String mark) -> good(text, mark, now);
      case ValueAnswer.Unchanged _ when kept != null -> good(kept.text(), kept.mark(), now);
      case ValueAnswer.Unchanged _ -> {
        failed++;
        yield bad("it says that nothing has changed, but nobody knows what it had", now);
      }
      case ValueAnswer.Failed(String sentence) -> {
        failed++;
        yield bad(sentence, now);
      }
      case ValueAnswer.TooLarge(String sentence) -> {
        tooLarge++;
        yield bad(sentence, now);
      }
    };
  }

  private boolean good(String text, String mark, Now now) {
    boolean other = kept == null || !kept.text().equals(text);
    unchanged += other ? 0 : 1;
    kept = new Kept(text, mark, now.monoMs(), now.wallSynced() ? now.wallMs() : 0, false);
    problem = "";
    backoff.reset();
    long everyMs = what.pace().everyMs();
    rest(everyMs, random.nextLong(everyMs / JITTER_PART + 1), now.monoMs());
    return other;
  }

  private boolean bad(String sentence, Now now) {
    problem = sentence;
    rest(what.pace().everyMs(), backoff.nextDelayMs(), now.monoMs());
    return false;
  }

  @Nullable Kept kept() {
    return kept;
  }

  String problem() {
    return problem;
  }

  /** Since the value was last known to be right; -1 when nobody can tell. */
  long ageMs(Now now) {
    if (kept == null) {
      return -1;
    }
    if (!kept.before()) {
      return now.monoMs() - kept.atMonoMs();
    }
    return kept.atWallMs() > 0 && now.wallSynced() && now.wallMs() >= kept.atWallMs()
        ? now.wallMs() - kept.atWallMs()
        : -1;
  }

  /** While nobody can tell the age, the time since the start counts. */
  boolean stale(Now now) {
    return kept != null && staleSinceMs(now) >= 0;
  }

  private long staleSinceMs(Now now) {
    long ageMs = ageMs(now);
    long leastMs = ageMs < 0 && kept != null ? now.monoMs() - kept.atMonoMs() : ageMs;
    return leastMs - what.pace().maxAgeMs();
  }

  /** When what screens show of it changes although nobody says anything. */
  long nextLookMonoMs(Now now) {
    if (kept == null) {
      return Long.MAX_VALUE;
    }
    long ageMs = ageMs(now);
    long due = ageMs < 0 ? Long.MAX_VALUE : now.monoMs() + Age.nextInMs(ageMs);
    long staleSinceMs = staleSinceMs(now);
    return staleSinceMs < 0 ? Math.min(due, now.monoMs() - staleSinceMs) : due;
  }

  long deadlineMonoMs(ValueLimits limits) {
    if (asking) {
      return overdueMonoMs();
    }
    return waits.isEmpty() ? dueMonoMs(limits) : Long.MAX_VALUE;
  }

  ValuesView.Item view(Now now) {
    return new ValuesView.Item(
        what,
        Optional.ofNullable(kept).map(Kept::text),
        ageMs(now),
        stale(now),
        problem,
        waits,
        new ValuesView.Counters(asked, failed, unchanged, tooLarge));
  }
}
