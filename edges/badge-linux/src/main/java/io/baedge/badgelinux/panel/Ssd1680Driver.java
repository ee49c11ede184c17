package io.baedge.badgelinux.panel;

import static io.baedge.badgelinux.panel.Ssd16xx.ACTIVATE;
import static io.baedge.badgelinux.panel.Ssd16xx.BORDER;
import static io.baedge.badgelinux.panel.Ssd16xx.RAM;
import static io.baedge.badgelinux.panel.Ssd16xx.SECOND_RAM;
import static io.baedge.badgelinux.panel.Ssd16xx.UPDATE;
import static io.baedge.badgelinux.panel.Ssd16xx.pointer;
import static io.baedge.badgelinux.panel.Ssd16xx.window;

import io.baedge.badgelinux.panel.PanelBus.Pulse;
import io.baedge.badgelinux.panel.Planes.Source;
import io.baedge.model.panel.PanelModel;
import java.util.List;

/** SSD1680: 2in13_V3, V4 and b_V4, 2in7_V2 and b_V2, 2in9_V2 and b_V4. */
final class Ssd1680Driver extends PanelDriver {
  private static final int FAST = 0xC7;
  private static final int SWITCH_ON = 0xC0;

  private final Ssd1680Table table;
  private final Ssd1680Start start;

  Ssd1680Driver(PanelModel model) {
    super(model);
    this.table = Ssd1680Table.of(model);
    this.start = new Ssd1680Start(model, table);
  }

  @Override
  public int idleLevel() {
    return IDLE_LOW;
  }

  @Override
  public List<String> operations() {
    return table.operations;
  }

  @Override
  public Sequence operation(String name, Window part) {
    if (!table.operations.contains(name)) {
      throw unknown(name);
    }
    return switch (name) {
      case "init" -> start.init();
      case "init_fast", "init_Fast" -> start.initFast();
      case "Init_4Gray" -> start.initGreys();
      case "Clear" -> clear();
      case "Clear_Fast" -> white().then(refresh(FAST));
      case "display" -> picture(whole()).then(refresh(table.full));
      case "display_fast", "display_Fast" -> picture(whole()).then(refresh(FAST));
      case "display_Base", "displayPartBaseImage" -> base();
      case "display_Base_color" -> whiteBase();
      case "display_Partial", "displayPartial" -> partial(part);
      case "display_4Gray" ->
          new Sequence()
              .picture(RAM, Source.FIRST, whole())
              .picture(SECOND_RAM, Source.SECOND, whole())
              .then(refresh(FAST));
      case "sleep" -> Ssd16xx.sleep(0x01);
      default -> throw unknown(name);
    };
  }

  @Override
  public Sequence wake(Mode mode) {
    return switch (mode) {
      case FULL, BASE, PARTIAL -> start.init();
      case FAST -> start.initFast();
      case GREYS -> start.initGreys();
    };
  }

  @Override
  public Sequence prime(Mode mode) {
    if (mode != Mode.PARTIAL) {
      return new Sequence();
    }
    Sequence both = new Sequence().picture(RAM, Source.FIRST, whole());
    // The partial update of the 2in9b_V4 neither switches on nor takes the old picture as it is.
    return table.hasColour()
        ? both.picture(SECOND_RAM, Source.FIRST_INVERTED, whole()).then(start.run(SWITCH_ON))
        : both.picture(SECOND_RAM, Source.FIRST, whole());
  }

  @Override
  public Sequence show(Mode mode, Window part) {
    return switch (mode) {
      case FULL -> operation("display", part);
      case FAST -> picture(whole()).then(refresh(FAST));
      case BASE -> base();
      case PARTIAL -> partial(part);
      case GREYS -> operation("display_4Gray", part);
    };
  }

  private Sequence clear() {
    if (table == Ssd1680Table.V2_2IN9) {
      return new Sequence()
          .fill(RAM, 0xFF, planeBytes())
          .then(refresh(table.full))
          .fill(SECOND_RAM, 0xFF, planeBytes())
          .then(refresh(table.full));
    }
    return white().then(refresh(table.full));
  }

  private Sequence white() {
    Sequence white = new Sequence().fill(RAM, 0xFF, planeBytes());
    return table.hasColour()
        ? white.fill(SECOND_RAM, table.colourInverted() ? 0x00 : 0xFF, planeBytes())
        : white;
  }

  private Sequence picture(Window part) {
    Sequence picture = new Sequence().picture(RAM, Source.FIRST, part);
    return table.hasColour()
        ? picture.picture(
            SECOND_RAM, table.colourInverted() ? Source.SECOND_INVERTED : Source.SECOND, part)
        : picture;
  }

  private Sequence base() {
    if (table.hasColour()) {
      return picture(whole())
          .then(refresh(table.base()))
          .picture(SECOND_RAM, Source.FIRST_INVERTED, whole());
    }
    return Ssd16xx.both(whole()).then(refresh(table.base()));
  }

  private Sequence whiteBase() {
    if (table.hasColour()) {
      return white().then(refresh(table.base())).fill(SECOND_RAM, 0xFF, planeBytes());
    }
    return new Sequence().fill(RAM, 0xFF, planeBytes()).fill(SECOND_RAM, 0xFF, planeBytes());
  }

  private Sequence partial(Window part) {
    Sequence before =
        switch (table) {
          case V3_2IN13 ->
              new Sequence()
                  .pulses(new Pulse(0, 1), new Pulse(1, 0))
                  .then(waveform(Ssd1680Waveforms.PARTIAL_2IN13));
          case V2_2IN9 ->
              new Sequence()
                  .pulses(new Pulse(0, 2), new Pulse(1, 2))
                  .then(waveform(Ssd1680Waveforms.PARTIAL_2IN9));
          case V4_2IN13 ->
              new Sequence()
                  .pulses(new Pulse(0, 1), new Pulse(1, 0))
                  .send(BORDER, 0x80)
                  .then(start.entry());
          case V2_2IN7 -> new Sequence().reset(200, 2, 200).send(BORDER, 0x80);
          default -> new Sequence();
        };
    return before
        .then(window(part))
        .then(pointer(part))
        .picture(RAM, Source.FIRST, part)
        .then(refresh(table.partial()));
  }

  /** A given waveform for partial refreshes, with the memories swapping roles after each. */
  private Sequence waveform(Lut.Waveform waveform) {
    return waveform
        .load()
        .send(0x37, 0, 0, 0, 0, 0, 0x40, 0, 0, 0, 0)
        .send(BORDER, 0x80)
        .then(start.run(SWITCH_ON));
  }

  private Sequence refresh(int update) {
    Sequence refresh = new Sequence();
    if (update != Ssd1680Table.OWN) {
      refresh.send(UPDATE, update);
    }
    return refresh.send(ACTIVATE).shown(table.poll());
  }
}
