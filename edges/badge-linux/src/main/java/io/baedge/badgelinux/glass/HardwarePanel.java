package io.baedge.badgelinux.glass;

import io.baedge.badgelinux.kernel.ForeignKernel;
import io.baedge.model.panel.PanelModel;
import java.nio.file.Path;

/**
 * The panel on this board's 40-pin header. Apart from {@link DrivenPanel}, so that foreign
 * functions are loaded only where somebody asks for a real panel.
 */
public final class HardwarePanel {
  private HardwarePanel() {}

  /** A panel of that model; whether it is there shows with the first picture. */
  public static DrivenPanel of(PanelModel model) {
    return new DrivenPanel(model, new HardwareBus(ForeignKernel::new, Path.of("/")));
  }
}
