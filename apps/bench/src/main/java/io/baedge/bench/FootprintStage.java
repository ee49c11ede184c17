package io.baedge.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One program of the footprint table.
///
/// @param name column of the table
/// @param python whether it is the counterpart
/// @param limitKb most resident memory that it should need; 0 for no goal
/// @param drawable whether its API draws
record FootprintStage(
    String name, boolean python, long limitKb, boolean drawable, Program program) {
  /// A name in a script whose glyphs are not baked, so Java2D draws it.
  private static final String ARABIC_NAME = "\u0644\u064a\u0644\u0649";

  private static final String PYTHON_PANEL = "Python panel";
  private static final String PYTHON_HTTP = "Python + HTTP";
  private static final long BAKED_KB = 48 * 1024;
  private static final long JAVA2D_KB = 64 * 1024;
  private static final String PICTURE = "/v1/device/frame.png";
  private static final String STATUS = "/v1/status";

  /// How it is started.
  interface Program {
    BadgeChild start(Place place) throws InterruptedException;
  }

  /// Where and with what it is started.
  ///
  /// @param directory nobody else uses
  /// @param before words in front of the command
  /// @param archive whether the JVM may use the archive of a badge's classes
  record Place(Path directory, List<String> before, boolean archive) {
    private List<String> with(List<String> command) {
      List<String> all = new ArrayList<>(before);
      all.addAll(command);
      return all;
    }
  }

  /// The name of the counterpart's stage that does as much.
  String counterpart() {
    return name.equals("panel") ? PYTHON_PANEL : PYTHON_HTTP;
  }

  BadgeChild start(Place place) throws InterruptedException {
    return program.start(place);
  }

  /// The counterpart's, then ours.
  static List<FootprintStage> all(Optional<Python> python, int mqttPort) {
    List<FootprintStage> all = new ArrayList<>();
    python.ifPresent(
        p -> {
          all.add(new FootprintStage(PYTHON_PANEL, true, 0, false, place -> panel(p, place)));
          all.add(new FootprintStage(PYTHON_HTTP, true, 0, true, place -> flask(p, place)));
        });
    all.add(new FootprintStage("panel", false, BAKED_KB, false, FootprintStage::panel));
    all.add(new FootprintStage("+ HTTP", false, BAKED_KB, false, FootprintStage::http));
    all.add(program("+ outbox", BAKED_KB, "Ada Lovelace", List.of()));
    List<String> joined = List.of("--hub=127.0.0.1:" + mqttPort, "--site=" + HubChild.SITE);
    all.add(program("+ MQTT", BAKED_KB, "Ada Lovelace", joined));
    all.add(
        new FootprintStage(
            "+ Java2D", false, JAVA2D_KB, true, place -> shown(badge(place, ARABIC_NAME, joined))));
    return List.copyOf(all);
  }

  private static BadgeChild panel(Python python, Place place) throws InterruptedException {
    return BadgeChild.start(
        Child.start("python", place.directory, place.with(python.panel()), python.environment()),
        OptionalInt.empty(),
        List.of());
  }

  private static BadgeChild flask(Python python, Place place) throws InterruptedException {
    int port = FreePort.find();
    return BadgeChild.start(
        Child.start(
            "python", place.directory, place.with(python.serve(port)), python.environment()),
        OptionalInt.of(port),
        List.of(STATUS));
  }

  private static BadgeChild panel(Place place) throws InterruptedException {
    return probe(place, OptionalInt.empty(), List.of());
  }

  private static BadgeChild http(Place place) throws InterruptedException {
    return probe(place, OptionalInt.of(FreePort.find()), List.of(STATUS, PICTURE));
  }

  private static BadgeChild probe(Place place, OptionalInt port, List<String> paths)
      throws InterruptedException {
    List<String> arguments =
        port.isPresent() ? List.of(Integer.toString(port.getAsInt())) : List.of();
    List<String> command = Launch.likeABadge(StageProbe.class, arguments, place.archive);
    return BadgeChild.start(
        Child.start("stage", place.directory, place.with(command), Launch.environment()),
        port,
        paths);
  }

  /// The real program with a file of settings, as the systemd unit starts it.
  private static FootprintStage program(
      String name, long limitKb, String wearer, List<String> more) {
    return new FootprintStage(name, false, limitKb, true, place -> badge(place, wearer, more));
  }

  /// A badge that nobody claimed shows its code when it has a hub; somebody presses for the name.
  private static BadgeChild shown(BadgeChild badge) {
    badge.show("wearer");
    return badge;
  }

  private static BadgeChild badge(Place place, String wearer, List<String> more)
      throws InterruptedException {
    int port = FreePort.find();
    Path settings = place.directory.resolve("badge.yaml");
    StringBuilder text = new StringBuilder("panel: emulated:" + StageProbe.PANEL + "\n");
    text.append("panel_pace: 0\nhttp:\n  bind: 127.0.0.1\nwearer:\n");
    StageProbe.TEXTS.forEach(
        (key, value) -> {
          String word = key.substring("wearer.".length());
          String said = word.equals("name") ? wearer : value;
          text.append("  ").append(word).append(": \"").append(said).append("\"\n");
        });
    try {
      Files.writeString(settings, text);
    } catch (IOException e) {
      throw new UncheckedIOException(settings + " cannot be written", e);
    }
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--config=" + settings,
                "--state=" + place.directory.resolve("state"),
                "--http=" + port));
    arguments.addAll(more);
    return BadgeChild.start(
        Child.start(
            "badge",
            place.directory,
            place.with(Launch.badge(arguments)),
            Launch.environment(place.archive)),
        OptionalInt.of(port),
        List.of(STATUS, PICTURE));
  }
}
