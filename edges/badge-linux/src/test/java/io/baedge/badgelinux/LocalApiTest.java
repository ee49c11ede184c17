package io.baedge.badgelinux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LocalApiTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  @TempDir Path directory;

  private RunningBadge badge(String... settings) throws BadgeStartFailed {
    return RunningBadge.start(directory.resolve("state"), settings);
  }

  @Test
  void values_are_put_one_by_one_or_many_and_read_with_their_age() throws Exception {
    try (RunningBadge badge = badge()) {
      assertThat(badge.send("PUT", "/v1/values/queue.hall-1", "text/plain", "12 people").status())
          .isEqualTo(200);
      assertThat(
              badge
                  .send("PUT", "/v1/values", "application/json", "{\"temp\":21.5,\"open\":true}")
                  .body())
          .isEqualTo("OK");
      assertThat(badge.get("/v1/values").body())
          .contains("\"key\": \"queue.hall-1\"", "\"value\": \"12 people\"", "\"ageMs\": ")
          .contains("\"21.5\"", "\"true\"");
      badge.send("PUT", "/v1/values", "application/json", "{\"temp\":null}");
      assertThat(badge.get("/v1/values").body()).doesNotContain("temp");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/values | [1] | must be a JSON object",
        "/v1/values | {\"a\": | must be a JSON object",
        "/v1/values | {\"good\":\"1\",\"list\":[1]} | list: a value is one text",
        "/v1/values | {\"BAD KEY\":\"1\"} | BAD KEY: the key must be",
        "/v1/values/UPPER | 1 | the key must be"
      })
  void a_wrong_value_is_400_with_a_sentence(String path, String body, String sentence)
      throws Exception {
    try (RunningBadge badge = badge()) {
      RawHttp.Answer answer = badge.send("PUT", path, "application/json", body);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).contains(sentence);
      assertThat(badge.get("/v1/values").body()).doesNotContain("key");
    }
  }

  @Test
  void a_change_from_another_site_is_403_and_changes_nothing() throws Exception {
    try (RunningBadge badge = badge()) {
      badge.settledOn("baedge");
      for (String origin : new String[] {"https://evil.example", "null", "http://127.0.0.1:1"}) {
        RawHttp.Answer answer =
            badge.send("POST", "/v1/device/write", FORM, "screen=nomad", "Origin: " + origin);
        assertThat(answer.status()).as(origin).isEqualTo(403);
      }
      RawHttp.Answer own =
          badge.send(
              "POST",
              "/v1/device/write",
              FORM,
              "screen=baedge",
              "Origin: http://127.0.0.1:" + badge.process.httpPort());
      assertThat(own.status()).isEqualTo(200);
      assertThat(badge.process.view().screen().wanted()).isEqualTo("baedge");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "badge.evil.example,403",
    "evil.example:2343,403",
    "127.0.0.1.evil.example,403",
    "a b,403",
    "127.0.0.1:2343,200",
    "10.0.12.34,200",
    "[fe80::1]:2343,200",
    "badge-7.local,200",
    "badge-7,200",
    "localhost:2343,200"
  })
  void only_an_address_or_a_local_name_is_answered(String host, int status) throws Exception {
    try (RunningBadge badge = badge()) {
      assertThat(badge.http("GET", "/v1/values", "Host: " + host).status()).isEqualTo(status);
      assertThat(badge.send("PUT", "/v1/values/a", "text/plain", "1", "Host: " + host).status())
          .isEqualTo(status);
    }
  }

  @Test
  void with_a_token_changes_need_it_and_it_is_never_shown() throws Exception {
    try (RunningBadge badge = badge("http.token", "open-sesame")) {
      RawHttp.Answer without = badge.write("nomad");
      assertThat(without.status()).isEqualTo(401);
      assertThat(without.header("WWW-Authenticate")).isEqualTo("Bearer");
      assertThat(
              badge
                  .send("PUT", "/v1/values/a", "text/plain", "1", "Authorization: Bearer wrong")
                  .status())
          .isEqualTo(401);
      assertThat(
              badge
                  .send(
                      "POST",
                      "/v1/device/write",
                      FORM,
                      "screen=nomad",
                      "Authorization: Bearer open-sesame")
                  .status())
          .isEqualTo(200);
      assertThat(badge.get("/v1/status").status()).isEqualTo(200);
      assertThat(badge.get("/v1/status/environment").body())
          .contains("http.token: ********")
          .doesNotContain("sesame");
    }
  }

  @Test
  void status_documents_tell_what_is_known_and_null_for_the_rest() throws Exception {
    try (RunningBadge badge = badge()) {
      badge.settledOn("baedge");
      assertThat(badge.get("/v1/status/power").body())
          .contains("\"batteryPercent\": null", "\"source\": \"unknown\"");
      assertThat(badge.get("/v1/status/uplink").body())
          .contains("\"state\": \"alone\"", badge.process.device().text());
      assertThat(badge.get("/v1/status/outbox").body())
          .contains("\"epoch\": 1", "\"card\": \"ok\"");
      assertThat(badge.get("/v1/status/desired").body())
          .contains("\"revision\": \"0.0\"", "\"ownership\": \"unclaimed\"");
      assertThat(badge.get("/v1/device/screens").body())
          .contains("\"scale\": \"conference\"", "\"wanted\": \"baedge\"");
    }
  }

  @Test
  void metrics_have_help_type_and_a_number_each() throws Exception {
    try (RunningBadge badge = badge()) {
      badge.settledOn("baedge");
      RawHttp.Answer answer = badge.get("/v1/metrics");
      assertThat(answer.header("Content-Type")).startsWith("text/plain; version=0.0.4");
      String[] lines = answer.body().split("\n");
      assertThat(lines.length % 3).isZero();
      for (int i = 0; i < lines.length; i += 3) {
        String name = lines[i + 2].split(" ", 2)[0];
        assertThat(lines[i]).startsWith("# HELP " + name + " ");
        assertThat(lines[i + 1]).matches("# TYPE " + name + " (gauge|counter)");
        assertThat(lines[i + 2]).matches("baedge_badge_[a-z_]+ \\d+");
      }
      assertThat(answer.body()).contains("baedge_badge_refreshes_total 1\n");
    }
  }
}
