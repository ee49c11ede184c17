package io.baedge.badgelinux.setup;

import io.baedge.badge.screen.RefreshKind;
import io.baedge.badgelinux.glass.Panel;
import io.baedge.badgelinux.panel.TestPicture;
import io.baedge.model.panel.PanelModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the panel by trial pictures: nothing can be read from one, so somebody must look. Models of
 * other sizes are left out, and so is a model whose BUSY line says that it is not there.
 */
final class PanelTrial {
  private final Function<PanelModel, Panel> panels;
  private final Dialog dialog;

  PanelTrial(Function<PanelModel, Panel> panels, Dialog dialog) {
    this.panels = panels;
    this.dialog = dialog;
  }

  SetupStep find() throws InterruptedException {
    String size = dialog.ask("Size of the panel in inches: 2.13, 2.7 or 2.9?", "2.9");
    List<PanelModel> candidates = ofSize(size);
    if (candidates.isEmpty()) {
      return SetupStep.missing(
          "panel", "there is no panel of " + size + " inches", "say 2.13, 2.7 or 2.9");
    }
    List<String> troubles = new ArrayList<>();
    for (PanelModel model : candidates) {
      String answer = dialog.ask("Try " + model.name() + "? [Y/n/q]", "y").strip();
      if (answer.startsWith("q")) {
        break;
      }
      if (answer.startsWith("n")) {
        continue;
      }
      Optional<String> trouble = show(model);
      trouble.ifPresent(t -> troubles.add(model.name() + ": " + t));
      if (trouble.isEmpty()
          && dialog.yes("Is there a line along all four edges and a black square?", true)) {
        return SetupStep.found("panel", model.name());
      }
    }
    return SetupStep.missing(
        "panel",
        troubles.isEmpty() ? "no panel was chosen" : troubles.getLast(),
        "check cable and size, then run this again; a sticker on the back names the version");
  }

  /** The newest of each kind first: they are the ones that are sold. */
  private static List<PanelModel> ofSize(String size) {
    String prefix = size.strip().toLowerCase(Locale.ROOT).replace(".", "in");
    return PanelModel.ALL.stream()
        .filter(model -> model.name().matches(prefix.isEmpty() ? "-" : prefix + "([a-z_].*)?"))
        .toList()
        .reversed();
  }

  private Optional<String> show(PanelModel model) throws InterruptedException {
    Panel panel = panels.apply(model);
    try {
      panel.show(TestPicture.bars(model), RefreshKind.FULL);
      panel.rest();
      return Optional.empty();
    } catch (Panel.PanelFailed e) {
      String sentence = String.valueOf(e.getMessage());
      dialog.tell(SetupStep.warning("panel", model.name() + ": " + sentence, "the next is tried"));
      return Optional.of(sentence);
    } finally {
      panel.release();
    }
  }
}
