package io.baedge.badgelinux.panel;

import io.baedge.badgelinux.panel.Lut.Waveform;
import java.util.List;

/** Waveforms that SSD1680 panels are given, from recordings of the vendor's drivers. */
final class Ssd1680Waveforms {
  private static final String EVEN = "222222222222000000";
  private static final String VOLTAGES = "221741003236";

  /** Full, 2in13_V3. */
  static final Waveform FULL_2IN13 =
      new Waveform(
          List.of("804a40", "404a80", "804a40", "404a80"),
          List.of("0f", "0f00000f000002", "0f", "01"),
          EVEN,
          VOLTAGES);

  /** Partial, 2in13_V3. */
  static final Waveform PARTIAL_2IN13 =
      new Waveform(
          List.of("0040", "8080", "4040", "0080"), List.of("14", "01", "01"), EVEN, VOLTAGES);

  /** Full, 2in9_V2. */
  static final Waveform FULL_2IN9 =
      new Waveform(
          List.of(
              "806600000000000040",
              "106600000000000020",
              "806600000000000040",
              "106600000000000020"),
          List.of(
              "14080000000002",
              "0a0a000a0a0001",
              "",
              "",
              "",
              "",
              "",
              "",
              "14080001000001",
              "00000000000001"),
          "444444444444000000",
          VOLTAGES);

  /** Fast, 2in9_V2. */
  static final Waveform FAST_2IN9 =
      new Waveform(
          List.of("90", "60", "90", "60"), List.of("1919"), "244222222332000000", "221741ae3238");

  /** Partial, 2in9_V2. */
  static final Waveform PARTIAL_2IN9 =
      new Waveform(
          List.of("0040", "8080", "4040", "0080"),
          List.of("0a000000000001", "01", "01"),
          EVEN,
          "221741b03236");

  /** Four greys, 2in9_V2. */
  static final Waveform GREYS_2IN9 =
      new Waveform(
          List.of("0060", "206010", "286014", "2a6015", "0090"),
          List.of("0002000514", "1e1e0000000001", "0002000514"),
          "242222222332000000",
          "221741ae3228");

  /** Four greys, 2in7_V2. */
  static final Waveform GREYS_2IN7 =
      new Waveform(
          List.of("404880", "084810", "024804", "204801"),
          List.of("0a19000308", "14010014010003", "0a03000819", "01000000000001"),
          EVEN,
          "22174100321c");

  private Ssd1680Waveforms() {}
}
