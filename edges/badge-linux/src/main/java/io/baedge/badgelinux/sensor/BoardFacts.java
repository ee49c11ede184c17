package io.baedge.badgelinux.sensor;

import io.baedge.model.telemetry.Reading;
import java.util.ArrayList;
import java.util.List;

/**
 * What a board is and how it does, for its own status.
 *
 * @param model as the device tree names it; empty when it names none
 * @param throttled what slows the board down or did since its start; empty when nothing does or
 *     nobody can tell
 * @param throttlingKnown whether the board can tell
 * @param reading temperature, memory, storage
 */
public record BoardFacts(
    String model, List<String> throttled, boolean throttlingKnown, Reading.Board reading) {
  /** Bits of the firmware's word: documentation of Raspberry Pi, get_throttled. */
  private static final String[] NOW = {
    "the voltage is too low", "the clock is capped", "the board is throttled", "it is too warm"
  };

  private static final int SINCE_START = 16;

  /** The words of the firmware's number. */
  static List<String> throttled(long bits) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < NOW.length; i++) {
      if ((bits & (1L << i)) != 0) {
        words.add(NOW[i]);
      } else if ((bits & (1L << (i + SINCE_START))) != 0) {
        words.add(NOW[i] + ", earlier");
      }
    }
    return words;
  }
}
