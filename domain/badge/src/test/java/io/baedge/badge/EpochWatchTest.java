package io.baedge.badge;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.message.Ack;
import io.baedge.model.telemetry.Received;
import org.junit.jupiter.api.Test;

class EpochWatchTest {
  private static final long WITHOUT_CARD = 1_764_000_000;

  private final Bench bench = new Bench(1);

  /** A start on a card that could not be written, and one that counts from the card again. */
  private void startedLowAfterHigh() {
    bench.epoch = WITHOUT_CARD - 1;
    bench.start().run(40_000);
    assertThat(bench.hub.reported.orElseThrow().order().epoch()).isEqualTo(WITHOUT_CARD);
    bench.powerCut();
    bench.epoch = 1;
    bench.start();
  }

  @Test
  void a_start_that_counts_below_an_earlier_one_starts_again_above_it_and_is_heard() {
    startedLowAfterHigh();
    bench.run(5 * 60_000);
    assertThat(bench.effects(BadgeEffect.BeginAnew.class))
        .containsExactly(new BadgeEffect.BeginAnew(WITHOUT_CARD));
    assertThat(bench.epoch).isEqualTo(WITHOUT_CARD + 1);
    assertThat(bench.hub.reported.orElseThrow().order().epoch()).isEqualTo(WITHOUT_CARD + 1);
  }

  @Test
  void two_boards_with_one_card_do_not_overtake_each_other_without_end() {
    startedLowAfterHigh();
    bench.run(59_000);
    assertThat(bench.effects(BadgeEffect.BeginAnew.class)).isEmpty();
  }

  @Test
  void an_epoch_that_was_heard_before_or_cannot_be_counted_changes_nothing() {
    bench.start().run(2 * 60_000);
    for (long heard : new long[] {0, 1, Long.MAX_VALUE - 1}) {
      var ack = new Ack(1, 1, Received.NOTHING, "", Ack.HubTime.NONE, 0, heard);
      bench.tell(new BadgeEvent.Heard(ack));
    }
    assertThat(bench.effects(BadgeEffect.BeginAnew.class)).isEmpty();
  }
}
