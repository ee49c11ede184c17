package io.baedge.sim.conference;

import io.baedge.sim.device.Device;
import java.util.ArrayList;
import java.util.List;

/** What is known of all records, by device and epoch. */
final class RecordBook {
  private final List<Device> devices;
  private final List<List<RecordStream>> streams = new ArrayList<>();

  /** For devices that are yet to be added to the list. */
  RecordBook(List<Device> devices, int deviceCount) {
    this.devices = devices;
    for (int i = 0; i < deviceCount; i++) {
      streams.add(new ArrayList<>());
    }
  }

  int deviceCount() {
    return streams.size();
  }

  List<Device> devices() {
    return devices;
  }

  /** All epochs of a device, by their numbers. */
  List<RecordStream> of(int device) {
    return streams.get(device);
  }

  RecordStream stream(int device, long epoch) {
    List<RecordStream> epochs = streams.get(device);
    while (epochs.size() <= epoch) {
      epochs.add(new RecordStream());
    }
    return epochs.get(Math.toIntExact(epoch));
  }

  String name(int device, long epoch, long sequence) {
    return "record " + devices.get(device).id() + "/" + epoch + "/" + sequence;
  }
}
