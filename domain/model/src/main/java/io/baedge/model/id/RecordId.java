package io.baedge.model.id;

/**
 * A record: one sample as its device numbered it.
 *
 * @param epoch counts the starts of the device, raised in durable storage before the first record
 * @param sequence starts at 1 in each epoch
 */
public record RecordId(DeviceId device, long epoch, long sequence) {
  public RecordId {
    if (epoch < 0 || sequence < 1) {
      throw new IllegalArgumentException(
          "a record has an epoch of at least 0 and a sequence of at least 1, not "
              + epoch
              + "/"
              + sequence);
    }
  }
}
