package io.baedge.badgelinux.panel;

import static io.baedge.badgelinux.panel.Ssd16xx.ACTIVATE;
import static io.baedge.badgelinux.panel.Ssd16xx.BORDER;
import static io.baedge.badgelinux.panel.Ssd16xx.DOWNWARDS;
import static io.baedge.badgelinux.panel.Ssd16xx.ENTRY_MODE;
import static io.baedge.badgelinux.panel.Ssd16xx.RAM;
import static io.baedge.badgelinux.panel.Ssd16xx.RAM_OPTION;
import static io.baedge.badgelinux.panel.Ssd16xx.SECOND_RAM;
import static io.baedge.badgelinux.panel.Ssd16xx.SOFT_RESET;
import static io.baedge.badgelinux.panel.Ssd16xx.UPDATE;
import static io.baedge.badgelinux.panel.Ssd16xx.gates;
import static io.baedge.badgelinux.panel.Ssd16xx.pointer;
import static io.baedge.badgelinux.panel.Ssd16xx.window;

import io.baedge.badgelinux.panel.PanelBus.Pulse;
import io.baedge.badgelinux.panel.Planes.Source;
import io.baedge.model.panel.PanelModel;
import java.util.List;

/** SSD1680: 2in13_V3, V4 and b_V4, 2in7_V2 and b_V2, 2in9_V2 and b_V4. */
final class Ssd1680Driver extends PanelDriver {
  private static final int FAST = 0xC7;
  private static final int LOAD_TEMPERATURE = 0xB1;
  private static final int LOAD_WAVEFORM = 0x91;
  private static final int SWITCH_ON = 0xC0;

  private final Ssd1680Table table;

  Ssd1680Driver(PanelModel model) {
    super(model);
    this.table = Ssd1680Table.of(model);
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
      case "init" -> init();
      case "init_fast", "init_Fast" -> initFast();
      case "Init_4Gray" -> initGreys();
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
      case FULL, BASE, PARTIAL -> init();
      case FAST -> initFast();
      case GREYS -> initGreys();
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
        ? both.picture(SECOND_RAM, Source.FIRST_INVERTED, whole()).then(run(SWITCH_ON))
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

  private Sequence ready() {
    return new Sequence().ready(table.poll());
  }

  private Sequence reset() {
    return new Sequence().powerOn().reset(table.resetMs, 2, table.resetMs);
  }

  private Sequence softReset() {
    return new Sequence().send(SOFT_RESET).then(ready());
  }

  private Sequence address() {
    return window(whole()).then(pointer(whole()));
  }

  private Sequence entry() {
    return gates(model()).send(ENTRY_MODE, DOWNWARDS);
  }

  private Sequence init() {
    Sequence on = reset().then(ready()).then(softReset());
    return switch (table) {
      case V3_2IN13 ->
          on.then(entry())
              .then(address())
              .send(BORDER, 0x05)
              .send(RAM_OPTION, 0x00, 0x80)
              .send(Ssd16xx.TEMPERATURE_SENSOR, 0x80)
              .ready()
              .then(Ssd1680Waveforms.FULL_2IN13.load());
      case V4_2IN13 ->
          on.then(entry())
              .then(address())
              .send(BORDER, 0x05)
              .send(RAM_OPTION, 0x00, 0x80)
              .send(Ssd16xx.TEMPERATURE_SENSOR, 0x80)
              .ready();
      case B_V4_2IN13 ->
          on.then(entry())
              .then(address())
              .send(BORDER, 0x05)
              .send(Ssd16xx.TEMPERATURE_SENSOR, 0x80)
              .send(RAM_OPTION, 0x80, 0x80)
              .ready();
      case V2_2IN7 -> on.then(rowsOnly()).send(ENTRY_MODE, DOWNWARDS);
      case B_V2_2IN7 ->
          // The recording writes the number of gates to register 0; kept until tried on a panel.
          on.send(0x00, 0x27, 0x01, 0x00).send(ENTRY_MODE, DOWNWARDS).then(address());
      case V2_2IN9 -> on.then(prepare2in9()).then(Ssd1680Waveforms.FULL_2IN9.load());
      case B_V4_2IN9 ->
          on.then(entry())
              .then(window(whole()))
              .send(BORDER, 0x05)
              .send(RAM_OPTION, 0x00, 0x80)
              .send(Ssd16xx.TEMPERATURE_SENSOR, 0x80)
              .then(pointer(whole()))
              .then(ready());
    };
  }

  private Sequence prepare2in9() {
    return entry()
        .then(window(whole()))
        .send(RAM_OPTION, 0x00, 0x80)
        .then(pointer(whole()))
        .ready();
  }

  /** Rows and first row; columns stay as the controller has them. */
  private Sequence rowsOnly() {
    int last = whole().lastRow();
    return new Sequence()
        .send(Ssd16xx.WINDOW_Y, 0, 0, last, last >> 8)
        .send(Ssd16xx.POINTER_Y, 0, 0);
  }

  /** A false temperature makes the controller choose a shorter waveform. */
  private Sequence falseTemperature(int degrees, Sequence between) {
    return run(LOAD_TEMPERATURE)
        .send(Ssd16xx.TEMPERATURE, degrees, 0x00)
        .then(between)
        .then(run(LOAD_WAVEFORM));
  }

  private Sequence initFast() {
    return switch (table) {
      case V4_2IN13 ->
          // Recorded with 0x80 as a command of its own; it is the value of the sensor register.
          reset()
              .then(softReset())
              .send(Ssd16xx.TEMPERATURE_SENSOR, 0x80)
              .send(ENTRY_MODE, DOWNWARDS)
              .then(address())
              .then(falseTemperature(0x64, new Sequence()));
      case V2_2IN7 ->
          reset()
              .ready()
              .then(softReset())
              .then(softReset())
              .send(Ssd16xx.TEMPERATURE_SENSOR, 0x80)
              .then(falseTemperature(0x64, rowsOnly().send(ENTRY_MODE, DOWNWARDS)));
      case V2_2IN9 ->
          reset()
              .ready()
              .then(softReset())
              .then(entry())
              .then(window(whole()))
              .send(BORDER, 0x05)
              .send(RAM_OPTION, 0x00, 0x80)
              .then(pointer(whole()))
              .ready()
              .then(Ssd1680Waveforms.FAST_2IN9.load());
      case B_V4_2IN9 ->
          reset()
              .then(ready())
              .then(softReset())
              .send(Ssd16xx.TEMPERATURE_SENSOR, 0x80)
              .then(falseTemperature(0x5A, new Sequence()))
              .then(entry())
              .then(address())
              .then(ready());
      default -> throw unknown("init_Fast");
    };
  }

  private Sequence initGreys() {
    int last = whole().lastByte();
    return switch (table) {
      case V2_2IN7 ->
          reset()
              .then(softReset())
              .send(0x74, 0x54)
              .send(0x7E, 0x3B)
              .then(entry())
              .then(window(whole()))
              .send(BORDER, 0x00)
              .then(Ssd1680Waveforms.GREYS_2IN7.loadAfterVoltages())
              .then(pointer(whole()))
              .ready();
      case V2_2IN9 ->
          // Without the option register the picture begins one byte later.
          reset()
              .pause(100)
              .ready()
              .then(softReset())
              .then(entry())
              .send(Ssd16xx.WINDOW_X, 1, last + 1)
              .send(Ssd16xx.WINDOW_Y, 0, 0, whole().lastRow(), whole().lastRow() >> 8)
              .send(BORDER, 0x04)
              .then(pointer(1, 0))
              .ready()
              .then(Ssd1680Waveforms.GREYS_2IN9.load());
      default -> throw unknown("Init_4Gray");
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
                  .then(entry());
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
        .then(run(SWITCH_ON));
  }

  private Sequence refresh(int update) {
    Sequence refresh = new Sequence();
    if (update != Ssd1680Table.OWN) {
      refresh.send(UPDATE, update);
    }
    return refresh.send(ACTIVATE).shown(table.poll());
  }

  /** Works without touching the glass. */
  private Sequence run(int update) {
    return new Sequence().send(UPDATE, update).send(ACTIVATE).then(ready());
  }
}
