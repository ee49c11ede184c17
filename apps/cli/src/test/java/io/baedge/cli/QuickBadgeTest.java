package io.baedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.cli.QuickBadge.Typed;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QuickBadgeTest {
  @Test
  void plain_options_are_read_as_the_command_reads_them() {
    assertThat(
            QuickBadge.read(
                "badge",
                "--panel=emulated:2in9_V2",
                "--state",
                "/srv/badge",
                "--hub",
                "a:1883",
                "--hub=b:1883",
                "--http",
                "0",
                "--site",
                "camp",
                "--set=wearer.link=https://example.org/?a=b",
                "--set",
                "http.token=",
                "--config",
                "badge.yaml",
                "--json"))
        .contains(
            new Typed(
                Map.of(
                    "panel", "emulated:2in9_V2",
                    "state", "/srv/badge",
                    "hubs", "a:1883,b:1883",
                    "http.port", "0",
                    "site", "camp",
                    "wearer.link", "https://example.org/?a=b",
                    "http.token", ""),
                Optional.of(Path.of("badge.yaml")),
                true));
    assertThat(QuickBadge.read("badge")).contains(new Typed(Map.of(), Optional.empty(), false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hub",
        "badges list",
        "badge config",
        "badge --help",
        "badge --version",
        "badge -h",
        "badge --pannel x",
        "badge --panel",
        "badge --panel --state x",
        "badge --panel=",
        "badge --panel a --panel b",
        "badge --config a --config b",
        "badge --json --json",
        "badge --set x",
        "badge --set =x",
        "badge --set a=1 --set a=2",
        "badge --http 0 extra"
      })
  void everything_else_is_left_to_the_command(String line) {
    assertThat(QuickBadge.read(line.split(" "))).isEmpty();
  }
}
