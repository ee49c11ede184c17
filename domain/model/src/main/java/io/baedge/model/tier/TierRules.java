package io.baedge.model.tier;

import java.util.ArrayList;
import java.util.List;

/**
 * What a badge does in a tier.
 *
 * @param sampleFactor the desired interval between two readings is multiplied by it
 * @param contactAtLeastMs the badge may be silent for so long, even if the hub wants to hear more
 * @param screens that may be shown besides urgent ones; empty = all
 */
public record TierRules(
    int sampleFactor,
    long contactAtLeastMs,
    RadioUse radio,
    List<String> screens,
    Refreshes refreshes,
    LocalApiUse localApi,
    WorkloadUse workloads) {
  /** Changes nothing. */
  public static final TierRules NOTHING_OFF =
      new TierRules(
          1,
          0,
          RadioUse.ON,
          List.of(),
          new Refreshes(0, Refreshes.MOST_PER_HOUR),
          LocalApiUse.ON,
          WorkloadUse.RUN);

  private static final int MOST_FACTOR = 1_000;
  private static final long DAY_MS = 86_400_000;

  /**
   * How often the glass may change. The panel's own interval and budget hold beside it.
   *
   * @param automaticEveryMs least time between two changes that no person asked for
   * @param actionsPerHour most changes that people ask for
   */
  public record Refreshes(long automaticEveryMs, int actionsPerHour) {
    /** As many as anybody may ask for. */
    public static final int MOST_PER_HOUR = 1_000;

    public Refreshes {
      if (automaticEveryMs < 0 || automaticEveryMs > DAY_MS) {
        throw new IllegalArgumentException(
            "automatic changes keep 0 ms to a day, not " + automaticEveryMs + " ms");
      }
      if (actionsPerHour < 1 || actionsPerHour > MOST_PER_HOUR) {
        throw new IllegalArgumentException(
            "people may ask for 1 to " + MOST_PER_HOUR + " changes an hour, not " + actionsPerHour);
      }
    }
  }

  public TierRules {
    screens = List.copyOf(screens);
    if (sampleFactor < 1 || sampleFactor > MOST_FACTOR) {
      throw new IllegalArgumentException(
          "the sample factor is 1 to " + MOST_FACTOR + ", not " + sampleFactor);
    }
    if (contactAtLeastMs < 0 || contactAtLeastMs > DAY_MS) {
      throw new IllegalArgumentException(
          "contact is 0 ms to a day, not " + contactAtLeastMs + " ms");
    }
  }

  /** Whether the rules let the screen be shown. */
  public boolean allows(String screen) {
    return screens.isEmpty() || screens.contains(screen);
  }

  /** The same with another use of the radio. */
  TierRules withRadio(RadioUse other) {
    return new TierRules(
        sampleFactor, contactAtLeastMs, other, screens, refreshes, localApi, workloads);
  }

  /** What holds when both have a say: for each thing the one that spends less. */
  public TierRules and(TierRules other) {
    return new TierRules(
        Math.max(sampleFactor, other.sampleFactor),
        Math.max(contactAtLeastMs, other.contactAtLeastMs),
        later(radio, other.radio),
        both(screens, other.screens),
        new Refreshes(
            Math.max(refreshes.automaticEveryMs, other.refreshes.automaticEveryMs),
            Math.min(refreshes.actionsPerHour, other.refreshes.actionsPerHour)),
        later(localApi, other.localApi),
        later(workloads, other.workloads));
  }

  /** What is not as it would be at full, each in a few words; empty when nothing is. */
  public List<String> switchedOff() {
    List<String> off = new ArrayList<>();
    if (sampleFactor > 1) {
      off.add("samples: every " + sampleFactor + " of the desired intervals");
    }
    if (contactAtLeastMs > 0) {
      off.add("contact: every " + contactAtLeastMs / 1_000 + " s at most");
    }
    if (radio != RadioUse.ON) {
      off.add("radio: " + radio.word());
    }
    if (!screens.isEmpty()) {
      off.add("screens: only " + String.join(", ", screens));
    }
    if (refreshes.automaticEveryMs() > 0) {
      off.add(
          "changes by themselves: every " + refreshes.automaticEveryMs() / 1_000 + " s at most");
    }
    if (refreshes.actionsPerHour() < Refreshes.MOST_PER_HOUR) {
      off.add("changes by people: " + refreshes.actionsPerHour() + " an hour");
    }
    if (localApi != LocalApiUse.ON) {
      off.add("local API: " + localApi.word());
    }
    if (workloads != WorkloadUse.RUN) {
      off.add("workloads: " + workloads.word());
    }
    return List.copyOf(off);
  }

  private static <E extends Enum<E>> E later(E one, E other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** The wearer's screen is allowed by everybody, so that the list never becomes "all". */
  private static List<String> both(List<String> one, List<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    List<String> common = one.stream().filter(other::contains).toList();
    return common.isEmpty() ? List.of("wearer") : common;
  }
}
