package io.baedge.badgelinux.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.value.ValueAnswer;
import io.baedge.badge.value.ValueSource;
import io.baedge.badge.value.ValueSource.Reach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileAskingTest extends AskingContract {
  @TempDir Path folder;

  @Override
  void has(byte[] bytes) throws IOException {
    Files.write(folder.resolve("menu.json"), bytes);
  }

  @Override
  void gone() throws IOException {
    Files.deleteIfExists(folder.resolve("menu.json"));
  }

  @Override
  ValueSource source(String pointer) {
    String place = folder.resolve("menu.json").toString();
    return new ValueSource("lunch", Reach.FILE, place, pointer, PACE);
  }

  @Test
  void a_folder_is_no_file() throws Exception {
    var source = new ValueSource("lunch", Reach.FILE, folder.toString(), "", PACE);
    assertThat(ask(source, ""))
        .isEqualTo(new ValueAnswer.Failed(folder + " is no file; name a file of text or JSON"));
  }
}
