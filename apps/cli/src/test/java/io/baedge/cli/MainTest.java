package io.baedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object command, String... args) {
    return Main.run(command, new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  @Test
  void the_version_names_the_java_it_runs_on() {
    assertThat(run(Main.root(), "--version")).isEqualTo(Main.OK);
    assertThat(out.toString()).startsWith("baedge ").contains(Runtime.version().toString());
  }

  @Test
  void no_command_is_wrong_usage_in_one_sentence() {
    assertThat(run(Main.root())).isEqualTo(Main.WRONG_USAGE);
    assertThat(err.toString().strip())
        .isEqualTo("baedge: No command was given. See baedge --help.");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void a_mistyped_option_is_wrong_usage_and_the_right_one_is_suggested() {
    assertThat(run(Main.root(), "--versoin")).isEqualTo(Main.WRONG_USAGE);
    assertThat(err.toString()).contains("'--versoin'; did you mean --version?");
  }

  @Test
  void a_value_of_the_wrong_type_names_option_and_value() {
    assertThat(run(new Sample(), "--badges", "many")).isEqualTo(Main.WRONG_USAGE);
    assertThat(err.toString()).contains("--badges").contains("many").contains("sample --help");
  }

  @Test
  void an_expected_failure_is_its_sentence_and_exit_code_1() {
    assertThat(run(new Sample(), "--fail", "expected")).isEqualTo(Main.FAILED);
    assertThat(err.toString().strip())
        .isEqualTo("sample: Port 2344 is in use: stop the other hub or give --http.");
  }

  @Test
  void an_unexpected_failure_is_one_line_without_a_stack_trace() {
    assertThat(run(new Sample(), "--fail", "unexpected")).isEqualTo(Main.FAILED);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("sample: unexpected java.lang.IllegalStateException: broken")
        .contains("BAEDGE_DEBUG=1");
  }

  @Command(name = "sample", mixinStandardHelpOptions = true)
  static final class Sample implements Runnable {
    @Option(names = "--badges")
    private int badges = 600;

    @Option(names = "--fail")
    private String fail = "no";

    @Override
    public void run() {
      switch (fail) {
        case "expected" ->
            throw new CommandFailure("Port 2344 is in use: stop the other hub or give --http.");
        case "unexpected" -> throw new IllegalStateException("broken");
        default -> assertThat(badges).isPositive();
      }
    }
  }
}
