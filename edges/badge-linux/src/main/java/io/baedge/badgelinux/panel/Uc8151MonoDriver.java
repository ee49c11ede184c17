package io.baedge.badgelinux.panel;

import static io.baedge.badgelinux.panel.Uc81xx.DATA_INTERVAL;
import static io.baedge.badgelinux.panel.Uc81xx.FIRST_PLANE;
import static io.baedge.badgelinux.panel.Uc81xx.PANEL_SETTING;
import static io.baedge.badgelinux.panel.Uc81xx.POWER_ON;
import static io.baedge.badgelinux.panel.Uc81xx.REFRESH;
import static io.baedge.badgelinux.panel.Uc81xx.SECOND_PLANE;
import static io.baedge.badgelinux.panel.Uc81xx.VCOM_DC;

import io.baedge.badgelinux.panel.PanelBus.Pulse;
import io.baedge.badgelinux.panel.Planes.Source;
import io.baedge.model.panel.PanelModel;
import java.util.List;

/** UC8151D with black only: 2in13d and 2in9d. */
final class Uc8151MonoDriver extends PanelDriver {
  private static final List<String> FULL =
      List.of(
          "00080000000260282800000100140000000100121200000100",
          "400800000002902828000001401400000001a01212000001",
          "401700000002900f0f000003400a01000001a00e0e000002",
          "800800000002902828000001801400000001501212000001",
          "800800000002902828000001801400000001501212000001");
  private static final List<String> PARTIAL =
      List.of("001901000001", "001901000001", "801901000001", "401901000001", "001901000001");
  private static final int SCAN_WHOLE = 0x28;

  private final boolean small;

  Uc8151MonoDriver(PanelModel model) {
    super(model);
    this.small = model.name().equals("2in13d");
  }

  @Override
  public int idleLevel() {
    return IDLE_HIGH;
  }

  @Override
  public List<String> operations() {
    return small
        ? List.of("init", "Clear", "display", "sleep", "DisplayPartial", "SetFullReg", "SetPartReg")
        : List.of("init", "Clear", "display", "sleep", "DisplayPartial", "SetPartReg");
  }

  @Override
  public Sequence operation(String name, Window part) {
    if (!operations().contains(name)) {
      throw unknown(name);
    }
    return switch (name) {
      case "init" -> small ? initSmall() : initLarge();
      case "Clear" -> draw(new Sequence().fill(SECOND_PLANE, 0xFF, planeBytes()));
      case "display" -> draw(new Sequence().picture(SECOND_PLANE, Source.FIRST, whole()));
      case "DisplayPartial" -> partial(part);
      case "SetFullReg" -> registers(0x00, 0x97, FULL);
      case "SetPartReg" -> partialRegisters();
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
    return operation("init", whole());
  }

  @Override
  public Sequence show(Mode mode, Window part) {
    return operation(mode == Mode.PARTIAL ? "DisplayPartial" : "display", part);
  }

  private Sequence initSmall() {
    return new Sequence().powerOn().reset(200, 5, 200).then(supply(0xBF, 0x0D)).send(VCOM_DC, 0x28);
  }

  private Sequence initLarge() {
    Pulse high = new Pulse(1, 20);
    Pulse low = new Pulse(0, 5);
    return new Sequence()
        .powerOn()
        .pulses(high, low, high, low, high, low, high)
        .send(POWER_ON)
        .ready()
        .send(PANEL_SETTING, 0x1F)
        .then(Uc81xx.resolution(model()))
        .send(DATA_INTERVAL, 0x97);
  }

  private Sequence supply(int... panelSetting) {
    return new Sequence()
        .send(Uc81xx.POWER_SETTING, 0x03, 0x00, 0x2B, 0x2B, 0x03)
        .send(Uc81xx.BOOSTER, 0x17, 0x17, 0x17)
        .send(POWER_ON)
        .ready()
        .send(PANEL_SETTING, panelSetting)
        .send(Uc81xx.CLOCK, 0x3A)
        .then(Uc81xx.resolution(model()));
  }

  private static Sequence registers(int vcom, int interval, List<String> luts) {
    return new Sequence().send(VCOM_DC, vcom).send(DATA_INTERVAL, interval).then(Uc81xx.luts(luts));
  }

  private Sequence partialRegisters() {
    return small
        ? registers(0x03, 0x47, PARTIAL)
        : supply(0xBF).then(registers(0x12, 0x97, PARTIAL));
  }

  private Sequence draw(Sequence second) {
    Sequence draw =
        new Sequence().fill(FIRST_PLANE, 0x00, planeBytes()).pause(10).then(second).pause(10);
    return (small ? draw.then(registers(0x00, 0x97, FULL)) : draw).then(refresh());
  }

  /** The memory of the old picture gets the new one and the other its negative: all is driven. */
  private Sequence partial(Window part) {
    Sequence window =
        new Sequence()
            .send(Uc81xx.PARTIAL_IN)
            .send(
                Uc81xx.PARTIAL_WINDOW,
                part.firstByte() * 8,
                part.lastByte() * 8 + 7,
                part.y0() >> 8,
                part.y0(),
                part.lastRow() >> 8,
                part.lastRow(),
                SCAN_WHOLE);
    Sequence data =
        new Sequence()
            .picture(FIRST_PLANE, Source.FIRST, part)
            .pause(10)
            .picture(SECOND_PLANE, Source.FIRST_INVERTED, part)
            .pause(10);
    Sequence all =
        small
            ? window.then(data).then(partialRegisters())
            : partialRegisters().then(window).then(data);
    return all.then(refresh());
  }

  private Sequence refresh() {
    return new Sequence().send(REFRESH).pause(small ? 100 : 10).shown();
  }
}
