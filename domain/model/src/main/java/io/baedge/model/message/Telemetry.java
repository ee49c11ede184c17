package io.baedge.model.message;

import io.baedge.model.telemetry.Sample;
import java.util.List;

/**
 * A batch of samples of one epoch, sorted by sequence.
 *
 * @param low the lowest sequence that the device still holds in this epoch; nothing below will come
 * @param sentMonoMs the monotonic clock of that epoch at sending, the anchor for correcting times;
 *     {@link #NO_ANCHOR} when the board has started anew since, so that its clock is another one
 */
public record Telemetry(long epoch, long low, long sentMonoMs, List<Sample> samples)
    implements UpMessage {
  /** The clock of the epoch is gone: the moment of sending cannot be told on it. */
  public static final long NO_ANCHOR = -1;

  public Telemetry {
    samples = List.copyOf(samples);
    for (int i = 1; i < samples.size(); i++) {
      if (samples.get(i).sequence() <= samples.get(i - 1).sequence()) {
        throw new IllegalArgumentException(
            "samples must be sorted by sequence: "
                + samples.get(i).sequence()
                + " after "
                + samples.get(i - 1).sequence());
      }
    }
  }
}
