package io.baedge.sim.conference;

import io.baedge.sim.scenario.Scenario;
import io.baedge.sim.scenario.ScenarioFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The scenarios that come with Baedge. */
final class Scenarios {
  private static final Path FOLDER = Path.of("..", "..", "examples", "scenarios");

  private Scenarios() {}

  static Scenario firstLight() {
    return read(FOLDER.resolve("first-light.yaml"));
  }

  /** The example of that file name. */
  static Scenario example(String file) {
    return read(FOLDER.resolve(file));
  }

  /** The same mishaps on a smaller conference, for tests that need many runs. */
  static Scenario small() {
    Scenario whole = firstLight();
    return named(
        "first-light-small",
        whole
            .with(whole.fleet().with(16, 4))
            .with(new Scenario.Timing(10 * 60_000, whole.timing().quietMs())));
  }

  /** Every kind of mishap on a few badges. */
  static Scenario chaos() {
    return read(Path.of("src", "test", "resources", "scenarios", "chaos-small.yaml"));
  }

  /** The same under another name. */
  static Scenario named(String name, Scenario scenario) {
    return new Scenario(
        name,
        scenario.venue(),
        scenario.fleet(),
        scenario.timing(),
        scenario.network(),
        scenario.hub(),
        scenario.trouble());
  }

  static List<Path> files() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Scenario read(Path file) {
    try {
      return switch (ScenarioFile.read(Files.readString(file))) {
        case ScenarioFile.Outcome.Read(Scenario scenario) -> scenario;
        case ScenarioFile.Outcome.Wrong wrong ->
            throw new AssertionError(file + ": " + wrong.sentences());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
