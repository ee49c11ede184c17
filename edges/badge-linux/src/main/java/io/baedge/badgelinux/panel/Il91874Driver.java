package io.baedge.badgelinux.panel;

import static io.baedge.badgelinux.panel.Uc81xx.DATA_INTERVAL;
import static io.baedge.badgelinux.panel.Uc81xx.DATA_STOP;
import static io.baedge.badgelinux.panel.Uc81xx.FIRST_PLANE;
import static io.baedge.badgelinux.panel.Uc81xx.PANEL_SETTING;
import static io.baedge.badgelinux.panel.Uc81xx.POWER_ON;
import static io.baedge.badgelinux.panel.Uc81xx.REFRESH;
import static io.baedge.badgelinux.panel.Uc81xx.SECOND_PLANE;
import static io.baedge.badgelinux.panel.Uc81xx.VCOM_DC;

import io.baedge.badgelinux.panel.Planes.Source;
import io.baedge.model.panel.PanelModel;
import java.util.ArrayList;
import java.util.List;

/** IL91874 of the first 2.7" panels: 2in7 with greys, 2in7b with a colour. */
final class Il91874Driver extends PanelDriver {
  private static final String TO_WHITE = "400800000002902828000001401400000001a01212000001";
  private static final String TO_BLACK = "800800000002902828000001801400000001501212000001";
  private static final List<String> BLACK =
      List.of(
          "0000000800000002602828000001001400000001001212000001",
          TO_WHITE,
          TO_WHITE,
          TO_BLACK,
          TO_BLACK);
  private static final String GREY_WHITE = "400a0000000190141400000110140a000001a01301000001";
  private static final List<String> GREYS =
      List.of(
          "0000000a0000000160141400000100140000000100130a010001",
          GREY_WHITE,
          "400a0000000190141400000100140a000001990c01030401",
          "400a0000000190141400000100140a000001990b04040101",
          "800a0000000190141400000120140a000001501301000001",
          GREY_WHITE);
  private static final String COLOUR_SAME =
      "901a1a000001400a0a000008840e010e0110800a0a00000800041000000500030e00000a002300000001";
  private static final List<String> COLOUR =
      List.of(
          "0000001a1a000001000a0a000008000e010e0110000a0a00000800041000000500030e00000a002300000001",
          COLOUR_SAME,
          "a01a1a000001000a0a000008840e010e0110900a0a000008b00410000005b0030e00000ac02300000001",
          COLOUR_SAME,
          "901a1a000001200a0a000008840e010e0110100a0a00000800041000000500030e00000a002300000001");
  private static final int TUNING = 0xF8;

  private final boolean colour;

  Il91874Driver(PanelModel model) {
    super(model);
    this.colour = model.name().equals("2in7b");
  }

  @Override
  public int idleLevel() {
    return IDLE_HIGH;
  }

  @Override
  public List<String> operations() {
    List<String> operations = new ArrayList<>(List.of("init", "Clear", "display", "sleep"));
    if (!colour) {
      operations.add("Init_4Gray");
      operations.add("display_4Gray");
    }
    return operations;
  }

  @Override
  public Sequence operation(String name, Window part) {
    if (!operations().contains(name)) {
      throw unknown(name);
    }
    return switch (name) {
      case "init" -> colour ? initColour() : initBlack();
      case "Init_4Gray" -> initGreys();
      case "Clear" -> {
        int white = colour ? 0x00 : 0xFF;
        yield draw(
            new Sequence().fill(FIRST_PLANE, white, planeBytes()),
            new Sequence().fill(SECOND_PLANE, white, planeBytes()));
      }
      case "display" ->
          colour
              ? draw(
                  new Sequence().picture(FIRST_PLANE, Source.FIRST_INVERTED, whole()),
                  new Sequence().picture(SECOND_PLANE, Source.SECOND_INVERTED, whole()))
              : draw(
                  new Sequence().fill(FIRST_PLANE, 0xFF, planeBytes()),
                  new Sequence().picture(SECOND_PLANE, Source.FIRST, whole()));
      case "display_4Gray" ->
          new Sequence()
              .picture(FIRST_PLANE, Source.SECOND_INVERTED, whole())
              .picture(SECOND_PLANE, Source.FIRST_INVERTED, whole())
              .then(Uc81xx.luts(GREYS))
              .send(REFRESH)
              .pause(200)
              .shown();
      case "sleep" ->
          new Sequence()
              .send(DATA_INTERVAL, Uc81xx.BORDER_FLOATS)
              .send(Uc81xx.POWER_OFF)
              .then(Uc81xx.deepSleep());
      default -> throw unknown(name);
    };
  }

  @Override
  public Sequence wake(Mode mode) {
    return operation(mode == Mode.GREYS ? "Init_4Gray" : "init", whole());
  }

  @Override
  public Sequence show(Mode mode, Window part) {
    return operation(mode == Mode.GREYS ? "display_4Gray" : "display", part);
  }

  private Sequence draw(Sequence first, Sequence second) {
    if (colour) {
      first.send(DATA_STOP);
      second.send(DATA_STOP);
    }
    return first.then(second).send(REFRESH).shown();
  }

  private Sequence initBlack() {
    return new Sequence()
        .powerOn()
        .reset(200, 5, 200)
        .send(Uc81xx.POWER_SETTING, 0x03, 0x00, 0x2B, 0x2B, 0x09)
        .send(Uc81xx.BOOSTER, 0x07, 0x07, 0x17)
        .then(tuning(true))
        .send(0x16, 0x00)
        .send(POWER_ON)
        .ready()
        .send(PANEL_SETTING, 0xAF)
        .send(Uc81xx.CLOCK, 0x3A)
        .send(DATA_INTERVAL, 0x57)
        .send(VCOM_DC, 0x12)
        .then(Uc81xx.luts(BLACK));
  }

  private Sequence initGreys() {
    return new Sequence()
        .powerOn()
        .reset(200, 5, 200)
        .send(Uc81xx.POWER_SETTING, 0x03, 0x00, 0x2B, 0x2B)
        .send(Uc81xx.BOOSTER, 0x07, 0x07, 0x17)
        .then(tuning(true))
        .send(0x16, 0x00)
        .send(POWER_ON)
        .ready()
        .send(PANEL_SETTING, 0xBF)
        .send(Uc81xx.CLOCK, 0x90)
        .send(Uc81xx.RESOLUTION, 0x00, 0xB0, 0x01, 0x08)
        .send(VCOM_DC, 0x12)
        .send(DATA_INTERVAL, 0x57);
  }

  private Sequence initColour() {
    return new Sequence()
        .powerOn()
        .reset(200, 2, 200)
        .send(POWER_ON)
        .ready()
        .send(PANEL_SETTING, 0xAF)
        .send(Uc81xx.CLOCK, 0x3A)
        .send(Uc81xx.POWER_SETTING, 0x03, 0x00, 0x2B, 0x2B, 0x09)
        .send(Uc81xx.BOOSTER, 0x07, 0x07, 0x17)
        .then(tuning(false))
        .send(VCOM_DC, 0x12)
        .send(DATA_INTERVAL, 0x87)
        .then(Uc81xx.luts(COLOUR))
        .send(0x16, 0x00);
  }

  /** Undocumented registers, as recorded. */
  private static Sequence tuning(boolean black) {
    Sequence tuning =
        new Sequence()
            .send(TUNING, 0x60, 0xA5)
            .send(TUNING, 0x89, 0xA5)
            .send(TUNING, 0x90, 0x00)
            .send(TUNING, 0x93, 0x2A);
    if (black) {
      tuning.send(TUNING, 0xA0, 0xA5).send(TUNING, 0xA1, 0x00);
    }
    return tuning.send(TUNING, 0x73, 0x41);
  }
}
