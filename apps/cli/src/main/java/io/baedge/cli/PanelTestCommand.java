package io.baedge.cli;

import io.baedge.badge.screen.RefreshKind;
import io.baedge.badgelinux.glass.EmulatedPanel;
import io.baedge.badgelinux.glass.HardwarePanel;
import io.baedge.badgelinux.glass.Panel;
import io.baedge.badgelinux.panel.TestPicture;
import io.baedge.model.doc.Doc;
import io.baedge.model.panel.PanelModel;
import io.baedge.screen.Frame;
import io.baedge.screen.PanelPacking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baedge panel test}. */
@Command(
    name = "test",
    description = {
      "Shows a test picture on a panel, then clears it and puts it to sleep.",
      "The picture has a border on the outermost pixels, a black square in the top left corner, the",
      "diagonal from there, and a bar of each colour. Stop a badge that runs on the panel first."
    })
final class PanelTestCommand implements Callable<Integer> {
  private static final String EMULATED = "emulated:";
  private static final int MOST_SECONDS = 600;

  @Option(
      names = "--panel",
      required = true,
      paramLabel = "PANEL",
      description = "For example 2in9_V2, or emulated:2in9_V2 on any machine.")
  private String panel = "";

  @Option(
      names = "--look",
      defaultValue = "10",
      paramLabel = "SECONDS",
      description = "How long the picture stays on a real panel (0 to 600; ${DEFAULT-VALUE}).")
  private int lookS;

  @Mixin private Output output = new Output();

  private final List<Doc> steps = new ArrayList<>();

  @Override
  public Integer call() throws CommandFailure, InterruptedException {
    boolean emulated = panel.startsWith(EMULATED);
    PanelModel model = Panels.find(emulated ? panel.substring(EMULATED.length()) : panel);
    if (lookS < 0 || lookS > MOST_SECONDS) {
      throw new WrongUsage("--look is " + lookS + "; it must be from 0 to " + MOST_SECONDS);
    }
    Panel tested = emulated ? new EmulatedPanel(model, 0) : HardwarePanel.of(model);
    step("picture", tested, TestPicture.bars(model));
    if (tested instanceof EmulatedPanel glass) {
      check(glass, TestPicture.bars(model), model);
    } else {
      output.err().println("look at the panel: all four edges have a line of two pixels");
      Thread.sleep(lookS * 1_000L);
    }
    step("white", tested, PanelPacking.filled(model, 0));
    sleep(tested);
    output.print(
        Doc.fields().put("panel", panel).put("ok", true).put("steps", steps).build(),
        panel + " took a picture and white, and sleeps");
    return Main.OK;
  }

  /** An emulated glass can be looked at by a program. */
  private static void check(EmulatedPanel glass, Frame wanted, PanelModel model)
      throws CommandFailure {
    byte[] shown = glass.bus().glass().inks();
    for (int i = 0; i < shown.length; i++) {
      int x = i % model.widthPx();
      int y = i / model.widthPx();
      if (shown[i] != wanted.pixel(x, y)) {
        throw new CommandFailure(
            "the glass differs from the picture at " + x + "," + y + "; report this");
      }
    }
  }

  private void step(String name, Panel tested, Frame frame)
      throws CommandFailure, InterruptedException {
    long beginNs = System.nanoTime();
    try {
      tested.show(frame, RefreshKind.FULL);
    } catch (Panel.PanelFailed e) {
      throw new CommandFailure(String.valueOf(e.getMessage()));
    }
    long tookMs = (System.nanoTime() - beginNs) / 1_000_000;
    steps.add(Doc.fields().put("step", name).put("tookMs", tookMs).build());
    if (!output.json()) {
      output.out().println(String.format(Locale.ROOT, "%-8s %6d ms", name, tookMs));
    }
  }

  private static void sleep(Panel tested) throws CommandFailure, InterruptedException {
    try {
      tested.rest();
    } catch (Panel.PanelFailed e) {
      throw new CommandFailure(String.valueOf(e.getMessage()));
    }
  }
}
