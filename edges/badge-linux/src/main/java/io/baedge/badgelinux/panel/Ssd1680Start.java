package io.baedge.badgelinux.panel;

import static io.baedge.badgelinux.panel.Ssd16xx.BORDER;
import static io.baedge.badgelinux.panel.Ssd16xx.DOWNWARDS;
import static io.baedge.badgelinux.panel.Ssd16xx.ENTRY_MODE;
import static io.baedge.badgelinux.panel.Ssd16xx.RAM_OPTION;
import static io.baedge.badgelinux.panel.Ssd16xx.SOFT_RESET;
import static io.baedge.badgelinux.panel.Ssd16xx.gates;
import static io.baedge.badgelinux.panel.Ssd16xx.pointer;
import static io.baedge.badgelinux.panel.Ssd16xx.window;

import io.baedge.model.panel.PanelModel;

/** How an SSD1680 panel is supplied and prepared, for each mode in its model's own order. */
final class Ssd1680Start {
  private static final int LOAD_TEMPERATURE = 0xB1;
  private static final int LOAD_WAVEFORM = 0x91;

  private final PanelModel model;
  private final Ssd1680Table table;
  private final Window whole;

  Ssd1680Start(PanelModel model, Ssd1680Table table) {
    this.model = model;
    this.table = table;
    this.whole = Window.whole(model);
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
    return window(whole).then(pointer(whole));
  }

  Sequence entry() {
    return gates(model).send(ENTRY_MODE, DOWNWARDS);
  }

  Sequence init() {
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
              .then(window(whole))
              .send(BORDER, 0x05)
              .send(RAM_OPTION, 0x00, 0x80)
              .send(Ssd16xx.TEMPERATURE_SENSOR, 0x80)
              .then(pointer(whole))
              .then(ready());
    };
  }

  private Sequence prepare2in9() {
    return entry().then(window(whole)).send(RAM_OPTION, 0x00, 0x80).then(pointer(whole)).ready();
  }

  /** Rows and first row; columns stay as the controller has them. */
  private Sequence rowsOnly() {
    int last = whole.lastRow();
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

  Sequence initFast() {
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
              .then(window(whole))
              .send(BORDER, 0x05)
              .send(RAM_OPTION, 0x00, 0x80)
              .then(pointer(whole))
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
      default -> throw new IllegalStateException(table + " has no fast start");
    };
  }

  Sequence initGreys() {
    int last = whole.lastByte();
    return switch (table) {
      case V2_2IN7 ->
          reset()
              .then(softReset())
              .send(0x74, 0x54)
              .send(0x7E, 0x3B)
              .then(entry())
              .then(window(whole))
              .send(BORDER, 0x00)
              .then(Ssd1680Waveforms.GREYS_2IN7.loadAfterVoltages())
              .then(pointer(whole))
              .ready();
      case V2_2IN9 ->
          // Without the option register the picture begins one byte later.
          reset()
              .pause(100)
              .ready()
              .then(softReset())
              .then(entry())
              .send(Ssd16xx.WINDOW_X, 1, last + 1)
              .send(Ssd16xx.WINDOW_Y, 0, 0, whole.lastRow(), whole.lastRow() >> 8)
              .send(BORDER, 0x04)
              .then(pointer(1, 0))
              .ready()
              .then(Ssd1680Waveforms.GREYS_2IN9.load());
      default -> throw new IllegalStateException(table + " has no greys");
    };
  }

  /** Works without touching the glass. */
  Sequence run(int update) {
    return new Sequence().send(Ssd16xx.UPDATE, update).send(Ssd16xx.ACTIVATE).then(ready());
  }
}
