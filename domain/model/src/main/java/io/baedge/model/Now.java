package io.baedge.model;

/**
 * The moment at which a decision is taken.
 *
 * @param monoMs milliseconds of a clock that never jumps and counts suspend (CLOCK_BOOTTIME on a
 *     badge); decisions compare only this
 * @param wallMs milliseconds since 1970 in UTC as the machine believes; for people only
 * @param wallSynced whether the wall clock is known to be right
 */
public record Now(long monoMs, long wallMs, boolean wallSynced) {
  /** A moment with a right wall clock. */
  public static Now synced(long monoMs, long wallMs) {
    return new Now(monoMs, wallMs, true);
  }

  /** The same kind of moment, {@code deltaMs} later on both clocks. */
  public Now plusMs(long deltaMs) {
    return new Now(monoMs + deltaMs, wallMs + deltaMs, wallSynced);
  }
}
