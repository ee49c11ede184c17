package io.baedge.badgelinux.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FormBodyTest {
  private static final String URL = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data; boundary=----b";

  private static Optional<String> screen(String type, String body) {
    return FormBody.field(type, body.getBytes(StandardCharsets.UTF_8), "screen");
  }

  private static String part(String disposition, String value) {
    return "------b\r\nContent-Disposition: " + disposition + "\r\n\r\n" + value + "\r\n";
  }

  @ParameterizedTest
  @CsvSource({
    "screen=wearer,wearer",
    "a=b&screen=wearer,wearer",
    "screen=one&screen=two,one",
    "screen=&screen=two,''",
    "screen=a+b%20c%26d,a b c&d",
    "%73creen=x,x",
    "screen=%zz,%zz",
    "screen=%C3%A9,é"
  })
  void urlencoded_fields_are_decoded_and_the_first_counts(String body, String value) {
    assertThat(screen(URL, body)).contains(value);
    assertThat(screen(URL.toUpperCase(java.util.Locale.ROOT) + "; charset=utf-8", body))
        .contains(value);
  }

  @ParameterizedTest
  @CsvSource({"''", "screen", "=screen", "xscreen=a", "screenx=a", "&&&"})
  void a_body_without_the_field_has_none(String body) {
    assertThat(screen(URL, body)).isEmpty();
  }

  @Test
  void multipart_fields_are_found_among_others_and_the_first_counts() {
    String body =
        part("form-data; name=\"other\"", "x")
            + part("form-data; name=\"screen\"", "one\r\ntwo")
            + part("form-data; name=screen", "three")
            + "------b--\r\n";
    assertThat(screen(MULTIPART, body)).contains("one\r\ntwo");
    assertThat(screen("multipart/form-data; boundary=\"----b\"", body)).contains("one\r\ntwo");
    assertThat(
            screen(
                MULTIPART,
                "------b\r\ncontent-disposition: form-data; NAME=screen\r\n"
                    + "Content-Type: text/plain\r\n\r\nx\r\n------b--\r\n"))
        .contains("x");
  }

  @Test
  void a_part_with_a_similar_name_or_a_file_is_not_the_field() {
    assertThat(screen(MULTIPART, part("form-data; name=\"screenshot\"", "x"))).isEmpty();
    assertThat(screen(MULTIPART, part("form-data; name=\"a\"; x=\"name=screen\"", "x"))).isEmpty();
    assertThat(screen(MULTIPART, part("form-data; name=\"screen\"; filename=\"a.txt\"", "x")))
        .isEmpty();
    assertThat(screen(MULTIPART, part("attachment; name=\"screen\"", "x"))).isEmpty();
    assertThat(screen("multipart/form-data", part("form-data; name=\"screen\"", "x"))).isEmpty();
  }

  @Test
  void other_types_have_no_fields() {
    assertThat(screen("application/json", "{\"screen\":\"wearer\"}")).isEmpty();
    assertThat(screen("text/plain", "screen=wearer")).isEmpty();
    assertThat(screen("", "screen=wearer")).isEmpty();
  }

  @Test
  void noise_never_throws() {
    long seed = 7;
    var random = new SplittableRandom(seed);
    String alphabet = "screen=&%+-b\r\n:;\" name";
    for (int round = 0; round < 2_000; round++) {
      var body = new StringBuilder();
      for (int i = random.nextInt(120); i > 0; i--) {
        body.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(screen(URL, body.toString())).as("seed %d", seed).isNotNull();
      assertThat(screen(MULTIPART, body.toString())).as("seed %d", seed).isNotNull();
    }
  }
}
