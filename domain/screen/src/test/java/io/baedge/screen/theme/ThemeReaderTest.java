package io.baedge.screen.theme;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.doc.Problem;
import io.baedge.screen.layout.Ground;
import io.baedge.screen.layout.Ink;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThemeReaderTest {
  private static List<String> problems(String yaml) {
    return switch (ThemeReader.read(yaml)) {
      case ReadTheme.Ok _ -> List.of();
      case ReadTheme.Refused(List<Problem> found) -> found.stream().map(Problem::sentence).toList();
    };
  }

  private static Theme theme(String yaml) {
    return ((ReadTheme.Ok) ThemeReader.read(yaml)).theme();
  }

  @Test
  void every_part_of_a_theme_is_read() {
    Theme theme =
        theme(
            """
            name: Edge Days
            logo: edge days.svg
            accent: bands
            roles:
              Speaker: {ground: black}
              crew: {ground: white, ink: accent, label: "Crew: ask me"}
              attendee: {label: ""}
              other: {label: Guest}
            """);
    assertThat(theme.name()).isEqualTo("Edge Days");
    assertThat(theme.logo()).contains("edge days.svg");
    assertThat(theme.accent()).isEqualTo(AccentUse.BANDS);
    assertThat(theme.band(" SPEAKER "))
        .isEqualTo(new Band(Ground.BLACK, Ink.AUTO, Optional.empty()));
    assertThat(theme.band("crew"))
        .isEqualTo(new Band(Ground.WHITE, Ink.ACCENT, Optional.of("Crew: ask me")));
    assertThat(theme.band("press").label()).contains("Guest");
  }

  @Test
  void an_empty_theme_is_baedge_s_own_look() {
    assertThat(theme("{}")).isEqualTo(Theme.NONE);
  }

  @Test
  void all_mistakes_are_told_at_once_with_place_and_advice() {
    assertThat(
            problems(
                """
                nmae: Edge Days
                logo: ../logo.svg
                accent: everywhere
                roles:
                  speaker: {ground: blak, inks: auto}
                  Speaker: {ground: role}
                """))
        .containsExactlyInAnyOrder(
            "line 1, column 7: nmae is unknown here; did you mean 'name'?",
            "line 2, column 7: logo is '../logo.svg'; it must be the name of a .png, .jpg, .jpeg or"
                + " .svg file beside the theme",
            "line 3, column 9: accent is 'everywhere'; use one of all, bands, none",
            "line 5, column 21: roles.speaker.ground is 'blak'; did you mean 'black'?",
            "line 5, column 33: roles.speaker.inks is unknown here; did you mean 'ink'?",
            "line 6, column 21: roles.Speaker.ground is 'role'; use one of white, black, accent",
            "line 6, column 12: roles.Speaker is there twice, because large and small letters are"
                + " the same; drop one");
    assertThat(problems("name: [")).hasSize(1).first().asString().startsWith("line 1, column ");
    assertThat(problems("name: " + "x".repeat(ThemeReader.MAX_CHARS))).hasSize(1);
  }

  @Test
  void values_that_somebody_gave_win_over_those_of_the_theme() {
    Theme theme = theme("{name: Edge Days, roles: {crew: {label: Ask me}, guest: {label: ''}}}");
    Map<String, String> wearer = Map.of("wearer.role", "Crew");
    assertThat(theme.value("theme.role", key -> Optional.ofNullable(wearer.get(key))))
        .contains("Ask me");
    assertThat(theme.value("theme.role", _ -> Optional.of("guest"))).contains("");
    assertThat(theme.value("theme.role", _ -> Optional.of("Press"))).contains("Press");
    assertThat(theme.value("theme.role", _ -> Optional.empty())).isEmpty();
    assertThat(theme.value("conference.name", _ -> Optional.empty())).contains("Edge Days");
    assertThat(Theme.NONE.value("theme.name", _ -> Optional.empty())).isEmpty();
  }
}
