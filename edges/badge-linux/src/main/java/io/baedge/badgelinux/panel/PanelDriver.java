package io.baedge.badgelinux.panel;

import io.baedge.model.panel.PanelModel;
import io.baedge.model.panel.PanelTimings;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Turns modes and pictures into sequences for one model. Operations carry the names of the vendor's
 * methods, because recordings of those are what the sequences are compared with; modes are what a
 * badge uses.
 */
public abstract class PanelDriver {
  /** BUSY of SSD16xx and IL38xx controllers is high while they work. */
  static final int IDLE_LOW = 0;

  /** BUSY of UC81xx, IL91874 and JD79661 controllers is low while they work. */
  static final int IDLE_HIGH = 1;

  private final PanelModel model;

  PanelDriver(PanelModel model) {
    this.model = model;
  }

  /** The driver of that model. */
  public static PanelDriver of(PanelModel model) {
    return switch (model.name()) {
      case "2in13", "2in9" -> new Il38xxDriver(model);
      case "2in13_V2" -> new Ssd1675Driver(model);
      case "2in13_V3", "2in13_V4", "2in13b_V4", "2in7_V2", "2in7b_V2", "2in9_V2", "2in9b_V4" ->
          new Ssd1680Driver(model);
      case "2in13b_V3", "2in13bc", "2in9b_V3", "2in9bc" -> new Uc8151ColourDriver(model);
      case "2in13d", "2in9d" -> new Uc8151MonoDriver(model);
      case "2in7", "2in7b" -> new Il91874Driver(model);
      case "2in13g" -> new Jd79661Driver(model);
      default -> throw new IllegalArgumentException("no driver for the panel " + model.name());
    };
  }

  /** The model. */
  public final PanelModel model() {
    return model;
  }

  /** The level that BUSY has when the panel is ready. */
  public abstract int idleLevel();

  /** How long its refreshes take. */
  public final PanelTimings timings() {
    return PanelTimings.of(model);
  }

  /** The names of its operations. */
  public abstract List<String> operations();

  /**
   * What an operation sends.
   *
   * @param part the part of the glass, for operations that are {@link #windowed}
   * @throws IllegalArgumentException if the model has no operation of that name
   */
  public abstract Sequence operation(String name, Window part);

  /** Whether an operation draws a picture. */
  public final boolean draws(String operation) {
    return operation.toLowerCase(Locale.ROOT).startsWith("display")
        && !operation.equals("display_Base_color");
  }

  /** Whether an operation draws in four greys. */
  public final boolean drawsGreys(String operation) {
    return operation.equals("display_4Gray");
  }

  /** Whether an operation can be limited to a part of the glass. */
  public final boolean windowed(String operation) {
    return draws(operation) && operation.toLowerCase(Locale.ROOT).endsWith("partial");
  }

  /** The modes it has, by its operations. */
  public final Set<Mode> modes() {
    Set<Mode> modes = EnumSet.of(Mode.FULL);
    for (String operation : operations()) {
      String name = operation.toLowerCase(Locale.ROOT);
      if (name.equals("init_fast")) {
        modes.add(Mode.FAST);
      } else if (name.endsWith("partial")) {
        modes.add(Mode.PARTIAL);
      } else if (name.endsWith("base") || name.endsWith("baseimage")) {
        modes.add(Mode.BASE);
      } else if (name.equals("display_4gray")) {
        modes.add(Mode.GREYS);
      }
    }
    return modes;
  }

  /** Supplies and prepares the panel, from any state, for a refresh in that mode. */
  public abstract Sequence wake(Mode mode);

  /**
   * Before a partial refresh: brings the picture that is on the glass into the panel's memory,
   * which it may have lost. Empty where the mode does not compare.
   */
  public Sequence prime(Mode mode) {
    return new Sequence();
  }

  /** Draws a picture after {@link #wake}. */
  public abstract Sequence show(Mode mode, Window part);

  /** Deep sleep and no supply. */
  public final Sequence sleep() {
    return operation("sleep", whole());
  }

  final Window whole() {
    return Window.whole(model);
  }

  final int strideBytes() {
    return (model.widthPx() + 7) / 8;
  }

  final int planeBytes() {
    return strideBytes() * model.heightPx();
  }

  final IllegalArgumentException unknown(String operation) {
    return new IllegalArgumentException(
        "the panel " + model.name() + " has no operation " + operation);
  }
}
