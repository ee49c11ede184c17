package io.baedge.badge.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.link.LinkState;
import io.baedge.model.telemetry.Reading;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkQualityTest {
  private final LinkQuality quality = new LinkQuality();
  private boolean inSession;
  private long nowMs;

  /**
   * A story in words: `up` and `lost` (a session), `-67` (heard so strong), `?` (strength unknown),
   * `+30s` (time passes); and what the link is called after it.
   */
  @ParameterizedTest
  @CsvSource({
    "'', dark",
    "up, good",
    "up ?, good",
    // The first strength decides at the border, later ones only beyond a margin.
    "up -67, good",
    "up -68, okay",
    "up -67 -70, good",
    "up -67 -71, okay",
    "up -71 -65, okay",
    "up -71 -64, good",
    "up -71 -64 -70, good",
    "up -71 ?, good",
    "up -71 ? -67, good",
    // Dark is only what lasts.
    "up lost, good",
    "up lost +4s, good",
    "up lost +5s, dark",
    "up -80 lost +4s, okay",
    "up lost +5s up, good",
    "lost, dark",
    // Three losses in ten minutes make it flapping, also while it is away.
    "up lost +60s up lost +60s up, good",
    "up lost +60s up lost +60s up lost, flapping",
    "up lost +60s up lost +60s up lost +60s, flapping",
    "up lost +60s up lost +60s up lost up -80, flapping",
    "up lost +300s up lost +300s up lost up, good",
    "up lost +290s up lost +300s up lost up, flapping",
    // It stays so until at most one loss is left in the window.
    "up lost +60s up lost +60s up lost up +539s, flapping",
    "up lost +60s up lost +60s up lost up +540s, good",
    "up lost +1s up lost +1s up lost up +400s lost up, flapping",
    "up lost +1s up lost +1s up lost up +400s lost up +199s, flapping",
    "up lost +1s up lost +1s up lost up +400s lost up +200s, good",
    "up lost +1s up lost +1s up lost +601s, dark",
  })
  void the_word_follows_the_story(String story, String word) {
    for (String step : story.isEmpty() ? new String[0] : story.split(" ")) {
      tell(step);
    }
    assertThat(quality.state(inSession, nowMs))
        .isEqualTo(LinkState.valueOf(word.toUpperCase(Locale.ROOT)));
  }

  private void tell(String step) {
    switch (step) {
      case "up" -> {
        inSession = true;
        quality.began();
      }
      case "lost" -> {
        inSession = false;
        quality.lost(nowMs);
      }
      case "?" -> quality.radio(Reading.UNKNOWN);
      default -> {
        if (step.startsWith("+")) {
          nowMs += 1_000 * Long.parseLong(step.substring(1, step.length() - 1));
        } else {
          quality.radio(Integer.parseInt(step));
        }
      }
    }
  }

  @Test
  void a_strength_that_swings_around_the_border_changes_the_word_once() {
    inSession = true;
    quality.began();
    int changes = 0;
    LinkState last = quality.state(true, 0);
    for (int i = 0; i < 100; i++) {
      quality.radio(LinkQuality.GOOD_DBM + (i % 2 == 0 ? 2 : -2));
      LinkState now = quality.state(true, 0);
      changes += now == last ? 0 : 1;
      last = now;
    }
    assertThat(changes).isLessThanOrEqualTo(1);
  }
}
