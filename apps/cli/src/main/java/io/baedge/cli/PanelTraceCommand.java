package io.baedge.cli;

import io.baedge.badgelinux.panel.PanelDriver;
import io.baedge.badgelinux.panel.PanelTrouble;
import io.baedge.badgelinux.panel.Planes;
import io.baedge.badgelinux.panel.Player;
import io.baedge.badgelinux.panel.RecordingBus;
import io.baedge.badgelinux.panel.TestPicture;
import io.baedge.badgelinux.panel.Window;
import io.baedge.model.doc.Suggestion;
import io.baedge.model.panel.PanelModel;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baedge panel trace}. */
@Command(
    name = "trace",
    description = {
      "Prints what an operation sends to a panel, as one JSON array of events.",
      "Operations that draw no picture leave --image aside.",
      "Without --image an operation that draws gets the test picture of the recordings."
    })
final class PanelTraceCommand implements Callable<Integer> {
  private static final Pattern WINDOW =
      Pattern.compile("\\s*(\\d{1,4}),(\\d{1,4}),(\\d{1,4}),(\\d{1,4})\\s*");

  @Option(
      names = "--panel",
      required = true,
      paramLabel = "MODEL",
      description = "For example 2in9_V2.")
  private String panel = "";

  @Option(
      names = "--op",
      required = true,
      paramLabel = "OP",
      description = "For example init, display, display_Partial or display_Partial@16,32,80,96.")
  private String op = "";

  @Option(
      names = "--image",
      paramLabel = "FILE",
      description = {
        "A PNG in native portrait size in the panel's own colours;",
        "greys are FF, C0, 80 and 00."
      })
  private @Nullable Path image;

  @Option(
      names = "--window",
      paramLabel = "X0,Y0,X1,Y1",
      description = "The part that a partial refresh draws; X1 and Y1 are one past its end.")
  private @Nullable String window;

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws CommandFailure, InterruptedException {
    PanelModel model = Panels.find(panel);
    PanelDriver driver = PanelDriver.of(model);
    String name = name(driver);
    Window part = part(driver, name);
    Planes planes = picture(driver, name);
    var bus = new RecordingBus();
    try {
      new Player(bus, driver.idleLevel(), driver.timings().limitMs())
          .play(driver.operation(name, part), planes);
    } catch (PanelTrouble e) {
      throw new CommandFailure(String.valueOf(e.getMessage()));
    }
    output.out().println(bus.json());
    return Main.OK;
  }

  /** The recordings put the window behind the name of an operation; init@partial is one name. */
  private String name(PanelDriver driver) throws WrongUsage {
    int at = op.indexOf('@');
    if (at > 0 && Character.isDigit(op.charAt(Math.min(at + 1, op.length() - 1)))) {
      if (window != null) {
        throw new WrongUsage("--op " + op + " and --window both give a window; give one");
      }
      window = op.substring(at + 1);
      op = op.substring(0, at);
    }
    if (!driver.operations().contains(op)) {
      throw new WrongUsage(
          "the panel "
              + driver.model().name()
              + " has no operation '"
              + op
              + "'; "
              + Suggestion.oneOf(op, driver.operations()));
    }
    return op;
  }

  private Window part(PanelDriver driver, String name) throws WrongUsage {
    PanelModel model = driver.model();
    String text = window;
    if (text == null) {
      return Window.whole(model);
    }
    if (!driver.windowed(name)) {
      throw new WrongUsage(
          "--window is given, but "
              + name
              + " of "
              + model.name()
              + " always draws all; leave it out");
    }
    Matcher numbers = WINDOW.matcher(text);
    if (!numbers.matches()) {
      throw new WrongUsage("--window is '" + text + "'; give four numbers like 16,32,80,96");
    }
    int x0 = Integer.parseInt(numbers.group(1));
    int y0 = Integer.parseInt(numbers.group(2));
    int x1 = Integer.parseInt(numbers.group(3));
    int y1 = Integer.parseInt(numbers.group(4));
    if (x0 >= x1 || y0 >= y1 || x1 > model.widthPx() || y1 > model.heightPx()) {
      throw new WrongUsage(
          "--window "
              + text
              + " is empty or not on the glass; give X0,Y0,X1,Y1 within 0,0,"
              + model.widthPx()
              + ","
              + model.heightPx());
    }
    return new Window(x0, y0, x1, y1);
  }

  private Planes picture(PanelDriver driver, String name) throws WrongUsage {
    PanelModel model = driver.model();
    Path file = image;
    if (!driver.draws(name)) {
      return Planes.NONE;
    }
    boolean greys = driver.drawsGreys(name);
    if (file == null) {
      return greys
          ? Planes.ofGreys(TestPicture.recordedGreys(model), model)
          : Planes.of(TestPicture.recorded(model), model);
    }
    PanelImage picture = PanelImage.read(file, model);
    return greys ? picture.greys() : picture.inks();
  }
}
