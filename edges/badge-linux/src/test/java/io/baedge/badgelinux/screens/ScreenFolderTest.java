package io.baedge.badgelinux.screens;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.screen.library.ScreenShelf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScreenFolderTest {
  @TempDir Path directory;

  private ScreenFolder folder() {
    return new ScreenFolder(directory);
  }

  private void write(String name, String text) throws IOException {
    // Another file each time, as editors do it, so that the stamp differs on every clock.
    Path beside = Files.createTempFile(directory.getParent(), "screen", "");
    Files.writeString(beside, text);
    Files.move(beside, directory.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void a_changed_file_is_read_again_and_an_unchanged_one_is_not() throws IOException {
    write("lunch.yaml", "about: One.\nlayout: {text: Soup}");
    write("tea.yaml", "layout: {text: Tea}");
    write("notes.txt", "nothing");
    ScreenFolder folder = folder();
    assertThat(folder.look()).isTrue();
    assertThat(folder.screens().layouts()).containsOnlyKeys("lunch", "tea");
    assertThat(folder.look()).isFalse();
    write("lunch.yaml", "about: Two.\nlayout: {text: Soup}");
    assertThat(folder.look()).isTrue();
    assertThat(folder.screens().layouts().get("lunch").about()).isEqualTo("Two.");
    assertThat(folder.reads()).isEqualTo(3);
    Files.delete(directory.resolve("tea.yaml"));
    assertThat(folder.look()).isTrue();
    assertThat(folder.screens().layouts()).containsOnlyKeys("lunch");
  }

  @Test
  void a_folder_that_goes_away_is_told_and_its_screens_stay() throws IOException {
    Path inner = Files.createDirectory(directory.resolve("screens"));
    Files.writeString(inner.resolve("lunch.yaml"), "layout: {text: Soup}");
    ScreenFolder folder = new ScreenFolder(inner);
    folder.look();
    Path moved = Files.move(inner, directory.resolve("elsewhere"));
    assertThat(folder.look()).isTrue();
    assertThat(folder.screens().layouts()).containsOnlyKeys("lunch");
    assertThat(folder.screens().problems())
        .containsExactly(
            "screens.folder " + inner + " cannot be read; make the folder or name another");
    assertThat(folder.look()).isFalse();
    Files.move(moved, inner);
    assertThat(folder.look()).isTrue();
    assertThat(folder.screens().problems()).isEmpty();
  }

  @Test
  void a_screen_that_was_one_too_many_is_taken_up_when_another_goes() throws IOException {
    for (int i = 10; i < 10 + ScreenShelf.MOST_SCREENS + 2; i++) {
      write("s" + i + ".yaml", "layout: {text: Soup}");
    }
    ScreenFolder folder = folder();
    folder.look();
    assertThat(folder.screens().layouts()).hasSize(ScreenShelf.MOST_SCREENS);
    assertThat(folder.screens().problems()).hasSize(2);
    assertThat(folder.look()).isFalse();
    Files.delete(directory.resolve("s10.yaml"));
    assertThat(folder.look()).isTrue();
    assertThat(folder.screens().layouts())
        .hasSize(ScreenShelf.MOST_SCREENS)
        .containsKey("s74")
        .doesNotContainKeys("s10", "s75");
    assertThat(folder.screens().problems())
        .containsExactly("s75.yaml is one screen too many; at most 64 are read");
  }

  @Test
  void a_file_that_is_too_large_or_no_text_is_told() throws IOException {
    Files.write(directory.resolve("big.yaml"), new byte[300 * 1024]);
    Files.write(
        directory.resolve("latin.yaml"),
        "layout: {text: Café}".getBytes(StandardCharsets.ISO_8859_1));
    ScreenFolder folder = folder();
    folder.look();
    assertThat(folder.screens().problems())
        .containsExactly(
            "big.yaml cannot be read: it is larger than 256 KiB",
            "latin.yaml is not UTF-8 text; save it as UTF-8");
  }

  @Test
  void a_picture_is_found_by_its_file_and_a_bad_one_is_told_while_the_last_good_one_stays()
      throws IOException {
    String svg = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'/>";
    write("logo.svg", svg);
    ScreenFolder folder = folder();
    assertThat(folder.look()).isTrue();
    assertThat(folder.images().image("logo.svg").orElseThrow().width()).isEqualTo(40);
    assertThat(folder.images().image("other.png")).isEmpty();
    assertThat(folder.images().image("../logo.svg")).isEmpty();
    write("logo.svg", "broken");
    assertThat(folder.look()).isTrue();
    assertThat(folder.images().image("logo.svg").orElseThrow().width()).isEqualTo(40);
    assertThat(folder.look()).isTrue();
    assertThat(folder.screens().problems()).hasSize(1);
    assertThat(folder.screens().problems().getFirst()).startsWith("logo.svg is no SVG");
    write("logo.svg", svg.replace("40", "60"));
    folder.look();
    assertThat(folder.images().image("logo.svg").orElseThrow().width()).isEqualTo(60);
    assertThat(folder.look()).isTrue();
    assertThat(folder.screens().problems()).isEmpty();
  }
}
