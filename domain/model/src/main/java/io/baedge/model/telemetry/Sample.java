package io.baedge.model.telemetry;

/**
 * One reading as a device numbered it.
 *
 * @param sequence within the epoch, from 1
 * @param monoMs the device's monotonic clock at the reading, milliseconds
 */
public record Sample(long sequence, long monoMs, Reading reading) {
  public Sample {
    if (sequence < 1) {
      throw new IllegalArgumentException("a sequence starts at 1, not " + sequence);
    }
  }
}
