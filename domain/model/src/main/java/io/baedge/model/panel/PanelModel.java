package io.baedge.model.panel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An e-paper panel. Sizes are native portrait pixels; source: the vendor drivers' own constants.
 *
 * @param name the name without the vendor's {@code epd} prefix, for example {@code 2in9b_V4}
 * @param widthPx native width
 * @param heightPx native height
 */
public record PanelModel(String name, int widthPx, int heightPx, Inks inks) {
  /** Every supported panel, sorted by size and name. */
  public static final List<PanelModel> ALL =
      List.of(
          new PanelModel("2in13", 122, 250, Inks.BLACK),
          new PanelModel("2in13_V2", 122, 250, Inks.BLACK),
          new PanelModel("2in13_V3", 122, 250, Inks.BLACK),
          new PanelModel("2in13_V4", 122, 250, Inks.BLACK),
          new PanelModel("2in13b_V3", 104, 212, Inks.BLACK_AND_ACCENT),
          new PanelModel("2in13b_V4", 122, 250, Inks.BLACK_AND_ACCENT),
          new PanelModel("2in13bc", 104, 212, Inks.BLACK_AND_ACCENT),
          new PanelModel("2in13d", 104, 212, Inks.BLACK),
          new PanelModel("2in13g", 122, 250, Inks.BLACK_YELLOW_RED),
          new PanelModel("2in7", 176, 264, Inks.BLACK),
          new PanelModel("2in7_V2", 176, 264, Inks.BLACK),
          new PanelModel("2in7b", 176, 264, Inks.BLACK_AND_ACCENT),
          new PanelModel("2in7b_V2", 176, 264, Inks.BLACK_AND_ACCENT),
          new PanelModel("2in9", 128, 296, Inks.BLACK),
          new PanelModel("2in9_V2", 128, 296, Inks.BLACK),
          new PanelModel("2in9b_V3", 128, 296, Inks.BLACK_AND_ACCENT),
          new PanelModel("2in9b_V4", 128, 296, Inks.BLACK_AND_ACCENT),
          new PanelModel("2in9bc", 128, 296, Inks.BLACK_AND_ACCENT),
          new PanelModel("2in9d", 128, 296, Inks.BLACK));

  /** The panel of that name; upper and lower case and a leading {@code epd} do not matter. */
  public static Optional<PanelModel> find(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    String bare = wanted.startsWith("epd") ? wanted.substring(3) : wanted;
    return ALL.stream().filter(p -> p.name.toLowerCase(Locale.ROOT).equals(bare)).findFirst();
  }
}
