package io.baedge.model.doc;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.DocCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The document and the pointers are those of RFC 6901, section 5. */
final class JsonPointerTest {
  private static final Doc DOC =
      doc(
          """
          {"foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\\\j": 5,
           "k\\"l": 6, " ": 7, "m~n": 8, "nothing": null}
          """);

  private static Doc doc(String json) {
    return switch (DocCodec.fromJson(json)) {
      case Decoded.Ok<Doc>(Doc doc) -> doc;
      case Decoded.Malformed<Doc>(String reason) -> throw new AssertionError(reason);
    };
  }

  private static Doc at(String pointer) {
    return JsonPointer.parse(pointer).flatMap(p -> p.in(DOC)).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '§',
      value = {
        "/, 0",
        "/a~1b, 1",
        "/c%d, 2",
        "/e^f, 3",
        "/g|h, 4",
        "/i\\j, 5",
        "/k\"l, 6",
        "/m~0n, 8"
      })
  void names_are_found_as_the_standard_has_them(String pointer, long value) {
    assertThat(at(pointer)).isEqualTo(new Doc.Int(value));
  }

  @Test
  void the_empty_pointer_is_the_whole_and_a_number_a_place_in_a_list() {
    assertThat(at("")).isEqualTo(DOC);
    assertThat(at("/foo/0")).isEqualTo(new Doc.Text("bar"));
    assertThat(at("/ ")).isEqualTo(new Doc.Int(7));
    assertThat(at("/nothing")).isEqualTo(Doc.Null.NULL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/foo/2", "/foo/-", "/foo/00", "/foo/bar", "/foo/0/x", "/fo"})
  void what_is_not_there_is_not_found(String pointer) {
    assertThat(JsonPointer.parse(pointer).flatMap(p -> p.in(DOC))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"foo", "/a~2", "/a~", "#/foo"})
  void what_is_no_pointer_is_not_read(String pointer) {
    assertThat(JsonPointer.parse(pointer)).isEmpty();
  }
}
