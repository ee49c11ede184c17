package io.baedge.kit.fault;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps each kind of fault once, with how often and when: error memory that cannot grow. When full,
 * the kind seen longest ago makes room. Not thread safe; its owner calls it.
 */
public final class FaultLog {
  private final int mostKinds;
  private final Map<String, Fault> byKind = new LinkedHashMap<>();
  private long forgottenKinds;

  /**
   * One kind of fault.
   *
   * @param kind what makes two faults the same
   * @param example the newest message
   * @param firstMonoMs when it was first seen
   * @param lastMonoMs when it was last seen
   */
  public record Fault(String kind, String example, long count, long firstMonoMs, long lastMonoMs) {}

  /** Starts empty. */
  public FaultLog(int mostKinds) {
    if (mostKinds < 1) {
      throw new IllegalArgumentException("a fault log keeps at least 1 kind, not " + mostKinds);
    }
    this.mostKinds = mostKinds;
  }

  /** Notes one; true when its kind is new, which is the moment to tell a person. */
  public boolean note(String kind, String message, long monoMs) {
    Fault before = byKind.get(kind);
    if (before != null) {
      byKind.put(kind, new Fault(kind, message, before.count() + 1, before.firstMonoMs(), monoMs));
      return false;
    }
    if (byKind.size() == mostKinds) {
      forgetOldest();
    }
    byKind.put(kind, new Fault(kind, message, 1, monoMs, monoMs));
    return true;
  }

  /** All kinds, the newest first. */
  public List<Fault> faults() {
    List<Fault> faults = new ArrayList<>(byKind.values());
    faults.sort(Comparator.comparingLong(Fault::lastMonoMs).reversed());
    return faults;
  }

  /** How many kinds had to make room. */
  public long forgottenKinds() {
    return forgottenKinds;
  }

  private void forgetOldest() {
    Fault oldest =
        byKind.values().stream().min(Comparator.comparingLong(Fault::lastMonoMs)).orElseThrow();
    byKind.remove(oldest.kind());
    forgottenKinds++;
  }
}
