package io.baedge.sim.conference;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.sim.Simulation;
import io.baedge.sim.report.SimulationReport;
import io.baedge.sim.scenario.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The same seed is the same conference, whatever the machine does. */
class DeterminismTest {
  private static final long SEED = 11;

  /** Prints the digest of the small scenario. */
  static final class PrintDigest {
    private PrintDigest() {}

    public static void main(String[] arguments) {
      System.out.println("digest " + (arguments.length == 0 ? digest() : digestOfShort()));
    }
  }

  @Test
  void two_runs_in_one_machine_have_the_same_digest_and_counts() {
    SimulationReport first = Simulation.run(Scenarios.small(), SEED, SimulationOptions.DEFAULT);
    SimulationReport second = Simulation.run(Scenarios.small(), SEED, SimulationOptions.DEFAULT);

    assertThat(second.digest()).isEqualTo(first.digest());
    assertThat(second.counts()).isEqualTo(first.counts());
    assertThat(second.extent()).isEqualTo(first.extent());
  }

  @Test
  void other_identity_hashes_change_nothing() throws IOException, InterruptedException {
    String here = "digest " + digest();
    assertThat(inAnotherMachine("-XX:hashCode=2")).contains(here);
    assertThat(inAnotherMachine("-XX:hashCode=3")).contains(here);
  }

  @Test
  void the_interpreter_changes_nothing() throws IOException, InterruptedException {
    assertThat(inAnotherMachine("-Xint", "short")).contains("digest " + digestOfShort());
  }

  @Test
  void another_seed_is_another_conference() {
    SimulationReport other = Simulation.run(Scenarios.small(), SEED + 1, SimulationOptions.DEFAULT);
    assertThat(other.digest()).isNotEqualTo(digest());
  }

  private static String digest() {
    return Simulation.run(Scenarios.small(), SEED, SimulationOptions.DEFAULT).digest();
  }

  /** Every kind of mishap within five minutes. */
  private static String digestOfShort() {
    Scenario chaos = Scenarios.chaos();
    Scenario brief =
        chaos
            .with(new Scenario.Timing(4 * 60_000, 60_000))
            .with(
                new Scenario.Trouble(
                    chaos.trouble().mishaps().stream().filter(p -> p.at().isEmpty()).toList(),
                    List.of()));
    return Simulation.run(brief, SEED, SimulationOptions.DEFAULT).digest();
  }

  private static String inAnotherMachine(String option, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UnlockExperimentalVMOptions", option, "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(PrintDigest.class.getName());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return said;
  }
}
