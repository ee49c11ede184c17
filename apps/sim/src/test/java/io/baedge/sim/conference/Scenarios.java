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

  /** The same mishaps on a smaller conference, for tests that need many runs. */
  static Scenario small() {
    Scenario whole = firstLight();
    return new Scenario(
        "first-light-small",
        whole.venue(),
        new Scenario.Fleet(16, 4, whole.fleet().cadence(), whole.fleet().walkEvery()),
        new Scenario.Timing(10 * 60_000, whole.timing().quietMs()),
        whole.network(),
        whole.hub(),
        whole.mishaps());
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
