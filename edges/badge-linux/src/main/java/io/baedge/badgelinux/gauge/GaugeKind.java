package io.baedge.badgelinux.gauge;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Gauges that can be chosen. */
public enum GaugeKind {
  /** Whatever is there. */
  AUTO("auto"),
  /** PiSugar 3 on I2C. */
  PISUGAR3("pisugar3"),
  /** PiSugar 2 on I2C, with an IP5209. */
  PISUGAR2("pisugar2"),
  /** PiSugar 2 Pro or Plus on I2C, with an IP5312. */
  PISUGAR2_PRO("pisugar2-pro"),
  /** The vendor's server on this board. */
  PISUGAR_SOCKET("pisugar-socket"),
  /** Waveshare UPS HAT (C). */
  INA219("ina219"),
  /** A driver of the kernel. */
  POWER_SUPPLY("power_supply"),
  /** No battery: always fed from outside. */
  MAINS("mains"),
  /** Nobody can tell. */
  NONE("none");

  private final String word;

  GaugeKind(String word) {
    this.word = word;
  }

  /** The word in settings. */
  public String word() {
    return word;
  }

  /** All words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(GaugeKind::word).toList();
  }

  /** The gauge of that word. */
  public static Optional<GaugeKind> find(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }
}
