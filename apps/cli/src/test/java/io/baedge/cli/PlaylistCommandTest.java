package io.baedge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedge.model.codec.DocCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaylistCommandTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '$',
      value = {
        "wearer|{'screen':'wearer'}",
        "schedule@09:00-12:30|{'screen':'schedule','fromMinute':540,'toMinute':750}",
        "schedule@22:00-24:00/30|"
            + "{'screen':'schedule','fromMinute':1320,'toMinute':1440,'everyMinutes':30}",
        "last-talk/60+10|{'screen':'last-talk','everyMinutes':60,'forMinutes':10}"
      })
  void an_entry_is_written_short(String entry, String json) {
    assertThat(DocCodec.toJson(PlaylistCommand.entry(entry)).replaceAll("\\s", ""))
        .isEqualTo(json.replace('\'', '"'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "@09:00-10:00", "schedule@9-10", "schedule/x", "a@25:00-26:00"})
  void a_wrong_entry_is_wrong_usage_with_an_example(String entry) {
    assertThatThrownBy(() -> PlaylistCommand.entry(entry))
        .isInstanceOf(WrongUsage.class)
        .hasMessageContaining("schedule@09:00-12:30/30+5");
  }

  @Test
  void a_time_after_midnight_is_refused() {
    assertThatThrownBy(() -> PlaylistCommand.entry("a@09:00-24:30"))
        .hasMessageContaining("after 24:00");
  }
}
