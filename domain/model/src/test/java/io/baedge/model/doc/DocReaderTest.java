package io.baedge.model.doc;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.Located;
import io.baedge.model.codec.YamlText;
import org.junit.jupiter.api.Test;

class DocReaderTest {
  @Test
  void all_problems_come_at_once_with_their_places() {
    Located file =
        read(
            """
            port: 99999
            pannel: 2in9_V2
            name: [a]
            """);
    var problems = new Problems(file.positions());
    DocReader reader = DocReader.of(file.doc(), problems);
    reader.integer("port", 1, 65_535, 2343);
    reader.text("panel", 20, "");
    reader.text("name", 20, "");
    reader.rejectUnknown();
    assertThat(problems.all().stream().map(Problem::sentence))
        .containsExactly(
            "line 1, column 7: port is 99999; it must be from 1 to 65535",
            "line 3, column 7: name must be a text, not a list",
            "line 2, column 9: pannel is unknown here; did you mean 'panel'?");
  }

  @Test
  void a_broken_file_tells_where_it_breaks() {
    assertThat(YamlText.read("a: 1\n b: 2\n"))
        .isInstanceOfSatisfying(
            Decoded.Malformed.class, m -> assertThat(m.reason()).startsWith("line 2, column"));
  }

  @Test
  void the_same_name_twice_is_refused() {
    assertThat(YamlText.read("a: 1\na: 2\n")).isInstanceOf(Decoded.Malformed.class);
  }

  private static Located read(String yaml) {
    return switch (YamlText.read(yaml)) {
      case Decoded.Ok<Located>(Located located) -> located;
      case Decoded.Malformed<Located>(String reason) -> throw new AssertionError(reason);
    };
  }
}
