package io.baedge.screen.java2d;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.screen.mark.Icons;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IconBakerTest {
  private static final Path DRAWINGS = Path.of("src/main/icons");

  @Test
  void the_committed_bitmaps_are_what_the_baker_makes_of_the_drawings() throws IOException {
    for (String name : Icons.names()) {
      try (InputStream in = Icons.class.getResourceAsStream("icon/" + name + ".txt")) {
        assertThat(in).as(name).isNotNull();
        assertThat(IconBaker.bake(Files.readString(DRAWINGS.resolve(name + ".svg"))))
            .as(name)
            .isEqualTo(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
      }
    }
  }

  @Test
  void every_drawing_is_an_icon() throws IOException {
    try (Stream<Path> files = Files.list(DRAWINGS)) {
      List<String> drawn =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".svg"))
              .map(name -> name.substring(0, name.length() - ".svg".length()))
              .toList();
      assertThat(drawn).containsExactlyInAnyOrderElementsOf(Icons.names());
    }
  }
}
