package io.baedge.sim.crowd;

/**
 * The crowd in numbers.
 *
 * @param devices all of them
 * @param on with power
 * @param connected in session with a hub
 * @param withPicture devices whose glass shows the picture they want
 * @param owned devices that speak for a badge, as the hub told them
 * @param samples records of all epochs of this run
 * @param cutAccessPoints off the air
 */
public record CrowdSummary(
    int devices,
    int on,
    int connected,
    int withPicture,
    int owned,
    Samples samples,
    int cutAccessPoints) {
  /**
   * Records.
   *
   * @param waiting held by badges, not acknowledged
   */
  public record Samples(long taken, long acknowledged, long waiting) {}
}
