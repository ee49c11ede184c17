package io.baedge.model.message;

import io.baedge.model.Limits;
import io.baedge.model.telemetry.Sample;
import io.baedge.model.telemetry.SequenceRanges;
import java.util.List;

/**
 * A batch of samples of one epoch, sorted by sequence.
 *
 * @param low the lowest sequence that the device still holds in this epoch; nothing below will come
 * @param sentMonoMs the monotonic clock of that epoch at sending, the anchor for correcting times;
 *     {@link #NO_ANCHOR} when the board has started anew since, so that its clock is another one
 * @param gone sequences that will never come, beside those below {@code low}: evicted, thinned
 *     away, or lost with the power; at most {@link Limits#GONE_RANGES} ranges, and none of a sample
 *     here
 */
public record Telemetry(
    long epoch, long low, long sentMonoMs, List<Sample> samples, SequenceRanges gone)
    implements UpMessage {
  /** The clock of the epoch is gone: the moment of sending cannot be told on it. */
  public static final long NO_ANCHOR = -1;

  /** A batch without holes. */
  public Telemetry(long epoch, long low, long sentMonoMs, List<Sample> samples) {
    this(epoch, low, sentMonoMs, samples, SequenceRanges.EMPTY);
  }

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
