package io.baedge.badgelinux.panel;

import static io.baedge.badgelinux.panel.Uc81xx.DATA_INTERVAL;
import static io.baedge.badgelinux.panel.Uc81xx.FIRST_PLANE;
import static io.baedge.badgelinux.panel.Uc81xx.PANEL_SETTING;
import static io.baedge.badgelinux.panel.Uc81xx.PARTIAL_OUT;
import static io.baedge.badgelinux.panel.Uc81xx.POWER_OFF;
import static io.baedge.badgelinux.panel.Uc81xx.POWER_ON;
import static io.baedge.badgelinux.panel.Uc81xx.REFRESH;
import static io.baedge.badgelinux.panel.Uc81xx.SECOND_PLANE;
import static io.baedge.badgelinux.panel.Uc81xx.STATUS;

import io.baedge.badgelinux.panel.Planes.Source;
import io.baedge.model.panel.PanelModel;
import java.util.List;

/** UC8151D and IL0373 with a colour: 2in13b_V3, 2in13bc, 2in9b_V3, 2in9bc. */
final class Uc8151ColourDriver extends PanelDriver {
  private static final List<String> OPERATIONS = List.of("init", "Clear", "display", "sleep");

  private final Table table;

  /**
   * In what the models differ.
   *
   * @param beforeBusyMs between the start of a refresh and the first look at BUSY
   * @param interval value of the data interval register
   */
  private record Table(boolean second, boolean small, long beforeBusyMs, int interval) {
    int poll() {
      return second ? STATUS : -1;
    }
  }

  Uc8151ColourDriver(PanelModel model) {
    super(model);
    this.table =
        switch (model.name()) {
          case "2in13b_V3" -> new Table(true, true, 100, 0x77);
          case "2in9b_V3" -> new Table(true, false, 200, 0x77);
          case "2in13bc" -> new Table(false, true, 0, 0xF0);
          case "2in9bc" -> new Table(false, false, 0, 0x77);
          default -> throw new IllegalArgumentException(model.name());
        };
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
    return switch (name) {
      case "init" -> init();
      case "Clear" -> clear();
      case "display" ->
          new Sequence()
              .picture(FIRST_PLANE, Source.FIRST, whole())
              .picture(SECOND_PLANE, Source.SECOND, whole())
              .then(refresh());
      case "sleep" -> powerDown();
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
    Sequence on = new Sequence().powerOn();
    if (table.second()) {
      return on.reset(200, 2, 200)
          .send(POWER_ON)
          .ready(table.poll())
          .send(PANEL_SETTING, 0x0F, 0x89)
          .then(Uc81xx.resolution(model()))
          .send(DATA_INTERVAL, table.interval());
    }
    return on.reset(200, 5, 200)
        .send(Uc81xx.BOOSTER, 0x17, 0x17, 0x17)
        .send(POWER_ON)
        .ready()
        .send(PANEL_SETTING, 0x8F)
        .send(DATA_INTERVAL, table.interval())
        .then(Uc81xx.resolution(model()));
  }

  private Sequence clear() {
    Sequence clear = new Sequence().fill(FIRST_PLANE, 0xFF, planeBytes());
    boolean leavesPartial = !table.second() && table.small();
    if (leavesPartial) {
      clear.send(PARTIAL_OUT);
    }
    clear.fill(SECOND_PLANE, 0xFF, planeBytes());
    if (leavesPartial) {
      clear.send(PARTIAL_OUT);
    }
    return clear.then(refresh());
  }

  private Sequence refresh() {
    Sequence refresh = new Sequence().send(REFRESH);
    if (table.beforeBusyMs() > 0) {
      refresh.pause(table.beforeBusyMs());
    }
    return refresh.shown(table.poll());
  }

  private Sequence powerDown() {
    Sequence down = new Sequence();
    if (table.second() && table.small()) {
      down.send(DATA_INTERVAL, Uc81xx.BORDER_FLOATS);
    }
    return down.send(POWER_OFF).ready(table.poll()).then(Uc81xx.deepSleep());
  }
}
