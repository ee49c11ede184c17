package io.baedge.sim.conference;

/** Something that must always hold does not. Ends the run; the run tells where and when. */
final class InvariantBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Invariant invariant;
  private final int device;

  /**
   * Ends the run.
   *
   * @param device whose last events matter; negative for none
   */
  InvariantBroken(Invariant invariant, int device, String detail) {
    super(detail);
    this.invariant = invariant;
    this.device = device;
  }

  Invariant invariant() {
    return invariant;
  }

  int device() {
    return device;
  }
}
