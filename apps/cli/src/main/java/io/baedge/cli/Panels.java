package io.baedge.cli;

import io.baedge.model.doc.Suggestion;
import io.baedge.model.panel.PanelModel;

/** Panels as people name them. */
final class Panels {
  private Panels() {}

  /** The panel of that name, or a sentence that helps. */
  static PanelModel find(String name) throws WrongUsage {
    return PanelModel.find(name)
        .orElseThrow(
            () ->
                new WrongUsage(
                    "there is no panel '"
                        + name
                        + "'; "
                        + Suggestion.oneOf(
                            name, PanelModel.ALL.stream().map(PanelModel::name).toList())));
  }
}
