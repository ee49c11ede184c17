package io.baedge.badgelinux.panel;

import io.baedge.model.panel.PanelModel;
import java.util.List;

/** In what the SSD1680 panels differ. Source: recordings of the vendor's drivers. */
enum Ssd1680Table {
  V3_2IN13("2in13_V3", 20, 0xC7, "displayPartial displayPartBaseImage"),
  V4_2IN13("2in13_V4", 20, 0xF7, "init_fast display_fast displayPartial displayPartBaseImage"),
  B_V4_2IN13("2in13b_V4", 20, Ssd1680Table.OWN, ""),
  V2_2IN7(
      "2in7_V2",
      200,
      0xF7,
      "init_Fast display_Fast display_Base display_Base_color display_Partial Init_4Gray"
          + " display_4Gray"),
  B_V2_2IN7("2in7b_V2", 200, Ssd1680Table.OWN, ""),
  V2_2IN9("2in9_V2", 50, 0xC7, "init_Fast display_Base display_Partial Init_4Gray display_4Gray"),
  B_V4_2IN9(
      "2in9b_V4",
      200,
      0xF7,
      "init_Fast display_Fast Clear_Fast display_Base display_Base_color display_Partial");

  /** The controller's own update, which nothing is written for. */
  static final int OWN = -1;

  private static final int STATUS = 0x71;

  /** Name of the model. */
  final String model;

  /** Before and after the low pulse, milliseconds. */
  final int resetMs;

  /** Update byte of a full refresh. */
  final int full;

  /** Names of the operations. */
  final List<String> operations;

  Ssd1680Table(String model, int resetMs, int full, String more) {
    this.model = model;
    this.resetMs = resetMs;
    this.full = full;
    this.operations =
        List.of(("init Clear display sleep" + (more.isEmpty() ? "" : " ") + more).split(" "));
  }

  static Ssd1680Table of(PanelModel model) {
    for (Ssd1680Table table : values()) {
      if (table.model.equals(model.name())) {
        return table;
      }
    }
    throw new IllegalArgumentException(model.name());
  }

  boolean hasColour() {
    return this == B_V4_2IN13 || this == B_V2_2IN7 || this == B_V4_2IN9;
  }

  /** Whether a set bit of the colour memory means coloured; frames have it the other way round. */
  boolean colourInverted() {
    return this == B_V2_2IN7 || this == B_V4_2IN9;
  }

  /** Update byte of a partial refresh: with the given waveform, or with the controller's own. */
  int partial() {
    return switch (this) {
      case V3_2IN13, V2_2IN9 -> 0x0F;
      case B_V4_2IN9 -> 0x1C;
      default -> 0xFF;
    };
  }

  /** Update byte of a base picture. */
  int base() {
    return this == B_V4_2IN9 ? 0xF4 : full;
  }

  /** The command that asks for the state while waiting, -1 = none. */
  int poll() {
    return this == B_V4_2IN9 ? STATUS : -1;
  }
}
