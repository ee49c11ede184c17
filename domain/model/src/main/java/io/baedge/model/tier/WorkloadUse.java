package io.baedge.model.tier;

import java.util.Locale;

/** Whether workloads may run on a badge. */
public enum WorkloadUse {
  /** They run. */
  RUN,
  /** They are stopped and none is started. */
  STOP;

  /** The word in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
