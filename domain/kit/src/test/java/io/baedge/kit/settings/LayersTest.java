package io.baedge.kit.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.kit.settings.Key.Kind;
import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayersTest {
  private static final List<Key> KEYS =
      List.of(
          new Key("site", Kind.TEXT, "main", "where", List.of("X_SITE")),
          new Key("http.port", Kind.INTEGER, "80", "port", List.of("X_HTTP_PORT", "OLD_PORT")),
          new Key("http.token", Kind.SECRET, "", "secret", List.of("X_HTTP_TOKEN")));

  @Test
  void a_flag_beats_a_variable_beats_the_file_beats_the_default() {
    Layers.Merged merged =
        merged(Map.of("site", "a"), Map.of("X_SITE", "b", "OLD_PORT", "81"), "site: c\n");
    assertThat(DocCodec.toJson(merged.doc())).isEqualTo("{\"site\":\"a\",\"http\":{\"port\":81}}");
    assertThat(merged.settings().stream().map(s -> s.key() + "=" + s.value() + " " + s.source()))
        .containsExactly("site=a flag", "http.port=81 OLD_PORT", "http.token= default");
  }

  @Test
  void of_two_variables_the_first_in_the_list_counts() {
    Layers.Merged merged = merged(Map.of(), Map.of("X_HTTP_PORT", "1", "OLD_PORT", "2"), "");
    assertThat(merged.settings().get(1).source()).isEqualTo("X_HTTP_PORT");
  }

  @Test
  void a_secret_is_masked_and_a_problem_names_its_source() {
    Layers.Merged merged = merged(Map.of(), Map.of("X_HTTP_TOKEN", "hunter2"), "site: c\n");
    assertThat(merged.settings().toString()).doesNotContain("hunter2").contains("********");
    assertThat(merged.placed(new Problem("http.token", "is short", 0, 0), "f.yaml").sentence())
        .isEqualTo("http.token (X_HTTP_TOKEN) is short");
    assertThat(merged.placed(new Problem("site", "is wrong", 1, 7), "f.yaml").sentence())
        .isEqualTo("f.yaml line 1, column 7: site is wrong");
  }

  @Test
  void an_unknown_name_gets_a_suggestion() {
    assertThat(Layers.unknownKey(KEYS, List.of("http.prot")))
        .contains("there is no setting 'http.prot'; did you mean 'http.port'?");
  }

  private static Layers.Merged merged(
      Map<String, String> flags, Map<String, String> environment, String yaml) {
    return switch (new Layers(KEYS, flags, environment).over(yaml, "f.yaml")) {
      case Decoded.Ok<Layers.Merged>(Layers.Merged merged) -> merged;
      case Decoded.Malformed<Layers.Merged>(String reason) -> throw new AssertionError(reason);
    };
  }
}
