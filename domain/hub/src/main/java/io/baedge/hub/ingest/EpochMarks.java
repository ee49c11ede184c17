package io.baedge.hub.ingest;

import io.baedge.model.telemetry.Received;
import java.util.Arrays;

/** What has arrived of one device, by epoch. Small arrays: hubs hold one for every device. */
final class EpochMarks {
  private long[] epochs = new long[0];
  private Received[] received = new Received[0];

  Received of(long epoch) {
    int at = find(epoch);
    return at >= 0 ? received[at] : Received.NOTHING;
  }

  boolean knows(long epoch) {
    return find(epoch) >= 0;
  }

  /** The highest of them; 0 when there is none. */
  long newest() {
    return epochs.length == 0 ? 0 : epochs[epochs.length - 1];
  }

  int count() {
    return epochs.length;
  }

  void put(long epoch, Received value) {
    int at = find(epoch);
    if (at >= 0) {
      received[at] = value;
      return;
    }
    int place = -at - 1;
    epochs = Arrays.copyOf(epochs, epochs.length + 1);
    received = Arrays.copyOf(received, received.length + 1);
    System.arraycopy(epochs, place, epochs, place + 1, epochs.length - 1 - place);
    System.arraycopy(received, place, received, place + 1, received.length - 1 - place);
    epochs[place] = epoch;
    received[place] = value;
  }

  private int find(long epoch) {
    int last = epochs.length - 1;
    return last >= 0 && epochs[last] == epoch ? last : Arrays.binarySearch(epochs, epoch);
  }
}
