package io.baedge.model.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.DesiredDoc;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.Problems;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaylistEntryTest {
  private static PlaylistEntry daily(int from, int to, int every, int lasts) {
    return new PlaylistEntry("schedule", 0, 0, from, to, every, lasts);
  }

  @ParameterizedTest
  @CsvSource({
    "540,1080,0,5,539,false",
    "540,1080,0,5,540,true",
    "540,1080,0,5,1079,true",
    "540,1080,0,5,1080,false",
    "1320,120,0,5,1400,true",
    "1320,120,0,5,60,true",
    "1320,120,0,5,120,false",
    "540,1080,30,5,544,true",
    "540,1080,30,5,545,false",
    "540,1080,30,5,570,true",
    "0,1440,0,5,1439,true"
  })
  void the_time_of_day_decides(
      int from, int to, int every, int lasts, int minute, boolean expected) {
    assertThat(daily(from, to, every, lasts).active(1, minute)).isEqualTo(expected);
  }

  @Test
  void the_wall_time_decides_too_and_its_end_is_not_included() {
    var entry = new PlaylistEntry("schedule", 100, 200, 0, 1_440, 0, 5);
    assertThat(entry.active(99, 0)).isFalse();
    assertThat(entry.active(100, 0)).isTrue();
    assertThat(entry.active(199, 0)).isTrue();
    assertThat(entry.active(200, 0)).isFalse();
  }

  @Test
  void nothing_changes_before_the_minute_that_is_told() {
    var random = new Random(4);
    for (int i = 0; i < 2_000; i++) {
      int every = random.nextBoolean() ? 0 : 6 + random.nextInt(90);
      int lasts = every == 0 ? 5 : 3 + random.nextInt(every - 5);
      PlaylistEntry entry = daily(random.nextInt(1_441), random.nextInt(1_441), every, lasts);
      int minute = random.nextInt(1_440);
      int change = entry.minutesToChange(minute);
      assertThat(change).as("%s at %d", entry, minute).isPositive();
      for (int m = 1; m < Math.min(change, 120); m++) {
        assertThat(entry.active(1, (minute + m) % 1_440))
            .as("%s at %d + %d", entry, minute, m)
            .isEqualTo(entry.active(1, minute));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '$',
      value = {
        "[{\"fromMinute\":1}] | playlist[0].screen is missing",
        "[{\"screen\":\"a\",\"fromMinute\":1441}] | playlist[0].fromMinute is 1441",
        "[{\"screen\":\"a\",\"fromMs\":9,\"toMs\":8}] | playlist[0].toMs is not after fromMs",
        "[{\"screen\":\"a\",\"everyMinutes\":6,\"forMinutes\":5}] | playlist[0].everyMinutes is 6",
        "3 | playlist"
      })
  void a_wrong_entry_is_refused_with_its_place_and_what_to_do(String list, String sentence) {
    var problems = new Problems();
    Doc doc =
        switch (DocCodec.fromJson("{\"playlist\":" + list.strip() + "}")) {
          case Decoded.Ok<Doc>(Doc read) -> read;
          case Decoded.Malformed<Doc>(String reason) -> throw new AssertionError(reason);
        };
    DesiredDoc.read(doc, problems);
    assertThat(problems.sentence()).contains(sentence.strip());
  }

  @Test
  void more_entries_than_a_badge_bears_are_refused() {
    var problems = new Problems();
    String entry = "{\"screen\":\"a\"}";
    String list = entry + ("," + entry).repeat(32);
    if (DocCodec.fromJson("{\"playlist\":[" + list + "]}") instanceof Decoded.Ok<Doc>(Doc doc)) {
      DesiredDoc.read(doc, problems);
    }
    assertThat(problems.sentence()).contains("playlist").contains("32");
  }
}
