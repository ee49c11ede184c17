package io.baedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.cli.Cli.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every command, also those added later. */
class HelpTest {
  private static final Path ROOT = Path.of("../..");

  static Stream<String> commands() {
    return below(new CommandLine(Main.root()));
  }

  private static Stream<String> below(CommandLine line) {
    return line.getSubcommands().values().stream()
        .flatMap(
            child ->
                Stream.concat(Stream.of(child.getCommandSpec().qualifiedName()), below(child)));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_command_explains_itself(String command) {
    String[] words = command.split(" ");
    String[] args = Arrays.copyOfRange(words, 1, words.length + 1);
    args[args.length - 1] = "--help";
    Said said = Cli.run(args);
    assertThat(said.words()).contains("Usage: " + command).contains("--help");
    assertThat(said.out().lines()).hasSizeGreaterThan(3);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_command_is_in_the_handbook(String command) throws IOException {
    String handbook =
        Files.readString(ROOT.resolve("docs/operations.md"))
            + Files.readString(ROOT.resolve("README.md"));
    assertThat(handbook.contains(command)).as("%s is in the handbook", command).isTrue();
  }
}
