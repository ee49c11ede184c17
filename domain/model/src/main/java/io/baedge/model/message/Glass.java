package io.baedge.model.message;

import java.util.Arrays;

/**
 * What is on a badge's glass.
 *
 * @param hash of the frame; empty before the first picture
 * @param screen the screen it was composed from
 * @param sinceMonoMs when the panel settled, on the device's monotonic clock
 * @param untilMonoMs when the decision ends; 0 = open
 * @param frame the encoded frame, empty when the device believes that the hub has it
 */
public record Glass(
    String hash, String screen, Decider decider, long sinceMonoMs, long untilMonoMs, byte[] frame) {
  /** Nothing drawn yet. */
  public static final Glass BLANK = new Glass("", "", Decider.DEFAULT, 0, 0, new byte[0]);

  public Glass {
    frame = frame.clone();
  }

  @Override
  public byte[] frame() {
    return frame.clone();
  }

  /** The same without the picture itself. */
  public Glass withoutFrame() {
    return new Glass(hash, screen, decider, sinceMonoMs, untilMonoMs, new byte[0]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Glass g
        && hash.equals(g.hash)
        && screen.equals(g.screen)
        && decider == g.decider
        && sinceMonoMs == g.sinceMonoMs
        && untilMonoMs == g.untilMonoMs
        && Arrays.equals(frame, g.frame);
  }

  @Override
  public int hashCode() {
    return hash.hashCode() * 31 + screen.hashCode();
  }
}
