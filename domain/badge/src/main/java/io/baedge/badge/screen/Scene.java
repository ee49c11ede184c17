package io.baedge.badge.screen;

import io.baedge.model.message.Desired;
import io.baedge.model.tier.TierRules;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that has a say in what is shown.
 *
 * @param localScreen chosen at the badge; empty text for a cleared glass
 * @param localUntilMonoMs when that choice ends
 * @param identifyUntilMonoMs until when the badge shows which one it is
 * @param put values of programs by key
 * @param battery level for people; empty while nobody can tell
 * @param saving what energy and uplink leave
 */
public record Scene(
    Desired desired,
    Optional<String> localScreen,
    long localUntilMonoMs,
    long identifyUntilMonoMs,
    Map<String, String> put,
    String battery,
    Saving saving) {
  /**
   * What the badge's tiers leave of the glass.
   *
   * @param lastGasp whether the last picture is to be on it
   * @param rules which screens may be shown and how often
   * @param tier word of the power tier
   */
  public record Saving(boolean lastGasp, TierRules rules, String tier) {
    /** Nothing is saved. */
    public static final Saving NONE = new Saving(false, TierRules.NOTHING_OFF, "");
  }

  public Scene {
    put = new TreeMap<>(put);
  }

  Scene withIdentifyUntil(long monoMs) {
    return new Scene(desired, localScreen, localUntilMonoMs, monoMs, put, battery, saving);
  }
}
