package io.baedge.badgelinux.panel;

import static io.baedge.badgelinux.panel.Ssd16xx.RAM;

import io.baedge.badgelinux.panel.Planes.Source;
import io.baedge.model.panel.PanelModel;
import java.util.List;

/**
 * IL3895 of the 2in13 and IL3820 of the 2in9: the waveform decides between full and partial, and
 * rows are addressed one by one.
 */
final class Il38xxDriver extends PanelDriver {
  private static final List<String> OPERATIONS =
      List.of("init", "Clear", "display", "sleep", "init@partial");
  private static final int LUT_BYTES = 30;
  private static final int END = 0xFF;

  private final boolean small;

  Il38xxDriver(PanelModel model) {
    super(model);
    this.small = model.name().equals("2in13");
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
      case "init" ->
          init(
              small
                  ? "2255aa55aa55aa1100000000000000001e1e1e1e1e1e1e1e01"
                  : "50aa55aa11000000000000000000000000000000ffff1f");
      case "init@partial" ->
          init(
              small
                  ? "180000000000000000000000000000000f01"
                  : "101818081818080000000000000000000000000013144412");
      case "Clear" -> rows(whole(), false);
      case "display" -> rows(whole(), true);
      case "sleep" ->
          small
              ? new Sequence().send(Ssd16xx.DEEP_SLEEP, 0x01).pause(100).pause(2_000).powerOff()
              : Ssd16xx.sleep(0x01);
      default -> throw unknown(name);
    };
  }

  @Override
  public Sequence wake(Mode mode) {
    return operation(mode == Mode.PARTIAL ? "init@partial" : "init", whole());
  }

  /** The controller compares with what it showed last, so the old picture is shown once more. */
  @Override
  public Sequence prime(Mode mode) {
    return mode == Mode.PARTIAL ? rows(whole(), true) : new Sequence();
  }

  @Override
  public Sequence show(Mode mode, Window part) {
    return rows(mode == Mode.PARTIAL ? part : whole(), true);
  }

  private Sequence init(String lut) {
    Sequence init =
        new Sequence()
            .powerOn()
            .reset(200, 5, 200)
            .then(Ssd16xx.gates(model()))
            .send(0x0C, 0xD7, 0xD6, 0x9D)
            .send(Ssd16xx.VCOM, 0xA8)
            .send(0x3A, 0x1A)
            .send(0x3B, 0x08);
    if (small) {
      init.send(Ssd16xx.BORDER, 0x03);
    }
    return init.send(Ssd16xx.ENTRY_MODE, Ssd16xx.DOWNWARDS)
        .send(Ssd16xx.LUT, Lut.padded(lut, LUT_BYTES));
  }

  private Sequence rows(Window part, boolean picture) {
    Sequence rows = Ssd16xx.window(part);
    int bytes = part.lastByte() - part.firstByte() + 1;
    for (int y = part.y0(); y < part.y1(); y++) {
      rows.then(Ssd16xx.pointer(part.firstByte(), y)).ready();
      if (picture) {
        rows.picture(RAM, Source.FIRST, new Window(part.x0(), y, part.x1(), y + 1));
      } else {
        rows.fill(RAM, 0xFF, bytes);
      }
    }
    return rows.send(Ssd16xx.UPDATE, 0xC4).send(Ssd16xx.ACTIVATE).send(END).shown();
  }
}
