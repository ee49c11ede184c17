package io.baedge.badgelinux.panel;

import io.baedge.model.panel.PanelModel;
import java.util.List;

/** JD79661 of the 2in13g: four colours, two bits a pixel, rows of 32 bytes. */
final class Jd79661Driver extends PanelDriver {
  private static final List<String> OPERATIONS = List.of("init", "Clear", "display", "sleep");
  private static final int PIXELS_A_BYTE = 4;
  private static final int ROW_BYTES = 32;
  private static final int ALL_WHITE = 0x55;
  private static final int PICTURE = 0x10;

  Jd79661Driver(PanelModel model) {
    super(model);
  }

  @Override
  public int idleLevel() {
    return IDLE_HIGH;
  }

  @Override
  public List<String> operations() {
    return OPERATIONS;
  }

  @Override
  public Sequence operation(String name, Window part) {
    int rows = model().heightPx();
    int bytes = (model().widthPx() + PIXELS_A_BYTE - 1) / PIXELS_A_BYTE;
    return switch (name) {
      case "init" -> init();
      case "Clear" -> new Sequence().fill(PICTURE, ALL_WHITE, ROW_BYTES * rows).then(refresh());
      case "display" ->
          new Sequence().rows(PICTURE, rows, bytes, ROW_BYTES - bytes).then(refresh());
      case "sleep" ->
          new Sequence()
              .send(Uc81xx.POWER_OFF)
              .pause(100)
              .ready()
              .pause(100)
              .then(Uc81xx.deepSleep());
      default -> throw unknown(name);
    };
  }

  @Override
  public Sequence wake(Mode mode) {
    return init();
  }

  @Override
  public Sequence show(Mode mode, Window part) {
    return operation("display", part);
  }

  private Sequence init() {
    int height = model().heightPx();
    return new Sequence()
        .powerOn()
        .reset(200, 2, 200)
        .pause(100)
        .ready()
        .send(0x4D, 0x78)
        .send(Uc81xx.PANEL_SETTING, 0x0F, 0x29)
        .send(Uc81xx.POWER_SETTING, 0x07, 0x00)
        .send(0x03, 0x10, 0x54, 0x44)
        .send(Uc81xx.BOOSTER, 0x05, 0x00, 0x3F, 0x0A, 0x25, 0x12, 0x1A)
        .send(Uc81xx.DATA_INTERVAL, 0x37)
        .send(0x60, 0x02, 0x02)
        .send(Uc81xx.RESOLUTION, 0, ROW_BYTES * PIXELS_A_BYTE, height >> 8, height)
        .send(0xE7, 0x1C)
        .send(0xE3, 0x22)
        .send(0xB4, 0xD0)
        .send(0xB5, 0x03)
        .send(0xE9, 0x01)
        .send(Uc81xx.CLOCK, 0x08)
        .send(Uc81xx.POWER_ON)
        .pause(100)
        .ready();
  }

  private static Sequence refresh() {
    return new Sequence().send(Uc81xx.REFRESH, 0x00).pause(100).shown();
  }
}
