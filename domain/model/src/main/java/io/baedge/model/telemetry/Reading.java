package io.baedge.model.telemetry;

/** Something a badge measured or saw. */
public sealed interface Reading {
  /** A number that nobody knows. */
  int UNKNOWN = Integer.MIN_VALUE;

  /**
   * Battery and supply.
   *
   * @param batteryPercent 0 to 100, or {@link #UNKNOWN}
   * @param batteryMv millivolts, or {@link #UNKNOWN}
   */
  record Power(int batteryPercent, int batteryMv, PowerSource source) implements Reading {}

  /**
   * Radio.
   *
   * @param rssiDbm received strength, or {@link #UNKNOWN}
   * @param channel Wi-Fi channel, or {@link #UNKNOWN}
   * @param accessPoint BSSID or name of the access point; empty when not associated
   */
  record Radio(int rssiDbm, int channel, String accessPoint) implements Reading {}

  /**
   * The board.
   *
   * @param temperatureDeciC tenths of a degree Celsius, or {@link #UNKNOWN}
   * @param freeMemoryMb mebibytes, or {@link #UNKNOWN}
   * @param freeStorageMb mebibytes, or {@link #UNKNOWN}
   */
  record Board(int temperatureDeciC, int freeMemoryMb, int freeStorageMb) implements Reading {}

  /**
   * Something that happened.
   *
   * @param kind for example boot, button, screen, evicted
   * @param detail one line, may be empty
   */
  record Event(String kind, String detail) implements Reading {}
}
