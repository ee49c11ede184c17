package io.baedge.badgelinux.panel;

import static io.baedge.badgelinux.panel.Ssd16xx.BORDER;
import static io.baedge.badgelinux.panel.Ssd16xx.RAM;
import static io.baedge.badgelinux.panel.Ssd16xx.SECOND_RAM;
import static io.baedge.badgelinux.panel.Ssd16xx.VCOM;

import io.baedge.badgelinux.panel.Planes.Source;
import io.baedge.model.panel.PanelModel;
import java.util.List;

/**
 * SSD1675 of the 2in13_V2: its rows run upwards, so the first row sent is the last of the glass.
 */
final class Ssd1675Driver extends PanelDriver {
  private static final List<String> OPERATIONS =
      List.of(
          "init",
          "Clear",
          "display",
          "sleep",
          "init@partial",
          "displayPartial",
          "displayPartBaseImage");
  private static final int UPWARDS = 0x01;
  private static final int LUT_BYTES = 70;
  private static final String FULL =
      "806040000000001060200000000080604000000000106020000000000000000000000003030000020909000002"
          + "0303000002";
  private static final String PARTIAL =
      "0000000000000080000000000000400000000000000000000000000000000000000000" + "0a";

  Ssd1675Driver(PanelModel model) {
    super(model);
  }

  @Override
  public int idleLevel() {
    return IDLE_LOW;
  }

  @Override
  public List<String> operations() {
    return OPERATIONS;
  }

  @Override
  public Sequence operation(String name, Window part) {
    return switch (name) {
      case "init" -> reset().then(fullWaveform());
      case "init@partial" -> reset().then(partialWaveform());
      case "Clear" -> new Sequence().fill(RAM, 0xFF, planeBytes()).then(Ssd16xx.refresh(0xC7));
      case "display" ->
          new Sequence().picture(RAM, Source.FIRST, whole()).then(Ssd16xx.refresh(0xC7));
      case "displayPartBaseImage" -> Ssd16xx.both(whole()).then(Ssd16xx.refresh(0xC7));
      case "displayPartial" -> partial(part);
      case "sleep" -> Ssd16xx.sleep(0x03);
      default -> throw unknown(name);
    };
  }

  @Override
  public Sequence wake(Mode mode) {
    Sequence on = reset().then(fullWaveform());
    return mode == Mode.PARTIAL ? on.reset(200, 5, 200).then(partialWaveform()) : on;
  }

  @Override
  public Sequence show(Mode mode, Window part) {
    return switch (mode) {
      case BASE -> operation("displayPartBaseImage", part);
      case PARTIAL -> address(part).then(partial(part));
      default -> operation("display", part);
    };
  }

  private static Sequence reset() {
    return new Sequence().powerOn().reset(200, 5, 200);
  }

  private Sequence fullWaveform() {
    return new Sequence()
        .ready()
        .send(Ssd16xx.SOFT_RESET)
        .ready()
        .send(0x74, 0x54)
        .send(0x7E, 0x3B)
        .then(Ssd16xx.gates(model()))
        .send(Ssd16xx.ENTRY_MODE, UPWARDS)
        .then(window(whole()))
        .send(BORDER, 0x03)
        .send(VCOM, 0x55)
        .send(0x03, 0x15)
        .send(0x04, 0x41, 0xA8, 0x32)
        .send(0x3A, 0x30)
        .send(0x3B, 0x0A)
        .send(Ssd16xx.LUT, Lut.padded(FULL, LUT_BYTES))
        .then(pointer(whole()))
        .ready();
  }

  private static Sequence partialWaveform() {
    return new Sequence()
        .send(VCOM, 0x26)
        .ready()
        .send(Ssd16xx.LUT, Lut.padded(PARTIAL, LUT_BYTES))
        .send(0x37, 0, 0, 0, 0, 0x40, 0, 0)
        .send(Ssd16xx.UPDATE, 0xC0)
        .send(Ssd16xx.ACTIVATE)
        .ready()
        .send(BORDER, 0x01);
  }

  /** Every pixel of the part counts as changed, because the other memory gets its negative. */
  private Sequence partial(Window part) {
    Window sent = upwards(part);
    return new Sequence()
        .picture(RAM, Source.FIRST, sent)
        .picture(SECOND_RAM, Source.FIRST_INVERTED, sent)
        .then(Ssd16xx.refresh(0x0C));
  }

  private Sequence address(Window part) {
    return window(part).then(pointer(part));
  }

  /** Rows of the picture's bytes, which begin with the last row of the glass. */
  private Window upwards(Window part) {
    int height = model().heightPx();
    return new Window(part.x0(), height - part.y1(), part.x1(), height - part.y0());
  }

  private static Sequence window(Window part) {
    int from = part.lastRow();
    return new Sequence()
        .send(Ssd16xx.WINDOW_X, part.firstByte(), part.lastByte())
        .send(Ssd16xx.WINDOW_Y, from, from >> 8, part.y0(), part.y0() >> 8);
  }

  private static Sequence pointer(Window part) {
    return Ssd16xx.pointer(part.firstByte(), part.lastRow());
  }
}
