package io.baedge.badgelinux.screens;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.screen.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ThemeFileTest {
  private static final String SVG =
      "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'/>";

  @TempDir Path directory;

  private ThemeFile theme() {
    return new ThemeFile(directory.resolve("theme.yaml"));
  }

  private void write(String name, String text) throws IOException {
    // Another file each time, as editors do it, so that the stamp differs on every clock.
    Path beside = Files.createTempFile(directory.getParent(), "theme", "");
    Files.writeString(beside, text);
    Files.move(beside, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void a_changed_theme_is_read_again_and_of_a_bad_one_the_last_good_version_stays()
      throws IOException {
    write("theme.yaml", "name: One");
    ThemeFile theme = theme();
    assertThat(theme.theme()).isEqualTo(Theme.NONE);
    assertThat(theme.look()).isTrue();
    assertThat(theme.theme().name()).isEqualTo("One");
    assertThat(theme.look()).isFalse();
    write("theme.yaml", "name: Two\nrole: {}");
    assertThat(theme.look()).isTrue();
    assertThat(theme.theme().name()).isEqualTo("One");
    assertThat(theme.problems())
        .containsExactly(
            "theme.yaml, line 2, column 7: role is unknown here; did you mean 'roles'?; the last"
                + " good theme stays");
    Files.delete(directory.resolve("theme.yaml"));
    assertThat(theme.look()).isTrue();
    assertThat(theme.problems())
        .containsExactly(
            "theme.yaml cannot be read; make it or name another; the last good theme stays");
    assertThat(theme.look()).isFalse();
    write("theme.yaml", "name: Three");
    assertThat(theme.look()).isTrue();
    assertThat(theme.theme().name()).isEqualTo("Three");
    assertThat(theme.problems()).isEmpty();
  }

  @Test
  void a_logo_whose_name_no_file_can_have_is_told() throws IOException {
    write("theme.yaml", "name: One\nlogo: \"a\\0.svg\"");
    ThemeFile theme = theme();
    theme.look();
    assertThat(theme.problems()).hasSize(1).first().asString().contains("theme.yaml");
    assertThat(theme.images().image(Theme.LOGO)).isEmpty();
  }

  @Test
  void a_logo_lies_beside_its_theme_and_a_missing_or_bad_one_is_told() throws IOException {
    write("theme.yaml", "logo: logo.svg");
    ThemeFile theme = theme();
    theme.look();
    assertThat(theme.images().image(Theme.LOGO)).isEmpty();
    assertThat(theme.problems())
        .containsExactly(
            "theme.yaml names the logo logo.svg, which is not beside it; put it there");
    write("logo.svg", SVG);
    assertThat(theme.look()).isTrue();
    assertThat(theme.problems()).isEmpty();
    assertThat(theme.images().image(Theme.LOGO).orElseThrow().width()).isEqualTo(40);
    assertThat(theme.images().image("logo.svg")).isEmpty();
    assertThat(theme.look()).isFalse();
    write("logo.svg", "broken");
    assertThat(theme.look()).isTrue();
    assertThat(theme.images().image(Theme.LOGO).orElseThrow().width()).isEqualTo(40);
    assertThat(theme.look()).isTrue();
    assertThat(theme.problems()).hasSize(1);
    assertThat(theme.problems().getFirst()).startsWith("logo.svg is no SVG");
    write("theme.yaml", "name: Without a logo");
    theme.look();
    assertThat(theme.images().image(Theme.LOGO)).isEmpty();
    assertThat(theme.problems()).isEmpty();
  }

  @Test
  void a_badge_s_looks_are_its_screens_and_its_theme() throws IOException {
    write("theme.yaml", "name: One\nlogo: logo.svg");
    write("logo.svg", SVG);
    Path folder = Files.createDirectory(directory.resolve("screens"));
    Files.writeString(folder.resolve("lunch.yaml"), "layout: {text: Soup}");
    Files.writeString(folder.resolve("theme.yaml"), "name: Never a screen");
    OwnLooks looks = OwnLooks.of(Optional.of(folder), Optional.of(directory.resolve("theme.yaml")));
    assertThat(looks.look()).isTrue();
    assertThat(looks.screens().layouts()).containsOnlyKeys("lunch");
    assertThat(looks.theme().name()).isEqualTo("One");
    assertThat(looks.look()).isFalse();
    write("theme.yaml", "nam: One");
    assertThat(looks.look()).isTrue();
    assertThat(looks.screens().problems()).hasSize(1);
    assertThat(OwnLooks.of(Optional.empty(), Optional.empty()).any()).isFalse();
  }
}
